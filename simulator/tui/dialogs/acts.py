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

from scenarios.texts import mark, tr
from simulator.tui.deeds import Deed
from simulator.tui.everywhere import MENU
from simulator.tui.safe import lines, one_line
from simulator.tui.widgets.listing import plain

SHIFT = mark("Esc goes back. To mark text with the terminal's own selection, hold Shift (in iTerm2, Option).")
OWN_KEYS = mark("You have chosen keys of your own: the list says them, the text above the usual ones.")
RECENT = 3
"""Deeds of before that stand on top."""


class Acts(ModalScreen[Deed | None]):
    """All deeds as `Area: deed`, found by typing; gives the one that was picked."""

    CSS_PATH = "question.tcss"
    BINDINGS = [
        Binding("escape", "cancel", "Back", id="acts.back"),
        Binding("down", "move('cursor_down')", show=False, priority=True, id="acts.down"),
        Binding("up", "move('cursor_up')", show=False, priority=True, id="acts.up"),
        Binding("pagedown", "move('page_down')", show=False, priority=True, id="acts.page_down"),
        Binding("pageup", "move('page_up')", show=False, priority=True, id="acts.page_up"),
    ]

    def __init__(self, deeds: Sequence[tuple[Deed, str | None]], recent: Sequence[str] = ()) -> None:
        super().__init__()
        self.deeds = tuple(deeds)
        """Deeds, each with why it is not possible now, or None."""
        self.recent = tuple(recent)
        """The names of the deeds that were picked before, the last one first."""

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
        """What was done last, then what is possible, then the rest with the reason."""
        field = self.query_one(OptionList)
        field.clear_options()
        wanted = plain(words).split()
        known = [
            (at, deed, why) for at, (deed, why) in enumerate(self.deeds)
            if all(word in plain(f"{tr(deed.area)} {tr(deed.label)} {tr(deed.hint)}") for word in wanted)
        ]  # fmt: skip
        width = max([5, *(len(deed.keycap) for deed, _ in self.deeds)])
        for at, deed, why in sorted(known, key=lambda one: self._rank(one[1], one[2])):
            field.add_option(Option(self._entry(deed, why, width), id=f"deed-{at}", disabled=why is not None))
        if not known:
            field.add_option(Option(Content(tr("Nothing is called that. Esc goes back.")), disabled=True))
        field.action_first()

    def _rank(self, deed: Deed, why: str | None) -> int:
        recent = self.recent[:RECENT]
        if why is not None:
            return RECENT + 1
        return recent.index(deed.name) if deed.name in recent else RECENT

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
        if event.option_id is not None:
            self.dismiss(self.deeds[int(event.option_id.removeprefix("deed-"))][0])

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
        if any(deed.keys != deed.key for deed in self.deeds):
            parts.append(Content(tr(OWN_KEYS)))
        for area, deeds in areas.items():
            rows = [Content.styled(tr(area), "bold")]
            rows += [Content(f"{d.keycap or MENU.keycap:>7}  {_explained(d)}") for d in deeds]
            parts.append(Content("\n").join(rows))
        parts.append(Content(tr(SHIFT)))
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
