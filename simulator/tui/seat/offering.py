"""What a seat can do now: by the open pane, by the role, and by the state of things."""

from collections.abc import Sequence

from textual.reactive import reactive

from scenarios.texts import tr
from simulator.engine import View
from simulator.tui.deeds import Deed
from simulator.tui.everywhere import HELP, MENU
from simulator.tui.seat import leaving, what_if
from simulator.tui.seat.keys import CATCH_UP, HELP_TEXT, LOCK, NOTES, PASS, PULSE, SHOW, WAITING, WHAT_IF, at_home
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.panes import ALL, BRIEF, OFFERS, RECORD
from simulator.tui.seat.papers import answers
from simulator.tui.seat.trying import TryingScreen
from simulator.tui.seat.waiting import open_pulse, waits
from simulator.tui.seat.wishes import LEAVE, NOTE, RATING, READY, STOP, WISHES, Wish
from simulator.tui.seat.wishing import WISH
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible

IN_EVERY_PANE = (STOP, NOTE)
"""Wishes that every pane has."""


class OfferingScreen(TryingScreen):
    """A screen that knows which pane is open, and so which keys mean what."""

    pane: reactive[int] = reactive(0, layout=False, init=False)
    """The open pane, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.read: set[str] = set()
        """The papers and answers that were opened since somebody sat down here."""

    @property
    def open_pane(self) -> Pane:
        """The pane that is open."""
        return ALL[self.pane]

    @property
    def picked(self) -> str | None:
        """The row under the cursor."""
        return self.query_one(Listing).picked

    def unread(self, view: View) -> int:
        """How many papers and answers reached this seat and were neither opened nor answered."""
        papers = {p.inject for p in view.papers if not (p.answered or p.opened)}
        return len(answers(view) - self.read) + len(papers - self.read)

    def offered(self) -> Sequence[Deed]:
        """What the role has: the open pane's wishes first, then what is possible everywhere, then the rest."""
        own = self.own_wishes()
        here = [w.deed for w in own if self.has(w)]
        rest = [at_home(w) for w in WISHES if w not in own and w not in IN_EVERY_PANE and self.has(w)]
        everywhere = [PULSE, WAITING, CATCH_UP, LOCK, PASS, STOP.deed, NOTE.deed, NOTES, WHAT_IF, SHOW]
        return list(dict.fromkeys((*here, *everywhere, *rest)))

    def has(self, wish: Wish) -> bool:
        """Whether the role knows a wish at all, and the exercise has the pane that it belongs to."""
        if self.view is None:
            return wish.act is None
        homes = [pane for pane in ALL if wish in pane.wishes]
        there = not homes or any(pane.shown(self.view) for pane in homes)
        return there and (wish.act is None or wish.act in self.view.can)

    def own_wishes(self) -> tuple[Wish, ...]:
        """The wishes of the open pane, or of leaving the role."""
        if self.view is not None and leaving.is_over(self.view):
            return (LEAVE, *RATING) if self.view.sheet is not None else (LEAVE,)
        more = (READY,) if self.view is not None and READY.why_not(self.view, None) is None else ()
        return tuple(dict.fromkeys((*self.open_pane.wishes, *more)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of another pane's wishes mean nothing here."""
        if action == "deed" and parameters and str(parameters[0]) in WISH:
            wish = WISH[str(parameters[0])]
            return wish in IN_EVERY_PANE or wish in self.own_wishes()
        return super().check_action(action, parameters)

    def why_not(self, deed: Deed) -> str | None:
        """What the rules, or the state of things, say against a deed."""
        if self.view is None:
            return tr("No session is open.")
        if deed.id == PULSE.id:
            return tr("No self-report waits.") if open_pulse(self.view) is None else None
        if deed.id == WAITING.id:
            return None if waits(self.view, self.unread(self.view)) else tr("Nothing waits for you.")
        if deed.id in (SHOW.id, NOTES.id, CATCH_UP.id):
            return tr("You have left your role.") if leaving.is_over(self.view) else None
        if deed.id == WHAT_IF.id:
            return tr("You have left your role.") if leaving.is_over(self.view) else what_if.why_not(self.view)
        wish = WISH.get(deed.id)
        return super().why_not(deed) if wish is None else wish.why_not(self.view, self.picked)

    def show_possible(self) -> None:
        """Let the footer show what is possible in this pane, then what is possible everywhere."""
        own = sorted((w for w in self.own_wishes() if w.footer), key=lambda w: not w.is_about(self.picked))
        here = [w.deed for w in own if self.why_not(w.deed) is None]
        more = [d for d in (PULSE,) if self.why_not(d) is None]
        shown = [SHOW] if self.pane == BRIEF and self.why_not(SHOW) is None else []
        if self.pane == RECORD and (self.view is None or not leaving.is_over(self.view)):
            here.append(NOTES)
        if self.pane == OFFERS and self.why_not(WHAT_IF) is None:
            here.append(WHAT_IF)
        self.query_one(Possible).show([*more, *shown, *here], (LOCK, MENU, HELP))

    @property
    def help_text(self) -> str:
        """What the screen is, and what the open pane is."""
        return f"{tr(HELP_TEXT)}\n\n## {tr(self.open_pane.name)}\n{tr(self.open_pane.help)}"
