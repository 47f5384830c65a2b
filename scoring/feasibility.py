"""What a designer should mend in the value tables: the value rules of the check list.

An author's mistake is a `Finding`, never an exception.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from scenarios.model import Scenario
from scenarios.problems import Finding, listed
from scoring.analysis import Analysis, analyse
from scoring.preferences import NoValue, points
from scoring.tables import TooManyPackages

SHARE = (1, 8)
"""Percent of all packages that should be acceptable: fewer frustrate, more make any talks succeed."""
EFFICIENT = (3, 25)
"""Efficient acceptable packages that there should be: something to choose from, and something to miss."""

CODES = ("E3", "E4", "W1", "W2", "W3", "W4", "W5", "W6", "W20")
"""The codes of the findings; the numbers are those of the designer's check list."""

__all__ = ["CODES", "EFFICIENT", "SHARE", "Analysis", "analyse", "findings"]


def findings(scenario: Scenario) -> tuple[Finding, ...]:
    """What a designer should mend in the value tables.

    Nothing is found where no party decides, or where points or a reservation are missing, which is E2. What is not
    exact is judged only where both bounds say the same.
    """
    deciding = [scenario.parties[name] for name in scenario.deciding()]
    if not deciding or any(party.reservation is None for party in deciding):
        return ()
    try:
        analysis = analyse(scenario)
    except NoValue:
        return ()
    except TooManyPackages as error:
        remedy = "Tie fewer issues together, or play it without these checks."
        return (Finding("W20", "warning", "issues", f"the values are not checked: {error}", remedy),)
    return (*_reach(analysis), *_agreement(analysis), *_room(analysis), *_lessons(analysis), *_trade(scenario))


def _reach(analysis: Analysis) -> tuple[Finding, ...]:
    """W20: what is not exact, with its bounds."""
    if analysis.exact:
        return ()
    said = [
        f"{name.replace('_', ' ')} between {_short(between.low)} and {_short(between.high)}"
        for name, between in analysis.bounds.items()
    ]
    said += [f"{what} undecided" for what in analysis.undecided]
    remedy = "Have fewer deciding parties or issues, or points in steps of five or ten, for exact answers."
    return (
        Finding("W20", "warning", "issues", f"the values are too many for exact answers: {'; '.join(said)}", remedy),
    )


def _short(number: Fraction) -> str:
    """A number for people: whole ones as they are up to a million, others with four digits."""
    if number.denominator == 1 and abs(number) < 1_000_000:
        return str(number)
    return f"{float(number):.4g}"


def _agreement(analysis: Analysis) -> tuple[Finding, ...]:
    """E4: red lines leave a package. E3: at least one package is acceptable to all."""
    if not analysis.within_red_lines:
        message = "every package crosses a red line, so that no agreement is possible"
        remedy = "Take away a red line, or add an option that all can live with."
        return (Finding("E4", "error", "parties", message, remedy),)
    if not analysis.acceptable and "acceptable" not in analysis.bounds:
        missing = ", ".join(f"`{name}` {points(raw):g}" for name, raw in analysis.shortfall.items())
        message = "no package is acceptable to all"
        if missing:
            message += f"; the nearest one leaves these points missing: {missing}"
        remedy = "Lower a reservation, or add an option or points that bridge the gap."
        return (Finding("E3", "error", "parties", message, remedy),)
    return ()


def _room(analysis: Analysis) -> tuple[Finding, ...]:
    """W2: the acceptable share is from 1 to 8 %. W3: there are 3 to 25 efficient acceptable packages."""
    found: list[Finding] = []
    least, most = analysis.between("acceptable", analysis.acceptable)
    if not most or not analysis.acceptable:
        return ()
    low, high = SHARE
    counts = f"{analysis.acceptable:,} of {analysis.packages:,} packages ({analysis.share:.1f} %) are acceptable to all"
    if 100 * most < low * analysis.packages:
        remedy = "Lower a reservation a little, or play it with people who have much time."
        found.append(Finding("W2", "warning", "parties", f"{counts}, less than {low} %", remedy))
    elif 100 * least > high * analysis.packages:
        remedy = "Raise a reservation, or sharpen the points, so that agreement takes work."
        found.append(Finding("W2", "warning", "parties", f"{counts}, more than {high} %", remedy))
    few, many = EFFICIENT
    least, most = analysis.between("efficient_acceptable", analysis.efficient_acceptable)
    if most < few or least > many:
        message = f"{analysis.efficient_acceptable:,} acceptable packages are efficient, and {few} to {many} teach best"
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
    if fair is not None and analysis.acceptable > 1 and "kalai_smorodinsky" not in analysis.bounds:
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
