"""One line over everything while the journal is away: it stays until the journal is back."""

from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from scenarios.texts import tr
from simulator.tui.safe import one_line, safe


class AwayLine(Static):
    """What is the matter, and what waits."""

    DEFAULT_CSS = """
    AwayLine {
        dock: top; layer: away; width: 100%; height: auto; max-height: 4; padding: 0 1;
        background: $error; color: $text; text-style: bold;
    }
    """


def tell_away(screen: Screen[object], reason: str, waits: str) -> None:
    """Say on a screen that the journal is away, or no longer; texts in fields and the focus stay as they are."""
    said = " ".join(part for part in (tr("! The journal is away."), waits, one_line(reason)) if part)
    try:
        line = screen.query_one(AwayLine)
    except NoMatches:
        if reason:
            screen.mount(AwayLine(safe(said)))
        return
    if reason:
        line.update(safe(said))
    else:
        line.remove()
