"""Floor: who speaks, who waits, and for how long everybody has spoken."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc, trn
from simulator.engine.session import Floor
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import agenda_item, bar, cell, page, row, series
from simulator.tui.safe import one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.board import lifted
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import TAG
from simulator.tui.seat.wishes import floor as wishes

BAR = 20


def rows(view: View) -> Sequence[Row]:
    """The bodies that sit, then the parties and the seats with their times."""
    bodies = [(f"body:{name}", _body(view, name, floor)) for name, floor in view.floors.items()]
    spoken = {s: spoke(view, s) for s in view.seats}
    order = sorted(view.seats.values(), key=lambda s: -spoken[s.id])
    most = max(spoken.values(), default=0.0) or 1.0
    seats = [
        (
            f"seat:{seat.id}",
            row(
                cell(words.seat_name(view, seat.id), 30),
                cell(words.party_short(view, seat.party), 12),
                cell(words.ms(spoken[seat.id]), 7),
                bar(spoken[seat.id] / most, BAR),
            ),
        )
        for seat in order
    ]
    return [*bodies, *_parties(view), *seats]


def spoke(view: View, seat: str) -> float:
    """Seconds that a seat has spoken, the turn that runs included."""
    running = sum(view.clock.seconds - f.since for f in view.floors.values() if f.open and f.speaker == seat)
    return view.seats[seat].spoken + running


def _parties(view: View) -> Sequence[Row]:
    """The time of each party that has spoken or decides, most first."""
    spoken = _spoken(view)
    total, most = sum(spoken.values()) or 1.0, max(spoken.values(), default=0.0) or 1.0
    order = sorted(spoken, key=lambda p: -spoken[p])
    return [
        (
            f"party:{party}",
            row(
                cell(words.party_name(view, party), 30, "bold"),
                cell(trc("how long a party spoke", "in all"), 12),
                cell(words.ms(spoken[party]), 7),
                bar(spoken[party] / most, BAR),
                safe(tr("{n} %", n=round(100 * spoken[party] / total))),
            ),
        )
        for party in order
        if spoken[party] or view.parties[party].decides
    ]


def _spoken(view: View) -> dict[str, float]:
    """Seconds that the seats of each party have spoken."""
    return {
        party: sum(spoke(view, s) for s in found.seats if s in view.seats)
        for party, found in view.parties.items()
        if found.seats
    }


def _body(view: View, name: str, floor: Floor) -> Content:
    up = sum(to == name for to in lifted(view).values())
    said = _sits(view, name, floor)
    return row(said, words.head(trn("{n} LIFTED to it", "{n} LIFTED to it", up))) if up else said


def _sits(view: View, name: str, floor: Floor) -> Content:
    title = cell(view.body_names.get(name, name), 30, "bold")
    if floor.suspended:
        return row(title, words.head(trc("a sitting", "SUSPENDED")))
    if not floor.open:
        return row(title, words.head(trc("a sitting", "NOT OPEN")))
    if floor.speaker is None:
        return row(title, safe(trn("nobody speaks; {n} waiting", "nobody speaks; {n} waiting", len(floor.queue))))
    after = series(words.seat_name(view, s) for s in floor.queue)
    said = row(title, words.head(words.seat_name(view, floor.speaker)), safe(turn(view, floor)))
    return row(said, safe(tr("then {people}", people=after))) if after else said


def turn(view: View, floor: Floor) -> str:
    """How long the turn has lasted, against its limit."""
    seconds = view.clock.seconds - floor.since
    if floor.limit is None:
        return words.ms(seconds)
    if seconds > floor.limit:
        return tr("{time} of {limit}, OVER TIME", time=words.ms(seconds), limit=words.ms(floor.limit))
    left = words.ms(floor.limit - seconds)
    return tr("{time} of {limit}, {left} left", time=words.ms(seconds), limit=words.ms(floor.limit), left=left)


def detail(view: View, pick: str | None) -> Content:
    """A seat, a party with its seats, or the chair and the queue of a body."""
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
                words.fact(tr("Spoken"), words.ms(spoke(view, seat.id))),
            ]
        )
    if kind == "party" and name in view.parties:
        return _party(view, name)
    return page(*(_queue(view, body, floor) for body, floor in view.floors.items() if kind != "body" or body == name))


def _party(view: View, party: str) -> Content:
    """How long each of a party's seats has spoken, and the share of all."""
    spoken = _spoken(view)
    total, own = sum(spoken.values()), spoken.get(party, 0.0)
    share = words.fact(tr("Of all that was spoken"), tr("{n} %", n=round(100 * own / total))) if total else ""
    seats = [view.seats[s] for s in view.parties[party].seats if s in view.seats]
    return words.stack(
        [
            words.head(words.party_name(view, party)),
            words.fact(tr("Spoken"), words.ms(own)),
            share,
            *(row(cell(words.seat_name(view, s.id), 30), words.ms(spoke(view, s.id))) for s in seats),
        ]
    )


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
    up = series(words.issue_title(view, i) for i, to in lifted(view).items() if to == body)
    away = series(words.party_short(view, p) for p in found.away if p in found.left)
    return words.stack(
        [
            words.head(view.body_names.get(body, body)),
            words.fact(tr("Chair"), chairs),
            words.fact(tr("Item"), item) if item else "",
            words.fact(tr("Lifted to it"), up) if up else "",
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
