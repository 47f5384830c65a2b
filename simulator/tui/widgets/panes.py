"""The row of panes: numbered, clickable, with a mark where something waits."""

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from scenarios.texts import mark
from simulator.tui.deeds import Deed
from simulator.tui.keymap import FIGURES, NOUGHT

NUMBERED = 9
"""Panes that have a figure of their own."""
MORE = "pane.more"


class Panes(Widget):
    """Names of panes on one line; the open one is reversed and stands in brackets where there is no colour.

    Panes without a name are left out; those after the ninth share the key 0.
    """

    DEFAULT_CSS = """
    Panes { height: 1; background: $surface; }
    """

    names: reactive[tuple[str, ...]] = reactive((), layout=False)
    chosen: reactive[int] = reactive(0, layout=False)
    waiting: reactive[tuple[int, ...]] = reactive((), layout=False)
    """How many things wait, pane by pane."""

    def render(self) -> Content:
        """The names with their numbers."""
        return Content("").join(part for _, part in self._parts())

    def places(self) -> list[tuple[int, int]]:
        """Each pane with the column where its name begins."""
        found, column = [], 0
        for at, part in self._parts():
            found.append((at, column))
            column += cell_len(part.plain)
        return found

    def open(self, at: int) -> None:
        """Open a pane, as a click on it does."""
        self.screen.call_later(self.screen.run_action, f"pane({at + 1})")

    def _parts(self) -> list[tuple[int, Content]]:
        width = self.size.width
        labels = {at: f"{_key(at)} {name}{self._mark(at)}" for at, name in enumerate(self.names) if name}
        needed = _needed(labels)
        for kept in (self._behind_one_key(labels), {at: label for at, label in labels.items() if at < NUMBERED}):
            if needed > width and self.chosen < NUMBERED and not any(self._mark(at) for at in labels if at not in kept):
                labels, needed = kept, _needed(kept)
        if needed > width:
            labels = {at: f"{_key(at)} {name}{self._mark(at)}" for at, name in enumerate(self.names) if name}
            labels = {at: label if at == self.chosen else f"{_key(at)}{self._mark(at)}" for at, label in labels.items()}
        roomy = needed + len(labels) <= width
        parts: list[tuple[int, Content]] = []
        for at, label in labels.items():
            label = f" {label} " if roomy or at == self.chosen else f"{label} "
            said = Content.styled(label, "bold reverse") if at == self.chosen else Content(label)
            parts.append((at, said.stylize(Style.from_meta({"@click": f"screen.pane({at + 1})"}))))
        return parts

    def _behind_one_key(self, labels: dict[int, str]) -> dict[int, str]:
        """The labels with those that share a key in one."""
        first = next((at for at in labels if at >= NUMBERED), None)
        return {at: label for at, label in labels.items() if at < NUMBERED} | ({} if first is None else {first: "0+"})

    def _mark(self, at: int) -> str:
        """What stands behind a pane where something waits."""
        waits = self.waiting[at] if at < len(self.waiting) else 0
        return f"!{waits}" if waits else ""


def _needed(labels: dict[int, str]) -> int:
    """The cells that labels take with a space between them and one before the open one."""
    return sum(cell_len(label) for label in labels.values()) + len(labels) + 1


def _key(at: int) -> str:
    """The key that opens a pane, as it is printed: the figure, unless somebody chose another."""
    return pane_deed(at, "").keycap


def pane_deed(at: int, name: str) -> Deed:
    """The way to a pane."""
    own = at < NUMBERED
    binding = f"pane.{at + 1}" if own else MORE
    keys = f"{at + 1},{FIGURES[at]}" if own else NOUGHT
    return Deed(f"pane{at + 1}", keys, name, mark("Go to"), action=f"pane({at + 1})", binding=binding)


def pane_keys(count: int, *, more: bool = False) -> list[BindingType]:
    """The keys of a screen's panes: figures, those of a French keyboard too, and steps that no keyboard hides."""
    deeds = [pane_deed(at, "") for at in range(count)]
    made: list[BindingType] = [Binding(d.key, d.action, mark("Pane"), show=False, id=d.name) for d in deeds]
    if more:
        made.append(Binding(NOUGHT, "more", mark("More panes"), show=False, id=MORE))
    return [
        *made,
        Binding("comma,left_square_bracket", "step(-1)", mark("Pane before"), show=False, id="pane.before"),
        Binding("full_stop,right_square_bracket", "step(1)", mark("Pane after"), show=False, id="pane.after"),
    ]
