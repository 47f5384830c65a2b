"""Process: agenda, framing, consent, walk-out and return."""

from collections.abc import Mapping

from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.decide.adoption import left_behind
from simulator.engine.decide.floor import demand_chair, opened
from simulator.engine.decisions import Standing, standing
from simulator.engine.legal import demand_head, demand_say, in_body, instead, item_title, party_of
from simulator.engine.refused import Refused
from simulator.engine.session import Agenda, Objection, Session, main_body
from simulator.engine.speech import clean, need
from simulator.engine.words import TRAINER, Consent, Say

WORDING = 160
"""Characters of an item on an agenda."""
MOST_ITEMS = 24
"""Items that an agenda may have."""


def _agenda(session: Session, by: str, body: str) -> tuple[str, Agenda]:
    """The body that is meant, as its id, and its agenda; raises Refused where a seat has no place in it."""
    name = body or main_body(session.scenario)
    if name != main_body(session.scenario):
        lookup.sitting(session, name)
        lookup.demand_member(session, by, name)
    elif by in session.scenario.bodies[name].observers:
        lookup.demand_member(session, by, name)
    return name, session.agendas[name]


def _said(session: Session, body: str) -> str:
    """A body as commands and events on agendas name it."""
    return "" if body == main_body(session.scenario) else body


def items(session: Session, body: str) -> tuple[str, ...]:
    """What the agenda of a body may hold."""
    written = session.scenario.bodies[body]
    return written.agenda or (*(written.issues or session.scenario.issues), *session.scenario.agenda_items)


def _item(session: Session, body: str, name: str) -> str:
    known = items(session, body)
    if name in known:
        return name
    if name in session.scenario.issues or name in session.scenario.agenda_items:
        title = item_title(session, name, body)
        said = tr("“{item}” has no place on the agenda of {body}.", item=title, body=session.scenario.bodies[body].name)
        raise Refused("NOT-ITS-ITEM", said, tr("It may hold: {items}.", items=", ".join(known)))
    if not session.scenario.agenda_items:
        lookup.issue(session, name)
    said = tr("There is nothing called “{name}” for an agenda.", name=name[:60])
    raise Refused("UNKNOWN", said, tr("Known: {known}.", known=", ".join(known[:20])))


def propose_agenda(command: c.ProposeAgenda, session: Session) -> tuple[e.Event, ...]:
    body, agenda = _agenda(session, command.by, command.body)
    if agenda.adopted is not None:
        raise Refused("ALREADY", tr("The agenda is adopted."), instead(session, command.by))
    listed = tuple(dict.fromkeys(command.issues))
    for name in listed:
        _item(session, body, name)
    if not listed:
        known = ", ".join(items(session, body))
        if not session.scenario.agenda_items:
            raise Refused("EMPTY-AGENDA", tr("An agenda needs an issue."), tr("Issues: {issues}.", issues=known))
        raise Refused("EMPTY-AGENDA", tr("An agenda needs an item."), tr("It may hold: {items}.", items=known))
    if len(listed) > MOST_ITEMS:
        said = trn("An agenda has {n} item at most.", "An agenda has {n} items at most.", MOST_ITEMS)
        raise Refused("TOO-MANY", said, tr("Leave some for the next one."))
    for name in command.wordings:
        if name not in listed:
            said = tr("“{name}” is not on this agenda, so it needs no other words.", name=name[:60])
            raise Refused("NO-ITEM", said, tr("Give words for items that you propose."))
    wordings = {name: words for name, text in command.wordings.items() if (words := clean(text, WORDING))}
    return (
        e.AgendaProposed(at=command.at, by=command.by, issues=listed, wordings=wordings, body=_said(session, body)),
    )


def _demand_proposal(session: Session, by: str, agenda: Agenda) -> None:
    if agenda.adopted is not None:
        raise Refused("ALREADY", tr("The agenda is adopted."), instead(session, by))
    if not agenda.proposed:
        raise Refused("NO-PROPOSAL", tr("No agenda is proposed."), instead(session, by))


def _stands(session: Session, body: str, agenda: Agenda, changed: Mapping[str, Say]) -> Standing:
    """Where the agenda stands: who objects to an item has not agreed, until it does."""
    says: dict[str, Say] = {objection.party: Say.NO for against in agenda.objections.values() for objection in against}
    return standing(session, {**says, **dict.fromkeys(agenda.endorsed, Say.YES), **changed}, body)


def _adopted(command: c.AdoptAgenda | c.ObjectToItem, session: Session, body: str, agenda: Agenda) -> e.AgendaAdopted:
    return e.AgendaAdopted(
        at=command.at,
        by=command.by,
        issues=agenda.proposed,
        wordings=agenda.wordings,
        body=_said(session, body),
    )


def adopt_agenda(command: c.AdoptAgenda, session: Session) -> tuple[e.Event, ...]:
    body, agenda = _agenda(session, command.by, command.body)
    party = demand_say(session, command.by, body)
    _demand_proposal(session, command.by, agenda)
    met = _stands(session, body, agenda, {party: Say.YES}) is Standing.MET
    if party in agenda.endorsed:
        if met:  # who had not agreed has left
            return (_adopted(command, session, body, agenda),)
        raise Refused("ALREADY", tr("Your party has agreed already."), instead(session, command.by))
    endorsed = e.AgendaEndorsed(at=command.at, by=command.by, party=party, body=_said(session, body))
    return (endorsed, _adopted(command, session, body, agenda)) if met else (endorsed,)


def object_to_item(command: c.ObjectToItem, session: Session) -> tuple[e.Event, ...]:
    body, agenda = _agenda(session, command.by, command.body)
    party = demand_say(session, command.by, body)
    _demand_proposal(session, command.by, agenda)
    if command.item not in agenda.proposed:
        said = tr("“{name}” is not on the proposed agenda.", name=command.item[:60])
        raise Refused("NO-ITEM", said, tr("It has: {items}.", items=", ".join(agenda.proposed)))
    reason = need(command.reason, tr("the objection"), 300)
    wording = clean(command.wording, WORDING)
    if Objection(party, reason, wording) in agenda.objections.get(command.item, ()):
        raise Refused("ALREADY", tr("Your party has objected with these words."), instead(session, command.by))
    objected = e.ItemObjected(
        at=command.at,
        by=command.by,
        item=command.item,
        party=party,
        reason=reason,
        wording=wording,
        body=_said(session, body),
        called=agenda.wordings.get(command.item, ""),
    )
    if _stands(session, body, agenda, {party: Say.NO}) is Standing.MET:
        return (objected, _adopted(command, session, body, agenda))
    return (objected,)


def impose_agenda(command: c.ImposeAgenda, session: Session) -> tuple[e.Event, ...]:
    body, agenda = _agenda(session, command.by, command.body)
    if body != main_body(session.scenario):
        demand_chair(session, command.by, body)
    _demand_proposal(session, command.by, agenda)
    reason = need(command.reason, tr("the reason to go on without everybody"), 300)
    return (
        e.AgendaAdopted(
            at=command.at,
            by=command.by,
            issues=agenda.proposed,
            imposed=True,
            reason=reason,
            wordings=agenda.wordings,
            body=_said(session, body),
        ),
    )


def take_up_item(command: c.TakeUpItem, session: Session) -> tuple[e.Event, ...]:
    body, agenda = _agenda(session, command.by, command.body)
    demand_chair(session, command.by, body)
    opened(session, body)
    if agenda.adopted is None:
        raise Refused("NO-AGENDA", tr("No agenda is adopted."), tr("Adopt one, or go on with the one proposed."))
    if command.item not in agenda.adopted.issues:
        said = tr("“{name}” is not on the agenda.", name=command.item[:60])
        raise Refused("NO-ITEM", said, tr("It has: {items}.", items=", ".join(agenda.adopted.issues)))
    if command.item == agenda.item:
        raise Refused("ALREADY", tr("That item is taken up already."), tr("Take up another one."))
    called = agenda.wordings.get(command.item, "")
    return (e.ItemTakenUp(at=command.at, by=command.by, item=command.item, body=_said(session, body), called=called),)


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
    if before.consent in (Consent.SUSPENDED, Consent.OUT) and command.consent is not Consent.OUT:
        _demand_step(session, command.by, party)
    if before.consent is Consent.SUSPENDED and command.consent is not Consent.OUT:
        return (e.PartyReturned(at=command.at, by=command.by, party=party, step=conditions), changed)
    if command.consent is Consent.OUT and before.consent is not Consent.SUSPENDED:
        return (*_turns_end(session, command, party), changed, *left_behind(session, command.at, command.by, party))
    return (changed,)


def walk_out(command: c.WalkOut, session: Session) -> tuple[e.Event, ...]:
    party = demand_head(session, command.by)
    if session.consent[party].consent in (Consent.SUSPENDED, Consent.OUT):
        raise Refused("PARTY-AWAY", tr("Your party has left already."), tr("It can return."))
    reason = clean(command.reason, 300)
    if command.body or command.item:
        return _leaves(command, session, party, command.body or main_body(session.scenario), reason)
    return (
        *_turns_end(session, command, party),
        e.PartyWalkedOut(at=command.at, by=command.by, party=party, reason=reason),
        e.ConsentChanged(at=command.at, by=command.by, party=party, consent=Consent.SUSPENDED, conditions=reason),
        *left_behind(session, command.at, command.by, party),
    )


def _leaves(command: c.WalkOut, session: Session, party: str, body: str, reason: str) -> tuple[e.Event, ...]:
    """A party leaves a body, for all of its agenda or for one item."""
    written, agenda = lookup.sitting(session, body), session.agendas[body]
    if not any(party_of(session, seat) == party for seat in lookup.members(session, written)):
        raise Refused(
            "NOT-A-MEMBER", tr("Your party does not sit in {body}.", body=written.name), instead(session, command.by)
        )
    left = session.floors[body].away.get(party)
    if left is not None and left in ("", command.item):
        raise Refused("PARTY-AWAY", tr("Your party has left {body} already.", body=written.name), tr("It can return."))
    listed = agenda.adopted.issues if agenda.adopted else agenda.proposed
    if command.item and command.item not in listed:
        said = tr("“{name}” is not on the agenda.", name=command.item[:60])
        raise Refused("NO-ITEM", said, tr("To leave for good, name no item."))
    gone = e.PartyWalkedOut(
        at=command.at,
        by=command.by,
        party=party,
        reason=reason,
        body=body,
        item=command.item,
        called=agenda.wordings.get(command.item, ""),
    )
    if command.item and command.item != agenda.item:
        return (gone,)
    return (
        *_turns_end(session, command, party, body),
        gone,
        *left_behind(session, command.at, command.by, party, body),
    )


def _turns_end(session: Session, command: c.WalkOut | c.GiveConsent, party: str, body: str = "") -> tuple[e.Event, ...]:
    """Who leaves no longer has the floor: in one body, or in all of them."""
    return tuple(
        e.FloorYielded(
            at=command.at,
            by=command.by,
            body=name,
            seat=floor.speaker,
            seconds=max(0.0, round(session.clock.read(command.at) - floor.since, 3)),
        )
        for name, floor in session.floors.items()
        if floor.speaker is not None and party_of(session, floor.speaker) == party and body in ("", name)
    )


def _demand_step(session: Session, by: str, party: str) -> None:
    """Raise Refused where the case asks for a step towards the party before it returns, and nobody took one."""
    if session.scenario.return_needs_step and not session.steps.get(party):
        raise Refused(
            "NO-STEP",
            tr("Nobody has taken a step towards your party yet."),
            tr("A chair, a mediator or another party offers one first."),
        )


def return_to_talks(command: c.ReturnToTalks, session: Session) -> tuple[e.Event, ...]:
    party = demand_head(session, command.by)
    step = clean(command.step, 1000)
    if command.body:
        body = lookup.body(session, command.body)
        if party not in session.floors[body].away:
            said = tr("Your party has not left {body}.", body=session.scenario.bodies[body].name)
            raise Refused("NOT-AWAY", said, instead(session, command.by))
        _demand_step(session, command.by, party)
        return (e.PartyReturned(at=command.at, by=command.by, party=party, step=step, body=body),)
    if session.consent[party].consent not in (Consent.SUSPENDED, Consent.OUT):
        raise Refused("NOT-AWAY", tr("Your party is at the table."), instead(session, command.by))
    _demand_step(session, command.by, party)
    return (
        e.PartyReturned(at=command.at, by=command.by, party=party, step=step),
        e.ConsentChanged(at=command.at, by=command.by, party=party, consent=Consent.IN),
    )


def offer_step(command: c.OfferStep, session: Session) -> tuple[e.Event, ...]:
    party = lookup.party(session, command.party)
    if party == party_of(session, command.by):
        raise Refused("OWN-PARTY", tr("A step comes from somebody else."), tr("Your party can return by itself."))
    left = tuple(body for body, floor in session.floors.items() if party in floor.away)
    if command.body:
        body = lookup.body(session, command.body)
        is_away = body in left
    else:
        consent = session.consent.get(party)
        is_away = consent is not None and consent.consent in (Consent.SUSPENDED, Consent.OUT)
        seen = [b for b in left if command.by == TRAINER or in_body(session, command.by, b)]
        body = seen[0] if not is_away and seen else ""
        is_away = is_away or bool(seen)
    if not is_away:
        said = tr("{party} has not left.", party=session.scenario.parties[party].name)
        raise Refused("NOT-AWAY", said, instead(session, command.by))
    if body:
        lookup.demand_member(session, command.by, body)
    text = need(command.text, tr("the step"), 300)
    return (e.StepOffered(at=command.at, by=command.by, party=party, text=text, body=body),)
