"""Inputs: what was handed in, the synthesis, and what became of each."""

from scenarios.texts import mark
from simulator.tui.boards import inputs as board
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.wishes import inputs as wishes

PANE = Pane(
    mark("Inputs"),
    board.rows,
    board.detail,
    mark("Nobody has handed in an input."),
    (wishes.FILE, wishes.TRACE, wishes.SYNTHESIS, wishes.SORT),
    mark(
        "What people ask for who may not decide, and others. A synthesis on one page says what was heard; a trace says "
        "into which clause an input went, or why into none."
    ),
    begin=(wishes.FILE, mark("Press {key} to hand one in.")),
    shown=board.shown,
)
