"""Small value tables, weighed package by package in plain integers: what the value rules need, without numpy.

The answers are those of `scoring.analysis`, at any size that both can do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import prod
from operator import ge

from scenarios.model import Scenario
from scoring.preferences import HUNDREDTHS, Instructions, Package, option_raw

MOST_PACKAGES = 50_000
"""The most packages that are weighed one by one; more are quicker with arrays."""
MOST_ACCEPTABLE = 1_000
"""The most acceptable packages that are compared with each other."""

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the value rules look at. Values are raw; what is not exact has its bounds."""

    packages: int
    within_red_lines: int
    acceptable: int
    efficient_acceptable: int
    best_acceptable: Mapping[str, int | None]
    """By deciding party."""
    solutions: Mapping[str, Package]
    """Where theory would settle: `nash`, `kalai_smorodinsky`, `egalitarian`, `utilitarian`; empty if nowhere."""
    values: Mapping[str, Mapping[str, int]]
    """What they are worth to the deciding parties."""
    middle: Package | None
    """An acceptable package of middle options only."""
    forced: Mapping[str, str]
    """Issues on which all acceptable packages have the same option."""
    shortfall: Mapping[str, int]
    """What the nearest package misses where nothing is acceptable."""
    bounds: Mapping[str, tuple[Fraction, Fraction]] = field(default_factory=dict)
    undecided: tuple[str, ...] = ()

    def between(self, name: str, number: int) -> tuple[Fraction, Fraction]:
        """The bounds of a number, which are the number itself where it is exact."""
        return self.bounds.get(name, (Fraction(number), Fraction(number)))


def weighed(scenario: Scenario) -> Facts | None:
    """The facts under the instructions of the start; None where there is too much for this way. Raises NoValue."""
    if prod(len(issue.options) for issue in scenario.issues.values()) > MOST_PACKAGES:
        return None
    work = _Work(scenario)
    signed = work.signed()
    return work.facts(signed) if len(signed) <= MOST_ACCEPTABLE else None


class _Work:
    """All packages in the declared order; the last issue turns fastest."""

    def __init__(self, scenario: Scenario) -> None:
        self.parties = scenario.deciding()
        self.names = {issue: tuple(written.options) for issue, written in scenario.issues.items()}
        self.packages = prod(map(len, self.names.values()))
        self.strides: dict[str, int] = {}
        stride = self.packages
        for issue, options in self.names.items():
            stride //= len(options)
            self.strides[issue] = stride
        instructions = Instructions.of(scenario)
        self.floors = [instructions.reservations[party] for party in self.parties]
        self.values = [self.values_of(scenario, party) for party in self.parties]
        self.barred: set[int] = set()
        for party in self.parties:
            for line in instructions.red_lines.get(party, ()):
                if line.barred:
                    self.barred.update(self.places(dict(line.barred)))

    def values_of(self, scenario: Scenario, party: str) -> list[int]:
        """What each package is worth to a party."""
        values = [0]
        for issue, options in self.names.items():
            own = [option_raw(scenario, party, issue, option) for option in options]
            values = [before + worth for before in values for worth in own]
        for link in scenario.parties[party].linkages:
            for place in self.places(link.options):
                values[place] += HUNDREDTHS * link.points
        return values

    def places(self, package: Package) -> Iterator[int]:
        """The places of all packages that have these options."""
        steps = [
            [options.index(package[issue]) * stride] if issue in package else range(0, len(options) * stride, stride)
            for (issue, options), stride in zip(self.names.items(), self.strides.values(), strict=True)
        ]
        return map(sum, product(*steps))

    def within(self) -> Iterable[int]:
        """The places of the packages that cross no red line."""
        return (place for place in range(self.packages) if place not in self.barred)

    def signed(self) -> list[int]:
        """The places of the packages that every deciding party may sign."""
        places = list(self.within())
        for values, floor in zip(self.values, self.floors, strict=True):
            places = [place for place in places if values[place] >= floor]
        return places

    def option(self, issue: str, place: int) -> int:
        return place // self.strides[issue] % len(self.names[issue])

    def package(self, place: int) -> dict[str, str]:
        """The package at a place."""
        return {issue: options[self.option(issue, place)] for issue, options in self.names.items()}

    def gains(self, place: int) -> Row:
        return tuple(values[place] - floor for values, floor in zip(self.values, self.floors, strict=True))

    def facts(self, signed: Sequence[int]) -> Facts:
        """The facts, given what everybody may sign."""
        gains = [self.gains(place) for place in signed]
        settled = self.settled(signed, gains) if signed else {}
        within = self.packages - len(self.barred)
        return Facts(
            packages=self.packages,
            within_red_lines=within,
            acceptable=len(signed),
            efficient_acceptable=_efficient(gains),
            best_acceptable={
                party: max(values[place] for place in signed) if signed else None
                for party, values in zip(self.parties, self.values, strict=True)
            },
            solutions={name: self.package(place) for name, place in settled.items()},
            values={
                name: {party: values[place] for party, values in zip(self.parties, self.values, strict=True)}
                for name, place in settled.items()
            },
            middle=self.middle(signed),
            forced=self.forced(signed) if signed else {},
            shortfall=self.shortfall() if within and not signed else {},
        )

    def settled(self, signed: Sequence[int], gains: Sequence[Row]) -> dict[str, int]:
        """The places with the highest scores; a tie goes to the larger sum of gains, then to the declared order."""
        most = [max(column) for column in zip(*gains, strict=True)]
        scores = {
            "nash": _products(gains),
            "kalai_smorodinsky": _shares(gains, most),
            "egalitarian": [min(row) for row in gains],
            "utilitarian": [sum(row) for row in gains],
        }
        return {
            name: -max(zip(scored, map(sum, gains), (-place for place in signed), strict=True))[2]
            for name, scored in scores.items()
        }

    def middle(self, signed: Iterable[int]) -> dict[str, str] | None:
        sizes = {issue: len(options) for issue, options in self.names.items()}
        if all(size == 2 for size in sizes.values()):  # an issue of two options has no middle
            return None
        for place in signed:
            if all(self.option(issue, place) in ((size - 1) // 2, size // 2) for issue, size in sizes.items()):
                return self.package(place)
        return None

    def forced(self, signed: Sequence[int]) -> dict[str, str]:
        found = {}
        for issue, options in self.names.items():
            taken = {self.option(issue, place) for place in signed}
            if len(taken) == 1:
                found[issue] = options[taken.pop()]
        return found

    def shortfall(self) -> dict[str, int]:
        """The package with the largest smallest surplus, then sum, is efficient: what dominates it would have more."""
        nearest = max((min(row), sum(row), -place) for place in self.within() for row in [self.gains(place)])
        missing = zip(self.parties, self.gains(-nearest[2]), strict=True)
        return {party: -gain for party, gain in missing if gain < 0}


def _efficient(rows: Sequence[Row]) -> int:
    """How many rows no other row dominates, equal ones each counted; a dominating row has the larger sum."""
    counts = Counter(rows)
    kept: list[Row] = []
    for row in sorted(counts, key=sum, reverse=True):
        if not any(all(map(ge, other, row)) for other in kept):
            kept.append(row)
    return sum(counts[row] for row in kept)


def _products(gains: Sequence[Row]) -> list[int]:
    """The products of gains where all gain something; where nobody can have that, all rows score alike."""
    return [prod(row) if min(row) > 0 else 0 for row in gains]


def _shares(gains: Sequence[Row], most: Sequence[int]) -> list[int]:
    """The smallest shares of what each could gain at best, over their common denominator."""
    whole = prod(best for best in most if best > 0)
    return [
        min((gain * (whole // best) for gain, best in zip(row, most, strict=True) if best > 0), default=0)
        for row in gains
    ]
