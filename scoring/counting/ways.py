"""The number of ways to reach a need with the blocks that are left: on lists or on grids.

It is the sum, over the rows of a block, of the ways to reach what the row leaves open; needs below zero are met. That
is counting by dynamic programming, over lists of distinct partial sums or over the grid of needs, whichever is smaller.
Numbers beyond 63 bits are kept in several integers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from scenarios.texts import mark, tr
from scoring.tables import LIMIT, Block, Integers, Tables, slices, sums

Progress = Callable[[str, float], None]

LABEL = mark("counting packages that all could sign")
"""What is told of the progress, in English."""
MOST_ROWS = 1_000_000
"""The most partial sums on a list, where there are more packages than `LIMIT`."""
MOST_VALUES = 8 * LIMIT
"""The most values, packages times parties, that a list may hold however many sums it has."""
MOST_BYTES = 256 << 20
"""The most memory that a grid of needs may take."""
SLOW = 200_000
"""Cells from which on every move is told."""
WORD = 40
"""Bits of a number that one integer holds; the others leave room for a multiple and a sum."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The numbers behind a tally."""

    at: Callable[[tuple[int, ...]], int]
    """How many packages reach the floors, or where the corner has a 1 exceed them."""
    equal: Callable[[], int]
    """How many reach the floors and exceed none."""

    @classmethod
    def constant(cls, packages: int) -> Ways:
        """As many whatever the floors."""
        return cls(lambda corner: packages, lambda: 0)


def ways(
    tables: Tables,
    floors: tuple[int, ...],
    more: tuple[int, ...],
    moves: int,
    progress: Progress | None,
    rows: int | None = None,
) -> Ways | None:
    """The exact numbers, or None where they take more moves on a grid and more rows on a list."""
    if not tables.packages:
        return Ways.constant(0)
    blocks = sorted(tables.blocks, key=len, reverse=True)
    most = np.array([block.values.max(axis=0) for block in blocks], dtype=np.int64)
    if (most.sum(axis=0) < np.array(floors, dtype=np.int64)).any():
        return Ways.constant(0)
    active = [n for n, top in enumerate(more) if top > 0]  # a floor of 0 is always reached
    if not active:
        return Ways.constant(tables.packages)
    cost, size = _grid_cost(blocks, most, floors, more, active)
    limit = MOST_ROWS if rows is None else rows
    if rows is None and tables.packages <= LIMIT and tables.packages * tables.parties <= MOST_VALUES:
        limit = max(limit, tables.packages)
    few = min(limit, _least_list(cost)) if cost <= moves and size <= MOST_BYTES else limit
    found = _listed(blocks, most, floors, more, active, few, progress) if few else None
    if found is None and cost <= moves and size <= MOST_BYTES:
        found = _gridded(blocks, most, floors, more, active, progress)
    if found is None and limit > few:
        found = _listed(blocks, most, floors, more, active, limit, progress)
    return found


def _least_list(cost: int) -> int:
    """How many sums a list may have before a grid of this cost is faster: a sum costs as much as a hundred cells."""
    return max(20_000, cost // 100)


def _windows(
    most: Integers, floors: tuple[int, ...], more: tuple[int, ...], active: list[int]
) -> tuple[Integers, Integers]:
    """For each number of blocks taken, the least and the largest need that can still matter; larger ones cannot be met.

    The needs that are asked in the end run from `floors` to `more`.
    """
    most = most[:, active]
    used = np.concatenate((np.zeros((1, len(active)), dtype=np.int64), most.cumsum(axis=0)))
    low = np.maximum(0, np.array([floors[n] for n in active], dtype=np.int64) - used)
    high = np.minimum(np.array([more[n] for n in active], dtype=np.int64), used[-1] - used)
    return low, np.maximum(high, low)


def _grid_cost(
    blocks: Sequence[Block], most: Integers, floors: tuple[int, ...], more: tuple[int, ...], active: list[int]
) -> tuple[int, int]:
    low, high = _windows(most, floors, more, active)
    packages, cost, size = 1, 0, 0
    for step in range(len(blocks) - 1, -1, -1):
        packages *= len(blocks[step])
        cells = _needed(packages) * prod((high[step] - low[step] + 1).tolist())
        cost += cells * len(blocks[step])
        size = max(size, 24 * cells)
    return cost, size


def _gridded(
    blocks: Sequence[Block],
    most: Integers,
    floors: tuple[int, ...],
    more: tuple[int, ...],
    active: list[int],
    progress: Progress | None,
) -> Ways:
    """Count on the grid of needs, from the last block to the first."""
    low, high = _windows(most, floors, more, active)
    end = len(blocks)
    counts = np.zeros((1, *(high[end] - low[end] + 1)), dtype=np.int64)
    if (low[end] == 0).all():
        counts[(0,) * (len(active) + 1)] = 1
    packages = 1
    for step in range(end - 1, -1, -1):
        if progress is not None:
            progress(tr(LABEL), 1 - (step + 1) / end)
        block = blocks[step]
        packages *= len(block)
        counts = _words(counts, packages)
        widest = most[step][active]
        before = np.where(low[step + 1] == 0, widest, 0)  # needs below zero are met, as zero is
        room = np.maximum(0, high[step] - high[step + 1])
        padded = np.zeros((len(counts), *(np.array(counts.shape[1:]) + before + room)), dtype=np.int64)
        inner = tuple(slice(b, b + n) for b, n in zip(before.tolist(), counts.shape[1:], strict=True))
        padded[(slice(None), *inner)] = counts
        for axis, pad in enumerate(before.tolist(), 1):
            face = (slice(None),) * axis
            padded[(*face, slice(0, pad))] = padded[(*face, slice(pad, pad + 1))]
        shape = (high[step] - low[step] + 1).tolist()
        made = np.zeros((len(counts), *shape), dtype=np.int64)
        starts = (low[step] - low[step + 1] + before).tolist()
        rows, times = np.unique(block.values[:, active], axis=0, return_counts=True)
        for at_row, (row, number) in enumerate(zip(rows.tolist(), times.tolist(), strict=True)):
            if progress is not None and at_row and made.size > SLOW:
                progress(tr(LABEL), 1 - (step + 1 - at_row / len(rows)) / end)
            window = padded[
                (slice(None), *(slice(s - r, s - r + n) for s, r, n in zip(starts, row, shape, strict=True)))
            ]
            made += window if number == 1 else window * number
        _carry(made)  # the rows of a block are fewer than what the words have room for
        counts = made
    last = counts
    base, top = low[0].tolist(), high[0].tolist()

    def at(corner: tuple[int, ...]) -> int:
        needs = [more[n] if corner[n] else floors[n] for n in active]
        if any(need > most_ for need, most_ in zip(needs, top, strict=True)):
            return 0
        return _number(last[(slice(None), *(need - start for need, start in zip(needs, base, strict=True)))])

    def equal() -> int:
        if any(each <= floor for each, floor in zip(more, floors, strict=True)):
            return 0
        corners = tuple(slice(floors[n] - start, floors[n] - start + 2) for n, start in zip(active, base, strict=True))
        numbers = sum(words.astype(object) << (WORD * n) for n, words in enumerate(last[(slice(None), *corners)]))
        for _ in active:  # what reaches a floor less what exceeds it, party by party
            numbers = numbers[0] - (numbers[1] if len(numbers) > 1 else 0)
        return int(numbers)

    return Ways(at, equal)


def _listed(
    blocks: Sequence[Block],
    most: Integers,
    floors: tuple[int, ...],
    more: tuple[int, ...],
    active: list[int],
    limit: int,
    progress: Progress | None,
) -> Ways | None:
    """Count distinct partial sums; what has enough already is cut to the need, what cannot reach it is dropped."""
    top = np.array([more[n] for n in active], dtype=np.int64)
    need = np.array([floors[n] for n in active], dtype=np.int64)
    rest = most[:, active].sum(axis=0)
    rows, counts = np.zeros((1, len(active)), dtype=np.int64), np.ones(1, dtype=object)
    packages = 1
    for step, block in enumerate(blocks):
        if progress is not None:
            progress(tr(LABEL), step / len(blocks))
        if len(rows) * len(block) > limit:
            return None
        packages *= len(block)
        kind = np.int64 if packages < 1 << 62 else object
        rest = rest - most[step, active]
        parts = []
        for part in slices(len(block), len(rows)):
            if progress is not None and part.start:
                progress(tr(LABEL), (step + part.start / len(block)) / len(blocks))
            taken = block.values[part, active]
            made = np.minimum(sums(rows, taken), top)
            keep = (made + rest >= need).all(axis=1)
            parts.append(_collapsed(made[keep], np.repeat(counts.astype(kind), len(taken))[keep], top))
        rows, counts = parts[0]
        if len(parts) > 1:
            rows, counts = np.concatenate([kept for kept, _ in parts]), np.concatenate([own for _, own in parts])
            parts.clear()
            rows, counts = _collapsed(rows, counts, top)
    final, final_counts = rows, counts

    def at(corner: tuple[int, ...]) -> int:
        needs = np.array([more[n] if corner[n] else floors[n] for n in active], dtype=np.int64)
        return int(final_counts[(final >= needs).all(axis=1)].sum())

    def equal() -> int:
        if any(each <= floor for each, floor in zip(more, floors, strict=True)):
            return 0
        return int(final_counts[(final == need).all(axis=1)].sum())

    return Ways(at, equal)


def _collapsed(rows: Integers, counts: Integers, top: Integers) -> tuple[Integers, Integers]:
    """Equal rows as one, with their counts added."""
    if len(rows) < 2:
        return rows, counts
    if prod((top + 1).tolist()) < 2**62:
        key = np.zeros(len(rows), dtype=np.int64)
        for column in range(rows.shape[1]):
            key = key * (int(top[column]) + 1) + rows[:, column]
        order = np.argsort(key, kind="stable")
        first = np.flatnonzero(np.diff(key[order], prepend=-1))
    else:
        order = np.lexsort(rows.T)
        ordered = rows[order]
        first = np.flatnonzero(np.concatenate(([True], (ordered[1:] != ordered[:-1]).any(axis=1))))
    return rows[order[first]], np.add.reduceat(counts[order], first)


def _words(counts: Integers, packages: int) -> Integers:
    """With as many integers a number as a count of this size needs: one below 63 bits, else 40 bits in each."""
    needed = _needed(packages)
    if needed <= len(counts):
        return counts
    made = np.zeros((needed, *counts.shape[1:]), dtype=np.int64)
    made[: len(counts)] = counts
    _carry(made)
    return made


def _needed(packages: int) -> int:
    return 1 if packages < 1 << 62 else -(-packages.bit_length() // WORD)


def _carry(counts: Integers) -> None:
    """Move what is above 40 bits into the next integer."""
    for word in range(len(counts) - 1):
        counts[word + 1] += counts[word] >> WORD
        counts[word] &= (1 << WORD) - 1


def _number(words: Integers) -> int:
    return sum(int(word) << (WORD * n) for n, word in enumerate(words))
