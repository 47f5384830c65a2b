"""Wishes for private meetings: call, accept, decline, close."""

from collections.abc import Callable

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.session import Caucus
from simulator.engine.view.shapes import View
from simulator.engine.words import Source
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Several, Telling, Writing
from simulator.tui.seat.wishes.wish import Wish, picked


def _call(view: View, pick: str | None) -> Form:
    if view.caucus is not None:
        raise NotNow(tr("You are in a private meeting."))
    busy = {s for meeting in view.caucuses if meeting.state == "open" for s in meeting.seats}
    seats = tuple(
        (s, tr("{seat} (in another meeting)", seat=words.seat_line(view, s)) if s in busy else words.seat_line(view, s))
        for s, seat in view.seats.items()
        if s != view.seat and seat.source is not Source.EMPTY
    )
    if not seats:
        raise NotNow(tr("There is nobody to meet."))
    at, party = picked(pick, "seat"), picked(pick, "meet")
    marked = tuple(s for s, _ in seats if s == at or (view.seats[s].party == party and s not in busy))
    return Form(
        tr("Call a private meeting"),
        (
            Several("seats", tr("With whom"), seats, marked),
            Writing("place", tr("Where, if it matters"), rows=1, needed=False),
            Telling(tr("It opens when every party that you invite has accepted.")),
        ),
        send=tr("Call it"),
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

    meeting = _meeting(view, pick, fits, tr("No invitation waits for your party."))
    return Form(tr("Accept the private meeting"), fixed={"caucus": meeting.number})


def _decline(view: View, pick: str | None) -> Form:
    meeting = _meeting(view, pick, lambda m: _waits(view, m), tr("No invitation waits."))
    return Form(
        tr("Decline the private meeting, or take it back"),
        (
            Telling(words.caucus_line(view, meeting)),
            Writing("reason", tr("Why, if you want to say it"), rows=2, needed=False),
        ),
        {"caucus": meeting.number},
        send=tr("Decline"),
    )


def _close(view: View, pick: str | None) -> Form:
    meeting = _meeting(
        view, pick, lambda m: m.state == "open" and view.seat in m.seats, tr("You are not in an open private meeting.")
    )
    told = Telling(tr("Before you close, a mediator asks: what may I take to the others?"))
    return Form(tr("Close the private meeting"), (told,), {"caucus": meeting.number}, send=tr("Close it"))


CALL = Wish(
    "call_caucus", "c", mark("Call"), mark("Private meetings"), mark("Ask seats into a private meeting."),
    Act.CALL_CAUCUS, c.CallCaucus, _call, rows=("meet",))  # fmt: skip
ACCEPT = Wish(
    "accept_caucus", "y", mark("Accept"), mark("Private meetings"), mark("Accept an invitation for your party."),
    Act.JOIN_CAUCUS, c.AcceptCaucus, _accept, rows=("caucus",))  # fmt: skip
DECLINE = Wish(
    "decline_caucus", "d", mark("Decline"), mark("Private meetings"),
    mark("Decline an invitation, or take your own back."), Act.JOIN_CAUCUS, c.DeclineCaucus, _decline,
    rows=("caucus",))  # fmt: skip
CLOSE = Wish(
    "close_caucus", "e", mark("Close"), mark("Private meetings"), mark("End the private meeting in which you sit."),
    Act.JOIN_CAUCUS, c.CloseCaucus, _close, rows=("caucus",))  # fmt: skip

MEETINGS = (CALL, ACCEPT, DECLINE, CLOSE)
