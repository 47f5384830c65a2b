"""The designer's questions: a new case, what to print, a page to read, a course to keep."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Select, Static

from scenarios.starting import TEMPLATES, fit_id, is_id
from scenarios.texts import LANGUAGES, tr
from simulator.tui.dialogs.question import Question
from simulator.tui.dialogs.words import LineQuestion
from simulator.tui.safe import clean, one_line, safe
from simulator.tui.widgets.marks import TickBox


class Begun(NamedTuple):
    """A case that is to be begun."""

    name: str
    template: str
    """Empty for a copy."""
    folder: Path


class Order(NamedTuple):
    """What is to be printed, and where."""

    folder: Path
    formats: tuple[str, ...]
    language: str


class NewCase(Question[Begun]):
    """The name of a new case, the template it begins with, and the folder it lies in."""

    def __init__(self, title: str, name: str, folder: Path, *, copy: bool = False) -> None:
        super().__init__(title, yes=tr("Begin"))
        self.suggested = name
        self.folder = folder
        self.copy = copy
        """Whether another case is copied, so that there is no template to choose."""

    def compose_answer(self) -> ComposeResult:
        """The fields."""
        yield Static(tr("Its name: lower-case words joined by hyphens"))
        yield Input(self.suggested, max_length=48, id="name", compact=True)
        if not self.copy:
            yield Static(tr("Begin with"))
            entries = [(safe(f"{name}: {tr(one.called)}"), name) for name, one in TEMPLATES.items()]
            yield Select(entries, value="classic", allow_blank=False, id="template", compact=True)
        yield Static(tr("The folder in which it gets a folder of its own"))
        yield Input(str(self.folder), max_length=400, id="folder", compact=True)
        yield Static(id="count")

    def on_mount(self) -> None:
        """Start with the name."""
        self.query_one("#name", Input).focus()

    @on(Input.Submitted)
    def sent(self) -> None:
        """Enter begins."""
        self.action_accept()

    def answer(self) -> Begun | None:
        """The case, where its name can be an id."""
        name = one_line(self.query_one("#name", Input).value)
        if not is_id(name):
            label = self.query_one("#count", Static)
            label.add_class("-over")
            label.update(safe(tr("This cannot be its name. The nearest one: {near}", near=fit_id(name))))
            return None
        template = "" if self.copy else str(self.query_one("#template", Select).value)
        return Begun(name, template, _folder(self.query_one("#folder", Input).value))


class WhatToPrint(Question[Order]):
    """The folder, the formats and the language of the papers."""

    def __init__(self, folder: Path, formats: Sequence[str], languages: Sequence[str]) -> None:
        super().__init__(tr("Print the papers of this case"), yes=tr("Print"))
        self.folder = folder
        self.formats = tuple(formats)
        """The formats there are, the usual one first."""
        self.languages = tuple(languages)

    def compose_answer(self) -> ComposeResult:
        """The fields."""
        yield Static(tr("Write them to which folder?"))
        yield Input(str(self.folder), max_length=400, id="folder", compact=True)
        for name in self.formats:
            yield TickBox(safe(name.upper()), name == self.formats[0], id=f"format-{name}")
        yield Static(tr("Language"))
        entries = [(safe(LANGUAGES.get(code, code)), code) for code in self.languages]
        yield Select(entries, value=self.languages[0], allow_blank=False, id="language", compact=True)
        yield Static(id="count")

    def on_mount(self) -> None:
        """Start with the folder."""
        self.query_one("#folder", Input).focus()

    @on(Input.Submitted)
    def sent(self) -> None:
        """Enter prints."""
        self.action_accept()

    def answer(self) -> Order | None:
        """The order, where a format is ticked."""
        formats = tuple(name for name in self.formats if self.query_one(f"#format-{name}", TickBox).value)
        if not formats:
            label = self.query_one("#count", Static)
            label.add_class("-over")
            label.update(tr("Tick one format at least."))
            return None
        language = str(self.query_one("#language", Select).value)
        return Order(_folder(self.query_one("#folder", Input).value), formats, language)


def _folder(typed: str) -> Path:
    return Path(clean(typed).strip() or ".").expanduser()


class Page(ModalScreen[None]):
    """A page to read; arrows scroll, Esc goes back."""

    DEFAULT_CSS = """
    Page { align: center middle; background: $background 60%; }
    Page #page { width: 100; max-width: 96%; height: auto; max-height: 94%; padding: 0 1; border: round $primary;
                 background: $surface; }
    Page #page-text { height: auto; max-height: 100vh; }
    Page #page-keys { height: 1; color: $text-muted; }
    """
    BINDINGS = [Binding("escape,q,enter", "back", "Back", id="page.back")]

    def __init__(self, text: Content) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        """The text, and what can be done."""
        with Vertical(id="page"):
            with VerticalScroll(id="page-text"):
                yield Static(self.text, id="page-words", markup=False)
            yield Static(safe(self.keys()), id="page-keys")

    def keys(self) -> str:
        """What can be done."""
        return tr("Arrows scroll; Esc goes back.")

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one("#page-text").focus()

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)


class Graph(Page):
    """The course of a case: as lines to read, or in Mermaid, which editors and web pages draw; it can be saved."""

    BINDINGS = [
        Binding("m", "other", "Mermaid", id="graph.other"),
        Binding("s", "save", "Save", id="graph.save"),
    ]

    def __init__(self, lines: str, mermaid: str, file: Path) -> None:
        super().__init__(safe(lines))
        self.lines = lines
        self.mermaid = mermaid
        self.file = file
        """Where to save it unless another file is named."""
        self.drawn = False
        """Whether the Mermaid text is shown."""

    def keys(self) -> str:
        """What can be done."""
        if self.drawn:
            return tr("M: as lines to read. S: save the Mermaid text. Esc goes back.")
        return tr("M: the Mermaid text. S: save it. Esc goes back.")

    def action_other(self) -> None:
        """Show the other form."""
        self.drawn = not self.drawn
        self.query_one("#page-words", Static).update(safe(self.mermaid if self.drawn else self.lines))
        self.query_one("#page-keys", Static).update(safe(self.keys()))
        self.query_one("#page-text").scroll_home(animate=False)

    def action_save(self) -> None:
        """Ask for a file, and write the Mermaid text to it."""
        self.run_worker(self._save(), group="save", exclusive=True)

    async def _save(self) -> None:
        question = LineQuestion(tr("Save the course to which file?"), text=str(self.file), longest=400)
        said = await self.app.push_screen_wait(question)
        if said is None:
            return
        file = _folder(said)
        try:
            with file.open("x", encoding="utf-8") as opened:
                opened.write(f"{self.mermaid}\n")
        except FileExistsError:
            self.app.notify(
                tr("{file} is there already. Name another file.", file=file), severity="warning", markup=False
            )
        except OSError as error:
            why = error.strerror or str(error)
            self.app.notify(tr("{file} cannot be written: {why}.", file=file, why=why), severity="error", markup=False)
        else:
            self.app.notify(tr("Saved to {file}.", file=file), markup=False)
