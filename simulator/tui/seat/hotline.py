"""Hotline: incidents with their versions and what is due, and the follow-up list."""

from scenarios.texts import mark
from simulator.tui.boards import hotline as board
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.wishes import hotline as wishes

PANE = Pane(
    mark("Hotline"),
    board.rows,
    board.detail,
    mark("No incident has been reported, and nothing is to be followed up."),
    (
        wishes.ACKNOWLEDGE,
        wishes.CALL_BACK,
        wishes.AGREE_VISIT,
        wishes.VERIFY,
        wishes.HANDLE,
        wishes.ASK_VISIT,
        wishes.CLOSE,
        wishes.VERSION,
        wishes.REPORT,
        wishes.PROGRESS,
        wishes.JUDGE,
        wishes.ADD,
        wishes.STRIKE,
    ),
    mark(
        "Incidents, from the report to the closing of the record, with the time that each step has left. The versions "
        "stand beside each other, and nobody has to give up theirs. Below them is what was promised, and how far it is."
    ),
    begin=(wishes.REPORT, mark("Press {key} to report an incident.")),
    shown=board.shown,
)
