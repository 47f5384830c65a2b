"""Value tables as integers: groups of issues that depend on each other, each with what its combinations are worth.

A package takes one row of each group, and its value to a party is the sum of the rows. A linkage of a party whose
values are in the table ties its issues into one group; so does a red line that names several issues, where red lines
count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from math import prod
from operator import mul
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scoring.preferences import HUNDREDTHS, Instructions, RedLine, option_raw

Integers = NDArray[np.int64]
Places = NDArray[Any]
"""Places in the declared order: int64, or Python integers where there are more packages than that holds."""

LIMIT = 2_000_000
"""The most packages that are enumerated, and the most combinations of a group; 6 parties then take 96 MB."""

AT_ONCE = 1 << 18
"""Rows that are made and looked at in one go; 6 parties then take 12 MB."""

EXACT = 2**53
"""Values span less than this, so that floats hold them exactly."""


class TooManyPackages(ValueError):
    """The issues of a scenario have more combinations than can be enumerated."""

    def __init__(self, packages: int, limit: int) -> None:
        super().__init__(
            f"the issues allow {packages:,} packages, and at most {limit:,} are counted; "
            "have fewer issues or fewer options an issue"
        )
        self.packages = packages
        self.limit = limit


class TooEntangled(TooManyPackages):
    """Issues that depend on each other have more combinations than can be enumerated."""

    def __init__(self, issues: Sequence[str], packages: int, limit: int) -> None:
        ValueError.__init__(
            self,
            f"linkages and red lines tie {len(issues)} issues together ({', '.join(issues)}), which have {packages:,} "
            f"combinations, and at most {limit:,} are counted; tie fewer issues together",
        )
        self.packages = packages
        self.limit = limit


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Issues that depend on each other, or one that depends on none."""

    issues: tuple[int, ...]
    """Their positions among all issues."""
    values: Integers
    """A row for each combination that may be: steps above the least of this block, shape (rows, parties)."""
    places: Places
    """What each row adds to the place of a package in the declared order."""

    def __len__(self) -> int:
        return len(self.values)


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What packages are worth to some parties. A raw value is `offset + unit × steps`, for each party.

    The unit is the greatest common divisor of a party's differences, so that steps are as few as they can be.
    """

    sizes: tuple[int, ...]
    """The number of options of each issue."""
    blocks: tuple[Block, ...]
    offset: tuple[int, ...]
    unit: tuple[int, ...]
    names: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), repr=False)
    """Each issue with its options; empty for bare numbers."""

    @classmethod
    def additive(cls, tables: Iterable[NDArray[np.integer[Any]]]) -> Tables:
        """Issues that do not depend on each other: for each its raw values, shape (options, parties)."""
        made = [np.asarray(table, dtype=np.int64) for table in tables]
        sizes = tuple(map(len, made))
        kind = _place_kind(sizes)
        order = np.arange(max(sizes, default=0)).astype(kind)
        return _reduced(
            sizes,
            [
                Block((n,), table, order[: len(table)] * stride)
                for n, (table, stride) in enumerate(zip(made, _strides(sizes), strict=True))
            ],
            made[0].shape[1] if made else 0,
        )

    @classmethod
    def of(cls, scenario: Scenario, parties: Sequence[str], instructions: Instructions | None = None) -> Tables:
        """The tables of these parties; with instructions, only packages that cross no red line of theirs.

        Raises `NoValue` and `TooEntangled`.
        """
        names = tuple((issue, tuple(written.options)) for issue, written in scenario.issues.items())
        known = {(issue, option) for issue, options in names for option in options}
        links = [
            (column, link)
            for column, party in enumerate(parties)
            for link in scenario.parties[party].linkages
            if link.points and known.issuperset(link.options.items())
        ]
        lines = [
            line
            for party in (parties if instructions else ())
            for line in instructions.red_lines.get(party, ())  # type: ignore[union-attr]
            if line.barred and known.issuperset(line.barred) and len(dict(line.barred)) == len(set(line.barred))
        ]
        single = [
            np.array(
                [[option_raw(scenario, party, issue, option) for party in parties] for option in options],
                dtype=np.int64,
            ).reshape(len(options), len(parties))
            for issue, options in names
        ]
        position = {issue: n for n, (issue, _) in enumerate(names)}
        ties = [[position[issue] for issue in link.options] for _, link in links]
        ties += [[position[issue] for issue in dict((*line.barred, *_possible(line, known)))] for line in lines]
        sizes = tuple(len(options) for _, options in names)
        strides = _strides(sizes)
        blocks = []
        for group in _groups(len(names), ties):
            count = prod(sizes[n] for n in group)
            if count > LIMIT:
                raise TooEntangled([names[n][0] for n in group], count, LIMIT)
            inside = {names[n][0] for n in group}
            values = _combined([single[n] for n in group])
            free = np.ones(values.shape[:-1], dtype=np.bool_)
            where = _Where(tuple(names[n] for n in group))
            for column, link in links:
                if next(iter(link.options)) in inside:
                    values[(*where(link.options.items()), column)] += HUNDREDTHS * link.points
            for line in lines:
                if line.barred[0][0] in inside:
                    _bar(free, line, where, known)
            rows = np.flatnonzero(free)
            indices = np.unravel_index(rows, free.shape)
            places = _places(indices, [strides[n] for n in group], sizes)
            blocks.append(Block(group, values.reshape(free.size, len(parties))[rows], places))
        return replace(_reduced(sizes, blocks, len(parties)), names=names)

    @property
    def parties(self) -> int:
        """How many parties."""
        return len(self.offset)

    @property
    def packages(self) -> int:
        """How many packages there are, among those that may be."""
        return prod(len(block) for block in self.blocks)

    @property
    def spans(self) -> tuple[int, ...]:
        """The most steps that each party can have."""
        total = np.zeros(self.parties, dtype=np.int64)
        for block in self.blocks:
            total += block.values.max(axis=0, initial=0)
        return tuple(total.tolist())

    def raw(self, steps: Integers) -> Integers:
        """Raw values of rows of steps."""
        raw = np.empty(steps.shape, dtype=np.int64, order="F")  # few columns, long ones
        for party, (unit, offset) in enumerate(zip(self.unit, self.offset, strict=True)):
            np.multiply(steps[..., party], unit, out=raw[..., party])
            raw[..., party] += offset
        return raw

    def steps(self, floors: Sequence[int | None]) -> tuple[int, ...]:
        """The fewest steps that reach raw values, 0 where any value does."""
        return tuple(
            0 if floor is None else max(0, -((offset - floor) // unit))
            for floor, offset, unit in zip(floors, self.offset, self.unit, strict=True)
        )

    def options(self, place: int) -> tuple[int, ...]:
        """The option of each issue, counted from 0, in the package at a place."""
        found = []
        for size in reversed(self.sizes):
            place, option = divmod(place, size)
            found.append(option)
        return tuple(reversed(found))

    def rows(self, place: int) -> list[int]:
        """The row of each block in the package at a place."""
        options, strides = self.options(place), _strides(self.sizes)
        own = [sum(options[n] * strides[n] for n in block.issues) for block in self.blocks]
        return [int(np.flatnonzero(block.places == at)[0]) for block, at in zip(self.blocks, own, strict=True)]

    def values_at(self, place: int) -> tuple[int, ...]:
        """Raw values of the package at a place."""
        steps = np.zeros(self.parties, dtype=np.int64)
        for block, row in zip(self.blocks, self.rows(place), strict=True):
            steps += block.values[row]
        return tuple(map(int, self.raw(steps)))

    def package(self, place: int) -> dict[str, str]:
        """The package at a place, in the words of the scenario."""
        return self.named(self.options(int(place)))

    def named(self, options: Sequence[int]) -> dict[str, str]:
        """The package with these options, counted from 0, in the words of the scenario."""
        return {issue: every[n] for (issue, every), n in zip(self.names, options, strict=True)}

    def only(self, wanted: Sequence[Iterable[int]]) -> Tables:
        """The packages that take, for each issue, one of these options."""
        blocks = []
        for block in self.blocks:
            keep = np.ones(len(block), dtype=np.bool_)
            for n in block.issues:
                keep &= np.isin(self.taken(block, n), list(wanted[n]))
            blocks.append(Block(block.issues, block.values[keep], block.places[keep]))
        return replace(self, blocks=tuple(blocks))

    def taken(self, block: Block, issue: int) -> Integers:
        """The option on an issue in each row of its block."""
        options = block.places // _strides(self.sizes)[issue] % self.sizes[issue]
        return np.asarray(options.astype(np.int64))

    def columns(self, parties: Sequence[int]) -> Tables:
        """The tables of some of the parties, by their columns."""
        wanted = list(parties)
        columns = wanted if len(wanted) != 1 else slice(wanted[0], wanted[0] + 1)  # a slice copies nothing
        return Tables(
            sizes=self.sizes,
            names=self.names,
            blocks=tuple(Block(block.issues, block.values[:, columns], block.places) for block in self.blocks),
            offset=tuple(self.offset[n] for n in wanted),
            unit=tuple(self.unit[n] for n in wanted),
        )

    def joined(self) -> Tables:
        """All packages in one block. Raises `TooManyPackages`."""
        if self.packages > LIMIT:
            raise TooManyPackages(self.packages, LIMIT)
        values, places = np.zeros((1, self.parties), dtype=np.int64), np.zeros(1, dtype=np.int64)
        for block in self.blocks:
            values = sums(values, block.values)
            places = (places[:, None] + block.places[None, :]).reshape(-1)
        if (places[1:] < places[:-1]).any():
            order = np.argsort(places, kind="stable")
            values, places = values[order], places[order]
        return replace(self, blocks=(Block(tuple(range(len(self.sizes))), values, places),))


def sums(rows: NDArray[Any], block: NDArray[Any]) -> NDArray[Any]:
    """Each row with each row of a block added, the block's rows turning fastest."""
    total = np.repeat(rows, len(block), axis=0)
    if total.size:  # one long row of the block for each row, so that numpy adds many numbers at a time
        total.reshape(len(rows), block.size)[:] += block.reshape(-1)
    return total


def slices(rows: int, beside: int) -> list[slice]:
    """Rows in turns, so few at a time that they make at most `AT_ONCE` with the rows beside; one slice at least."""
    step = max(1, AT_ONCE // max(1, beside))
    return [slice(start, min(start + step, rows)) for start in range(0, max(1, rows), step)]


def _reduced(sizes: tuple[int, ...], blocks: Sequence[Block], parties: int) -> Tables:
    """Take the least of each block and party away, and divide by what all differences of a party share.

    Without an issue there is one package, worth nothing.
    """
    if not blocks:
        blocks = [Block((), np.zeros((1, parties), dtype=np.int64), np.zeros(1, dtype=np.int64))]
    rows = np.concatenate([block.values for block in blocks])
    ends = list(accumulate(map(len, blocks), initial=0))
    some = [n for n, block in enumerate(blocks) if len(block)]
    if some and parties:
        least = np.minimum.reduceat(rows, [ends[n] for n in some])
        rows -= np.repeat(least, [len(blocks[n]) for n in some], axis=0)
        offset = tuple(map(sum, least.T.tolist()))
        unit = tuple(each or 1 for each in np.gcd.reduce(rows, axis=0).tolist())
        if max(unit) > 1:
            rows //= np.array(unit, dtype=np.int64)
    else:
        offset, unit = (0,) * parties, (1,) * parties
    made = tuple(
        Block(block.issues, rows[start:end], block.places)
        for block, (start, end) in zip(blocks, pairwise(ends), strict=True)
    )
    tables = Tables(sizes, made, offset, unit)
    if sum(tables.spans) >= EXACT:
        raise ValueError(f"values span {sum(tables.spans):,} steps; take smaller numbers or fewer digits")
    return tables


class _Where:
    """Where options stand in an array with one axis an issue."""

    def __init__(self, names: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        self.names = names

    def __call__(self, options: Iterable[tuple[str, str]]) -> tuple[int | slice, ...]:
        named = dict(options)
        return tuple(every.index(named[issue]) if issue in named else slice(None) for issue, every in self.names)


def _bar(free: NDArray[np.bool_], line: RedLine, where: _Where, known: set[tuple[str, str]]) -> None:
    """Take out what crosses a red line."""
    unless = _possible(line, known)
    kept = free[where(unless)].copy() if unless else None
    free[where(line.barred)] = False
    if kept is not None:
        free[where(unless)] = kept


def _possible(line: RedLine, known: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The exception of a red line, where a package can have it; else none."""
    able = known.issuperset(line.unless) and len(dict(line.unless)) == len(set(line.unless))
    return line.unless if able else ()


def _groups(issues: int, ties: Iterable[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Issues tied together, directly or through others, in declared order."""
    head = list(range(issues))

    def top(n: int) -> int:
        while head[n] != n:
            n = head[n]
        return n

    for tie in ties:
        for one, other in pairwise(tie):
            low, high = sorted((top(one), top(other)))
            head[high] = low
    found: dict[int, list[int]] = {}
    for n in range(issues):
        found.setdefault(top(n), []).append(n)
    return tuple(tuple(group) for group in found.values())


def _combined(tables: Sequence[Integers]) -> Integers:
    """The sum of tables over all combinations, one axis an issue and one for the parties."""
    total = np.zeros((1,) * len(tables) + (tables[0].shape[1],), dtype=np.int64)
    for axis, table in enumerate(tables):
        shape = [1] * len(tables) + [table.shape[1]]
        shape[axis] = len(table)
        total = total + table.reshape(shape)
    return np.ascontiguousarray(total)


def _strides(sizes: Sequence[int]) -> list[int]:
    """What a step of each issue adds to the place of a package; the last issue turns fastest."""
    return list(accumulate(reversed(sizes[1:]), mul, initial=1))[: len(sizes)][::-1]


def _place_kind(sizes: Sequence[int]) -> Any:
    """What holds a place: an integer of 64 bits, or as many as it takes."""
    return np.int64 if prod(sizes) < 2**62 else object


def _places(indices: Sequence[NDArray[Any]], strides: Sequence[int], sizes: Sequence[int]) -> Places:
    """The places of combinations of options."""
    kind = _place_kind(sizes)
    total = np.zeros(len(indices[0]), dtype=kind)
    for index, stride in zip(indices, strides, strict=True):
        total = total + index.astype(kind) * stride
    return total
