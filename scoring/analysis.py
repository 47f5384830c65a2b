"""The facts of a scenario's value tables: how much room there is for agreement, and where theory would settle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from scenarios.model import Scenario
from scoring.bargaining import RULES, Point, Solution, Solutions, named, settle
from scoring.counting import Count, count_at_least
from scoring.frontier import MOST_WORK, Front, OutOfReach, Progress, front, reach
from scoring.nearby import nearby
from scoring.preferences import Instructions, NoValue, points
from scoring.tables import Tables, TooManyPackages

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
    front: tuple[Mapping[str, int], ...]
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
        """The facts in points, for other programs; the efficient set up to `ROWS` rows, evenly taken."""
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
            "bounds": {name: [_plain(between.low), _plain(between.high)] for name, between in self.bounds.items()},
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


def analyse(scenario: Scenario, instructions: Instructions | None = None, progress: Progress | None = None) -> Analysis:
    """Weigh the packages of a scenario under these instructions, by default those of the start.

    Exact at any size where memory and time allow, else with bounds. `progress` is told what is being done and how far
    the whole is, from 0 to 1; an exception that it raises ends the work. Raises `TooEntangled` and `NoValue`.
    """
    return _Work(scenario, instructions or Instructions.of(scenario), progress).analysis()


class _Work:
    """One analysis."""

    def __init__(self, scenario: Scenario, instructions: Instructions, progress: Progress | None) -> None:
        self.scenario = scenario
        self.parties = scenario.deciding()
        lines = {party: lines for party, lines in instructions.red_lines.items() if party in self.parties}
        self.instructions = Instructions(instructions.reservations, lines)
        self.progress = progress
        self.done = 0.0
        self.all = Tables.of(scenario, self.parties)
        within = Tables.of(scenario, self.parties, self.instructions)
        self.within = self.all if within.packages == self.all.packages else within
        self.known = [instructions.reservations.get(party) for party in self.parties]
        self.floors = self.within.steps(self.known)
        self.reservations = [floor or 0 for floor in self.known]
        self.bounds: dict[str, Between] = {}
        self.undecided: list[str] = []

    def analysis(self) -> Analysis:
        """All the facts."""
        whole = self._front(self.all, None, "efficient packages", 0.0, 0.3)
        efficient = self._size("efficient", whole, 1, self.all.packages)
        if self.within is self.all and whole is not None:
            signed: Front | None = whole.reaching(self.floors)
        else:
            signed = self._front(self.within, self.floors, "efficient acceptable packages", 0.3, 0.5)
        count = count_at_least(self.within, self.floors, self._part(0.5, 0.65))
        settled: Mapping[str, Point]
        if signed is not None:
            places, values, settled = _some(signed), signed.values, settle(signed, self.reservations)
            count = Count(max(count.low, signed.packages), count.high) if len(signed) else Count(0, 0)
        else:
            near = nearby(self.within, self.floors, self.reservations, self._part(0.65, 0.7))
            places, values, settled = near.places, near.values, near.points
            self.bounds |= {name: Between(*pair) for name, pair in near.scores.items()}
            count = Count(max(count.low, int(bool(places))), 0 if near.impossible else count.high)
        efficient_acceptable = self._size("efficient_acceptable", signed, int(count.low > 0), count.high)
        if not count.exact:
            self.bounds["acceptable"] = Between(Fraction(count.low), Fraction(count.high))
        solutions = named(self.within, self.parties, settled)
        best = self.all.raw(np.array([self.all.spans], dtype=np.int64))[0]
        nothing = count.high == 0 and self.within.packages > 0
        below = self._below(whole) if nothing else None
        shown = below.values if below is not None else values
        return Analysis(
            packages=self.all.packages,
            parties={
                party: Range(floor, int(best[n]), int(values[:, n].max()) if len(values) else None)
                for n, (party, floor) in enumerate(zip(self.parties, self.reservations, strict=True))
            },
            within_red_lines=self.within.packages,
            acceptable=count.low,
            efficient=efficient,
            efficient_acceptable=efficient_acceptable,
            points=solutions,
            middle=self._middle(),
            forced=self._forced(places),
            shortfall=self._shortfall(below),
            method=str(signed.method) if signed is not None else "bounds",
            affected=self._affected(solutions, count),
            harms=self._harms(solutions),
            front=tuple(dict(zip(self.parties, row, strict=True)) for row in shown.tolist()),
            undecided=tuple(self.undecided),
            bounds=self.bounds,
        )

    def _part(self, start: float, end: float) -> Progress | None:
        """Tell the progress of a part as that of the whole, which never falls: a second way begins where one ended."""
        told = self.progress
        if told is None:
            return None

        def tell(label: str, share: float) -> None:
            self.done = max(self.done, start + (end - start) * share)
            told(label, self.done)

        return tell

    def _front(
        self, tables: Tables, floors: Sequence[int] | None, label: str, start: float, end: float
    ) -> Front | None:
        try:
            return front(tables, floors, progress=self._part(start, end), label=label)
        except OutOfReach:
            return None

    def _size(self, name: str, found: Front | None, low: int, high: int) -> int:
        """How many packages are efficient; with bounds where they are not known."""
        if found is not None:
            return found.packages
        if low < high:
            self.bounds[name] = Between(Fraction(low), Fraction(high))
        return low

    def _below(self, whole: Front | None) -> Front | None:
        """What is efficient within the red lines where nothing is acceptable."""
        if self.within is self.all:
            return whole
        return self._front(self.within, None, "packages within the red lines", 0.7, 0.75)

    def _shortfall(self, below: Front | None) -> dict[str, int]:
        """What the package misses that comes nearest: the largest smallest surplus, then sum, then declared order."""
        if below is None or not len(below) or not self.parties:
            return {}
        nearest = settle(below, self.reservations, ("egalitarian",))["egalitarian"]
        missing = zip(self.parties, nearest.values, self.reservations, strict=True)
        return {party: floor - raw for party, raw, floor in missing if raw < floor}

    def _middle(self) -> Middle:
        sizes = self.within.sizes
        lower = self.within.named([(size - 1) // 2 for size in sizes])
        surplus = {
            party: self.scenario.worth(party, lower) - floor
            for party, floor in zip(self.parties, self.reservations, strict=True)
        }
        found = None
        if any(size > 2 for size in sizes):  # an issue of two options has no middle
            middle = self.within.only([{(size - 1) // 2, size // 2} for size in sizes])
            try:
                found = reach(middle, self.floors, progress=self._part(0.75, 0.8), label="packages of middle options")
            except OutOfReach:
                self.undecided.append("middle")
        return Middle(lower, surplus, None if found is None else self.within.package(found.place))

    def _forced(self, places: Sequence[int]) -> dict[str, str]:
        """An issue is forced where the packages without the option of one acceptable package reach no floors."""
        if not places:
            return {}
        known = [self.within.options(place) for place in places]
        forced: dict[str, str] = {}
        for n, (issue, options) in enumerate(self.within.names):
            if len({package[n] for package in known}) > 1:
                continue
            part = self._part(0.8 + 0.1 * n / len(self.within.names), 0.8 + 0.1 * (n + 1) / len(self.within.names))
            own = known[0][n]
            if self._changed(places, n):
                continue
            others = [set(range(size)) - ({own} if at == n else set()) for at, size in enumerate(self.within.sizes)]
            try:
                other = reach(
                    self.within.only(others),
                    self.floors,
                    progress=part,
                    label=f"other ways on {issue}",
                    work=MOST_WORK // len(self.within.names),
                )
            except OutOfReach:
                self.undecided.append(f"forced {issue}")
                continue
            if other is None:
                forced[issue] = options[own]
            else:
                known.append(self.within.options(other.place))
        return forced

    def _changed(self, places: Sequence[int], issue: int) -> bool:
        """Whether one of these acceptable packages stays acceptable with another option on an issue."""
        tables = self.within
        own, block = next((n, block) for n, block in enumerate(tables.blocks) if issue in block.issues)
        taken = tables.taken(block, issue)
        floors = np.array(self.floors, dtype=np.int64)
        for place in places:
            rows = tables.rows(place)
            others = block.values[taken != taken[rows[own]]]
            rest = (
                sum(each.values[row] for each, row in zip(tables.blocks, rows, strict=True)) - block.values[rows[own]]
            )
            if (others + rest >= floors).all(axis=1).any():
                return True
        return False

    def _affected(self, solutions: Solutions, count: Count) -> dict[str, Affected]:
        """The parties with points and no vote; one whose points are not complete is left out."""
        found = {}
        silent = [name for name, party in self.scenario.parties.items() if party.values and not party.decides]
        for n, name in enumerate(silent):
            begin, end = 0.9 + 0.1 * n / len(silent), 0.9 + 0.1 * (n + 1) / len(silent)
            middle = (begin + end) / 2
            try:
                alone = Tables.of(self.scenario, (name,))
            except NoValue:
                continue
            least, best, package = None, None, None
            if count.high:
                try:
                    joint = Tables.of(self.scenario, (*self.parties, name), self.instructions)
                    floors = joint.steps([*self.known, None])[:-1]
                    part = self._part(begin, middle)
                    low = reach(joint, floors, least=True, progress=part, label=f"the least for {name}")
                    high = reach(joint, floors, progress=self._part(middle, end), label=f"the most for {name}")
                except (OutOfReach, TooManyPackages):
                    self.undecided.append(f"affected {name}")
                else:
                    if low is not None and high is not None:
                        least = self.scenario.worth(name, joint.package(low.place))
                        package = joint.package(high.place)
                        best = self.scenario.worth(name, package)
            at = {
                rule: self.scenario.worth(name, solution.package)
                for rule in RULES
                if (solution := getattr(solutions, rule)) is not None
            }
            lowest, highest = alone.offset[0], alone.offset[0] + alone.unit[0] * alone.spans[0]
            found[name] = Affected(lowest, highest, least, best, package, at)
        return found

    def _harms(self, solutions: Solutions) -> tuple[Harm, ...]:
        found = []
        for rule in RULES:
            solution: Solution | None = getattr(solutions, rule)
            for issue, option in solution.package.items() if solution else ():
                words = self.scenario.issues[issue].options[option].harm
                if words:
                    found.append(Harm(rule, issue, option, words))
        return tuple(found)


def _some(acceptable: Front) -> tuple[int, ...]:
    """The places of some of the efficient packages, spread over them."""
    steps = acceptable.steps
    return tuple(place for _, place in acceptable.traced(steps[:: max(1, len(steps) // 64)]))


def _evenly(front: Sequence[Mapping[str, int]]) -> list[Mapping[str, int]]:
    return [front[n * (len(front) - 1) // (ROWS - 1)] for n in range(ROWS)]


def _points(raw: int | None) -> float | None:
    return None if raw is None else points(raw)


def _plain(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)


def _as_json(solution: Solution | None, harms: list[dict[str, str]]) -> dict[str, Any] | None:
    if solution is None:
        return None
    return {
        "package": dict(solution.package),
        "values": {name: points(raw) for name, raw in solution.values.items()},
        "ties": solution.ties,
        "harms": harms,
    }
