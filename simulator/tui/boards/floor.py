"""Floor: who speaks, who waits, for how long everybody spoke, and the private meetings."""

from textual.content import Content

from simulator.engine import View
from simulator.engine.session import Caucus, Floor
from simulator.tui.boards.line import cell, clock, page, paragraph, people, row, short, who, words

BAR = 24


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
        return row(name, words("suspended", "bold"))
    if floor.speaker is None:
        return row(name, f"nobody speaks; {len(floor.queue)} waiting")
    turn = view.clock.seconds - floor.since
    over = floor.limit is not None and turn > floor.limit
    limit = f" of {clock(floor.limit)}" if floor.limit is not None else ""
    said = words(f"{clock(turn)}{limit}{' OVER TIME' if over else ''}", "bold" if over else "")
    return row(name, words(who(view, floor.speaker), "bold"), said, f"{len(floor.queue)} waiting")


def _meeting(view: View, caucus: Caucus) -> Content:
    there = ", ".join(who(view, seat) for seat in caucus.seats)
    since = f"{clock(view.clock.seconds - caucus.opened)}" if caucus.state == "open" else ""
    return row(cell(f"Private meeting {caucus.number}", 24), words(caucus.state, "bold"), since, there)


def detail(view: View, name: str | None) -> Content:
    """The queue of a body, or a meeting, and how long everybody spoke."""
    kind, _, rest = (name or "").partition(":")
    top: Content | None = None
    if kind == "body" and rest in view.floors:
        floor = view.floors[rest]
        chairs = ", ".join(who(view, seat) for seat in view.chairs.get(rest, ()))
        queue = [words(f"{i}. {who(view, seat)}") for i, seat in enumerate(floor.queue, 1)]
        top = page(
            words(f"Chair: {chairs}"),
            paragraph("Waiting to speak", Content("\n").join(queue) if queue else words("Nobody.")),
        )
    elif kind == "caucus":
        top = next((_long(view, c) for c in view.caucuses if str(c.number) == rest), None)
    past = [c for c in view.caucuses if c.state in ("closed", "declined")]
    if not view.floors and top is None:
        top = words("No body sits in this phase.")
    return page(
        top,
        paragraph("Spoke so far", Content("\n").join(spoken(view))),
        paragraph("Past private meetings", Content("\n").join(_past(view, c) for c in past)) if past else None,
    )


def _long(view: View, caucus: Caucus) -> Content:
    waiting = [p for p in dict.fromkeys(view.seats[s].party for s in caucus.seats) if p not in caucus.accepted]
    return page(
        words(f"Called by {who(view, caucus.caller)}" + (f", at {caucus.place}" if caucus.place else "")),
        words("Accepted: " + (", ".join(short(view, p) for p in caucus.accepted) or "nobody yet")),
        words("Waiting for: " + ", ".join(short(view, p) for p in waiting)) if caucus.state != "open" else None,
    )


def _past(view: View, caucus: Caucus) -> Content:
    there = ", ".join(who(view, seat) for seat in caucus.seats)
    length = f"{clock(caucus.closed - caucus.opened)}" if caucus.state == "closed" else "declined"
    return words(f"{caucus.number}. {length}: {there}")


def spoken(view: View) -> list[Content]:
    """A bar a seat; the length says it, and so does the figure."""
    most = max((seat.spoken for seat in view.seats.values()), default=0.0) or 1.0
    return [
        row(
            cell(who(view, seat.id), 30),
            cell(clock(seat.spoken), 7),
            cell("█" * round(BAR * seat.spoken / most), BAR),
            words(people(view, seat.id), "dim"),
        )
        for seat in sorted(view.seats.values(), key=lambda s: -s.spoken)
    ]
