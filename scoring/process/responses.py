"""How the table answered what exercise control sent: M18; and warnings: M20."""

from dataclasses import dataclass, replace
from statistics import median

from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.sentences import lasting, parted, sentence
from simulator.engine.events import (
    InjectAnswered,
    InjectMarked,
    InjectMet,
    InjectMissed,
    InjectSent,
    InjectSkipped,
)
from simulator.engine.session import Moment
from simulator.engine.words import Cause

AT_ONCE = 30
"""Seconds within which an act can hardly be a response to what people have just read."""

RESPONSES = Finding(
    id="M18",
    title=mark("Responses to events"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "Any expected act counts, also one that was under way; a good answer that nobody expected, or a late one, "
        "counts only where the trainer marked it."
    ),
    fundamentals=(Fundamental.PREPAREDNESS,),
)
WARNING = Finding(
    id="M20",
    title=mark("Early warning"),
    panel=Panel.PROCESS,
    observed=False,
    unit="alerts",
    caution=mark("A warning that was heeded can look like a false alarm."),
    fundamentals=(Fundamental.PREPAREDNESS,),
)


@dataclass(slots=True)
class _Sent:
    """What the record knows of an event that was sent."""

    moment: Moment
    cause: Cause
    met: Moment | None = None
    missed: Moment | None = None
    marked: tuple[Moment, bool] | None = None
    answers: int = 0


def responses(course: Course) -> Finding:
    """M18: of the events that asked for a response, the share that got it (0 to 1), and the play minutes it took.

    The trainer's mark, also one made after play, goes before what the record saw. The minutes run from the sending to
    the response, or to the mark where the trainer saw a response during the talks that the record did not. Events
    whose time was not over when the talks ended do not count, nor those that were taken out.
    """
    sent, numbers = _sent(course)
    events = course.scenario.events
    skipped = [(m, e) for m, e in course.every(InjectSkipped) if e.inject in events and e.inject not in sent]
    if not sent:
        out = trn("{n} was taken out", "{n} were taken out", len(skipped)) if skipped else ""
        reading = sentence(tr("No event was sent"), out)
        return replace(RESPONSES.said, reading=reading, evidence=tuple(m.number for m, _ in skipped))
    rows: list[Row] = []
    came = asked = 0
    waits: list[float] = []
    at_once = 0
    for name, state in sent.items():
        expect = events[name].expect if name in events else None
        result, wait = _result(course, state, expect is not None)
        asked += result in ("met", "missed")
        came += result == "met"
        if wait is not None:
            waits.append(wait)
            at_once += wait <= AT_ONCE / 60
        marked = None if state.marked is None else "met" if state.marked[1] else "missed"
        rows.append(
            Row(
                (
                    name,
                    minutes(state.moment.seconds),
                    state.cause.value,
                    result,
                    None if wait is None else round(wait, 1),
                    None if expect is None else expect.within,
                    marked,
                    state.answers,
                ),
                tuple(sorted(numbers[name])),
            )
        )
    rows += [Row((e.inject, None, None, "taken_out", None, None, None, 0), (m.number,)) for m, e in skipped]
    table = Table(
        ("inject", "minute", "sent", "response", "minutes_to_response", "minutes_allowed", "marked", "answers"),
        tuple(rows),
    )
    evidence = tuple(sorted({number for row in rows for number in row.evidence}))
    more = sum(state.cause is Cause.CONTINGENCY for state in sent.values())
    extra = ""
    if more:
        extra = trn(
            "{n} event followed because a response did not come",
            "{n} events followed because a response did not come",
            more,
        )
    if not asked:
        none = trn(
            "{n} event sent, and none whose expected response can be judged",
            "{n} events sent, and none whose expected response can be judged",
            len(sent),
        )
        return replace(RESPONSES.said, reading=sentence(none, extra), evidence=evidence, table=table)
    judged = sum(row.cells[6] is not None for row in rows)
    early = ""
    if at_once:
        early = trn(
            "{n} came within half a minute and may have been under way",
            "{n} came within half a minute and may have been under way",
            at_once,
        )
    reading = sentence(_came(came, asked, judged, 60 * median(waits) if waits else None), early, extra)
    return replace(RESPONSES.said, observed=True, value=came / asked, reading=reading, evidence=evidence, table=table)


def _came(came: int, asked: int, judged: int, after: float | None) -> str:
    """How many of the events that asked for a response got it, and after how many seconds, as clauses."""
    if judged:
        got = trn(
            "{came} of {n} event that asked for a response got one",
            "{came} of {n} events that asked for a response got one",
            asked,
            came=came,
        )
        if after is None:
            return parted((got, trn("the trainer judged {n}", "the trainer judged {n}", judged)))
        wait = trn(
            "the trainer judged {n}, in the middle case after {length}",
            "the trainer judged {n}, in the middle case after {length}",
            judged,
            length=lasting(after),
        )
        return parted((got, wait))
    if not came:
        return trn(
            "After none of {n} event that asked for a response an expected act came in time",
            "After none of {n} events that asked for a response an expected act came in time",
            asked,
        )
    if after is None:
        return trn(
            "After {came} of {n} event that asked for a response an expected act came in time",
            "After {came} of {n} events that asked for a response an expected act came in time",
            asked,
            came=came,
        )
    return trn(
        "After {came} of {n} event that asked for a response an expected act came in time, in the middle case after "
        "{length}",
        "After {came} of {n} events that asked for a response an expected act came in time, in the middle case after "
        "{length}",
        asked,
        came=came,
        length=lasting(after),
    )


def early_warning(course: Course) -> Finding:
    """M20: hits, misses and false alarms of published warnings; no format of this kind is played yet."""
    return replace(WARNING.said, reading=tr("This exercise has no indicators to watch and no alerts to publish."))


def _sent(course: Course) -> tuple[dict[str, _Sent], dict[str, set[int]]]:
    """The events that were sent during the talks, with what followed, and the event numbers of each."""
    during = len(course.during)
    sent: dict[str, _Sent] = {}
    numbers: dict[str, set[int]] = {}
    kinds = (InjectSent, InjectMet, InjectMissed, InjectMarked, InjectAnswered)
    for moment in (*course.any_of(*kinds), *course.moments[during:]):
        event = moment.event
        if isinstance(event, InjectSent) and event.inject not in sent and moment.number <= during:
            sent[event.inject] = _Sent(moment, event.cause)
            numbers[event.inject] = {moment.number}
        if not isinstance(event, InjectMet | InjectMissed | InjectMarked | InjectAnswered):
            continue
        if event.inject not in sent:
            continue
        if isinstance(event, InjectMarked):
            sent[event.inject].marked = moment, event.met
        elif moment.number > during:
            continue
        elif isinstance(event, InjectMet):
            sent[event.inject].met = sent[event.inject].met or moment
        elif isinstance(event, InjectMissed):
            sent[event.inject].missed = moment
        else:
            sent[event.inject].answers += 1
        numbers[event.inject].add(moment.number)
    return sent, numbers


def _result(course: Course, state: _Sent, expected: bool) -> tuple[str, float | None]:
    """What became of an event, and the play minutes until its response."""
    wait = course.between(state.moment, state.met) / 60 if state.met is not None else None
    if state.marked is not None:
        moment, met = state.marked
        if met and wait is None and moment.number <= len(course.during):
            wait = course.between(state.moment, moment) / 60
        return ("met", wait) if met else ("missed", None)
    if not expected:
        return "none_expected", None
    if state.met is not None:
        return "met", wait
    return ("missed", None) if state.missed is not None else ("talks_ended", None)
