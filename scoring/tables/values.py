"""The value tables of a scenario as blocks of whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scoring.preferences import Instructions
from scoring.tables.blocks import LIMIT, Block, Integers, TooManyPackages, place_kind, strides_of, sums
from scoring.tables.groups import Names, blocks_of, named_issues

EXACT = 2**53
"""Values span less than this, so that floats hold them exactly."""


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
    names: Names = field(default=(), repr=False)
    """Each issue with its options; empty for bare numbers."""

    @classmethod
    def additive(cls, tables: Iterable[NDArray[np.integer[Any]]]) -> Tables:
        """Issues that do not depend on each other: for each its raw values, shape (options, parties)."""
        made = [np.asarray(table, dtype=np.int64) for table in tables]
        sizes = tuple(map(len, made))
        kind = place_kind(sizes)
        order = np.arange(max(sizes, default=0)).astype(kind)
        return _reduced(
            sizes,
            [
                Block((n,), table, order[: len(table)] * stride)
                for n, (table, stride) in enumerate(zip(made, strides_of(sizes), strict=True))
            ],
            made[0].shape[1] if made else 0,
        )

    @classmethod
    def of(cls, scenario: Scenario, parties: Sequence[str], instructions: Instructions | None = None) -> Tables:
        """The tables of these parties; with instructions, only packages that cross no red line of theirs.

        Raises `NoValue` and `TooEntangled`.
        """
        names = named_issues(scenario)
        sizes = tuple(len(options) for _, options in names)
        return replace(_reduced(sizes, blocks_of(scenario, parties, instructions), len(parties)), names=names)

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
        options, strides = self.options(place), strides_of(self.sizes)
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
        options = block.places // strides_of(self.sizes)[issue] % self.sizes[issue]
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
