"""Private meetings: who asked whom, who accepted, and for how long they meet."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trc
from simulator.engine.session import Caucus
from simulator.engine.view.shapes import View
from simulator.tui.boards.line import cell, page, row, series
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import equal_time, names, words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import meetings as wishes

_ORDER = {"open": 0, "requested": 1, "granted": 1}


def rows(view: View) -> Sequence[Row]:
    """Open ones first, then those that wait, for mediators the time of each party, then the past, latest first."""
    listed = sorted(view.caucuses, key=lambda c: (_ORDER.get(c.state, 2), -c.number))
    now = [(f"caucus:{c.number}", _row(view, c)) for c in listed if c.state in _ORDER]
    past = [(f"caucus:{c.number}", _row(view, c)) for c in listed if c.state not in _ORDER]
    return [*now, *equal_time.rows(view), *past]


def _row(view: View, caucus: Caucus) -> Content:
    state = cell(names.caucus_states().get(caucus.state, caucus.state), 16, "bold" if caucus.state == "open" else "")
    # Translators: whether one sits in a private meeting, at most 7 characters.
    mine = trc("in a private meeting", "you") if view.seat in caucus.seats else trc("in a private meeting", "not you")
    clock = ""
    if caucus.state == "open":
        clock = words.ms(view.clock.seconds - caucus.opened)
    elif caucus.state == "closed":
        clock = words.ms(caucus.closed - caucus.opened)
    who = series(words.seat_name(view, s) for s in caucus.seats if s != view.seat)
    return row(cell(tr("No. {number}", number=caucus.number), 7), state, cell(clock, 7), cell(mine, 7), safe(who))


def detail(view: View, pick: str | None) -> Content:
    """A meeting in full, with what to remember in it; or how often and how long a party was met."""
    kind, _, number = (pick or "").partition(":")
    if kind == "meet" and number in view.parties:
        return equal_time.detail(view, number)
    caucus = next((c for c in view.caucuses if str(c.number) == number), None)
    if caucus is None:
        return Content("")
    parties = tuple(dict.fromkeys(view.seats[s].party for s in caucus.seats if s in view.seats))
    caller = view.seats.get(caucus.caller)
    accepted = {*caucus.accepted, caller.party if caller else ""}
    waits = [words.party_short(view, p) for p in parties if p not in accepted]
    pending = caucus.state in ("requested", "granted")
    return page(
        words.stack(
            [
                words.head(words.caucus_line(view, caucus)),
                words.fact(trc("a private meeting", "Called by"), words.seat_name(view, caucus.caller)),
                words.fact(trc("a private meeting", "Waits for"), series(waits)) if pending and waits else "",
                words.fact(trc("a private meeting", "Where"), one_line(caucus.place)) if caucus.place else "",
                words.fact(trc("a private meeting", "Lasts"), equal_time.lasted(view, caucus))
                if caucus.state == "open"
                else "",
            ]
        ),
        words.stack([safe(f"• {words.seat_line(view, s)}") for s in caucus.seats]),
        lines(
            tr(
                "Say at the start what is confidential. Before it closes, ask: what may I take to the others? What was "
                "not released stays here."
            )
        )
        if caucus.state == "open"
        else None,
    )


PANE = Pane(
    mark("Private meetings"),
    rows,
    detail,
    mark("No private meeting yet."),
    (wishes.ACCEPT, wishes.CLOSE, wishes.CALL, wishes.DECLINE),
    mark(
        "Meetings behind closed doors: who, for how long, who still has to accept. What is said there is not written "
        "down here. Mediators also see each party with its meetings and minutes so far, least first; Enter there calls "
        "one with that party."
    ),
    (wishes.CALL, mark("Press {key} to call one.")),
)
