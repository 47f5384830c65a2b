"""The clock and the phases."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr, trn
from simulator.engine import View
from simulator.engine.commands import (
    CutPhase,
    EnterPhase,
    ExtendPlay,
    HoldInject,
    InvokeStop,
    JumpClock,
    PauseClock,
    ResumeClock,
)
from simulator.engine.pace import Pace
from simulator.tui.boards import pace
from simulator.tui.boards.course import length
from simulator.tui.boards.line import clock
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion, NumberQuestion, YesNo
from simulator.tui.going import LookOver

AREA = mark("Clock")
MOST_EVENTS = 3
"""Events that are offered to be held."""


class ClockDeeds(PaneScreen):
    """Start, pause, go on, go back, extend, stop."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("run", "space", mark("Start"), AREA, mark("Start, pause or resume the play clock for everybody."),
             Act.CONTROL),
        Deed("next", "n", mark("Next phase"), AREA, mark("Go on to another phase."), Act.CONTROL),
        Deed("back", "b", mark("Back"), AREA, mark("Loop back to an earlier phase."), Act.CONTROL, footer=False),
        Deed("pace", "p", mark("Pace"), AREA, mark("See what would bring play back to its plan, and do it."),
             Act.CONTROL, footer=False),
        Deed("extend", "e", mark("More time"), AREA, mark("Give play more minutes, taken from the time after it."),
             Act.CONTROL, footer=False),
        Deed("jump", "J", mark("Set clock"), AREA, mark("Set the play clock to a minute."), Act.CONTROL,
             footer=False),
        Deed("stop", "X", mark("Stop word"), AREA, mark("Stop play for everybody at once."), footer=False),
    )  # fmt: skip

    def clock_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed of the clock is not possible now."""
        state = view.clock.state
        if state == "ended":
            return tr("The session has ended.")
        if deed.id == "run":
            return None
        if state == "ready":
            return tr("The clock has not started: press Space.")
        if deed.id == "next" and not view.clock.next:
            return tr("This is the last phase.")
        if deed.id == "back" and not view.clock.back:
            return tr("There is no way back from this phase.")
        if deed.id == "pace" and pace.of(view) is None:
            return tr("Play is over.")
        if deed.id == "stop" and state == "stopped":
            return tr("Play has stopped already; Space lets it go on.")
        return None

    async def do_run(self) -> None:
        """Start, pause or resume, whatever comes next."""
        assert self.view is not None
        state = self.view.clock.state
        if state == "ready":
            self.post_message(LookOver(start=True))
        elif state == "running":
            self.ask(PauseClock)
        elif state == "stopped":
            prompt = tr("Somebody said the stop word. Ask whether everybody wants to go on.")
            if await self.app.push_screen_wait(YesNo(tr("Let play go on?"), prompt, safest=True)):
                self.ask(ResumeClock)
        else:
            self.ask(ResumeClock)

    async def do_next(self) -> None:
        """Go on; ask where to only when there is a choice or the phase is not done."""
        assert self.view is not None
        ways = self.view.clock.next
        if len(ways) == 1 and self.view.clock.done:
            self.ask(EnterPhase, phase=ways[0])
            return
        phase = await self._way(tr("Go on to which phase?"), self.view.clock.onward)
        if phase is not None:
            self.ask(EnterPhase, phase=phase)

    async def do_back(self) -> None:
        """Loop back, with a reason for the record."""
        assert self.view is not None
        phase = await self._way(tr("Go back to which phase?"), self.view.clock.back)
        if phase is None:
            return
        question = LineQuestion(tr("Why go back?"), tr("For the record."), may_be_empty=True)
        reason = await self.app.push_screen_wait(question)
        if reason is not None:
            self.ask(EnterPhase, phase=phase, reason=reason)

    async def _way(self, title: str, ways: Sequence[str]) -> str | None:
        assert self.view is not None
        plan = {p.id: p for p in self.view.clock.plan}
        near = {*self.view.clock.next, *self.view.clock.back}
        choices = [
            Choice(
                way,
                plan[way].name if way in plan else way,
                (length(self.view, plan[way]) if way in near else tr("a jump ahead")) if way in plan else "",
            )
            for way in ways
        ]
        prompt = "" if self.view.clock.done else tr("This phase has not reached yet what it is for.")
        speakers = [f.speaker for f in self.view.floors.values() if f.speaker is not None]
        if speakers:
            name = self.view.seats[speakers[0]].name
            said = tr("{name} has the floor and keeps it where the same body sits.", name=name)
            prompt = f"{prompt} {said}".strip()
        return await self.app.push_screen_wait(ChooseOne(title, choices, prompt))

    async def do_pace(self) -> None:
        """Offer what would give time, each with what it does; the best one first."""
        view = self.view
        now = pace.of(view) if view is not None else None
        if view is None or now is None:
            return
        question = ChooseOne(tr("What gives time back?"), list(self._ways_to_save(view, now)), pace.line(view))
        kind, _, name = (await self.app.push_screen_wait(question) or "").partition(":")
        if kind == "cut":
            await self._cut(now, name)
        elif kind == "hold":
            self.ask(HoldInject, inject=name)
        elif kind == "extend":
            await self.do_extend()
        elif kind == "next":
            await self.do_next()

    def _ways_to_save(self, view: View, now: Pace) -> Iterator[Choice]:
        for slack in now.slack:
            kept = max(slack.shortest, slack.minutes - max(1, pace.minutes(now.missing)))
            note = trn("gives back {n} minute", "gives back {n} minutes", slack.minutes - kept)
            told = tr("Cut {phase} from {before} to {after} minutes", phase=pace.phase_name(view, slack.phase),
                      before=slack.minutes, after=kept)  # fmt: skip
            yield Choice(f"cut:{slack.phase}", told, note)
        for name in now.droppable[:MOST_EVENTS]:
            title = pace.event_title(view, name)
            yield Choice(f"hold:{name}", tr("Hold the event “{event}”", event=title),
                         tr("no minutes of its own; it spares what people would say to it"))  # fmt: skip
        yield Choice("next", tr("Go on to the next phase"), tr("ends this one now"),
                     None if view.clock.next else tr("This is the last phase."))  # fmt: skip
        yield Choice("extend", tr("Give play more minutes"),
                     trn("the debriefing can spare {n} minute", "the debriefing can spare {n} minutes", now.spare),
                     None if now.spare else tr("The debriefing keeps its shortest time."))  # fmt: skip

    async def _cut(self, now: Pace, phase: str) -> None:
        assert self.view is not None
        slack = next(one for one in now.slack if one.phase == phase)
        kept = max(slack.shortest, slack.minutes - max(1, pace.minutes(now.missing)))
        title = tr("How many minutes for {phase}?", phase=pace.phase_name(self.view, phase))
        prompt = tr("{before} are planned, {least} is the least. Everybody sees the new plan at once.",
                    before=slack.minutes, least=slack.shortest)  # fmt: skip
        question = NumberQuestion(title, prompt, low=slack.shortest, high=slack.minutes - 1, value=kept)
        minutes = await self.app.push_screen_wait(question)
        if minutes is not None:
            self.ask(CutPhase, phase=phase, minutes=minutes)

    async def do_extend(self) -> None:
        """Ask how many minutes."""
        title = tr("How many more minutes of play?")
        minutes = await self.app.push_screen_wait(NumberQuestion(title, low=1, high=120, value=5))
        if minutes is not None:
            self.ask(ExtendPlay, minutes=minutes)

    async def do_jump(self) -> None:
        """Ask for the minute."""
        assert self.view is not None
        now = clock(self.view.clock.seconds)
        question = NumberQuestion(
            tr("Set the clock to which minute?"), tr("It shows {time}.", time=now), low=0, high=720
        )
        minute = await self.app.push_screen_wait(question)
        if minute is not None:
            self.ask(JumpClock, minute=minute)

    async def do_stop(self) -> None:
        """Stop at once: no question may stand in the way."""
        self.ask(InvokeStop)
