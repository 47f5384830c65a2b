"""The menu of everything that a screen can do, with the reason where something is not possible now."""

from collections.abc import Sequence
from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from scenarios.texts import tr
from simulator.tui.deeds import Deed
from simulator.tui.safe import lines, one_line


class Acts(ModalScreen[str | None]):
    """All deeds as `Area: deed`, found by typing; gives the id of the one that was picked."""

    CSS_PATH = "question.tcss"
    BINDINGS = [
        Binding("escape", "cancel", "Back", id="acts.back"),
        Binding("down", "move('cursor_down')", show=False, priority=True, id="acts.down"),
        Binding("up", "move('cursor_up')", show=False, priority=True, id="acts.up"),
        Binding("pagedown", "move('page_down')", show=False, priority=True, id="acts.page_down"),
        Binding("pageup", "move('page_up')", show=False, priority=True, id="acts.page_up"),
    ]

    def __init__(self, deeds: Sequence[tuple[Deed, str | None]]) -> None:
        super().__init__()
        self.deeds = tuple(deeds)
        """Deeds, each with why it is not possible now, or None."""

    def compose(self) -> ComposeResult:
        """A field to search, and the list."""
        with Vertical(id="acts"):
            yield Input(placeholder=tr("Type to find an act; Enter does it, Esc goes back"), compact=True, id="find")
            yield OptionList(compact=True, id="list")

    def on_mount(self) -> None:
        """List everything, unless it was left before it was there."""
        with suppress(NoMatches):
            self.list_acts("")
            self.query_one(Input).focus()

    @on(Input.Changed)
    def found(self, event: Input.Changed) -> None:
        """List what the typed words are in."""
        self.list_acts(event.value)

    def list_acts(self, words: str) -> None:
        """The possible deeds first, then the others with the reason."""
        field = self.query_one(OptionList)
        field.clear_options()
        wanted = words.lower().split()
        known = [
            (deed, why) for deed, why in self.deeds
            if all(word in f"{tr(deed.area)} {tr(deed.label)} {tr(deed.hint)}".lower() for word in wanted)
        ]  # fmt: skip
        width = max([5, *(len(deed.keycap) for deed, _ in self.deeds)])
        for deed, why in sorted(known, key=lambda pair: pair[1] is not None):
            field.add_option(Option(self._entry(deed, why, width), id=deed.id, disabled=why is not None))
        field.action_first()

    @staticmethod
    def _entry(deed: Deed, why: str | None, width: int) -> Content:
        key = Content.styled(f"{deed.keycap:>{width}}  ", "bold")
        name = Content(tr("{area}: {act}", area=tr(deed.area), act=tr(deed.label)))
        if why is not None:
            return key + name + Content.styled("  " + tr("not now: {why}", why=one_line(why)), "italic")
        return key + name + Content.styled(f"  {tr(deed.hint)}", "dim")

    def action_move(self, way: str) -> None:
        """Move in the list while the focus stays in the search."""
        getattr(self.query_one(OptionList), f"action_{way}")()

    @on(Input.Submitted)
    def entered(self) -> None:
        """Enter does the highlighted deed."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def picked(self, event: OptionList.OptionSelected) -> None:
        """Give the deed."""
        self.dismiss(event.option_id)

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)


class Help(ModalScreen[None]):
    """The help of a screen and its keys, from the same table as the keys themselves."""

    CSS_PATH = "question.tcss"
    BINDINGS = [Binding("escape,q,f1,question_mark,enter", "back", "Back", id="help.back")]

    def __init__(self, text: str, deeds: Sequence[Deed]) -> None:
        super().__init__()
        self.text = text
        self.deeds = tuple(deeds)

    def compose(self) -> ComposeResult:
        """The text, then the keys by area."""
        areas: dict[str, list[Deed]] = {}
        for deed in self.deeds:
            areas.setdefault(deed.area, []).append(deed)
        parts = [lines(self.text)]
        for area, deeds in areas.items():
            rows = [Content.styled(tr(area), "bold")]
            rows += [Content(f"{d.keycap or 'a':>7}  {_explained(d)}") for d in deeds]
            parts.append(Content("\n").join(rows))
        parts.append(Content(tr("Esc goes back. To mark text with the terminal's own selection, hold Shift.")))
        with VerticalScroll(id="help"):
            yield Static(Content("\n\n").join(parts))

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#help").focus()

    def action_back(self) -> None:
        """Close the help."""
        self.dismiss(None)


def _explained(deed: Deed) -> str:
    """What a deed is called, and what it does."""
    if not deed.hint:
        return tr(deed.label)
    return tr("{act}: {hint}", act=tr(deed.label), hint=tr(deed.hint))
