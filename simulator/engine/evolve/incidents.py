"""How incidents and the follow-up list change the session."""

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put, step
from simulator.engine.machines import FOLLOW_UP, INCIDENT
from simulator.engine.session import FollowUpState, IncidentState, Session
from simulator.engine.words import Progress

PROGRESS = {
    Progress.SCHEDULED: "plan_anew",
    Progress.IN_PROGRESS: "begin",
    Progress.DONE: "finish",
    Progress.BLOCKED: "block",
    Progress.VIOLATED: "violate",
}
"""The trigger of the follow-up machine for each word of progress."""


def _put(session: Session, incident: IncidentState) -> Session:
    return replace(session, incidents=put(session.incidents, incident.number, incident))


def incident_reported(session: Session, event: e.IncidentReported) -> Session:
    written = session.scenario.incidents.get(event.prepared or "")
    own_words = written is None or event.text != written.report
    versions = {event.party: event.text} if event.party and own_words else {}
    incident = IncidentState(
        event.incident,
        event.title,
        event.place,
        event.text,
        event.by,
        event.party,
        session.clock.read(event.at),
        prepared=event.prepared,
        versions=versions,
    )
    return _put(session, incident)


def incident_acknowledged(session: Session, event: e.IncidentAcknowledged) -> Session:
    incident = session.incidents[event.incident]
    first = session.clock.read(event.at) if incident.acknowledged is None else incident.acknowledged
    return _put(session, replace(incident, state=step(INCIDENT, incident.state, "acknowledge"), acknowledged=first))


def called_back(session: Session, event: e.CalledBack) -> Session:
    incident = session.incidents[event.incident]
    calls = incident.calls_back
    if event.party not in calls:
        calls = put(calls, event.party, session.clock.read(event.at))
    return _put(
        session,
        replace(
            incident,
            state=step(INCIDENT, incident.state, "call_back"),
            calls_back=calls,
            versions=put(incident.versions, event.party, event.text),
        ),
    )


def version_added(session: Session, event: e.VersionAdded) -> Session:
    incident = session.incidents[event.incident]
    return _put(session, replace(incident, versions=put(incident.versions, event.party, event.text)))


def visit_asked(session: Session, event: e.VisitAsked) -> Session:
    incident = session.incidents[event.incident]
    return _put(session, replace(incident, visit_asked=session.clock.read(event.at), visit_agreed=frozenset()))


def visit_agreed(session: Session, event: e.VisitAgreed) -> Session:
    incident = session.incidents[event.incident]
    return _put(session, replace(incident, visit_agreed=incident.visit_agreed | {event.party}))


def visit_made(session: Session, event: e.VisitMade) -> Session:
    incident = session.incidents[event.incident]
    return _put(session, replace(incident, visited=session.clock.read(event.at), finding=event.finding))


def incident_verified(session: Session, event: e.IncidentVerified) -> Session:
    incident = session.incidents[event.incident]
    state = step(INCIDENT, incident.state, "verify" if event.verified else "leave_open")
    return _put(session, replace(incident, state=state, verified=event.verified, found=event.text))


def incident_handled(session: Session, event: e.IncidentHandled) -> Session:
    incident = session.incidents[event.incident]
    return _put(session, replace(incident, state=step(INCIDENT, incident.state, "handle"), handled=event.text))


def incident_closed(session: Session, event: e.IncidentClosed) -> Session:
    incident = session.incidents[event.incident]
    return _put(session, replace(incident, state=step(INCIDENT, incident.state, "close")))


def hotline_overdue(session: Session, event: e.HotlineOverdue) -> Session:
    incident = session.incidents[event.incident]
    return _put(session, replace(incident, overdue=(*incident.overdue, event.hop)))


def follow_up_added(session: Session, event: e.FollowUpAdded) -> Session:
    entry = FollowUpState(
        event.entry,
        event.text,
        event.actor,
        event.due,
        event.article,
        event.incident,
        session.clock.read(event.at),
    )
    last = max(session.follow_ups, event.entry)
    return replace(session, follow_up=put(session.follow_up, event.entry, entry), follow_ups=last)


def progress_reported(session: Session, event: e.ProgressReported) -> Session:
    entry = session.follow_up[event.entry]
    state = step(FOLLOW_UP, entry.state, PROGRESS[event.progress])
    return _entry(session, replace(entry, state=state, said=event.text))


def follow_up_struck(session: Session, event: e.FollowUpStruck) -> Session:
    return replace(session, follow_up={n: entry for n, entry in session.follow_up.items() if n != event.entry})


def compliance_judged(session: Session, event: e.ComplianceJudged) -> Session:
    return _entry(session, replace(session.follow_up[event.entry], level=event.level))


def _entry(session: Session, entry: FollowUpState) -> Session:
    return replace(session, follow_up=put(session.follow_up, entry.number, entry))
