"""How the people felt about each other and the talks: self-reports in groups of four or more, never one by one.

Answers are statements from 1 (not at all) to 7 (fully). Only people count, not stand-ins. A group is shown from four
answers on, and not when the answers left out could be worked out from it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import fmean

from scenarios.model import Scenario
from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from simulator.engine.events import PulseAnswered, PulseOpened, SeatCast
from simulator.engine.words import Source

FEWEST = 4
"""Answers below which a group is not shown."""
EVERYBODY = "everybody"

PULSES = Finding(
    id="relationship.pulses",
    title=mark("Pulses"),
    panel=Panel.RELATIONSHIP,
    observed=False,
    unit="answers",
    caution=mark("The slope matters more than the height, and people answer as whom they played."),
    fundamentals=(Fundamental.CONSENT,),
)
SLOPE = Finding(
    id="relationship.slope",
    title=mark("Change between pulses"),
    panel=Panel.RELATIONSHIP,
    observed=False,
    unit="measures",
    caution=mark("Different people may have answered the two pulses."),
    fundamentals=(Fundamental.CONSENT,),
)
CLOSING = Finding(
    id="relationship.closing",
    title=mark("Closing form"),
    panel=Panel.RELATIONSHIP,
    observed=False,
    unit="answers",
    caution=mark("People answer it before the debriefing, and the outcome colours what they say of the way there."),
    fundamentals=(Fundamental.CONSENT,),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a seat answered to one statement."""

    party: str
    score: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One self-report: when it was asked, and all answers by statement."""

    pulse: str
    seconds: float | None
    """Play seconds at which it was opened; None where nobody opened it."""
    evidence: tuple[int, ...]
    """The opening, not the answers: an answer's number would lead to the seat."""
    answers: Mapping[str, tuple[Answer, ...]]
    stand_ins: bool = False
    """Whether stand-ins answered, whose answers are left out."""

    @property
    def most(self) -> int:
        """How many people answered the statement that most people answered."""
        return max(map(len, self.answers.values()), default=0)


def findings(course: Course) -> tuple[Finding, ...]:
    """All measures of the relationship."""
    asked = _asked(course)
    return (_pulses(during(course)), _slope(asked), _closing(course.scenario, asked))


def during(course: Course) -> list[Asked]:
    """The self-reports that were asked in play, in order."""
    return [each for each in _asked(course) if not _closes(course.scenario, each.pulse)]


def groups(answers: Iterable[Answer]) -> Mapping[str, tuple[int, float]]:
    """Number and mean of the answers of everybody and of each party that may be shown.

    Whatever is shown, the rest of the answers are none or at least four, so that no difference gives anybody away.
    """
    scores: dict[str, list[int]] = {}
    for answer in answers:
        scores.setdefault(answer.party, []).append(answer.score)
    total = sum(map(len, scores.values()))
    if total < FEWEST:
        return {}
    shown = {party: of_party for party, of_party in scores.items() if len(of_party) >= FEWEST}
    while shown and 0 < total - sum(map(len, shown.values())) < FEWEST:
        del shown[min(shown, key=lambda party: (len(shown[party]), party))]
    every = [score for of_party in scores.values() for score in of_party]
    return {EVERYBODY: (total, fmean(every))} | {party: (len(s), fmean(s)) for party, s in shown.items()}


def _asked(course: Course) -> list[Asked]:
    """The self-reports of a session in the order in which they were opened or first answered."""
    stand_ins: set[str] = set()
    by_stand_ins: set[str] = set()
    opened: dict[str, tuple[float, int]] = {}
    answers: dict[str, dict[str, Mapping[str, int]]] = {}
    for moment in course.moments:
        event = moment.event
        if isinstance(event, SeatCast):
            (stand_ins.add if event.source is Source.STAND_IN else stand_ins.discard)(event.seat)
        elif isinstance(event, PulseOpened):
            opened.setdefault(event.pulse, (moment.seconds, moment.number))
            answers.setdefault(event.pulse, {})
        elif isinstance(event, PulseAnswered) and event.by in stand_ins:
            by_stand_ins.add(event.pulse)
            answers.setdefault(event.pulse, {})
        elif isinstance(event, PulseAnswered) and course.party_of(event.by):
            answers.setdefault(event.pulse, {})[event.by] = event.answers
    found: list[Asked] = []
    for pulse, by_seat in answers.items():
        items: dict[str, list[Answer]] = {}
        for seat, scores in sorted(by_seat.items()):
            for item, score in scores.items():
                items.setdefault(item, []).append(Answer(course.party_of(seat) or "", score))
        seconds, number = opened.get(pulse, (None, None))
        evidence = () if number is None else (number,)
        by_item = {item: tuple(given) for item, given in items.items()}
        found.append(Asked(pulse, seconds, evidence, by_item, pulse in by_stand_ins))
    return found


def _closes(scenario: Scenario, pulse: str) -> bool:
    """Whether a self-report is asked after play."""
    written = scenario.pulses.get(pulse)
    phase = scenario.phases.get(written.phase) if written is not None and written.phase is not None else None
    return phase is not None and phase.kind == "closing"


def _pulses(during: list[Asked]) -> Finding:
    """M25: the mean of each statement, pulse by pulse, for everybody and for parties; the value counts answers."""
    return _means(PULSES.said, during)


def _closing(scenario: Scenario, asked: list[Asked]) -> Finding:
    """The mean of each statement of the form after play, for everybody and for parties; the value counts answers."""
    forms = [each for each in asked if _closes(scenario, each.pulse)]
    return _means(CLOSING.said, forms)


def _means(finding: Finding, asked: list[Asked]) -> Finding:
    answered = [each for each in asked if each.most]
    in_play = finding.id == PULSES.id
    if not answered:
        reading = tr("No pulse was answered.") if in_play else tr("No closing form was answered.")
        if any(each.stand_ins for each in asked):
            reading = tr("No person answered. Only stand-ins answered, and what they say counts for nothing.")
        return replace(finding, reading=reading)
    rows = tuple(
        Row(
            (
                each.pulse,
                None if each.seconds is None else minutes(each.seconds),
                item,
                group,
                number,
                round(mean, 2),
            ),
            each.evidence,
        )
        for each in answered
        for item, given in each.answers.items()
        for group, (number, mean) in groups(given).items()
    )
    if not rows:
        return replace(finding, reading=tr("Fewer than {n} people answered, so nothing is shown.", n=FEWEST))
    number = sum(each.most for each in answered)
    forms = (
        trn("{n} pulse", "{n} pulses", len(answered))
        if in_play
        else trn("{n} closing form", "{n} closing forms", len(answered))
    )
    return replace(
        finding,
        observed=True,
        value=float(number),
        # Translators: {forms} is "3 pulses" or "1 closing form".
        reading=trn(
            "{n} answer to {forms}; means from 1 to 7 are in the table.",
            "{n} answers to {forms}; means from 1 to 7 are in the table.",
            number,
            forms=forms,
        ),
        evidence=tuple(number for each in answered for number in each.evidence),
        table=Table(("pulse", "minute", "item", "group", "answers", "mean"), rows),
    )


def _slope(asked: list[Asked]) -> Finding:
    """The change of everybody's mean from the first to the last time that a statement was asked."""
    first: dict[str, tuple[Asked, float]] = {}
    last: dict[str, tuple[Asked, float]] = {}
    for each in asked:
        for item, given in each.answers.items():
            shown = groups(given).get(EVERYBODY)
            if shown is not None:
                first.setdefault(item, (each, shown[1]))
                last[item] = each, shown[1]
    rows = tuple(
        Row(
            (
                item,
                start.pulse,
                last[item][0].pulse,
                round(before, 2),
                round(last[item][1], 2),
                round(last[item][1] - before, 2),
            ),
            (*start.evidence, *last[item][0].evidence),
        )
        for item, (start, before) in first.items()
        if last[item][0] is not start
    )
    if not rows:
        reading = tr("No statement was answered twice by {n} people or more.", n=FEWEST)
        return replace(SLOPE.said, reading=reading)
    better = sum(isinstance(row.cells[5], float) and row.cells[5] > 0 for row in rows)
    worse = sum(isinstance(row.cells[5], float) and row.cells[5] < 0 for row in rows)
    return replace(
        SLOPE.said,
        observed=True,
        value=float(len(rows)),
        # Translators: statements of a self-report, and their means.
        reading=trn(
            "Of {n} statement asked more than once, {better} rose and {worse} fell.",
            "Of {n} statements asked more than once, {better} rose and {worse} fell.",
            len(rows),
            better=better,
            worse=worse,
        ),
        evidence=tuple(sorted({number for row in rows for number in row.evidence})),
        table=Table(("item", "first_pulse", "last_pulse", "first_mean", "last_mean", "change"), rows),
    )
