"""What a seat sees of the hotline, the record of incidents and the follow-up list."""

from collections.abc import Mapping
from dataclasses import dataclass

from roles.acts import Act
from roles.rights import Right
from simulator.engine.decide.concerned import awaited, concerned, due_times, inconclusive, keeps, reportable, serves
from simulator.engine.decide.follow_up import may_report
from simulator.engine.legal import party_of, right_of
from simulator.engine.session import FollowUpState, IncidentState, Session
from simulator.engine.words import TRAINER


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident in the record, with what only this seat knows about it."""

    incident: IncidentState
    concerns: tuple[str, ...]
    """The parties that call back and agree to a visit."""
    awaited: tuple[str, ...]
    """Those of them that have not called back, nor reported it."""
    serves: bool
    """Whether this seat may acknowledge it and ask for a visit."""
    inconclusive: bool
    """Whether the joint visit could not establish what happened."""
    known: str
    """What this seat's party knows about it; for the trainer, what happened."""
    due: Mapping[str, float]
    """Play second by which each step that is open has to come: `acknowledge`, `call_back`, `visit`."""


@dataclass(frozen=True, slots=True)
class HotlineView:
    """The hotline and the follow-up list, as a seat sees them."""

    incidents: tuple[IncidentView, ...]
    keepers: tuple[str, ...]
    """The seats that keep the record, where the scenario names them."""
    keeps: bool
    """Whether this seat keeps it."""
    prepared: Mapping[str, str]
    """Incidents of the scenario that this seat may report now, with their titles."""
    follow_up: tuple[FollowUpState, ...]
    may_report: frozenset[int]
    """The entries on whose progress this seat may report."""
    truths: Mapping[int, str]
    """How far entries really are, for the trainer and for who judges compliance."""
    articles: Mapping[str, str]
    """The headings of the articles of the agreement in force."""
    open: bool
    """Whether the scenario has a hotline or incidents at all."""


def hotline(session: Session, seat: str) -> HotlineView:
    """The hotline and the follow-up list for a seat."""
    scenario = session.scenario
    entries = tuple(entry for _, entry in sorted(session.follow_up.items()))
    judges = seat == TRAINER or right_of(session, seat, Act.JUDGE_COMPLIANCE) is not Right.MAY_NOT
    reference = scenario.reference
    return HotlineView(
        incidents=tuple(_incident(session, seat, incident) for incident in session.incidents.values()),
        keepers=scenario.hotline.keepers if scenario.hotline else (),
        keeps=keeps(session, seat),
        prepared={name: scenario.incidents[name].title for name in reportable(session, seat)},
        follow_up=entries,
        may_report=frozenset(entry.number for entry in entries if may_report(session, seat, entry)),
        truths={entry.number: truth for entry in entries if (truth := _truth(session, entry))} if judges else {},
        articles={n: article.heading for n, article in reference.articles.items()} if reference is not None else {},
        open=scenario.hotline is not None or bool(scenario.incidents) or bool(session.incidents),
    )


def _incident(session: Session, seat: str, incident: IncidentState) -> IncidentView:
    written = session.scenario.incidents.get(incident.prepared or "")
    known = ""
    if written is not None:
        known = (written.truth or "") if seat == TRAINER else written.versions.get(party_of(session, seat), "")
    return IncidentView(
        incident=incident,
        concerns=concerned(session, incident),
        awaited=awaited(session, incident),
        serves=serves(session, seat, incident),
        inconclusive=inconclusive(session, incident),
        known=known,
        due=due_times(session, incident),
    )


def _truth(session: Session, entry: FollowUpState) -> str:
    """How far an entry really is, where the scenario says so."""
    return session.scenario.follow_up[entry.prepared].truth or "" if entry.prepared is not None else ""
