"""One pass over a record: what happened when, and until when the talks went on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from typing import TypeVar, cast

from roles.rights import Kind
from scenarios.model import Scenario
from scenarios.texts import tr
from scoring.process.sittings import FLOOR, MEETING, Meeting, Span, Stay, Turn, kind_of, meetings, stays, turns
from scoring.sentences import minutes
from simulator.engine.events import (
    ClockJumped,
    Event,
    Fact,
    MoveTagged,
    OutcomeRecorded,
    PackageTabled,
    PhaseEntered,
    TagWithdrawn,
    TextEvent,
)
from simulator.engine.replay import begin, moments
from simulator.engine.session import Moment, Record, Session

__all__ = ["Course", "Meeting", "Stay", "Turn", "minutes"]

E = TypeVar("E", bound=Fact)


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a session, computed once for all measures.

    The talks are over when the outcome is recorded or a closing phase begins. What is told later, in the debriefing,
    counts for no measure of the talks. A trainer may set the play clock forward or back: `seconds` of a moment is what
    the clock showed, and lengths are counted in the seconds that it really ran.
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
    length: float
    """Seconds that the clock had run by then."""
    over: bool
    """Whether the talks were over; if not, the record breaks off in them."""
    outcome: tuple[Moment, OutcomeRecorded] | None
    turns: tuple[Turn, ...]
    """In phases of play, in order."""
    meetings: tuple[Meeting, ...]
    """In the order in which they were asked for."""
    stays: tuple[Stay, ...]
    """In phases, until the talks were over."""
    texts: Mapping[str, tuple[Moment, ...]]
    """What happened with other texts than the main one in the whole record, by their ids: no measure of the main text
    counts it."""
    _ran: tuple[float, ...] = field(repr=False)
    """Seconds that the clock had run at each event of the record."""
    _by_kind: Mapping[type[Fact], tuple[Moment, ...]] = field(repr=False)
    """The events of `during`, sorted by kind, each measure reading only its own; without those of other texts, and
    without tags that were taken back."""

    @classmethod
    def of(cls, record: Record) -> Course:
        """Replay a record and look at it once."""
        seen: list[Moment] = []
        ran: list[float] = []
        shifts = 0.0
        talks = last = begin(record.scenario, record.seed)
        over: int | None = None
        outcome: tuple[Moment, OutcomeRecorded] | None = None
        for moment, session in moments(record):
            event = moment.event
            kind = type(event)
            if kind is ClockJumped:
                shifts += moment.seconds - last.clock.read(event.at)
            elif kind is PhaseEntered or kind is OutcomeRecorded:
                if isinstance(event, OutcomeRecorded):
                    outcome = moment, event
                if over is None and _ends_talks(record.scenario, event):
                    over, talks = len(seen), last
            running = moment.seconds - shifts
            ran.append(running if not ran or running > ran[-1] else ran[-1])
            seen.append(moment)
            last = session
        during = tuple(seen if over is None else seen[:over])
        final = None if not seen else len(seen) - 1 if over is None else over
        length = 0.0 if final is None else ran[final]
        by_kind: defaultdict[type[Fact], list[Moment]] = defaultdict(list)
        other: defaultdict[str, list[Moment]] = defaultdict(list)
        for moment in seen:
            document = moment.event.document if isinstance(moment.event, TextEvent) else ""
            if document:
                other[document].append(moment)
            else:
                by_kind[type(moment.event)].append(moment)
        slips = {cast(TagWithdrawn, moment.event).tag for moment in by_kind[TagWithdrawn]}
        by_kind[MoveTagged] = [moment for moment in by_kind[MoveTagged] if moment.number not in slips]
        span = Span(record.scenario, tuple(by_kind[PhaseEntered]), ran, len(during), length)
        return cls(
            record=record,
            moments=tuple(seen),
            during=during,
            talks=last if over is None else talks,
            end=0.0 if final is None else seen[final].seconds,
            length=length,
            over=over is not None,
            outcome=outcome,
            turns=turns(span, _merged(by_kind[kind] for kind in FLOOR)),
            meetings=meetings(span, _merged(by_kind[kind] for kind in MEETING)),
            stays=stays(span, over is not None),
            _ran=tuple(ran),
            _by_kind={
                kind: tuple(moment for moment in of_kind if moment.number <= len(during))
                for kind, of_kind in by_kind.items()
            },
            texts={document: tuple(found) for document, found in other.items()},
        )

    @property
    def told(self) -> Scenario:
        """The case in the language of the session: texts are measured in the words that were before the table."""
        return self.record.scenario if self.record.told is None else self.record.told

    @property
    def cut_off_by(self) -> str:
        """What ended the talks as far as they can be seen, as a clause."""
        # Translators: a clause within a sentence.
        return tr("the talks ended") if self.over else tr("the record breaks off")

    @property
    def before_the_end(self) -> str:
        """Before what ended the talks as far as they can be seen, within a sentence."""
        return tr("before the talks ended") if self.over else tr("before the record breaks off")

    @property
    def at_the_end(self) -> str:
        """When things stood as they are told, within a sentence."""
        return tr("when the talks were over") if self.over else tr("where the record breaks off")

    @property
    def scenario(self) -> Scenario:
        """The scenario that was played."""
        return self.record.scenario

    def every(self, kind: type[E]) -> tuple[tuple[Moment, E], ...]:
        """The events of a kind until the talks were over, each with its moment."""
        return tuple((moment, cast(E, moment.event)) for moment in self._by_kind.get(kind, ()))

    def any_of(self, *kinds: type[Fact]) -> tuple[Moment, ...]:
        """The moments of several kinds of events until the talks were over, in order."""
        return _merged(self._by_kind.get(kind, ()) for kind in kinds)

    def running(self, moment: Moment) -> float:
        """Seconds that the clock had run at a moment; unlike what it showed, this never goes back."""
        return self._ran[moment.number - 1]

    def between(self, before: Moment, after: Moment) -> float:
        """Seconds that the clock ran from one moment to another."""
        return self._ran[after.number - 1] - self._ran[before.number - 1]

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


def _merged(of_kinds: Iterable[Sequence[Moment]]) -> tuple[Moment, ...]:
    """The moments of several kinds in order."""
    return tuple(merge(*of_kinds, key=lambda moment: moment.number))


def _ends_talks(scenario: Scenario, event: Event) -> bool:
    if isinstance(event, PhaseEntered):
        return kind_of(scenario, event.phase) == "closing"
    return isinstance(event, OutcomeRecorded)
