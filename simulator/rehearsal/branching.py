"""What if: stand-ins take every seat and play on from a moment of a session."""

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace

from scenarios.texts import tr
from simulator.engine import TRAINER, Record, Refused, replay
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.rehearsal.course import GLANCE, STEP, Course, control, table
from simulator.rehearsal.stand_ins import StandIns

LONGEST = timedelta(hours=6)
"""Play time after which a branch is broken off."""


def play_on(record: Record, events: int, progress: Callable[[float], None] | None = None) -> Record:
    """The first so many events of a record, played on by stand-ins until the talks are over.

    The same record and number give the same branch. `progress` is told now and then at which play second it is, and
    stops the branch by raising. Raises Refused where the session cannot go on at all, as after its end.
    """
    begun = replace(record, events=record.events[:events])
    session = replay(begun)
    if session.ended or session.last_at is None:
        raise Refused("SESSION-ENDED", tr("The session has ended."), tr("Branch it to go on from an earlier moment."))
    course = Course(session, session.last_at, list(begun.events))
    for seat, state in session.seats.items():
        if state.source is Source.HUMAN:
            course.do(c.CastSeat(at=course.at, by=TRAINER, seat=seat, source=Source.STAND_IN))
    standins, looked, last = StandIns(), course.at - timedelta(seconds=GLANCE), course.at + LONGEST
    while not is_over(course) and course.at < last:
        course.do(c.Tick(at=course.at, by=TRAINER))
        if (course.at - looked).total_seconds() >= GLANCE:
            looked = course.at
            control(course)
            if progress is not None:
                progress(course.session.clock.read(course.at))
        table(course, standins)
        course.at += timedelta(seconds=STEP)
    return replace(begun, events=tuple(course.events))


def is_over(course: Course) -> bool:
    """Whether the talks are over: the outcome stands, or a phase after play has begun."""
    session = course.session
    here = session.scenario.phases.get(session.phase or "")
    return session.outcome is not None or session.ended or (here is not None and here.kind == "closing")
