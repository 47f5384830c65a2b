"""The prepared events, and the calls that wait for an answer."""

from collections.abc import Callable
from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import View
from simulator.engine.commands import (
    AnswerCapital,
    AnswerExpert,
    ArmInject,
    HoldInject,
    MarkInject,
    SendInject,
    SkipInject,
)
from simulator.engine.view.shapes import InjectView
from simulator.tui.boards import calls, prepared
from simulator.tui.boards.line import short
from simulator.tui.control.pane import PaneScreen
from simulator.tui.control.sending import sure_to_send
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion, TextQuestion

COMING = ("planned", "armed", "held")
OWN_WORDS = "own words"
AREA = mark("Events")


class EventDeeds(PaneScreen):
    """Send, hold, arm, skip, judge; answer as a capital or as the expert."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("send", "s", mark("Send"), AREA, mark("Send a prepared event now."), Act.CONTROL),
        Deed("hold", "o", mark("Hold"), AREA, mark("Keep an event back."), Act.CONTROL),
        Deed("arm", "r", mark("Arm"), AREA, mark("Let a held event come by itself again."), Act.CONTROL),
        Deed("skip", "x", mark("Skip"), AREA, mark("Take an event out of this session."), Act.CONTROL),
        Deed("met", "m", mark("Judge"), AREA, mark("Say whether the hoped-for answer to an event came."),
             Act.CONTROL),
        Deed("answer", "v", mark("Answer"), mark("Calls"), mark("Answer a call to the capital or to the expert."),
             Act.CONTROL),
    )  # fmt: skip

    def events_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed with events or calls is not possible now."""
        if deed.id == "answer":
            return None if calls.waiting(view) else tr("No call waits for an answer.")
        if self._fitting(deed.id):
            return None
        return {
            "send": tr("Every event has been sent or skipped."),
            "hold": tr("No event is still to come."),
            "arm": tr("No event is held."),
            "skip": tr("No event is still to come."),
            "met": tr("No event has been sent yet."),
        }[deed.id]

    def _fitting(self, deed: str) -> list[InjectView]:
        fits: dict[str, Callable[[str], bool]] = {
            "send": lambda state: state in COMING,
            "hold": lambda state: state in ("planned", "armed"),
            "arm": lambda state: state == "held",
            "skip": lambda state: state in COMING,
            "met": lambda state: state == "sent",
        }
        injects = self.view.control.injects if self.view and self.view.control else ()
        return [i for i in injects if fits[deed](i.state.state)]

    async def _event(self, deed: str, title: str) -> str | None:
        fitting = self._fitting(deed)
        picked = self.picked_row("Events")
        if picked in [i.id for i in fitting]:
            return picked
        choices = [Choice(i.id, i.title, i.due) for i in fitting]
        return await self.app.push_screen_wait(ChooseOne(title, choices))

    async def do_send(self) -> None:
        """Send an event."""
        inject = await self._event("send", tr("Send which event?"))
        if inject is None or self.view is None or self.view.control is None:
            return
        event = next(i for i in self.view.control.injects if i.id == inject)
        if await sure_to_send(self.app, self.view, event.title, event.to, event):
            self.ask(SendInject, inject=inject)

    async def do_hold(self) -> None:
        """Hold an event."""
        inject = await self._event("hold", tr("Hold which event?"))
        if inject is not None:
            self.ask(HoldInject, inject=inject)

    async def do_arm(self) -> None:
        """Arm an event."""
        inject = await self._event("arm", tr("Arm which event?"))
        if inject is not None:
            self.ask(ArmInject, inject=inject)

    async def do_skip(self) -> None:
        """Skip an event, with a reason for the record."""
        inject = await self._event("skip", tr("Skip which event?"))
        if inject is None:
            return
        question = LineQuestion(tr("Why skip it?"), tr("For the record."), may_be_empty=True)
        reason = await self.app.push_screen_wait(question)
        if reason is not None:
            self.ask(SkipInject, inject=inject, reason=reason)

    async def do_met(self) -> None:
        """Judge the response to an event."""
        assert self.view is not None
        name = await self._event("met", tr("Judge the answer to which event?"))
        inject = prepared.find(self.view, name)
        if inject is None:
            return
        choices = [Choice("met", tr("It came")), Choice("missed", tr("It did not come"))]
        said = await self.app.push_screen_wait(ChooseOne(inject.title, choices, inject.expects))
        if said is None:
            return
        question = LineQuestion(tr("A note?"), tr("For the debriefing."), may_be_empty=True)
        note = await self.app.push_screen_wait(question)
        if note is not None:
            self.ask(MarkInject, inject=inject.id, met=said == "met", note=note)

    async def do_answer(self) -> None:
        """Answer the call under the cursor, or the one that waits longest."""
        assert self.view is not None
        assert self.view.control is not None
        control = self.view.control
        found = calls.find(self.view, self.picked_row("Calls"))
        if found is None or found[1].answer is not None or found[1].card is not None:
            waiting = [("capital", c) for c in control.pending_capital]
            waiting += [("expert", c) for c in control.pending_expert]
            found = min(waiting, key=lambda pair: pair[1].asked)
        kind, call = found
        if kind == "capital":
            told = control.capital_instructions.get(call.party, "")
            party, name = short(self.view, call.party), f"capital {call.number}"
            title = tr("You are the capital of {party} (call {n})", party=party, n=call.number)
            answer = TextQuestion(title, f"{call.question}\n\n{told}", draft=name)
            text = await self.app.push_screen_wait(answer)
            if text is not None:
                self.ask(AnswerCapital, call=call.number, text=text)
            return
        card: str | None = None
        if self.view.expert_cards:
            choices = [Choice(OWN_WORDS, tr("In your own words"))]
            choices += [Choice(card, card, text) for card, text in self.view.expert_cards.items()]
            card = await self.app.push_screen_wait(ChooseOne(tr("Answer as the expert"), choices, call.question))
            if card is None:
                return
        if card is not None and card != OWN_WORDS:
            self.ask(AnswerExpert, call=call.number, card=card)
            return
        title = tr("You are the expert (call {n})", n=call.number)
        answer = TextQuestion(title, call.question, draft=f"expert {call.number}")
        text = await self.app.push_screen_wait(answer)
        if text is not None:
            self.ask(AnswerExpert, call=call.number, text=text)
