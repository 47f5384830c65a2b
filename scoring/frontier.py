"""All packages of a scenario as one array, and which of them leave nothing on the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

import moocore
import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scoring.preferences import Instructions, Package, complete, option_raw, raw_value

LIMIT = 2_000_000
"""The most packages that are enumerated; 6 parties then take 96 MB."""


class TooManyPackages(ValueError):
    """The issues of a scenario have more combinations than can be enumerated."""

    def __init__(self, packages: int, limit: int) -> None:
        super().__init__(
            f"the issues allow {packages:,} packages, and at most {limit:,} are counted; "
            "have fewer issues or fewer options an issue"
        )
        self.packages = packages
        self.limit = limit


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Every package of a scenario, in declared order: the last issue turns fastest."""

    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    """The options of each issue."""
    parties: tuple[str, ...]
    """The deciding parties."""
    tables: tuple[NDArray[np.int64], ...]
    """For each issue its raw values, shape (options, parties)."""
    values: NDArray[np.int64]
    """Raw values, shape (packages, parties)."""

    @classmethod
    def of(cls, scenario: Scenario, limit: int = LIMIT) -> Space:
        """Enumerate the packages. Raises `TooManyPackages` and `NoValue`."""
        options = tuple(tuple(issue.options) for issue in scenario.issues.values())
        packages = prod(map(len, options))
        if packages > limit:
            raise TooManyPackages(packages, limit)
        parties = scenario.deciding()
        tables = tuple(
            np.array(
                [[option_raw(scenario, party, issue, option) for party in parties] for option in issue_options],
                dtype=np.int64,
            ).reshape(len(issue_options), len(parties))
            for issue, issue_options in zip(scenario.issues, options, strict=True)
        )
        values = np.zeros((1, len(parties)), dtype=np.int64)
        for table in tables:
            values = (values[:, None, :] + table[None, :, :]).reshape(-1, len(parties))
        return cls(tuple(scenario.issues), options, parties, tables, values)

    def __len__(self) -> int:
        return len(self.values)

    def package(self, index: int) -> dict[str, str]:
        """The package at a place in the order."""
        places = np.unravel_index(index, tuple(map(len, self.options)))
        return {
            issue: options[int(place)] for issue, options, place in zip(self.issues, self.options, places, strict=True)
        }

    def index(self, package: Package) -> int:
        """The place of a complete package in the order."""
        place = 0
        for issue, options in zip(self.issues, self.options, strict=True):
            place = place * len(options) + options.index(package[issue])
        return place

    def values_at(self, index: int) -> dict[str, int]:
        """The raw values of the package at a place."""
        return dict(zip(self.parties, map(int, self.values[index]), strict=True))

    def has(self, issue: str, option: str) -> NDArray[np.bool_]:
        """Which packages have an option; none when the scenario does not know it."""
        if issue not in self.issues or option not in self.options[self.issues.index(issue)]:
            return np.zeros(len(self), dtype=np.bool_)
        position = self.issues.index(issue)
        inner = prod(map(len, self.options[position + 1 :]))
        outer = prod(map(len, self.options[:position]))
        row = np.repeat(np.array([name == option for name in self.options[position]], dtype=np.bool_), inner)
        return np.tile(row, outer)

    def within_red_lines(self, instructions: Instructions) -> NDArray[np.bool_]:
        """Which packages cross no red line of a deciding party."""
        free = np.ones(len(self), dtype=np.bool_)
        for party in self.parties:
            for line in instructions.red_lines.get(party, ()):
                if line.barred:
                    crossed = self._has_all(line.barred)
                    free &= ~(crossed & ~self._has_all(line.unless)) if line.unless else ~crossed
        return free

    def acceptable(self, instructions: Instructions) -> NDArray[np.bool_]:
        """Which packages every deciding party may sign: no red line crossed, no value below its reservation."""
        free = self.within_red_lines(instructions)
        for column, party in enumerate(self.parties):
            if party in instructions.reservations:
                free &= self.values[:, column] >= instructions.reservations[party]
        return free

    def efficient(self) -> NDArray[np.int64]:
        """The places of the packages that no package dominates, in order; packages of equal values stay together.

        Issues are merged one by one and dominated beginnings are dropped at once: with additive values, what dominates
        a beginning also dominates every continuation of it.
        """
        values = np.zeros((1, len(self.parties)), dtype=np.int64)
        places = np.zeros(1, dtype=np.int64)
        for table in self.tables:
            values = (values[:, None, :] + table[None, :, :]).reshape(-1, len(self.parties))
            places = (places[:, None] * len(table) + np.arange(len(table), dtype=np.int64)[None, :]).reshape(-1)
            keep = undominated(values)
            values, places = values[keep], places[keep]
        return places

    def _has_all(self, options: tuple[tuple[str, str], ...]) -> NDArray[np.bool_]:
        every = np.ones(len(self), dtype=np.bool_)
        for issue, option in options:
            every &= self.has(issue, option)
        return every


@dataclass(frozen=True, slots=True)
class Better:
    """A package that is better for somebody and worse for nobody."""

    package: Mapping[str, str]
    values: Mapping[str, int]
    """Raw values by deciding party."""
    gains: Mapping[str, int]
    """What each deciding party would gain, raw."""
    count: int
    """How many packages dominate, this one included."""


def undominated(values: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which rows no other row dominates: at least as much for everybody, more for somebody (Pareto 1906).

    Rows equal to an undominated row are undominated too. Raw values are far below 2^53, so that floats hold them
    exactly.
    """
    if values.shape[1] == 0:
        return np.ones(len(values), dtype=np.bool_)
    result: NDArray[np.bool_] = moocore.is_nondominated(values, maximise=True, keep_weakly=True)
    return result


def efficient(scenario: Scenario) -> tuple[dict[str, str], ...]:
    """The packages that no package dominates, in declared order. Raises `TooManyPackages` and `NoValue`."""
    space = Space.of(scenario)
    return tuple(space.package(int(place)) for place in space.efficient())


def dominating(
    scenario: Scenario, package: Package, instructions: Instructions | None = None, *, space: Space | None = None
) -> Better | None:
    """The best package among those that dominate this one, or None when it is efficient.

    Best is the largest smallest gain, then the largest sum of gains, then the declared order. With `instructions`, only
    packages that cross no red line of a deciding party count. `space` spares the enumeration where it is at hand.
    """
    space = space or Space.of(scenario)
    gains = _gains(scenario, package, space)
    better = (gains >= 0).all(axis=1) & (gains > 0).any(axis=1)
    if instructions is not None:
        better &= space.within_red_lines(instructions)
    places = np.flatnonzero(better)
    if not len(places):
        return None
    found = gains[places]
    place = int(places[np.lexsort((-found.sum(axis=1), -found.min(axis=1)))[0]])
    return Better(
        package=space.package(place),
        values=space.values_at(place),
        gains=dict(zip(space.parties, map(int, gains[place]), strict=True)),
        count=len(places),
    )


def pareto_gap(
    scenario: Scenario, package: Package, instructions: Instructions | None = None, *, space: Space | None = None
) -> int:
    """How much more every deciding party could have had at once, raw: max over q of min over i of u_i(q) - u_i(p).

    0 for a weakly efficient package. The candidates are those of `dominating`.
    """
    space = space or Space.of(scenario)
    if not space.parties:
        return 0
    least = _gains(scenario, package, space).min(axis=1)
    if instructions is not None:
        least = least[space.within_red_lines(instructions)]
    return max(0, int(least.max(initial=0)))


def _gains(scenario: Scenario, package: Package, space: Space) -> NDArray[np.int64]:
    whole = complete(scenario, package)
    here = np.array([raw_value(scenario, party, whole) for party in space.parties], dtype=np.int64)
    return space.values - here
