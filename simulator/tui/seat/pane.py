"""What a pane of the seat's screen is: rows to move in, what stands behind a row, and its wishes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from scenarios.texts import tr
from simulator.engine.view.shapes import View
from simulator.tui.seat.wishes import Wish

Row = tuple[str, Content]
"""The id (`kind:…`) and the line of a row."""


@dataclass(frozen=True, slots=True)
class Pane:
    """One pane, as plain functions from the view; its words are marked, and said with `tr`."""

    name: str
    rows: Callable[[View], Sequence[Row]]
    detail: Callable[[View, str | None], Content]
    empty: str
    """What to say while there is no row."""
    wishes: tuple[Wish, ...]
    """What can be asked for here, most useful first; Enter does the first that is possible."""
    help: str
    begin: tuple[Wish, str] | None = None
    """The wish that makes the first row, and the words to press its key, `{key}`."""
    shown: Callable[[View], bool] = lambda view: True
    """Whether this exercise has what it shows."""

    def nothing(self, view: View) -> str:
        """What to say while there is no row, and which key to press, or why there is none to press."""
        if self.begin is None:
            acts = [w for w in self.wishes if w.key and w.footer and w.why_not(view, None) is None]
            said = tr(", ").join(f"{w.deed.keycap} {tr(w.label)}" for w in acts)
            possible = tr("Possible here: {acts}.", acts=said)
            return f"{tr(self.empty)} {possible}" if said else tr(self.empty)
        wish, press = self.begin
        if wish.act is not None and wish.act not in view.can:
            here = tr("Your role makes none: what others do shows here, and 9 says what has happened.")
            return f"{tr(self.empty)} {here}"
        why = wish.why_not(view, None)
        return f"{tr(self.empty)} {why or tr(press, key=wish.deed.keycap)}"
