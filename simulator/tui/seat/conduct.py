"""Conduct: the mediators' own code of conduct, as a list to tick."""

from collections.abc import Sequence

from textual.content import Content

from scenarios.texts import mark, tr, trn
from simulator.engine.view.shapes import View
from simulator.engine.view.sheets import ConductView
from simulator.tui.boards.line import cell, page, row
from simulator.tui.safe import lines, one_line, safe
from simulator.tui.seat import words
from simulator.tui.seat.pane import Pane, Row
from simulator.tui.seat.wishes import conflict as wishes


def rows(view: View) -> Sequence[Row]:
    """The items, each with its tick and time."""
    return [(f"conduct:{item.id}", _row(item)) for item in wishes.own_code(view)]


def _row(item: ConductView) -> Content:
    box, time = ("[x]", words.hms(item.tick.seconds)) if item.tick is not None else ("[ ]", "")
    return row(cell(box, 3, "bold" if item.tick else ""), cell(time, 8), safe(one_line(item.text)))


def detail(view: View, pick: str | None) -> Content:
    """An item with who ticked it, and how many are open."""
    items = wishes.own_code(view)
    left = sum(item.tick is None for item in items)
    name = (pick or "").removeprefix("conduct:")
    item = next((i for i in items if i.id == name), None)
    ticked = None
    if item is not None and item.tick is not None:
        by, time = words.seat_name(view, item.tick.by), words.hms(item.tick.seconds)
        ticked = words.stack(
            [tr("Ticked by {seat} at {time}", seat=by, time=time), lines(item.tick.text) if item.tick.text else ""]
        )
    return page(
        lines(item.text) if item is not None else None,
        ticked,
        words.quiet(trn("{n} item is open.", "{n} items are open.", left) if left else tr("Every item is ticked.")),
    )


PANE = Pane(
    mark("Conduct"),
    rows,
    detail,
    mark("This exercise has no code of conduct."),
    (wishes.TICK, wishes.REMARK),
    mark(
        "Your team's own check of its conduct: nobody else sees it during play, and nobody is graded by it. Enter "
        "ticks an item with the time, or takes the tick back."
    ),
    shown=lambda view: bool(wishes.own_code(view)),
)
