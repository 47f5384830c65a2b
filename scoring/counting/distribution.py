"""How the values of one party are distributed over all packages."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from scoring.tables import Tables

FEW = 64
"""So many rows of a block are not grouped before they are counted for one party."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How many packages are worth less to a party than one package, as much, and more."""

    less: int
    equal: int
    more: int

    @property
    def share_less(self) -> Fraction:
        """The share of all packages that are worth less, from 0 to 1."""
        return Fraction(self.less, self.less + self.equal + self.more)


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many packages are worth how much to one party: raw value `offset + unit × n` to `counts[n]` of them."""

    offset: int
    unit: int
    counts: tuple[int, ...]

    def around(self, raw: int) -> Shares:
        """How many packages are worth less than a raw value, as much, and more."""
        step, rest = divmod(raw - self.offset, self.unit)
        first = min(max(step + (rest > 0), 0), len(self.counts))
        equal = self.counts[step] if rest == 0 and 0 <= step < len(self.counts) else 0
        less = sum(self.counts[:first])
        return Shares(less, equal, sum(self.counts) - less - equal)


def histogram(tables: Tables) -> Histogram:
    """The exact distribution of the values of one party, whose table this is.

    The counts are the digits of one large integer, so that a block is taken in by shifts and sums.
    """
    if tables.parties != 1:
        raise ValueError("a histogram is of one party; take `columns`")
    width = max(8, tables.packages.bit_length() // 8 + 1)  # bytes of a count
    bits, packed, span = 8 * width, 1, 0
    for block in tables.blocks:
        column = block.values[:, 0]
        if len(column) <= FEW:  # a value that occurs twice is added twice
            steps = column.tolist()
            packed = sum([packed << bits * step for step in steps])
        else:
            levels, times = np.unique(column, return_counts=True)
            steps = levels.tolist()
            packed = sum((packed * number) << bits * step for step, number in zip(steps, times.tolist(), strict=True))
        span += max(steps, default=0)
    counts = packed.to_bytes(width * (span + 1), "little")
    if width == 8:
        return Histogram(tables.offset[0], tables.unit[0], tuple(np.frombuffer(counts, dtype="<i8").tolist()))
    return Histogram(
        tables.offset[0],
        tables.unit[0],
        tuple(int.from_bytes(counts[at : at + width], "little") for at in range(0, len(counts), width)),
    )
