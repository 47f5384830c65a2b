"""What the value tables do to an exercise: how much room there is for agreement, and what a designer should mend.

The rules are the value rules of the designer's check list. An author's mistake is a `Finding`, never an exception.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from scenarios.model import Scenario
from scenarios.problems import Finding, listed
from scoring.bargaining import Solution, Solutions, solutions
from scoring.frontier import Space, TooManyPackages, undominated
from scoring.preferences import Instructions, NoValue, points

SHARE = (1, 8)
"""Percent of all packages that should be acceptable: fewer frustrate, more make any talks succeed."""
EFFICIENT = (3, 25)
"""Efficient acceptable packages that there should be: something to choose from, and something to miss."""

CODES = ("E3", "E4", "W1", "W2", "W3", "W4", "W5", "W6", "W20")
"""The codes of the findings; the numbers are those of the designer's check list."""


@dataclass(frozen=True, slots=True)
class Range:
    """What a deciding party can get, in raw values."""

    reservation: int
    best: int
    """Over all packages."""
    best_acceptable: int | None
    """Over the packages that everybody may sign, or None where there is none."""


@dataclass(frozen=True, slots=True)
class Middle:
    """Splitting the difference: the middle option of every issue, the lower one of two."""

    package: Mapping[str, str]
    surplus: Mapping[str, int]
    """Raw value above the reservation, by deciding party."""
    acceptable: Mapping[str, str] | None
    """An acceptable package of middle options only, either one where there are two; None where there is none."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The facts of a scenario's value tables, counted over all packages."""

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

    @property
    def share(self) -> float:
        """Percent of all packages that are acceptable."""
        return 100 * self.acceptable / self.packages

    def as_json(self) -> dict[str, Any]:
        """The facts in points, for other programs."""
        return {
            "packages": self.packages,
            "parties": {
                name: {"reservation": points(party.reservation), "best": points(party.best)}
                for name, party in self.parties.items()
            },
            "acceptable": self.acceptable,
            "efficient": self.efficient,
            "efficient_acceptable": self.efficient_acceptable,
            "points": {
                "nash": _as_json(self.points.nash),
                "kalai_smorodinsky": _as_json(self.points.kalai_smorodinsky),
                "egalitarian": _as_json(self.points.egalitarian),
                "utilitarian": _as_json(self.points.utilitarian),
            },
            "within_red_lines": self.within_red_lines,
            "middle": {
                "package": dict(self.middle.package),
                "surplus": {name: points(raw) for name, raw in self.middle.surplus.items()},
            },
            "forced": dict(self.forced),
        }


def analyse(scenario: Scenario, instructions: Instructions | None = None) -> Analysis:
    """Count the packages of a scenario under these instructions, by default those of the start.

    Raises `TooManyPackages` and `NoValue`.
    """
    space = Space.of(scenario)
    instructions = instructions or Instructions.of(scenario)
    floors = {name: instructions.reservations.get(name, 0) for name in space.parties}
    within = space.within_red_lines(instructions)
    mask = space.acceptable(instructions)
    acceptable = space.values[mask]
    ranges = {
        name: Range(
            reservation=floors[name],
            best=int(space.values[:, column].max()),
            best_acceptable=int(acceptable[:, column].max()) if len(acceptable) else None,
        )
        for column, name in enumerate(space.parties)
    }
    forced = {
        issue: option
        for issue, options in zip(space.issues, space.options, strict=True)
        for option in options
        if len(acceptable) and space.has(issue, option)[mask].all()
    }
    shortfall: dict[str, int] = {}
    if within.any() and not len(acceptable):
        surplus = space.values[within] - np.array(list(floors.values()), dtype=np.int64)
        nearest = surplus[surplus.min(axis=1).argmax()]
        shortfall = {name: -int(raw) for name, raw in zip(space.parties, nearest, strict=True) if raw < 0}
    return Analysis(
        packages=len(space),
        parties=ranges,
        within_red_lines=int(within.sum()),
        acceptable=len(acceptable),
        efficient=len(space.efficient()),
        efficient_acceptable=int(undominated(acceptable).sum()),
        points=solutions(scenario, instructions, space=space),
        middle=_middle(space, floors, mask),
        forced=forced,
        shortfall=shortfall,
    )


def findings(scenario: Scenario) -> tuple[Finding, ...]:
    """What a designer should mend in the value tables.

    Nothing is found where no party decides, or where points or a reservation are missing, which is E2.
    """
    deciding = [scenario.parties[name] for name in scenario.deciding()]
    if not deciding or any(party.reservation is None for party in deciding):
        return ()
    try:
        analysis = analyse(scenario)
    except NoValue:
        return ()
    except TooManyPackages as error:
        remedy = "Have fewer issues or fewer options, or play it without these checks."
        message = f"{error.packages:,} packages are too many to count, so the values are not checked"
        return (Finding("W20", "warning", "issues", message, remedy),)
    return (*_agreement(analysis), *_room(analysis), *_lessons(analysis), *_trade(scenario))


def _agreement(analysis: Analysis) -> tuple[Finding, ...]:
    """E4: red lines leave a package. E3: at least one package is acceptable to all."""
    if not analysis.within_red_lines:
        message = "every package crosses a red line, so that no agreement is possible"
        remedy = "Take away a red line, or add an option that all can live with."
        return (Finding("E4", "error", "parties", message, remedy),)
    if not analysis.acceptable:
        missing = ", ".join(f"`{name}` {points(raw):g}" for name, raw in analysis.shortfall.items())
        message = f"no package is acceptable to all; the nearest one leaves these points missing: {missing}"
        remedy = "Lower a reservation, or add an option or points that bridge the gap."
        return (Finding("E3", "error", "parties", message, remedy),)
    return ()


def _room(analysis: Analysis) -> tuple[Finding, ...]:
    """W2: the acceptable share is from 1 to 8 %. W3: there are 3 to 25 efficient acceptable packages."""
    found: list[Finding] = []
    if not analysis.acceptable:
        return ()
    low, high = SHARE
    counts = f"{analysis.acceptable} of {analysis.packages} packages ({analysis.share:.1f} %) are acceptable to all"
    if 100 * analysis.acceptable < low * analysis.packages:
        remedy = "Lower a reservation a little, or play it with people who have much time."
        found.append(Finding("W2", "warning", "parties", f"{counts}, less than {low} %", remedy))
    elif 100 * analysis.acceptable > high * analysis.packages:
        remedy = "Raise a reservation, or sharpen the points, so that agreement takes work."
        found.append(Finding("W2", "warning", "parties", f"{counts}, more than {high} %", remedy))
    few, many = EFFICIENT
    if not few <= analysis.efficient_acceptable <= many:
        message = f"{analysis.efficient_acceptable} acceptable packages are efficient, and {few} to {many} teach best"
        remedy = "Change weights or points: equal weights leave few efficient packages, close points leave many."
        found.append(Finding("W3", "warning", "parties", message, remedy))
    return tuple(found)


def _lessons(analysis: Analysis) -> tuple[Finding, ...]:
    """W1: no split-the-difference. W4: no forced issue. W5: no side's ideal is the Kalai-Smorodinsky point."""
    found: list[Finding] = []
    if analysis.middle.acceptable is not None:
        options = listed(f"{issue}.{option}" for issue, option in analysis.middle.acceptable.items())
        message = f"splitting the difference is acceptable to all: {options}"
        remedy = "Move points away from the middle options, so that trading beats halving."
        found.append(Finding("W1", "warning", "issues", message, remedy))
    for issue, option in analysis.forced.items() if analysis.acceptable > 1 else ():
        message = f"all acceptable packages have option `{option}`"
        remedy = "Keep it only if the lesson is to find this option; else make a second one acceptable."
        found.append(Finding("W4", "warning", f"issues.{issue}", message, remedy))
    fair = analysis.points.kalai_smorodinsky
    if fair is not None and analysis.acceptable > 1:
        for name, party in analysis.parties.items():
            if fair.values[name] == party.best_acceptable:
                message = f"the fair package (Kalai-Smorodinsky) is already the best that `{name}` can get"
                remedy = f"Give `{name}` something to win beyond it, or something that it has to give."
                found.append(Finding("W5", "warning", f"parties.{name}.values", message, remedy))
    return tuple(found)


def _trade(scenario: Scenario) -> tuple[Finding, ...]:
    """W6: two deciding parties at least weigh the issues so differently that they can trade (correlation up to .8)."""
    pairs = list(combinations(scenario.deciding(), 2))
    weights = {
        name: [scenario.parties[name].values[issue].weight for issue in scenario.issues]
        for pair in pairs
        for name in pair
    }
    if not pairs or any(not _alike(weights[one], weights[other]) for one, other in pairs):
        return ()
    message = "all deciding parties weigh the issues alike (correlation above .8), so that there is nothing to trade"
    remedy = "Give two parties different priorities, so that each can yield where it costs little."
    return (Finding("W6", "warning", "parties", message, remedy),)


def _alike(one: list[int], other: list[int]) -> bool:
    """Whether the Pearson correlation of two lists of weights is above 4/5, exactly.

    A list of equal weights has no correlation: two such lists are alike, one is not like another.
    """
    n = len(one)
    spread_one = n * sum(x * x for x in one) - sum(one) ** 2
    spread_other = n * sum(y * y for y in other) - sum(other) ** 2
    together = n * sum(x * y for x, y in zip(one, other, strict=True)) - sum(one) * sum(other)
    if not spread_one or not spread_other:
        return spread_one == spread_other
    return together > 0 and 25 * together**2 > 16 * spread_one * spread_other


def _middle(space: Space, floors: Mapping[str, int], acceptable: np.ndarray[Any, np.dtype[np.bool_]]) -> Middle:
    lower = {
        issue: options[(len(options) - 1) // 2] for issue, options in zip(space.issues, space.options, strict=True)
    }
    values = space.values_at(space.index(lower))
    found: Mapping[str, str] | None = None
    if any(len(options) > 2 for options in space.options):  # an issue of two options has no middle
        middle = acceptable.copy()
        for issue, options in zip(space.issues, space.options, strict=True):
            middle &= space.has(issue, lower[issue]) | space.has(issue, options[len(options) // 2])
        if middle.any():
            found = space.package(int(middle.argmax()))
    return Middle(lower, {name: values[name] - floors[name] for name in space.parties}, found)


def _as_json(solution: Solution | None) -> dict[str, Any] | None:
    if solution is None:
        return None
    return {
        "package": dict(solution.package),
        "values": {name: points(raw) for name, raw in solution.values.items()},
        "ties": solution.ties,
    }
