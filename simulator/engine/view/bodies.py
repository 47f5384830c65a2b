"""What a seat sees of the bodies: which sit, who chairs, how they decide, and their agendas."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import AgendaItem, DecisionRule
from simulator.engine.decide.lookup import members
from simulator.engine.decisions import away, deciders
from simulator.engine.legal import in_body
from simulator.engine.session import Agenda, Session
from simulator.engine.words import TRAINER


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body, as a seat sees it."""

    id: str
    name: str
    kind: str
    state: str
    """A state of the sitting machine."""
    sits: bool
    """Whether this phase has it."""
    mine: bool
    """Whether this seat sits in it, observes or chairs it."""
    confidential: bool
    chair: tuple[str, ...]
    members: tuple[str, ...]
    observers: tuple[str, ...]
    rule: DecisionRule
    decides: tuple[str, ...]
    """The parties that decide in it."""
    away: tuple[str, ...]
    """Parties that are not there now."""
    issues: tuple[str, ...]
    reports_to: str
    lifts_to: str
    agenda: Agenda
    """Empty for whom a confidential body does not concern."""
    items: Mapping[str, AgendaItem | None]
    """What its agenda may hold, in order: an item of the scenario, or None for an issue."""


def bodies(session: Session, seat: str) -> Mapping[str, BodyView]:
    """All bodies of the scenario, in its order."""
    return {name: _body(session, seat, name) for name in session.scenario.bodies}


def _body(session: Session, seat: str, name: str) -> BodyView:
    scenario, written, floor = session.scenario, session.scenario.bodies[name], session.floors[name]
    mine = seat == TRAINER or in_body(session, seat, name)
    decide = deciders(scenario, name)
    here = scenario.phases[session.phase].in_ if session.phase else ()
    listed = written.agenda or (*(written.issues or scenario.issues), *scenario.agenda_items)
    return BodyView(
        id=name,
        name=written.name,
        kind=written.kind,
        state=floor.state,
        sits=name in here,
        mine=mine,
        confidential=written.confidential,
        chair=floor.chair,
        members=members(session, written),
        observers=written.observers,
        rule=written.rule,
        decides=decide,
        away=tuple(p for p in decide if away(session, p, name)),
        issues=written.issues or tuple(scenario.issues),
        reports_to=written.reports_to or "",
        lifts_to=written.lifts_to or "",
        agenda=session.agendas[name] if mine or not written.confidential else Agenda(),
        items={item: _item(session, seat, item) for item in listed},
    )


def _item(session: Session, seat: str, name: str) -> AgendaItem | None:
    """An agenda item, without what only the trainer reads about it."""
    item = session.scenario.agenda_items.get(name)
    return item if item is None or seat == TRAINER else item.model_copy(update={"trainer": None})
