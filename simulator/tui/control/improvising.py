"""Events beyond the plan: in other words, to others, later, or made up on the spot."""

from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr, trc
from simulator.engine import View
from simulator.engine.commands import ImproviseInject, PutOffInject, SendInject
from simulator.engine.view.shapes import InjectView
from simulator.engine.words import EVERYBODY, Channel
from simulator.tui.boards import prepared
from simulator.tui.boards.line import short, who
from simulator.tui.control.pane import PaneScreen
from simulator.tui.control.sending import sure_to_send
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseMany, ChooseOne, LineQuestion, NumberQuestion, TextQuestion

AREA = mark("Events")


class ImprovisingDeeds(PaneScreen):
    """Change and send, put off, improvise."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("later", "l", mark("Put off"), AREA, mark("Let an event come by itself in some minutes."), Act.CONTROL),
        Deed("change", "S", mark("Change, send"), AREA,
             mark("Send an event in other words, or to others than planned."), Act.CONTROL),
        Deed("improvise", "I", mark("Improvise"), AREA, mark("Send an event that the exercise does not have."),
             Act.CONTROL),
    )  # fmt: skip

    def improvising_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed is not possible now."""
        if view.clock.state == "ready":
            return tr("The clock has not started: press Space.")
        if view.clock.state == "ended":
            return tr("The session has ended.")
        if deed.id != "improvise" and not self._coming():
            return tr("No event is still to come.")
        return None

    def _coming(self) -> list[InjectView]:
        assert self.view is not None
        return [i for i in prepared.in_order(self.view) if i.state.state in ("planned", "armed", "held")]

    async def _one(self, title: str) -> InjectView | None:
        coming = {inject.id: inject for inject in self._coming()}
        picked = self.picked_row("Events")
        if picked not in coming:
            choices = [Choice(i.id, i.title, i.due) for i in coming.values()]
            picked = await self.app.push_screen_wait(ChooseOne(title, choices))
        return coming.get(picked or "")

    async def do_later(self) -> None:
        """Put an event off."""
        inject = await self._one(tr("Put which event off?"))
        if inject is None:
            return
        prompt = tr("It then comes by itself, whatever it waited for until now. Hold it to keep it back for good.")
        title = tr("“{event}” in how many minutes?", event=inject.title)
        minutes = await self.app.push_screen_wait(NumberQuestion(title, prompt, low=1, high=240, value=5))
        if minutes is not None:
            self.ask(PutOffInject, inject=inject.id, minutes=minutes)

    async def do_change(self) -> None:
        """Ask for the words and for the addressees, then send."""
        inject = await self._one(tr("Change and send which event?"))
        if inject is None:
            return
        prompt = tr("Everybody whom it reaches reads these words. The plan keeps its own for the debriefing.")
        if inject.versions:
            prompt = tr("{prompt} The versions for single parties fall away if you change them.", prompt=prompt)
        question = TextQuestion(
            inject.title, prompt, text=inject.text, yes=tr("On (Ctrl+S)"), draft=f"event {inject.id}"
        )
        text = await self.app.push_screen_wait(question)
        if text is None:
            return
        to = await self._addressees(tr("Who gets it?"), inject.to)
        if to is None:
            return
        if self.view is not None and await sure_to_send(self.app, self.view, inject.title, to, inject):
            changed = "" if text == inject.text.strip() else text
            same = set(to) == set(inject.to)
            self.ask(SendInject, inject=inject.id, to=() if same else to, text=changed)

    async def do_improvise(self) -> None:
        """Ask for everything that an event has, then send."""
        title = await self.app.push_screen_wait(
            LineQuestion(tr("What is it called?"), tr("For your list."), longest=80)
        )
        if title is None:
            return
        text = await self.app.push_screen_wait(
            TextQuestion(tr("What do they read?"), title, draft="improvised", yes=tr("On (Ctrl+S)"))
        )
        if text is None:
            return
        question = LineQuestion(tr("From whom?"), tr("Somebody in the story: a ministry, a radio station."), longest=80)
        sender = await self.app.push_screen_wait(question)
        if sender is None:
            return
        channels = {
            Channel.PAPER: trc("how a paper came", "paper"),
            Channel.RADIO: trc("how a paper came", "by radio"),
            Channel.PHONE: trc("how a paper came", "by phone"),
            Channel.MESSENGER: trc("how a paper came", "by messenger"),
            Channel.LETTER: trc("how a paper came", "letter"),
        }
        choices = [Choice(channel, name) for channel, name in channels.items()]
        channel = await self.app.push_screen_wait(ChooseOne(tr("How does it come?"), choices))
        to = await self._addressees(tr("Who gets it?"), ()) if channel is not None else None
        if channel is None or to is None:
            return
        question = LineQuestion(tr("What should it test?"), tr("Only your own document says so."), longest=300,
                                may_be_empty=True)  # fmt: skip
        tests = await self.app.push_screen_wait(question)
        if tests is not None and self.view is not None and await sure_to_send(self.app, self.view, title, to, None):
            self.ask(
                ImproviseInject, title=title, sender=sender, text=text, to=to, channel=Channel(channel), tests=tests
            )

    async def _addressees(self, title: str, planned: tuple[str, ...]) -> tuple[str, ...] | None:
        assert self.view is not None
        view = self.view
        choices = [Choice(EVERYBODY, tr("everybody"))]
        choices += [Choice(p, short(view, p), tr("all seats of the party")) for p in view.parties]
        choices += [Choice(s, who(view, s)) for s in view.seats]
        question = ChooseMany(title, choices, tr("Parties or seats; Space marks."), picked=planned)
        return await self.app.push_screen_wait(question)
