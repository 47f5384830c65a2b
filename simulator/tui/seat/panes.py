"""The nine panes of a seat, in the order of their keys."""

from simulator.tui.seat import board, brief, floor, interests, meetings, offers, paper, papers, record
from simulator.tui.seat.pane import Pane

PANES: tuple[Pane, ...] = (
    board.PANE,
    brief.PANE,
    floor.PANE,
    meetings.PANE,
    interests.PANE,
    offers.PANE,
    paper.PANE,
    papers.PANE,
    record.PANE,
)
BRIEF = PANES.index(brief.PANE)
PAPERS = PANES.index(papers.PANE)
RECORD = PANES.index(record.PANE)
MEETINGS = PANES.index(meetings.PANE)
