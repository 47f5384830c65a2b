"""Set-up: who plays what, with which PIN, before the clock starts."""

from collections.abc import Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from scenarios.model import Scenario
from scenarios.model.cast import Casting
from scenarios.texts import mark, tr, trn
from simulator.engine import View
from simulator.engine.words import Source
from simulator.tui.boards.line import cell, page, paragraph, people, row, short, words
from simulator.tui.control.table import TableDeeds
from simulator.tui.control.way import CODE
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import Choice, ChooseOne
from simulator.tui.going import Go, LookOver, MakePins, Place, Recast, ShowCode
from simulator.tui.safe import lines
from simulator.tui.screen import LANGUAGE, tongues
from simulator.tui.widgets.head import Head
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible
from simulator.tui.widgets.steady import Steady

SEATS, WAYS = mark("Seats"), mark("Go")


class SetupScreen(TableDeeds):
    """One row a seat; the casting table proposes, the trainer decides."""

    PLACE = "setup"
    CSS_PATH = "console.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    DEEDS = (
        Deed("size", "z", mark("Size"), SEATS, mark("Cast all seats by the table for a number of people.")),
        Deed("pins", "p", mark("PINs"), SEATS, mark("Make PINs, which are shown once.")),
        Deed("look_over", "v", mark("Pre-flight"), WAYS, mark("Look over everything before the start.")),
        Deed("start", "space", mark("Start clock"), WAYS, mark("Start the play clock and open the console.")),
        Deed("console", "o", mark("Console"), WAYS, mark("Run the session.")),
        CODE,
        Deed("curtain", "u", mark("Curtain"), WAYS, mark("Hand this terminal to the people at the table.")),
        Deed("home", "escape", mark("Home"), WAYS, mark("Leave the set-up; the session stays."), footer=False),
        LANGUAGE,
    )
    HELP_TEXT = mark("""## Set-up
Cast each seat with a person (one name, or two with a comma), with a stand-in that the program plays, or leave it \
empty. Enter casts the seat under the cursor; Z casts all of them for a number of people. Casting can be changed \
during play too.

P makes the PINs. They are shown once: write them down, or save the sheet to a file that only you can read. V looks \
over everything: what is ready, what is still to do, what blocks. Then Space starts the clock, or U lowers the \
curtain, behind which everybody reads their papers. Q shows the code by which people join from other terminals.""")

    pinned: reactive[frozenset[str]] = reactive(frozenset(), layout=False, init=False)
    """The seats that have a PIN."""

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self.scenario = scenario

    def compose(self) -> ComposeResult:
        """Head, seats, and what to know about them."""
        yield Head()
        with Horizontal(classes="heading"):
            yield Static(tr("Set-up: who plays what"))
            yield Static(tongues(), id="tongues")
        with Vertical(id="body"):
            yield Listing(id="list")
            with VerticalScroll(id="detail"):
                yield Steady(id="about")
        yield Possible()

    def on_mount(self) -> None:
        """Start in the list."""
        super().on_mount()
        self.query_one(Listing).focus()

    def picked_row(self, pane: str) -> str | None:
        """The seat under the cursor."""
        return self.query_one(Listing).picked if pane == "Seats" else None

    def offered(self) -> Sequence[Deed]:
        """Casting first, then what comes after it."""
        cast = next(d for d in TableDeeds.DEEDS if d.id == "cast")
        return (replace(cast, hint=mark("Say who plays the seat under the cursor.")), *self.DEEDS)

    def why_not(self, deed: Deed) -> str | None:
        """Why not now."""
        if self.view is None:
            return tr("No session is open.")
        if deed.id == "start" and self.view.clock.state != "ready":
            return tr("The clock has started: go to the console.")
        empty = [
            s for s in self.view.seats.values() if s.source is Source.EMPTY and not self.scenario.seats[s.id].optional
        ]
        if deed.id == "start" and empty:
            return tr("Nobody plays {name}: cast a person or a stand-in.", name=empty[0].name)
        if deed.id == "size" and not self.scenario.casting:
            return tr("This scenario has no casting table: cast seat by seat.")
        if deed.id == "pins" and not self._humans():
            return tr("No seat is played by a person.")
        return super().why_not(deed)

    def _humans(self) -> list[str]:
        seats = self.view.seats.values() if self.view else ()
        return [s.id for s in seats if s.source is Source.HUMAN]

    def watch_pinned(self) -> None:
        """Show who has a PIN."""
        if self.view is not None and self.is_there:
            self.refresh_view(self.view)

    def refresh_view(self, view: View) -> None:
        """One row a seat."""
        self.query_one(Head).view = view
        self.query_one(Listing).show([(seat, self._row(view, seat)) for seat in view.seats])
        self.show_detail()

    def _row(self, view: View, seat: str) -> Content:
        known = view.seats[seat]
        if known.source is Source.HUMAN:
            pin = tr("PIN") if seat in self.pinned else tr("no PIN yet")
        else:
            pin = ""
        return row(
            cell(known.name, 22, "bold"),
            cell(short(view, known.party), 12),
            cell(people(view, seat), 20),
            cell(pin, 10),
            words(tr("optional") if self.scenario.seats[seat].optional else "", "dim"),
        )

    @on(OptionList.OptionHighlighted)
    def show_detail(self) -> None:
        """What to know about the seat under the cursor, and about the size."""
        if self.view is None:
            return
        seat = self.query_one(Listing).picked
        table = [words(f"• {_size(c)}") for c in self.scenario.casting]
        missing = sum(1 for s in self._humans() if s not in self.pinned)
        about = None
        if seat is not None:
            written = self.scenario.seats[seat]
            about = paragraph(tr("{name}, {title}", name=written.name, title=written.title), lines(written.brief))
        said = page(
            words(_pins(len(self._humans()), missing)),
            about,
            paragraph(tr("Sizes"), Content("\n").join(table)) if table else None,
        )
        self.query_one("#about", Steady).update(said)

    @on(OptionList.OptionSelected)
    async def entered(self) -> None:
        """Enter casts."""
        await self.action_deed("cast")

    # -- the deeds ----------------------------------------------------------------------------------------------------

    async def do_size(self) -> None:
        """Cast by the table."""
        choices = [
            Choice(str(c.people), trn("{n} person", "{n} people", c.people), c.advice or "")
            for c in self.scenario.casting
        ]
        prompt = tr("Every seat is cast anew; names that were typed go.")
        picked = await self.app.push_screen_wait(ChooseOne(tr("How many people?"), choices, prompt))
        if picked is not None:
            self.post_message(Recast(int(picked)))

    async def do_pins(self) -> None:
        """Make PINs for those without one, for one seat, or for all."""
        humans = self._humans()
        without = tuple(s for s in humans if s not in self.pinned)
        here = self.query_one(Listing).picked
        choices = [
            Choice(
                "missing",
                trn("For {n} seat without one", "For {n} seats without one", len(without)),
                why_not=None if without else tr("All have one."),
            ),
            Choice("here", tr("Only for the seat under the cursor"), self._called(here),
                   None if here else tr("No seat.")),
            Choice("all", tr("For all seats of people ({n})", n=len(humans)), tr("old PINs no longer open")),
        ]  # fmt: skip
        picked = await self.app.push_screen_wait(ChooseOne(tr("Make PINs"), choices, tr("They are shown once.")))
        if picked is not None:
            made = {"missing": without, "here": (here,) if here else (), "all": tuple(humans)}[picked]
            self.post_message(MakePins(made))

    def _called(self, seat: str | None) -> str:
        return self.scenario.seats[seat].name if seat else ""

    def do_look_over(self) -> None:
        """Look over everything."""
        self.post_message(LookOver())

    def do_start(self) -> None:
        """Start the clock, after a look at what may block."""
        self.post_message(LookOver(start=True))

    def do_console(self) -> None:
        """Open the console."""
        self.post_message(Go(Place.CONSOLE))

    def do_code(self) -> None:
        """Show the join code."""
        self.post_message(ShowCode())

    def do_curtain(self) -> None:
        """Lower the curtain."""
        self.post_message(Go(Place.CURTAIN))

    def do_home(self) -> None:
        """Leave."""
        self.post_message(Go(Place.HOME))


def _size(casting: Casting) -> str:
    """A number of people, and what to do with so many."""
    if casting.advice:
        return trn("{n} person: {advice}", "{n} people: {advice}", casting.people, advice=casting.advice)
    return trn("{n} person", "{n} people", casting.people)


def _pins(humans: int, missing: int) -> str:
    """How many seats people play, and how many of these have no PIN."""
    if missing:
        return trn(
            "{n} seat for people; without a PIN: {missing} (P makes them).",
            "{n} seats for people; without a PIN: {missing} (P makes them).",
            humans,
            missing=missing,
        )
    return trn("{n} seat for people; without a PIN: 0.", "{n} seats for people; without a PIN: 0.", humans)
