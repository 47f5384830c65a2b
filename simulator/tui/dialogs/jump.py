"""Jumping: a letter on whatever the focus can go to; typing it goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from scenarios.texts import mark, tr
from simulator.tui.widgets.panes import Panes

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


@dataclass(frozen=True, slots=True)
class Target:
    """Somewhere to go."""

    at: Offset
    go: Callable[[], object]


def targets(screen: Screen[Any]) -> tuple[Target, ...]:
    """Where the focus can go on a screen, and the panes that it can open, from top to bottom."""
    found: list[Target] = []
    for widget in screen.focus_chain:
        seen = widget.region.intersection(screen.region)
        if seen.area and screen.region.contains_point(widget.region.offset):
            found.append(Target(seen.offset, partial(_reach, widget)))
    for row in screen.query(Panes):
        if row.display and row.region.area:
            found += [Target(row.region.offset + Offset(x, 0), partial(row.open, at)) for at, x in row.places()]
    return tuple(sorted(found, key=lambda one: (one.at.y, one.at.x))[: len(LETTERS)])


def _reach(widget: Any) -> None:
    widget.focus()
    widget.scroll_visible(animate=False)


class JumpPage(ModalScreen[None]):
    """The letters over what is there."""

    DEFAULT_CSS = """
    JumpPage { background: transparent; }
    JumpPage Static { position: absolute; width: 3; height: 1; text-style: bold reverse; }
    JumpPage #how { dock: bottom; width: 100%; position: relative; }
    """
    BINDINGS = [Binding("escape,ctrl+o,semicolon", "back", mark("Back"), show=False, id="jump.back")]

    def __init__(self, there: Sequence[Target]) -> None:
        super().__init__()
        self.there = dict(zip(LETTERS, there, strict=False))

    def compose(self) -> ComposeResult:
        """A letter for each place."""
        for letter, target in self.there.items():
            label = Static(Content(f" {letter} "))
            label.styles.offset = (target.at.x, target.at.y)
            yield label
        yield Static(tr("Type a letter to go there; Esc goes back."), id="how")

    def on_key(self, event: events.Key) -> None:
        """Go where the letter stands; any other key goes nowhere."""
        target = self.there.get(event.character or "")
        if target is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(None)
            self.app.call_after_refresh(target.go)

    def action_back(self) -> None:
        """Stay where one was."""
        self.dismiss(None)
