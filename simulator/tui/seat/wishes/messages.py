"""Wishes for messengers, non-papers, reports on compliance and the press."""

from collections.abc import Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.session import Message
from simulator.engine.view.shapes import View
from simulator.engine.words import EVERYBODY, Source
from simulator.tui.boards.hotline import LEVELS
from simulator.tui.boards.line import told
from simulator.tui.boards.messages import people
from simulator.tui.safe import one_line
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Pick, Several, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked

NEW = 120
"""Play seconds for which a message that was delivered is new."""


def _seats(view: View, own: bool) -> tuple[tuple[str, str], ...]:
    """The other seats that somebody plays, of one's own party or of the others."""
    mine = view.party.id if view.party else ""
    return tuple(
        (name, words.seat_line(view, name))
        for name, seat in view.seats.items()
        if name != view.seat and seat.source is not Source.EMPTY and (seat.party == mine) == own
    )


def _send(view: View, pick: str | None) -> Form:
    team, others = _seats(view, own=True), _seats(view, own=False)
    if not team:
        raise NotNow(tr("Nobody else of your team is there to go."))
    return Form(
        tr("Send a messenger"),
        (
            Pick("seat", tr("Who goes"), team, team[0][0]),
            Several("to", tr("To whom"), others),
            Writing("text", tr("The message, word for word"), rows=4),
        ),
        send=tr("Send"),
    )


def carried(view: View) -> tuple[Message, ...]:
    """The messages that this seat carries and has not delivered."""
    return tuple(m for m in view.committee.messages if m.seat == view.seat and m.delivered is None)


def waiting_messages(view: View) -> str | None:
    """What to say of a message that this seat carries and can deliver, or that has just reached it."""
    there = [m for m in carried(view) if view.clock.seconds - m.sent >= view.inputs.travel]
    if there and view.possible(Act.CARRY_MESSAGE):
        return tr("You carry a message, and you are there: deliver it. Press 0.")
    seconds = view.clock.seconds
    if any(view.seat in m.to and m.delivered is not None and seconds - m.delivered < NEW
           for m in view.committee.messages):  # fmt: skip
        return tr("A messenger has brought you a message. Press 0.")
    return None


def _deliver(view: View, pick: str | None) -> Form:
    waiting = carried(view)
    if not waiting:
        raise NotNow(tr("You carry no message."))
    at = picked(pick, "message")
    found = next((m for m in waiting if str(m.number) == at), waiting[0])
    return Form(
        tr("Deliver a message to {people}", people=people(view, found.to)),
        (
            Telling(told(tr("As you were given it"), found.text)),
            Writing("text", tr("What you say: they hear these words and no others"), rows=4),
        ),
        {"message": found.number},
        send=tr("Deliver"),
    )


def _non_paper(view: View, pick: str | None) -> Form:
    seats = tuple(sorted((*_seats(view, own=False), *_seats(view, own=True)), key=lambda one: one[1]))
    everybody = (EVERYBODY, words.seat_name(view, EVERYBODY))
    return Form(
        tr("Hand out a non-paper"),
        (
            Telling(tr("Words without status: they bind nobody, you least.")),
            Several("to", tr("To whom"), (everybody, *seats)),
            Writing("title", tr("Title"), rows=1),
            Writing("text", tr("Your words"), rows=6),
        ),
        send=tr("Hand out"),
    )


def _press(view: View, pick: str | None) -> Form:
    return Form(
        tr("Tell the press"),
        (
            Telling(tr("Everybody reads it, at the table and at home."), warning=True),
            Writing("text", tr("Your statement"), rows=4),
        ),
        send=tr("Publish"),
    )


def _publish(view: View, pick: str | None) -> Form:
    levels = tuple((level, told(str(level), tr(word))) for level, word in LEVELS.items())
    entries = view.hotline.follow_up

    def finish(values: Values) -> Mapping[str, Any]:
        given = {str(e.number): values.get(f"level:{e.number}") for e in entries}
        return {"text": values["text"], "levels": {name: level for name, level in given.items() if level is not None}}

    return Form(
        tr("Publish a report on compliance"),
        (
            Telling(tr("Everybody reads it. Give a level only where you know."), warning=True),
            Writing("text", tr("What you saw"), rows=5),
            *(
                Pick(f"level:{e.number}", f"F{e.number}. {one_line(e.text)}", levels, e.level, none=tr("no level"))
                for e in entries
            ),
        ),
        finish=finish,
        send=tr("Publish"),
    )


SEND = Wish(
    "send_messenger", "m", mark("Messenger"), mark("Messages"), mark("Send somebody of your team with a message."),
    Act.SEND_MESSENGER, c.SendMessenger, _send)  # fmt: skip
DELIVER = Wish(
    "deliver_message", "d", mark("Deliver"), mark("Messages"), mark("Say a message that you carry, in your words."),
    Act.CARRY_MESSAGE, c.DeliverMessage, _deliver, rows=("message",))  # fmt: skip
NON_PAPER = Wish(
    "issue_non_paper", "o", mark("Non-paper"), mark("Messages"), mark("Hand out words that bind nobody."),
    Act.NON_PAPER, c.IssueNonPaper, _non_paper)  # fmt: skip
PRESS = Wish(
    "issue_statement", "t", mark("Press"), mark("Messages"), mark("Issue a statement to the press."), Act.PRESS,
    c.IssueStatement, _press)  # fmt: skip
PUBLISH = Wish(
    "publish_report", "u", mark("Compliance"), mark("Messages"), mark("Publish how far promises are kept."),
    Act.JUDGE_COMPLIANCE, c.PublishReport, _publish)  # fmt: skip

MESSAGES = (DELIVER, SEND, NON_PAPER, PRESS, PUBLISH)
