"""Seat: where somebody at the table reads, speaks, meets, offers and drafts; only what its view holds."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
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
from simulator.tui.seat import catch_up, history, leaving, record, what_if
from simulator.tui.seat.brief import HIDDEN
from simulator.tui.seat.keys import CATCH_UP, HELP_TEXT, LOCK, NOTES, OWN, PASS, PULSE, SHOW, WAITING, WHAT_IF, at_home
from simulator.tui.seat.pane import Pane
from simulator.tui.seat.panes import ALL, BRIEF, HISTORY, OFFERS, PANES, PAPERS, RECORD, short_names
from simulator.tui.seat.papers import answers
from simulator.tui.seat.pulse import PulsePage
from simulator.tui.seat.standing import standing
from simulator.tui.seat.trying import TryingScreen
from simulator.tui.seat.waiting import open_pulse, waiting, waits
from simulator.tui.seat.wishes import LEAVE, NOTE, RATING, READY, STOP, WISHES, Wish
from simulator.tui.seat.wishing import WISH
from simulator.tui.seat.words import seat_line
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

_EVERYWHERE = (STOP, NOTE)


class SeatScreen(TryingScreen):
    """Head, standing, nine panes, a list and its detail, what waits, and what is possible now."""

    CSS_PATH = "seat.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (170, "-huge")]
    DEEDS: ClassVar[tuple[Deed, ...]] = (*OWN, *(wish.deed for wish in WISHES))
    BINDINGS = [
        *pane_keys(len(PANES), more=True),
        Binding("escape", "back", "Back", show=False, id="seat.back"),
    ]

    pane: reactive[int] = reactive(0, layout=False, init=False)
    """The open pane, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[int, str | None] = {}
        self._read: set[str] = set()
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
    def open_pane(self) -> Pane:
        """The pane that is open."""
        return ALL[self.pane]

    @property
    def picked(self) -> str | None:
        """The row under the cursor."""
        return self.query_one(Listing).picked

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
        if kind == "paper" and name not in self._read:
            self._read.add(name)
            self._say_opened(view, name)
            self._around(view)
        if row in answers(view) and row not in self._read:
            self._read.add(row)
            self._around(view)

    def _say_opened(self, view: View, paper: str) -> None:
        """Exercise control sees who has read what; nobody else does."""
        known = next((p for p in view.papers if p.inject == paper), None)
        if known is not None and not known.opened and view.clock.state != "ended":
            self.ask(OpenPaper, inject=paper)

    def unread(self, view: View) -> int:
        """How many papers and answers reached this seat and were neither opened nor answered."""
        papers = {p.inject for p in view.papers if not (p.answered or p.opened)}
        return len(answers(view) - self._read) + len(papers - self._read)

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

    # -- what is possible ---------------------------------------------------------------------------------------------

    def offered(self) -> Sequence[Deed]:
        """What the role has: the open pane's wishes first, then what is possible everywhere, then the rest."""
        own = self._own_wishes()
        here = [w.deed for w in own if self._has(w)]
        rest = [at_home(w) for w in WISHES if w not in own and w not in _EVERYWHERE and self._has(w)]
        everywhere = [PULSE, WAITING, CATCH_UP, LOCK, PASS, STOP.deed, NOTE.deed, NOTES, WHAT_IF, SHOW]
        return list(dict.fromkeys((*here, *everywhere, *rest)))

    def _has(self, wish: Wish) -> bool:
        """Whether the role knows a wish at all, and the exercise has the pane that it belongs to."""
        if self.view is None:
            return wish.act is None
        homes = [pane for pane in ALL if wish in pane.wishes]
        there = not homes or any(pane.shown(self.view) for pane in homes)
        return there and (wish.act is None or wish.act in self.view.can)

    def _own_wishes(self) -> tuple[Wish, ...]:
        if self.view is not None and leaving.is_over(self.view):
            return (LEAVE, *RATING) if self.view.sheet is not None else (LEAVE,)
        more = (READY,) if self.view is not None and READY.why_not(self.view, None) is None else ()
        return tuple(dict.fromkeys((*self.open_pane.wishes, *more)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of another pane's wishes mean nothing here."""
        if action == "deed" and parameters and str(parameters[0]) in WISH:
            wish = WISH[str(parameters[0])]
            return wish in _EVERYWHERE or wish in self._own_wishes()
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
        own = sorted((w for w in self._own_wishes() if w.footer), key=lambda w: not w.is_about(self.picked))
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

    # -- what is done -------------------------------------------------------------------------------------------------

    async def action_deed(self, name: str) -> None:
        """Do a deed; the help is that of the open pane."""
        if name == HELP.id:
            here = [w.deed for w in self._own_wishes() if self._has(w)]
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
        self._brief = self.set_timer(SHOWN, self.hide_brief)
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
        first = next((w for w in self._own_wishes() if w.is_about(self.picked) and self.why_not(w.deed) is None), None)
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
