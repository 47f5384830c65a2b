"""The pre-flight check on a page: what blocks first, each line with what mends it."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from scenarios.texts import tr
from simulator.tui.boards.line import words
from simulator.tui.dialogs.question import Question
from simulator.tui.preflight.rows import SAID, Row, State, pressing, summary
from simulator.tui.safe import safe

STYLES = {State.OK: "dim", State.TO_DO: "bold", State.BLOCKS: "bold reverse"}


class Preflight(Question[bool]):
    """The lines of the check; before a start it asks whether to start all the same."""

    CSS = """
    Preflight #question { width: 100; }
    Preflight #question-title { margin-bottom: 0; }
    Preflight #lines { height: auto; max-height: 68vh; }
    """
    BINDINGS = [
        Binding("v,q,n", "cancel", "Close", show=False, id="preflight.close"),
        Binding("y", "accept", "Start all the same", show=False, id="preflight.start"),
        Binding("left,right", "app.focus_next", show=False, id="preflight.other"),
    ]

    def __init__(self, rows: Sequence[Row], *, start: bool = False) -> None:
        title = tr("Start the clock?") if start else tr("Pre-flight check")
        super().__init__(title, yes=tr("Start all the same"), no=tr("Not yet") if start else tr("Close"))
        self.rows = tuple(rows)
        self.start = start

    def compose(self) -> ComposeResult:
        """The summary, the lines, the buttons."""
        with Vertical(id="question"):
            yield Static(safe(self.question_title), id="question-title")
            yield Static(safe(summary(self.rows)), id="summary")
            with VerticalScroll(id="lines"):
                yield Static(Content("\n").join(lines(self.rows)), markup=False)
            with Horizontal(id="question-buttons"):
                if self.start:
                    yield Button(safe(self.yes), id="yes", compact=True)
                yield Button(safe(self.no), variant="primary", id="no", compact=True)

    def on_mount(self) -> None:
        """Start on the safe button; the arrows scroll the lines."""
        self.query_one("#no" if self.start else "#lines").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is started where nobody asked for it."""
        return self.start if action == "accept" else super().check_action(action, parameters)

    def answer(self) -> bool:
        """Yes: the other button gives nothing."""
        return True


def lines(rows: Sequence[Row]) -> Iterator[Content]:
    """Each line with its state, and under it what mends it."""
    for row in pressing(rows):
        state = words(f"[{tr(SAID[row.state])}]", STYLES[row.state])
        yield state + safe(" ") + words(row.name, "bold") + safe(f"  {row.text}")
        if row.mend:
            yield safe(f"    → {row.mend}")
