"""Committee: reports of bodies, contradictions between them, disputes, and the agreement in force."""

from scenarios.texts import mark
from simulator.tui.boards import committee as board
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.wishes import committee as wishes

PANE = Pane(
    mark("Committee"),
    board.rows,
    board.detail,
    mark("No report has been handed over, and no dispute raised."),
    wishes.COMMITTEE,
    mark(
        "What sub-committees hand over, issue by issue: agreed, in brackets, or blocked. The body that gets a report "
        "adopts it under its own rule, sends it back, or lifts what blocks it to the heads. Where two reports dispose "
        "of the same thing, it stands here in bold. Below are disputes over articles of the agreement in force, and "
        "the articles with how your party reads them, which nobody else sees."
    ),
    begin=(wishes.DELIVER, mark("Press {key} to hand over a report.")),
    shown=board.shown,
)
