"""How many packages reach given values: exactly where that can be afforded, else with bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.counting.distribution import histogram
from scoring.counting.ways import Progress, Ways, ways
from scoring.tables import Block, Tables

MOST_MOVES = 4_000_000_000
"""The most cells that may be added on grids: some five seconds."""
COARSE_MOVES = 1_000_000_000
"""The same for bounds."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of packages, or the bounds that it lies between, both possible."""

    low: int
    high: int

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Tally:
    """How many packages are worth at least as much as given values to everybody."""

    at_least: Count
    better_for_all: Count
    """More for every party."""
    dominating: Count
    """At least as much for every party, and more for one."""


def count_at_least(tables: Tables, floors: Sequence[int], progress: Progress | None = None) -> Count:
    """How many packages reach these floors, in steps by party.

    Up to `LIMIT` packages and 8 parties the number is exact, in less than 1 GB. Beyond that there are bounds where
    neither lists nor grids are small enough: values rounded down to a coarser grid count too few, rounded up too many.
    """
    return _tallied(tables, tuple(floors), tuple(floors), progress).at_least


def tally(tables: Tables, values: Sequence[int], progress: Progress | None = None) -> Tally:
    """How many packages reach these raw values, how many exceed all of them, how many reach all and exceed one.

    With bounds where `count_at_least` has them.
    """
    return _tallied(tables, tables.steps(values), tables.steps([value + 1 for value in values]), progress)


def _tallied(tables: Tables, floors: tuple[int, ...], more: tuple[int, ...], progress: Progress | None) -> Tally:
    exact = ways(tables, floors, more, MOST_MOVES, progress)
    if exact is not None:
        return _tally(exact, exact, tables.parties)
    return _tally(*_bounds(tables, floors, more, progress), tables.parties)


def _tally(low: Ways, high: Ways, parties: int) -> Tally:
    """What dominates is what reaches all floors and is not equal to them."""
    at_least = Count(low.at((0,) * parties), high.at((0,) * parties))
    if not parties:
        return Tally(at_least, Count(0, 0), Count(0, 0))
    above = Count(low.at((1,) * parties), high.at((1,) * parties))
    if low is high:
        return Tally(at_least, above, Count(at_least.low - low.equal(), at_least.low - low.equal()))
    raised = [tuple(int(n == party) for n in range(parties)) for party in range(parties)]
    return Tally(at_least, above, Count(max(map(low.at, raised)), min(at_least.high, sum(map(high.at, raised)))))


def _bounds(
    tables: Tables, floors: tuple[int, ...], more: tuple[int, ...], progress: Progress | None
) -> tuple[Ways, Ways]:
    """Numbers that are too small and too large: on grids as fine as can be afforded, and party by party."""
    packages = tables.packages
    low = _rounded(tables, floors, more, progress, up=False) or Ways.constant(0)
    high = _rounded(tables, floors, more, progress, up=True) or Ways.constant(packages)
    alone = [histogram(tables.columns([party])).counts for party in range(tables.parties)]

    def reach(corner: tuple[int, ...]) -> list[int]:
        """How many packages are enough for each party alone."""
        needs = [high if raised else low for raised, low, high in zip(corner, floors, more, strict=True)]
        return [sum(counts[need:]) for need, counts in zip(needs, alone, strict=True)]

    def fewest(corner: tuple[int, ...]) -> int:
        return max(low.at(corner), packages - sum(packages - each for each in reach(corner)))

    def most(corner: tuple[int, ...]) -> int:
        return min(high.at(corner), *reach(corner))

    return Ways(fewest, lambda: 0), Ways(most, lambda: 0)


def _rounded(
    tables: Tables, floors: tuple[int, ...], more: tuple[int, ...], progress: Progress | None, *, up: bool
) -> Ways | None:
    """The numbers on the finest grid that can be afforded, each row rounded down or up; None where there is none."""
    step = 2
    while step <= 2 * max(tables.spans, default=0):
        coarse = _coarse(tables, step, up=up)
        needs = tuple(-(-floor // step) for floor in floors)
        exceeded = tuple(-(-floor // step) for floor in more)
        found = ways(coarse, needs, exceeded, COARSE_MOVES, progress, rows=0)
        if found is not None:
            return found
        step += max(1, step // 4)
    return None


def _coarse(tables: Tables, step: int, *, up: bool) -> Tables:
    """The tables in larger steps, each row rounded down or up."""
    extra = step - 1 if up else 0
    return Tables(
        tables.sizes,
        tuple(Block(block.issues, (block.values + extra) // step, block.places) for block in tables.blocks),
        tables.offset,
        tables.unit,
    )
