"""The analysis of a scenario: the facts of its value tables, found step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np

from scenarios.model import Scenario
from scenarios.texts import tr
from scoring.analysis.facts import Affected, Analysis, Between, Harm, Middle, Range, Rows
from scoring.bargaining import RULES, Point, Solution, Solutions, named, settle
from scoring.counting import Count, count_at_least
from scoring.frontier import MOST_WORK, Front, OutOfReach, Progress, front, reach
from scoring.nearby import nearby
from scoring.preferences import Instructions, NoValue
from scoring.tables import Tables, TooManyPackages


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
        whole = self._front(self.all, None, tr("efficient packages"), 0.0, 0.3)
        efficient = self._size("efficient", whole, 1, self.all.packages)
        if self.within is self.all and whole is not None:
            signed: Front | None = whole.reaching(self.floors)
        else:
            signed = self._front(self.within, self.floors, tr("efficient acceptable packages"), 0.3, 0.5)
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
            front=Rows(self.parties, shown),
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
        return self._front(self.within, None, tr("packages within the red lines"), 0.7, 0.75)

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
                found = reach(
                    middle, self.floors, progress=self._part(0.75, 0.8), label=tr("packages of middle options")
                )
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
                    label=tr("other ways on {issue}", issue=issue),
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
                    low = reach(joint, floors, least=True, progress=part, label=tr("the least for {party}", party=name))
                    high = reach(
                        joint, floors, progress=self._part(middle, end), label=tr("the most for {party}", party=name)
                    )
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
