"""What a seat sees of the bodies: which sit, who chairs, how they decide, and their agendas."""

from collections.abc import Mapping
from dataclasses import dataclass

from roles.acts import Act
from scenarios.model import AgendaItem, DecisionRule
from simulator.engine.decide.lookup import members
from simulator.engine.decide.process import items as agenda_items
from simulator.engine.decisions import away, deciders
from simulator.engine.legal import in_body, party_of, why_not
from simulator.engine.session import Agenda, Session, main_body
from simulator.engine.words import TRAINER, Consent


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body, as a seat sees it."""

    id: str
    name: str
    kind: str
    state: str
    """A state of the sitting machine; none for whom a confidential body does not concern."""
    opens: str
    """`with_phase` or `by_chair`."""
    sits: bool
    """Whether this phase has it."""
    mine: bool
    """Whether this seat sits in it, observes or chairs it."""
    main: bool
    """Whether it is the first plenary, which is meant where no body is named."""
    confidential: bool
    chair: tuple[str, ...]
    members: tuple[str, ...]
    observers: tuple[str, ...]
    rule: DecisionRule
    decides: tuple[str, ...]
    """The parties that decide in it."""
    away: tuple[str, ...]
    """Parties that are not there now."""
    left: Mapping[str, str]
    """Parties that left it, with the item for which they did; empty for all items."""
    issues: tuple[str, ...]
    reports_to: str
    lifts_to: str
    agenda: Agenda
    """Empty for whom a confidential body does not concern."""
    can: Mapping[Act, str | None]
    """What is done in a body: None where this seat may do it here now, otherwise why not."""
    items: Mapping[str, AgendaItem | None]
    """What its agenda may hold, in order: an item of the scenario, or None for an issue."""


def bodies(session: Session, seat: str) -> Mapping[str, BodyView]:
    """All bodies of the scenario, in its order."""
    return {name: _body(session, seat, name) for name in session.scenario.bodies}


def _body(session: Session, seat: str, name: str) -> BodyView:
    scenario, written, floor = session.scenario, session.scenario.bodies[name], session.floors[name]
    mine = seat == TRAINER or in_body(session, seat, name)
    told = mine or not written.confidential
    decide = deciders(scenario, name)
    here = scenario.phases[session.phase].in_ if session.phase else ()
    return BodyView(
        id=name,
        name=written.name,
        kind=written.kind,
        state=floor.state if told else "",
        opens=written.opens,
        sits=name in here,
        mine=mine,
        main=name == main_body(scenario),
        confidential=written.confidential,
        chair=floor.chair if told else written.chair,
        members=members(session, written),
        observers=written.observers,
        rule=written.rule,
        decides=decide,
        away=tuple(p for p in decide if away(session, p, name)) if told else (),
        left=floor.away if told else {},
        issues=written.issues or tuple(scenario.issues),
        reports_to=written.reports_to or "",
        lifts_to=written.lifts_to or "",
        agenda=session.agendas[name] if told else Agenda(),
        can={act: _why_not(session, seat, act, name) for act in _IN_BODIES} if mine and name in here else {},
        items={item: _item(session, seat, item) for item in agenda_items(session, name)},
    )


def _item(session: Session, seat: str, name: str) -> AgendaItem | None:
    """An agenda item, without what only the trainer reads about it."""
    item = session.scenario.agenda_items.get(name)
    plain = item is None or item.trainer is None or seat == TRAINER
    return item if item is None or plain else item.model_copy(update={"trainer": None})


_IN_BODIES = (
    Act.SPEAK,
    Act.POINT_OF_ORDER,
    Act.GIVE_FLOOR,
    Act.SUSPEND,
    Act.PRESIDE,
    Act.PROPOSE_AGENDA,
    Act.ADOPT_AGENDA,
    Act.WALK_OUT,
)


def _why_not(session: Session, seat: str, act: Act, body: str) -> str | None:
    reason = why_not(session, seat, act, body)
    return None if reason is None else reason[1]


def steps(session: Session, seat: str) -> Mapping[str, tuple[str, ...]]:
    """Steps towards parties that have left what this seat may know of."""
    if seat == TRAINER:
        return session.steps
    return {party: taken for party, taken in session.steps.items() if taken and _known_away(session, seat, party)}


def _known_away(session: Session, seat: str, party: str) -> bool:
    consent = session.consent.get(party)
    if party == party_of(session, seat) or (consent is not None and consent.consent in _GONE):
        return True
    scenario = session.scenario
    return any(
        party in floor.away and (not scenario.bodies[name].confidential or in_body(session, seat, name))
        for name, floor in session.floors.items()
    )


_GONE = (Consent.SUSPENDED, Consent.OUT)
