"""A point of feedback, and what all rules of feedback look at."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from roles.rights import Kind
from scenarios.texts import tr
from scoring.process.course import Turn
from simulator.debrief.contents import Known
from simulator.debrief.naming import clock_text, quoted
from simulator.engine import events as e
from simulator.engine.session import Moment
from simulator.engine.view.audience import may_know
from simulator.engine.words import Move

E = TypeVar("E", bound=e.Fact)

CITED = 3
"""Events that a point cites at most."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something that a seat did, with the events that show it."""

    text: str
    evidence: tuple[int, ...]
    said: str = ""
    """The seat's own words in one of those events, in quotation marks, with their time; empty where it wrote none."""
    instead: str = ""
    """A sentence to try next time; of what there is to build on, none."""
    skill: str = ""
    """The competency that it evidences; of what to try next time, none."""


@dataclass(frozen=True, slots=True)
class Own:
    """A seat, and what it did."""

    known: Known
    seat: str
    may_cite: frozenset[int]
    """The events that the seat could know, and what is recorded of itself."""

    @classmethod
    def of(cls, known: Known, seat: str) -> "Own":
        """What a seat did, with what it may be told."""
        party = known.scenario.seats[seat].party

        def of_itself(event: e.Event) -> bool:
            if isinstance(event, e.MoveTagged | e.InjectMet):
                return event.seat == seat
            if isinstance(event, e.InjectMissed):
                inject = known.scenario.events.get(event.inject)
                return inject is not None and inject.expect is not None and party in inject.expect.by
            return False

        return cls(
            known,
            seat,
            frozenset(
                moment.number
                for moment, session in known.lived
                if may_know(moment.event, session, seat) or of_itself(moment.event)
            ),
        )

    @property
    def party(self) -> str:
        """Its party."""
        return self.known.scenario.seats[self.seat].party

    @property
    def mediates(self) -> bool:
        """Whether it is of the mediation team."""
        return self.known.scenario.parties[self.party].kind is Kind.MEDIATION

    @property
    def decides(self) -> bool:
        """Whether its party is one of those that decide."""
        return self.party in self.known.scenario.deciding()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Its turns on the floor."""
        return tuple(turn for turn in self.known.course.turns if turn.seat == self.seat)

    def did(self, kind: type[E]) -> tuple[tuple[Moment, E], ...]:
        """Its own acts of a kind during the talks."""
        return tuple((moment, event) for moment, event in self.known.course.every(kind) if event.by == self.seat)

    def tagged(self, *moves: Move) -> tuple[Moment, ...]:
        """What somebody tagged while it spoke."""
        found = self.known.course.every(e.MoveTagged)
        return tuple(moment for moment, event in found if event.seat == self.seat and event.move in moves)


Rule = Callable[[Own], Point | None]
"""Finds one point, or nothing."""


def first(rules: Iterable[Rule], own: Own, most: int) -> tuple[Point, ...]:
    """The first points that rules find, in the order of the rules; none that rests on what the seat could not know."""
    found: list[Point] = []
    for rule in rules:
        point = rule(own)
        if point is not None and own.may_cite.issuperset(point.evidence):
            found.append(point)
        if len(found) == most:
            break
    return tuple(found)


def numbers(moments: Iterable[Moment]) -> tuple[int, ...]:
    """The numbers of the events to cite."""
    return tuple(moment.number for moment in moments)[:CITED]


def words(moments: Iterable[Moment]) -> str:
    """The first words that somebody wrote in one of the events, with their time."""
    for moment in moments:
        text = getattr(moment.event, "text", "") or getattr(moment.event, "wording", "") or ""
        if text:
            return tr("{time}: {words}", time=clock_text(moment.seconds), words=quoted(text))
    return ""
