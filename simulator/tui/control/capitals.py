"""What the trainer answers as a capital: clauses and texts that a party agreed to ad referendum."""

from dataclasses import dataclass
from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import View
from simulator.engine.commands import AnswerReferral
from simulator.engine.view.shapes import ClauseView, TextView
from simulator.tui.boards.line import short, told
from simulator.tui.boards.texts import every
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne, LineQuestion


@dataclass(frozen=True, slots=True)
class Referral:
    """What waits for a capital."""

    party: str
    text: TextView
    clause: ClauseView | None = None

    def named(self, view: View) -> str:
        """The party, and what it agreed to."""
        what = self.text.title if self.clause is None else told(self.text.title, self.clause.heading)
        return told(short(view, self.party), what)


def referrals(view: View) -> tuple[Referral, ...]:
    """What waits for capitals: texts as a whole, then clauses."""
    whole = [
        Referral(party, text)
        for text in every(view)
        if text.state == "ad_referendum"
        for party, answer in text.referred.items()
        if answer is None
    ]
    clauses = [
        Referral(party, text, clause)
        for text in every(view)
        for clause in text.clauses
        for party in sorted(clause.clause.referred)
    ]
    return (*whole, *clauses)


class CapitalDeeds(PaneScreen):
    """Answer as the capital of a party what it agreed to ad referendum."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("referral", "T", mark("Capital answers"), mark("Matters"),
             mark("Answer as the capital of a party what it agreed to ad referendum."), Act.CONTROL),
    )  # fmt: skip

    def capitals_why_not(self, deed: Deed, view: View) -> str | None:
        """Why no capital can answer now."""
        return None if referrals(view) else tr("No capital has to answer.")

    async def do_referral(self) -> None:
        """Ask for which party, yes or no, and a word to it."""
        assert self.view is not None
        waiting = referrals(self.view)
        choices = [Choice(str(number), one.named(self.view)) for number, one in enumerate(waiting)]
        picked = await self.app.push_screen_wait(ChooseOne(tr("Which capital answers?"), choices))
        if picked is None:
            return
        one = waiting[int(picked)]
        instructions = self.view.control.capital_instructions.get(one.party, "") if self.view.control else ""
        answers = [Choice("agrees", tr("It agrees")), Choice("refuses", tr("It refuses"))]
        said = await self.app.push_screen_wait(ChooseOne(one.named(self.view), answers, instructions))
        if said is None:
            return
        question = LineQuestion(tr("A word to it?"), tr("The record shows it."), may_be_empty=True)
        words = await self.app.push_screen_wait(question)
        if words is not None:
            self.ask(
                AnswerReferral,
                party=one.party,
                agrees=said == "agrees",
                clause=one.clause.id if one.clause is not None else None,
                document=one.text.id,
                text=words,
            )
