"""The efficient set of value tables, exactly, at a cost that follows the set and not the number of packages.

Blocks are merged one by one. What dominates a beginning dominates every continuation of it, so that dominated partial
sums are dropped at once. They are held as a list, filtered by moocore, or on a grid over the points of all parties but
one (dynamic programming), whichever is estimated to be cheaper for the blocks that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from math import isqrt, prod

import numpy as np

from scenarios.texts import number, tr
from scoring.frontier.dominance import undominated_each
from scoring.frontier.stages import Floats, Gridded, Listed, Plan
from scoring.tables import LIMIT, Block, Integers, Places, Tables, slices, sums

Progress = Callable[[str, float], None]
"""Told what is being done, and how far it is, from 0 to 1. An exception that it raises ends the work."""

MOST_BYTES = 256 << 20
"""The most memory that grids may take."""
MOST_MOVES = 10_000_000_000
"""The most cells that may be moved on grids: some five seconds."""
MOST_WORK = 8_000_000_000
"""The most that lists may cost where there are more packages than `LIMIT`, in nanoseconds as estimated by `listing`."""
MOST_VALUES = 8 * LIMIT
"""The most values, packages times parties, that are merged whatever it costs: no list is longer than the packages are
many, and each copy of the longest one then takes 128 MB."""


class Method(StrEnum):
    """How an efficient set is found; the answer is the same."""

    MERGE = "merge"
    """Lists of partial sums."""
    GRID = "grid"
    """Grids over the points of all parties but one."""
    MIXED = "mixed"
    """Lists first, then grids."""
    ENUMERATION = "enumeration"
    """All packages at once."""


class OutOfReach(ValueError):
    """The efficient set is too large for an exact answer in bounded time and memory."""

    def __init__(self, partial: int, packages: int) -> None:
        super().__init__(
            tr(
                "{packages} packages leave more than {sums} partial sums of values to keep; have fewer deciding "
                "parties, fewer issues, or points in steps of five or ten",
                packages=number(packages),
                sums=number(partial),
            )
        )


@dataclass(slots=True, eq=False)
class Front:
    """The efficient value vectors of some packages that reach the floors."""

    tables: Tables
    steps: Integers
    """Distinct rows, sorted: the largest value of the first party first. Shape (rows, parties)."""
    method: Method
    _blocks: tuple[Block, ...] = field(repr=False)
    """In the order of merging, with rows that are not dominated inside their block."""
    _stages: tuple[Listed | Gridded, ...] = field(repr=False)
    """After so many blocks."""
    _packages: int | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def values(self) -> Integers:
        """Raw values, shape (rows, parties)."""
        return self.tables.raw(self.steps)

    @property
    def packages(self) -> int:
        """How many packages are efficient, those of equal values each counted."""
        if self._packages is None:
            self._packages = int(self._traced(self.steps)[0].sum())
        return self._packages

    def reaching(self, floors: Sequence[int]) -> Front:
        """The efficient ones among the packages that reach floors, in steps: what dominates them reaches them too."""
        reached = (self.steps >= np.array(floors, dtype=np.int64)).all(axis=1)
        return replace(self, steps=self.steps[reached], _packages=None)

    def traced(self, steps: Integers) -> list[tuple[int, int]]:
        """For each of these rows of the front how many packages have its values, and the first place of one."""
        counts, places = self._traced(steps)
        return list(zip(counts.tolist(), places.tolist(), strict=True))

    def _traced(self, steps: Integers) -> tuple[Places, Places]:
        """The rows are taken apart block by block; what is left after a block is looked up among the sums kept."""
        rests = [np.asarray(steps, dtype=np.int64)]
        links, ranks = [], _ranks(self.tables.spans)
        for block, stage in zip(reversed(self._blocks), reversed(self._stages[:-1]), strict=True):
            whole, row, every = _before(rests[-1], block.values, stage)
            kept, link = _distinct(every, ranks)
            rests.append(kept)
            links.append((np.searchsorted(whole, np.arange(len(rests[-2]))), row, link, block))
        exact = object if self.tables.packages >= 2**62 else np.int64
        counts = np.ones(len(rests[-1]), dtype=exact)
        places = np.zeros(len(rests[-1]), dtype=self.tables.blocks[0].places.dtype)
        for starts, row, link, block in reversed(links):
            counts = np.add.reduceat(counts[link], starts) if len(starts) else counts[:0]
            places = np.minimum.reduceat(places[link] + block.places[row], starts) if len(starts) else places[:0]
        return counts, places


def front(
    tables: Tables,
    floors: Sequence[int] | None = None,
    *,
    method: Method | None = None,
    progress: Progress | None = None,
    label: str = "",
) -> Front:
    """The efficient value vectors among the packages that reach the floors, which are steps by party.

    Up to `LIMIT` packages there is always an answer, in less than 1 GB for up to 8 parties, though with many parties in
    conflict it may take minutes. Beyond that it raises `OutOfReach` where both lists and grids would cost too much, and
    `TooManyPackages` for an enumeration that is too large.
    """
    if method is Method.ENUMERATION:
        tables = tables.joined()
    # Translators: what is being looked for, beside a bar of progress.
    label = label or tr("efficient packages")
    floors = tuple(floors) if floors is not None else (0,) * tables.parties
    blocks = sorted(_kept(tables.blocks), key=len, reverse=True)
    every: list[Integers] = [block.values for block in blocks]
    plan = (
        Plan.of(every, floors) if tables.parties > 1 and method in (None, Method.GRID) else None
    )  # a grid has an axis
    rest = np.array([block.max(axis=0, initial=0) for block in every], dtype=np.float64)
    least = np.array(floors, dtype=np.float64) - (rest.sum(axis=0) - rest.cumsum(axis=0))
    start = Listed(np.zeros((1, tables.parties)))
    if (np.array(floors, dtype=np.float64) > rest.sum(axis=0)).any() or not tables.packages:
        none = np.zeros((0, tables.parties), dtype=np.int64)
        return Front(tables, none, method or Method.MERGE, tuple(blocks), (start,) * (len(blocks) + 1))
    stages: list[Listed | Gridded] = [start]
    spent, gridded, sure = 0, 0, surely(tables)
    for step, block in enumerate(every):
        if progress is not None:
            progress(label, step / len(every))
        stage = stages[-1]
        if isinstance(stage, Listed):
            work = listing(len(stage.rows) * len(block), tables.parties)
            ahead = spent + work * (len(every) - step)
            if plan is not None and (method is Method.GRID or _cheaper(plan, step, ahead)):
                _within(plan, step, tables.packages)
                stage, gridded = Gridded.of(stage, plan, step), len(every) - step
                stages[-1] = stage
            else:
                spent += work
                if spent > MOST_WORK and not sure:
                    raise OutOfReach(len(stage.rows), tables.packages)
        if isinstance(stage, Gridded):
            assert plan is not None
            stages.append(stage.add(block, plan, step + 1))
        else:
            tell = None if progress is None else partial(_tell, progress, label, step, len(every))
            stages.append(stage.add(block.astype(np.float64), np.maximum(least[step], 0), tell))
    end = stages[-1]
    steps = end.undominated() if isinstance(end, Gridded) else end.rows.astype(np.int64)
    steps = steps[(steps >= np.array(floors, dtype=np.int64)).all(axis=1)]
    used = Method.ENUMERATION if method is Method.ENUMERATION else _name(gridded, len(every))
    return Front(tables, _sorted(steps), used, tuple(blocks), tuple(stages))


def listing(rows: int, parties: int) -> int:
    """What it costs to filter so many rows, in nanoseconds, as measured with moocore 0.3; times differ by machine."""
    if parties <= 3:
        each = 250 if rows < 200_000 else 700
    elif parties == 4:
        each = 1000
    else:
        each = 400 * (parties - 4) * (10 + isqrt(rows) // 10)
    return 30_000 + rows * each


def _cheaper(plan: Plan, step: int, ahead: int) -> bool:
    """Whether grids from this step on cost less than what lists are expected to cost."""
    moves = plan.moves(step) + 4 * plan.cells[-1]
    cost = moves + 3_000 * sum(plan.rows[step:])
    return cost < ahead and plan.bytes(step) <= MOST_BYTES and moves <= MOST_MOVES


def _within(plan: Plan, step: int, packages: int) -> None:
    if plan.bytes(step) > MOST_BYTES or plan.moves(step) > MOST_MOVES:
        raise OutOfReach(plan.cells[-1], packages)


def surely(tables: Tables) -> bool:
    """Whether the packages are so few that lists of partial sums are never too long."""
    return tables.packages <= LIMIT and tables.packages * tables.parties <= MOST_VALUES


def _tell(progress: Progress, label: str, step: int, steps: int, share: float) -> None:
    progress(label, (step + share) / steps)


def _kept(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the rows that another one of the same block dominates."""
    free = undominated_each([block.values for block in blocks])
    return [
        block if keep.all() else Block(block.issues, block.values[keep], block.places[keep])
        for block, keep in zip(blocks, free, strict=True)
    ]


def _before(rests: Integers, block: Integers, stage: Listed | Gridded) -> tuple[Integers, Integers, Integers]:
    """Which partial sums of a stage lead to these sums by a row of the block: the sum, the row, and the partial sum."""
    parts = []
    for part in slices(len(rests), len(block)):
        before = sums(rests[part], -block)
        there = np.flatnonzero(stage.contains(before))
        parts.append((there + part.start * len(block), before[there]))
    places = np.concatenate([places for places, _ in parts]) if len(parts) > 1 else parts[0][0]
    found = np.concatenate([kept for _, kept in parts]) if len(parts) > 1 else parts[0][1]
    return places // len(block), places % len(block), found


def _name(gridded: int, blocks: int) -> Method:
    return Method.MERGE if not gridded else Method.GRID if gridded == blocks else Method.MIXED


def _distinct(rows: Integers, strides: Integers | None) -> tuple[Integers, Integers]:
    """The distinct rows, and for each row which of them it is."""
    if strides is not None:
        keys = rows @ strides
        order = keys.argsort(kind="stable")
        ordered = keys[order]
        changes = ordered[1:] != ordered[:-1]
    else:
        order = np.lexsort(rows.T)
        changes = (rows[order[1:]] != rows[order[:-1]]).any(axis=1)
    first = np.ones(len(rows), dtype=np.bool_)
    first[1:] = changes
    links = np.empty(len(rows), dtype=np.int64)
    links[order] = first.cumsum() - 1
    return rows[order[first]], links


def _ranks(spans: Sequence[int]) -> Integers | None:
    """What a step of each party adds to one number by which rows of steps are told apart and sorted."""
    if prod(span + 1 for span in spans) >= 2**62:
        return None
    ranks = [1]
    for span in reversed(spans[1:]):
        ranks.append(ranks[-1] * (span + 1))
    return np.array(ranks[::-1][: len(spans)], dtype=np.int64)


def _sorted(rows: Integers) -> Integers:
    """The rows with the largest value of the first party first, then of the next."""
    if not rows.shape[1] or not len(rows):
        return rows
    ranks = _ranks(rows.max(axis=0).tolist())
    return rows[np.lexsort(-rows.T[::-1]) if ranks is None else (rows @ -ranks).argsort()]


__all__ = ["Floats", "Front", "Method", "OutOfReach", "Progress", "front", "listing", "surely"]
