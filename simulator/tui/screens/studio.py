"""Studio: where a designer writes a case, beside an editor that the Studio watches."""

import os
from dataclasses import replace
from pathlib import Path

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.worker import get_current_worker

from scenarios.shelf import NotOnShelf, find
from scenarios.texts import mark, tr
from simulator.tui.boards.line import told
from simulator.tui.deeds import Deed
from simulator.tui.dialogs.case import Page
from simulator.tui.going import Go, Place
from simulator.tui.screen import LANGUAGE, tongues
from simulator.tui.studio import panes, shelf
from simulator.tui.studio.known import Known
from simulator.tui.studio.panes import CHECK, PANES, Board, pane_names
from simulator.tui.studio.trying import Doing, TryingDeeds
from simulator.tui.studio.watching import watched
from simulator.tui.studio.writing import WritingDeeds
from simulator.tui.widgets.head import ends
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.panes import Panes, pane_keys
from simulator.tui.widgets.possible import Possible

WIDE, HUGE = 110, 160
"""Columns from which the scenarios stand beside the case, and the detail beside the list."""
SHELF = 32
"""Columns of the scenarios beside the case; also in the style sheet."""
EDGE = 3
"""Columns of a list that its border and its scroll bar may take."""


class Seen(Message):
    """The case was looked at."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known


class Shelved(Message):
    """The shelf was looked through."""

    def __init__(self, lines: tuple[shelf.Line, ...]) -> None:
        super().__init__()
        self.lines = lines


class StudioScreen(WritingDeeds, TryingDeeds):
    """The scenarios at hand, and eight panes for the one that is open."""

    CSS_PATH = "studio.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (HUGE, "-huge")]
    BINDINGS = [
        *pane_keys(len(PANES)),
    ]
    DEEDS = (
        *WritingDeeds.DEEDS[:1],
        *TryingDeeds.DEEDS,
        *WritingDeeds.DEEDS[1:],
        Deed("reload", "", mark("Look again"), hint=mark("Look for scenarios on the shelf again.")),
        LANGUAGE,
        Deed("back", "escape", mark("Back"), hint=mark("Back to the scenarios; from there to Home."), footer=False),
    )
    HELP_TEXT = mark("""## Studio
Choose a scenario with Enter. The Studio watches its files and checks them again whenever you save them, here or in an \
editor in another window.

- 1 Check: what is wrong, with the line; Enter shows what it means and what to do; E opens your editor there
- 2 Parties, 3 Issues: who wants what, and what is negotiated
- 4 Values: what each option is worth to whom, and what that does to the exercise
- 5 Interests: which interest unlocks which option, and what nobody can find
- 6 Course: the phases along the minutes, and what exercise control sends
- 7 Languages: how much of the case is said in each
- 8 Play: what became of it when stand-ins played it

While the file cannot be read, the other panes stay as they were, and say so. Your editor is the one that the variable \
VISUAL or EDITOR names.""")

    pane: reactive[int] = reactive(0, layout=False, init=False)
    """The open pane, from 0."""

    def __init__(self, scenario: str | None = None) -> None:
        super().__init__()
        self.wanted = scenario
        """A scenario that is opened at once."""
        self.lines: tuple[shelf.Line, ...] | None = None
        self.opened: tuple[Path, ...] = ()
        """Cases that were opened by their file."""
        self.choosing = True
        """Whether a narrow terminal shows the scenarios, and not the case."""
        self.doing: dict[str, str] = {}
        """What goes on in the background."""
        self.add_class("-choosing", "-nothing")

    def compose(self) -> ComposeResult:
        """The scenarios at the left, the case at the right; one of them where there is no room."""
        with Horizontal(classes="title"):
            yield Static(id="where")
            yield Static(tongues(), id="tongues")
        with Horizontal(id="studio"):
            with Vertical(id="shelf"):
                yield Static(tr("Scenarios"), classes="heading")
                yield Listing(id="cases")
                yield Static(tr("Reading the shelf …"), id="no-cases", classes="empty")
                yield Static(id="card", markup=False)
            with Vertical(id="case"):
                yield Panes()
                yield Static(id="state", markup=False)
                with Vertical(id="body"):
                    yield Listing(id="list")
                    with VerticalScroll(id="detail"):
                        yield Static(id="about", markup=False)
        yield Static(id="doing", markup=False)
        yield Possible()

    def on_mount(self) -> None:
        """Look through the shelf, and open what was asked for."""
        super().on_mount()
        self.query_one(Panes).names = pane_names()
        if self.wanted is not None:
            wanted, self.wanted = self.wanted, None
            self._open_wanted(wanted)
        elif self.known is not None:
            self._watch(self.known.place)
        if self.lines is not None:
            self.show_shelf(Shelved(self.lines))
        self.read_shelf()
        self.show_case()
        self.show_doing()
        self.query_one("#cases" if self.choosing else "#list", Listing).focus()

    def on_unmount(self) -> None:
        """Leave nothing behind that goes on."""
        self.stop_all()
        self.workers.cancel_node(self)

    # -- the scenarios ------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="shelf")
    def read_shelf(self) -> None:
        """Look through the shelf; that takes a moment."""
        self.post_message(Shelved(shelf.at_hand(self.opened)))

    @on(Shelved)
    def show_shelf(self, message: Shelved) -> None:
        """Show what is there."""
        if not self.is_there:
            return
        self.lines = message.lines
        cases = self.query_one("#cases", Listing)
        picked = cases.picked or (str(self.known.place) if self.known is not None else None)
        cases.show(shelf.rows(self.lines, self._room("cases")))
        cases.go_to(picked)
        empty = self.query_one("#no-cases", Static)
        mine = any(not shelf.is_shipped(line.place) for line in self.lines)
        empty.display = not mine
        empty.update(tr("No scenario of your own yet. Press N to begin one."))
        self.show_card()

    def _room(self, which: str) -> int:
        """The columns that a list has for its rows, also before it is laid out."""
        width = self.app.size.width
        if width >= WIDE:
            width = SHELF if which == "cases" else width - SHELF
        if which == "list" and self.app.size.width >= HUGE:
            width = width * 3 // 5
        return max(20, width - EDGE)

    def show_card(self) -> None:
        """Show what there is to know about the scenario under the cursor."""
        picked = self.query_one("#cases", Listing).picked
        line = next((one for one in self.lines or () if str(one.place) == picked), None)
        self.query_one("#card", Static).update(shelf.card(line) if line is not None else "")

    def _open_wanted(self, name: str) -> None:
        try:
            place = find(name)
        except NotOnShelf as trouble:
            self.tell(str(trouble), trouble=True)
        else:
            self.open_case(Path(os.path.abspath(place)))

    def open_case(self, place: Path) -> None:
        """Open a case by its YAML file."""
        if self.known is None or self.known.place != place:
            self.stop_all()
            self.going, self.trials = None, ()
            self.known = Known(place)
            self.opened = tuple(dict.fromkeys((place, *self.opened)))
            self.pane = CHECK
        self.choosing = False
        self._watch(place)
        self.query_one("#cases", Listing).go_to(str(place))
        self.show_case()
        self.query_one("#list", Listing).focus()

    @work(thread=True, exclusive=True, group="watch")
    def _watch(self, place: Path) -> None:
        worker = get_current_worker()
        watched(place, lambda known: self.post_message(Seen(known)), lambda: worker.is_cancelled)

    @on(Seen)
    def seen(self, message: Seen) -> None:
        """Show what is known now."""
        if self.known is not None and message.known.place == self.known.place:
            known = message.known
            if known.good is None and self.known.good is not None:  # the watch began anew with a text that is broken
                known = self._with_last(known)
            self.known = known
            self.show_case()

    def _with_last(self, known: Known) -> Known:
        assert self.known is not None
        return replace(known, good=self.known.good, analysis=self.known.analysis, tongues=self.known.tongues)

    # -- the case -----------------------------------------------------------------------------------------------------

    def show_case(self) -> None:
        """The open pane of the case, and what is known of it."""
        if not self.is_there:
            return
        self.set_class(self.choosing, "-choosing")
        self.set_class(self.known is None, "-nothing")
        self._show_head()
        row = self.query_one(Panes)
        row.chosen = self.pane
        listing, about = self.query_one("#list", Listing), self.query_one("#about", Static)
        known = self.known
        if known is None:
            listing.show([])
            listing.display = False
            about.update(Content(tr("Put the cursor on a scenario and press Enter, or N to begin one of your own.")))
            self.show_possible()
            return
        row.waiting = (known.errors,)
        before, at = listing.picked, listing.highlighted or 0
        rows = PANES[self.pane].rows(Board(known, self.trials), self._room("list"))
        listing.show(rows)
        if before is not None and rows and all(name != before for name, _ in rows):
            listing.highlighted = min(at, len(rows) - 1)  # what was under the cursor is mended: stay where it was
        comes = bool(rows) and not listing.display
        listing.display = bool(rows)
        if comes and not isinstance(self.focused, Listing):
            listing.focus()  # a list without rows is hidden, and what is hidden loses the keys
        self.show_detail()
        self.show_possible()

    def _show_head(self) -> None:
        where, state = self.query_one("#where", Static), self.query_one("#state", Static)
        known = self.known
        if known is None:
            where.update(tr("Studio"))
            state.display = False
            return
        title = known.case.title if known.case is not None else known.place.parent.name
        where.update(
            ends(told(tr("Studio"), title), panes.counted(known), self.app.size.width - cell_len(tongues().plain) - 3)
        )
        state.display = True
        state.set_class(known.is_old or known.gone, "-old")
        state.update(Content(panes.state(known)))

    def show_detail(self) -> None:
        """What is under the cursor, in full."""
        if self.known is not None:
            picked = self.query_one("#list", Listing).picked
            self.query_one("#about", Static).update(PANES[self.pane].detail(Board(self.known, self.trials), picked))

    def spot(self) -> tuple[Path, int, int] | None:
        """The file, line and column of what is under the cursor."""
        if self.known is None or self.choosing:
            return None
        try:
            picked = self.query_one("#list", Listing).picked
        except NoMatches:
            return None
        return panes.spot(self.pane, self.known, picked)

    def action_pane(self, number: int) -> None:
        """Open a pane by its number, from 1."""
        if self.known is None:
            self.tell(tr("No case is open: put the cursor on one and press Enter."), trouble=True)
            return
        self.choosing = False
        self.pane = number - 1
        self.show_case()
        self.query_one("#list", Listing).focus()

    def action_step(self, by: int) -> None:
        """Open the pane before or after."""
        self.action_pane((self.pane + by) % len(PANES) + 1)

    def watch_pane(self) -> None:
        """Show the pane from its beginning."""
        if not self.is_there:
            return
        with self.prevent(OptionList.OptionHighlighted):
            self.query_one("#list", Listing).show([])
            self.show_case()
        self.query_one("#detail").scroll_home(animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Rows are as wide as there is room."""
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Draw every row anew."""
        if self.is_there:
            if self.lines is not None:
                self.show_shelf(Shelved(self.lines))
            self.show_case()

    @on(OptionList.OptionHighlighted)
    def moved(self, event: OptionList.OptionHighlighted) -> None:
        """Show what is under the cursor."""
        if event.option_list.id == "cases":
            self.show_card()
        else:
            self.show_detail()

    @on(OptionList.OptionSelected)
    async def entered(self, event: OptionList.OptionSelected) -> None:
        """Enter opens a scenario, or shows a row on a page of its own."""
        if event.option_list.id == "cases":
            picked = self.query_one("#cases", Listing).picked
            if picked is not None:
                self.open_case(Path(picked))
        elif self.known is not None:
            picked = self.query_one("#list", Listing).picked
            self.app.push_screen(Page(PANES[self.pane].detail(Board(self.known, self.trials), picked)))

    # -- what goes on -------------------------------------------------------------------------------------------------

    @on(Doing)
    def heed(self, message: Doing) -> None:
        """Show what goes on; where nothing is said it has ended."""
        if message.said:
            self.doing[message.what] = message.said
        else:
            self.doing.pop(message.what, None)
            if message.what == "print":
                self.printing = None
            elif self.going is not None and self.going.over:
                self.going = None
            self.show_case()
        self.show_doing()
        self.show_possible()

    def show_doing(self) -> None:
        """Say what goes on, where something does."""
        if self.is_there:
            label = self.query_one("#doing", Static)
            label.display = bool(self.doing)
            label.update(Content(" · ".join(self.doing.values())))

    def do_reload(self) -> None:
        """Look through the shelf again."""
        self.read_shelf()

    def do_back(self) -> None:
        """From the case to the scenarios, and from there to Home."""
        cases = self.query_one("#cases", Listing)
        if self.choosing or self.focused is cases:
            self.post_message(Go(Place.HOME))
            return
        self.choosing = True
        self.show_case()
        cases.focus()
