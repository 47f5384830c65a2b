"""One pass over a record: what happened when, who had the floor how long, and who met whom alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from roles.rights import Kind
from scenarios.model import Scenario
from simulator.engine.events import (
    CaucusCalled,
    CaucusClosed,
    CaucusDeclined,
    CaucusOpened,
    Event,
    Fact,
    FloorGiven,
    FloorYielded,
    OutcomeRecorded,
    PackageTabled,
    PhaseEntered,
)
from simulator.engine.replay import begin, moments
from simulator.engine.session import Moment, Record, Session

E = TypeVar("E", bound=Fact)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn on the floor of a body while the talks went on."""

    seat: str
    body: str
    seconds: float
    """Play seconds."""
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
    seconds: float = 0.0
    """Play seconds; 0 when it never opened."""
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a session, computed once for all measures.

    The talks are over when the outcome is recorded or a closing phase begins. What is told later, in the debriefing,
    counts for no measure of the talks.
    """

    record: Record
    moments: tuple[Moment, ...]
    """Every event of the record."""
    during: tuple[Moment, ...]
    """The events until the talks were over."""
    talks: Session
    """The session when the talks were over, before the event that ended them."""
    end: float
    """The play second at which the talks were over, or at which the record breaks off."""
    outcome: tuple[Moment, OutcomeRecorded] | None
    turns: tuple[Turn, ...]
    """In phases of play, in order."""
    meetings: tuple[Meeting, ...]
    """In the order in which they were asked for."""

    @classmethod
    def of(cls, record: Record) -> Course:
        """Replay a record and look at it once."""
        seen: list[Moment] = []
        talks = last = begin(record.scenario, record.seed)
        over: int | None = None
        outcome: tuple[Moment, OutcomeRecorded] | None = None
        for moment, session in moments(record):
            if isinstance(moment.event, OutcomeRecorded):
                outcome = moment, moment.event
            if over is None and _ends_talks(record.scenario, moment.event):
                over, talks = len(seen), last
            seen.append(moment)
            last = session
        during = tuple(seen if over is None else seen[:over])
        end = seen[-1].seconds if seen and over is None else seen[over].seconds if over is not None else 0.0
        return cls(
            record=record,
            moments=tuple(seen),
            during=during,
            talks=last if over is None else talks,
            end=end,
            outcome=outcome,
            turns=_turns(record.scenario, seen, len(during), end),
            meetings=_meetings(seen, len(during), end),
        )

    @property
    def scenario(self) -> Scenario:
        """The scenario that was played."""
        return self.record.scenario

    def every(self, kind: type[E]) -> tuple[tuple[Moment, E], ...]:
        """The events of a kind until the talks were over, each with its moment."""
        return tuple((moment, moment.event) for moment in self.during if isinstance(moment.event, kind))

    def offers(self) -> tuple[tuple[Moment, PackageTabled], ...]:
        """The packages put on the table. What a deciding party only floated is left out; mediators can do no more."""
        deciding = self.scenario.deciding()
        return tuple(
            (moment, event)
            for moment, event in self.every(PackageTabled)
            if not (event.floated and event.party in deciding)
        )

    def party_of(self, seat: str) -> str | None:
        """The party of a seat; none for the trainer."""
        found = self.scenario.seats.get(seat)
        return found.party if found else None

    def mediates(self, seat: str) -> bool:
        """Whether a seat belongs to a mediation team."""
        party = self.party_of(seat)
        return party is not None and self.scenario.parties[party].kind is Kind.MEDIATION

    def name(self, party: str) -> str:
        """The short name of a party, for sentences full of numbers."""
        found = self.scenario.parties.get(party)
        return found.short if found else party


def minutes(seconds: float) -> float:
    """Play seconds as minutes with one decimal."""
    return round(seconds / 60, 1)


def counted(number: int, thing: str, things: str = "") -> str:
    """A number with its noun: `1 meeting`, `2 meetings`."""
    return f"{number} {thing if number == 1 else things or thing + 's'}"


def percent(share: float) -> str:
    """A share from 0 to 1 for people."""
    return f"{round(100 * share)} %"


def listed(parts: list[str]) -> str:
    """The parts of a sentence, after each other."""
    return ", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts)


def _ends_talks(scenario: Scenario, event: Event) -> bool:
    if isinstance(event, PhaseEntered):
        return _kind(scenario, event.phase) == "closing"
    return isinstance(event, OutcomeRecorded)


def _kind(scenario: Scenario, phase: str | None) -> str | None:
    found = scenario.phases.get(phase) if phase is not None else None
    return found.kind if found else None


def _turns(scenario: Scenario, seen: list[Moment], last: int, end: float) -> tuple[Turn, ...]:
    """The turns that began by event `last`; none counts longer than the talks."""
    speaking: dict[str, tuple[Moment, str]] = {}
    turns: list[Turn] = []

    def close(body: str, until: float, *numbers: int) -> None:
        given, seat = speaking.pop(body)
        if _kind(scenario, given.phase) == "play" and seat in scenario.seats:
            seconds = max(0.0, min(until, end) - given.seconds)
            turns.append(Turn(seat, body, seconds, bool(numbers), (given.number, *numbers)))

    for moment in seen:
        event = moment.event
        if isinstance(event, FloorGiven) and moment.number <= last:
            if event.body in speaking:
                close(event.body, moment.seconds, moment.number)
            speaking[event.body] = moment, event.seat
        elif isinstance(event, FloorYielded) and event.body in speaking:
            close(event.body, speaking[event.body][0].seconds + event.seconds, moment.number)
    for body in tuple(speaking):
        close(body, _phase_end(seen, speaking[body][0], end))
    return tuple(sorted(turns, key=lambda turn: turn.evidence))


def _meetings(seen: list[Moment], last: int, end: float) -> tuple[Meeting, ...]:
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
                found[event.caucus] = replace(meeting, opened=moment, evidence=evidence)
            elif isinstance(event, CaucusDeclined):
                found[event.caucus] = replace(meeting, declined=True, evidence=evidence)
            elif meeting.opened is not None:
                seconds = max(0.0, min(event.seconds, end - meeting.opened.seconds))
                found[event.caucus] = replace(meeting, ended=True, seconds=seconds, evidence=evidence)
    for number, meeting in found.items():
        if meeting.opened is not None and not meeting.ended:
            seconds = max(0.0, _phase_end(seen, meeting.opened, end) - meeting.opened.seconds)
            found[number] = replace(meeting, seconds=seconds)
    return tuple(found.values())


def _phase_end(seen: list[Moment], start: Moment, end: float) -> float:
    """The play second at which the phase of a moment ended, or the talks if they ended first."""
    later = (m.seconds for m in seen if m.number > start.number and isinstance(m.event, PhaseEntered))
    return min(next(later, end), end)
