"""The row of panes: numbered, clickable, with a mark where something waits."""

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

NUMBERED = 9
"""Panes that have a figure of their own."""


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
        needed = _needed(labels)
        for kept in (self._behind_one_key(labels), {at: label for at, label in labels.items() if at < NUMBERED}):
            if needed > width and self.chosen < NUMBERED and not any(self._mark(at) for at in labels if at not in kept):
                labels, needed = kept, _needed(kept)
        if needed > width:
            labels = {at: f"{_key(at)} {name}{self._mark(at)}" for at, name in enumerate(self.names) if name}
            labels = {at: label if at == self.chosen else f"{_key(at)}{self._mark(at)}" for at, label in labels.items()}
        roomy = needed + len(labels) <= width
        parts = []
        for at, label in labels.items():
            label = f" {label} " if roomy or at == self.chosen else f"{label} "
            said = Content.styled(label, "bold reverse") if at == self.chosen else Content(label)
            parts.append(said.stylize(Style.from_meta({"@click": f"screen.pane({at + 1})"})))
        return Content("").join(parts)

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
    return sum(len(label) for label in labels.values()) + len(labels) + 1


def _key(at: int) -> int:
    """The figure that opens a pane."""
    return at + 1 if at < NUMBERED else 0
