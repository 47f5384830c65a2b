"""Offers that join issues, and trades between issues that matter differently to two sides: M9."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from scenarios.model import Scenario
from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.preferences import NoValue, option_raw
from scoring.process.course import Course, minutes
from scoring.sentences import sentence
from simulator.engine.events import PackageAnswered, PackageSuperseded, PackageTabled, PackageWithdrawn
from simulator.engine.session import Moment
from simulator.engine.words import Answer

INTEGRATIVE = Finding(
    id="M9",
    title=mark("Offers over several issues"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("An offer over all issues may ask for everything: joining issues is not yet trading them."),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)
TRADES = Finding(
    id="M9.trades",
    title=mark("Trades between issues"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "Counted in points that no player could see, two issues and two parties at a time: others may have paid "
        "for a trade, and nobody need have meant it. Only steps from package to package are seen."
    ),
    fundamentals=(Fundamental.QUALITY_AGREEMENT,),
)


def integrative_offers(course: Course) -> Finding:
    """M9: offers over several issues / all offers (0 to 1), and conditional answers and counter-offers.

    An offer with the same terms as the last one of its party is not counted again. What a deciding party only floated
    is nobody's offer.
    """
    last: dict[str, Mapping[str, str]] = {}
    made: list[tuple[Moment, PackageTabled]] = []
    repeated = 0
    for moment, event in course.offers():
        if last.get(event.party) == event.terms:
            repeated += 1
        else:
            made.append((moment, event))
        last[event.party] = event.terms
    if not made:
        return replace(INTEGRATIVE.said, reading=tr("No package was put on the table."))
    answers = Counter((event.party, event.answer) for _, event in course.every(PackageAnswered))
    multi = sum(len(event.terms) > 1 for _, event in made)
    parties = [
        party
        for party in course.scenario.parties
        if any(event.party == party for _, event in made)
        or answers[party, Answer.CONDITIONAL]
        or answers[party, Answer.COUNTER]
    ]
    rows: list[Row] = []
    for party in parties:
        own = [(moment, event) for moment, event in made if event.party == party]
        several = sum(len(event.terms) > 1 for _, event in own)
        replies = answers[party, Answer.CONDITIONAL], answers[party, Answer.COUNTER]
        rows.append(Row((party, several, len(own) - several, *replies), tuple(moment.number for moment, _ in own)))
    conditional = sum(number for (_, answer), number in answers.items() if answer is Answer.CONDITIONAL)
    counters = sum(number for (_, answer), number in answers.items() if answer is Answer.COUNTER)
    joined = trn(
        "{joined} of {n} offer joined several issues",
        "{joined} of {n} offers joined several issues",
        len(made),
        joined=multi,
    )
    replied = tr(
        "{conditional}, and {counters}",
        conditional=trn("{n} answer had a condition", "{n} answers had a condition", conditional),
        counters=trn("{n} answer came as a counter-offer", "{n} answers came as a counter-offer", counters),
    )
    again = ""
    if repeated:
        again = trn("{n} offer only repeated the one before", "{n} offers only repeated the one before", repeated)
    return replace(
        INTEGRATIVE.said,
        observed=True,
        value=multi / len(made),
        reading=sentence(joined, replied, again),
        evidence=tuple(moment.number for moment, _ in made),
        table=Table(("party", "several_issues", "one_issue", "conditional_answers", "counter_offers"), tuple(rows)),
    )


Trade = tuple[str, str, str, str]
"""Two parties and two issues, each pair in the order of the file."""


def available(scenario: Scenario) -> frozenset[Trade]:
    """The trades that the value tables hold.

    Deciding parties i and j can trade issues a and b when there are a change of option on a, better for i and worse
    for j, and a change on b, better for j and worse for i, that together are better for both: each gives what matters
    less to it (logrolling; Froman & Cohen, Compromise and Logroll, Behavioral Science 15, 1970; Raiffa, The Art and
    Science of Negotiation, 1982, ch. 10). What options are worth together, by linkages, is left out.
    """
    found: set[Trade] = set()
    for i, j in combinations(scenario.deciding(), 2):
        gifts = {
            (issue, taker): _gifts(scenario, issue, taker, giver)
            for issue in scenario.issues
            for taker, giver in ((i, j), (j, i))
        }
        for a, b in combinations(scenario.issues, 2):
            if _pays(gifts[a, i], gifts[b, j]) or _pays(gifts[b, i], gifts[a, j]):
                found.add((i, j, a, b))
    return frozenset(found)


def _gifts(scenario: Scenario, issue: str, taker: str, giver: str) -> list[tuple[int, int]]:
    """What a change of option can give to one party and cost another, in raw points: the best gift at each cost."""
    try:
        worth = {
            (option_raw(scenario, taker, issue, option), option_raw(scenario, giver, issue, option))
            for option in scenario.issues[issue].options
        }
    except NoValue:
        return []
    moves = ((new[0] - old[0], old[1] - new[1]) for old, new in permutations(worth, 2))
    best: list[tuple[int, int]] = []
    for gift, cost in sorted((move for move in moves if move[0] > 0 < move[1]), key=lambda move: (move[1], -move[0])):
        if not best or gift > best[-1][0]:
            best.append((gift, cost))
    return best


def _pays(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> bool:
    """Whether a gift to one party and a gift to the other leave both better off."""
    return any(gift > back_cost and back > cost for gift, cost in one for back, back_cost in other)


@dataclass(frozen=True, slots=True)
class Found:
    """A trade that an offer made, measured against an earlier package."""

    trade: Trade
    package: int
    by: str
    """The party that tabled it."""
    moment: Moment
    against: Moment


def trades(course: Course) -> tuple[Found, ...]:
    """The trades that offers made, each where it came first.

    An offer makes a trade when, on both issues, it moves so against the last package of its own party, or against the
    standing offer of the other party of the trade. What mediators and others float moves against their own last one;
    what a deciding party only floats is nobody's offer.
    """
    sides = course.scenario.deciding()
    last: dict[str, tuple[Moment, PackageTabled]] = {}
    standing: dict[str, tuple[Moment, PackageTabled]] = {}
    found: dict[Trade, Found] = {}
    for moment in course.any_of(PackageTabled, PackageSuperseded, PackageWithdrawn):
        event = moment.event
        if isinstance(event, PackageSuperseded | PackageWithdrawn):
            standing = {party: offer for party, offer in standing.items() if offer[1].package != event.package}
        elif isinstance(event, PackageTabled) and not (event.floated and event.party in sides):
            before = last.get(event.party)
            for i, j in combinations(sides, 2):
                other = {i: j, j: i}.get(event.party)
                for against in (before, standing.get(other) if other else None):
                    for trade in _made(course.scenario, i, j, against[1].terms, event.terms) if against else ():
                        assert against is not None
                        found.setdefault(trade, Found(trade, event.package, event.party, moment, against[0]))
            last[event.party] = moment, event
            if event.party in sides:
                standing[event.party] = moment, event
    return tuple(found.values())


def _made(scenario: Scenario, i: str, j: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Trade]:
    """The trades between two parties in the step from one package to another, over the issues that both name."""
    change: dict[str, tuple[int, int]] = {}
    for issue in scenario.issues:
        if issue in old and issue in new and old[issue] != new[issue]:
            try:
                change[issue] = _change(scenario, i, issue, old, new), _change(scenario, j, issue, old, new)
            except NoValue:
                continue
    for a, b in combinations(change, 2):
        (a_i, a_j), (b_i, b_j) = change[a], change[b]
        opposed = (a_i > 0 > a_j and b_i < 0 < b_j) or (a_i < 0 < a_j and b_i > 0 > b_j)
        if opposed and a_i + b_i > 0 and a_j + b_j > 0:
            yield i, j, a, b


def _change(scenario: Scenario, party: str, issue: str, old: Mapping[str, str], new: Mapping[str, str]) -> int:
    return option_raw(scenario, party, issue, new[issue]) - option_raw(scenario, party, issue, old[issue])


def trades_found(course: Course) -> Finding:
    """M9: trades between two issues that an offer made / trades that the value tables hold (0 to 1).

    `available` says when a trade is there, `trades` when an offer made it.
    """
    sides = course.scenario.deciding()
    if len(sides) < 2:
        return replace(TRADES.said, reading=tr("Fewer than two parties decide, so nobody trades with anybody."))
    there = available(course.scenario)
    if not there:
        return replace(TRADES.said, reading=tr("The value tables of this scenario hold no trade between two issues."))
    if not course.offers():
        none = trn(
            "No package was tabled; the value tables hold {n} trade.",
            "No package was tabled; the value tables hold {n} trades.",
            len(there),
        )
        return replace(TRADES.said, reading=none)
    made = trades(course)
    rows: list[Row] = []
    for i, j in combinations(sides, 2):
        pair = [each for each in made if each.trade[:2] == (i, j)]
        issues = [f"{each.trade[2]}/{each.trade[3]} (package {each.package})" for each in pair]
        rows.append(
            Row(
                (
                    i,
                    j,
                    sum(trade[:2] == (i, j) for trade in there),
                    len(pair),
                    sum(each.by in sides for each in pair),
                    minutes(pair[0].moment.seconds) if pair else None,
                    ", ".join(issues) or None,
                ),
                tuple(sorted({number for each in pair for number in (each.against.number, each.moment.number)})),
            )
        )
    by_sides = sum(each.by in sides for each in made)
    who = []
    if by_sides:
        who.append(trn("{n} first in offers of the sides", "{n} first in offers of the sides", by_sides))
    if len(made) > by_sides:
        others = len(made) - by_sides
        who.append(
            trn(
                "{n} first in packages that others floated",
                "{n} first in packages that others floated",
                others,
            )
        )
    possible = trn(
        "{n} possible trade between two issues and two sides",
        "{n} possible trades between two issues and two sides",
        len(there),
    )
    reading = tr("0 of {trades} lay in an offer.", trades=possible)
    if made:
        # Translators: {trades} is "12 possible trades between two issues and two sides".
        reading = trn(
            "{n} of {trades} lay in an offer: {whose}.",
            "{n} of {trades} lay in an offer: {whose}.",
            len(made),
            trades=possible,
            whose=listing(who),
        )
    return replace(
        TRADES.said,
        observed=True,
        value=len(made) / len(there),
        reading=reading,
        evidence=tuple(sorted({number for row in rows for number in row.evidence}))
        or tuple(moment.number for moment, _ in course.offers()),
        table=Table(("party", "other", "available", "found", "by_sides", "first_minute", "issues"), tuple(rows)),
    )
