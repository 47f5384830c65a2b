"""The row of panes: numbered, clickable, with a mark where something waits."""

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget


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
        width = self.size.width
        labels = {at: f"{_key(at)} {name}{self._mark(at)}" for at, name in enumerate(self.names) if name}
        needed = sum(len(label) for label in labels.values()) + len(labels) + 1
        if needed > width:
            labels = {at: label if at == self.chosen else f"{_key(at)}{self._mark(at)}" for at, label in labels.items()}
        roomy = needed + len(labels) <= width
        parts = []
        for at, label in labels.items():
            label = f" {label} " if roomy or at == self.chosen else f"{label} "
            said = Content.styled(label, "bold reverse") if at == self.chosen else Content(label)
            parts.append(said.stylize(Style.from_meta({"@click": f"screen.pane({at + 1})"})))
        return Content("").join(parts)

    def _mark(self, at: int) -> str:
        """What stands behind a pane where something waits."""
        waits = self.waiting[at] if at < len(self.waiting) else 0
        return f"!{waits}" if waits else ""


def _key(at: int) -> int:
    """The figure that opens a pane."""
    return at + 1 if at < 9 else 0
