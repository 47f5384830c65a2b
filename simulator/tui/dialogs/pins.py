"""The sheet of PINs: shown once, to the trainer."""

import os
from collections.abc import Mapping
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from scenarios.texts import tr
from simulator.tui.boards.line import cell, row, words
from simulator.tui.safe import safe

FOLDER = "."
"""Where the sheet is saved: where the program was started."""


class PinSheet(ModalScreen[None]):
    """Seats and their new PINs, which can be read only here."""

    CSS_PATH = "question.tcss"
    BINDINGS = [
        Binding("escape,enter", "close", "Close", id="pins.close"),
        Binding("s", "save", "Save to a file", id="pins.save"),
    ]

    def __init__(
        self, pins: Mapping[str, str], names: Mapping[str, str], session: str, people: Mapping[str, str] | None = None
    ) -> None:
        super().__init__()
        self.people = dict(people or {})
        """Who plays a seat, where somebody wrote it down."""
        self.pins = dict(pins)
        self.names = dict(names)
        self.session = session

    def rows(self) -> list[Content]:
        """A seat, its PIN and who plays it, a line each."""
        return [
            row(cell(self.names.get(s, s), 34), words(f"{p[:3]} {p[3:]}", "bold"), cell(self.people.get(s, ""), 28))
            for s, p in self.pins.items()
        ]

    def compose(self) -> ComposeResult:
        """The list and what to do with it."""
        with Vertical(id="question"):
            yield Static(tr("PINs: write them down now, they are not shown again"), id="question-title")
            with VerticalScroll(id="sheet"):
                yield Static(Content("\n").join(self.rows()))
            yield Static(tr("S saves them to a file that only you can read."), id="count")
            with Horizontal(id="question-buttons"):
                yield Button(safe(tr("Save (S)")), id="save", compact=True)
                yield Button(safe(tr("Close")), variant="primary", id="close", compact=True)

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#sheet").focus()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Write the sheet to a new file of mode 0600."""
        said = self.query_one("#count", Static)
        try:
            path = self.write(Path(FOLDER))
            said.update(safe(tr("Saved to {path}. Delete it when the sheet is printed.", path=path)))
        except OSError as error:
            said.update(safe(tr("It could not be saved: {error}. Write the PINs down.", error=error.strerror)))

    def write(self, folder: Path) -> Path:
        """Write the sheet; never over another file."""
        for number in range(1, 100):
            path = folder / f"pins-{number}.txt"
            try:
                handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
            except FileExistsError:
                continue
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(self.session + "\n\n" + "\n".join(r.plain for r in self.rows()) + "\n")
            return path.resolve()
        raise FileExistsError(17, tr("there are too many such files"))

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Forget the PINs."""
        self.pins.clear()
        self.dismiss(None)
