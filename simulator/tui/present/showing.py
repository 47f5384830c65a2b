"""Leading the debriefing: begin, go on, put something on the wall, choose what is talked about."""

from typing import ClassVar

from scenarios.texts import mark, tr, trn
from simulator.debrief.script import LENGTHS
from simulator.engine.commands import (
    BeginDebrief,
    ChooseMoments,
    ConfirmRolesLeft,
    EnterPhase,
    ShowDebrief,
    TakeDebriefStep,
)
from simulator.engine.decide.debriefing import in_role, play_is_over, tells_secrets
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.boards.line import series
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, YesNo
from simulator.tui.dialogs.acts import Help
from simulator.tui.present import moments, script
from simulator.tui.present.care import care
from simulator.tui.present.order import Item
from simulator.tui.present.pane import PresentScreen

AREA, WALL = mark("Debriefing"), mark("Wall")


class ShowingDeeds(PresentScreen):
    """What the trainer does while everybody looks at the wall."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("next", "space", mark("Next"), WALL, mark("Put the next thing of the script on the wall.")),
        Deed("show", "enter", mark("To the wall"), WALL,
             mark("Put what is under the cursor on the wall; a second time, its answer.")),
        Deed("clear", "c,backspace", mark("Clear"), WALL, mark("Let the wall show its own pages again.")),
        Deed("out", "v", mark("All out"), AREA,
             mark("Confirm that everybody has left their role in the room, also who has not said so at a terminal.")),
        Deed("choose", "m", mark("Choose"), AREA, mark("Talk about this moment, or not; three at most.")),
        Deed("goal", "g", mark("By goal"), AREA,
             mark("Sort the questions by what people should learn, or by the script."), footer=False),
        Deed("length", "t", mark("Length"), AREA,
             mark("Choose the script: 30, 55, 60 or 90 minutes; also on the way."), footer=False),
        Deed("care", "u", mark("Care"), AREA,
             mark("What may hurt somebody, and what to do when somebody is upset."), footer=False),
    )  # fmt: skip

    HOMES: ClassVar[dict[str, str]] = {"choose": "moments", "goal": "questions"}
    """Deeds of one pane alone."""

    def showing_why_not(self, deed: Deed) -> str | None:
        """Why something is not possible now."""
        if deed.id in ("next", "show", "clear", "out", "length", "choose") and self.session.ended:
            return tr("The session has ended.")
        if deed.id == "next" and script.following(self.stage()) is None and self.session.debrief.minutes:
            return tr("This is the end of the script.")
        if deed.id == "clear" and self.stage().shown.page is DebriefPage.NONE:
            return tr("The wall shows its own pages.")
        if deed.id == "out" and not in_role(self.session):
            return tr("Everybody has left their role.")
        if deed.id == "choose" and self.picked is None:
            return tr("Nothing turned in this session, as far as the log can see.")
        return None

    # -- on the wall --------------------------------------------------------------------------------------------------

    async def do_next(self) -> None:
        """What the script has next; what begins it, where it has not begun."""
        fresh = not self.session.debrief.minutes
        if not await self._begun() or fresh:
            return  # what begins the script has put its first question on the wall
        item = script.following(self.stage())
        if item is not None:
            await self._put_item(item)

    async def do_show(self) -> None:
        """What is under the cursor."""
        pane, stage = self.open_pane, self.stage()
        item = script.item_of(stage, self.picked) if pane.id == "script" else None
        fresh = not self.session.debrief.minutes
        slide = pane.slide(stage, self.picked)
        if slide is None:
            self.app.notify(tr("This is for you, and not for the wall."), markup=False)
            return
        if not await self._begun() or (fresh and pane.id == "script"):
            return
        if item is not None:
            await self._put_item(item)
        elif await self._may_show(slide):
            self.put(slide)

    async def _put_item(self, item: Item) -> None:
        """An item of the script; its step is taken with it."""
        if not await self._may_show(item.slide):
            return
        if item.step is not self.session.debrief.step:
            self.ask(TakeDebriefStep, step=item.step)
        if not item.heads or item.step is self.session.debrief.step:
            self.put(item.slide)
        self.go_to(item.id)

    async def _begun(self) -> bool:
        """Whether the debriefing has begun, or begins now; asks first where play is not over."""
        if self.session.debrief.minutes:
            return True
        if not play_is_over(self.session) and not await self._end_play():
            return False
        self.ask(BeginDebrief, minutes=self.length)
        return True

    async def _end_play(self) -> bool:
        """Whether the trainer ends play now."""
        assert self.view is not None
        after = next((p for p in self.view.clock.plan if p.kind == "closing" and p.state == "ahead"), None)
        if after is None or self.view.clock.state == "ready":
            self.app.notify(tr("Play goes on: it is debriefed when it is over."), severity="warning", markup=False)
            return False
        prompt = tr("Play goes on. The phases between are skipped, and what is agreed so far is the outcome.")
        if await self.app.push_screen_wait(YesNo(tr("Go to {phase} now?", phase=after.name), prompt, safest=True)):
            self.ask(EnterPhase, phase=after.id)
            return True
        return False

    async def _may_show(self, slide: Slide) -> bool:
        """Whether nobody is in role whom a page would tell too much; the trainer may confirm that all have left."""
        if not tells_secrets(self.session, slide) or not in_role(self.session):
            return True
        return await self._all_out()

    async def _all_out(self) -> bool:
        still = in_role(self.session)
        names = series(self.session.scenario.seats[seat].name for seat in still)
        prompt = trn(
            "{n} has not said so at a terminal: {names}. What was hidden can be shown from then on.",
            "{n} have not said so at a terminal: {names}. What was hidden can be shown from then on.",
            len(still),
            names=names,
        )
        if await self.app.push_screen_wait(YesNo(tr("Has everybody left their role?"), prompt, safest=True)):
            self.ask(ConfirmRolesLeft)
            return True
        return False

    def put(self, slide: Slide) -> None:
        """Put a page on the wall."""
        self.ask(ShowDebrief, page=slide.page, ref=slide.ref, number=slide.number, part=slide.part, fork=slide.fork)

    def do_clear(self) -> None:
        """The wall's own pages."""
        self.ask(ShowDebrief)

    # -- what belongs to it -------------------------------------------------------------------------------------------

    async def do_out(self) -> None:
        """Confirm that everybody has left."""
        await self._all_out()

    async def do_length(self) -> None:
        """Choose the script."""
        choices = [Choice(str(n), trn("{n} minute", "{n} minutes", n)) for n in LENGTHS]
        question = ChooseOne(tr("How long is the debriefing?"), choices, at=str(self.length))
        picked = await self.app.push_screen_wait(question)
        if picked is None:
            return
        self.wanted = int(picked)
        if self.session.debrief.minutes not in (0, self.wanted):
            self.ask(BeginDebrief, minutes=self.wanted)
        self.show_pane()

    def do_choose(self) -> None:
        """Put the moment under the cursor in, or take it out."""
        if self.picked is not None:
            self.ask(ChooseMoments, numbers=moments.toggled(self.stage(), int(self.picked)))

    def do_goal(self) -> None:
        """Sort the questions the other way."""
        self.by_goal = not self.by_goal
        self.show_pane()

    def do_care(self) -> None:
        """Show what to take care of."""
        self.app.push_screen(Help(care(self.session.scenario), ()))
