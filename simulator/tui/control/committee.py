"""The committee at the console: send a report back, lift what it leaves open to the heads."""

from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import View
from simulator.tui.boards.committee import shown
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.seat.fields import NotNow
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.wishes import Wish
from simulator.tui.seat.wishes import committee as wishes

PANE = "Committee"
"""The pane's id."""
AREA = mark("Committee")

_WISHES = {"send_back": wishes.RETURN, "lift": wishes.LIFT}
"""What the trainer asks with the same forms as a seat."""


class CommitteeDeeds(PaneScreen):
    """Send a report back, or lift what it leaves open."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("send_back", "K", mark("Send back"), AREA, mark("Send a report back to its body."), Act.RULE_ON_REPORT,
             footer=False),
        Deed("lift", "Y", mark("Lift"), AREA, mark("Lift what a report leaves open to the heads."),
             Act.RULE_ON_REPORT, footer=False),
    )  # fmt: skip

    def committee_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed of the committee is not possible now."""
        if not shown(view):
            return tr("This exercise has no committee.")
        return _WISHES[deed.id].why_not(view, self.picked_row(PANE))

    async def do_send_back(self) -> None:
        """Send a report back."""
        await self._for_committee(wishes.RETURN)

    async def do_lift(self) -> None:
        """Lift an issue."""
        await self._for_committee(wishes.LIFT)

    async def _for_committee(self, wish: Wish) -> None:
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
