"""How people talked: turns on the floor, private meetings."""

from collections.abc import Iterator

from simulator.engine import events as e
from simulator.engine.session import Moment
from simulator.exchange.rows import CaucusRow, TurnRow
from simulator.exchange.tables.known import Known, minutes, seconds


def floor(known: Known) -> Iterator[TurnRow]:
    """Turns on the floor, in the order in which they began."""
    given: dict[str, tuple[Moment, e.FloorGiven]] = {}
    turns: list[tuple[Moment, e.FloorGiven, Moment | None, float | None]] = []
    for moment in known.course.moments:
        event = moment.event
        if isinstance(event, e.FloorGiven):
            if event.body in given:
                turns.append((*given.pop(event.body), None, None))
            given[event.body] = moment, event
        elif isinstance(event, e.FloorYielded) and event.body in given:
            turns.append((*given.pop(event.body), moment, event.seconds))
    turns += [(*start, None, None) for start in given.values()]
    for moment, event, ended, length in sorted(turns, key=lambda turn: turn[0].number):
        body = known.scenario.bodies.get(event.body)
        yield TurnRow(
            **known.head(moment, event.seat),
            body=event.body,
            body_name=body.name if body else event.body,
            given_by=event.by,
            limit_seconds=event.limit,
            seconds=None if length is None else seconds(length),
            ended_event=ended.number if ended else None,
        )


def caucuses(known: Known) -> Iterator[CaucusRow]:
    """Private meetings, in the order in which they were called."""
    called: dict[int, tuple[Moment, e.CaucusCalled]] = {}
    states: dict[int, str] = {}
    opened: dict[int, Moment] = {}
    closed: dict[int, tuple[Moment, float]] = {}
    for moment in known.course.moments:
        match moment.event:
            case e.CaucusCalled() as event:
                called[event.caucus] = moment, event
                states[event.caucus] = "requested"
            case e.CaucusAccepted(caucus=number) if states.get(number) == "requested":
                states[number] = "granted"
            case e.CaucusOpened(caucus=number):
                states[number] = "open"
                opened[number] = moment
            case e.CaucusDeclined(caucus=number):
                states[number] = "declined"
            case e.CaucusClosed(caucus=number, seconds=length):
                states[number] = "closed"
                closed[number] = moment, length
            case _:
                pass
    for number, (moment, event) in called.items():
        begun, ended = opened.get(number), closed.get(number)
        yield CaucusRow(
            **known.head(moment, event.by),
            caucus=number,
            seats=event.seats,
            parties=tuple(dict.fromkeys(filter(None, map(known.party, event.seats)))),
            mediated=any(map(known.course.mediates, event.seats)),
            place=known.people.without_names(event.place),
            state=states[number],
            opened_event=begun.number if begun else None,
            opened_minute=minutes(begun.seconds) if begun else None,
            closed_event=ended[0].number if ended else None,
            seconds=seconds(ended[1]) if ended else None,
        )
