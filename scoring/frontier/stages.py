"""Partial sums that may still become efficient: as a list, or as a grid over the points of all parties but one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.frontier.dominance import undominated
from scoring.tables import Integers, slices, sums

Floats = NDArray[np.float64]


@dataclass(slots=True, eq=False)
class Listed:
    """Distinct partial sums, none dominated by another, in steps."""

    rows: Floats
    _index: tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.int64]] | None = field(default=None, repr=False)

    def add(self, block: Floats, least: Floats, tell: Callable[[float], None] | None = None) -> Listed:
        """Take one row more for each partial sum; what is dominated or below the least that can still do is dropped.

        `tell` hears how far it is, from 0 to 1.
        """
        parts = []
        for part in slices(len(block), len(self.rows)):
            if tell is not None and part.start:
                tell(part.start / (2 * len(block)))
            rows = sums(self.rows, block[part])
            if least.any():
                rows = rows[(rows >= least).all(axis=1)]
            parts.append(rows[undominated(rows, once=True)])
        found = parts[0]
        if len(parts) > 1:
            if tell is not None:
                tell(0.5)
            found = np.concatenate(parts)
            parts.clear()
            found = found[undominated(found, once=True)]
        return Listed(found)

    def contains(self, rests: Integers) -> NDArray[np.bool_]:
        """Which of these rows are here. Found by a hash, and compared in full."""
        if self._index is None:
            self._index = self._indexed()
        factors, keys, order = self._index
        if not len(keys):
            return np.zeros(len(rests), dtype=np.bool_)
        wanted = _hashed(rests, factors)
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        same: NDArray[np.bool_] = (self.rows[order[at]] == rests).all(axis=1)
        return same

    def _indexed(self) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.int64]]:
        rows = self.rows.astype(np.int64)
        for seed in range(1, 100):  # until no two rows share a hash; nearly always the first one
            factors = np.array([pow(0x9E3779B97F4A7C15 + 2 * seed, n + 1, 1 << 64) for n in range(rows.shape[1])], "u8")
            hashes = _hashed(rows, factors)
            order = np.argsort(hashes, kind="stable")
            keys = hashes[order]
            if not (keys[1:] == keys[:-1]).any():
                return factors, keys, order
        raise AssertionError("no hash tells the rows apart")


@dataclass(slots=True, eq=False)
class Gridded:
    """The best partial sum of one party for each exact partial sum of the others; negative where there is none."""

    best: NDArray[Any]
    low: tuple[int, ...]
    """The partial sums at the first cell of each axis."""
    axes: tuple[int, ...]
    """The party of each axis."""
    last: int
    """The party whose best is held."""

    @classmethod
    def of(cls, listed: Listed, plan: Plan, step: int) -> Gridded:
        """Put listed partial sums on the grid of a step of the plan."""
        low, shape = plan.low[step], plan.shapes[step]
        best = np.full(shape, plan.none, dtype=plan.kind)
        rows = listed.rows.astype(np.int64)
        best[tuple(rows[:, party] - start for party, start in zip(plan.axes, low, strict=True))] = rows[:, plan.last]
        return cls(best, low, plan.axes, plan.last)

    def add(self, block: Integers, plan: Plan, step: int) -> Gridded:
        """Take one row more for each partial sum; `step` is the one that this leads to."""
        low, shape = plan.low[step], plan.shapes[step]
        best = np.full(shape, plan.none, dtype=plan.kind)
        room = np.empty(self.best.size, dtype=plan.kind)  # one for all sums that are made
        for row in block.tolist():
            here, there = [], []
            for party, old, new, size in zip(self.axes, self.low, low, self.best.shape, strict=True):
                first = max(old + row[party], new)  # the first sum that still matters
                here.append(slice(first - row[party] - old, size))
                there.append(slice(first - new, old + size + row[party] - new))
            source = self.best[tuple(here)]
            if not source.size:
                continue
            target = best[tuple(there)]
            raised = room[: source.size].reshape(source.shape)
            np.add(source, plan.kind(row[self.last]), out=raised)
            np.maximum(target, raised, out=target)
        return Gridded(best, low, self.axes, self.last)

    def contains(self, rests: Integers) -> NDArray[np.bool_]:
        """Which of these rows are the best for their cell."""
        last = rests[:, self.last]
        inside, flat = last >= 0, np.zeros(len(rests), dtype=np.int64)
        for party, low, size in zip(self.axes, self.low, self.best.shape, strict=True):
            cells = rests[:, party] - low
            inside &= cells.view(np.uint64) < size  # one comparison: what is below zero is very large
            flat *= size
            flat += cells
        flat *= inside
        return np.asarray(inside & (self.best.reshape(-1).take(flat) == last))

    def undominated(self) -> Integers:
        """The sums that no other one dominates, in steps, shape (rows, parties)."""
        above = self.best.copy()
        for axis in range(above.ndim):  # the best at this cell or above it on every axis
            if axis == above.ndim - 1:
                np.maximum.accumulate(above[..., ::-1], axis=axis, out=above[..., ::-1])
            else:
                moved = np.moveaxis(above, axis, 0)
                for n in range(len(moved) - 2, -1, -1):
                    np.maximum(moved[n], moved[n + 1], out=moved[n])
        free = self.best >= 0
        for axis in range(above.ndim):
            this = (slice(None),) * axis
            free[(*this, slice(None, -1))] &= self.best[(*this, slice(None, -1))] > above[(*this, slice(1, None))]
        cells = np.nonzero(free)
        rows = np.empty((len(cells[0]) if cells else 1, len(self.axes) + 1), dtype=np.int64)
        for party, low, cell in zip(self.axes, self.low, cells, strict=True):
            rows[:, party] = cell + low
        rows[:, self.last] = self.best[cells]
        return rows


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the grid is after each block, and what it costs."""

    axes: tuple[int, ...]
    last: int
    low: tuple[tuple[int, ...], ...]
    """For each step the least partial sum of each axis that can still reach its floor."""
    kind: type[np.signedinteger[Any]]
    none: int
    """What a cell holds that no package reaches: so low that it stays negative."""
    rows: tuple[int, ...]
    """The rows of each block."""
    shapes: tuple[tuple[int, ...], ...]
    """The cells on each axis after so many blocks."""
    cells: tuple[int, ...]
    """All cells after so many blocks."""

    @classmethod
    def of(cls, blocks: Sequence[Integers], floors: Sequence[int]) -> Plan:
        """The plan for these blocks, in their order; the party with the largest span is the one without an axis."""
        parties = len(floors)
        most = np.array([block.max(axis=0, initial=0) for block in blocks], dtype=np.int64)
        done = np.concatenate((np.zeros((1, parties), dtype=np.int64), most.cumsum(axis=0)))
        spans = done[-1].tolist()
        last = max(range(parties), key=lambda n: spans[n])
        axes = tuple(n for n in range(parties) if n != last)
        low = np.maximum(0, np.array(floors, dtype=np.int64) - (done[-1] - done))
        kind: type[np.signedinteger[Any]] = np.int64
        for smaller in (np.int16, np.int32):
            if 2 * spans[last] + 2 < np.iinfo(smaller).max:
                kind = smaller
                break
        columns = list(axes)
        shapes = np.maximum(0, done - low + 1)[:, columns].tolist()
        return cls(
            axes,
            last,
            tuple(map(tuple, low[:, columns].tolist())),
            kind,
            -spans[last] - 1,
            tuple(map(len, blocks)),
            tuple(map(tuple, shapes)),
            tuple(map(prod, shapes)),
        )

    def bytes(self, step: int) -> int:
        """What the grids from this step on take."""
        return sum(self.cells[n] for n in range(step, len(self.low))) * np.dtype(self.kind).itemsize

    def moves(self, step: int) -> int:
        """How many cells are moved from this step on."""
        return sum(self.cells[n] * rows for n, rows in enumerate(self.rows[step:], step))


def _hashed(rows: Integers, factors: NDArray[np.uint64]) -> NDArray[np.uint64]:
    total = np.zeros(len(rows), dtype=np.uint64)
    for column, factor in enumerate(factors):
        total += rows[:, column].astype(np.uint64) * factor
    return total
