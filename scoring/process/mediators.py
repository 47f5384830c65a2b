"""How the mediators worked: their questions (M5) and their style (M21)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from scenarios.texts import mark, number, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import lasting, percent, sentence
from simulator.engine.events import (
    AgendaAdopted,
    AgendaProposed,
    Fact,
    InterestAcknowledged,
    InterestRelayed,
    IssueFramed,
    MoveTagged,
    OptionProposed,
    PackageTabled,
    VersionIssued,
)
from simulator.engine.session import Moment
from simulator.engine.words import Move

QUESTION_MOVES = (Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.CHECK)


class Style(StrEnum):
    """What an intervention of a mediator does."""

    FACILITATIVE = "facilitative"
    """It helps others to speak and to hear: questions, paraphrases, framing, messages carried."""
    FORMULATIVE = "formulative"
    """It proposes: an agenda, an option, a package, a text."""
    MANIPULATIVE = "manipulative"
    """It moves others by what they may gain or lose, or decides for them."""


STYLE_OF_MOVE = {
    Move.OPEN_QUESTION: Style.FACILITATIVE,
    Move.CLOSED_QUESTION: Style.FACILITATIVE,
    Move.CHECK: Style.FACILITATIVE,
    Move.PARAPHRASE: Style.FACILITATIVE,
    Move.SUMMARY: Style.FACILITATIVE,
    Move.REFRAME: Style.FACILITATIVE,
    Move.ACKNOWLEDGE: Style.FACILITATIVE,
    Move.VERIFY: Style.FACILITATIVE,
    Move.APOLOGY: Style.FACILITATIVE,
    Move.PROCEDURE: Style.FORMULATIVE,
    Move.REALITY_TEST: Style.FORMULATIVE,
    Move.PROMISE: Style.MANIPULATIVE,
    Move.THREAT: Style.MANIPULATIVE,
}
"""The style of a tagged move."""

_ACTS: dict[type[Fact], Style] = {
    IssueFramed: Style.FACILITATIVE,
    InterestAcknowledged: Style.FACILITATIVE,
    InterestRelayed: Style.FACILITATIVE,
    AgendaProposed: Style.FORMULATIVE,
    OptionProposed: Style.FORMULATIVE,
    PackageTabled: Style.FORMULATIVE,
    VersionIssued: Style.FORMULATIVE,
}

QUESTIONS = Finding(
    id="M5",
    title=mark("Questions of the mediators"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark("Only what somebody tagged is here, and more checks late in the talks are normal."),
    fundamentals=(Fundamental.PREPAREDNESS,),
)
STYLE = Finding(
    id="M21",
    title=mark("Style of the mediators"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "It describes and does not rank: each style has its hour. A turn that was tagged and an act on the screen "
        "may be the same thing."
    ),
    fundamentals=(Fundamental.IMPARTIALITY,),
)


def question_profile(course: Course) -> Finding:
    """M5: open, closed and checking questions of the mediators, and how many for 10 minutes that they had the floor.

    The value is the share of open ones (0 to 1). A tag counts in the phase in which it was set. The rate is counted
    over the phases that have both tags and minutes on the floor.
    """
    turns = [turn for turn in course.turns if course.mediates(turn.seat)]
    tags = _tags(course)
    if not tags:
        return replace(
            QUESTIONS.said, reading=tr("Nobody tagged what the mediators said, so their questions are not known.")
        )
    asked = Counter(event.move for _, event in tags if event.move in QUESTION_MOVES)
    total = asked.total()
    rated = spoken = 0.0
    rows: list[Row] = []
    for phase in course.scenario.phases:
        here = [(moment, event) for moment, event in tags if moment.phase == phase]
        seconds = sum(turn.seconds for turn in turns if turn.phase == phase)
        if here or seconds:
            of_kind = Counter(event.move for _, event in here)
            kinds = tuple(of_kind[move] for move in QUESTION_MOVES)
            if here and seconds:
                rated, spoken = rated + sum(kinds), spoken + seconds
            rate = round(sum(kinds) * 600 / seconds, 1) if here and seconds else None
            rows.append(
                Row(
                    (phase, len(here), *kinds, minutes(seconds), rate),
                    tuple(moment.number for moment, event in here if event.move in QUESTION_MOVES),
                )
            )
    kinds = tuple(asked[move] for move in QUESTION_MOVES)
    said = tr("No move of the mediators was tagged as a question")
    often = ""
    if total:
        said = trn(
            "{n} question of the mediators was tagged: {open}, {closed}, {checks}",
            "{n} questions of the mediators were tagged: {open}, {closed}, {checks}",
            total,
            # Translators: open questions.
            open=trn("{asked} open", "{asked} open", kinds[0], asked=kinds[0]),
            # Translators: closed questions.
            closed=trn("{asked} closed", "{asked} closed", kinds[1], asked=kinds[1]),
            # Translators: checks of understanding.
            checks=trn("{n} check", "{n} checks", kinds[2]),
        )
    if rated:
        often = tr(
            "in the phases with tags they had the floor for {length} and asked at least {rate} every 10 minutes",
            length=lasting(spoken),
            rate=number(rated * 600 / spoken, 1),
        )
    return replace(
        QUESTIONS.said,
        observed=True,
        value=kinds[0] / total if total else None,
        reading=sentence(said, often),
        caution=f"{_coverage(course, tags)} {tr(QUESTIONS.caution)}",
        evidence=tuple(moment.number for moment, event in tags if event.move in QUESTION_MOVES or not total),
        table=Table(("phase", "tags", "open", "closed", "checks", "floor_minutes", "per_10_minutes"), tuple(rows)),
    )


def style_profile(course: Course) -> Finding:
    """M21: facilitative, formulative and manipulative interventions of the mediators by phase.

    After the three styles of Beardsley, Quinn, Biswas & Wilkenfeld, Mediation Style and Crisis Outcomes, Journal of
    Conflict Resolution 50 (2006). Facilitative: questions, checks, paraphrases, summaries, reframing,
    acknowledgement, verification and apology, as tagged; framing an issue; acknowledging or carrying an interest.
    Formulative: procedure and reality testing, as tagged; proposing an agenda or an option, tabling a package, issuing
    a version. Manipulative: promises and threats, as tagged; imposing an agenda. The value is the share of
    facilitative ones (0 to 1).
    """
    seen = sorted(_interventions(course), key=lambda pair: pair[0].number)
    rows: list[Row] = []
    for phase in course.scenario.phases:
        here = [(moment, style) for moment, style in seen if moment.phase == phase]
        if here:
            styles = Counter(style for _, style in here)
            rows.append(Row((phase, *(styles[s] for s in Style)), tuple(moment.number for moment, _ in here)))
    table = Table(("phase", *(style.value for style in Style)), tuple(rows)) if rows else None
    evidence = tuple(moment.number for moment, _ in seen)
    tags = _tags(course)
    if not tags:
        reading = tr("Nothing is recorded, and nobody tagged what they said, so their style is not known.")
        if seen:
            reading = trn(
                "The mediators did {n} act on the screen, and nobody tagged what they said, so their style is not "
                "known.",
                "The mediators did {n} acts on the screen, and nobody tagged what they said, so their style is not "
                "known.",
                len(seen),
            )
        return replace(STYLE.said, reading=reading, evidence=evidence, table=table)
    styles = Counter(style for _, style in seen)
    shares = {style.value: percent(styles[style] / len(seen)) for style in Style}
    return replace(
        STYLE.said,
        observed=True,
        value=styles[Style.FACILITATIVE] / len(seen),
        reading=trn(
            "Of {n} intervention of the mediators {facilitative} facilitative, {formulative} formulative and "
            "{manipulative} manipulative.",
            "Of {n} interventions of the mediators {facilitative} facilitative, {formulative} formulative and "
            "{manipulative} manipulative.",
            len(seen),
            **shares,
        ),
        caution=f"{_coverage(course, tags)} {tr(STYLE.caution)}",
        evidence=evidence,
        table=table,
    )


def _tags(course: Course) -> list[tuple[Moment, MoveTagged]]:
    return [(moment, event) for moment, event in course.every(MoveTagged) if course.mediates(event.seat)]


def _coverage(course: Course, tags: list[tuple[Moment, MoveTagged]]) -> str:
    turns = sum(course.mediates(turn.seat) for turn in course.turns)
    return trn(
        "There is {n} tag for {turns} of theirs on the floor.",
        "There are {n} tags for {turns} of theirs on the floor.",
        len(tags),
        # Translators: turns on the floor.
        turns=trn("{n} turn", "{n} turns", turns),
    )


def _interventions(course: Course) -> Iterator[tuple[Moment, Style]]:
    """The tagged moves and the acts on the screen; what a seat did at one time is one act, as a paper with options."""
    for moment, tag in _tags(course):
        yield moment, STYLE_OF_MOVE[tag.move]
    acted: set[tuple[str, datetime]] = set()
    for moment in course.any_of(*_ACTS, AgendaAdopted):
        event = moment.event
        imposed = isinstance(event, AgendaAdopted) and event.imposed
        if course.mediates(event.by) and (event.by, event.at) not in acted and (imposed or type(event) in _ACTS):
            acted.add((event.by, event.at))
            yield moment, Style.MANIPULATIVE if imposed else _ACTS[type(event)]
