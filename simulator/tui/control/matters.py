"""What the talks are about: the agenda, and the text when it is put to adoption."""

from typing import ClassVar

from roles.acts import Act
from scenarios.texts import mark, tr, trn
from simulator.engine import View
from simulator.engine.commands import ImposeAgenda, ProposeAgenda, PutToAdoption
from simulator.engine.view.bodies import BodyView
from simulator.engine.view.shapes import TextView
from simulator.tui.boards.line import agenda_item, told
from simulator.tui.boards.texts import every, place
from simulator.tui.control.pane import PaneScreen
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseMany, ChooseOne, LineQuestion, YesNo

AREA = mark("Matters")
MAIN = "main"


class MatterDeeds(PaneScreen):
    """Propose or impose the agenda, put the text to adoption."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("agenda", "i", mark("Agenda"), AREA, mark("Propose the issues to talk about."), Act.PROPOSE_AGENDA),
        Deed("impose", "minus", mark("Impose"), AREA,
             mark("Go on with the proposed agenda without everybody's agreement."), Act.DECLARE_OUTCOME),
        Deed("adoption", "d", mark("Adoption"), AREA, mark("Ask the parties to adopt the text as it stands."),
             Act.DECLARE_OUTCOME),
    )  # fmt: skip

    def matters_why_not(self, deed: Deed, view: View) -> str | None:
        """Why a deed is not possible now."""
        if deed.id == "impose" and not any(b.agenda.proposed for b in view.bodies.values()):
            return tr("No agenda has been proposed.")
        if deed.id in ("agenda", "impose") and not self._agendas(deed.id):
            return tr("The agenda stands.")
        if deed.id == "adoption" and not _readable(view):
            none = all(text.state == "none" for text in every(view))
            return tr("There is no version to adopt.") if none else tr("The text is not under reading.")
        return None

    def _agendas(self, deed: str) -> list[BodyView]:
        """The bodies whose agenda can still be proposed, or imposed."""
        assert self.view is not None
        return [
            body
            for body in self.view.bodies.values()
            if (body.main or body.sits) and body.agenda.adopted is None and (deed == "agenda" or body.agenda.proposed)
        ]

    async def _agenda_of(self, deed: str, title: str) -> BodyView | None:
        found = self._agendas(deed)
        picked = (self.picked_row("Offers") or "").partition(":")
        at = [body for body in found if picked[0] == "agenda" and picked[2] == ("" if body.main else body.id)]
        if at or len(found) == 1:
            return (at or found)[0]
        choices = [Choice(body.id, body.name) for body in found]
        name = await self.app.push_screen_wait(ChooseOne(title, choices))
        return next((body for body in found if body.id == name), None)

    async def do_agenda(self) -> None:
        """Ask for the items; they are taken in the order of the list."""
        assert self.view is not None
        body = await self._agenda_of("agenda", tr("The agenda of which body?"))
        if body is None:
            return
        only_issues = all(item is None for item in body.items.values())
        choices = [
            Choice(i, agenda_item(self.view, body.id, i), self.view.issues[i].question if i in self.view.issues else "")
            for i in body.items
        ]
        picked = body.agenda.proposed or tuple(i for i, item in body.items.items() if item is None)
        title = tr("Propose which issues?") if only_issues else tr("Propose which items?")
        issues = await self.app.push_screen_wait(ChooseMany(title, choices, picked=picked))
        if issues is not None:
            kept = {item: words for item, words in body.agenda.wordings.items() if item in issues}
            self.ask(ProposeAgenda, issues=issues, **({"wordings": kept} if kept else {}), **_named(body))

    async def do_impose(self) -> None:
        """Ask why: the record will show it."""
        body = await self._agenda_of("impose", tr("The agenda of which body?"))
        if body is None:
            return
        question = LineQuestion(tr("Why go on without everybody?"), tr("The record shows it."), longest=300)
        reason = await self.app.push_screen_wait(question)
        if reason is not None:
            self.ask(ImposeAgenda, reason=reason, **_named(body))

    async def do_adoption(self) -> None:
        """Put a text to adoption, after a question: the one under the cursor, or one that is picked."""
        assert self.view is not None
        readable = {text.id: text for text in _readable(self.view)}
        row = self.picked_row("Text")
        text = readable.get(place(self.view, row).text.id) if row is not None else None
        if text is None and len(readable) > 1:
            choices = [Choice(name or MAIN, known.title) for name, known in readable.items()]
            picked = await self.app.push_screen_wait(ChooseOne(tr("Put which text to adoption?"), choices))
            if picked is None:
                return
            text = readable[picked if picked != MAIN else ""]
        text = text or next(iter(readable.values()))
        still = sum(len(c.clause.open_brackets) for c in text.clauses)
        opened = trn("Still open: {n} bracket.", "Still open: {n} brackets.", still)
        title = tr("Put version {n} to adoption?", n=text.version)
        if self.view.texts:
            title = told(text.title, title)
        sure = await self.app.push_screen_wait(YesNo(title, opened if still else tr("No bracket is open.")))
        if sure:
            self.ask(PutToAdoption, document=text.id)


def _named(body: BodyView) -> dict[str, str]:
    """The field that names a body; the first plenary is not named."""
    return {} if body.main else {"body": body.id}


def _readable(view: View) -> tuple[TextView, ...]:
    """The texts that can be put to adoption."""
    return tuple(text for text in every(view) if text.state in ("under_reading", "clean"))
