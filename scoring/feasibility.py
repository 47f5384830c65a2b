"""What a designer should mend in the value tables: the value rules of the check list.

An author's mistake is a `Finding`, never an exception.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from scenarios.model import Scenario
from scenarios.problems import Finding, listed
from scenarios.texts import mark, number, tr
from scoring.plain import Facts, weighed
from scoring.preferences import NoValue, Package, complete, points, raw_value

if TYPE_CHECKING:
    from scoring.analysis import Analysis

SHARE = (1, 8)
"""Percent of all packages that should be acceptable: fewer frustrate, more make any talks succeed."""
EFFICIENT = (3, 25)
"""Efficient acceptable packages that there should be: something to choose from, and something to miss."""

CODES = ("E3", "E4", "W1", "W2", "W3", "W4", "W5", "W6", "W7", "W20")
"""The codes of the findings; the numbers are those of the designer's check list."""

__all__ = ["CODES", "EFFICIENT", "SHARE", "findings"]


def findings(scenario: Scenario) -> tuple[Finding, ...]:
    """What a designer should mend in the value tables.

    Nothing is found where no party decides, or where points or a reservation are missing, which is E2. What is not
    exact is judged only where both bounds say the same.
    """
    deciding = [scenario.parties[name] for name in scenario.deciding()]
    if not deciding or any(party.reservation is None for party in deciding):
        return ()
    try:
        facts = weighed(scenario) or _analysed(scenario)
    except NoValue:
        return ()
    if isinstance(facts, Finding):
        return (facts,)
    return (
        *_reach(facts),
        *_agreement(facts),
        *_room(facts),
        *_lessons(facts),
        *_harm(scenario, facts),
        *_trade(scenario),
    )


def _analysed(scenario: Scenario) -> Facts | Finding:
    """The facts of tables that are too large to be weighed package by package, or why there are none."""
    from scoring.analysis import analyse  # arrays: not loaded where plain integers will do
    from scoring.tables import TooManyPackages

    try:
        analysis = analyse(scenario)
    except TooManyPackages as error:
        remedy = tr("Tie fewer issues together, or play it without these checks.")
        return Finding("W20", "warning", "issues", tr("the values are not checked: {why}", why=error), remedy)
    return facts_of(analysis)


def facts_of(analysis: Analysis) -> Facts:
    """What the value rules look at, of an analysis."""
    named = {
        "nash": analysis.points.nash,
        "kalai_smorodinsky": analysis.points.kalai_smorodinsky,
        "egalitarian": analysis.points.egalitarian,
        "utilitarian": analysis.points.utilitarian,
    }
    settled = {name: solution for name, solution in named.items() if solution is not None}
    return Facts(
        packages=analysis.packages,
        within_red_lines=analysis.within_red_lines,
        acceptable=analysis.acceptable,
        efficient_acceptable=analysis.efficient_acceptable,
        best_acceptable={name: party.best_acceptable for name, party in analysis.parties.items()},
        solutions={name: solution.package for name, solution in settled.items()},
        values={name: solution.values for name, solution in settled.items()},
        middle=analysis.middle.acceptable,
        forced=analysis.forced,
        shortfall=analysis.shortfall,
        bounds={name: (between.low, between.high) for name, between in analysis.bounds.items()},
        undecided=analysis.undecided,
    )


# What can have bounds, by the names of the analysis.
_COUNTED = {
    "acceptable": mark("acceptable between {low} and {high}"),
    "efficient": mark("efficient between {low} and {high}"),
    "efficient_acceptable": mark("efficient acceptable between {low} and {high}"),
    "nash": mark("nash between {low} and {high}"),
    "kalai_smorodinsky": mark("kalai smorodinsky between {low} and {high}"),
    "egalitarian": mark("egalitarian between {low} and {high}"),
    "utilitarian": mark("utilitarian between {low} and {high}"),
}


def _reach(facts: Facts) -> tuple[Finding, ...]:
    """W20: what is not exact, with its bounds."""
    if not facts.bounds and not facts.undecided:
        return ()
    said = [tr(_COUNTED[name], low=_short(low), high=_short(high)) for name, (low, high) in facts.bounds.items()]
    said += [tr("{what} undecided", what=what) for what in facts.undecided]
    message = tr("the values are too many for exact answers: {which}", which="; ".join(said))
    remedy = tr("Have fewer deciding parties or issues, or points in steps of five or ten, for exact answers.")
    return (Finding("W20", "warning", "issues", message, remedy),)


def _short(exact: Fraction) -> str:
    """A number for people: whole ones as they are up to a million, others with four digits."""
    if exact.denominator == 1 and abs(exact) < 1_000_000:
        return str(exact)
    return f"{float(exact):.4g}"


def _agreement(facts: Facts) -> tuple[Finding, ...]:
    """E4: red lines leave a package. E3: at least one package is acceptable to all."""
    if not facts.within_red_lines:
        message = tr("every package crosses a red line, so that no agreement is possible")
        remedy = tr("Take away a red line, or add an option that all can live with.")
        return (Finding("E4", "error", "parties", message, remedy),)
    if not facts.acceptable and "acceptable" not in facts.bounds:
        missing = ", ".join(f"`{name}` {_points(raw)}" for name, raw in facts.shortfall.items())
        message = (
            tr(
                "no package is acceptable to all; the nearest one leaves these points missing: {missing}",
                missing=missing,
            )
            if missing
            else tr("no package is acceptable to all")
        )
        remedy = tr("Lower a reservation, or add an option or points that bridge the gap.")
        return (Finding("E3", "error", "parties", message, remedy),)
    return ()


def _named(package: Package) -> str:
    return listed(f"{issue}.{option}" for issue, option in package.items())


def _points(raw: int) -> str:
    """Points for people, with as many decimals as they have."""
    text = f"{points(raw):g}"
    return number(points(raw), len(text.partition(".")[2])) if "e" not in text else text


def _room(facts: Facts) -> tuple[Finding, ...]:
    """W2: the acceptable share is from 1 to 8 %. W3: there are 3 to 25 efficient acceptable packages."""
    found: list[Finding] = []
    least, most = facts.between("acceptable", facts.acceptable)
    if not most or not facts.acceptable:
        return ()
    low, high = SHARE
    counts = {
        "some": number(facts.acceptable),
        "all": number(facts.packages),
        "share": number(100 * facts.acceptable / facts.packages, 1),
    }
    if 100 * most < low * facts.packages:
        message = tr(
            "{some} of {all} packages ({share} %) are acceptable to all, less than {limit} %", **counts, limit=low
        )
        remedy = tr("Lower a reservation a little, or play it with people who have much time.")
        found.append(Finding("W2", "warning", "parties", message, remedy))
    elif 100 * least > high * facts.packages:
        message = tr(
            "{some} of {all} packages ({share} %) are acceptable to all, more than {limit} %", **counts, limit=high
        )
        remedy = tr("Raise a reservation, or sharpen the points, so that agreement takes work.")
        found.append(Finding("W2", "warning", "parties", message, remedy))
    few, many = EFFICIENT
    least, most = facts.between("efficient_acceptable", facts.efficient_acceptable)
    if most < few or least > many:
        message = tr(
            "{n} acceptable packages are efficient, and {few} to {many} teach best",
            n=number(facts.efficient_acceptable),
            few=few,
            many=many,
        )
        remedy = tr("Change weights or points: equal weights leave few efficient packages, close points leave many.")
        found.append(Finding("W3", "warning", "parties", message, remedy))
    return tuple(found)


def _lessons(facts: Facts) -> tuple[Finding, ...]:
    """W1: no split-the-difference. W4: no forced issue. W5: no side's ideal is the Kalai-Smorodinsky point."""
    found: list[Finding] = []
    if facts.middle is not None:
        message = tr("splitting the difference is acceptable to all: {options}", options=_named(facts.middle))
        remedy = tr("Move points away from the middle options, so that trading beats halving.")
        found.append(Finding("W1", "warning", "issues", message, remedy))
    for issue, option in facts.forced.items() if facts.acceptable > 1 else ():
        message = tr("all acceptable packages have option `{option}`", option=option)
        remedy = tr("Keep it only if the lesson is to find this option; else make a second one acceptable.")
        found.append(Finding("W4", "warning", f"issues.{issue}", message, remedy))
    fair = facts.values.get("kalai_smorodinsky")
    if fair is not None and facts.acceptable > 1 and "kalai_smorodinsky" not in facts.bounds:
        for name, best in facts.best_acceptable.items():
            if fair[name] == best:
                message = tr(
                    "the fair package (Kalai-Smorodinsky) is already the best that `{name}` can get", name=name
                )
                remedy = tr("Give `{name}` something to win beyond it, or something that it has to give.", name=name)
                found.append(Finding("W5", "warning", f"parties.{name}.values", message, remedy))
    return tuple(found)


def _harm(scenario: Scenario, facts: Facts) -> tuple[Finding, ...]:
    """W7: not every package where theory would settle hurts somebody without a vote.

    That is by an option that says whom it would harm, or by less for a party with values and no vote than it has where
    nothing is agreed.
    """
    hurt = {name: _hurt(scenario, package) for name, package in facts.solutions.items()}
    if not hurt or not all(hurt.values()):
        return ()
    found = dict(pair for paths in hurt.values() for pair in paths.items())
    message = tr(
        "every package where theory would settle hurts somebody who has no vote: {what}", what=listed(found.values())
    )
    remedy = tr("Make a package without this harm as good for those who decide, or keep it if seeing it is the lesson.")
    return (Finding("W7", "warning", next(iter(found)), message, remedy),)


def _hurt(scenario: Scenario, package: Package) -> dict[str, str]:
    """What hurts those without a vote, in a package: paths with names."""
    found = {
        f"issues.{issue}.options.{option}.harm": f"{issue}.{option}"
        for issue, option in package.items()
        if scenario.issues[issue].options[option].harm
    }
    nothing = complete(scenario, {})
    for name, party in scenario.parties.items():
        if party.values and not party.decides:
            try:
                worse = raw_value(scenario, name, package) < raw_value(scenario, name, nothing)
            except NoValue:
                continue  # its points are not complete
            if worse:
                found[f"parties.{name}.values"] = name
    return found


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
    message = tr(
        "all deciding parties weigh the issues alike (correlation above .8), so that there is nothing to trade"
    )
    remedy = tr("Give two parties different priorities, so that each can yield where it costs little.")
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
