"""What the deeds of the Studio need to know of it: the case that is open, and where the cursor stands."""

from pathlib import Path

from scenarios.texts import tr
from simulator.tui.screen import DeedScreen
from simulator.tui.studio.known import Known


class CaseScreen(DeedScreen):
    """A screen with a case that is being written."""

    PLACE = "studio"
    known: Known | None = None
    """What is known of the case; None while no case is open."""

    def open_case(self, place: Path) -> None:
        """Open a case by its YAML file."""
        raise NotImplementedError

    def spot(self) -> tuple[Path, int, int] | None:
        """The file, line and column of what is under the cursor."""
        raise NotImplementedError

    def action_pane(self, number: int) -> None:
        """Open a pane by its number, from 1."""
        raise NotImplementedError

    def read_shelf(self) -> object:
        """Look for scenarios again."""
        raise NotImplementedError

    def show_case(self) -> None:
        """Show what is known now."""
        raise NotImplementedError

    def not_open(self) -> str | None:
        """That no case is open, or None."""
        return tr("No case is open: put the cursor on one and press Enter.") if self.known is None else None

    def not_playable(self) -> str | None:
        """Why the case on the disk cannot be played, or None."""
        if self.known is None or self.known.playable:
            return self.not_open()
        if self.known.gone:
            return tr("The file is gone.")
        return tr("The case has errors: mend them first (pane 1).") if self.known.reading else tr("Reading …")

    def tell(self, said: str, *, trouble: bool = False) -> None:
        """Say something for a few seconds."""
        self.app.notify(said, severity="warning" if trouble else "information", markup=False)
