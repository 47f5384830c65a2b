"""What the talks are about: the agenda, and the text when it is put to adoption."""

from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr, trn
from simulator.engine import View
from simulator.engine.commands import ImposeAgenda, ProposeAgenda, PutToAdoption
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseMany, LineQuestion, YesNo

AREA = mark("Matters")


class MatterDeeds(PaneScreen):
    """Propose or impose the agenda, put the text to adoption."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("agenda", "i", mark("Agenda"), AREA, mark("Propose the issues to talk about."), Act.PROPOSE_AGENDA),
        Deed("impose", "I", mark("Impose"), AREA,
             mark("Go on with the proposed agenda without everybody's agreement."), Act.DECLARE_OUTCOME),
        Deed("adoption", "d", mark("Adoption"), AREA, mark("Ask the parties to adopt the text as it stands."),
             Act.DECLARE_OUTCOME),
    )  # fmt: skip

    def matters_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed is not possible now."""
        if deed.id == "impose" and not view.agenda.proposed:
            return tr("No agenda has been proposed.")
        if deed.id in ("agenda", "impose") and view.agenda.adopted is not None:
            return tr("The agenda stands.")
        if deed.id == "adoption" and view.text.state not in ("under_reading", "clean"):
            none = view.text.state == "none"
            return tr("There is no version to adopt.") if none else tr("The text is not under reading.")
        return None

    async def do_agenda(self) -> None:
        """Ask for the issues; they are taken in the order of the list."""
        assert self.view is not None
        choices = [Choice(name, issue.title, issue.question) for name, issue in self.view.issues.items()]
        picked = self.view.agenda.proposed or tuple(self.view.issues)
        question = ChooseMany(tr("Propose which issues?"), choices, picked=picked)
        issues = await self.app.push_screen_wait(question)
        if issues is not None:
            self.ask(ProposeAgenda, issues=issues)

    async def do_impose(self) -> None:
        """Ask why: the record will show it."""
        question = LineQuestion(tr("Why go on without everybody?"), tr("The record shows it."), longest=300)
        reason = await self.app.push_screen_wait(question)
        if reason is not None:
            self.ask(ImposeAgenda, reason=reason)

    async def do_adoption(self) -> None:
        """Put the text to adoption, after a question."""
        assert self.view is not None
        still = sum(len(c.clause.open_brackets) for c in self.view.text.clauses)
        opened = trn("Still open: {n} bracket.", "Still open: {n} brackets.", still)
        title = tr("Put version {n} to adoption?", n=self.view.text.version)
        sure = await self.app.push_screen_wait(YesNo(title, opened if still else tr("No bracket is open.")))
        if sure:
            self.ask(PutToAdoption)
