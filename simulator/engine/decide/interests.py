"""Interests: told, allowed to be carried, carried, acknowledged, noted; and positions."""

from datetime import datetime

from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.legal import instead, party_of
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Session, Token
from simulator.engine.speech import need
from simulator.engine.words import EVERYBODY, Permission


def knows_interest(session: Session, seat: str, interest: str) -> bool:
    """Whether a seat knows an interest: its own party's, public, or told or carried to it."""
    token = session.interests[interest]
    own = interest.split(".", 1)[0] == party_of(session, seat)
    return own or token.public or seat in token.told or seat in token.carried


def _own(session: Session, by: str, interest: str) -> Token:
    if interest not in session.interests or interest.split(".", 1)[0] != party_of(session, by):
        own = [i for i in session.interests if i.split(".", 1)[0] == party_of(session, by)]
        known = listed(own)
        raise Refused(
            "UNKNOWN",
            tr("“{interest}” is no interest of your party.", interest=interest[:80]),
            tr("Yours: {known}.", known=known),
        )
    return session.interests[interest]


def _heard(session: Session, by: str, interest: str) -> Token:
    own = interest.split(".", 1)[0] == party_of(session, by)
    if interest not in session.interests or own or not knows_interest(session, by, interest):
        raise Refused(
            "UNKNOWN",
            tr("“{interest}” is no interest that you have heard.", interest=interest[:80]),
            instead(session, by),
        )
    return session.interests[interest]


def disclose_interest(command: c.DiscloseInterest, session: Session) -> tuple[e.Event, ...]:
    token = _own(session, command.by, command.interest)
    to = _addressees(session, command.by, command.to)
    if token.public:
        raise Refused("ALREADY", tr("Everybody knows this interest already."), instead(session, command.by))
    stronger = command.permission is Permission.RELEASABLE
    if to != (EVERYBODY,) and all(s in token.told and not (stronger and token.told[s] != "releasable") for s in to):
        raise Refused("ALREADY", tr("They have heard this interest already."), instead(session, command.by))
    caucus = session.open_caucus_of(command.by)
    inside = caucus is not None and all(seat in caucus.seats for seat in to)
    carry_to = _carry_to(session, command.interest, command.carry_to)
    told = e.InterestDisclosed(
        at=command.at,
        by=command.by,
        interest=command.interest,
        to=to,
        permission=command.permission,
        caucus=caucus.number if caucus is not None and inside else None,
        carry_to=carry_to if stronger and to != (EVERYBODY,) else (),
    )
    return (told, *_unlocked(session, command.by, command.interest, to, command.at))


def _carry_to(session: Session, interest: str, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The parties to whom an interest may be carried: never its owner."""
    named = tuple(dict.fromkeys(lookup.party(session, party) for party in parties))
    return tuple(party for party in named if party != interest.split(".", 1)[0])


def _addressees(session: Session, by: str, names: tuple[str, ...]) -> tuple[str, ...]:
    to = lookup.seats(session, names)
    if to == (EVERYBODY,):
        return to
    to = tuple(seat for seat in to if party_of(session, seat) != party_of(session, by))
    if not to:
        raise Refused("NOBODY", tr("Your own delegation knows it already."), tr("Name seats of other parties, or all."))
    return to


def _unlocked(session: Session, by: str, interest: str, to: tuple[str, ...], at: datetime) -> tuple[e.Event, ...]:
    """The options that hearing an interest makes known, and puts on the board when it is said in public."""
    party, name = interest.split(".", 1)
    events: list[e.Event] = []
    for path in session.scenario.parties[party].interests[name].unlocks:
        issue, option = path.split(".", 1)
        state = session.issues[issue]
        if option not in state.known:
            continue
        if to == (EVERYBODY,):
            hearers = tuple(p for p in session.scenario.parties if p not in state.known[option])
        else:
            present = {party_of(session, seat) for seat in to} | {party}
            hearers = tuple(p for p in session.scenario.parties if p in present and p not in state.known[option])
        if hearers:
            events.append(
                e.OptionUnlocked(at=at, by=by, issue=issue, option=option, interest=interest, parties=hearers)
            )
        if to == (EVERYBODY,):
            events.append(e.OptionProposed(at=at, by=by, issue=issue, option=option))
    return tuple(events)


def permit_release(command: c.PermitRelease, session: Session) -> tuple[e.Event, ...]:
    token = _own(session, command.by, command.interest)
    if token.public or not token.told:
        why = tr("Everybody knows it already.") if token.public else tr("You have told it to nobody yet.")
        raise Refused("NOTHING-TO-RELEASE", why, instead(session, command.by))
    carry_to = _carry_to(session, command.interest, command.carry_to)
    free = all(permission is Permission.RELEASABLE for permission in token.told.values())
    if free and all(token.carry_to.get(seat, ()) == carry_to for seat in token.told):
        raise Refused("ALREADY", tr("It may be carried already."), instead(session, command.by))
    return (e.ReleasePermitted(at=command.at, by=command.by, interest=command.interest, carry_to=carry_to),)


def withdraw_release(command: c.WithdrawRelease, session: Session) -> tuple[e.Event, ...]:
    token = _own(session, command.by, command.interest)
    if token.public:
        raise Refused("NOTHING-TO-RELEASE", tr("Everybody knows it already."), instead(session, command.by))
    if all(permission is Permission.CLOSED for permission in token.told.values()):
        raise Refused("ALREADY", tr("Nobody may carry it."), instead(session, command.by))
    return (e.ReleaseWithdrawn(at=command.at, by=command.by, interest=command.interest),)


def relay_interest(command: c.RelayInterest, session: Session) -> tuple[e.Event, ...]:
    token = _heard(session, command.by, command.interest)
    if token.public:
        raise Refused("ALREADY", tr("Everybody knows this interest already."), instead(session, command.by))
    owner = command.interest.split(".", 1)[0]
    to = lookup.seats(session, command.to)
    if to != (EVERYBODY,):
        to = tuple(s for s in to if party_of(session, s) not in (owner, party_of(session, command.by)))
        if not to:
            raise Refused("NOBODY", tr("They know it already."), tr("Name seats of other parties."))
    breach = not may_carry(session, command.by, token, to)
    if breach and not command.despite_confidence:
        raise Refused(
            "IN-CONFIDENCE",
            tr("This was told in confidence: carrying it is a breach that the record will show."),
            tr("Ask its owner to release it, or say that you carry it all the same."),
        )
    relayed = e.InterestRelayed(at=command.at, by=command.by, interest=command.interest, to=to, breach=breach)
    return (relayed, *_unlocked(session, command.by, command.interest, to, command.at))


def may_carry(session: Session, seat: str, token: Token, to: tuple[str, ...] = ()) -> bool:
    """Whether a seat may carry an interest to others: somebody of its party was told it with that permission."""
    reached = {EVERYBODY if other == EVERYBODY else party_of(session, other) for other in to}
    return any(reached <= set(parties) if parties else True for parties in permitted(session, seat, token))


def permitted(session: Session, seat: str, token: Token) -> tuple[tuple[str, ...], ...]:
    """The permissions to carry an interest that a seat's party has: each the parties named in it, none for anybody."""
    party = party_of(session, seat)
    return tuple(
        token.carry_to.get(hearer, ())
        for hearer, permission in token.told.items()
        if permission is Permission.RELEASABLE and (party_of(session, hearer) == party or hearer == seat)
    )


def acknowledge_interest(command: c.AcknowledgeInterest, session: Session) -> tuple[e.Event, ...]:
    token = _heard(session, command.by, command.interest)
    party = party_of(session, command.by)
    if party in token.acknowledged:
        raise Refused("ALREADY", tr("Your party has acknowledged it already."), instead(session, command.by))
    return (e.InterestAcknowledged(at=command.at, by=command.by, interest=command.interest, party=party),)


def record_learned(command: c.RecordLearned, session: Session) -> tuple[e.Event, ...]:
    party = lookup.party(session, command.party)
    if command.interest is not None:
        _heard(session, command.by, command.interest)
    text = need(command.text, tr("the note"), 1000)
    return (
        e.LearnedRecorded(
            at=command.at,
            by=command.by,
            party=party,
            text=text,
            releasable=command.releasable,
            interest=command.interest,
        ),
    )


def state_position(command: c.StatePosition, session: Session) -> tuple[e.Event, ...]:
    lookup.issue(session, command.issue)
    option = None
    if command.option is not None:
        option = lookup.option(session, command.by, command.issue, command.option)
        if option not in session.issues[command.issue].board:
            raise Refused("NOT-ON-BOARD", tr("That option is not on the board yet."), tr("Propose it first."))
    text = need(command.text, tr("the position"), 1000)
    party = party_of(session, command.by)
    return (e.PositionStated(at=command.at, by=command.by, party=party, issue=command.issue, text=text, option=option),)
