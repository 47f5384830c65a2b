"""The log: what it shows, and the beginning of a phase."""

from typing import ClassVar

from scenarios.texts import mark, tr
from simulator.engine import TRAINER, View
from simulator.tui.boards.line import people, short, who
from simulator.tui.boards.log import KINDS, Filter
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne

AREA = mark("Log")


class TimelineDeeds(PaneScreen):
    """Look at some events alone, go to a phase."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("filter", "q", mark("Show only"), AREA, mark("Show the events of a seat, a party, a kind or a phase.")),
        Deed("phase", "N", mark("Go to phase"), AREA, mark("Go to the beginning of a phase in the log.")),
    )
    only: Filter = Filter()
    """What the log shows."""

    _log_until: int | None = None

    def filtered(self) -> None:
        """The filter was changed; the screen shows the log anew."""

    def go_to_event(self, number: int) -> None:
        """Put the cursor on an event; screens fill this in."""

    def phases_begun(self) -> dict[str, int]:
        """The number of the event with which each phase that was entered began last; screens fill this in."""
        return {}

    def timeline_why_not(self, deed: Deed, view: View) -> str | None:
        """Why there is nothing to look at."""
        return None if self.phases_begun() else tr("Nothing has happened yet.")

    async def do_filter(self) -> None:
        """Ask what to show."""
        view = self.view
        if view is None:
            return
        choices = [Choice("", tr("Everything"))]
        choices += [Choice(f"kind:{kind}", tr(name), tr("kind")) for kind, (name, _) in KINDS.items()]
        choices += [Choice(f"phase:{p.id}", p.name, tr("phase")) for p in view.clock.plan if p.state != "ahead"]
        choices += [Choice(f"party:{party}", short(view, party), tr("party")) for party in view.parties]
        choices += [Choice(f"seat:{seat}", who(view, seat), people(view, seat)) for seat in view.seats]
        choices.append(Choice(f"seat:{TRAINER}", tr("Exercise control")))
        at = f"{self.only.by}:{self.only.name}" if self.only.by else ""
        picked = await self.app.push_screen_wait(ChooseOne(tr("Show only which events?"), choices, at=at))
        if picked is not None:
            by, _, name = picked.partition(":")
            self.only = Filter(by, name)
            self._log_until = None
            self.filtered()

    async def do_phase(self) -> None:
        """Ask which phase."""
        view, begun = self.view, self.phases_begun()
        if view is None or not begun:
            return
        names = {p.id: p.name for p in view.clock.plan}
        choices = [Choice(str(number), names.get(phase, phase)) for phase, number in begun.items()]
        picked = await self.app.push_screen_wait(ChooseOne(tr("Go to the beginning of which phase?"), choices))
        if picked is not None:
            self.go_to_event(int(picked))
