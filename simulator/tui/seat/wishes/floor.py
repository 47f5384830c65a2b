"""Wishes on the floor: speak, give the floor, points of order, sittings."""

from collections.abc import Callable

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.session import Floor
from simulator.engine.view.shapes import View
from simulator.engine.words import TRAINER, Source
from simulator.tui.seat import words
from simulator.tui.seat.fields import Form, NotNow, Number, Pick, Writing
from simulator.tui.seat.wishes.wish import Wish, picked

LIMITS = (5, 3600)
"""Seconds that a turn may be limited to."""


def _bodies(view: View, pick: str | None, fits: Callable[[str, Floor], bool], why: str) -> tuple[str, ...]:
    """The bodies that fit, the picked one first."""
    if not view.floors:
        raise NotNow(tr("No body sits in this phase."))
    found = tuple(b for b, floor in view.floors.items() if fits(b, floor))
    if not found:
        raise NotNow(why)
    at = picked(pick, "body")
    return (at, *(b for b in found if b != at)) if at in found else found


def _choose(view: View, title: str, bodies: tuple[str, ...], *fields: Pick | Writing | Number, send: str = "") -> Form:
    """A form that asks for the body only where there are several."""
    if len(bodies) == 1:
        return Form(title, fields, {"body": bodies[0]}, send=send)
    options = tuple((b, view.body_names.get(b, b)) for b in bodies)
    return Form(title, (Pick("body", tr("Where"), options, bodies[0]), *fields), send=send)


def chairs(view: View, body: str) -> bool:
    """Whether this seat gives the floor in a body."""
    return view.seat == TRAINER or view.seat in view.chairs.get(body, ())


def _sits(view: View, body: str) -> bool:
    """Whether this seat speaks in a body unasked: it does not only observe it, and its party has not left it."""
    found = view.bodies[body]
    inside = view.seat in found.members or chairs(view, body)
    return inside and (view.party is None or view.party.id not in found.away)


def _request(view: View, pick: str | None) -> Form:
    if view.floors and not any(_sits(view, body) for body in view.floors):
        raise NotNow(tr("You speak here when the chair invites you."))
    bodies = _bodies(
        view,
        pick,
        lambda b, f: f.open and f.speaker != view.seat and view.seat not in f.queue and _sits(view, b),
        tr("You have the floor or have asked for it, or the sitting is suspended."),
    )
    return _choose(view, tr("Ask for the floor"), bodies)


def _withdraw(view: View, pick: str | None) -> Form:
    bodies = _bodies(view, pick, lambda _, f: view.seat in f.queue, tr("You have not asked for the floor."))
    return _choose(view, tr("Take the request back"), bodies)


def _give(view: View, pick: str | None) -> Form:
    bodies = _bodies(
        view,
        pick,
        lambda b, f: chairs(view, b) and f.open,
        tr("Only the chair of an open sitting gives the floor."),
    )
    first = view.floors[bodies[0]]
    waiting = first.queue
    inside = {s for b in bodies for s in (*view.members.get(b, ()), *view.chairs.get(b, ()), *view.bodies[b].observers)}
    others = tuple(
        s for s, seat in view.seats.items() if s in inside and s not in waiting and seat.source is not Source.EMPTY
    )
    options = tuple(
        (s, tr("{seat} (asked, no. {n})", seat=words.seat_line(view, s), n=n)) for n, s in enumerate(waiting, 1)
    )
    options += tuple((s, words.seat_line(view, s)) for s in others if s != first.speaker)
    at = picked(pick, "seat")
    seat = at if at in dict(options) else waiting[0] if waiting else None
    limit = Number("limit", tr("Limit in seconds; empty for none"), *LIMITS)
    return _choose(
        view, tr("Give the floor"), bodies, Pick("seat", tr("To whom"), options, seat), limit, send=tr("Give the floor")
    )


def _yield(view: View, pick: str | None) -> Form:
    bodies = _bodies(
        view,
        pick,
        lambda b, f: f.speaker is not None and (f.speaker == view.seat or chairs(view, b)),
        tr("You do not have the floor."),
    )
    return _choose(view, tr("End the turn"), bodies)


def _order(view: View, pick: str | None) -> Form:
    bodies = _bodies(view, pick, lambda b, f: f.open and _sits(view, b), tr("The sitting is suspended."))
    text = Writing("text", tr("What is out of order"), rows=3)
    return _choose(view, tr("Point of order"), bodies, text, send=tr("Raise it"))


def _suspend(view: View, pick: str | None) -> Form:
    bodies = _bodies(
        view,
        pick,
        lambda b, f: chairs(view, b) and f.open,
        tr("Only the chair of an open sitting suspends it."),
    )
    reason = Writing("reason", tr("Why, for everybody"), rows=2, needed=False)
    return _choose(view, tr("Suspend the sitting"), bodies, reason, send=tr("Suspend"))


def _resume(view: View, pick: str | None) -> Form:
    bodies = _bodies(view, pick, lambda b, f: chairs(view, b) and f.suspended, tr("No sitting of yours is suspended."))
    return _choose(view, tr("Resume the sitting"), bodies)


def _by_chair(view: View, body: str) -> bool:
    return view.bodies[body].opens == "by_chair"


def _open(view: View, pick: str | None) -> Form:
    why = tr("No body of yours waits to be opened.")
    bodies = _bodies(view, pick, lambda b, f: chairs(view, b) and not f.open and not f.suspended, why)
    return _choose(view, tr("Open the sitting"), bodies)


def _close(view: View, pick: str | None) -> Form:
    why = tr("No body that you opened sits now.")
    bodies = _bodies(view, pick, lambda b, f: chairs(view, b) and _by_chair(view, b) and (f.open or f.suspended), why)
    return _choose(view, tr("Close the sitting"), bodies)


def _hand_on(view: View, pick: str | None) -> Form:
    first = {b for b, seats in view.chairs.items() if view.seat == TRAINER or seats[:1] == (view.seat,)}
    several = len(view.bodies) > 1 or any(len(seats) > 1 for seats in view.chairs.values())
    why = tr("Only the first chair of a body hands on its chair.")
    bodies = _bodies(view, pick, lambda b, _: b in first and several, why)
    at = bodies[0]
    there = (*view.members.get(at, ()), *view.bodies[at].observers)
    seats = tuple(
        (s, words.seat_line(view, s)) for s in there if s != view.seat and view.seats[s].source is not Source.EMPTY
    )
    if not seats:
        raise NotNow(tr("Nobody else sits in {body}.", body=view.body_names.get(at, at)))
    return Form(
        tr("Hand on the chair of {body}", body=view.body_names.get(at, at)),
        (Pick("seats", tr("To whom"), seats), Writing("reason", tr("Why, for everybody"), rows=2, needed=False)),
        {"body": at},
        finish=lambda values: {"seats": (values["seats"],), "reason": values.get("reason", "")},
        send=tr("Hand on"),
    )


REQUEST = Wish(
    "request_floor", "r", mark("Ask floor"), mark("Floor"), mark("Ask to speak."), Act.SPEAK, c.RequestFloor, _request,
    rows=("body",))  # fmt: skip
WITHDRAW = Wish(
    "withdraw_request", "w", mark("Withdraw"), mark("Floor"), mark("Take your request to speak back."), Act.SPEAK,
    c.WithdrawRequest, _withdraw, rows=("body",))  # fmt: skip
GIVE = Wish(
    "give_floor", "g", mark("Give floor"), mark("Floor"), mark("Give a seat the floor, with a limit if you like."),
    Act.GIVE_FLOOR, c.GiveFloor, _give, rows=("seat", "body"))  # fmt: skip
YIELD = Wish(
    "yield_floor", "y", mark("End turn"), mark("Floor"), mark("End your turn; the chair may end anybody's."), Act.SPEAK,
    c.YieldFloor, _yield, rows=("body",))  # fmt: skip
ORDER = Wish(
    "point_of_order", "o", mark("Point of order"), mark("Floor"), mark("Interrupt on procedure, in a sentence."),
    Act.POINT_OF_ORDER, c.RaisePointOfOrder, _order, rows=("body",))  # fmt: skip
SUSPEND = Wish(
    "suspend", "z", mark("Suspend"), mark("Floor"), mark("Suspend a sitting that you chair."), Act.SUSPEND,
    c.SuspendSitting, _suspend, rows=("body",))  # fmt: skip
RESUME = Wish(
    "resume", "u", mark("Resume"), mark("Floor"), mark("Let a sitting go on."), Act.SUSPEND, c.ResumeSitting, _resume,
    rows=("body",))  # fmt: skip
OPEN = Wish(
    "open_sitting", "e", mark("Open"), mark("Floor"), mark("Open a sitting that you chair."), Act.PRESIDE,
    c.OpenSitting, _open, rows=("body",))  # fmt: skip
CLOSE = Wish(
    "close_sitting", "x", mark("Close"), mark("Floor"), mark("Close a sitting that you opened."), Act.PRESIDE,
    c.CloseSitting, _close, rows=("body",))  # fmt: skip
CHAIR = Wish(
    "change_chair", "h", mark("Hand on chair"), mark("Floor"), mark("Give the chair of a body to somebody else in it."),
    Act.PRESIDE, c.ChangeChair, _hand_on, rows=("body",))  # fmt: skip

FLOOR = (REQUEST, WITHDRAW, GIVE, YIELD, ORDER, SUSPEND, RESUME, OPEN, CLOSE, CHAIR)
