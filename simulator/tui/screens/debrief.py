"""Debriefing: the script with its clock, what it puts on the wall, three panels that are never added up."""

from collections.abc import Sequence
from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from scenarios.texts import mark, tr, trn
from scoring.scorecard import Scorecard
from simulator.debrief.narration import narrate
from simulator.debrief.sources import Sources, play_of
from simulator.engine import Record, View, moments
from simulator.engine.decide.debriefing import in_role
from simulator.engine.words import Source
from simulator.journal.live import LiveSession
from simulator.tui.boards.findings import Story, Told
from simulator.tui.deeds import Deed
from simulator.tui.going import Go, Place
from simulator.tui.present import clock, script
from simulator.tui.present.branching import BranchingDeeds
from simulator.tui.present.pane import PANES, Pane, now, pane_names
from simulator.tui.present.replaying import ReplayingDeeds
from simulator.tui.present.showing import ShowingDeeds
from simulator.tui.present.writing import WritingDeeds
from simulator.tui.widgets.head import Head
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.panes import Panes, pane_keys
from simulator.tui.widgets.possible import Possible

AREA = mark("Debriefing")
HOMES = ShowingDeeds.HOMES | ReplayingDeeds.HOMES
"""Deeds whose keys mean nothing outside of their pane."""


class DebriefScreen(ShowingDeeds, ReplayingDeeds, BranchingDeeds, WritingDeeds):
    """The presenter of the debriefing: nine panes for the hour after play."""

    CSS_PATH = ["console.tcss", "debrief.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        *pane_keys(len(PANES)),
    ]
    DEEDS = (
        Deed("console", "o", mark("Console"), mark("Go"), mark("Back to the console.")),
        Deed("stop", "x", mark("Stop"), AREA,
             mark("Stop the branch that stand-ins play, or the writing of documents; what is written stays.")),
        Deed("again", "r", mark("Read again"), AREA,
             mark("Score the record again, with what happened since."), footer=False),
        Deed("home", "escape", mark("Home"), mark("Go"), mark("Leave the debriefing."), footer=False),
    )  # fmt: skip
    HELP_TEXT = mark("""## Debriefing
The script stands on the left, its clock on top: what you put on the wall is on every projector of this session. Enter \
begins it and puts the first question on the wall; Space goes on, one thing after the other. The detail shows the page \
as the room sees it, and what you can say.

Nothing that somebody kept to themselves comes on the wall before everybody has left their role. V confirms it for \
those who did not say so at a terminal.

- 1 Script: the running order; t chooses 30, 55, 60 or 90 minutes
- 2 Board: the board as it was at any minute; left and right go a minute, p plays it again, f faster
- 3 Moments: where the talks turned, each with a question; m chooses the three that you talk about
- 4 Hidden: every interest and what became of it; Enter asks the room to guess, Enter again tells
- 5 Cards: three data cards at most; Enter asks, Enter again gives the numbers; values and one better package
- 6 Ask: the question bank; g sorts it by what people should learn
- 7 What if: Enter lets stand-ins play on from a moment; how it ended can be put on the wall
- 8 Panels: process, outcome and relationship. There is no grade, and no number over all of them. Every finding says \
how it misleads, and which events it rests on. What was not observed is not zero
- 9 Raters: where raters differ and how far they agree, for the training team and not for the wall

U shows what may hurt somebody, and what to do when somebody is upset. W writes the documents and says where they \
are.""")

    pane: reactive[int] = reactive(0, layout=False, init=False)
    """The open pane, from 0."""

    def __init__(self, live: LiveSession) -> None:
        super().__init__()
        self.live = live
        self._places: dict[int, str | None] = {}
        self._still = self._shown = -1
        self._ticks = False

    @property
    def card(self) -> Scorecard | None:
        """The scorecard; none while the record is scored."""
        return self.sources.known.scorecard if self.sources is not None else None

    def compose(self) -> ComposeResult:
        """Head, the debriefing's clock, panes, list and detail."""
        yield Head()
        yield Static(id="pace", markup=False)
        yield Static(id="roles", classes="heading", markup=False)
        yield Panes()
        with Vertical(id="body"):
            yield Listing(id="list")
            with VerticalScroll(id="detail"):
                yield Static(tr("Scoring …"), id="about", markup=False)
        yield Static(id="doing", markup=False)
        yield Possible()

    def on_mount(self) -> None:
        """Score in the background, and keep the debriefing's own clock."""
        panes = self.query_one(Panes)
        panes.names = pane_names()
        super().on_mount()
        self.query_one("#doing").display = self.writing is not None
        self.query_one(Listing).focus()
        self.show_pane()
        self.go_to(script.first(self.stage()))
        self.do_again()
        if not self._ticks:
            self._ticks = True
            self.set_interval(1.0, self.tick)

    def tick(self) -> None:
        """Bring the clock up to date: it is the time of day, whether or not play stands."""
        if self.is_there:
            self._say_time()
            if self.open_pane.id == "script":
                with self.prevent(OptionList.OptionHighlighted):
                    self.query_one(Listing).show(self.open_pane.rows(self.stage()))

    def _say_time(self) -> None:
        at = self.session.last_at if self.session.ended and self.session.last_at is not None else now()
        said = clock.line(self.session.debrief, self.length, at)
        self.query_one("#pace", Static).update(Content.styled(said, "bold"))

    def refresh_view(self, view: View) -> None:
        """Clock, who is still in role, and what is on the wall."""
        self.query_one(Head).view = view
        self._say_time()
        still = len(in_role(self.session))
        played = sum(seat.source is Source.HUMAN for seat in view.seats.values())
        label = self.query_one("#roles", Static)
        label.display = bool(still)
        said = trn(
            "{n} of {all} has not left their role yet: do not reveal too early.",
            "{n} of {all} have not left their role yet: do not reveal too early.",
            still,
            all=played,
        )
        label.update(Content(said))
        if self._still > 0 and not still:  # the last answers of the questionnaire count too
            self.do_again()
        self._still = still
        if view.number != self._shown:
            self._shown = view.number
            self.show_pane()

    def do_again(self) -> None:
        """Read the record here, where the journal is, and score it elsewhere."""
        record = self.record()
        if record is not None:
            self.score(record)

    @work(thread=True, exclusive=True, group="score")
    def score(self, record: Record) -> None:
        """Score the record and put its events into words."""
        sources = Sources(play_of(record))
        names = sources.known.names
        said = {m.number: Told(m.number, m.seconds, narrate(m, names)) for m, _ in moments(record)}
        _ = sources.minutes, sources.past, sources.holders, sources.incidents, sources.session, sources.reach
        self.app.call_from_thread(self.show_scored, sources, said)

    def show_scored(self, sources: Sources, said: Story) -> None:
        """Show what was found."""
        if self.is_there:
            self.sources, self.story = sources, said
            self.show_pane()

    # -- the panes ----------------------------------------------------------------------------------------------------

    @property
    def open_pane(self) -> Pane:
        """The open pane."""
        return PANES[self.pane]

    @property
    def picked(self) -> str | None:
        """The row under the cursor."""
        return self.query_one(Listing).picked

    def go_to(self, row: str | None) -> None:
        """Put the cursor on a row."""
        self.query_one(Listing).go_to(row)

    def show_pane(self) -> None:
        """The rows of the open pane."""
        self.query_one(Panes).chosen = self.pane
        with self.prevent(OptionList.OptionHighlighted):
            self.query_one(Listing).show(self.open_pane.rows(self.stage()))
        self.show_detail()
        self.show_possible()

    @on(OptionList.OptionHighlighted)
    def show_detail(self) -> None:
        """What the row under the cursor is about."""
        self.query_one("#about", Static).update(self.open_pane.detail(self.stage(), self.picked))

    @on(OptionList.OptionSelected)
    async def entered(self) -> None:
        """Enter puts something on the wall; from a moment of the what-if it plays on."""
        await self.action_deed("show")

    async def do_show(self) -> None:
        """What is under the cursor, to the wall; a moment of the what-if is played on from."""
        if self.open_pane.id == "what_if" and self.open_pane.slide(self.stage(), self.picked) is None:
            await self.play_branch()
            return
        await super().do_show()

    def action_pane(self, number: int) -> None:
        """Open a pane by its number, from 1."""
        self.pane = number - 1

    def action_step(self, by: int) -> None:
        """Open the pane before or after."""
        self.pane = (self.pane + by) % len(PANES)

    def watch_pane(self, before: int, after: int) -> None:
        """Show the pane; its cursor is where it was."""
        self._places[before] = self.picked
        with self.prevent(OptionList.OptionHighlighted):
            self.query_one(Listing).show([])
            self.show_pane()
            self.go_to(self._places.get(after) or self._first())
        self.show_detail()
        self.query_one("#detail").scroll_home(animate=False)

    def _first(self) -> str | None:
        """The row to begin at: in the script the one on the wall."""
        rows = self.query_one(Listing).rows
        here = script.first(self.stage()) if self.open_pane.id == "script" else None
        return here or (rows[0][0] if rows else None)

    # -- the deeds ----------------------------------------------------------------------------------------------------

    def offered(self) -> Sequence[Deed]:
        """The deeds of the open pane first, and none of another pane."""
        parts = (ShowingDeeds, ReplayingDeeds, BranchingDeeds, WritingDeeds, DebriefScreen)
        deeds = [deed for part in parts for deed in part.__dict__["DEEDS"]]
        here = [replace(d, footer=True) for d in deeds if HOMES.get(d.id) == self.open_pane.id]
        return [*deeds[:2], *here, *(d for d in deeds[2:] if d.id not in HOMES)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of one pane mean nothing in the others."""
        if action == "deed" and parameters and str(parameters[0]) in HOMES:
            return HOMES[str(parameters[0])] == self.open_pane.id
        return super().check_action(action, parameters)

    def why_not(self, deed: Deed) -> str | None:
        """One writing at a time; only what goes on can be stopped; the wall shows what the script allows."""
        if deed.id == "stop" and self.writing is None and self.played is None:
            return tr("Nothing is going on.")
        if deed.id == "write" and self.writing is not None:
            return tr("The documents are being written: X stops that.")
        if deed.id == "show" and self.open_pane.id == "what_if" and self.played is not None:
            return tr("A branch is being played: X stops it.")
        return self.showing_why_not(deed) or super().why_not(deed)

    def do_stop(self) -> None:
        """Stop writing, or the branch; what is written stays."""
        self.stop_branch()
        if self.writing is not None:
            self.writing.cancel()

    def do_console(self) -> None:
        """Back to the console."""
        self.post_message(Go(Place.CONSOLE))

    def do_home(self) -> None:
        """Leave."""
        self.post_message(Go(Place.HOME))
