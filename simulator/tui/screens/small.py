"""Too small: what stands on a terminal that has no room for the screens."""

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from scenarios.texts import tr

LEAST = Size(60, 20)
"""Columns and rows that every screen needs."""


def is_too_small(size: Size) -> bool:
    """Whether a terminal has no room for the screens."""
    return size.width < LEAST.width or size.height < LEAST.height


class TooSmall(ModalScreen[None]):
    """Covers everything until the terminal is large enough; what was begun underneath stays as it is."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: auto; max-width: 100%; text-align: center; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._going = False

    def compose(self) -> ComposeResult:
        """What is there, and what is needed."""
        yield Static(id="small")

    def on_mount(self) -> None:
        """Say it, or go."""
        self.look()

    def on_resize(self) -> None:
        """Say it anew, or go."""
        self.look()

    def on_screen_resume(self) -> None:
        """A question that stood above is answered."""
        self.look()

    def look(self) -> None:
        """Go as soon as there is room; a question above goes first."""
        size = self.app.size
        if is_too_small(size):
            said = (
                tr("Terminal too small: {width} x {height}.", width=size.width, height=size.height),
                tr("Good Offices needs {width} x {height}.", width=LEAST.width, height=LEAST.height),
                tr("Nothing is lost: make it larger, or Ctrl+Q leaves."),
            )
            self.query_one(Static).update("\n".join(said))
        elif self.app.screen is self and not self._going:
            self._going = True
            self.dismiss()
