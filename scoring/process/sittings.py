"""How long things lasted: turns on the floor, private meetings, stays in phases.

Lengths are counted in seconds that the clock really ran, whatever it was set to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from scenarios.model import Scenario
from simulator.engine.events import (
    CaucusCalled,
    CaucusClosed,
    CaucusDeclined,
    CaucusOpened,
    FloorGiven,
    FloorYielded,
    PhaseEntered,
)
from simulator.engine.session import Moment


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn on the floor of a body while the talks went on."""

    seat: str
    body: str
    phase: str | None
    """The phase in which it began."""
    start: float
    """Seconds that the clock had run when it began."""
    seconds: float
    """Seconds that the clock ran meanwhile."""
    ended: bool
    """Whether anybody ended it; if not, it counts until its phase ended."""
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A private meeting that was asked for."""

    number: int
    caller: str
    seats: tuple[str, ...]
    called: Moment
    opened: Moment | None = None
    declined: bool = False
    ended: bool = False
    """Whether anybody ended it; if not, it counts until its phase ended."""
    start: float = 0.0
    """Seconds that the clock had run when it opened."""
    seconds: float = 0.0
    """Seconds that the clock ran meanwhile; 0 when it never opened."""
    evidence: tuple[int, ...] = ()

    def sits_at(self, moment: Moment, running: float) -> bool:
        """Whether it was open at a moment, when the clock had run so many seconds."""
        return self.opened is not None and self.opened.number < moment.number and running < self.start + self.seconds


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay in a phase."""

    phase: str
    kind: str
    """`briefing`, `play` or `closing`."""
    start: float
    """Seconds that the clock had run when it began."""
    seconds: float
    """Seconds that the clock ran meanwhile."""
    ended: bool
    """Whether another phase or the outcome ended it; if not, the record breaks off in it."""
    evidence: tuple[int, ...]


def kind_of(scenario: Scenario, phase: str | None) -> str | None:
    """The kind of a phase: `briefing`, `play` or `closing`."""
    found = scenario.phases.get(phase) if phase is not None else None
    return found.kind if found else None


def turns(scenario: Scenario, seen: list[Moment], ran: list[float], last: int, length: float) -> tuple[Turn, ...]:
    """The turns that began by event `last`; none counts longer than the talks."""
    speaking: dict[str, tuple[Moment, str]] = {}
    found: list[Turn] = []

    def close(body: str, until: float, *numbers: int) -> None:
        given, seat = speaking.pop(body)
        if kind_of(scenario, given.phase) == "play" and seat in scenario.seats:
            start = ran[given.number - 1]
            seconds = max(0.0, min(until, length) - start)
            found.append(Turn(seat, body, given.phase, start, seconds, bool(numbers), (given.number, *numbers)))

    for moment in seen:
        event = moment.event
        if isinstance(event, FloorGiven) and moment.number <= last:
            if event.body in speaking:
                close(event.body, ran[moment.number - 1], moment.number)
            speaking[event.body] = moment, event.seat
        elif isinstance(event, FloorYielded) and event.body in speaking:
            close(event.body, ran[speaking[event.body][0].number - 1] + event.seconds, moment.number)
    for body in tuple(speaking):
        close(body, _phase_end(seen, ran, speaking[body][0], length))
    return tuple(sorted(found, key=lambda turn: turn.evidence))


def meetings(seen: list[Moment], ran: list[float], last: int, length: float) -> tuple[Meeting, ...]:
    """The meetings asked for by event `last`; none counts longer than the talks."""
    found: dict[int, Meeting] = {}
    for moment in seen:
        event = moment.event
        if isinstance(event, CaucusCalled) and moment.number <= last:
            found[event.caucus] = Meeting(event.caucus, event.by, event.seats, moment, evidence=(moment.number,))
        elif isinstance(event, CaucusOpened | CaucusClosed | CaucusDeclined) and event.caucus in found:
            meeting = found[event.caucus]
            evidence = (*meeting.evidence, moment.number)
            if isinstance(event, CaucusOpened):
                if moment.number <= last:
                    start = ran[moment.number - 1]
                    found[event.caucus] = replace(meeting, opened=moment, start=start, evidence=evidence)
            elif isinstance(event, CaucusDeclined):
                found[event.caucus] = replace(meeting, declined=True, evidence=evidence)
            elif meeting.opened is not None:
                seconds = max(0.0, min(event.seconds, length - meeting.start))
                found[event.caucus] = replace(meeting, ended=True, seconds=seconds, evidence=evidence)
    for number, meeting in found.items():
        if meeting.opened is not None and not meeting.ended:
            seconds = max(0.0, _phase_end(seen, ran, meeting.opened, length) - meeting.start)
            found[number] = replace(meeting, seconds=seconds)
    return tuple(found.values())


def stays(
    scenario: Scenario, entered: Iterable[Moment], ran: list[float], over: bool, length: float
) -> tuple[Stay, ...]:
    """The stays that began while the talks went on; the last one counts until they were over."""
    begun = [(moment, moment.event.phase) for moment in entered if isinstance(moment.event, PhaseEntered)]
    starts = [ran[moment.number - 1] for moment, _ in begun]
    ends = [*starts[1:], length]
    return tuple(
        Stay(
            phase,
            kind_of(scenario, phase) or "",
            start,
            max(0.0, end - start),
            over or n < len(begun),
            (moment.number,),
        )
        for n, ((moment, phase), start, end) in enumerate(zip(begun, starts, ends, strict=False), 1)
    )


def _phase_end(seen: list[Moment], ran: list[float], start: Moment, length: float) -> float:
    """Seconds that the clock had run when the phase of a moment ended, or the talks if they ended first."""
    later = (ran[m.number - 1] for m in seen[start.number :] if isinstance(m.event, PhaseEntered))
    return min(next(later, length), length)
