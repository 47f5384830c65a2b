"""Issues that depend on each other as one block of rows, each row a combination of their options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import prod
from operator import mul
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenarios.texts import number, tr, trn

Integers = NDArray[np.int64]
Places = NDArray[Any]
"""Places in the declared order: int64, or Python integers where there are more packages than that holds."""

LIMIT = 2_000_000
"""The most packages that are enumerated, and the most combinations of a group; 6 parties then take 96 MB."""

AT_ONCE = 1 << 18
"""Rows that are made and looked at in one go; 6 parties then take 12 MB."""


class TooManyPackages(ValueError):
    """The issues of a scenario have more combinations than can be enumerated."""

    def __init__(self, packages: int, limit: int) -> None:
        super().__init__(
            tr(
                "the issues allow {packages} packages, and at most {limit} are counted; have fewer issues or fewer "
                "options an issue",
                packages=number(packages),
                limit=number(limit),
            )
        )
        self.packages = packages
        self.limit = limit


class TooEntangled(TooManyPackages):
    """Issues that depend on each other have more combinations than can be enumerated."""

    def __init__(self, issues: Sequence[str], packages: int, limit: int) -> None:
        ValueError.__init__(
            self,
            trn(
                "linkages and red lines tie {n} issue together ({issues}), which has {packages} combinations, and at "
                "most {limit} are counted; tie fewer issues together",
                "linkages and red lines tie {n} issues together ({issues}), which have {packages} combinations, and at "
                "most {limit} are counted; tie fewer issues together",
                len(issues),
                issues=tr(", ").join(issues),
                packages=number(packages),
                limit=number(limit),
            ),
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


def strides_of(sizes: Sequence[int]) -> list[int]:
    """What a step of each issue adds to the place of a package; the last issue turns fastest."""
    return list(accumulate(reversed(sizes[1:]), mul, initial=1))[: len(sizes)][::-1]


def place_kind(sizes: Sequence[int]) -> Any:
    """What holds a place: an integer of 64 bits, or as many as it takes."""
    return np.int64 if prod(sizes) < 2**62 else object


def places_of(indices: Sequence[NDArray[Any]], strides: Sequence[int], sizes: Sequence[int]) -> Places:
    """The places of combinations of options."""
    kind = place_kind(sizes)
    total = np.zeros(len(indices[0]), dtype=kind)
    for index, stride in zip(indices, strides, strict=True):
        total = total + index.astype(kind) * stride
    return total
