"""The row of panes: numbered, clickable, with a mark where something waits."""

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget


class Panes(Widget):
    """Names of panes on one line; the open one is reversed and stands in brackets where there is no colour."""

    DEFAULT_CSS = """
    Panes { height: 1; background: $surface; }
    """

    names: reactive[tuple[str, ...]] = reactive((), layout=False)
    chosen: reactive[int] = reactive(0, layout=False)
    waiting: reactive[tuple[int, ...]] = reactive((), layout=False)
    """How many things wait, pane by pane."""

    def render(self) -> Content:
        """The names with their numbers."""
        roomy = self.size.width >= 100
        parts = []
        for at, name in enumerate(self.names):
            waits = self.waiting[at] if at < len(self.waiting) else 0
            label = f"{at + 1} {name}{f'!{waits}' if waits else ''}"
            label = f" {label} " if roomy or at == self.chosen else f"{label} "
            said = Content.styled(label, "bold reverse") if at == self.chosen else Content(label)
            parts.append(said.stylize(Style.from_meta({"@click": f"screen.pane({at + 1})"})))
        return Content("").join(parts)
