"""What everybody in the room may know: all that a projector shows, and nothing that it could let slip.

It is made of no seat's view. Every part is a fact that the whole table knows: what happened in the open
(`audience`), or what is said in the body in whose room the projector stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from roles.rights import Sight
from scenarios.model import Scenario
from simulator.engine.clock import MINUTE, plan
from simulator.engine.decide.debriefing import on_the_wall
from simulator.engine.decide.ratings import debriefing
from simulator.engine.decisions import body_of_text
from simulator.engine.events import OutcomeRecorded
from simulator.engine.legal import archetype_of, item_title
from simulator.engine.notes import note_of
from simulator.engine.session import Caucus, ClauseState, DebriefState, Session, Slide, main_body
from simulator.engine.session.control import Improvised
from simulator.engine.view.papers import text as text_view
from simulator.engine.view.shapes import TextView
from simulator.engine.words import Source, WallPage

LAST = 12
"""Pieces of news that are kept on the wall."""


@dataclass(frozen=True, slots=True)
class Person:
    """A character, as it is introduced to the room."""

    name: str
    title: str
    party: str
    """The short name of the party."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of the plan."""

    id: str
    name: str
    purpose: str
    kind: str
    minutes: int
    state: str
    """`done`, `now` or `ahead`."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda."""

    title: str
    state: str
    """`done`, `now`, `ahead`, or `proposed` while nobody adopted it."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A bracket that is open."""

    party: str
    words: str
    """Empty for words to strike."""


@dataclass(frozen=True, slots=True)
class Article:
    """A clause of the text, as it reads now."""

    heading: str
    state: str
    """A state of the clause machine."""
    text: str
    brackets: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The text under negotiation."""

    title: str
    version: int
    state: str
    """A state of the text machine."""
    articles: tuple[Article, ...]
    remaining: float | None
    """Play seconds until silence means consent, or until capitals have to have answered."""
    answers: tuple[tuple[str, str], ...]
    """(short name of the party, verdict)."""
    waits_for: tuple[str, ...]
    """Short names of the parties that have not answered while it is put to adoption."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that everybody was told."""

    seconds: float
    kind: str
    """`announcement`, `statement`, `event` or `shock`."""
    source: str
    """Who said it; empty for exercise control."""
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Hall:
    """The body in whose room the projector stands."""

    id: str
    name: str
    sits: bool
    """Whether this phase has it."""
    state: str
    """A state of the sitting machine."""
    chair: tuple[Person, ...]
    speaker: Person | None
    spoken: float
    """Play seconds since the speaker has the floor."""
    limit: int | None
    queue: tuple[Person, ...]
    away: tuple[str, ...]
    """Short names of parties that left the talks or this body."""
    agenda: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A private meeting, where the case lets everybody know of it."""

    people: tuple[Person, ...]
    place: str
    seconds: float
    """How long it has lasted."""


@dataclass(frozen=True, slots=True)
class Room:
    """All that the wall may show."""

    number: int
    """How many events there are."""
    name: str
    title: str
    state: str
    """`ready`, `running`, `paused`, `stopped`, `ended`."""
    seconds: float
    total: int
    """Planned minutes of the whole exercise."""
    phase: Stage | None
    remaining: float
    """Play seconds left in the phase; negative when it overruns."""
    next: Stage | None
    plan: tuple[Stage, ...]
    debriefs: bool
    """Whether the debriefing has begun."""
    hall: Hall
    halls: Mapping[str, str]
    """The bodies in whose rooms a projector may stand, with their names."""
    paper: Paper | None
    """None before there is a version."""
    papers: Mapping[str, str]
    """The texts that the wall may show, with their titles; the main one under the empty name."""
    news: tuple[News, ...]
    """Latest first."""
    announcement: str
    """What stands now; empty where nothing does."""
    meetings: tuple[Meeting, ...]
    questionnaire: str
    """The name of the self-report that was asked for last; empty before the first."""
    seated: int
    """Seats that people play."""
    ready: int
    left: int
    """Of those, how many left their role."""
    outcome: OutcomeRecorded | None
    page: WallPage
    beside: str
    debrief: DebriefState
    slide: Slide
    """What is shown of the debriefing; no page while nothing may be."""


def room(session: Session, at: datetime | None = None, told: Scenario | None = None) -> Room:
    """What everybody in the room may know at a time (by default, as of the last event).

    With `told`, in the words of the same case in another language.
    """
    if told is not None:
        session = replace(session, scenario=told)
    scenario, wall = session.scenario, session.wall
    moment = at or session.last_at
    now = session.clock.read(moment) if moment else 0.0
    stages = tuple(
        Stage(s.phase, written.name, written.purpose, written.kind, s.minutes, s.state)
        for s, written in ((slot, scenario.phases[slot.phase]) for slot in plan(session))
    )
    phase = next((s for s in stages if s.state == "now"), None)
    people = [seat for seat in session.seats.values() if seat.source is Source.HUMAN]
    halls = {name: body.name for name, body in scenario.bodies.items() if not body.confidential}
    return Room(
        number=session.number,
        name=session.name,
        title=scenario.title,
        state=_state(session),
        seconds=now,
        total=scenario.minutes,
        phase=phase,
        remaining=phase.minutes * MINUTE - (now - session.phase_since) if phase else 0.0,
        next=next((s for s in stages if s.state == "ahead" and s.minutes), None),
        plan=stages,
        debriefs=session.phase is not None and session.phase == debriefing(session),
        hall=_hall(session, wall.body if wall.body in halls else _first(session, tuple(halls)), now),
        halls=halls,
        paper=_paper(session, wall.document, now),
        papers={name: text_view(session, name).title for name in ("", *scenario.texts) if _open_text(session, name)},
        news=_news(session)[:LAST],
        announcement=_standing(session),
        meetings=tuple(
            Meeting(tuple(_person(session, s) for s in c.seats), c.place, now - c.opened)
            for c in session.caucuses.values()
            if c.state == "open" and _known_to_all(session, c)
        ),
        questionnaire=next(
            (scenario.pulses[name].name for name in reversed(tuple(session.pulses)) if name in scenario.pulses), ""
        ),
        seated=len(people),
        ready=sum(seat.ready for seat in people),
        left=sum(seat.left_role for seat in people),
        outcome=_outcome(session),
        page=wall.page,
        beside=wall.beside,
        debrief=session.debrief,
        slide=on_the_wall(session),
    )


def _state(session: Session) -> str:
    if session.ended:
        return "ended"
    if not session.clock.started:
        return "ready"
    if session.stopped:
        return "stopped"
    return "running" if session.clock.running else "paused"


def _first(session: Session, halls: tuple[str, ...]) -> str:
    """The first plenary, or the first body that anybody may hear of; none where all meet in confidence."""
    main = main_body(session.scenario)
    return main if main in halls else next(iter(halls), "")


def _person(session: Session, seat: str) -> Person:
    written = session.scenario.seats.get(seat)
    if written is None:
        return Person(seat, "", "")
    return Person(written.name, written.title, session.scenario.parties[written.party].short)


def _hall(session: Session, name: str, now: float) -> Hall:
    if not name:
        return Hall("", "", False, "", (), None, 0.0, None, (), (), ())
    scenario, floor = session.scenario, session.floors[name]
    here = scenario.phases[session.phase].in_ if session.phase else ()
    sits = name in here
    speaks = sits and floor.open and floor.speaker is not None
    gone = [p for p, c in session.consent.items() if c.consent.value in ("suspended", "out")]
    away = dict.fromkeys((*gone, *floor.away))
    return Hall(
        id=name,
        name=scenario.bodies[name].name,
        sits=sits,
        state=floor.state,
        chair=tuple(_person(session, seat) for seat in floor.chair),
        speaker=_person(session, floor.speaker) if speaks and floor.speaker else None,
        spoken=now - floor.since if speaks else 0.0,
        limit=floor.limit if speaks else None,
        queue=tuple(_person(session, seat) for seat in floor.queue) if sits else (),
        away=tuple(scenario.parties[p].short for p in away if p in scenario.parties),
        agenda=_agenda(session, name),
    )


def _agenda(session: Session, body: str) -> tuple[Item, ...]:
    agenda = session.agendas[body]
    items = agenda.adopted.issues if agenda.adopted is not None else agenda.proposed
    adopted = agenda.adopted is not None

    def state(item: str) -> str:
        if not adopted:
            return "proposed"
        return "now" if item == agenda.item else "done" if item in agenda.done else "ahead"

    return tuple(Item(item_title(session, item, body), state(item)) for item in items)


def _open_text(session: Session, document: str) -> bool:
    """Whether everybody may know of a text: the main one, and others of bodies that do not meet in confidence."""
    scenario = session.scenario
    if document and document not in scenario.texts:
        return False
    return not document or not scenario.bodies[body_of_text(scenario, document)].confidential


def _paper(session: Session, document: str, now: float) -> Paper | None:
    seen = text_view(session, document if _open_text(session, document) else "")
    if seen.state == "none":
        return None
    short = {name: party.short for name, party in session.scenario.parties.items()}
    voting = seen.state == "in_adoption"
    return Paper(
        title=seen.title,
        version=seen.version,
        state=seen.state,
        articles=tuple(
            Article(c.heading, c.clause.state, c.text, _alternatives(session, c.issue, c.clause, short))
            for c in seen.clauses
        ),
        remaining=seen.until - now if seen.until is not None else None,
        answers=tuple((short.get(party, party), verdict) for party, (verdict, _) in seen.verdicts.items()),
        waits_for=tuple(short.get(p, p) for p in _silent(seen)) if voting else (),
    )


def _silent(seen: TextView) -> tuple[str, ...]:
    return tuple(party for party in seen.entitled if party not in seen.verdicts)


def _alternatives(
    session: Session, issue: str | None, clause: ClauseState, short: Mapping[str, str]
) -> tuple[Alternative, ...]:
    """The brackets that are open; an option is named only where it is on the board."""
    found = []
    for bracket in clause.open_brackets:
        words = bracket.wording
        if not words and issue is not None and bracket.option in session.issues[issue].board:
            written = session.scenario.issues[issue].options.get(bracket.option or "")
            words = written.label if written is not None else ""
        found.append(Alternative(short.get(bracket.party, bracket.party), words))
    return tuple(found)


def _news(session: Session) -> tuple[News, ...]:
    """What everybody was told, latest first."""
    scenario = session.scenario
    everybody = frozenset(scenario.seats)
    found = [News(seconds, "announcement", "", "", text) for seconds, text, _ in session.wall.announced]
    for said in session.statements:
        party = scenario.parties.get(said.party)
        if said.text:
            found.append(News(said.seconds, "statement", party.short if party else "", "", said.text))
    for name, state in session.injects.items():
        inject = scenario.events.get(name) or session.improvised.get(name)
        if inject is None or state.state != "sent" or state.sent is None or not everybody <= set(state.to):
            continue
        if state.text or isinstance(inject, Improvised) or not inject.versions:
            found.append(News(state.sent, "event", inject.sender, inject.title, state.text or inject.text))
    shocks = scenario.stress_test.shocks if scenario.stress_test else {}
    for name, thrown in session.stress.items():
        if name in shocks:
            found.append(News(thrown.thrown, "shock", "", shocks[name].title, shocks[name].text))
    return tuple(sorted(found, key=lambda news: -news.seconds))


def _standing(session: Session) -> str:
    """The announcement that was not taken down; the next phase takes it down."""
    wall = session.wall
    if not wall.stands or not wall.announced:
        return ""
    _, text, phase = wall.announced[-1]
    return text if phase == session.phase else ""


def _known_to_all(session: Session, caucus: Caucus) -> bool:
    """Whether every role of the case knows of private meetings in which it does not sit."""
    seats = session.scenario.seats
    return all(seat in caucus.seats or archetype_of(session, seat).sight is not Sight.OWN for seat in seats)


def _outcome(session: Session) -> OutcomeRecorded | None:
    outcome = session.outcome
    return None if outcome is None else replace(outcome, note=note_of(outcome, session.scenario))
