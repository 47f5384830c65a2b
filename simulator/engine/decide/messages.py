"""Messengers, reports on compliance, statements to the press, non-papers."""

from collections.abc import Mapping

from roles.acts import Act
from roles.rights import Right
from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.clock import MINUTE
from simulator.engine.decide import lookup
from simulator.engine.legal import instead, party_of, right_of
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import need
from simulator.engine.words import EVERYBODY, Source

LONGEST_MESSAGE = 1500
"""Characters of a message, and of a statement to the press."""

LONGEST_TITLE = 120
"""Characters of the title of a non-paper."""

HIGHEST_LEVEL = 3
"""Carried out in full; 0 is not at all."""


def send_messenger(command: c.SendMessenger, session: Session) -> tuple[e.Event, ...]:
    team = party_of(session, command.by)
    messenger = lookup.seat(session, command.seat)
    able = [
        seat
        for seat in session.scenario.seats_of(team)
        if seat != command.by
        and right_of(session, seat, Act.CARRY_MESSAGE) is Right.MAY
        and session.seats[seat].source is not Source.EMPTY
    ]
    if messenger not in able:
        raise Refused(
            "NO-MESSENGER",
            tr("{name} cannot carry messages for you.", name=session.scenario.seats[messenger].name),
            tr("Who can, in your team: {names}.", names=listed(able)),
        )
    to = tuple(dict.fromkeys(lookup.seat(session, name) for name in command.to))
    to = tuple(seat for seat in to if party_of(session, seat) != team)
    if not to:
        raise Refused(
            "NOBODY", tr("A messenger goes to seats outside your own team."), tr("Name seats of other parties.")
        )
    return (
        e.MessengerSent(
            at=command.at,
            by=command.by,
            message=len(session.messages) + 1,
            seat=messenger,
            to=to,
            text=need(command.text, tr("the message"), LONGEST_MESSAGE),
        ),
    )


def deliver_message(command: c.DeliverMessage, session: Session) -> tuple[e.Event, ...]:
    message = session.messages.get(command.message)
    if message is None or message.seat != command.by:
        carried = [n for n, m in session.messages.items() if m.seat == command.by and m.delivered is None]
        raise Refused(
            "UNKNOWN",
            tr("You carry no message {number}.", number=command.message),
            tr("You carry: {known}.", known=listed(carried)),
        )
    if message.delivered is not None:
        raise Refused("ALREADY", tr("You have delivered this message."), instead(session, command.by))
    left = message.sent + session.scenario.travel * MINUTE - session.clock.read(command.at)
    if left > 0:
        raise Refused(
            "ON-THE-WAY",
            trn(
                "You are still on your way to them, for {n} second.",
                "You are still on your way to them, for {n} seconds.",
                int(left) + (left > int(left)),
            ),
            tr("Deliver the message when you are there."),
        )
    text = need(command.text, tr("the message"), LONGEST_MESSAGE)
    return (e.MessageDelivered(at=command.at, by=command.by, message=message.number, to=message.to, text=text),)


def publish_report(command: c.PublishReport, session: Session) -> tuple[e.Event, ...]:
    known = {str(number) for number in session.follow_up}
    for name, level in command.levels.items():
        if name not in known:
            raise Refused(
                "UNKNOWN",
                tr("There is no entry “{name}” on the follow-up list.", name=name[:60]),
                tr("Entries: {known}.", known=listed(session.follow_up)),
            )
        if not 0 <= level <= HIGHEST_LEVEL:
            raise Refused(
                "OUT-OF-RANGE",
                tr("Entry {name} has level {level}.", name=name, level=level),
                tr("Levels go from 0 (not at all) to {most} (in full).", most=HIGHEST_LEVEL),
            )
    levels: Mapping[str, int] = {str(n): command.levels[str(n)] for n in session.follow_up if str(n) in command.levels}
    text = need(command.text, tr("the report"))
    return (e.CompliancePublished(at=command.at, by=command.by, text=text, levels=levels),)


def issue_statement(command: c.IssueStatement, session: Session) -> tuple[e.Event, ...]:
    text = need(command.text, tr("the statement"), LONGEST_MESSAGE)
    return (e.StatementIssued(at=command.at, by=command.by, party=party_of(session, command.by), text=text),)


def issue_non_paper(command: c.IssueNonPaper, session: Session) -> tuple[e.Event, ...]:
    to = lookup.seats(session, command.to)
    if to != (EVERYBODY,):
        to = tuple(seat for seat in to if seat != command.by)
    if not to:
        raise Refused("NOBODY", tr("A non-paper is handed to somebody else."), tr("Name seats, or all."))
    return (
        e.NonPaperIssued(
            at=command.at,
            by=command.by,
            paper=len(session.non_papers) + 1,
            title=need(command.title, tr("the title"), LONGEST_TITLE),
            text=need(command.text, tr("the non-paper")),
            to=to,
        ),
    )
