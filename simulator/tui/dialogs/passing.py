"""Passing the keyboard: who is to sit down now, large enough to be read across the table, and the PIN."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Input, Static

from scenarios.texts import tr
from simulator.tui.boards.line import words
from simulator.tui.dialogs.question import Question

SPACED = 24
"""Letters of a name that are set with spaces between them; a longer one would not fit a narrow terminal."""


class Passing(Question[str]):
    """The name of whoever sits down next, and the field for the PIN, or a button where the seat has none."""

    def __init__(self, name: str, title: str, prompt: str = "", *, pinned: bool = True) -> None:
        super().__init__(tr("Pass the keyboard to …"), prompt, yes=tr("Open") if pinned else tr("I am here: open"))
        self.passed_to = name
        self.passed_title = title
        self.pinned = pinned

    def compose_answer(self) -> ComposeResult:
        """The name, then the field."""
        name = self.passed_to.upper()
        large = " ".join(name.replace(" ", "  ")) if len(name) <= SPACED else name
        lines = [words(""), words(f"  {large}  ", "bold reverse"), words(""), words(self.passed_title)]
        yield Static(Content("\n").join(lines), id="passed")
        if self.pinned:
            hint = tr("PIN, digits only")
            yield Input(password=True, restrict=r"[0-9]*", max_length=12, placeholder=hint, id="pin")

    def on_mount(self) -> None:
        """Start in the field, or on the button."""
        if self.pinned:
            self.query_one(Input).focus()
        else:
            self.query_one("#yes", Button).focus()

    @on(Input.Submitted)
    def sent(self) -> None:
        """Enter is OK."""
        self.action_accept()

    def answer(self) -> str | None:
        """The digits; a word where the seat has no PIN."""
        return self.query_one(Input).value or None if self.pinned else "open"
