"""What stands in the document for the room, gathered from a record and its scorecard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.texts import day, language, tr
from scoring.findings import Fundamental, Panel
from scoring.outcome import Settlement
from scoring.process import Course
from scoring.process.course import minutes
from scoring.scorecard import Scorecard, score
from simulator.debrief import timeline
from simulator.debrief.cards import FUNDAMENTALS, Card, card
from simulator.debrief.discretion import for_the_room
from simulator.debrief.incidents import Incident, Promise, incidents, promises
from simulator.debrief.naming import OUTCOMES, Names, clock_text
from simulator.debrief.reveal import Holder, reveal
from simulator.debrief.script import Step as Step
from simulator.debrief.script import steps as steps
from simulator.debrief.weighing import Weighed, weighed
from simulator.engine import moments
from simulator.engine.events import SessionOpened
from simulator.engine.session import Moment, Record, Session
from simulator.engine.words import OutcomeKind, Source


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in the appendix of evidence."""

    number: int
    time: str
    phase: str
    text: str


@dataclass(frozen=True, slots=True)
class Pivot:
    """A moment worth talking about."""

    rank: int
    number: int
    time: str
    phase: str
    why: str
    ask: str
    text: str


@dataclass(frozen=True, slots=True)
class Played:
    """A seat, and who played it."""

    seat: str
    character: str
    title: str
    party: str
    source: Source
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of every document."""

    title: str
    subtitle: str
    session: str
    date: str
    outcome: str
    agreed: bool
    minutes: float
    people: int
    stand_ins: int
    empty: int
    events: int
    version: str
    seed: int
    language: str


@dataclass(frozen=True, slots=True)
class Known:
    """All that the documents of one session are made of, computed once."""

    record: Record
    names: Names
    course: Course
    settlement: Settlement
    scorecard: Scorecard
    head: Head
    cast: tuple[Played, ...]
    pivots: tuple[Pivot, ...]
    lived: Sequence[tuple[Moment, Session]]
    """Every event, and the session after it."""

    @property
    def scenario(self) -> Scenario:
        """The scenario that was played."""
        return self.record.scenario

    @property
    def language(self) -> str:
        """The language that is spoken, in which the documents are made."""
        return language()

    @classmethod
    def of(cls, record: Record, scorecard: Scorecard | None = None) -> "Known":
        """Replay and score a record."""
        names, course, lived = Names.of(record), Course.of(record), tuple(moments(record))
        scorecard = scorecard or score(record)
        cast = _cast(record, course)
        told = {moment.number: moment for moment in course.moments}
        lines = {line.number: line.text for stretch in timeline.room(lived, names) for line in stretch.lines}
        pivots = tuple(
            Pivot(
                rank=rank,
                number=point.number,
                time=clock_text(told[point.number].seconds),
                phase=names.phase(point.phase),
                why=point.why,
                ask=point.ask,
                text=lines.get(point.number) or for_the_room(told[point.number], names),
            )
            for rank, point in enumerate(scorecard.moments, 1)
        )
        head = _head(record, course, cast)
        return cls(record, names, course, Settlement.of(course), scorecard, head, cast, pivots, lived)

    def pivot_at(self) -> Mapping[int, Pivot]:
        """The moments worth talking about by the number of their event."""
        return {pivot.number: pivot for pivot in self.pivots}


@dataclass(frozen=True, slots=True)
class Room:
    """The document for the room."""

    hook: str
    timeline: tuple[timeline.Stretch, ...]
    marked: Mapping[int, Pivot]
    pivots: tuple[Pivot, ...]
    incidents: tuple[Incident, ...]
    reveal: tuple[Holder, ...]
    promises: tuple[Promise, ...]
    process: tuple[Card, ...]
    outcome: tuple[Card, ...]
    relationship: tuple[Card, ...]
    weighed: Weighed | None
    no_deal: Card | None
    """For talks without agreement."""
    better: Card | None
    """With one package that is better for some and worse for nobody in its table, where there is one."""
    steps: tuple[Step, ...]
    real_world: str
    reading: tuple[str, ...]
    fundamentals: tuple[tuple[str, tuple[Card, ...]], ...]
    entries: tuple[Entry, ...]


def room(known: Known) -> Room:
    """Gather what the room is handed."""
    scenario, names, debrief = known.scenario, known.names, known.scenario.debrief
    cards = {finding.id: card(finding, names) for finding in known.scorecard.findings}
    panels = {panel: tuple(cards[f.id] for f in known.scorecard.panel(panel)) for panel in Panel}
    stretches = timeline.room(known.lived, names)
    kind = known.scorecard.outcome
    return Room(
        hook=debrief.hook,
        timeline=stretches,
        marked=known.pivot_at(),
        pivots=known.pivots,
        incidents=incidents(known.course, names),
        reveal=reveal(known.course, known.settlement, names),
        promises=promises(known.course),
        process=panels[Panel.PROCESS],
        outcome=tuple(each for each in panels[Panel.OUTCOME] if each.id not in ("outcome.no_deal", EFFICIENCY)),
        relationship=panels[Panel.RELATIONSHIP],
        weighed=weighed(known.settlement, names),
        no_deal=cards.get("outcome.no_deal") if kind in (OutcomeKind.NO_AGREEMENT, OutcomeKind.COLLAPSED) else None,
        better=cards.get(EFFICIENCY),
        steps=steps(scenario),
        real_world=debrief.real_world or "",
        reading=debrief.reading,
        fundamentals=tuple(
            (tr(words), tuple(cards[f.id] for f in known.scorecard.findings if each in f.fundamentals))
            for each, words in ((each, FUNDAMENTALS[each]) for each in Fundamental)
        ),
        entries=tuple(
            Entry(moment.number, clock_text(moment.seconds), names.phase(moment.phase), for_the_room(moment, names))
            for moment in known.course.moments
        ),
    )


EFFICIENCY = "outcome.efficiency"


def _cast(record: Record, course: Course) -> tuple[Played, ...]:
    found: list[Played] = []
    for name, seat in record.scenario.seats.items():
        state = course.talks.seats.get(name)
        source = state.source if state else Source.EMPTY
        people = state.people if state else ()
        found.append(Played(name, seat.name, seat.title, record.scenario.parties[seat.party].short, source, people))
    return tuple(found)


def _head(record: Record, course: Course, cast: tuple[Played, ...]) -> Head:
    opened = next((event for event in record.events if isinstance(event, SessionOpened)), None)
    kind = course.outcome[1].kind if course.outcome else None
    return Head(
        title=record.scenario.title,
        subtitle=record.scenario.subtitle or "",
        session=opened.name if opened else "",
        date=day(record.events[0].at.date()) if record.events else "",
        outcome=tr(OUTCOMES[kind]) if kind else tr("no outcome recorded"),
        agreed=kind in (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT),
        minutes=minutes(course.end),
        people=sum(len(each.people) or 1 for each in cast if each.source is Source.HUMAN),
        stand_ins=sum(each.source is Source.STAND_IN for each in cast),
        empty=sum(each.source is Source.EMPTY for each in cast),
        events=len(record.events),
        version=record.scenario.version,
        seed=record.seed,
        language=record.scenario.language,
    )
