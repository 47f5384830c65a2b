"""A wish: a deed at the table, the command that it asks for, and the form that collects what it needs."""

from dataclasses import dataclass

from roles.acts import Act
from scenarios.texts import tr
from simulator.engine.commands import Intent
from simulator.engine.view.shapes import View
from simulator.tui.deeds import Deed
from simulator.tui.seat.fields import Form, Maker, NotNow


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that a seat can ask of the rules; its words are marked, and said with `tr`."""

    id: str
    key: str
    """The key in its pane; empty where only the menu has it."""
    label: str
    """One or two words, for the footer."""
    area: str
    hint: str
    """What it does and what it needs, in a sentence."""
    act: Act | None
    """The act that gives the right; None for what everybody may."""
    do: type[Intent]
    form: Maker
    footer: bool = True
    """Whether it may stand in the footer."""
    rows: tuple[str, ...] = ()
    """The kinds of rows that it is about: there Enter does it."""

    def is_about(self, pick: str | None) -> bool:
        """Whether it is about the row that is picked."""
        return pick is not None and pick.split(":", 1)[0] in self.rows

    @property
    def deed(self) -> Deed:
        """The deed for keys, footer, menu and help."""
        return Deed(self.id, self.key, self.label, self.area, self.hint, self.act, self.footer, place="seat")

    def why_not(self, view: View, pick: str | None) -> str | None:
        """Why it cannot be asked now, or None."""
        if self.act is not None:
            reason = view.can.get(self.act, tr("Your role does not have this act."))
            if reason is not None:
                return reason
        try:
            self.form(view, pick)
        except NotNow as why:
            return str(why)
        return None


def plain(title: str, **fixed: object) -> Form:
    """A form that asks nothing."""
    return Form(title, fixed=fixed)


def picked(pick: str | None, kind: str) -> str | None:
    """The id in the row that is picked, where the row is of a kind: rows are called `kind:id`."""
    if pick is None or not pick.startswith(kind + ":"):
        return None
    return pick.split(":", 1)[1]
