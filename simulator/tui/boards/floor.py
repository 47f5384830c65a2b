"""Floor: who speaks, who waits, for how long everybody spoke, and the private meetings."""

from textual.content import Content

from scenarios.texts import tr, trc, trn
from simulator.engine import View
from simulator.engine.session import Caucus, Floor
from simulator.tui.boards import names
from simulator.tui.boards.line import (
    cell,
    clock,
    page,
    paragraph,
    people,
    row,
    series,
    short,
    told,
    who,
    words,
)

BAR = 12


def rows(view: View) -> list[tuple[str, Content]]:
    """The bodies that sit, then the private meetings that are asked for or open."""
    bodies = [(f"body:{body}", _body(view, body, floor)) for body, floor in view.floors.items()]
    meetings = [
        (f"caucus:{c.number}", _meeting(view, c)) for c in view.caucuses if c.state in ("requested", "granted", "open")
    ]
    return bodies + meetings


def _body(view: View, body: str, floor: Floor) -> Content:
    name = cell(view.body_names.get(body, body), 24)
    if floor.suspended:
        return row(name, words(trc("a sitting", "suspended"), "bold"))
    if not floor.open:
        return row(name, words(trc("a sitting", "not open"), "bold"))
    if floor.speaker is None:
        return row(name, trn("nobody speaks; {n} waiting", "nobody speaks; {n} waiting", len(floor.queue)))
    turn = view.clock.seconds - floor.since
    over = floor.limit is not None and turn > floor.limit
    said = words(_lasted(turn, floor.limit), "bold" if over else "")
    waiting = trn("{n} waiting", "{n} waiting", len(floor.queue))
    return row(name, words(who(view, floor.speaker), "bold"), said, waiting)


def _lasted(turn: float, limit: int | None) -> str:
    if limit is None:
        return clock(turn)
    if turn > limit:
        return tr("{time} of {limit} OVER TIME", time=clock(turn), limit=clock(limit))
    return tr("{time} of {limit}", time=clock(turn), limit=clock(limit))


def _meeting(view: View, caucus: Caucus) -> Content:
    there = series(who(view, seat) for seat in caucus.seats)
    since = clock(view.clock.seconds - caucus.opened) if caucus.state == "open" else ""
    return row(
        cell(tr("Private meeting {number}", number=caucus.number), 24),
        words(names.meeting_state(caucus.state), "bold"),
        since,
        there,
    )


def detail(view: View, name: str | None) -> Content:
    """The queue of a body, or a meeting, and how long everybody spoke."""
    kind, _, rest = (name or "").partition(":")
    top: Content | None = None
    if kind == "body" and rest in view.floors:
        floor = view.floors[rest]
        chairs = series(who(view, seat) for seat in view.chairs.get(rest, ()))
        queue = [words(f"{i}. {who(view, seat)}") for i, seat in enumerate(floor.queue, 1)]
        observers = series(who(view, seat) for seat in view.bodies[rest].observers)
        top = page(
            words(tr("Chair: {chairs}", chairs=chairs)),
            words(tr("Observers: {seats}", seats=observers)) if observers else None,
            paragraph(
                tr("Waiting to speak"),
                Content("\n").join(queue) if queue else words(trc("waiting to speak", "Nobody.")),
            ),
        )
    elif kind == "caucus":
        top = next((_long(view, c) for c in view.caucuses if str(c.number) == rest), None)
    past = [c for c in view.caucuses if c.state in ("closed", "declined")]
    if not view.floors and top is None:
        top = words(tr("No body sits in this phase."))
    return page(
        top,
        paragraph(tr("Spoke so far"), Content("\n").join(spoken(view))),
        paragraph(tr("Past private meetings"), Content("\n").join(_past(view, c) for c in past)) if past else None,
    )


def _long(view: View, caucus: Caucus) -> Content:
    waiting = [p for p in dict.fromkeys(view.seats[s].party for s in caucus.seats) if p not in caucus.accepted]
    caller, accepted = who(view, caucus.caller), series(short(view, p) for p in caucus.accepted)
    called = tr("Called by {seat}", seat=caller)
    if caucus.place:
        called = tr("Called by {seat}, at {place}", seat=caller, place=caucus.place)
    waits = tr("Waiting for: {parties}", parties=series(short(view, p) for p in waiting))
    return page(
        words(called),
        words(tr("Accepted: {parties}", parties=accepted) if accepted else tr("Accepted: nobody yet")),
        words(waits) if caucus.state != "open" else None,
    )


def _past(view: View, caucus: Caucus) -> Content:
    there = series(who(view, seat) for seat in caucus.seats)
    closed = caucus.state == "closed"
    length = clock(caucus.closed - caucus.opened) if closed else names.meeting_state("declined")
    return words(f"{caucus.number}. {told(length, there)}")


def spoken(view: View) -> list[Content]:
    """A bar a seat; the length says it, and so does the figure."""
    most = max((seat.spoken for seat in view.seats.values()), default=0.0) or 1.0
    return [
        row(
            cell(who(view, seat.id), 26),
            cell(clock(seat.spoken), 7),
            cell("█" * round(BAR * seat.spoken / most), BAR),
            cell(people(view, seat.id), 12, "dim"),
        )
        for seat in sorted(view.seats.values(), key=lambda s: -s.spoken)
    ]
