"""A rehearsal: a whole session played by stand-ins, in compressed time, the same for the same seed."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from scenarios.model import Scenario
from simulator.engine import TRAINER, Command, Event, Record, Refused, Session, begin, decide, evolve, view
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.rehearsal.control import trainer
from simulator.rehearsal.stand_ins import StandIns

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
"""When every rehearsal begins, so that two of the same seed are the same."""

STEP = 3.0
"""Seconds from one look at the session to the next."""

GLANCE = 12.0
"""Seconds between two looks of the trainer."""

Progress = Callable[[float], None]
"""Told now and then how much of the exercise is over, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A rehearsed session, and what was asked for in it."""

    record: Record
    session: Session
    commands: int
    """How many commands stand-ins gave."""
    refusals: Mapping[str, int]
    """How many of them were refused, by code."""


@dataclass(slots=True)
class Course:
    """A session that is played without a clock of the world."""

    session: Session
    at: datetime = BEGIN
    events: list[Event] = field(default_factory=list)
    commands: int = 0
    refusals: Counter[str] = field(default_factory=Counter)

    def do(self, command: Command) -> None:
        """Let a command happen. Raises Refused."""
        for event in decide(command, self.session):
            self.session = evolve(self.session, event)
            self.events.append(event)


def rehearse(
    scenario: Scenario,
    seed: int,
    progress: Progress | None = None,
    *,
    people: int | None = None,
    name: str = "",
    language: str | None = None,
) -> Record:
    """The record of a session that stand-ins play; see `rehearsal`."""
    return rehearsal(scenario, seed, progress, people=people, name=name, language=language).record


def rehearsal(
    scenario: Scenario,
    seed: int,
    progress: Progress | None = None,
    *,
    people: int | None = None,
    name: str = "",
    language: str | None = None,
) -> Rehearsal:
    """Play a whole session with stand-ins at every seat.

    With `people`, the optional seats that the casting for so many leaves empty stay empty. `name` and `language` are
    those of the session; by default the scenario's title and language. Raises Refused only where the scenario cannot
    be opened or cast at all.
    """
    course = Course(begin(scenario, seed))
    _open(course, scenario, people, name or scenario.title[:120], language or scenario.language)
    standins, looked = StandIns(), -GLANCE
    last = BEGIN + timedelta(minutes=2 * scenario.minutes + 60)
    while not course.session.ended and course.at < last:
        course.do(c.Tick(at=course.at, by=TRAINER))
        seconds = (course.at - BEGIN).total_seconds()
        if seconds - looked >= GLANCE:
            looked = seconds
            control(course)
            if progress is not None:
                progress(min(1.0, seconds / (60 * scenario.minutes)))
        table(course, standins)
        course.at += timedelta(seconds=STEP)
    if progress is not None:
        progress(1.0)
    record = Record(scenario, seed, tuple(course.events))
    return Rehearsal(record, course.session, course.commands, dict(course.refusals))


def _open(course: Course, scenario: Scenario, people: int | None, name: str, language: str) -> None:
    course.do(c.OpenSession(at=course.at, by=TRAINER, name=name, language=language))
    empty: set[str] = set()
    if people is not None:
        fits = [casting for casting in scenario.casting if casting.people <= people]
        chosen = max(fits, key=lambda casting: casting.people, default=None)
        empty = set(chosen.empty) if chosen else set()
    for seat, chair in scenario.seats.items():
        source = Source.EMPTY if seat in empty and chair.optional else Source.STAND_IN
        course.do(c.CastSeat(at=course.at, by=TRAINER, seat=seat, source=source))


def control(course: Course) -> None:
    """One look of exercise control."""
    command = trainer(view(course.session, TRAINER, course.at))
    if command is None:
        return
    try:
        course.do(replace(command, at=course.at))
    except Refused as no:
        course.refusals[f"{TRAINER} {no.code}"] += 1


def table(course: Course, standins: StandIns) -> None:
    """One deed of a stand-in, if one wants something."""
    command = standins.next_command(course.session, course.at)
    if command is None:
        return
    course.commands += 1
    try:
        course.do(command)
    except Refused as no:
        course.refusals[f"{type(command).__name__} {no.code}"] += 1
        standins.refused(course.session, command.by, course.at)
