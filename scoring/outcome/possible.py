"""What else was possible: better packages, the room for agreement, and where theory would settle."""

from dataclasses import replace
from decimal import Decimal
from math import prod

from scenarios.texts import listing, mark, number, tr, trn
from scoring.analysis import Analysis
from scoring.bargaining import Solution
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.outcome.settlement import Settlement
from scoring.outcome.worth import surpluses
from scoring.preferences import complete, points
from scoring.sentences import figure, sentence

LARGE = 10**12
"""From here on a number of packages is told with three digits."""

EFFICIENCY = Finding(
    id="outcome.efficiency",
    title=mark("Whether more was possible for all"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="points",
    caution=mark("Nobody at the table could see this; it shows what trading could find, not who failed."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
PLACE = Finding(
    id="outcome.place",
    title=mark("Place among all packages"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="packages",
    caution=mark(
        "Most of all packages were never in reach, so that a high share comes easily; the points are the author's."
    ),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
JOINT = Finding(
    id="outcome.joint",
    title=mark("Value left on the table"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="points",
    caution=mark("Points of different sides are added here, as if they were the same."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
BALANCE = Finding(
    id="outcome.balance",
    title=mark("Balance of the gains"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="share",
    caution=mark("Fair in points need not be felt as fair."),
    fundamentals=(Fundamental.IMPARTIALITY, Fundamental.QUALITY_AGREEMENT),
)
POINTS = Finding(
    id="outcome.points",
    title=mark("Where theory would settle"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="packages",
    caution=mark("Reference points to discuss; a team that chose another package may have known more."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
ROOM = Finding(
    id="outcome.room",
    title=mark("Room for agreement"),
    panel=Panel.OUTCOME,
    observed=False,
    unit="packages",
    caution=mark("Counted under the instructions as they stood at the end, after events and delay."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


def efficiency(settlement: Settlement) -> Finding:
    """The Pareto gap: max over q of min over i of u_i(q) - u_i(p), in points, with one package that dominates.

    Only packages within the red lines as they stood count as better. 0 says that nothing is better for everybody at
    once; a package may then still be better for some and worse for nobody.
    """
    why_not = settlement.no_value or settlement.no_analysis
    place = settlement.standing
    if why_not or settlement.terms is None or place is None:
        return replace(EFFICIENCY.said, reading=why_not)
    course = settlement.course
    here = complete(course.scenario, settlement.terms.options)
    better = place.better
    seen = replace(EFFICIENCY.said, observed=True, value=points(place.gap.low), evidence=settlement.evidence)
    if better is None:
        if place.gap.exact:
            # Translators: {what} is "The agreement" or "The last package on the table, package 3,".
            reading = tr(
                "{what} is efficient: no package is better for anybody without being worse for others.",
                what=settlement.terms.called,
            )
        else:
            reading = tr(
                "No package was found that is better for all; at most {points} points were left.",
                points=figure(points(place.gap.high)),
            )
        return replace(seen, reading=reading)
    gains = listing(_points(course.name(party), gain) for party, gain in better.gains.items())
    if better.count.exact:
        reading = trn(
            "{n} package would have been better for some and worse for nobody; one of them would give {gains} points "
            "more.",
            "{n} packages would have been better for some and worse for nobody; one of them would give {gains} points "
            "more.",
            better.count.low,
            n=_short(better.count.low),
            gains=gains,
        )
    else:
        reading = tr(
            "Between {low} and {high} packages would have been better for some and worse for nobody; one of them would "
            "give {gains} points more.",
            low=_short(better.count.low),
            high=_short(better.count.high),
            gains=gains,
        )
    rows = [
        *(
            Row(("issue", issue, option, better.package[issue], None))
            for issue, option in here.items()
            if better.package[issue] != option
        ),
        *(
            Row(("party", party, points(raw), points(better.values[party]), points(better.gains[party])))
            for party, raw in settlement.values.items()
        ),
    ]
    return replace(
        seen,
        reading=reading,
        table=Table(("scope", "who", "here", "there", "gain"), tuple(rows)),
    )


def _points(party: str, raw: int) -> str:
    # Translators: a party and its points.
    return tr("{party} {points}", party=party, points=figure(points(raw)))


def _short(count: int) -> str:
    return number(count) if count < LARGE else f"{Decimal(count):.3g}"


def place(settlement: Settlement) -> Finding:
    """The share of all packages that are worth less to each side, exactly; the value counts those better for everybody.

    All packages are all combinations of options. Those better for everybody cross no red line as they stood.
    """
    found = settlement.standing
    if found is None or settlement.terms is None:
        return replace(PLACE.said, reading=settlement.no_value or settlement.no_analysis)
    course = settlement.course
    rows = tuple(
        Row(
            (
                party,
                points(found.values[party]),
                *(_percent(part, found.packages) for part in (shares.less, shares.equal, shares.more)),
                "yes" if course.scenario.parties[party].decides else "no",
            ),
            settlement.evidence,
        )
        for party, shares in found.shares.items()
    )
    said = listing(
        tr(
            "{n} % of all packages for {party}",
            n=figure(_percent(shares.less, found.packages), 1),
            party=course.name(party),
        )
        for party, shares in found.shares.items()
        if course.scenario.parties[party].decides
    )
    better = found.better_for_all
    if better.exact:
        how_many = trn(
            "{n} package is better for everybody",
            "{n} packages are better for everybody",
            better.low,
            n=_short(better.low),
        )
    else:
        how_many = tr(
            "between {low} and {high} packages are better for everybody",
            low=_short(better.low),
            high=_short(better.high),
        )
    # Translators: {what} is "The agreement", {shares} "12 % of all packages for North and 40 % … for South".
    place_ = tr("{what} is better than {shares}", what=settlement.terms.called, shares=said)
    return replace(
        PLACE.said,
        observed=True,
        value=float(better.low),
        reading=sentence(place_, how_many),
        evidence=settlement.evidence,
        table=Table(("party", "value", "worth_less", "worth_as_much", "worth_more", "decides"), rows),
    )


def _percent(part: int, whole: int) -> float:
    """Percent with one decimal, rounded to the nearest, and never to 0 or 100 what is not."""
    tenths = (2000 * part + whole) // (2 * whole)
    if 0 < part < whole:
        tenths = min(999, max(1, tenths))
    return tenths / 10


def joint(settlement: Settlement) -> Finding:
    """max Σ(u_i - r_i) - Σ(u_i - r_i) over the acceptable packages, in points; without agreement nobody gains."""
    terms, analysis = settlement.terms, settlement.analysis
    agreed = terms is not None and terms.agreed
    if analysis is None or (agreed and settlement.no_value):
        return replace(JOINT.said, reading=settlement.no_analysis or settlement.no_value)
    outcome = settlement.course.outcome
    if outcome is None:
        return replace(JOINT.said, reading=tr("No outcome was recorded, so nothing was gained or left yet."))
    most = analysis.points.utilitarian
    if most is None:
        return replace(JOINT.said, reading=tr("No package was acceptable to all, so nothing was left on the table."))
    there = sum(raw - settlement.floor(party) for party, raw in most.values.items())
    here = sum(raw - settlement.floor(party) for party, raw in settlement.values.items()) if agreed else 0
    left = max(0, there - here)
    return replace(
        JOINT.said,
        observed=True,
        value=points(left),
        reading=tr(
            "Together the sides gain {gained} points over their reservations, and {possible} were possible.",
            gained=figure(points(here)),
            possible=figure(points(there)),
        ),
        evidence=settlement.evidence if agreed else (outcome[0].number,),
        table=Table(
            ("what", "points"),
            (Row(("gain", points(here))), Row(("possible", points(there))), Row(("left", points(left)))),
        ),
    )


def balance(settlement: Settlement) -> Finding:
    """Kalai-Smorodinsky fairness min s_i / max s_i, Nash efficiency (Π s_i)^(1/n) / max (Π s_i)^(1/n), and min s_i.

    Each from 0 to 1, for terms that everybody may sign; the value is the fairness. A side that can gain nothing has no
    s_i: it is left out of the fairness, and there is no Nash efficiency then.
    """
    shares = surpluses(settlement)
    known = {party: share for party, share in shares.items() if share is not None}
    analysis = settlement.analysis
    if not known or analysis is None or analysis.points.nash is None:
        nothing = tr("No side could gain anything over its reservation.")
        return replace(BALANCE.said, reading=settlement.no_value or settlement.no_analysis or nothing)
    if not all(settlement.may_sign(party) for party in settlement.values):
        return replace(
            BALANCE.said, reading=tr("Not every side could sign, so the gains are not weighed against each other.")
        )
    if not max(known.values()):
        return replace(BALANCE.said, reading=tr("No side gains anything over its reservation, so there is no balance."))
    fairness = float(min(known.values()) / max(known.values()))
    nash = None
    if len(known) == len(shares):
        gained = prod(raw - settlement.floor(party) for party, raw in settlement.values.items())
        best = prod(raw - settlement.floor(party) for party, raw in analysis.points.nash.values.items())
        nash = (gained / best) ** (1 / len(known)) if best else None  # the denominators of s_i cancel out
    smallest = float(min(known.values()))
    if nash is not None:
        reading = tr(
            "Kalai-Smorodinsky fairness is {fairness}, Nash efficiency {efficiency}, 1 being best.",
            fairness=number(fairness, 2),
            efficiency=number(nash, 2),
        )
    else:
        reading = tr("Kalai-Smorodinsky fairness is {fairness}, 1 being best.", fairness=number(fairness, 2))
    return replace(
        BALANCE.said,
        observed=True,
        value=fairness,
        reading=reading,
        evidence=settlement.evidence,
        table=Table(
            ("index", "value"),
            (
                Row(("kalai_smorodinsky_fairness", round(fairness, 3))),
                Row(("nash_efficiency", None if nash is None else round(nash, 3))),
                Row(("smallest_share", round(smallest, 3))),
            ),
        ),
    )


def reference_points(settlement: Settlement) -> Finding:
    """The Nash and the Kalai-Smorodinsky package under the instructions as they stood, in points."""
    analysis = settlement.analysis
    if analysis is None:
        return replace(POINTS.said, reading=settlement.no_analysis)
    nash, fair = analysis.points.nash, analysis.points.kalai_smorodinsky
    if nash is None or fair is None:
        return replace(POINTS.said, reading=tr("No package was acceptable to all, so theory settles nowhere."))
    course = settlement.course
    at_nash, at_fair = (
        listing(_points(course.name(party), raw) for party, raw in solution.values.items()) for solution in (nash, fair)
    )
    rows = (*_rows(settlement, "nash", nash), *_rows(settlement, "kalai_smorodinsky", fair))
    return replace(
        POINTS.said,
        observed=True,
        value=1.0 if nash.package == fair.package else 2.0,
        reading=tr(
            "Theory would settle by Nash at {nash}; by Kalai-Smorodinsky at {fair}.", nash=at_nash, fair=at_fair
        ),
        evidence=settlement.evidence,
        table=Table(("solution", "scope", "who", "what", "gain"), rows),
    )


def room(settlement: Settlement) -> Finding:
    """How many packages were acceptable to all, and how many of them efficient; the value is the acceptable ones."""
    analysis = settlement.analysis
    if analysis is None:
        return replace(ROOM.said, reading=settlement.no_analysis)
    counts = {
        "all": analysis.packages,
        "within_red_lines": analysis.within_red_lines,
        "acceptable": analysis.acceptable,
        "efficient": analysis.efficient,
        "efficient_acceptable": analysis.efficient_acceptable,
    }
    how_many = trn(
        "{acceptable} of {n} package ({share} %) were acceptable to all, {efficient} of them efficient.",
        "{acceptable} of {n} packages ({share} %) were acceptable to all, {efficient} of them efficient.",
        analysis.packages,
        n=analysis.packages,
        acceptable=analysis.acceptable,
        share=number(analysis.share, 1),
        efficient=analysis.efficient_acceptable,
    )
    return replace(
        ROOM.said,
        observed=True,
        value=float(analysis.acceptable),
        reading=" ".join(filter(None, (how_many, _not_exact(analysis)))),
        evidence=settlement.evidence,
        table=Table(("packages", "number"), tuple(Row(item) for item in counts.items())),
    )


def _not_exact(analysis: Analysis) -> str:
    """What to say where the numbers are bounds."""
    # Translators: packages that are acceptable to all, and efficient among those.
    named = {"acceptable": tr("acceptable"), "efficient_acceptable": tr("efficient acceptable")}
    least = [words for name, words in named.items() if name in analysis.bounds]
    return tr("These are the fewest there can be: {which}.", which=listing(least)) if least else ""


def _rows(settlement: Settlement, name: str, solution: Solution) -> tuple[Row, ...]:
    return (
        *(Row((name, "issue", issue, option, None)) for issue, option in solution.package.items()),
        *(
            Row((name, "party", party, points(raw), points(raw - settlement.floor(party))))
            for party, raw in solution.values.items()
        ),
    )
