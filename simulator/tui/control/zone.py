"""Counting what lies on the table beside the screen, so that no key waits for it."""

from typing import ClassVar

from textual import on
from textual.worker import Worker, WorkerCancelled, WorkerState, get_current_worker

from roles.acts import Act
from scenarios.texts import mark, tr
from scoring.zone import Counted, OnTable, count
from simulator.engine import View
from simulator.tui.boards import zone
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.widgets.listing import Listing

EDGE = 3
"""Columns of the list that its border and its scroll bar may take."""
GROUP = "zone"
"""The workers that count."""


class ZoneDeeds(PaneScreen):
    """The table of issues by parties, and what is counted for it."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("left", "less_than_sign", mark("Columns before"), mark("Zone"),
             mark("Show the parties to the left in the table."), Act.CONTROL),
        Deed("right", "greater_than_sign", mark("Columns after"), mark("Zone"),
             mark("Show the parties to the right in the table."), Act.CONTROL),
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._counted: Counted | None = None
        self._counted_at = 0.0
        self._counting: OnTable | None = None
        self._begun_at = 0.0
        self._first = 0

    def zone_why_not(self, deed: Deed, view: View) -> str | None:
        """Why the columns cannot be moved."""
        shown = self.table_shown(view)
        _, many = zone.room_for(shown.width)
        if deed.id == "left" and shown.first <= 0:
            return tr("The first party is in sight.")
        if deed.id == "right" and shown.first + many >= len(zone.parties(view)):
            return tr("The last party is in sight.")
        return None

    def table_shown(self, view: View) -> zone.Shown:
        """What the board of the table shows now."""
        width = self.query_one(Listing).outer_size.width - EDGE
        _, many = zone.room_for(width)
        first = max(0, min(self._first, len(zone.parties(view)) - many))
        return zone.Shown(self._counted, self._counted_at, self._counting is not None, first, width)

    def weigh(self, view: View) -> None:
        """Count anew where something that counts has changed; what was counted before stays in sight meanwhile."""
        table = OnTable.of(view)
        if self._counted is not None and self._counted.table == table:
            self._stop_counting()
            return
        if self._counting == table:
            return
        self._counting, self._begun_at = table, view.clock.seconds
        self.run_worker(lambda: _count(table), thread=True, group=GROUP, exclusive=True, exit_on_error=False)

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting = None
            self.workers.cancel_group(self, GROUP)

    @on(Worker.StateChanged)
    def counted(self, event: Worker.StateChanged) -> None:
        """Take in what was counted."""
        if event.worker.group != GROUP:
            return
        event.stop()
        if event.state is WorkerState.ERROR:
            self._counting = None
            self.app.notify(tr("What lies on the table could not be counted."), severity="error", markup=False)
            return
        found = event.worker.result
        if event.state is not WorkerState.SUCCESS or not isinstance(found, Counted):
            return
        if self._counting is not None and found.table == self._counting:
            self._counting = None
        self._counted, self._counted_at = found, self._begun_at
        if self.view is not None and self.is_there:
            self.refresh_view(self.view)

    def do_left(self) -> None:
        """Move the columns."""
        self._first = max(0, self._first - 1)
        self._again()

    def do_right(self) -> None:
        """Move the columns."""
        self._first += 1
        self._again()

    def _again(self) -> None:
        if self.view is not None:
            self.refresh_view(self.view)
            self.show_possible()


def _count(table: OnTable) -> Counted:
    """In a thread of its own; ends soon after something newer is to be counted."""
    worker = get_current_worker()

    def still_wanted(what: str, share: float) -> None:
        if worker.is_cancelled:
            raise WorkerCancelled

    return count(table, still_wanted)
