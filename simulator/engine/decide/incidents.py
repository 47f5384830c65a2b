"""Incidents on the hotline: reported, acknowledged, called back, verified, handled, closed."""

from collections.abc import Iterable
from datetime import datetime

from roles.acts import Family
from scenarios.texts import listing, tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide.concerned import (
    concerned,
    due_times,
    inconclusive,
    keeps,
    monitors,
    reportable,
    serves,
)
from simulator.engine.legal import instead, party_of
from simulator.engine.machines import INCIDENT
from simulator.engine.names import incident_state, listed
from simulator.engine.refused import Refused
from simulator.engine.session import IncidentState, Session
from simulator.engine.speech import clean, need
from simulator.engine.words import TRAINER

MOST = 60
"""Incidents in the record of a session."""

_LONGEST_TITLE = 120
_LONGEST = 2000


# -- the hotline ------------------------------------------------------------------------------------------------------


def report_incident(command: c.ReportIncident, session: Session) -> tuple[e.Event, ...]:
    party = party_of(session, command.by)
    if len(session.incidents) >= MOST:
        raise Refused(
            "TOO-MANY", tr("The record holds at most {most} incidents.", most=MOST), tr("Add a version to one of them.")
        )
    if command.incident is not None:
        return (_prepared(session, command.incident, command.at, command.by, party, clean(command.text, _LONGEST)),)
    return (
        e.IncidentReported(
            at=command.at,
            by=command.by,
            incident=_next(session),
            title=need(command.title, tr("the title of the incident"), _LONGEST_TITLE),
            text=need(command.text, tr("what happened"), _LONGEST),
            party=party,
            place=clean(command.place, _LONGEST_TITLE),
        ),
    )


def _next(session: Session) -> int:
    return max(session.incidents, default=0) + 1


def _prepared(session: Session, name: str, at: datetime, by: str, party: str, text: str) -> e.IncidentReported:
    """A prepared incident in the record; what a seat may not report is to it as if it were not there."""
    known = reportable(session, by)
    seen = [incident for incident in session.incidents.values() if incident.prepared == name]
    if seen:
        raise Refused(
            "ALREADY",
            tr("It was reported: incident {number}.", number=seen[0].number),
            tr("Put your version into its record."),
        )
    if name not in known:
        raise Refused(
            "UNKNOWN",
            tr("There is no incident “{name}” that you could report.", name=name[:60]),
            tr("Known to you: {known}. Or report one in your own words.", known=listed(known)),
        )
    written = session.scenario.incidents[name]
    return e.IncidentReported(
        at=at,
        by=by,
        incident=_next(session),
        title=written.title,
        text=text or written.report,
        party=party,
        place=written.place or "",
        prepared=name,
    )


def reported_with(session: Session, sent: Iterable[e.Event]) -> tuple[e.IncidentReported, ...]:
    """The incidents that events report as they are sent, in their order, numbered after those in the record."""
    reported = {incident.prepared for incident in session.incidents.values()}
    found: list[e.IncidentReported] = []
    for event in sent:
        if not isinstance(event, e.InjectSent):
            continue
        name = session.scenario.events[event.inject].incident
        if name is None or name in reported or name not in session.scenario.incidents:
            continue
        reported.add(name)
        written = session.scenario.incidents[name]
        found.append(
            e.IncidentReported(
                at=event.at,
                by=event.by,
                incident=_next(session) + len(found),
                title=written.title,
                text=written.report,
                place=written.place or "",
                prepared=name,
            )
        )
    return tuple(found)


def acknowledge_incident(command: c.AcknowledgeIncident, session: Session) -> tuple[e.Event, ...]:
    incident = _open(session, command.incident)
    _demand_serving(session, command.by, incident)
    if incident.acknowledged is not None:
        raise Refused("ALREADY", tr("The report is acknowledged."), tr("Call back with what your party knows."))
    party = party_of(session, command.by)
    if party and party == incident.party:
        raise Refused(
            "OWN-REPORT", tr("Your party reported it: somebody else says that it has arrived."), tr("Wait for a call.")
        )
    return (_acknowledged(command, incident, party),)


def _acknowledged(
    command: c.AcknowledgeIncident | c.CallBack, incident: IncidentState, party: str
) -> e.IncidentAcknowledged:
    return e.IncidentAcknowledged(at=command.at, by=command.by, incident=incident.number, party=party)


def call_back(command: c.CallBack, session: Session) -> tuple[e.Event, ...]:
    """A call back says that the report has arrived, where nobody has said so yet."""
    incident = _open(session, command.incident)
    party = _demand_concerned(session, command.by, incident)
    if party == incident.party:
        raise Refused("OWN-REPORT", tr("Your party reported it."), tr("Put its version into the record."))
    if party in incident.calls_back:
        raise Refused("ALREADY", tr("Your party has called back."), tr("Put its version into the record anew."))
    if incident.state == "handled":
        raise _not_now(incident, tr("Put your party's version into the record."))
    text = need(command.text, tr("the facts as your party knows them"), _LONGEST)
    called = e.CalledBack(at=command.at, by=command.by, incident=incident.number, party=party, text=text)
    return (called,) if incident.acknowledged is not None else (_acknowledged(command, incident, party), called)


# -- the record -------------------------------------------------------------------------------------------------------


def add_version(command: c.AddVersion, session: Session) -> tuple[e.Event, ...]:
    incident = _open(session, command.incident)
    party = party_of(session, command.by)
    if party not in concerned(session, incident) and not monitors(session, command.by):
        raise _not_concerned(session, incident)
    text = need(command.text, tr("your party's version"), _LONGEST)
    if incident.versions.get(party) == text:
        raise Refused("ALREADY", tr("That is your party's version already."), instead(session, command.by))
    return (e.VersionAdded(at=command.at, by=command.by, incident=incident.number, party=party, text=text),)


def ask_visit(command: c.AskVisit, session: Session) -> tuple[e.Event, ...]:
    """A party concerned that asks has agreed by asking."""
    incident = _open(session, command.incident)
    _demand_serving(session, command.by, incident)
    if incident.visited is not None:
        raise Refused("ALREADY", tr("The joint visit has taken place."), tr("Read what was found."))
    if incident.visit_asked is not None:
        raise Refused("ALREADY", tr("A joint visit is asked for."), tr("The parties concerned agree to it."))
    if incident.acknowledged is None:
        raise _not_acknowledged()
    party = party_of(session, command.by)
    asked = e.VisitAsked(at=command.at, by=command.by, incident=incident.number, party=party)
    if party not in concerned(session, incident):
        return (asked,)
    return (asked, *_agreed(command, session, incident, party, frozenset()))


def agree_visit(command: c.AgreeVisit, session: Session) -> tuple[e.Event, ...]:
    incident = _open(session, command.incident)
    party = _demand_concerned(session, command.by, incident)
    if incident.visit_asked is None or incident.visited is not None:
        said = tr("Nobody has asked for a joint visit.")
        if incident.visited is not None:
            said = tr("The joint visit has taken place.")
        raise Refused("NO-VISIT", said, instead(session, command.by))
    if party in incident.visit_agreed:
        left = [p for p in concerned(session, incident) if p not in incident.visit_agreed]
        raise Refused(
            "ALREADY",
            tr("Your party has agreed to the visit."),
            tr("It takes place when these agree, too: {parties}.", parties=_parties(session, left)),
        )
    return _agreed(command, session, incident, party, incident.visit_agreed)


def _agreed(
    command: c.AskVisit | c.AgreeVisit, session: Session, incident: IncidentState, party: str, others: frozenset[str]
) -> tuple[e.Event, ...]:
    """The party agrees, and the visit takes place where it was the last one."""
    agreed = e.VisitAgreed(at=command.at, by=command.by, incident=incident.number, party=party)
    if not set(concerned(session, incident)) <= others | {party}:
        return (agreed,)
    written = session.scenario.incidents.get(incident.prepared or "")
    finding = written.finding or "" if written is not None else ""
    return (agreed, e.VisitMade(at=command.at, by=TRAINER, incident=incident.number, finding=finding))


def verify_incident(command: c.VerifyIncident, session: Session) -> tuple[e.Event, ...]:
    incident = _open(session, command.incident)
    if incident.acknowledged is None:
        raise _not_acknowledged()
    _demand_way(incident, "verify" if command.verified else "leave_open", tr("Close its record."))
    if command.verified and incident.visited is None and len(incident.versions) < 2:
        raise Refused(
            "ONE-VERSION",
            tr("Nobody has gone to see, and there is one version at most: nothing can be verified by it."),
            tr("Ask for a joint visit, hear the other side, or record that it could not be verified."),
        )
    if command.verified and inconclusive(session, incident) and command.by != TRAINER:
        raise Refused(
            "NOT-ESTABLISHED",
            tr("The joint visit could not establish what happened."),
            tr("Record that it could not be verified, and both versions stand."),
        )
    text = need(command.text, tr("what was found"), _LONGEST)
    return (
        e.IncidentVerified(
            at=command.at, by=command.by, incident=incident.number, verified=command.verified, text=text
        ),
    )


def handle_incident(command: c.HandleIncident, session: Session) -> tuple[e.Event, ...]:
    incident = _open(session, command.incident)
    _demand_keeping(session, command.by)
    if not (incident.calls_back or incident.visited is not None or incident.verified is not None):
        raise Refused(
            "NOT-HEARD",
            tr("Nobody has called back, and nobody has tried to find out what happened."),
            tr("Hear those whom it concerns, or send somebody to see, before it is handled."),
        )
    _demand_way(incident, "handle", tr("Hear those whom it concerns first."))
    text = need(command.text, tr("what was agreed"), _LONGEST)
    return (e.IncidentHandled(at=command.at, by=command.by, incident=incident.number, text=text),)


def close_incident(command: c.CloseIncident, session: Session) -> tuple[e.Event, ...]:
    incident = _open(session, command.incident)
    _demand_keeping(session, command.by)
    _demand_way(incident, "close", tr("Record first what was found, or what was agreed about it."))
    return (e.IncidentClosed(at=command.at, by=command.by, incident=incident.number),)


# -- what the clock brings about --------------------------------------------------------------------------------------


def overdue(session: Session, at: datetime) -> tuple[e.HotlineOverdue, ...]:
    """The steps whose time has run out while the hotline is open, each said once."""
    if session.phase is None or Family.INCIDENTS not in session.scenario.phases[session.phase].allows:
        return ()
    now = session.clock.read(at)
    return tuple(
        e.HotlineOverdue(at=at, by=TRAINER, incident=number, hop=hop)
        for number, incident in session.incidents.items()
        for hop, until in due_times(session, incident).items()
        if now >= until and hop not in incident.overdue
    )


# -- what is asked of a command ---------------------------------------------------------------------------------------


def incident_of(session: Session, number: int) -> IncidentState:
    """The incident of that number. Raises Refused."""
    if number not in session.incidents:
        raise Refused(
            "UNKNOWN",
            tr("There is no incident {number}.", number=number),
            tr("In the record: {known}.", known=listed(session.incidents)),
        )
    return session.incidents[number]


def _open(session: Session, number: int) -> IncidentState:
    incident = incident_of(session, number)
    if incident.state == "closed":
        raise Refused(
            "INCIDENT-STATE",
            tr("The record of incident {number} is closed.", number=number),
            tr("Report a new incident, or put what is to be done on the follow-up list."),
        )
    return incident


def _demand_way(incident: IncidentState, trigger: str, then: str) -> None:
    if not INCIDENT.allows(incident.state, trigger):
        raise _not_now(incident, then)


def _not_now(incident: IncidentState, then: str) -> Refused:
    said = tr("Incident {number} is: {state}.", number=incident.number, state=incident_state(incident.state))
    return Refused("INCIDENT-STATE", said, then)


def _demand_serving(session: Session, by: str, incident: IncidentState) -> None:
    if not serves(session, by, incident):
        raise _not_concerned(session, incident)


def _demand_concerned(session: Session, by: str, incident: IncidentState) -> str:
    party = party_of(session, by)
    if party not in concerned(session, incident):
        raise _not_concerned(session, incident)
    return party


def _demand_keeping(session: Session, by: str) -> None:
    if not keeps(session, by):
        hotline = session.scenario.hotline
        named = [session.scenario.seats[seat].name for seat in (hotline.keepers if hotline else ())]
        raise Refused(
            "NOT-KEEPER",
            tr("The record of incidents is kept by others."),
            tr("Ask these to do it: {names}.", names=listing(named)),
        )


def _not_concerned(session: Session, incident: IncidentState) -> Refused:
    parties = _parties(session, concerned(session, incident))
    return Refused(
        "NOT-CONCERNED",
        tr("Incident {number} does not concern your party.", number=incident.number),
        tr("It concerns: {parties}.", parties=parties),
    )


def _not_acknowledged() -> Refused:
    return Refused(
        "NOT-ACKNOWLEDGED", tr("Nobody has acknowledged the report yet."), tr("That it has arrived is said first.")
    )


def _parties(session: Session, parties: Iterable[str]) -> str:
    return listed(session.scenario.parties[party].short for party in parties)
