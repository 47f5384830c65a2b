"""Log: every event as a sentence."""

from collections.abc import Callable

from textual.content import Content

from simulator.engine import Moment, View
from simulator.tui.boards.line import cell, clock, row, words


def rows(view: View, narrate: Callable[[Moment], str]) -> list[tuple[str, Content]]:
    """The latest events, newest first."""
    return [
        (
            str(moment.number),
            row(cell(f"{moment.number}", 5, "dim"), cell(clock(moment.seconds), 8), words(narrate(moment))),
        )
        for moment in reversed(view.log)
    ]
