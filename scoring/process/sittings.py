"""How long things lasted: turns on the floor, private meetings, stays in phases.

Lengths are counted in seconds that the clock really ran, whatever it was set to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, slots=True)
class Span:
    """The talks as lengths are counted in them."""

    scenario: Scenario
    entered: tuple[Moment, ...]
    """The phases entered, in the whole record."""
    ran: Sequence[float]
    """Seconds that the clock had run at each event of the record."""
    last: int
    """The last event of the talks."""
    length: float
    """Seconds that the clock had run when they were over."""

    def running(self, moment: Moment) -> float:
        """Seconds that the clock had run at a moment."""
        return self.ran[moment.number - 1]

    def phase_end(self, start: Moment) -> float:
        """Seconds that the clock had run when the phase of a moment ended, or the talks if they ended first."""
        at = bisect_right(self.entered, start.number, key=_number)
        return min(self.running(self.entered[at]), self.length) if at < len(self.entered) else self.length


FLOOR = (FloorGiven, FloorYielded)
"""The events that turns are made of."""
MEETING = (CaucusCalled, CaucusOpened, CaucusDeclined, CaucusClosed)
"""The events that private meetings are made of."""


def kind_of(scenario: Scenario, phase: str | None) -> str | None:
    """The kind of a phase: `briefing`, `play` or `closing`."""
    found = scenario.phases.get(phase) if phase is not None else None
    return found.kind if found else None


def turns(span: Span, floor: Iterable[Moment]) -> tuple[Turn, ...]:
    """The turns that began while the talks went on; none counts longer than they did."""
    speaking: dict[str, tuple[Moment, str]] = {}
    found: list[Turn] = []

    def close(body: str, until: float, *numbers: int) -> None:
        given, seat = speaking.pop(body)
        if kind_of(span.scenario, given.phase) == "play" and seat in span.scenario.seats:
            start = span.running(given)
            seconds = max(0.0, min(until, span.length) - start)
            found.append(Turn(seat, body, given.phase, start, seconds, bool(numbers), (given.number, *numbers)))

    for moment in floor:
        event = moment.event
        if isinstance(event, FloorGiven) and moment.number <= span.last:
            if event.body in speaking:
                close(event.body, span.running(moment), moment.number)
            speaking[event.body] = moment, event.seat
        elif isinstance(event, FloorYielded) and event.body in speaking:
            close(event.body, span.running(speaking[event.body][0]) + event.seconds, moment.number)
    for body in tuple(speaking):
        close(body, span.phase_end(speaking[body][0]))
    return tuple(sorted(found, key=lambda turn: turn.evidence))


def meetings(span: Span, met: Iterable[Moment]) -> tuple[Meeting, ...]:
    """The meetings asked for while the talks went on; none counts longer than they did."""
    found: dict[int, Meeting] = {}
    for moment in met:
        event = moment.event
        if isinstance(event, CaucusCalled) and moment.number <= span.last:
            found[event.caucus] = Meeting(event.caucus, event.by, event.seats, moment, evidence=(moment.number,))
        elif isinstance(event, CaucusOpened | CaucusClosed | CaucusDeclined) and event.caucus in found:
            meeting = found[event.caucus]
            evidence = (*meeting.evidence, moment.number)
            if isinstance(event, CaucusOpened):
                if moment.number <= span.last:
                    start = span.running(moment)
                    found[event.caucus] = replace(meeting, opened=moment, start=start, evidence=evidence)
            elif isinstance(event, CaucusDeclined):
                found[event.caucus] = replace(meeting, declined=True, evidence=evidence)
            elif meeting.opened is not None:
                seconds = max(0.0, min(event.seconds, span.length - meeting.start))
                found[event.caucus] = replace(meeting, ended=True, seconds=seconds, evidence=evidence)
    for number, meeting in found.items():
        if meeting.opened is not None and not meeting.ended:
            seconds = max(0.0, span.phase_end(meeting.opened) - meeting.start)
            found[number] = replace(meeting, seconds=seconds)
    return tuple(found.values())


def stays(span: Span, over: bool) -> tuple[Stay, ...]:
    """The stays that began while the talks went on; the last one counts until they were over."""
    begun = [
        (moment, moment.event.phase)
        for moment in span.entered
        if moment.number <= span.last and isinstance(moment.event, PhaseEntered)
    ]
    ends = [*(span.running(moment) for moment, _ in begun[1:]), span.length]
    return tuple(
        Stay(
            phase=phase,
            kind=kind_of(span.scenario, phase) or "",
            start=span.running(moment),
            seconds=max(0.0, end - span.running(moment)),
            ended=over or n < len(begun),
            evidence=(moment.number,),
        )
        for n, ((moment, phase), end) in enumerate(zip(begun, ends, strict=False), 1)
    )


def _number(moment: Moment) -> int:
    return moment.number
