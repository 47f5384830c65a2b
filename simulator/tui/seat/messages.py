"""Messages: messengers, non-papers, reports on compliance, the press."""

from scenarios.texts import mark
from simulator.tui.boards import messages as board
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.wishes import messages as wishes

PANE = Pane(
    mark("Messages"),
    board.rows,
    board.detail,
    mark("No message has reached you, and nobody has published anything."),
    (wishes.DELIVER, wishes.SEND, wishes.NON_PAPER, wishes.PRESS, wishes.PUBLISH),
    mark(
        "What others bring you in their words, papers without status, and what the press knows. A messenger says a "
        "message in words of their own; only your team sees both."
    ),
    shown=board.shown,
)
