"""The join code on a sheet, for the trainer to say, show and change."""

from collections.abc import Sequence
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from scenarios.texts import tr
from simulator.journal.codes import spelled, written
from simulator.tui.boards.line import page, paragraph, words
from simulator.tui.joining import lines_to_type, qr
from simulator.tui.safe import safe

Change = Literal["new", "close"]


class JoinCode(ModalScreen[Change | None]):
    """The code, how it is said, what people type, and the QR of the page where there is one."""

    CSS_PATH = "question.tcss"
    BINDINGS = [
        Binding("escape,enter,q", "shut", "Close", id="code.shut"),
        Binding("n", "new", "New code", id="code.new"),
        Binding("c", "close", "Close the door", id="code.close"),
        Binding("r", "qr", "QR", id="code.qr"),
    ]

    def __init__(self, code: str | None, session: str, db: str = "", url: str = "") -> None:
        super().__init__()
        self.code = code
        self.session = session
        self.db = db
        self.url = url
        """The page for browsers; empty where none is served that others can reach."""
        self.shows_qr = False

    def compose(self) -> ComposeResult:
        """The code and what to do with it."""
        with Vertical(id="question"):
            yield Static(safe(tr("Join code of {session}", session=self.session)), id="question-title")
            with VerticalScroll(id="sheet"):
                yield Static(self.told(), id="told")
            with Horizontal(id="question-buttons"):
                yield Button(safe(tr("New code (N)")), id="new", compact=True)
                yield Button(safe(tr("Close the door (C)")), id="close", compact=True, disabled=self.code is None)
                if self.url and self.code is not None:
                    yield Button(safe(tr("QR (R)")), id="qr", compact=True)
                yield Button(safe(tr("Back")), variant="primary", id="shut", compact=True)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#sheet").focus()

    def told(self) -> Content:
        """What stands on the sheet."""
        if self.code is None:
            return words(tr("The door is closed: nobody can join by a code. N makes one."))
        if self.shows_qr:
            drawn = Content("\n").join(Content.styled(line, "black on white") for line in qr(self.url))
            return page(drawn, words(f"{self.url}   {written(self.code)}", "bold"))
        return page(
            Content("\n").join([words(written(self.code), "bold reverse"), words(spelled(self.code))]),
            *(paragraph(where, words(typed)) for where, typed in self._lines()),
            words(tr("A code opens the curtain; each seat still asks for its PIN, and the console for yours.")),
        )

    def _lines(self) -> Sequence[tuple[str, str]]:
        assert self.code is not None
        browser = [(tr("In a browser:"), self.url)] if self.url else []
        return [*browser, *lines_to_type(self.code, self.db)]

    @on(Button.Pressed, "#new")
    def action_new(self) -> None:
        """Have another code."""
        self.dismiss("new")

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Let nobody join any more."""
        if self.code is not None:
            self.dismiss("close")

    @on(Button.Pressed, "#qr")
    def action_qr(self) -> None:
        """Show the QR of the page instead of the lines, or the lines again."""
        if self.url and self.code is not None:
            self.shows_qr = not self.shows_qr
            self.query_one("#sheet").set_class(self.shows_qr, "-qr")
            self.query_one("#told", Static).update(self.told())

    @on(Button.Pressed, "#shut")
    def action_shut(self) -> None:
        """Back."""
        self.dismiss(None)
