"""What the talks are about: the agenda, and the text when it is put to adoption."""

from typing import ClassVar

from roles.acts import Act
from simulator.engine import View
from simulator.engine.commands import ImposeAgenda, ProposeAgenda, PutToAdoption
from simulator.tui.boards.line import count
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseMany, LineQuestion, YesNo


class MatterDeeds(PaneScreen):
    """Propose or impose the agenda, put the text to adoption."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("agenda", "i", "Agenda", "Matters", "Propose the issues to talk about.", Act.PROPOSE_AGENDA),
        Deed("impose", "I", "Impose", "Matters", "Go on with the proposed agenda without everybody's agreement.",
             Act.DECLARE_OUTCOME),
        Deed("adoption", "d", "Adoption", "Matters", "Ask the parties to adopt the text as it stands.",
             Act.DECLARE_OUTCOME),
    )  # fmt: skip

    def matters_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed is not possible now."""
        if deed.id == "impose" and not view.agenda.proposed:
            return "No agenda has been proposed."
        if deed.id in ("agenda", "impose") and view.agenda.adopted is not None:
            return "The agenda stands."
        if deed.id == "adoption" and view.text.state not in ("under_reading", "clean"):
            return "There is no version to adopt." if view.text.state == "none" else "The text is not under reading."
        return None

    async def do_agenda(self) -> None:
        """Ask for the issues; they are taken in the order of the list."""
        assert self.view is not None
        choices = [Choice(name, issue.title, issue.question) for name, issue in self.view.issues.items()]
        picked = self.view.agenda.proposed or tuple(self.view.issues)
        issues = await self.app.push_screen_wait(ChooseMany("Propose which issues?", choices, picked=picked))
        if issues is not None:
            self.ask(ProposeAgenda, issues=issues)

    async def do_impose(self) -> None:
        """Ask why: the record will show it."""
        question = LineQuestion("Why go on without everybody?", "The record shows it.", longest=300)
        reason = await self.app.push_screen_wait(question)
        if reason is not None:
            self.ask(ImposeAgenda, reason=reason)

    async def do_adoption(self) -> None:
        """Put the text to adoption, after a question."""
        assert self.view is not None
        still = sum(len(c.clause.open_brackets) for c in self.view.text.clauses)
        prompt = f"Still open: {count(still, 'bracket')}." if still else "No bracket is open."
        sure = await self.app.push_screen_wait(YesNo(f"Put version {self.view.text.version} to adoption?", prompt))
        if sure:
            self.ask(PutToAdoption)
