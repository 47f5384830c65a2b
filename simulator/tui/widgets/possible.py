"""The footer: what is possible now, as many keys as there is room for, and how many more the menu has."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from scenarios.texts import tr
from simulator.tui.deeds import Deed

MOST = 7
"""Keys at 80 columns; wider terminals show more."""


class Possible(Widget):
    """A line of keys that can be pressed or clicked."""

    DEFAULT_CSS = """
    Possible { dock: bottom; height: 1; background: $panel; color: $foreground; }
    """

    deeds: reactive[tuple[Deed, ...]] = reactive((), layout=False)
    """The deeds that are possible now, most useful first."""
    last: reactive[tuple[Deed, ...]] = reactive((), layout=False)
    """The deeds that always stand at the end: the menu and the help."""

    def render(self) -> Content:
        """As many deeds as fit before the last ones."""
        width = self.size.width
        tail = [self._one(d) for d in self.last]
        room = width - sum(cell_len(t.plain) for t in tail)
        most = MOST - len(self.last) if width <= 80 else MOST + (width - 80) // 12
        keys = [self._one(d) for d in self.deeds]
        fits, more = 0, ""
        for many in range(min(most, len(keys)), -1, -1):
            more = f"+{len(keys) - many} " if many < len(keys) else ""
            fits = many
            if sum(cell_len(k.plain) for k in keys[:many]) + len(more) <= room:
                break
        shown = keys[:fits]
        room -= sum(cell_len(k.plain) for k in shown) + len(more)
        return Content("").join([*shown, Content(" " * max(0, room)), Content.styled(more, "dim"), *tail])

    @staticmethod
    def _one(deed: Deed) -> Content:
        click = Style.from_meta({"@click": f"screen.deed('{deed.id}')"})
        key = Content.styled(f" {deed.keycap} ", "bold reverse")
        return Content("").join([key, Content(f" {tr(deed.label)} ")]).stylize(click)

    def show(self, deeds: Sequence[Deed], last: Sequence[Deed]) -> None:
        """Change what is possible."""
        self.deeds = tuple(deeds)
        self.last = tuple(last)
