"""Whom an incident concerns."""

from simulator.engine.session import IncidentState, Session


def concerned(session: Session, incident: IncidentState) -> tuple[str, ...]:
    """The parties that call back and agree to a visit: those that the scenario names, otherwise all deciding ones."""
    written = session.scenario.incidents.get(incident.prepared or "")
    return written.parties if written is not None and written.parties else session.scenario.deciding()
