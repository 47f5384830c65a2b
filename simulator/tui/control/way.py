"""Ways from the console: to the curtain, to another session, to the debriefing, home."""

from dataclasses import replace
from typing import ClassVar

from scenarios.texts import mark, tr, trn
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import YesNo
from simulator.tui.going import Branch, Go, Place, ShowCode

AREA = mark("Go")

CODE = Deed(
    "code", "q", mark("Join code"), AREA, mark("What people type to join: show it, change it, or close the door.")
)


class WayDeeds(PaneScreen):
    """The curtain, PINs, a branch, the debriefing, home."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("curtain", "C", mark("Curtain"), AREA,
             mark("Hand this terminal to the table. You come back with your own PIN.")),
        Deed("wall", "p", mark("Projector"), AREA,
             mark("Show the room what everybody may know. You come back with your own PIN."), footer=False),
        Deed("pins", "P", mark("New PINs"), AREA, mark("Make new PINs for seats that people play."), footer=False),
        Deed("debrief", "D", mark("Debriefing"), AREA, mark("The three panels, what was hidden, and the documents.")),
        Deed("branch", "B", mark("Branch"), AREA,
             mark("Begin a new session from the event under the cursor in the log.")),
        replace(CODE, footer=False),
        Deed("groups", "N", mark("Groups"), AREA,
             mark("To the other groups of this exercise."), footer=False),
        Deed("home", "escape", mark("Home"), AREA, mark("Leave the console; the session stays."), footer=False),
    )  # fmt: skip

    def way_why_not(self, deed: Deed) -> str | None:
        """Why a way is closed."""
        if deed.id == "branch" and self.picked_row("Log") is None:
            return tr("Go to the log (9) and put the cursor on the event to begin from.")
        return None

    def do_groups(self) -> None:
        """Go to the groups of the exercise."""
        self.post_message(Go(Place.GROUPS))

    def do_curtain(self) -> None:
        """Hand the terminal over."""
        self.post_message(Go(Place.CURTAIN))

    def do_wall(self) -> None:
        """Show the room's page at this terminal."""
        self.post_message(Go(Place.WALL))

    def do_pins(self) -> None:
        """Go where PINs are made."""
        self.post_message(Go(Place.SETUP))

    def do_code(self) -> None:
        """Show the join code."""
        self.post_message(ShowCode())

    def do_debrief(self) -> None:
        """Go to the debriefing."""
        self.post_message(Go(Place.DEBRIEF))

    async def do_branch(self) -> None:
        """Begin a new session from a moment."""
        number = int(self.picked_row("Log") or 0)
        prompt = trn(
            "The new session has the first {n} event. This one stays as it is.",
            "The new session has the first {n} events. This one stays as it is.",
            number,
        )
        sure = await self.app.push_screen_wait(YesNo(tr("Begin a new session after event {n}?", n=number), prompt))
        if sure and number:
            self.post_message(Branch(number))

    async def do_home(self) -> None:
        """Leave the console, after a question while the clock runs."""
        assert self.view is not None
        prompt = tr("The clock runs on. Events that are due come when a console of this session is open again.")
        if self.view.clock.state == "running":
            sure = await self.app.push_screen_wait(YesNo(tr("Leave the console?"), prompt))
            if not sure:
                return
        self.post_message(Go(Place.HOME))
