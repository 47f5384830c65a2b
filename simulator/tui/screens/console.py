"""Console: where the trainer runs the exercise."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList

from scenarios.texts import mark, tr
from simulator.engine import Moment, View
from simulator.engine.events import PhaseEntered
from simulator.journal.presence import Terminal
from simulator.tui.boards import (
    attendance,
    calls,
    committee,
    history,
    hotline,
    log,
    offers,
    pace,
    seats,
    zone,
)
from simulator.tui.boards.kept import Kept
from simulator.tui.boards.line import page, paragraph, words
from simulator.tui.control.capitals import CapitalDeeds
from simulator.tui.control.clock import ClockDeeds
from simulator.tui.control.committee import CommitteeDeeds
from simulator.tui.control.events import EventDeeds
from simulator.tui.control.hotline import HotlineDeeds
from simulator.tui.control.improvising import ImprovisingDeeds
from simulator.tui.control.judging import JudgingDeeds
from simulator.tui.control.matters import MatterDeeds
from simulator.tui.control.panes import ALL, BOARDS, PANES, has, pane_names
from simulator.tui.control.people import PeopleDeeds
from simulator.tui.control.table import TableDeeds
from simulator.tui.control.timeline import TimelineDeeds
from simulator.tui.control.way import WayDeeds
from simulator.tui.control.zone import ZoneDeeds
from simulator.tui.deeds import Deed
from simulator.tui.screen import Teller
from simulator.tui.widgets.head import Head
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.panes import Panes, pane_keys
from simulator.tui.widgets.possible import Possible
from simulator.tui.widgets.steady import Steady

OF_SEATS = tuple(deed.id for deed in PeopleDeeds.DEEDS)
"""Deeds whose keys work in the pane of the seats alone: elsewhere these letters are others'."""
COURSE = 0
"""The pane with the phases."""
EDGE = 3
"""Columns of the list that its border and its scroll bar may take."""


def homes_of(deed: str) -> tuple[int, ...]:
    """The panes in which alone the key of a deed means it; none where it means it everywhere."""
    homes = tuple(at for at, (_, _, deeds) in enumerate(ALL) if deed in deeds)
    return homes if homes and (homes[0] >= len(PANES) or deed in OF_SEATS) else ()


RUN = {
    "ready": mark("Start"),
    "running": mark("Pause"),
    "paused": mark("Resume"),
    "stopped": mark("Resume"),
    "ended": mark("Start"),
}


class ConsoleScreen(
    ClockDeeds,
    EventDeeds,
    ImprovisingDeeds,
    TableDeeds,
    PeopleDeeds,
    MatterDeeds,
    CapitalDeeds,
    JudgingDeeds,
    HotlineDeeds,
    CommitteeDeeds,
    ZoneDeeds,
    TimelineDeeds,
    WayDeeds,
):
    """Clock on top, nine panes, a list and its detail, and what is possible now at the bottom."""

    CSS_PATH = "console.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-huge")]
    BINDINGS = [
        *pane_keys(len(PANES), more=True),
    ]
    HELP_TEXT = mark("""## Console
You run the exercise here. The keys 1 to 9 open the panes; the arrows, or j and k, move in the list; Enter does what \
the pane is for; Tab goes to the detail, which the arrows scroll.

- 1 Course: the phases, how late you are, and what you do now
- 2 Events: what you have prepared, and what should come of it
- 3 Floor: who speaks and who waits, and the private meetings
- 4 Seats: who plays, who takes part, how people feel, and what raters saw
- 5 Interests: what is kept, told, carried and understood
- 6 Offers: the agenda, packages with what they are worth to each side, and the issues
- 7 Text: the text, clause by clause, with its commitments and the shocks that test it
- 8 Calls: questions to a capital or to the expert, and your notes
- 9 Log: everything that happened; q shows some of it, N goes to a phase, Enter begins a new session from a moment
- 0 opens, in turn, the zone (issues by parties, and what everybody could sign), the history of the text, and the \
panes that only some exercises have

A mistake is not taken back: begin a new session from the moment before it, in the log.""")

    pane: reactive[int] = reactive(0, layout=False, init=False)
    """The open pane, from 0."""

    terminals: reactive[tuple[Terminal, ...]] = reactive((), layout=False, init=False)
    """The terminals that are open at the session."""

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[int, int] = {}
        self._phase = 0
        self._logged = -1
        self._begun: tuple[Moment | None, dict[str, int]] = None, {}
        self._log_rows: list[tuple[str, Content]] = []
        self._kept_log, self._kept_lately, self._kept_offers = Kept(), Kept(), Kept()

    def compose(self) -> ComposeResult:
        """Head, panes, list, detail, latest events, footer."""
        yield Head()
        yield Steady(id="pace")
        yield Steady(id="waits")
        yield Panes()
        with Vertical(id="body"):
            yield Listing(id="list")
            with VerticalScroll(id="detail"):
                yield Steady(id="about")
            with VerticalScroll(id="latest", can_focus=False):
                yield Steady(id="lately")
        yield Possible()

    @property
    def pane_name(self) -> str:
        """The id of the open pane."""
        return ALL[self.pane][0]

    def picked_row(self, pane: str) -> str | None:
        """The row under the cursor where that pane is open."""
        return self.query_one(Listing).picked if pane == self.pane_name else None

    def offered(self) -> Sequence[Deed]:
        """The deeds of the open pane first; starting and pausing is never far."""
        deeds = [deed for chapter in CHAPTERS if chapter.there(self) for deed in chapter.deeds]
        first = ALL[self.pane][2]
        if self.view is not None:
            deeds[0] = replace(deeds[0], label=RUN.get(self.view.clock.state, "Start"))
        of_pane = [replace(d, footer=True) for name in first for d in deeds if d.id == name]
        run = [] if "run" in first else deeds[:1]
        rest = [d for d in deeds if d.id not in first and d not in run]
        return [*of_pane, *run, *rest]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of a pane that not every exercise has mean nothing elsewhere."""
        if action == "deed" and parameters:
            homes = homes_of(str(parameters[0]))
            if homes:
                return self.pane in homes
        return super().check_action(action, parameters)

    def why_not(self, deed: Deed) -> str | None:
        """What the rules and the state of things say against a deed."""
        if self.view is None:
            return tr("No session is open.")
        against = super().why_not(deed)
        if against is not None:
            return against
        chapter = next((chapter for chapter in CHAPTERS if any(deed.id == d.id for d in chapter.deeds)), None)
        return None if chapter is None else chapter.against(self, deed, self.view)

    def on_mount(self) -> None:
        """Start in the list."""
        super().on_mount()
        self.query_one(Listing).focus()

    def refresh_view(self, view: View) -> None:
        """Show the open pane as it is now."""
        self.query_one(Head).view = view
        self._say_pace(view)
        panes = self.query_one(Panes)
        panes.names = tuple(name if has(view, at) else "" for at, name in enumerate(pane_names()))
        panes.chosen = self.pane
        panes.waiting = tuple(calls.waiting(view) if name == "Calls" else 0 for name, _, _ in ALL)
        self._read_log(view)
        self.query_one(Listing).show(self._rows(view))
        self._follow(view)
        self.show_detail()
        self.after_outcome(view)

    def _say_pace(self, view: View) -> None:
        line = self.query_one("#pace", Steady)
        line.update(pace.said(view))
        line.display = pace.of(view) is not None
        held = " ".join(filter(None, (attendance.consoles(self.terminals), attendance.waits(view))))
        waits = self.query_one("#waits", Steady)
        waits.update(words(held))
        waits.display = bool(held)

    def _follow(self, view: View) -> None:
        """In the course the cursor goes with the phase: what the trainer does now stands beside it."""
        now = next((at for at, phase in enumerate(view.clock.plan) if phase.state == "now"), 0)
        if now != self._phase:
            self._phase = self._places[COURSE] = now
            if self.pane == COURSE:
                with self.prevent(OptionList.OptionHighlighted):
                    self.query_one(Listing).highlighted = now

    def _rows(self, view: View) -> list[tuple[str, Content]]:
        if self.pane_name == "Log":
            return self._log_rows
        if self.pane_name == "Offers":
            return offers.rows(view, self.query_one(Listing).outer_size.width - EDGE, self._kept_offers)
        if self.pane_name == "Seats":
            return seats.rows(view, self.terminals)
        if self.pane_name == "Zone":
            self.weigh(view)
            return zone.rows(view, self.table_shown(view))
        if self.pane_name == "History":
            return history.rows(view)
        return BOARDS[self.pane_name][0](view)

    def on_resize(self) -> None:
        """Some rows depend on the width; the list has its own only after this."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self.view is not None and self.is_there:
            self.refresh_view(self.view)

    def _read_log(self, view: View) -> None:
        if view.number != self._logged:
            self._logged = view.number
            self._log_rows = log.rows(
                view, self.narrate, self._kept_log, self._moments(view), self.only, self._log_until
            )
            latest = [content for _, content in log.rows(view, self.narrate, self._kept_lately, view.log[-40:])]
            self.query_one("#lately", Steady).update(paragraph(tr("Latest"), Content("\n").join(latest)))

    def _moments(self, view: View) -> Sequence[Moment]:
        """Every event of the session, and not the latest alone, which are all that a view has."""
        told = cast("Teller", self.app).moments()
        return told if len(told) == view.number else view.log

    _log_until: int | None = None
    """The newest event that the log shows, where an earlier stretch is looked at."""

    def filtered(self) -> None:
        """Show the log as it is wanted now."""
        self._logged = -1
        if self.view is not None:
            self.refresh_view(self.view)

    def phases_begun(self) -> dict[str, int]:
        """The event with which each phase began last."""
        moments = self._moments(self.view) if self.view is not None else ()
        newest = moments[-1] if moments else None
        if newest is not self._begun[0]:
            self._begun = newest, {m.event.phase: m.number for m in moments if isinstance(m.event, PhaseEntered)}
        return self._begun[1]

    def go_to_event(self, number: int) -> None:
        """Put the cursor on an event, or on the first one after it that is shown."""
        newest = self.view.number if self.view is not None else number
        self._log_until = None if newest - number < log.MOST else number + log.MOST // 2
        self.filtered()
        later = [name for name, _ in self._log_rows if int(name) >= number]
        self.query_one(Listing).go_to(later[-1] if later else None)

    def show_detail(self) -> None:
        """Show what the row under the cursor is about."""
        if self.view is None:
            return
        picked = self.query_one(Listing).picked
        about = self.query_one("#about", Steady)
        if self.pane_name == "Log":
            said = next((content for name, content in self._log_rows if name == picked), Content(""))
            left_out = log.hidden(self.view, self.only, len(self._log_rows), self.view.number)
            about.update(
                page(words(left_out, "bold"), said, Content(tr("Enter begins a new session from this moment.")))
            )
        elif self.pane_name == "Zone":
            about.update(zone.detail(self.view, picked, self.table_shown(self.view)))
        elif self.pane_name == "History":
            width = self.query_one("#detail").outer_size.width - EDGE
            about.update(history.detail(self.view, picked, self.narrate, width))
        else:
            about.update(BOARDS[self.pane_name][1](self.view, picked))

    @on(OptionList.OptionHighlighted, "#list")
    def moved(self) -> None:
        """The detail follows the cursor."""
        self.show_detail()

    @on(OptionList.OptionSelected, "#list")
    async def entered(self) -> None:
        """Enter does what the pane is for."""
        of_row = self.hotline_deed() if self.pane_name == "Hotline" else None
        await self.action_deed(of_row or ALL[self.pane][1])

    def action_pane(self, number: int) -> None:
        """Open a pane by its number, from 1."""
        self.pane = number - 1

    def action_step(self, by: int) -> None:
        """Open the pane before or after."""
        there = [at for at in range(len(ALL)) if self.view is None or has(self.view, at)]
        self.pane = there[(there.index(self.pane) + by) % len(there)]

    def action_more(self) -> None:
        """Open the next of the panes that only some exercises have."""
        if self.view is None:
            return
        there = [at for at in range(len(PANES), len(ALL)) if has(self.view, at)]
        if not there:
            self.app.notify(tr("This exercise has the nine panes only."), severity="information")
            return
        self.pane = next((at for at in there if at > self.pane), there[0])

    def watch_pane(self, before: int, now: int) -> None:
        """Show the pane; its cursor is where it was."""
        field = self.query_one(Listing)
        if field.highlighted is not None:
            self._places[before] = field.highlighted
        if self.view is None:
            return
        with self.prevent(OptionList.OptionHighlighted):
            field.show([])
            self.refresh_view(self.view)
            if self._places.get(now, 0) < len(field.rows):
                field.highlighted = self._places.get(now, 0)
        self.show_detail()
        self.query_one("#detail").scroll_home(animate=False)
        self.show_possible()


class Chapter(NamedTuple):
    """Deeds that belong together, and what is said against one of them."""

    deeds: tuple[Deed, ...]
    against: Callable[[ConsoleScreen, Deed, View], str | None]
    there: Callable[[ConsoleScreen], bool] = lambda screen: True
    """Whether they are offered now."""


CHAPTERS = (
    Chapter(ClockDeeds.DEEDS, ClockDeeds.clock_why_not),
    Chapter(EventDeeds.DEEDS, EventDeeds.events_why_not),
    Chapter(ImprovisingDeeds.DEEDS, ImprovisingDeeds.improvising_why_not),
    Chapter(TableDeeds.DEEDS, TableDeeds.table_why_not),
    Chapter(PeopleDeeds.DEEDS, PeopleDeeds.people_why_not),
    Chapter(MatterDeeds.DEEDS, MatterDeeds.matters_why_not),
    Chapter(CapitalDeeds.DEEDS, CapitalDeeds.capitals_why_not),
    Chapter(JudgingDeeds.DEEDS, JudgingDeeds.judging_why_not),
    Chapter(HotlineDeeds.DEEDS, HotlineDeeds.hotline_why_not, lambda s: s.view is not None and hotline.shown(s.view)),
    Chapter(
        CommitteeDeeds.DEEDS, CommitteeDeeds.committee_why_not, lambda s: s.view is not None and committee.shown(s.view)
    ),
    Chapter(ZoneDeeds.DEEDS, ZoneDeeds.zone_why_not),
    Chapter(WayDeeds.DEEDS, WayDeeds.way_why_not),
    Chapter(TimelineDeeds.DEEDS, TimelineDeeds.timeline_why_not, lambda s: s.pane_name == "Log"),
)
"""The chapters of the console, in the order of its menu; the first deed of all starts and pauses."""
