"""Wishes for private meetings: call, accept, decline, close."""

from collections.abc import Callable

from roles.acts import Act
from simulator.engine import commands as c
from simulator.engine.session import Caucus
from simulator.engine.view.shapes import View
from simulator.engine.words import Source
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Several, Telling, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def _call(view: View, pick: str | None) -> Form:
    if view.caucus is not None:
        raise NotNow("You are in a private meeting.")
    busy = {s for meeting in view.caucuses if meeting.state == "open" for s in meeting.seats}
    seats = tuple(
        (s, words.seat_line(view, s) + (" (in another meeting)" if s in busy else ""))
        for s, seat in view.seats.items()
        if s != view.seat and seat.source is not Source.EMPTY
    )
    if not seats:
        raise NotNow("There is nobody to meet.")
    at = picked(pick, "seat")
    return Form(
        "Call a private meeting",
        (
            Several("seats", "With whom", seats, (at,) if at in dict(seats) else ()),
            Writing("place", "Where, if it matters", rows=1, needed=False),
            Telling("It opens when every party that you invite has accepted."),
        ),
        send="Call it",
    )


def _meeting(view: View, pick: str | None, fits: Callable[[Caucus], bool], why: str) -> Caucus:
    """The picked meeting, or the latest that fits."""
    found = [meeting for meeting in view.caucuses if fits(meeting)]
    if not found:
        raise NotNow(why)
    at = picked(pick, "caucus")
    return next((m for m in found if str(m.number) == at), found[-1])


def _waits(view: View, meeting: Caucus) -> bool:
    return meeting.state in ("requested", "granted") and view.seat in meeting.seats


def _accept(view: View, pick: str | None) -> Form:
    mine = view.party.id if view.party else ""

    def fits(meeting: Caucus) -> bool:
        caller = view.seats.get(meeting.caller)
        called_by_us = caller is not None and caller.party == mine
        return _waits(view, meeting) and not called_by_us and mine not in meeting.accepted

    meeting = _meeting(view, pick, fits, "No invitation waits for your party.")
    return Form("Accept the private meeting", fixed={"caucus": meeting.number})


def _decline(view: View, pick: str | None) -> Form:
    meeting = _meeting(view, pick, lambda m: _waits(view, m), "No invitation waits.")
    return Form(
        "Decline the private meeting, or take it back",
        (
            Telling(words.caucus_line(view, meeting)),
            Writing("reason", "Why, if you want to say it", rows=2, needed=False),
        ),
        {"caucus": meeting.number},
        send="Decline",
    )


def _close(view: View, pick: str | None) -> Form:
    meeting = _meeting(
        view, pick, lambda m: m.state == "open" and view.seat in m.seats, "You are not in an open private meeting."
    )
    told = Telling("Before you close, a mediator asks: what may I take to the others?")
    return Form("Close the private meeting", (told,), {"caucus": meeting.number}, send="Close it")


CALL = Wish(
    "call_caucus",
    "c",
    "Call",
    "Private meetings",
    "Ask seats into a private meeting.",
    Act.CALL_CAUCUS,
    c.CallCaucus,
    _call,
)
ACCEPT = Wish(
    "accept_caucus", "y", "Accept", "Private meetings", "Accept an invitation for your party.", Act.JOIN_CAUCUS,
    c.AcceptCaucus, _accept, rows=("caucus",))  # fmt: skip
DECLINE = Wish(
    "decline_caucus", "d", "Decline", "Private meetings", "Decline an invitation, or take your own back.",
    Act.JOIN_CAUCUS, c.DeclineCaucus, _decline, rows=("caucus",))  # fmt: skip
CLOSE = Wish(
    "close_caucus", "e", "Close", "Private meetings", "End the private meeting in which you sit.", Act.JOIN_CAUCUS,
    c.CloseCaucus, _close, rows=("caucus",))  # fmt: skip

MEETINGS = (CALL, ACCEPT, DECLINE, CLOSE)
