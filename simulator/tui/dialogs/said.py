"""What the program said in this sitting, to be read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from scenarios.texts import clock, mark, tr
from simulator.tui.safe import one_line


@dataclass(frozen=True, slots=True)
class Said:
    """A message."""

    at: datetime
    title: str
    text: str
    severity: str


SIGNS = {"warning": mark("Take care"), "error": mark("Trouble")}


class SaidPage(ModalScreen[None]):
    """The messages of this sitting, the latest first."""

    CSS_PATH = "question.tcss"
    BINDINGS = [Binding("escape,q,enter,exclamation_mark", "back", mark("Back"), show=False, id="page.back")]

    def __init__(self, said: Sequence[Said]) -> None:
        super().__init__()
        self.said = tuple(said)

    def compose(self) -> ComposeResult:
        """Title, messages, the way back."""
        with Vertical(id="said-page"):
            yield Static(tr("Messages"), classes="page-title")
            with VerticalScroll(id="said"):
                if not self.said:
                    yield Static(tr("Nothing was said yet since you sat down. Messages of others are not kept here."))
                for one in reversed(self.said):
                    yield Static(_told(one), classes="one")
            yield Static(tr("Esc goes back."), classes="page-keys")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#said").focus()

    def action_back(self) -> None:
        """Close the page."""
        self.dismiss(None)


def _told(one: Said) -> Content:
    head = clock(one.at)
    for part in (tr(SIGNS[one.severity]) if one.severity in SIGNS else "", one_line(one.title)):
        head += f" · {part}" if part else ""
    return Content("\n").join([Content.styled(head, "bold"), *(Content(one_line(r)) for r in one.text.splitlines())])
