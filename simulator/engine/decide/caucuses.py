"""Private meetings: called, accepted by every invited party, open, closed."""

from roles.acts import Act
from roles.rights import Right
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.decide import lookup
from simulator.engine.legal import archetype_of, heads, instead, party_of
from simulator.engine.names import meeting_is
from simulator.engine.refused import Refused
from simulator.engine.session import Caucus, Session
from simulator.engine.speech import clean
from simulator.engine.words import EVERYBODY, TRAINER, Source


def call_caucus(command: c.CallCaucus, session: Session) -> tuple[e.Event, ...]:
    if EVERYBODY in command.seats or command.by == TRAINER:
        raise Refused(
            "NOT-PRIVATE", tr("A private meeting is called by a seat, with some seats."), tr("Name the seats.")
        )
    seats = tuple(dict.fromkeys((command.by, *lookup.seats(session, command.seats))))
    if len(seats) < 2:
        raise Refused("ALONE", tr("A private meeting needs somebody else."), tr("Name the seats to meet."))
    own = party_of(session, command.by)
    if (
        archetype_of(session, command.by).right(Act.CALL_CAUCUS) is Right.OWN_BODY
        and not heads(session, command.by)
        and any(party_of(session, seat) != own for seat in seats)
    ):
        raise Refused(
            "OWN-BODY-ONLY", tr("In your role you call only your own delegation."), tr("Ask your head to call.")
        )
    for seat in seats:
        if session.seats[seat].source is Source.EMPTY:
            raise Refused(
                "SEAT-EMPTY",
                tr("Nobody plays {name}.", name=session.scenario.seats[seat].name),
                tr("Name other seats."),
            )
        busy = session.open_caucus_of(seat)
        if busy is not None:
            name = session.scenario.seats[seat].name
            raise Refused("BUSY", tr("{name} is not free now.", name=name), tr("Ask again later, or name others."))
    number = len(session.caucuses) + 1
    called = e.CaucusCalled(at=command.at, by=command.by, caucus=number, seats=seats, place=clean(command.place, 120))
    if all(party_of(session, seat) == own for seat in seats):
        opened = e.CaucusOpened(at=command.at, by=command.by, caucus=number)
        return (called, *_turns_end(session, command, seats), opened)
    return (called,)


def accept_caucus(command: c.AcceptCaucus, session: Session) -> tuple[e.Event, ...]:
    caucus = _meeting(session, command.caucus, command.by)
    party = party_of(session, command.by)
    if caucus.state not in ("requested", "granted"):
        raise Refused("CAUCUS-STATE", meeting_is(caucus.state), instead(session, command.by))
    caller = party_of(session, caucus.caller)
    if party == caller or party in caucus.accepted:
        raise Refused("ALREADY", tr("Your party has accepted already."), instead(session, command.by))
    for seat in caucus.seats:
        if session.open_caucus_of(seat) is not None:
            name = session.scenario.seats[seat].name
            raise Refused("BUSY", tr("{name} is not free now.", name=name), tr("Accept again later."))
    accepted = e.CaucusAccepted(at=command.at, by=command.by, caucus=caucus.number, party=party)
    invited = {party_of(session, seat) for seat in caucus.seats} - {caller}
    if invited <= caucus.accepted | {party}:
        opened = e.CaucusOpened(at=command.at, by=command.by, caucus=caucus.number)
        return (accepted, *_turns_end(session, command, caucus.seats), opened)
    return (accepted,)


def _turns_end(session: Session, command: c.CallCaucus | c.AcceptCaucus, seats: tuple[str, ...]) -> tuple[e.Event, ...]:
    """Who goes into a private meeting leaves the floor; who asked them there is nobody's business."""
    now = session.clock.read(command.at)
    return tuple(
        e.FloorYielded(
            at=command.at,
            by=floor.speaker,
            body=body,
            seat=floor.speaker,
            seconds=max(0.0, round(now - floor.since, 3)),
        )
        for body, floor in session.floors.items()
        if floor.speaker is not None and floor.speaker in seats
    )


def _meeting(session: Session, number: int, by: str) -> Caucus:
    """A private meeting that a seat was asked into; refused in the same words whether others have one or not."""
    caucus = session.caucuses.get(number)
    if caucus is None or (by != TRAINER and by not in caucus.seats):
        raise Refused(
            "UNKNOWN", tr("There is no private meeting {number} for you.", number=number), instead(session, by)
        )
    return caucus


def decline_caucus(command: c.DeclineCaucus, session: Session) -> tuple[e.Event, ...]:
    caucus = _meeting(session, command.caucus, command.by)
    if not machines.CAUCUS.allows(caucus.state, "decline"):
        raise Refused("CAUCUS-STATE", meeting_is(caucus.state), instead(session, command.by))
    reason = clean(command.reason, 300)
    return (e.CaucusDeclined(at=command.at, by=command.by, caucus=caucus.number, reason=reason),)


def close_caucus(command: c.CloseCaucus, session: Session) -> tuple[e.Event, ...]:
    caucus = _meeting(session, command.caucus, command.by)
    if not machines.CAUCUS.allows(caucus.state, "close"):
        raise Refused("CAUCUS-STATE", meeting_is(caucus.state), instead(session, command.by))
    seconds = max(0.0, round(session.clock.read(command.at) - caucus.opened, 3))
    return (e.CaucusClosed(at=command.at, by=command.by, caucus=caucus.number, seconds=seconds),)
