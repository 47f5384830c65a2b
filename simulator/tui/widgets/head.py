"""The head of every screen of a session: what is played, the clock, the phase, and who sits here."""

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from scenarios.texts import mark, tr
from simulator.engine import TRAINER, View
from simulator.tui.boards.line import series
from simulator.tui.boards.timing import phase_line, time_line
from simulator.tui.safe import one_line

ROOMY = 100
"""Columns from which a title is rather cut than left out."""

STOP = mark("STOP: play has stopped for everybody. Nobody has to say why.")


class Head(Widget):
    """Two lines, and a third one when somebody said the stop word."""

    DEFAULT_CSS = """
    Head { height: 2; background: $panel; color: $foreground; padding: 0 1; }
    Head.-stopped { height: 3; }
    """

    view: reactive[View | None] = reactive(None, layout=False)

    def watch_view(self, view: View | None) -> None:
        """Make room for the stop line."""
        self.set_class(view is not None and view.clock.state == "stopped", "-stopped")

    def render(self) -> Content:
        """Title and seat; then clock and phase."""
        if self.view is None:
            return Content("")
        width = self.content_size.width
        rows = [
            first_line(self.view, width),
            ends(time_line(self.view.clock), phase_line(self.view.clock), width),
        ]
        if self.view.clock.state == "stopped":
            rows.append(Content.styled(f" {tr(STOP)} ".center(width), "bold reverse"))
        return Content("\n").join(rows)


def first_line(view: View, width: int) -> Content:
    """What is played, and who sits here: name and party come before the title, the title before the function.

    What does not fit is left out whole; only from `ROOMY` columns on is a title worth cutting.
    """
    title = one_line(f"{view.title} · {view.name}" if view.name else view.title)
    short = one_line(view.title)
    name = whole = tr("Exercise control")
    if view.seat != TRAINER and view.me is None:
        name = whole = tr("Rater: {name}", name=one_line(view.seat))
    if view.me is not None:
        name = one_line(f"{view.me.name} ({view.party.short})" if view.party else view.me.name)
        whole = one_line(series((name, view.me.title)))
    for left, right in ((title, whole), (short, whole), (title, name), (short, name)):
        if cell_len(left) + cell_len(right) < width:
            return ends(left, right, width, "bold")
    return ends(title if width >= ROOMY else "", name, width, "bold")


def ends(left: str, right: str, width: int, style: str = "") -> Content:
    """Words at both ends of a line; the left ones give way."""
    right = one_line(right)
    left = one_line(left)
    room = width - cell_len(right) - 1
    if cell_len(left) > room:
        left = set_cell_size(left, max(0, room - 1)) + "…"
    left = set_cell_size(left, max(0, room))
    said = Content.styled(left, style) if style else Content(left)
    return Content(" ").join([said, Content(right)])
