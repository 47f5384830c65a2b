"""How the sides moved from offer to offer: M10."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from statistics import median

from scenarios.model import Scenario
from scenarios.texts import listing, mark, tr, trn
from scoring.findings import Finding, Panel, Row, Table
from scoring.preferences import HUNDREDTHS, NoValue, points, raw_value
from scoring.process.course import Course, minutes
from scoring.sentences import figure, lasting, parted
from simulator.engine.events import PackageTabled
from simulator.engine.session import Moment


class Step(StrEnum):
    """What a step from one own offer to the next does to oneself and to the others."""

    CONCESSION = "concession"
    SELFISH = "selfish"
    FORTUNATE = "fortunate"
    UNFORTUNATE = "unfortunate"
    NICE = "nice"
    SILENT = "silent"


class Curve(StrEnum):
    """When the larger half of what a party gave was given."""

    EARLY = "early"
    STEADY = "steady"
    DEADLINE = "deadline"
    NONE = "none"
    """It gave nothing."""


STEPS = Finding(
    id="M10",
    title=mark("Concession pattern"),
    panel=Panel.PROCESS,
    observed=False,
    unit="steps",
    caution=mark("The steps are counted in points that no player could see, and only between offers on all issues."),
)
CURVES = Finding(
    id="M10.curve",
    title=mark("Concession curve"),
    panel=Panel.PROCESS,
    observed=False,
    unit="parties",
    caution=mark("A few offers make a rough curve, and what was said between them is not in it."),
)
LAG = Finding(
    id="M10.lag",
    title=mark("Answers to concessions"),
    panel=Panel.PROCESS,
    observed=False,
    unit="minutes",
    caution=mark("What follows a concession is not always an answer to it."),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that a party tabled for itself, over all issues."""

    package: int
    moment: Moment
    values: Mapping[str, int]
    """Raw values by deciding party."""


def offers(course: Course) -> Mapping[str, tuple[Offer, ...]]:
    """The complete offers of each deciding party, in order. What was only floated is nobody's offer."""
    sides = course.scenario.deciding()
    found: dict[str, list[Offer]] = {side: [] for side in sides}
    for moment, event in course.every(PackageTabled):
        if event.party in found and not event.floated and set(event.terms) == set(course.scenario.issues):
            values = worth(course.scenario, event.terms)
            if values is not None:
                found[event.party].append(Offer(event.package, moment, values))
    return {side: tuple(of_side) for side, of_side in found.items()}


def worth(scenario: Scenario, terms: Mapping[str, str]) -> Mapping[str, int] | None:
    """The raw value of terms to every deciding party, or None where they have no value, as with options in own words.

    Issues that the terms leave out take their default.
    """
    try:
        return {party: raw_value(scenario, party, terms) for party in scenario.deciding()}
    except NoValue:
        return None


def step(own: int, others: int) -> Step:
    """The class of a step, by the signs of what changes for oneself and, in sum, for the others.

    Six classes by Hindriks, Jonker & Tykhonov, Negotiation Dynamics (IAT 2007): concession (-, +), selfish (+, -),
    fortunate (+, +), unfortunate (-, -), nice (0, +), silent (0, 0). A zero on one side joins the class that it cannot
    contradict: (-, 0) is a concession, (+, 0) is selfish, (0, -) is unfortunate.
    """
    if own > 0:
        return Step.FORTUNATE if others > 0 else Step.SELFISH
    if others < 0:
        return Step.UNFORTUNATE
    if own < 0:
        return Step.CONCESSION
    return Step.NICE if others > 0 else Step.SILENT


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that a party took from one of its complete offers to its next one."""

    party: str
    before: Offer
    after: Offer
    own: int
    """What it changed for the party itself, raw."""
    others: int
    """What it changed for the other deciding parties in sum, raw."""

    @property
    def kind(self) -> Step:
        """Its class."""
        return step(self.own, self.others)


def taken(course: Course) -> tuple[Taken, ...]:
    """Every step between a party's own complete offers: by party in the order of the file, then in order of time."""
    found: list[Taken] = []
    for side, made in offers(course).items():
        for before, after in pairwise(made):
            change = {party: after.values[party] - before.values[party] for party in after.values}
            found.append(Taken(side, before, after, change[side], sum(change.values()) - change[side]))
    return tuple(found)


def concessions(course: Course) -> Finding:
    """M10: every step between a party's own complete offers, in points, and its class; the value counts the steps.

    Δ_others is the mean over the other deciding parties.
    """
    sides = course.scenario.deciding()
    if len(sides) < 2:
        return replace(STEPS.said, reading=tr("Fewer than two parties decide, so nobody concedes to anybody."))
    steps = taken(course)
    if not steps:
        return replace(STEPS.said, reading=tr("No side tabled two packages over all issues, so no step can be seen."))
    said: list[str] = []
    made = offers(course)
    for side in sides:
        classes = Counter(each.kind for each in steps if each.party == side)
        kinds = [_steps(kind, times) for kind, times in sorted(classes.items())]
        if kinds:
            # Translators: {kinds} is "2 concessions and 1 selfish".
            said.append(tr("{party} {kinds}", party=course.name(side), kinds=listing(kinds)))
        elif made[side]:
            said.append(tr("{party} a single offer, so no step", party=course.name(side)))
        else:
            said.append(tr("{party} no offer over all issues", party=course.name(side)))
    return replace(
        STEPS.said,
        observed=True,
        value=float(len(steps)),
        reading=tr("Steps between own offers: {steps}.", steps=parted(said)),
        evidence=tuple(sorted({number for each in steps for number in _numbers(each)})),
        table=Table(
            ("party", "from_package", "to_package", "minute", "change_own", "change_others", "step"),
            tuple(
                Row(
                    (
                        each.party,
                        each.before.package,
                        each.after.package,
                        minutes(each.after.moment.seconds),
                        points(each.own),
                        round(each.others / HUNDREDTHS / (len(sides) - 1), 2),
                        each.kind.value,
                    ),
                    _numbers(each),
                )
                for each in steps
            ),
        ),
    )


def _steps(kind: Step, times: int) -> str:
    """How many steps of a class a party took."""
    match kind:
        case Step.CONCESSION:
            return trn("{n} concession", "{n} concessions", times)
        case Step.SELFISH:
            # Translators: steps from one own offer to the next that are better for oneself and not for the others.
            return trn("{n} selfish", "{n} selfish", times)
        case Step.FORTUNATE:
            # Translators: steps that are better for everybody.
            return trn("{n} fortunate", "{n} fortunate", times)
        case Step.UNFORTUNATE:
            # Translators: steps that are worse for the others and not better for oneself.
            return trn("{n} unfortunate", "{n} unfortunate", times)
        case Step.NICE:
            # Translators: steps that are better for the others and the same for oneself.
            return trn("{n} nice", "{n} nice", times)
        case Step.SILENT:
            # Translators: steps that change nothing for anybody.
            return trn("{n} silent", "{n} silent", times)


def reciprocity(course: Course) -> Finding:
    """M10: how long a concession waited for the next concession of another side; the value is the median, in minutes.

    A concession is a step of that class; lengths are counted in the minutes that the clock ran.
    """
    if len(course.scenario.deciding()) < 2:
        return replace(LAG.said, reading=tr("Fewer than two parties decide, so nobody concedes to anybody."))
    made = sorted(
        (each for each in taken(course) if each.kind is Step.CONCESSION), key=lambda each: each.after.moment.number
    )
    if not made:
        return replace(
            LAG.said, reading=tr("No side made a concession that can be seen between offers over all issues.")
        )
    rows: list[Row] = []
    lags: list[float] = []
    for n, each in enumerate(made):
        start = (each.party, each.after.package, minutes(each.after.moment.seconds))
        answer = next((later for later in made[n + 1 :] if later.party != each.party), None)
        if answer is None:
            rows.append(Row((*start, None, None, None), (each.after.moment.number,)))
            continue
        lags.append(course.between(each.after.moment, answer.after.moment))
        rows.append(
            Row(
                (*start, answer.party, answer.after.package, minutes(lags[-1])),
                (each.after.moment.number, answer.after.moment.number),
            )
        )
    table = Table(("party", "package", "minute", "answered_by", "by_package", "minutes_after"), tuple(rows))
    evidence = tuple(sorted({number for row in rows for number in row.evidence}))
    if not lags:
        # Translators: {before} is "before the talks ended" or "before the record breaks off".
        reading = trn(
            "No side answered the {n} concession of another with one of its own {before}.",
            "No side answered the {n} concessions of another with one of its own {before}.",
            len(made),
            before=course.before_the_end,
        )
        return replace(LAG.said, reading=reading, table=table, evidence=evidence)
    half = median(lags)
    of = trn("{n} concession", "{n} concessions", len(made))
    return replace(
        LAG.said,
        observed=True,
        value=half / 60,
        # Translators: {concessions} is "5 concessions".
        reading=trn(
            "{n} of {concessions} got one of another side in return, after {length}.",
            "{n} of {concessions} got one of another side in return, in the middle case after {length}.",
            len(lags),
            concessions=of,
            length=lasting(half),
        ),
        evidence=evidence,
        table=table,
    )


def _numbers(each: Taken) -> tuple[int, int]:
    return each.before.moment.number, each.after.moment.number


def concession_curves(course: Course) -> Finding:
    """M10: what each party gave of its own value, in points, and when half of it was given.

    The share of the time is counted from its first complete offer (0) to the end of the talks (1): up to a third is
    early (a conceder), from two thirds on it is near the deadline (boulware); cf. Faratin, Sierra & Jennings (1998).
    A record that breaks off has no curve, for nobody knows what would have been given later.
    """
    rows: list[Row] = []
    said: list[str] = []
    for side, made in offers(course).items():
        if len(made) < 2:
            continue
        own = [offer.values[side] for offer in made]
        given = own[0] - own[-1]
        half = next((offer for offer, value in zip(made, own, strict=True) if 2 * (own[0] - value) >= given), made[-1])
        start = course.running(made[0].moment)
        span = course.length - start
        at = (course.running(half.moment) - start) / span if given > 0 and span > 0 and course.over else None
        curve = Curve.NONE if given <= 0 else _curve(at) if course.over else None
        said.append(_gave(course.name(side), given, curve))
        rows.append(
            Row(
                (
                    side,
                    len(made),
                    points(own[0]),
                    points(own[-1]),
                    points(given),
                    None if at is None else round(at, 3),
                    curve.value if curve else None,
                ),
                tuple(offer.moment.number for offer in made),
            )
        )
    if not rows:
        return replace(CURVES.said, reading=tr("No side tabled two packages over all issues, so there is no curve."))
    return replace(
        CURVES.said,
        observed=True,
        value=float(len(rows)),
        # Translators: {parties} is "North gave 20 points, steadily; South gave nothing".
        reading=tr("From first to last offer {parties}.", parties=parted(said)),
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(("party", "offers", "first_value", "last_value", "given", "half_given_at", "curve"), tuple(rows)),
    )


def _gave(party: str, given: int, curve: Curve | None) -> str:
    """What a party gave from its first to its last offer, and when, as a clause."""
    much = figure(points(given))
    if given <= 0:
        return tr("{party} gave nothing", party=party)
    match curve:
        case Curve.EARLY:
            return tr("{party} gave {much} points, most of it early", party=party, much=much)
        case Curve.STEADY:
            return tr("{party} gave {much} points, steadily", party=party, much=much)
        case Curve.DEADLINE:
            return tr("{party} gave {much} points, most of it late", party=party, much=much)
    return tr("{party} gave {much} points", party=party, much=much)


def _curve(at: float | None) -> Curve:
    if at is None or at >= 2 / 3:
        return Curve.DEADLINE
    return Curve.EARLY if at <= 1 / 3 else Curve.STEADY
