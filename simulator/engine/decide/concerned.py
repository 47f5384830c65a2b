"""Whom an incident concerns, whose call is awaited, and by when each step on the hotline has to come."""

from collections.abc import Mapping

from roles.acts import Act
from roles.rights import Right
from simulator.engine.clock import MINUTE
from simulator.engine.legal import archetype_of, party_of
from simulator.engine.session import IncidentState, Session
from simulator.engine.words import TRAINER


def concerned(session: Session, incident: IncidentState) -> tuple[str, ...]:
    """The parties that call back and agree to a visit: those that the scenario names, otherwise all deciding ones."""
    written = session.scenario.incidents.get(incident.prepared or "")
    return written.parties if written is not None and written.parties else session.scenario.deciding()


def awaited(session: Session, incident: IncidentState) -> tuple[str, ...]:
    """The parties whose call is still awaited; who reported the incident has told what it knows."""
    heard = {*incident.calls_back, incident.party}
    return tuple(party for party in concerned(session, incident) if party not in heard)


def monitors(session: Session, seat: str) -> bool:
    """Whether a seat goes and sees: by its role it records what was found."""
    return archetype_of(session, seat).right(Act.VERIFY_INCIDENT) is not Right.MAY_NOT


def keeps(session: Session, seat: str) -> bool:
    """Whether a seat keeps the record of incidents: named by the scenario, or by its role where nobody is named."""
    hotline = session.scenario.hotline
    if hotline is not None and hotline.keepers:
        return seat == TRAINER or seat in hotline.keepers
    return archetype_of(session, seat).right(Act.HANDLE_INCIDENT) is not Right.MAY_NOT


def serves(session: Session, seat: str, incident: IncidentState) -> bool:
    """Whether a seat answers on the hotline about an incident: for a party concerned, or for those who see to it."""
    if party_of(session, seat) in concerned(session, incident):
        return True
    sees_to_it = archetype_of(session, seat).right(Act.HANDLE_INCIDENT) is not Right.MAY_NOT
    return sees_to_it or keeps(session, seat) or monitors(session, seat)


def reportable(session: Session, seat: str) -> tuple[str, ...]:
    """The prepared incidents that a seat may report now: those of which its party has a version.

    Who goes and sees may report any. What an event reports comes with the event, or from the trainer.
    """
    reported = {incident.prepared for incident in session.incidents.values()}
    waiting = {name: written for name, written in session.scenario.incidents.items() if name not in reported}
    if seat == TRAINER:
        return tuple(waiting)
    events = {inject.incident for inject in session.scenario.events.values()}
    party, sees = party_of(session, seat), monitors(session, seat)
    return tuple(n for n, written in waiting.items() if n not in events and (sees or party in written.versions))


def inconclusive(session: Session, incident: IncidentState) -> bool:
    """Whether a joint visit took place and could not establish what happened."""
    written = session.scenario.incidents.get(incident.prepared or "")
    return incident.visited is not None and written is not None and not written.verifiable


def due_times(session: Session, incident: IncidentState) -> Mapping[str, float]:
    """Play second by which each step that is open has to come: `acknowledge`, `call_back`, `visit`."""
    times = session.scenario.hotline
    if times is None or incident.state in ("handled", "closed"):
        return {}
    due: dict[str, float] = {}
    if incident.acknowledged is None:
        due["acknowledge"] = incident.reported + times.acknowledge * MINUTE
    elif awaited(session, incident):
        due["call_back"] = incident.acknowledged + times.call_back * MINUTE
    if incident.visit_asked is not None and incident.visited is None:
        due["visit"] = incident.visit_asked + times.visit * MINUTE
    return due
