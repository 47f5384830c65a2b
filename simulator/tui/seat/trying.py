"""Trying packages out at a seat: the private tries of the screen, kept until it locks."""

from textual.content import Content

from scenarios.texts import tr
from simulator.engine.view.shapes import View
from simulator.tui.dialogs.choices import Choice, ChooseOne
from simulator.tui.seat import what_if
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.keys import WHAT_IF
from simulator.tui.seat.pane import Row
from simulator.tui.seat.what_if import Start, Try
from simulator.tui.seat.wishes.packages import TABLE, TERM, terms_of
from simulator.tui.seat.wishing import WishScreen


class TryingScreen(WishScreen):
    """A screen that keeps what somebody tries out; nothing of it is asked of the rules."""

    def __init__(self) -> None:
        super().__init__()
        self._tries: tuple[Try, ...] = ()

    @property
    def tried(self) -> Try | None:
        """The try in the picked row."""
        return next((t for t in self._tries if f"try:{t.number}" == self.picked), None)

    def try_rows(self, view: View) -> list[Row]:
        """The tries as rows."""
        return what_if.rows(view, self._tries)

    def try_detail(self, view: View, one: Try) -> Content:
        """A try in full, with the keys for it."""
        keys = tr("{key}, or Enter on the row, goes on with it and offers to table it.", key=WHAT_IF.keycap)
        return what_if.detail(view, one, keys)

    def show_tries(self, number: int) -> None:
        """Show the tries, and the one of a number first."""

    async def do_what_if(self) -> None:
        """Ask from what to set out, change it as one likes, and keep it or table it."""
        if self.view is None or self.view.worth is None:
            return
        one = self.tried
        if one is not None:
            await self._try(one.start, one)
            return
        found = what_if.starts(self.view, self.picked, self._tries)
        at: str | None = found[0].id
        if len(found) > 1:
            choices = [Choice(s.id, s.name) for s in found]
            at = await self.app.push_screen_wait(ChooseOne(tr("Set out from what?"), choices))
        start = next((s for s in found if s.id == at), None)
        if start is not None:
            await self._try(start, None)

    async def _try(self, start: Start, one: Try | None) -> None:
        assert self.view is not None
        form = what_if.form(self.view, start, None if one is None else one.terms)
        given = await self.app.push_screen_wait(FormPage(form))
        if given is None or self.view is None:
            return
        terms = terms_of(given)
        number = one.number if one is not None else len(self._tries) + 1
        kept = Try(number, start, terms)
        self._tries = (*(t for t in self._tries if t.number != number), kept)
        self.show_tries(number)
        why = TABLE.why_not(self.view, None) or (None if terms else tr("It settles no issue."))
        choices = [
            Choice("keep", tr("Keep it to ourselves")),
            Choice("table", tr("Table it: it goes into the form of an offer"), why_not=why),
        ]
        if await self.app.push_screen_wait(ChooseOne(tr("And now?"), choices)) == "table":
            await self._wish(TABLE, None, {TERM + i: terms.get(i) for i in self.view.issues})
