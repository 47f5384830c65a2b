"""Seat: where somebody at the table reads, speaks, meets, offers and drafts; only what its view holds."""

from collections.abc import Sequence
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import OptionList

from scenarios.texts import tr
from simulator.engine import View
from simulator.engine.commands import AnswerPulse, OpenPaper
from simulator.engine.words import Source
from simulator.tui.boards.line import page, paragraph
from simulator.tui.deeds import Deed
from simulator.tui.dialogs.acts import Help
from simulator.tui.dialogs.case import Page
from simulator.tui.dialogs.choices import Choice, ChooseOne
from simulator.tui.everywhere import EVERYWHERE
from simulator.tui.going import Go, Locked, Place
from simulator.tui.safe import safe
from simulator.tui.screens.session import HELP, MENU
from simulator.tui.seat import catch_up, history, leaving, record
from simulator.tui.seat.brief import HIDDEN
from simulator.tui.seat.keys import LOCK, NOTES, OWN, PULSE, SHOW, WHAT_IF
from simulator.tui.seat.offering import OfferingScreen
from simulator.tui.seat.panes import ALL, BRIEF, HISTORY, OFFERS, PANES, PAPERS, RECORD, short_names
from simulator.tui.seat.papers import answers
from simulator.tui.seat.pulse import PulsePage
from simulator.tui.seat.standing import standing
from simulator.tui.seat.waiting import open_pulse, waiting, waits
from simulator.tui.seat.wishes import NOTE, STOP, WISHES
from simulator.tui.seat.words import seat_line
from simulator.tui.settled import SettledApp
from simulator.tui.widgets.head import Head
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.panes import Panes, pane_keys
from simulator.tui.widgets.possible import Possible
from simulator.tui.widgets.steady import Steady

SHOWN = 60.0
"""Seconds after which the brief hides itself."""

GOODBYE = 10.0
"""Seconds after which a seat that is done locks itself."""

EDGE = 3
"""Columns of the detail that its border and its scroll bar may take."""


class SeatScreen(OfferingScreen):
    """Head, standing, nine panes, a list and its detail, what waits, and what is possible now."""

    CSS_PATH = "seat.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-huge")]
    DEEDS: ClassVar[tuple[Deed, ...]] = (*OWN, *(wish.deed for wish in WISHES))
    BINDINGS = [
        *pane_keys(len(PANES), more=True),
        Binding("escape", "back", "Back", show=False, id="seat.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[int, str | None] = {}
        self._brief: Timer | None = None
        self._goodbye: Timer | None = None
        self._beside = -1
        self._notes_only = False
        self._told: tuple[int, list[tuple[str, Content]]] = (-1, [])

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Head()
        yield Steady(id="standing")
        yield Panes()
        with Vertical(id="body"):
            yield Listing(id="list")
            with VerticalScroll(id="detail"):
                yield Steady(id="about")
            with VerticalScroll(id="latest", can_focus=False):
                yield Steady(id="lately")
        yield Steady(id="waiting")
        yield Possible()

    def on_mount(self) -> None:
        """Start in the list."""
        super().on_mount()
        self._take_focus()

    def on_resize(self) -> None:
        """Names of panes, and the column at the side, depend on the width."""
        if self.view is not None and self.is_there:
            self.refresh_view(self.view)

    # -- what is shown ------------------------------------------------------------------------------------------------

    @property
    def brief_shown(self) -> bool:
        """Whether the papers of the seat are in sight."""
        return self._brief is not None

    def refresh_view(self, view: View) -> None:
        """Show what is known now."""
        over = leaving.is_over(view)
        self.set_class(over, "-over")
        self.query_one(Head).view = view
        self._around(view)
        if over:
            self._leave(view)
            return
        panes = self.query_one(Panes)
        roomy = self.size.width >= 110
        names = tuple(tr(pane.name) for pane in ALL) if roomy else short_names()
        panes.names = tuple(name if pane.shown(view) else "" for pane, name in zip(ALL, names, strict=True))
        panes.chosen = self.pane
        listing = self.query_one(Listing)
        listing.show(self._rows(view))
        listing.display = bool(listing.rows)
        self._lately(view)
        self.show_detail()

    def _around(self, view: View) -> None:
        """What stands around the pane."""
        over, unread = leaving.is_over(view), self.unread(view)
        self.query_one("#standing", Steady).update(standing(view, unread, self.size.width - 2))
        self.query_one("#standing").display = not over
        line = waiting(view, 0 if over else unread)
        self.query_one("#waiting", Steady).update(line)
        self.query_one("#waiting").display = bool(line.plain)
        self.query_one(Panes).waiting = tuple(unread if n == PAPERS else 0 for n in range(len(ALL)))

    def _rows(self, view: View) -> Sequence[tuple[str, Content]]:
        if self.pane == BRIEF and not self.brief_shown:
            return ()
        if self.pane == RECORD:
            return self._record(view)
        if self.pane == OFFERS:
            return [*self.try_rows(view), *self.open_pane.rows(view)]
        return self.open_pane.rows(view)

    def _record(self, view: View) -> list[tuple[str, Content]]:
        """The record's rows, made anew only when something happened."""
        if view.number != self._told[0]:
            self._told = view.number, list(record.rows(view, self.narrate, notes_only=self._notes_only))
        return self._told[1]

    def _lately(self, view: View) -> None:
        if self.has_class("-huge") and view.number != self._beside:
            self._beside = view.number
            latest = [content for _, content in record.open_rows(view, self.narrate)]
            self.query_one("#lately", Steady).update(paragraph(tr("Latest, in the open"), Content("\n").join(latest)))

    def show_detail(self) -> None:
        """Show what stands behind the row under the cursor."""
        view = self.view
        if view is None or leaving.is_over(view):
            return
        listing = self.query_one(Listing)
        if self.pane == BRIEF and not self.brief_shown:
            content = Content(tr(HIDDEN))
        elif self.pane == HISTORY:
            width = self.query_one("#detail").outer_size.width - EDGE
            content = history.detail(view, listing.picked, self.narrate, width)
        elif self.tried is not None:
            content = self.try_detail(view, self.tried)
        else:
            content = self.open_pane.detail(view, listing.picked)
            if self.pane == RECORD:
                content = self._about_record(view, listing.picked, content)
            content = content if content.plain or listing.rows else safe(self.open_pane.nothing(view))
        self.query_one("#about", Steady).update(content)
        if self.pane == PAPERS:
            self._opened(view, listing.picked or "")

    def _about_record(self, view: View, picked: str | None, content: Content) -> Content:
        """A row of the record in full; that only notes are listed, where it is so."""
        if not self._notes_only:
            return content if picked is None else page(dict(self._told[1]).get(picked), content)
        note = safe(tr("Only your notes are listed; {key} lists all.", key=NOTES.keycap))
        if picked is None:
            first = safe(tr("{none} Press {key} to write one.", none=tr(record.NO_NOTES), key=NOTE.deed.keycap))
            return page(first, note)
        return page(content, note)

    def _opened(self, view: View, row: str) -> None:
        """Remember what was opened; that a paper was opened at a seat stands in the record."""
        kind, _, name = row.partition(":")
        if kind == "paper" and name not in self.read:
            self.read.add(name)
            self._say_opened(view, name)
            self._around(view)
        if row in answers(view) and row not in self.read:
            self.read.add(row)
            self._around(view)

    def _say_opened(self, view: View, paper: str) -> None:
        """Exercise control sees who has read what; nobody else does."""
        known = next((p for p in view.papers if p.inject == paper), None)
        if known is not None and not known.opened and view.clock.state != "ended":
            self.ask(OpenPaper, inject=paper)

    def _leave(self, view: View) -> None:
        """After play there is one page, and nothing of the role on it."""
        self.hide_brief()
        listing = self.query_one(Listing)
        listing.show([])
        listing.display = False
        self.query_one("#lately", Steady).update("")
        if view.me is not None:
            self.query_one("#about", Steady).update(leaving.page(view))
        if leaving.is_done(view) and self._goodbye is None:
            self._goodbye = self.set_timer(GOODBYE, self.do_lock)

    # -- what is done -------------------------------------------------------------------------------------------------

    async def action_deed(self, name: str) -> None:
        """Do a deed; the help is that of the open pane."""
        if name == HELP.id:
            here = [w.deed for w in self.own_wishes() if self.has(w)]
            deeds = [*here, PULSE, SHOW, NOTES, WHAT_IF, LOCK, STOP.deed, NOTE.deed, MENU, HELP, *EVERYWHERE]
            self.app.push_screen(Help(self.help_text, deeds))
            return
        await super().action_deed(name)

    def do_lock(self) -> None:
        """Hand the screen over."""
        self.post_message(Locked())

    async def do_pulse(self) -> None:
        """Answer the self-report that waits."""
        pulse = open_pulse(self.view) if self.view is not None else None
        if pulse is not None:
            given = await self.app.push_screen_wait(PulsePage(pulse))
            if given is not None:
                self.ask(AnswerPulse, pulse=pulse.id, answers=given)

    async def do_hand_over(self) -> None:
        """Ask to whom the keyboard goes, and lock."""
        if self.view is None:
            return
        seats = [s for s in self.view.seats.values() if s.id != self.seat and s.source is Source.HUMAN]
        choices = [
            Choice(s.id, tr("{seat}: {people}", seat=seat_line(self.view, s.id), people=tr(", ").join(s.people)))
            if s.people
            else Choice(s.id, seat_line(self.view, s.id))
            for s in seats
        ]
        if not choices:
            self.post_message(Locked())
            return
        picked = await self.app.push_screen_wait(ChooseOne(tr("Pass the keyboard to …"), choices))
        if picked is not None:
            self.post_message(Go(Place.SEAT, seat=picked))

    async def do_waiting(self) -> None:
        """List what waits, and go to what is picked."""
        if self.view is None:
            return
        listed = waits(self.view, self.unread(self.view))
        choices = [Choice(str(n), one.text) for n, one in enumerate(listed)]
        picked = await self.app.push_screen_wait(ChooseOne(tr("What waits for you"), choices))
        if picked is not None:
            await self.run_action(listed[int(picked)].action)

    def do_catch_up(self) -> None:
        """Show what somebody who comes late needs to know."""
        if self.view is not None:
            self.app.push_screen(Page(catch_up.shown(catch_up.told(self.view, self.narrate))))

    def do_brief(self) -> None:
        """Show the papers for a while, or hide them."""
        if self.brief_shown:
            self.hide_brief()
            return
        self.pane = BRIEF
        self._brief = self.set_timer(SHOWN, self._hide_unread)
        self._again()

    def show_tries(self, number: int) -> None:
        """Show the packages that are tried out, with the cursor on one of them."""
        self.pane = OFFERS
        self._again()
        self.query_one(Listing).go_to(f"try:{number}")

    def do_own_notes(self) -> None:
        """List the own notes alone on the record, or all again."""
        self._notes_only = not (self._notes_only and self.pane == RECORD)
        self._told = -1, []
        if self.pane == RECORD:
            self._again()
            self.show_possible()
        else:
            self.pane = RECORD

    def _hide_unread(self) -> None:
        """Hide the papers, unless somebody pages through them."""
        idle = monotonic() - (self.app.touched if isinstance(self.app, SettledApp) else 0.0)
        if idle >= SHOWN:
            self.hide_brief()
        else:
            self._brief = self.set_timer(SHOWN - idle, self._hide_unread)

    def hide_brief(self) -> None:
        """Take the papers off the screen."""
        if self._brief is not None:
            self._brief.stop()
            self._brief = None
            self._again()

    def _again(self) -> None:
        if self.view is not None:
            with self.prevent(OptionList.OptionHighlighted):
                self.refresh_view(self.view)
            self.query_one("#detail").scroll_home(animate=False)
            self._take_focus()

    def _take_focus(self) -> None:
        listing = self.query_one(Listing)
        (listing if listing.display and listing.rows else self.query_one("#detail")).focus()

    # -- keys and mouse -----------------------------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted, "#list")
    def moved(self) -> None:
        """The detail and the footer follow the cursor."""
        self.show_detail()
        self.query_one("#detail").scroll_home(animate=False)
        self.show_possible()

    @on(OptionList.OptionSelected, "#list")
    async def entered(self) -> None:
        """Enter does the first possible thing that is about the row; otherwise it leads to the detail."""
        if self.tried is not None:
            await self.action_deed(WHAT_IF.id)
            return
        first = next((w for w in self.own_wishes() if w.is_about(self.picked) and self.why_not(w.deed) is None), None)
        if first is not None:
            await self.action_deed(first.id)
        else:
            self.query_one("#detail").focus()

    def action_pane(self, number: int) -> None:
        """Open a pane by its number, from 1."""
        self.pane = number - 1

    def action_step(self, by: int) -> None:
        """Open the pane before or after."""
        there = [n for n, pane in enumerate(ALL) if self.view is None or pane.shown(self.view)]
        self.pane = there[(there.index(self.pane) + by) % len(there)]

    def action_more(self) -> None:
        """Open the next of the panes that only some exercises have."""
        if self.view is None:
            return
        there = [n for n in range(len(PANES), len(ALL)) if ALL[n].shown(self.view)]
        if not there:
            self.app.notify(tr("This exercise has the nine panes only."), severity="information")
            return
        self.pane = next((n for n in there if n > self.pane), there[0])

    def action_back(self) -> None:
        """Esc hides the brief, then leads to the first pane."""
        if self.brief_shown:
            self.hide_brief()
        else:
            self.pane = 0

    def watch_pane(self, before: int, now: int) -> None:
        """Show the pane; its cursor is where it was. Any change of pane hides the brief."""
        self.hide_brief()
        listing = self.query_one(Listing)
        self._places[before] = listing.picked
        if self.view is None:
            return
        with self.prevent(OptionList.OptionHighlighted):
            listing.show([])
            self.refresh_view(self.view)
            names = [name for name, _ in listing.rows]
            if self._places.get(now) in names:
                listing.highlighted = names.index(str(self._places[now]))
        self.show_detail()
        self.query_one("#detail").scroll_home(animate=False)
        self._take_focus()
        self.show_possible()
