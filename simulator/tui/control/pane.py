"""What the chapters of the console know of its panes."""

from simulator.tui.screen import SessionScreen


class PaneScreen(SessionScreen):
    """A screen with panes, one of which is open."""

    PLACE = "console"

    def picked_row(self, pane: str) -> str | None:
        """The row under the cursor where that pane is open."""
        return None
