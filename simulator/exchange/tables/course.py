"""The session, its cast, and all that happened."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from simulator.engine import events as e
from simulator.engine.session import Moment
from simulator.engine.words import TRAINER
from simulator.exchange.discretion import ANONYMOUS, told
from simulator.exchange.people import Stretch, key
from simulator.exchange.rows import CastRow, EventRow, SessionRow
from simulator.exchange.tables.known import Known, minutes, seconds, wall_clock

_IDS = ("body", "issue", "option", "clause", "document", "interest", "inject")


def session(known: Known) -> Iterator[SessionRow]:
    """The session: one row."""
    course, scenario = known.course, known.scenario
    every = course.moments
    opened = next((moment.event for moment in every if isinstance(moment.event, e.SessionOpened)), None)
    mask = known.people.without_names
    yield SessionRow(
        session=known.session,
        name=mask(opened.name) if opened else "",
        exercise=mask(opened.exercise) if opened else "",
        scenario=scenario.id,
        version=scenario.version,
        title=scenario.title,
        language=opened.language if opened else scenario.language,
        seed=course.record.seed,
        opened_at=wall_clock(every[0].event.at) if every else "",
        last_at=wall_clock(every[-1].event.at) if every else "",
        events=len(every),
        clock_minutes=minutes(course.running(every[-1])) if every else 0.0,
        talks_minutes=minutes(course.length),
        outcome=course.outcome[1].kind.value if course.outcome else "",
        outcome_event=course.outcome[0].number if course.outcome else None,
        ended=any(isinstance(moment.event, e.SessionEnded) for moment in every),
        people=len(known.people.typed),
        names=known.people.named,
    )


def cast(known: Known) -> Iterator[CastRow]:
    """Who played each seat, in the order of the scenario."""
    acts: defaultdict[tuple[str, int], int] = defaultdict(int)
    spoken: defaultdict[tuple[str, int], float] = defaultdict(float)
    ready: dict[tuple[str, int], Moment] = {}
    left: dict[tuple[str, int], Moment] = {}
    for moment in known.course.moments:
        event = moment.event
        if not isinstance(event, ANONYMOUS):
            acts[_stretch(known, event.by, moment)] += 1
        if isinstance(event, e.FloorYielded):
            spoken[_stretch(known, event.seat, moment)] += event.seconds
        elif isinstance(event, e.SeatReady):
            ready.setdefault(_stretch(known, event.by, moment), moment)
        elif isinstance(event, e.RoleLeft | e.RolesLeftConfirmed):
            for seat in (event.by,) if isinstance(event, e.RoleLeft) else event.seats:
                left.setdefault(_stretch(known, seat, moment), moment)
    for seat, written in known.scenario.seats.items():
        for stretch in known.people.stretches.get(seat, ()):
            at = (seat, stretch.cast.number)
            yield CastRow(
                **known.head(stretch.cast, seat),
                seat_name=written.name,
                seat_title=written.title,
                party_name=known.scenario.parties[written.party].name,
                archetype=written.archetype,
                played_by=stretch.source.value,
                until_event=stretch.until.number if stretch.until else None,
                clock_minutes=minutes(lasted(known, stretch)),
                ready_minute=minutes(ready[at].seconds) if at in ready else None,
                left_role_minute=minutes(left[at].seconds) if at in left else None,
                acts=acts[at],
                spoken_seconds=seconds(spoken[at]),
            )


def lasted(known: Known, stretch: Stretch) -> float:
    """How many seconds the play clock ran while the same people played a seat."""
    return known.course.between(stretch.cast, stretch.until or known.course.moments[-1])


def _stretch(known: Known, seat: str, moment: Moment) -> tuple[str, int]:
    there = known.people.at(seat, moment.number)
    return seat, there.cast.number if there else 0


def events(known: Known) -> Iterator[EventRow]:
    """All that happened, in order."""
    people = known.people

    def called(name: str) -> str:
        return people.called(key(name)) if key(name) in people.typed else people.rater(name)

    for moment in known.course.moments:
        event = moment.event
        out = told(event, people.without_names, called)
        there = people.at(out.by, moment.number)
        data = out.data
        ids: dict[str, Any] = {name: _text(data.get(name)) for name in _IDS}
        yield EventRow(
            **known.head(moment, out.by, "" if isinstance(event, ANONYMOUS) else _text(data.get("party"))),
            at=wall_clock(event.at),
            kind=str(event.__struct_config__.tag),
            by=TRAINER if out.by == TRAINER else there.source.value if there else "",
            to=_seats(data.get("to")),
            text=out.words,
            data=data,
            **ids,
            package=data.get("package"),
            caucus=data.get("caucus"),
        )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _seats(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else tuple(value or ())
