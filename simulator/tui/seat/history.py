"""History: how each clause of the texts that this seat may read came to read as it does."""

from textual.content import Content

from scenarios.texts import mark
from simulator.engine.view.shapes import View
from simulator.tui.boards import history
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.record import Narrator, unsaid


def detail(view: View, pick: str | None, narrate: Narrator = unsaid, width: int = 78) -> Content:
    """What happened with a clause or a text, in sentences where somebody narrates."""
    return history.detail(view, pick, narrate, width)


PANE = Pane(
    mark("History"),
    history.rows,
    detail,
    mark("No text is on the table yet."),
    (),
    mark(
        "How each article came to read as it does: who proposed, bracketed, narrowed and lifted what, when and in "
        "which version. Words that were taken out stand in `[-…-]`, words that were put in stand in `{+…+}`."
    ),
    shown=history.shown,
)
