"""Whether a mediation team of several spoke with one voice: M17."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from scenarios.texts import mark, number, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.process.course import Course, minutes
from scoring.process.presence import attending, during, sides_of
from scoring.sentences import lasting
from simulator.engine.events import CaucusDeclined, OptionProposed, PackageTabled
from simulator.engine.session import Moment

T = TypeVar("T")

WITHIN = 10 * 60
"""Play seconds within which two mediators can contradict each other, or ask the same side twice."""
HALF_HOUR = 30 * 60
"""The length, in play seconds, over which briefings inside the team are counted."""

CONTRADICTIONS = Finding(
    id="M17",
    title=mark("One voice of the team"),
    panel=Panel.PROCESS,
    observed=False,
    unit="contradictions",
    caution=mark("Only options and packages on the screen are compared; what is said in two rooms is not recorded."),
    fundamentals=(Fundamental.COHERENCE, Fundamental.IMPARTIALITY),
)
DOUBLE_CALLS = Finding(
    id="M17.calls",
    title=mark("Double calls to one side"),
    panel=Panel.PROCESS,
    observed=False,
    unit="double calls",
    caution=mark("Two visits may be planned that way; ask the team whether they were."),
    fundamentals=(Fundamental.COHERENCE,),
)
BRIEFINGS = Finding(
    id="M17.briefings",
    title=mark("Briefings inside the team"),
    panel=Panel.PROCESS,
    observed=False,
    unit="per half-hour",
    caution=mark("Mediators who whisper at the table brief each other too, and the record does not know it."),
    fundamentals=(Fundamental.COHERENCE, Fundamental.PREPAREDNESS),
)


@dataclass(frozen=True, slots=True)
class Float:
    """An option of an issue that a mediator put forward."""

    moment: Moment
    seat: str
    issue: str
    option: str
    side: str | None
    """The deciding party with which the mediator sat alone then."""
    package: int | None


def contradictions(course: Course) -> Finding:
    """M17: times that the team put forward different options on an issue within 10 play minutes, to different ears.

    Two packages of different mediators, or two things put forward while sitting alone with different sides.
    """
    why = _one_alone(course)
    if why:
        return replace(CONTRADICTIONS.said, reading=why)
    floats = [each for each in _floats(course) if each.package is not None or each.side is not None]
    floats.sort(key=lambda each: each.moment.number)
    numbers = {each.moment.number for each in floats}
    compared = [(a, b) for a, b in _near(course, floats, lambda each: each.moment) if _other_ears(a, b)]
    if not compared:
        if not numbers:
            reading = tr("The team put forward no package.")
        elif len(numbers) == 1:
            reading = tr("The team put forward 1 package or option.")
        else:
            reading = trn(
                "The team put forward {n} package or option, and no two within 10 minutes by different mediators or to "
                "different sides.",
                "The team put forward {n} packages and options, and no two within 10 minutes by different mediators or "
                "to different sides.",
                len(numbers),
            )
        return replace(CONTRADICTIONS.said, reading=reading, evidence=tuple(sorted(numbers)))
    rows = tuple(
        Row(
            (
                first.issue,
                f"{first.issue}.{first.option}",
                f"{second.issue}.{second.option}",
                minutes(first.moment.seconds),
                minutes(second.moment.seconds),
                ", ".join(side for side in (first.side, second.side) if side) or None,
            ),
            (first.moment.number, second.moment.number),
        )
        for first, second in compared
        if first.issue == second.issue and first.option != second.option
    )
    pairs = {row.evidence for row in rows}
    made = trn("{n} package or option", "{n} packages and options", len(numbers))
    if pairs:
        reading = trn(
            "Of {made} that mediators put forward, {n} pair named different options on one issue within 10 minutes to "
            "different ears.",
            "Of {made} that mediators put forward, {n} pairs named different options on one issue within 10 minutes to "
            "different ears.",
            len(pairs),
            made=made,
        )
    else:
        reading = tr(
            "Of {made} that mediators put forward, no two named different options on one issue within 10 minutes to "
            "different ears.",
            made=made,
        )
    return replace(
        CONTRADICTIONS.said,
        observed=True,
        value=float(len(pairs)),
        reading=reading,
        band=Band.WORTH_A_LOOK if pairs else Band.AS_PLANNED,
        evidence=tuple(sorted(numbers)),
        table=Table(("issue", "option", "other_option", "minute", "other_minute", "party"), rows),
    )


def double_calls(course: Course) -> Finding:
    """M17: times that a second mediator asked a side into a meeting within 10 play minutes after a first one had.

    Not where the first meeting was refused before, and not where both mediators were asked into one of the two.
    """
    why = _one_alone(course)
    if why:
        return replace(DOUBLE_CALLS.said, reading=why)
    sides = {meeting.number: sides_of(course, meeting) for meeting in course.meetings}
    asked = [m for m in course.meetings if course.mediates(m.caller) and sides[m.number]]
    if not asked:
        return replace(DOUBLE_CALLS.said, reading=tr("The mediators asked no side into a private meeting."))
    refused = {event.caucus: moment.number for moment, event in course.every(CaucusDeclined)}
    rows: list[Row] = []
    for first, second in _near(course, asked, lambda meeting: meeting.called):
        both = {first.caller, second.caller}
        together = both <= set(first.seats) or both <= set(second.seats)
        gone = refused.get(first.number, second.called.number + 1) < second.called.number
        if len(both) < 2 or together or gone:
            continue
        for side in sides[first.number]:
            if side in sides[second.number]:
                cells = (side, minutes(first.called.seconds), minutes(second.called.seconds))
                rows.append(Row(cells, (first.called.number, second.called.number)))
    calls = trn("{n} call of mediators to sides", "{n} calls of mediators to sides", len(asked))
    if rows:
        reading = trn(
            "Of {calls}, {n} came within 10 minutes of another mediator's call to the same side.",
            "Of {calls}, {n} came within 10 minutes of another mediator's call to the same side.",
            len(rows),
            calls=calls,
        )
    else:
        reading = tr(
            "Of {calls}, none came within 10 minutes of another mediator's call to the same side.", calls=calls
        )
    return replace(
        DOUBLE_CALLS.said,
        observed=True,
        value=float(len(rows)),
        reading=reading,
        band=Band.WORTH_A_LOOK if rows else Band.AS_PLANNED,
        evidence=tuple(meeting.called.number for meeting in asked),
        table=Table(("party", "minute", "other_minute"), tuple(rows)),
    )


def briefings(course: Course) -> Finding:
    """M17: private meetings of mediators only, for every 30 play minutes of the talks."""
    why = _one_alone(course)
    if why:
        return replace(BRIEFINGS.said, reading=why)
    held = [
        meeting
        for meeting in course.meetings
        if meeting.opened is not None and len(meeting.seats) > 1 and all(map(course.mediates, meeting.seats))
    ]
    if not held or not course.length:
        return replace(BRIEFINGS.said, reading=tr("The mediators recorded no meeting among themselves."))
    value = len(held) * HALF_HOUR / course.length
    spent = lasting(sum(meeting.seconds for meeting in held))
    reading = trn(
        "The mediators met among themselves {n} time ({length}), {rate} for every half-hour.",
        "The mediators met among themselves {n} times ({length}), {rate} for every half-hour.",
        len(held),
        length=spent,
        rate=number(value, 1),
    )
    rows = tuple(
        Row((minutes(m.opened.seconds if m.opened else 0.0), minutes(m.seconds), len(m.seats)), m.evidence)
        for m in held
    )
    return replace(
        BRIEFINGS.said,
        observed=True,
        value=value,
        reading=reading,
        evidence=tuple(sorted({event for row in rows for event in row.evidence})),
        table=Table(("minute", "minutes", "seats"), rows),
    )


def _one_alone(course: Course) -> str:
    """Why there is no team to look at, as a sentence; empty where there is one."""
    team = [seat for seat in attending(course) if course.mediates(seat)]
    if len(team) > 1:
        return ""
    return tr("One mediator worked alone.") if team else tr("Nobody mediated.")


def _floats(course: Course) -> Iterator[Float]:
    for moment, proposed in course.every(OptionProposed):
        if course.mediates(proposed.by):
            side = _alone_with(course, moment)
            yield Float(moment, proposed.by, proposed.issue, proposed.option, side, None)
    for moment, tabled in course.every(PackageTabled):
        if course.mediates(tabled.by):
            side = _alone_with(course, moment)
            for issue, option in tabled.terms.items():
                yield Float(moment, tabled.by, issue, option, side, tabled.package)


def _alone_with(course: Course, moment: Moment) -> str | None:
    """The one deciding party with which the seat that acted sat in a private meeting at a moment."""
    for meeting in course.meetings:
        if moment.event.by in meeting.seats and during(course, meeting, moment):
            sides = sides_of(course, meeting)
            if len(sides) == 1:
                return sides[0]
    return None


def _near(course: Course, things: Sequence[T], when: Callable[[T], Moment]) -> Iterator[tuple[T, T]]:
    """The pairs of things in order of time that came within ten minutes of each other."""
    for place, first in enumerate(things):
        for second in islice(things, place + 1, None):
            if course.between(when(first), when(second)) > WITHIN:
                break
            yield first, second


def _other_ears(first: Float, second: Float) -> bool:
    """Whether two things were put to different sides in private, or as packages of different mediators."""
    if first.side is not None and second.side is not None and first.side != second.side:
        return True
    packages = first.package is not None and second.package is not None
    return packages and first.seat != second.seat
