"""Floor: who speaks, who waits, and for how long everybody has spoken."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Floor
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import agenda_item, cell, page, row, series
from simulator.tui.safe import one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import TAG
from simulator.tui.seat.wishes import floor as wishes

BAR = 20


def rows(view: View) -> Sequence[Row]:
    """The bodies that sit, then the seats with their times."""
    bodies = [(f"body:{name}", _body(view, name, floor)) for name, floor in view.floors.items()]
    order = sorted(view.seats.values(), key=lambda s: -s.spoken)
    most = max((s.spoken for s in order), default=0.0) or 1.0
    seats = [
        (
            f"seat:{seat.id}",
            row(
                cell(words.seat_name(view, seat.id), 30),
                cell(words.party_short(view, seat.party), 12),
                cell(words.ms(seat.spoken), 7),
                safe("█" * round(BAR * seat.spoken / most)),
            ),
        )
        for seat in order
    ]
    return [*bodies, *seats]


def _body(view: View, name: str, floor: Floor) -> Content:
    title = cell(view.body_names.get(name, name), 30, "bold")
    if floor.suspended:
        return row(title, words.head(trc("a sitting", "SUSPENDED")))
    if not floor.open:
        return row(title, words.head(trc("a sitting", "NOT OPEN")))
    if floor.speaker is None:
        return row(title, safe(trn("nobody speaks; {n} waiting", "nobody speaks; {n} waiting", len(floor.queue))))
    return row(title, words.head(words.seat_name(view, floor.speaker)), safe(turn(view, floor)))


def turn(view: View, floor: Floor) -> str:
    """How long the turn has lasted, against its limit."""
    seconds = view.clock.seconds - floor.since
    if floor.limit is None:
        return words.ms(seconds)
    if seconds > floor.limit:
        return tr("{time} of {limit}, OVER TIME", time=words.ms(seconds), limit=words.ms(floor.limit))
    return tr("{time} of {limit}", time=words.ms(seconds), limit=words.ms(floor.limit))


def detail(view: View, pick: str | None) -> Content:
    """A seat, or the chair and the queue of a body."""
    kind, _, name = (pick or "").partition(":")
    seat = view.seats.get(name) if kind == "seat" else None
    if seat is not None:
        people = series(one_line(p) for p in seat.people)
        return words.stack(
            [
                words.head(series((words.seat_name(view, seat.id), seat.title))),
                words.fact(tr("Party"), words.party_name(view, seat.party)),
                words.fact(
                    tr("Role"), tr("{role}, decides for its party", role=seat.role) if seat.heads else seat.role
                ),
                words.fact(tr("Played by"), people) if people else "",
                words.fact(tr("Spoken"), words.ms(seat.spoken)),
            ]
        )
    return page(*(_queue(view, body, floor) for body, floor in view.floors.items() if kind != "body" or body == name))


def _queue(view: View, body: str, floor: Floor) -> Content:
    chairs = series(words.seat_name(view, s) for s in view.chairs.get(body, ()))
    queue = [safe(f"{n}. {words.seat_line(view, s)}") for n, s in enumerate(floor.queue, 1)]
    speaks = trc("who speaks", "nobody")
    if floor.speaker:
        speaks = series((words.seat_line(view, floor.speaker), turn(view, floor)))
    elif floor.suspended:
        speaks = tr("the sitting is suspended")
    elif not floor.open:
        speaks = tr("the sitting is not open")
    found = view.bodies[body]
    item = agenda_item(view, body, found.agenda.item) if found.agenda.item else ""
    observers = series(words.seat_name(view, s) for s in found.observers)
    away = series(words.party_short(view, p) for p in found.away if p in found.left)
    return words.stack(
        [
            words.head(view.body_names.get(body, body)),
            words.fact(tr("Chair"), chairs),
            words.fact(tr("Item"), item) if item else "",
            words.fact(trc("who has the floor", "Speaks"), speaks),
            words.fact(trc("to speak", "Waiting"), "" if queue else trc("waits to speak", "nobody")),
            *queue,
            words.fact(tr("Observers"), observers) if observers else "",
            words.fact(tr("Away"), away) if away else "",
        ]
    )


PANE = Pane(
    mark("Floor"),
    rows,
    detail,
    mark("No body sits in this phase."),
    (
        wishes.YIELD,
        wishes.GIVE,
        wishes.REQUEST,
        wishes.WITHDRAW,
        wishes.ORDER,
        TAG,
        wishes.RESUME,
        wishes.SUSPEND,
        wishes.OPEN,
        wishes.CLOSE,
        wishes.CHAIR,
    ),
    mark(
        "Who has the floor, who waits for it, and for how long everybody has spoken. People speak in the room; the "
        "list keeps the order and the time."
    ),
)
