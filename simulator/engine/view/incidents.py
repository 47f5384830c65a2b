"""What a seat sees of the hotline, the record of incidents and the follow-up list."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine.decide.concerned import concerned
from simulator.engine.legal import party_of
from simulator.engine.session import FollowUpState, IncidentState, Session
from simulator.engine.words import TRAINER


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident in the record, with what only this seat knows about it."""

    incident: IncidentState
    concerns: tuple[str, ...]
    """The parties that call back and agree to a visit."""
    known: str
    """What this seat's party knows about it; for the trainer, what happened."""
    due: Mapping[str, float]
    """Play second by which each step that is open has to come: `acknowledge`, `call_back`, `visit`."""


@dataclass(frozen=True, slots=True)
class HotlineView:
    """The hotline and the follow-up list, as a seat sees them."""

    incidents: tuple[IncidentView, ...]
    keepers: tuple[str, ...]
    """The seats that keep the record."""
    prepared: Mapping[str, str]
    """For the trainer: incidents of the scenario that were not reported yet, with their titles."""
    follow_up: tuple[FollowUpState, ...]
    open: bool
    """Whether the scenario has a hotline or incidents at all."""


def hotline(session: Session, seat: str) -> HotlineView:
    """The hotline and the follow-up list for a seat."""
    scenario = session.scenario
    reported = {incident.prepared for incident in session.incidents.values()}
    prepared = {n: i.title for n, i in scenario.incidents.items() if n not in reported} if seat == TRAINER else {}
    return HotlineView(
        incidents=tuple(_incident(session, seat, incident) for incident in session.incidents.values()),
        keepers=scenario.hotline.keepers if scenario.hotline else (),
        prepared=prepared,
        follow_up=tuple(entry for _, entry in sorted(session.follow_up.items())),
        open=scenario.hotline is not None or bool(scenario.incidents) or bool(session.incidents),
    )


def _incident(session: Session, seat: str, incident: IncidentState) -> IncidentView:
    written = session.scenario.incidents.get(incident.prepared or "")
    known = ""
    if written is not None:
        known = (written.truth or "") if seat == TRAINER else written.versions.get(party_of(session, seat), "")
    return IncidentView(incident, concerned(session, incident), known, due_times(session, incident))


def due_times(session: Session, incident: IncidentState) -> Mapping[str, float]:
    """Play second by which each step that is open has to come."""
    times = session.scenario.hotline
    if times is None or incident.state == "closed":
        return {}
    due: dict[str, float] = {}
    if incident.acknowledged is None:
        due["acknowledge"] = incident.reported + times.acknowledge * 60
    elif not set(concerned(session, incident)) <= set(incident.calls_back):
        due["call_back"] = incident.acknowledged + times.call_back * 60
    if incident.visit_asked is not None and incident.visited is None:
        due["visit"] = incident.visit_asked + times.visit * 60
    return due
