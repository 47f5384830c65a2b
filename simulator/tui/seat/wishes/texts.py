"""Which text a wish is about, and whether it is open to it."""

from collections.abc import Callable
from dataclasses import replace

from scenarios.texts import tr
from simulator.engine.session import Bracket
from simulator.engine.view.shapes import ClauseView, TextView, View
from simulator.tui.boards import line
from simulator.tui.boards.texts import Place, every, place
from simulator.tui.safe import one_line
from simulator.tui.seat import names, words
from simulator.tui.seat.fields import Form, Maker, NotNow
from simulator.tui.seat.wishes.wish import picked

SETTLED = ("in_adoption", "adopted", "ad_referendum")

_KINDS = ("text", "clause", "bracket")


def at(view: View, pick: str | None) -> Place | None:
    """What the picked row is about, where it is about a text."""
    name = next((name for kind in _KINDS if (name := picked(pick, kind)) is not None), None)
    return None if name is None else place(view, name)


def of_a_text(form: Callable[[View, Place], Form], *, anywhere: bool = False) -> Maker:
    """A form about the text of the picked row; where no text is picked, about the first for which it makes sense.

    `anywhere`: another text comes also where the picked one makes no sense, because somebody waits for the answer.
    """

    def make(view: View, pick: str | None) -> Form:
        here = at(view, pick)
        try:
            return _named(view, form, here or Place(view.text))
        except NotNow:
            if here is not None and not anywhere:
                raise
            for text in every(view):
                try:
                    return _named(view, form, Place(text))
                except NotNow:
                    continue
            raise

    return make


def _named(view: View, form: Callable[[View, Place], Form], here: Place) -> Form:
    """The form with the text that it is about: in its title, and in the command where it is not the main one."""
    made = form(view, here)
    if not view.texts:
        return made
    fixed = {**made.fixed, "document": here.text.id} if here.text.id else made.fixed
    return replace(made, title=line.told(one_line(here.text.title), made.title), fixed=fixed)


def demand_pen(view: View, text: TextView | None = None) -> None:
    """Raise NotNow where this seat does not hold the pen of a text, of the main one where none is named."""
    holders = (text or view.text).pen_holder
    if view.seat not in holders:
        people = line.series(words.seat_name(view, s) for s in holders)
        raise NotNow(tr("The pen is held by {people}.", people=people))


def demand_open(text: TextView) -> None:
    """Raise NotNow where a text is not open to change."""
    if text.version == 0:
        raise NotNow(tr("There is no text yet."))
    if text.state in SETTLED:
        raise NotNow(tr("The text is {state}.", state=names.text_states()[text.state]))


def clauses_to_pick(view: View, here: Place) -> tuple[tuple[tuple[str, str], ...], str]:
    """The clauses of a text that is open to change, and the one to begin with; raises NotNow."""
    demand_open(here.text)
    options = tuple(
        (cl.id, f"{one_line(cl.heading)} ({names.clause_states().get(cl.clause.state, cl.clause.state)})")
        for cl in here.text.clauses
    )
    if not options:
        raise NotNow(tr("The text has no clause."))
    return options, here.clause.id if here.clause is not None else options[0][0]


def brackets_of(text: TextView, fits: Callable[[Bracket], bool]) -> tuple[tuple[ClauseView, Bracket], ...]:
    """The open brackets of a text that fit, with their clauses."""
    return tuple((cl, b) for cl in text.clauses for b in cl.clause.open_brackets if fits(b))


def options_of(view: View, clause: ClauseView) -> tuple[tuple[str, str], ...]:
    """The options of the issue of a clause."""
    issue = view.issues.get(clause.issue) if clause.issue else None
    return tuple((o.id, one_line(o.label or o.text)) for o in issue.options) if issue else ()
