"""Ways from the console: to the curtain, to another session, to the debriefing, home."""

from dataclasses import replace
from typing import ClassVar

from scenarios.texts import INTERFACE, LANGUAGES, mark, tr, trn
from simulator.engine import View
from simulator.engine.commands import Announce, EnterPhase, SetWall
from simulator.engine.words import WallPage
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion, YesNo
from simulator.tui.going import Branch, Go, Place, ShowCode
from simulator.tui.wall.pages import NAMES

AREA = mark("Go")

CODE = Deed(
    "code", "plus,q", mark("Join code"), AREA, mark("What people type to join: show it, change it, or close the door.")
)


class WayDeeds(PaneScreen):
    """The curtain, PINs, a branch, the debriefing, home."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("curtain", "C", mark("Curtain"), AREA,
             mark("Hand this terminal to the table. You come back with your own PIN.")),
        Deed("wall", "f2,ctrl+r", mark("Projector"), AREA,
             mark("Show the room what everybody may know. You come back with your own PIN."), footer=False),
        Deed("announce", "asterisk", mark("Announce"), AREA,
             mark("Tell everybody something, on the wall and in the record; no words take the last one down."),
             footer=False),
        Deed("wall_page", "f3,ctrl+y", mark("Wall shows"), AREA,
             mark("Choose what the projector shows: agenda, speakers, text, news, or all in turn."), footer=False),
        Deed("pins", "P", mark("New PINs"), AREA, mark("Make new PINs for seats that people play."), footer=False),
        Deed("debrief", "D", mark("Debriefing"), AREA,
             mark("The script and what it puts on the wall, the three panels, and the documents.")),
        Deed("branch", "B", mark("Branch"), AREA,
             mark("Begin a new session from the event under the cursor in the log.")),
        replace(CODE, key="plus,equals_sign", footer=False),
        Deed("groups", "f4,ctrl+g", mark("Groups"), AREA,
             mark("To the other groups of this exercise."), footer=False),
        Deed("home", "escape", mark("Home"), AREA, mark("Leave the console; the session stays."), footer=False),
    )  # fmt: skip

    def way_why_not(self, deed: Deed, view: View) -> str | None:
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

    async def do_announce(self) -> None:
        """Ask for the words."""
        prompt = tr("As short as you can: it is read from ten metres. No words take the last announcement down.")
        question = LineQuestion(tr("Announce what?"), prompt, longest=200, may_be_empty=True)
        said = await self.app.push_screen_wait(question)
        if said is not None:
            self.ask(Announce, text=said)

    async def do_wall_page(self) -> None:
        """Ask what the wall shows, and where it hangs where there is a choice."""
        assert self.view is not None
        page = await self._of(tr("What does the wall show?"), [Choice(p.value, tr(name)) for p, name in NAMES.items()])
        if page is None:
            return
        halls = [Choice("" if b.main else b.id, b.name) for b in self.view.bodies.values() if not b.confidential]
        body = await self._of(tr("In whose room does it hang?"), halls)
        papers = [t for t in self.view.texts.values() if not self.view.bodies[t.body].confidential]
        texts = [Choice("", self.view.text.title), *(Choice(t.id, t.title) for t in papers)]
        shows_text = page in (WallPage.TURN, WallPage.TEXT)
        document = await self._of(tr("Which text?"), texts if shows_text else texts[:1]) if body is not None else None
        tongues = [Choice("", tr("no second language")), *(Choice(code, LANGUAGES[code]) for code in INTERFACE)]
        if body is None or document is None:
            return
        beside = await self._of(tr("A second language for title and phase?"), tongues)
        if beside is not None:
            self.ask(SetWall, page=WallPage(page), body=body, document=document, beside=beside)

    async def _of(self, title: str, choices: list[Choice]) -> str | None:
        """One of these; there is no question where there is no choice."""
        if len(choices) < 2:
            return choices[0].id if choices else ""
        return await self.app.push_screen_wait(ChooseOne(title, choices))

    def do_pins(self) -> None:
        """Go where PINs are made."""
        self.post_message(Go(Place.SETUP))

    def do_code(self) -> None:
        """Show the join code."""
        self.post_message(ShowCode())

    async def do_debrief(self) -> None:
        """Go to the debriefing; where the talks are over and play is not, ask whether play ends now."""
        assert self.view is not None
        clock = self.view.clock
        after = next((p for p in clock.plan if p.kind == "closing" and p.state == "ahead"), None)
        plays = clock.phase is not None and clock.phase.kind == "play"
        if after is not None and plays and (self.view.outcome is not None or clock.seconds >= clock.play_ends):
            prompt = tr("Play is over. The phases between are skipped, and what is agreed so far is the outcome. With "
                        "No you see the debriefing, and play goes on.")  # fmt: skip
            if await self.app.push_screen_wait(YesNo(tr("Go to {phase} now?", phase=after.name), prompt)):
                self.ask(EnterPhase, phase=after.id)
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
