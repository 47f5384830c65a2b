"""Searching a list: a line at the bottom; the cursor goes to what is found while one types."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from scenarios.texts import mark, tr, trn
from simulator.tui.widgets.listing import Listing, go_on, matches


class SearchLine(ModalScreen[None]):
    """Type to find; Enter stays there, Esc goes back to where one was."""

    DEFAULT_CSS = """
    SearchLine { background: transparent; align-vertical: bottom; }
    SearchLine Horizontal { height: 1; background: $panel; }
    SearchLine #sought { width: 1fr; }
    SearchLine Static { width: auto; padding: 0 1; }
    """
    BINDINGS = [
        Binding("escape", "back", mark("Back"), show=False, id="search.back"),
        Binding("down", "step(1)", mark("Next"), show=False, id="search.next"),
        Binding("up", "step(-1)", mark("Before"), show=False, id="search.before"),
    ]

    def __init__(self, there: OptionList) -> None:
        super().__init__()
        self.there = there
        self.begun = there.highlighted

    def compose(self) -> ComposeResult:
        """The word, the field, the count."""
        with Horizontal():
            yield Static(tr("Search"))
            yield Input(getattr(self.there, "sought", ""), compact=True, id="sought")
            yield Static(id="many")

    def on_mount(self) -> None:
        """Start in the field."""
        self.query_one(Input).focus()
        self.look()

    @on(Input.Changed)
    def look(self) -> None:
        """Go to the first that is found, from where one was."""
        words = self.query_one(Input).value
        found = matches(self.there, words)
        if isinstance(self.there, Listing):
            self.there.sought = words
        begun = self.begun or 0
        if found:
            self.there.highlighted = next((at for at in found if at >= begun), found[0])
        elif self.begun is not None:
            self.there.highlighted = self.begun
        said = trn("{n} found; Enter stays", "{n} found; Enter stays", len(found)) if words.strip() else ""
        self.query_one("#many", Static).update(said)

    def action_step(self, by: int) -> None:
        """Go on to the next or back."""
        go_on(self.there, self.query_one(Input).value, by)

    @on(Input.Submitted)
    def stay(self) -> None:
        """Stay where the cursor is."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Go back to where one was, and forget the words."""
        if isinstance(self.there, Listing):
            self.there.sought = ""
        self.there.highlighted = self.begun
        self.dismiss(None)
