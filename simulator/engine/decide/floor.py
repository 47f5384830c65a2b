"""The floor: who speaks, who is next, and for how long."""

from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.decide import lookup
from simulator.engine.decisions import away
from simulator.engine.legal import in_body, instead, party_of
from simulator.engine.refused import Refused
from simulator.engine.session import Floor, Session
from simulator.engine.speech import clean, need
from simulator.engine.words import TRAINER, Source

LONGEST_TURN = 3600
"""Seconds that a chair may give at most."""


def opened(session: Session, name: str) -> Floor:
    """The floor of a body that sits; raises Refused where it was not opened, or is suspended."""
    body = lookup.sitting(session, name)
    floor = session.floors[name]
    if floor.suspended:
        raise Refused("SUSPENDED", tr("{body} is suspended.", body=body.name), tr("Resume the sitting first."))
    if floor.state != "open":
        raise Refused("NOT-OPENED", tr("{body} is not open.", body=body.name), tr("Its chair opens it."))
    return floor


def request_floor(command: c.RequestFloor, session: Session) -> tuple[e.Event, ...]:
    floor = opened(session, command.body)
    lookup.demand_member(session, command.by, command.body)
    if floor.speaker == command.by or command.by in floor.queue:
        raise Refused("ALREADY", tr("You have the floor or wait for it already."), instead(session, command.by))
    return (e.FloorRequested(at=command.at, by=command.by, body=command.body),)


def withdraw_request(command: c.WithdrawRequest, session: Session) -> tuple[e.Event, ...]:
    floor = session.floors.get(command.body, Floor())
    if command.by not in floor.queue:
        raise Refused("NOT-WAITING", tr("You have not asked for this floor."), instead(session, command.by))
    return (e.RequestWithdrawn(at=command.at, by=command.by, body=command.body),)


def demand_chair(session: Session, by: str, name: str) -> None:
    """Raise Refused where a seat neither chairs a body nor is the trainer."""
    body = session.scenario.bodies[name]
    if by != TRAINER and by not in session.floors[name].chair:
        chairs = ", ".join(session.scenario.seats[s].name for s in session.floors[name].chair)
        raise Refused(
            "CHAIR-ONLY",
            tr("Only the chair of {body} can do this: {chairs}.", body=body.name, chairs=chairs),
            instead(session, by),
        )


def give_floor(command: c.GiveFloor, session: Session) -> tuple[e.Event, ...]:
    floor = opened(session, command.body)
    body = session.scenario.bodies[command.body]
    demand_chair(session, command.by, command.body)
    seat = lookup.seat(session, command.seat)
    if not in_body(session, seat, command.body):
        raise Refused(
            "NOT-A-MEMBER",
            tr("{name} does not sit in {body}.", name=session.scenario.seats[seat].name, body=body.name),
            "",
        )
    party = party_of(session, seat)
    if away(session, party):
        raise Refused("PARTY-AWAY", tr("That party has left the talks."), tr("Bring it back first."))
    if away(session, party, command.body):
        raise Refused("PARTY-AWAY", tr("That party has left {body}.", body=body.name), tr("Bring it back first."))
    if session.seats[seat].left_role:
        raise Refused("ROLE-LEFT", tr("That person has left the role."), "")
    if command.limit is not None and not 5 <= command.limit <= LONGEST_TURN:
        raise Refused(
            "OUT-OF-RANGE",
            trn("{n} second is no limit for a turn.", "{n} seconds is no limit for a turn.", command.limit),
            tr("Give 5 to 3600 seconds."),
        )
    if floor.speaker == seat:
        raise Refused("ALREADY", tr("That seat has the floor already."), "")
    given = e.FloorGiven(at=command.at, by=command.by, body=command.body, seat=seat, limit=command.limit)
    return (*_end_turn(session, command, floor), given)


def yield_floor(command: c.YieldFloor, session: Session) -> tuple[e.Event, ...]:
    floor = session.floors.get(command.body, Floor())
    if floor.speaker is None:
        raise Refused("NOBODY-SPEAKS", tr("Nobody has the floor."), instead(session, command.by))
    if floor.speaker != command.by:
        demand_chair(session, command.by, command.body)
    return _end_turn(session, command, floor)


def _end_turn(
    session: Session, command: c.GiveFloor | c.YieldFloor | c.SuspendSitting | c.CloseSitting, floor: Floor
) -> tuple[e.Event, ...]:
    if floor.speaker is None:
        return ()
    seconds = round(session.clock.read(command.at) - floor.since, 3)
    return (
        e.FloorYielded(at=command.at, by=command.by, body=command.body, seat=floor.speaker, seconds=max(0.0, seconds)),
    )


def raise_point_of_order(command: c.RaisePointOfOrder, session: Session) -> tuple[e.Event, ...]:
    opened(session, command.body)
    lookup.demand_member(session, command.by, command.body)
    text = need(command.text, tr("the point of order"), 1000)
    return (e.PointOfOrderRaised(at=command.at, by=command.by, body=command.body, text=text),)


def suspend_sitting(command: c.SuspendSitting, session: Session) -> tuple[e.Event, ...]:
    floor = opened(session, command.body)
    demand_chair(session, command.by, command.body)
    reason = clean(command.reason, 300)
    suspended = e.SittingSuspended(at=command.at, by=command.by, body=command.body, reason=reason)
    return (*_end_turn(session, command, floor), suspended)


def resume_sitting(command: c.ResumeSitting, session: Session) -> tuple[e.Event, ...]:
    body = lookup.sitting(session, command.body)
    demand_chair(session, command.by, command.body)
    if not session.floors[command.body].suspended:
        raise Refused("NOT-SUSPENDED", tr("{body} is not suspended.", body=body.name), instead(session, command.by))
    return (e.SittingResumed(at=command.at, by=command.by, body=command.body),)


def tag_move(command: c.TagMove, session: Session) -> tuple[e.Event, ...]:
    seat = lookup.seat(session, command.seat)
    if not session.clock.started:
        raise Refused("NOT-STARTED", tr("The exercise has not started."), "")
    issue = None
    if command.issue is not None:
        lookup.issue(session, command.issue)
        issue = command.issue
    return (e.MoveTagged(at=command.at, by=command.by, seat=seat, move=command.move, issue=issue),)


def open_sitting(command: c.OpenSitting, session: Session) -> tuple[e.Event, ...]:
    body = lookup.sitting(session, command.body)
    demand_chair(session, command.by, command.body)
    floor = session.floors[command.body]
    if floor.suspended:
        raise Refused("SUSPENDED", tr("{body} is suspended.", body=body.name), tr("Resume the sitting first."))
    if floor.state == "open":
        raise Refused("ALREADY", tr("{body} is open already.", body=body.name), instead(session, command.by))
    return (e.SittingOpened(at=command.at, by=command.by, body=command.body),)


def close_sitting(command: c.CloseSitting, session: Session) -> tuple[e.Event, ...]:
    body = lookup.sitting(session, command.body)
    demand_chair(session, command.by, command.body)
    floor = session.floors[command.body]
    if floor.state not in ("open", "suspended"):
        raise Refused("NOT-OPENED", tr("{body} is not open.", body=body.name), instead(session, command.by))
    closed = e.SittingClosed(at=command.at, by=command.by, body=command.body)
    return (*_end_turn(session, command, floor), closed)


def change_chair(command: c.ChangeChair, session: Session) -> tuple[e.Event, ...]:
    name = lookup.body(session, command.body)
    body, floor = session.scenario.bodies[name], session.floors[name]
    if command.by != TRAINER and command.by not in floor.chair[:1]:
        raise Refused(
            "CHAIR-ONLY",
            tr("Only the first chair of {body} or the trainer hands on its chair.", body=body.name),
            instead(session, command.by),
        )
    seats = tuple(dict.fromkeys(lookup.seat(session, seat) for seat in command.seats))
    if not seats:
        raise Refused("NO-CHAIR", tr("{body} needs a chair.", body=body.name), tr("Name a seat."))
    if seats == floor.chair:
        raise Refused("ALREADY", tr("They chair {body} already.", body=body.name), tr("Name another seat."))
    for seat in seats:
        said = session.scenario.seats[seat].name
        if command.by != TRAINER and not in_body(session, seat, name):
            raise Refused(
                "NOT-A-MEMBER",
                tr("{name} does not sit in {body}.", name=said, body=body.name),
                tr("Name somebody who does, or ask the trainer."),
            )
        if session.seats[seat].source is Source.EMPTY or session.seats[seat].left_role:
            raise Refused("SEAT-EMPTY", tr("Nobody plays {name} now.", name=said), tr("Name a seat that is played."))
    reason = clean(command.reason, 300)
    return (e.ChairChanged(at=command.at, by=command.by, body=name, seats=seats, reason=reason),)
