"""The facts of a scenario's value tables: how much room there is for agreement, and where theory would settle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf, nextafter
from typing import Any, overload

import numpy as np

from scoring.bargaining import RULES, Solution, Solutions
from scoring.preferences import points
from scoring.tables import Integers

ROWS = 200
"""The most rows of the efficient set that are shown to other programs."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a deciding party can get, in raw values."""

    reservation: int
    best: int
    """Over all packages."""
    best_acceptable: int | None
    """Over the packages that everybody may sign, or None where there is none."""


@dataclass(frozen=True, slots=True)
class Affected:
    """What packages mean to a party that has points and no vote, in raw values."""

    least: int
    best: int
    """Over all packages."""
    least_acceptable: int | None
    best_acceptable: int | None
    """Over the packages that every deciding party may sign; None where there is none, or where they are not known."""
    package: Mapping[str, str] | None
    """An acceptable package that is best for this party."""
    at: Mapping[str, int]
    """Its value at each of the four solutions, by their names."""


@dataclass(frozen=True, slots=True)
class Harm:
    """An option in the package of a solution that would hurt somebody without a vote."""

    solution: str
    issue: str
    option: str
    words: str
    """Whom, and how."""


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds of what is not known exactly. Both hold."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Middle:
    """Splitting the difference: the middle option of every issue, the lower one of two."""

    package: Mapping[str, str]
    surplus: Mapping[str, int]
    """Raw value above the reservation, by deciding party."""
    acceptable: Mapping[str, str] | None
    """An acceptable package of middle options only, either one where there are two; None where none is known."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows(Sequence[Mapping[str, int]]):
    """Raw values by party, row by row; kept as an array, as there may be as many as there are packages."""

    parties: tuple[str, ...]
    values: Integers

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, at: int) -> Mapping[str, int]: ...
    @overload
    def __getitem__(self, at: slice) -> Rows: ...
    def __getitem__(self, at: int | slice) -> Mapping[str, int] | Rows:
        if isinstance(at, slice):
            return Rows(self.parties, self.values[at])
        return dict(zip(self.parties, self.values[at].tolist(), strict=True))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows):
            return NotImplemented
        return self.parties == other.parties and np.array_equal(self.values, other.values)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The facts of a scenario's value tables, over all packages. What is not exact has its bounds."""

    packages: int
    parties: Mapping[str, Range]
    """By deciding party."""
    within_red_lines: int
    """Packages that cross no red line of a deciding party."""
    acceptable: int
    """Packages that every deciding party may sign."""
    efficient: int
    """Packages that no package dominates."""
    efficient_acceptable: int
    """Acceptable packages that no acceptable package dominates."""
    points: Solutions
    middle: Middle
    forced: Mapping[str, str]
    """Issues on which all acceptable packages have the same option."""
    shortfall: Mapping[str, int]
    """Where nothing is acceptable: what is missing, raw, in the package within the red lines that comes nearest."""
    method: str
    """How the efficient acceptable packages were found: `merge`, `grid`, `mixed`, or `bounds`."""
    bounds: Mapping[str, Between]
    """What is not known exactly, by name: `acceptable`, `efficient`, `efficient_acceptable` in packages, and the score
    of each solution: product of gains, smallest share, smallest gain, sum of gains. Gains are in points. The numbers
    above are then the lower bounds, and the solutions the best packages that were found."""
    undecided: tuple[str, ...]
    """What could not be decided: `middle`, `forced` with the issue, `affected` with the party."""
    affected: Mapping[str, Affected]
    harms: tuple[Harm, ...]
    front: Sequence[Mapping[str, int]]
    """Distinct raw values of the efficient acceptable packages, where nothing is acceptable of those within the red
    lines; the largest of the first party first. Those that were found where the set is out of reach."""

    @property
    def exact(self) -> bool:
        """Whether every number is exact."""
        return not self.bounds and not self.undecided

    @property
    def share(self) -> float:
        """Percent of all packages that are acceptable."""
        return 100 * self.acceptable / self.packages

    def between(self, name: str, number: int) -> tuple[Fraction, Fraction]:
        """The bounds of a number, which are the number itself where it is exact."""
        known = self.bounds.get(name)
        return (known.low, known.high) if known else (Fraction(number), Fraction(number))

    def as_json(self) -> dict[str, Any]:
        """The facts in points, for other programs; the efficient set up to `ROWS` rows, evenly taken.

        Counts are whole numbers of any size.
        """
        harms = {
            name: [
                {"issue": harm.issue, "option": harm.option, "harm": harm.words}
                for harm in self.harms
                if harm.solution == name
            ]
            for name in RULES
        }
        taken = self.front if len(self.front) <= ROWS else _evenly(self.front)
        return {
            "packages": self.packages,
            "parties": {
                name: {
                    "reservation": points(party.reservation),
                    "best": points(party.best),
                    "best_acceptable": _points(party.best_acceptable),
                }
                for name, party in self.parties.items()
            },
            "acceptable": self.acceptable,
            "efficient": self.efficient,
            "efficient_acceptable": self.efficient_acceptable,
            "points": {name: _as_json(getattr(self.points, name), harms[name]) for name in RULES},
            "within_red_lines": self.within_red_lines,
            "middle": {
                "package": dict(self.middle.package),
                "surplus": {name: points(raw) for name, raw in self.middle.surplus.items()},
                "acceptable": None if self.middle.acceptable is None else dict(self.middle.acceptable),
            },
            "forced": dict(self.forced),
            "shortfall": {name: points(raw) for name, raw in self.shortfall.items()},
            "exact": self.exact,
            "method": self.method,
            "bounds": {
                name: [_plain(between.low, up=False), _plain(between.high, up=True)]
                for name, between in self.bounds.items()
            },
            "undecided": list(self.undecided),
            "affected": {
                name: {
                    "least": points(each.least),
                    "best": points(each.best),
                    "least_acceptable": _points(each.least_acceptable),
                    "best_acceptable": _points(each.best_acceptable),
                    "package": None if each.package is None else dict(each.package),
                    "at": {solution: points(raw) for solution, raw in each.at.items()},
                }
                for name, each in self.affected.items()
            },
            "front": {
                "rows": [{name: points(raw) for name, raw in row.items()} for row in taken],
                "of": len(self.front),
            },
        }


def _evenly(front: Sequence[Mapping[str, int]]) -> list[Mapping[str, int]]:
    return [front[n * (len(front) - 1) // (ROWS - 1)] for n in range(ROWS)]


def _points(raw: int | None) -> float | None:
    return None if raw is None else points(raw)


def _plain(number: Fraction, *, up: bool) -> int | float:
    """A bound as a number of JSON, which holds as the exact one does: a fraction that floats lack moves outwards."""
    if number.denominator == 1:
        return int(number)
    near = float(number)
    if Fraction(near) < number if up else Fraction(near) > number:
        return nextafter(near, inf if up else -inf)
    return near


def _as_json(solution: Solution | None, harms: list[dict[str, str]]) -> dict[str, Any] | None:
    if solution is None:
        return None
    return {
        "package": dict(solution.package),
        "values": {name: points(raw) for name, raw in solution.values.items()},
        "ties": solution.ties,
        "harms": harms,
    }
