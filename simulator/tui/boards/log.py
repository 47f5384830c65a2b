"""Log: every event as a sentence."""

from collections.abc import Callable

from textual.content import Content

from simulator.engine import Moment, View
from simulator.tui.boards.kept import Kept
from simulator.tui.boards.line import cell, clock, row, words


def rows(view: View, narrate: Callable[[Moment], str], kept: Kept | None = None) -> list[tuple[str, Content]]:
    """The latest events, newest first. `kept` spares the sentences that were written before."""

    def line(moment: Moment) -> Content:
        return row(cell(f"{moment.number}", 5, "dim"), cell(clock(moment.seconds), 8), words(narrate(moment)))

    return (kept or Kept()).rows(((str(moment.number), moment) for moment in reversed(view.log)), line)
