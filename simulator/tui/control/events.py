"""The prepared events, and the calls that wait for an answer."""

from collections.abc import Callable
from typing import ClassVar

from roles.acts import Act
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
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion, TextQuestion

COMING = ("planned", "armed", "held")
OWN_WORDS = "own words"


class EventDeeds(PaneScreen):
    """Send, hold, arm, skip, judge; answer as a capital or as the expert."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("send", "s", "Send", "Events", "Send a prepared event now.", Act.CONTROL),
        Deed("hold", "o", "Hold", "Events", "Keep an event back.", Act.CONTROL),
        Deed("arm", "r", "Arm", "Events", "Let a held event come by itself again.", Act.CONTROL),
        Deed("skip", "x", "Skip", "Events", "Take an event out of this session.", Act.CONTROL),
        Deed("met", "m", "Judge", "Events", "Say whether the hoped-for answer to an event came.", Act.CONTROL),
        Deed("answer", "v", "Answer", "Calls", "Answer a call to the capital or to the expert.", Act.CONTROL),
    )

    def events_why_not(self, deed: Deed) -> str | None:
        """Why a deed with events or calls is not possible now."""
        assert self.view is not None
        if deed.id == "answer":
            return None if calls.waiting(self.view) else "No call waits for an answer."
        if self._fitting(deed.id):
            return None
        return {
            "send": "Every event has been sent or skipped.",
            "hold": "No event is still to come.",
            "arm": "No event is held.",
            "skip": "No event is still to come.",
            "met": "No event has been sent yet.",
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
        inject = await self._event("send", "Send which event?")
        if inject is not None:
            self.ask(SendInject, inject=inject)

    async def do_hold(self) -> None:
        """Hold an event."""
        inject = await self._event("hold", "Hold which event?")
        if inject is not None:
            self.ask(HoldInject, inject=inject)

    async def do_arm(self) -> None:
        """Arm an event."""
        inject = await self._event("arm", "Arm which event?")
        if inject is not None:
            self.ask(ArmInject, inject=inject)

    async def do_skip(self) -> None:
        """Skip an event, with a reason for the record."""
        inject = await self._event("skip", "Skip which event?")
        if inject is None:
            return
        reason = await self.app.push_screen_wait(LineQuestion("Why skip it?", "For the record.", may_be_empty=True))
        if reason is not None:
            self.ask(SkipInject, inject=inject, reason=reason)

    async def do_met(self) -> None:
        """Judge the response to an event."""
        assert self.view is not None
        name = await self._event("met", "Judge the answer to which event?")
        inject = prepared.find(self.view, name)
        if inject is None:
            return
        choices = [Choice("met", "It came"), Choice("missed", "It did not come")]
        said = await self.app.push_screen_wait(ChooseOne(inject.title, choices, inject.expects))
        if said is None:
            return
        note = await self.app.push_screen_wait(LineQuestion("A note?", "For the debriefing.", may_be_empty=True))
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
            title = f"You are the capital of {short(self.view, call.party)} (call {call.number})"
            text = await self.app.push_screen_wait(TextQuestion(title, f"{call.question}\n\n{told}"))
            if text is not None:
                self.ask(AnswerCapital, call=call.number, text=text)
            return
        card: str | None = None
        if self.view.expert_cards:
            choices = [Choice(OWN_WORDS, "In your own words")]
            choices += [Choice(card, card, text) for card, text in self.view.expert_cards.items()]
            card = await self.app.push_screen_wait(ChooseOne("Answer as the expert", choices, call.question))
            if card is None:
                return
        if card is not None and card != OWN_WORDS:
            self.ask(AnswerExpert, call=call.number, card=card)
            return
        question = TextQuestion(f"You are the expert (call {call.number})", call.question)
        text = await self.app.push_screen_wait(question)
        if text is not None:
            self.ask(AnswerExpert, call=call.number, text=text)
