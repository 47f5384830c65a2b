"""The hotline at the console: report what is prepared, verify, handle, close, judge what was promised."""

from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import View
from simulator.tui.boards.hotline import shown
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.seat.fields import NotNow
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.wishes import Wish
from simulator.tui.seat.wishes import hotline as wishes

PANE = "Hotline"
"""The pane's id."""
AREA = mark("Hotline")

_WISHES = {
    "report": wishes.REPORT,
    "verify": wishes.VERIFY,
    "handle": wishes.HANDLE,
    "close": wishes.CLOSE,
    "promise": wishes.ADD,
    "progress": wishes.PROGRESS,
    "kept": wishes.JUDGE,
}
"""What the trainer asks with the same forms as a seat."""


class HotlineDeeds(PaneScreen):
    """Report an incident, record what was found and agreed, close it; keep and judge the follow-up list."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("report", "R", mark("Report"), AREA, mark("Report a prepared incident, or another one."),
             Act.REPORT_INCIDENT, footer=False),
        Deed("verify", "V", mark("Verify"), AREA, mark("Record what was found about an incident."),
             Act.VERIFY_INCIDENT, footer=False),
        Deed("handle", "G", mark("Handle"), AREA, mark("Record what was agreed about an incident."),
             Act.HANDLE_INCIDENT, footer=False),
        Deed("close", "Z", mark("Close record"), AREA, mark("Close the record of an incident."),
             Act.HANDLE_INCIDENT, footer=False),
        Deed("promise", "U", mark("Follow up"), AREA, mark("Put on the follow-up list what somebody has promised."),
             Act.KEEP_FOLLOW_UP, footer=False),
        Deed("progress", "W", mark("Progress"), AREA, mark("Say how far a promise is."), Act.REPORT_PROGRESS,
             footer=False),
        Deed("kept", "M", mark("Judge promise"), AREA, mark("Judge how far a promise is carried out, from 0 to 3."),
             Act.JUDGE_COMPLIANCE, footer=False),
    )  # fmt: skip

    def hotline_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed on the hotline is not possible now."""
        if not shown(view):
            return tr("This exercise has no hotline and no follow-up list.")
        return _WISHES[deed.id].why_not(view, self.picked_row(PANE))

    def hotline_deed(self) -> str:
        """What Enter does on the row under the cursor: the first thing that is possible there."""
        row = self.picked_row(PANE) or ""
        if row.startswith("prepared:"):
            return "report"
        if row.startswith("entry:"):
            return "kept"
        view = self.view
        open_ones = ("verify", "handle", "close")
        return next((d for d in open_ones if view and _WISHES[d].why_not(view, row) is None), "verify")

    async def do_report(self) -> None:
        """Report an incident."""
        await self._by_form(wishes.REPORT)

    async def do_verify(self) -> None:
        """Record what was found."""
        await self._by_form(wishes.VERIFY)

    async def do_handle(self) -> None:
        """Record what was agreed."""
        await self._by_form(wishes.HANDLE)

    async def do_close(self) -> None:
        """Close a record."""
        await self._by_form(wishes.CLOSE)

    async def do_promise(self) -> None:
        """Put a promise on the list."""
        await self._by_form(wishes.ADD)

    async def do_progress(self) -> None:
        """Say how far a promise is."""
        await self._by_form(wishes.PROGRESS)

    async def do_kept(self) -> None:
        """Judge a promise."""
        await self._by_form(wishes.JUDGE)

    async def _by_form(self, wish: Wish) -> None:
        assert self.view is not None
        try:
            form = wish.form(self.view, self.picked_row(PANE))
        except NotNow as why:
            title = tr("{act}: not now", act=tr(wish.label))
            self.app.notify(str(why), title=title, severity="warning", markup=False)
            return
        given = await self.app.push_screen_wait(FormPage(form))
        if given is not None:
            self.ask(wish.do, **given)
