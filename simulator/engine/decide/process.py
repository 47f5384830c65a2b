"""Process: agenda, framing, consent, walk-out and return."""

from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.decisions import Standing, on_the_text, standing
from simulator.engine.legal import demand_head, demand_say, instead, party_of
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import clean, need
from simulator.engine.words import Consent, Say, Verdict


def propose_agenda(command: c.ProposeAgenda, session: Session) -> tuple[e.Event, ...]:
    if session.agenda.adopted is not None:
        raise Refused("ALREADY", tr("The agenda is adopted."), instead(session, command.by))
    issues = tuple(dict.fromkeys(command.issues))
    for name in issues:
        lookup.issue(session, name)
    if not issues:
        raise Refused(
            "EMPTY-AGENDA",
            tr("An agenda needs an issue."),
            tr("Issues: {issues}.", issues=", ".join(session.scenario.issues)),
        )
    return (e.AgendaProposed(at=command.at, by=command.by, issues=issues),)


def _demand_proposal(session: Session, by: str) -> None:
    if session.agenda.adopted is not None:
        raise Refused("ALREADY", tr("The agenda is adopted."), instead(session, by))
    if not session.agenda.proposed:
        raise Refused("NO-PROPOSAL", tr("No agenda is proposed."), instead(session, by))


def adopt_agenda(command: c.AdoptAgenda, session: Session) -> tuple[e.Event, ...]:
    party = demand_say(session, command.by)
    _demand_proposal(session, command.by)
    if party in session.agenda.endorsed:
        raise Refused("ALREADY", tr("Your party has agreed already."), instead(session, command.by))
    endorsed = e.AgendaEndorsed(at=command.at, by=command.by, party=party)
    says = dict.fromkeys((*session.agenda.endorsed, party), Say.YES)
    if standing(session, says) is not Standing.MET:
        return (endorsed,)
    return (endorsed, e.AgendaAdopted(at=command.at, by=command.by, issues=session.agenda.proposed))


def impose_agenda(command: c.ImposeAgenda, session: Session) -> tuple[e.Event, ...]:
    _demand_proposal(session, command.by)
    reason = need(command.reason, tr("the reason to go on without everybody"), 300)
    issues = session.agenda.proposed
    return (e.AgendaAdopted(at=command.at, by=command.by, issues=issues, imposed=True, reason=reason),)


def frame_issues(command: c.FrameIssues, session: Session) -> tuple[e.Event, ...]:
    wording = clean(command.wording, 300)
    issues = tuple(dict.fromkeys(command.issues))
    if not issues:
        raise Refused(
            "NO-ISSUE",
            tr("Say which issue to frame."),
            tr("Issues: {issues}.", issues=", ".join(session.scenario.issues)),
        )
    if wording and len(issues) > 1:
        raise Refused("ONE-WORDING", tr("Own words frame one issue at a time."), tr("Name one issue."))
    for name in issues:
        lookup.issue(session, name)
    events = tuple(e.IssueFramed(at=command.at, by=command.by, issue=name, wording=wording) for name in issues)
    return events


def contest_framing(command: c.ContestFraming, session: Session) -> tuple[e.Event, ...]:
    lookup.issue(session, command.issue)
    demand_head(session, command.by)
    if session.issues[command.issue].state != "framed":
        raise Refused("NOT-FRAMED", tr("This issue has no framing to object to."), instead(session, command.by))
    reason = need(command.reason, tr("the objection"), 300)
    return (e.FramingContested(at=command.at, by=command.by, issue=command.issue, reason=reason),)


def give_consent(command: c.GiveConsent, session: Session) -> tuple[e.Event, ...]:
    party = demand_head(session, command.by)
    if command.consent not in (Consent.IN, Consent.CONDITIONAL, Consent.OUT):
        raise Refused(
            "NO-ANSWER", tr("Consent is given as in, conditional or out."), tr("To leave the room, walk out.")
        )
    conditions = clean(command.conditions, 1000)
    if command.consent is Consent.CONDITIONAL and not conditions:
        raise Refused("EMPTY-TEXT", tr("Conditional consent needs its conditions."), tr("Write them."))
    before = session.consent[party]
    if before.consent is command.consent and before.conditions == conditions:
        raise Refused("ALREADY", tr("That is your party's consent already."), instead(session, command.by))
    changed = e.ConsentChanged(
        at=command.at, by=command.by, party=party, consent=command.consent, conditions=conditions
    )
    if before.consent is Consent.SUSPENDED and command.consent is not Consent.OUT:
        return (e.PartyReturned(at=command.at, by=command.by, party=party, step=conditions), changed)
    if command.consent is Consent.OUT and before.consent is not Consent.SUSPENDED:
        return (*_turns_end(session, command, party), changed, *_adoption_fails(session, command, party))
    return (changed,)


def walk_out(command: c.WalkOut, session: Session) -> tuple[e.Event, ...]:
    party = demand_head(session, command.by)
    if session.consent[party].consent in (Consent.SUSPENDED, Consent.OUT):
        raise Refused("PARTY-AWAY", tr("Your party has left already."), tr("It can return."))
    reason = clean(command.reason, 300)
    return (
        *_turns_end(session, command, party),
        e.PartyWalkedOut(at=command.at, by=command.by, party=party, reason=reason),
        e.ConsentChanged(at=command.at, by=command.by, party=party, consent=Consent.SUSPENDED, conditions=reason),
        *_adoption_fails(session, command, party),
    )


def _turns_end(session: Session, command: c.WalkOut | c.GiveConsent, party: str) -> tuple[e.Event, ...]:
    """Who leaves no longer has the floor."""
    return tuple(
        e.FloorYielded(
            at=command.at,
            by=command.by,
            body=name,
            seat=floor.speaker,
            seconds=max(0.0, round(session.clock.read(command.at) - floor.since, 3)),
        )
        for name, floor in session.floors.items()
        if floor.speaker is not None and party_of(session, floor.speaker) == party
    )


def _adoption_fails(session: Session, command: c.WalkOut | c.GiveConsent, party: str) -> tuple[e.Event, ...]:
    """Leaving while a text is put to adoption is a refusal: a text that nobody can adopt any more must not block."""
    text = session.text
    if text.state != "in_adoption" or session.outcome is not None or party in text.verdicts:
        return ()
    left = {p: verdict for p, (verdict, _) in text.verdicts.items()} | {party: Verdict.REFUSE}
    if on_the_text(session, left) is not Standing.IMPOSSIBLE:
        return ()
    return (e.AdoptionFailed(at=command.at, by=command.by, version=text.version),)


def return_to_talks(command: c.ReturnToTalks, session: Session) -> tuple[e.Event, ...]:
    party = demand_head(session, command.by)
    if session.consent[party].consent not in (Consent.SUSPENDED, Consent.OUT):
        raise Refused("NOT-AWAY", tr("Your party is at the table."), instead(session, command.by))
    step = clean(command.step, 1000)
    return (
        e.PartyReturned(at=command.at, by=command.by, party=party, step=step),
        e.ConsentChanged(at=command.at, by=command.by, party=party, consent=Consent.IN),
    )


def object_to_item(command: c.ObjectToItem, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def take_up_item(command: c.TakeUpItem, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def offer_step(command: c.OfferStep, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
