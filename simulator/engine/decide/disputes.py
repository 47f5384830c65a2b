"""Disputes over articles of the reference text: settled by words that all whom they concern accept."""

from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.decide import lookup
from simulator.engine.legal import demand_head, in_body, instead, party_of
from simulator.engine.names import dispute_state, listed
from simulator.engine.refused import Refused
from simulator.engine.session import DisputeState, Session
from simulator.engine.speech import clean, need

LONGEST = 2000
"""Characters of what is said in a dispute."""
MOST_OPEN = 12
"""Disputes that may be open at once."""


def raise_dispute(command: c.RaiseDispute, session: Session) -> tuple[e.Event, ...]:
    party = _party(session, command.by)
    article = _article(session, command.article)
    if command.against:
        lookup.party(session, command.against)
        if command.against == party:
            raise Refused(
                "OWN-PARTY", tr("A dispute is not with one's own party."), tr("Name another party, or none.")
            )  # fmt: skip
    waiting = [d for d in session.disputes.values() if machines.DISPUTE.ways_on(d.state)]
    if any((d.party, d.kind, d.article, d.against) == (party, command.kind, article, command.against) for d in waiting):
        raise Refused("ALREADY", tr("Your party has raised this dispute already."), instead(session, command.by))
    if len(waiting) >= MOST_OPEN:
        raise Refused(
            "TOO-MANY",
            trn("{n} dispute is open.", "{n} disputes are open.", len(waiting)),
            tr("Settle or withdraw one first."),
        )
    return (
        e.DisputeRaised(
            at=command.at,
            by=command.by,
            dispute=max(session.disputes, default=0) + 1,
            kind=command.kind,
            article=article,
            party=party,
            text=need(command.text, tr("the dispute"), LONGEST),
            against=command.against,
        ),
    )


def _article(session: Session, name: str) -> str:
    reference = session.scenario.reference
    if reference is None:
        raise Refused(
            "NO-REFERENCE",
            tr("No agreement is in force to whose articles a dispute could point."),
            tr("State a position, or write a clause."),
        )
    return lookup.article(reference, name)


def answer_dispute(command: c.AnswerDispute, session: Session) -> tuple[e.Event, ...]:
    party = _party(session, command.by)
    dispute = _dispute(session, command.dispute, "answer", command.by)
    if dispute.party == party:
        raise Refused(
            "OWN-DISPUTE", tr("It is your own party's dispute."), tr("Others answer it; you may withdraw it.")
        )  # fmt: skip
    text = need(command.text, tr("the answer"), LONGEST)
    if dispute.answers.get(party) == text:
        raise Refused("ALREADY", tr("Your party has given this answer already."), instead(session, command.by))
    return (e.DisputeAnswered(at=command.at, by=command.by, dispute=dispute.number, party=party, text=text),)


def propose_reading(command: c.ProposeReading, session: Session) -> tuple[e.Event, ...]:
    dispute = _dispute(session, command.dispute, "propose", command.by)
    if dispute.body and not in_body(session, command.by, dispute.body):
        body = session.scenario.bodies[dispute.body].name
        raise Refused(
            "NOT-IN-BODY",
            tr("Dispute {number} was referred to {body}, in which you have no seat.", number=dispute.number, body=body),
            instead(session, command.by),
        )
    text = need(command.text, tr("the words"), LONGEST)
    if dispute.reading == text:
        raise Refused("ALREADY", tr("These words are proposed already."), tr("Propose other words."))
    return (e.ReadingProposed(at=command.at, by=command.by, dispute=dispute.number, text=text),)


def accept_reading(command: c.AcceptReading, session: Session) -> tuple[e.Event, ...]:
    party = _party(session, command.by)
    dispute = _dispute(session, command.dispute, "settle", command.by)
    concerned = concerns(session, dispute)
    if party not in concerned:
        names = listed(session.scenario.parties[p].name for p in concerned)
        raise Refused(
            "NO-SAY",
            tr("Your party does not decide on dispute {number}.", number=dispute.number),
            tr("These do: {parties}.", parties=names),
        )
    if session.scenario.parties[party].decides:
        demand_head(session, command.by)
    if party in dispute.accepted:
        raise Refused("ALREADY", tr("Your party has accepted these words."), instead(session, command.by))
    accepted = e.ReadingAccepted(at=command.at, by=command.by, dispute=dispute.number, party=party)
    if set(concerned) <= dispute.accepted | {party}:
        settled = e.DisputeSettled(at=command.at, by=command.by, dispute=dispute.number, text=dispute.reading)
        return (accepted, settled)
    return (accepted,)


def concerns(session: Session, dispute: DisputeState) -> tuple[str, ...]:
    """The parties that have to accept the words: who raised it and whom it is with, or else all that decide."""
    with_whom = {dispute.against} if dispute.against else set(session.scenario.deciding())
    return tuple(p for p in session.scenario.parties if p == dispute.party or p in with_whom)


def refer_dispute(command: c.ReferDispute, session: Session) -> tuple[e.Event, ...]:
    dispute = _dispute(session, command.dispute, "refer", command.by)
    body = lookup.body(session, command.body)
    if dispute.body == body:
        raise Refused("ALREADY", tr("The dispute was referred to this body already."), instead(session, command.by))
    reason = clean(command.reason, LONGEST)
    return (e.DisputeReferred(at=command.at, by=command.by, dispute=dispute.number, body=body, reason=reason),)


def withdraw_dispute(command: c.WithdrawDispute, session: Session) -> tuple[e.Event, ...]:
    dispute = _dispute(session, command.dispute, "withdraw", command.by)
    if dispute.party != party_of(session, command.by):
        owner = session.scenario.parties[dispute.party].name
        raise Refused("NOT-YOURS", tr("Only {owner} can take its dispute back.", owner=owner), tr("Talk to them."))
    return (e.DisputeWithdrawn(at=command.at, by=command.by, dispute=dispute.number),)


def _party(session: Session, seat: str) -> str:
    party = party_of(session, seat)
    if not party:
        raise Refused("NO-PARTY", tr("You sit for no party."), instead(session, seat))
    return party


def _dispute(session: Session, number: int, trigger: str, by: str) -> DisputeState:
    """The dispute of that number, if it can go that way."""
    dispute = session.disputes.get(number)
    if dispute is None:
        raise Refused(
            "UNKNOWN",
            tr("There is no dispute “{name}”.", name=str(number)[:60]),
            tr("Known: {known}.", known=listed(session.disputes)),
        )
    if not machines.DISPUTE.allows(dispute.state, trigger):
        if trigger == "settle":
            raise Refused(
                "NO-READING",
                tr("No words are proposed on dispute {number}.", number=number)
                if machines.DISPUTE.ways_on(dispute.state)
                else tr("Dispute {number} is {state}.", number=number, state=dispute_state(dispute.state)),
                instead(session, by),
            )
        raise Refused(
            "DISPUTE-STATE",
            tr("Dispute {number} is {state}.", number=number, state=dispute_state(dispute.state)),
            instead(session, by),
        )
    return dispute
