"""The nine panes that every seat has, in the order of their keys, and those that only some exercises have."""

from scenarios.texts import tr, trc
from simulator.tui.seat import (
    board,
    brief,
    committee,
    conduct,
    conflict,
    floor,
    history,
    hotline,
    inputs,
    interests,
    meetings,
    messages,
    offers,
    paper,
    papers,
    preparation,
    record,
)
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
MORE: tuple[Pane, ...] = (
    history.PANE,
    hotline.PANE,
    committee.PANE,
    inputs.PANE,
    messages.PANE,
    preparation.PANE,
    conflict.PANE,
    conduct.PANE,
)
"""Panes that an exercise has where it plays what they show; one key opens them in turn."""
ALL = (*PANES, *MORE)
HISTORY = ALL.index(history.PANE)
BRIEF = PANES.index(brief.PANE)
PAPERS = PANES.index(papers.PANE)
OFFERS = PANES.index(offers.PANE)
RECORD = PANES.index(record.PANE)
MEETINGS = PANES.index(meetings.PANE)


def short_names() -> tuple[str, ...]:
    """The names of the panes where there is little room."""
    return (
        # Translators: the names of nine panes stand on one line: at most 50 letters together, or they become numbers.
        trc("short name of a pane", "Board"),
        trc("short name of a pane", "Brief"),
        trc("short name of a pane", "Floor"),
        trc("short name of a pane", "Meet"),
        trc("short name of a pane", "Interests"),
        trc("short name of a pane", "Offers"),
        trc("short name of a pane", "Text"),
        trc("short name of a pane", "Papers"),
        trc("short name of a pane", "Record"),
        *(tr(pane.name) for pane in MORE),
    )
