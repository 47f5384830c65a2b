"""How a seat asks: a wish, its form, what the rules say, and nothing lost that was typed."""

from collections.abc import Mapping
from typing import Any

from scenarios.texts import tr
from simulator.engine import Refused
from simulator.tui.dialogs import Drafts
from simulator.tui.screen import SessionScreen
from simulator.tui.seat.fields import Form, NotNow, Writing
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.wishes import WISHES, Wish

WISH: Mapping[str, Wish] = {wish.id: wish for wish in WISHES}


class WishScreen(SessionScreen):
    """A screen with wishes: each deed that is one opens its form, and a refused form opens again as it was."""

    def __init__(self) -> None:
        super().__init__()
        self._refused: Refused | None = None
        self._asked: tuple[Wish, str | None, Mapping[str, Any]] | None = None
        self._kept: dict[tuple[str, str | None], Mapping[str, Any]] = {}

    @property
    def picked(self) -> str | None:
        """The row under the cursor."""
        return None

    async def action_deed(self, name: str) -> None:
        """Ask a wish, or do a deed of the screen."""
        wish = WISH.get(name)
        if wish is None or self.view is None:
            await super().action_deed(name)
            return
        why = wish.why_not(self.view, self.picked)
        if why is not None:
            self.say_why_not(wish, why)
            return
        self.run_worker(self._wish(wish, self.picked), group="deed")

    def say_why_not(self, wish: Wish, why: str) -> None:
        """Say why a wish cannot be asked now."""
        self.app.notify(why, title=tr("{act}: not now", act=tr(wish.label)), severity="warning", markup=False)

    async def _wish(
        self, wish: Wish, pick: str | None, values: Mapping[str, Any] | None = None, said: str = ""
    ) -> None:
        assert self.view is not None
        try:
            form = wish.form(self.view, pick)
        except NotNow as why:
            self.say_why_not(wish, str(why))
            return
        if not form.asks:
            made = form.command_fields({})
            if not isinstance(made, str):
                self.ask(wish.do, **made)
            return
        page = FormPage(form, values or self._kept.pop((wish.id, pick), None) or self._drafts(wish, pick, form), said)
        given = await self.app.push_screen_wait(page)
        self._keep(wish, pick, form, page.values if given is None else {})
        if given is None:
            self._kept[wish.id, pick] = page.values
            return
        self._asked = wish, pick, dict(page.values)
        self.ask(wish.do, **given)

    @property
    def refusal(self) -> Refused | None:
        """What the rules said no to last; the app sets it, and a form that was refused opens again."""
        return self._refused

    @refusal.setter
    def refusal(self, refused: Refused | None) -> None:
        self._refused = refused
        if refused is not None and self._asked is not None:
            wish, pick, values = self._asked
            self._asked = None
            said = f"{refused.why} {refused.instead}".strip()
            self.run_worker(self._wish(wish, pick, values, said), group="deed")

    def _drafts(self, wish: Wish, pick: str | None, form: Form) -> Mapping[str, Any]:
        """Texts that were begun before the seat was locked."""
        drafts = getattr(self.app, "drafts", None)
        if not isinstance(drafts, Drafts):
            return {}
        names = [f.name for f in form.fields if isinstance(f, Writing)]
        begun = {name: drafts.of(self.seat, _draft(wish, pick, name)) for name in names}
        return {name: text for name, text in begun.items() if text}

    def _keep(self, wish: Wish, pick: str | None, form: Form, values: Mapping[str, Any]) -> None:
        drafts = getattr(self.app, "drafts", None)
        if isinstance(drafts, Drafts):
            for one in form.fields:
                if isinstance(one, Writing):
                    text = str(values.get(one.name, ""))
                    drafts.keep(self.seat, _draft(wish, pick, one.name), text if text != one.value else "")


def _draft(wish: Wish, pick: str | None, name: str) -> str:
    return f"{wish.id} {pick or ''} {name}"
