"""Curtain: the page between two people at one terminal; only what everybody may know is on it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from scenarios.texts import mark, tr, trc, trn
from simulator.engine import View
from simulator.engine.words import Source
from simulator.tui.boards.line import STAND_IN, cell, row, words
from simulator.tui.boards.timing import phase_line, time_line
from simulator.tui.deeds import Deed
from simulator.tui.dialogs import LineQuestion
from simulator.tui.going import Go, Place
from simulator.tui.safe import safe
from simulator.tui.screen import LANGUAGE, DeedScreen, tongues
from simulator.tui.widgets.head import STOP, ends
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat as the whole room knows it."""

    id: str
    name: str
    title: str
    party: str
    source: Source
    people: tuple[str, ...]
    pinned: bool
    waiting: int = 0
    """How many things wait for it; never what."""


@dataclass(frozen=True, slots=True)
class Public:
    """All that the curtain knows of a session."""

    title: str
    time: str
    phase: str
    stopped: bool
    chairs: tuple[Chair, ...]


def public(view: View, pinned: Collection[str], waiting: Mapping[str, int] | None = None) -> Public:
    """What everybody in the room may know: no view of a seat ever reaches the curtain, only how much waits there."""
    waits = waiting or {}
    return Public(
        title=f"{view.title} · {view.name}" if view.name else view.title,
        time=time_line(view.clock),
        phase=phase_line(view.clock),
        stopped=view.clock.state == "stopped",
        chairs=tuple(
            Chair(
                s.id,
                s.name,
                s.title,
                view.parties[s.party].short,
                s.source,
                s.people,
                s.id in pinned,
                waits.get(s.id, 0),
            )
            for s in view.seats.values()
        ),
    )


class CurtainScreen(DeedScreen):
    """Choose a seat and open it with its PIN."""

    CSS_PATH = "curtain.tcss"
    DEEDS = (
        Deed("sit", "enter", mark("Open seat"), mark("Seat"), mark("Open the seat under the cursor with its PIN.")),
        Deed("trainer", "T", mark("Console"), mark("Trainer"), mark("Back to the console, with the trainer's PIN.")),
        Deed("door", "escape", mark("Another code"), mark("Session"), mark("Leave this session, back to the door."),
             footer=False),
        Deed("rater", "R", mark("Rater"), mark("Rater"),
             mark("Open the sheet of a rater who sits on no seat, by short name and PIN.")),
        LANGUAGE,
    )  # fmt: skip
    HELP_TEXT = mark("""## Curtain
Choose your seat with the arrows and press Enter; then type your PIN. Your seat opens with your papers.

When you are done, lock your seat with Ctrl+L: this page comes back and the next person can sit down. A seat that \
nobody touches for 90 seconds locks itself.""")

    def __init__(self, *, outside: bool = False) -> None:
        super().__init__()
        self.outside = outside
        """Whether this terminal is beyond the trainer's reach: no way leads from it to the console."""

    def offered(self) -> Sequence[Deed]:
        """The way back is the trainer's, or to the door."""
        return [d for d in self.DEEDS if d.id != ("trainer" if self.outside else "door")]

    known: reactive[Public | None] = reactive(None, layout=False, init=False)
    """All that this screen may know."""

    def compose(self) -> ComposeResult:
        """Title, clock, seats."""
        yield Static(id="head", classes="title")
        yield Static(id="time")
        with Horizontal(id="who", classes="heading"):
            yield Static(tr("Who sits down here?"))
            yield Static(tongues(), id="tongues")
        yield Listing(id="chairs")
        yield Static(tr("Only you should see the screen when you open your seat."), classes="empty")
        yield Possible()

    def on_mount(self) -> None:
        """Start in the list."""
        super().on_mount()
        self.query_one(Listing).focus()
        self.call_after_refresh(self.watch_known)  # what came before it was there is shown when it is

    def watch_known(self) -> None:
        """Show what changed."""
        known = self.known
        if known is None or not self.is_there:
            return
        self.query_one("#head", Static).update(safe(known.title))
        width = max(40, self.size.width - 2)
        line = ends(known.time, known.phase, width)
        said = Content("\n").join([line, words(tr(STOP), "bold reverse")]) if known.stopped else line
        self.query_one("#time", Static).update(said)
        self.query_one(Listing).show([(chair.id, _row(chair)) for chair in known.chairs])

    @on(OptionList.OptionSelected)
    async def picked(self) -> None:
        """Enter or a click opens the seat."""
        await self.action_deed("sit")

    def why_not(self, deed: Deed) -> str | None:
        """A stand-in's seat is not opened by hand."""
        if deed.id == "sit" and self.known is not None and self.is_there:
            picked = self.query_one(Listing).picked
            chair = next((c for c in self.known.chairs if c.id == picked), None)
            if chair is not None and chair.source is Source.STAND_IN:
                return tr("A stand-in plays this seat. The trainer can cast a person.")
        return None

    def do_sit(self) -> None:
        """Open the seat under the cursor."""
        seat = self.query_one(Listing).picked
        if seat is not None:
            self.post_message(Go(Place.SEAT, seat=seat))

    def do_door(self) -> None:
        """Back to the door."""
        self.post_message(Go(Place.DOOR))

    async def do_rater(self) -> None:
        """Open a rater's sheet; nobody learns here who rates."""
        prompt = tr("The short name under which the trainer admitted you.")
        name = await self.app.push_screen_wait(LineQuestion(tr("Who rates?"), prompt, longest=40))
        if name is not None:
            self.post_message(Go(Place.SEAT, seat="-".join(name.lower().split())))

    def do_trainer(self) -> None:
        """Back to the console."""
        self.post_message(Go(Place.CONSOLE))


def _row(chair: Chair) -> Content:
    who = {
        Source.STAND_IN: tr(STAND_IN),
        Source.EMPTY: trc("a seat", "empty"),
        Source.HUMAN: tr(", ").join(chair.people) or tr("a person"),
    }[chair.source]
    return row(
        cell(chair.name, 24, "bold"),
        cell(chair.party, 12),
        cell(who, 20),
        cell(tr("PIN") if chair.pinned else "" if chair.source is Source.STAND_IN else tr("no PIN"), 7),
        words(trn("{n} waits", "{n} wait", chair.waiting), "bold") if chair.waiting else "",
    )
