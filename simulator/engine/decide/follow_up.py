"""The follow-up list: promises, how far they are, how far they are kept."""

from roles.acts import Act
from roles.rights import Right
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.decide.concerned import monitors
from simulator.engine.decide.incidents import incident_of
from simulator.engine.evolve.incidents import PROGRESS
from simulator.engine.legal import archetype_of, instead, party_of
from simulator.engine.machines import FOLLOW_UP
from simulator.engine.names import listed, progress_name
from simulator.engine.refused import Refused
from simulator.engine.session import FollowUpState, Session
from simulator.engine.speech import clean, need

MOST = 100
"""Entries that the follow-up list holds."""

FULL = 3
"""The highest level of compliance."""

_LONGEST = 600


def add_follow_up(command: c.AddFollowUp, session: Session) -> tuple[e.Event, ...]:
    if len(session.follow_up) >= MOST:
        raise Refused(
            "TOO-MANY", tr("The follow-up list holds at most {most} entries.", most=MOST), tr("Strike one first.")
        )
    if command.actor:
        lookup.party(session, command.actor)
    if command.article is not None:
        _demand_article(session, command.article)
    if command.incident is not None:
        incident_of(session, command.incident)
    return (
        e.FollowUpAdded(
            at=command.at,
            by=command.by,
            entry=session.follow_ups + 1,
            text=need(command.text, tr("what was promised"), _LONGEST),
            actor=command.actor,
            due=clean(command.due, 120),
            article=command.article,
            incident=command.incident,
        ),
    )


def _demand_article(session: Session, article: str) -> None:
    reference = session.scenario.reference
    if reference is None:
        raise Refused(
            "NO-REFERENCE", tr("These talks have no agreement in force to refer to."), tr("Leave the article out.")
        )
    lookup.article(reference, article)


def report_progress(command: c.ReportProgress, session: Session) -> tuple[e.Event, ...]:
    entry = _entry(session, command.entry)
    _demand_say(session, command.by, entry)
    text = clean(command.text, _LONGEST)
    if entry.state == command.progress.value and (not text or text == entry.said):
        raise Refused(
            "ALREADY",
            tr("Entry {number} is so far already: {state}.", number=entry.number, state=progress_name(entry.state)),
            tr("Say what is new, or give another state."),
        )
    if not FOLLOW_UP.allows(entry.state, PROGRESS[command.progress]) and entry.state != command.progress.value:
        raise Refused(
            "PROGRESS-STATE",
            tr(
                "Entry {number} cannot go from “{state}” to “{other}”.",
                number=entry.number,
                state=progress_name(entry.state),
                other=progress_name(command.progress.value),
            ),
            tr("It can be: {states}.", states=_ways(entry)),
        )
    return (e.ProgressReported(at=command.at, by=command.by, entry=entry.number, progress=command.progress, text=text),)


def _ways(entry: FollowUpState) -> str:
    return listed(progress_name(p.value) for p, trigger in PROGRESS.items() if FOLLOW_UP.allows(entry.state, trigger))


def may_report(session: Session, seat: str, entry: FollowUpState) -> bool:
    """Whether a seat may say how far an entry is: whose promise it is, who keeps the list, and who goes and sees."""
    party = party_of(session, seat)
    if party and (party == entry.actor or (not entry.actor and party in session.scenario.deciding())):
        return True
    archetype = archetype_of(session, seat)
    others = (Act.KEEP_FOLLOW_UP, Act.JUDGE_COMPLIANCE)
    return monitors(session, seat) or any(archetype.right(act) is not Right.MAY_NOT for act in others)


def _demand_say(session: Session, by: str, entry: FollowUpState) -> None:
    if may_report(session, by, entry):
        return
    actor = session.scenario.parties[entry.actor].short if entry.actor else tr("all parties together")
    raise Refused(
        "NOT-YOURS",
        tr("Entry {number} was promised by others: {actor}.", number=entry.number, actor=actor),
        tr("Ask them, or who keeps the list, to report on it; what you hold against it, say at the table."),
    )


def strike_follow_up(command: c.StrikeFollowUp, session: Session) -> tuple[e.Event, ...]:
    entry = _entry(session, command.entry)
    reason = need(command.reason, tr("the reason to take it off the list"), 300)
    return (e.FollowUpStruck(at=command.at, by=command.by, entry=entry.number, reason=reason),)


def judge_compliance(command: c.JudgeCompliance, session: Session) -> tuple[e.Event, ...]:
    entry = _entry(session, command.entry)
    if not 0 <= command.level <= FULL:
        raise Refused(
            "OUT-OF-RANGE",
            tr("{level} is no level of compliance.", level=command.level),
            tr("Give 0 for not at all, 1 for minimal, 2 for intermediate, 3 for full."),
        )
    text = clean(command.text, _LONGEST)
    if entry.level == command.level and not text:
        raise Refused("ALREADY", tr("That is its level already."), instead(session, command.by))
    return (e.ComplianceJudged(at=command.at, by=command.by, entry=entry.number, level=command.level, text=text),)


def _entry(session: Session, number: int) -> FollowUpState:
    if number not in session.follow_up:
        raise Refused(
            "UNKNOWN",
            tr("There is no entry {number} on the follow-up list.", number=number),
            tr("On the list: {known}.", known=listed(sorted(session.follow_up))),
        )
    return session.follow_up[number]
