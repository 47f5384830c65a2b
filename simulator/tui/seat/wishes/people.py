"""What everybody may: ready, stop, leave the role, notes, tags."""

from collections.abc import Mapping

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.view.shapes import View
from simulator.engine.words import TRAINER, Move, Source
from simulator.tui.seat import names, words
from simulator.tui.seat.fields import Form, Maker, NotNow, Pick, Telling, Writing
from simulator.tui.seat.wishes.wish import Wish, picked, plain


def _kind(view: View) -> str:
    return view.clock.phase.kind if view.clock.phase else ""


def _ready(view: View, pick: str | None) -> Form:
    if view.me is None or _kind(view) != "briefing":
        raise NotNow(tr("Readiness is asked for in the briefing."))
    if view.me.ready:
        raise NotNow(tr("You have said that you are ready."))
    return plain(tr("Ready"))


def _stop(view: View, pick: str | None) -> Form:
    if view.clock.state not in ("running", "paused"):
        raise NotNow(tr("Play does not run."))
    return Form(
        tr("Say the stop word"),
        (
            Telling(tr("Play stops for everybody until the trainer lets it go on. You owe nobody a reason.")),
            Writing("reason", tr("Words for the trainer, if you like"), rows=2, needed=False),
        ),
        send=tr("Stop play"),
        at_once=True,
    )


def _leave(view: View, pick: str | None) -> Form:
    if view.me is None or _kind(view) != "closing":
        raise NotNow(tr("Roles are left when play is over."))
    if view.me.left_role:
        raise NotNow(tr("You have left your role."))
    return Form(
        tr("Leave the role"),
        (
            Telling(
                tr("Stand up, say your own name, and leave what your role said with the role. This cannot be undone.")
            ),
        ),
        send=tr("Leave the role"),
    )


def _note(view: View, pick: str | None) -> Form:
    meetings = tuple((m.number, words.caucus_line(view, m)) for m in reversed(view.caucuses) if view.seat in m.seats)
    number = picked(pick, "caucus")
    now = view.caucus.number if view.caucus is not None else None
    meeting = next((n for n, _ in meetings if str(n) == number), now)
    people = tuple(
        (s, words.seat_line(view, s))
        for s, seat in view.seats.items()
        if s != view.seat and seat.source != Source.EMPTY
    )
    who = picked(pick, "seat") or _actor(view, pick)
    return Form(
        tr("A private note"),
        (
            Writing("text", tr("Only you see it, and the debriefing where you agree"), rows=4),
            *((Pick("caucus", tr("Belongs to a private meeting"), meetings, meeting, none=tr("none")),)
              if meetings else ()),
            Pick("seat", tr("About a person"), people, who if who in dict(people) else None, none=tr("nobody")),
        ),
        send=tr("Write it down"),
    )  # fmt: skip


def _actor(view: View, pick: str | None) -> str | None:
    """The seat that did what the picked moment tells."""
    number = picked(pick, "moment")
    found = next((m.event.by for m in view.log if str(m.number) == number), None)
    return found if found in view.seats else None


def _tag(view: View, pick: str | None) -> Form:
    seats = tuple((s, words.seat_line(view, s)) for s, seat in view.seats.items() if seat.source is not Source.EMPTY)
    speakers = [f.speaker for f in view.floors.values() if f.speaker]
    issues = tuple((i, words.issue_title(view, i)) for i in view.issues)
    return Form(
        tr("Tag what somebody just did"),
        (
            Pick(
                "seat",
                tr("Who"),
                seats,
                picked(pick, "seat") or _actor(view, pick) or (speakers[0] if speakers else None),
            ),
            Pick("move", tr("What it was"), tuple((m, tr(text)) for m, text in names.MOVES.items())),
            Pick("issue", tr("About"), issues, none=tr("no issue in particular")),
        ),
        send=tr("Tag"),
    )


READY = Wish(
    "ready", "y", mark("Ready"), mark("Session"), mark("Say that you have read your papers."), None, c.SayReady, _ready,
    rows=("brief",))  # fmt: skip
STOP = Wish(
    "stop", "s", mark("Stop word"), mark("Session"), mark("Play stops for everybody; no reason needed."), None,
    c.InvokeStop, _stop)  # fmt: skip
LEAVE = Wish(
    "leave_role", "e", mark("Leave role"), mark("Session"), mark("After play: be yourself again."), None, c.LeaveRole,
    _leave)  # fmt: skip
NOTE = Wish(
    "note", "n", mark("Note"), mark("Record"), mark("Write a private note with its time."), Act.NOTE, c.WriteNote,
    _note)  # fmt: skip
TAG = Wish(
    "tag_move", "m", mark("Tag move"), mark("Record"), mark("Mark what a seat just did: who and what."), Act.TAG_MOVE,
    c.TagMove, _tag, rows=("seat", "moment"))  # fmt: skip

_QUICK: Mapping[str, Move] = {
    "O": Move.OPEN_QUESTION,
    "C": Move.CLOSED_QUESTION,
    "K": Move.CHECK,
    "P": Move.PARAPHRASE,
    "S": Move.SUMMARY,
    "R": Move.REFRAME,
    "A": Move.ACKNOWLEDGE,
    "T": Move.REALITY_TEST,
    "V": Move.VERIFY,
    "D": Move.PROCEDURE,
    "M": Move.PROMISE,
    "H": Move.THREAT,
    "G": Move.APOLOGY,
}


def _tag_as(move: Move) -> Maker:
    def form(view: View, pick: str | None) -> Form:
        seat = _actor(view, pick) or picked(pick, "seat")
        if seat is None:
            seat = next((f.speaker for f in view.floors.values() if f.speaker), None)
        if seat is None or seat == TRAINER:
            raise NotNow(tr("Put the cursor on what a seat did."))
        return plain(tr("Tag"), seat=seat, move=move)

    return form


QUICK = tuple(
    Wish(f"tag_{move.value}", key, names.MOVES[move], mark("Tags"), mark("Tag the seat of the row."), Act.TAG_MOVE,
         c.TagMove, _tag_as(move), footer=False)
    for key, move in _QUICK.items()
)  # fmt: skip
"""One key a move, in the record."""

PEOPLE = (READY, STOP, LEAVE, NOTE, TAG)
