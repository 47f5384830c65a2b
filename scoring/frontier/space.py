"""All packages of a scenario as one array: the plain way, that the others are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scoring.frontier.dominance import undominated
from scoring.preferences import Instructions, Package
from scoring.tables import LIMIT, Integers, Tables, TooManyPackages


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Every package of a scenario, in declared order: the last issue turns fastest."""

    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    """The options of each issue."""
    parties: tuple[str, ...]
    """The deciding parties."""
    values: Integers
    """Raw values, shape (packages, parties)."""

    @classmethod
    def of(cls, scenario: Scenario, limit: int = LIMIT) -> Space:
        """Enumerate the packages. Raises `TooManyPackages` and `NoValue`."""
        options = tuple(tuple(issue.options) for issue in scenario.issues.values())
        packages = prod(map(len, options))
        if packages > limit:
            raise TooManyPackages(packages, limit)
        parties = scenario.deciding()
        tables = Tables.of(scenario, parties)
        return cls(tuple(scenario.issues), options, parties, tables.raw(tables.joined().blocks[0].values))

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

    def efficient(self) -> Integers:
        """The places of the packages that no package dominates, in order; packages of equal values stay together."""
        return np.flatnonzero(undominated(self.values))

    def _has_all(self, options: tuple[tuple[str, str], ...]) -> NDArray[np.bool_]:
        every = np.ones(len(self), dtype=np.bool_)
        for issue, option in options:
            every &= self.has(issue, option)
        return every
