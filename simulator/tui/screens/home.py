"""Home: what can be played, and what has been."""

from datetime import UTC, datetime, timedelta
from typing import Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from scenarios.reading import Reading, read
from scenarios.shelf import Entry, NotOnShelf, entries, find
from scenarios.texts import language, mark, number, tr, trc, trn
from scenarios.translation import in_language
from scenarios.translation import languages as languages_of
from simulator.engine.events import ClockStarted
from simulator.journal.errors import JournalError
from simulator.journal.shelf import SessionInfo
from simulator.journal.store import Journal
from simulator.tui.boards.line import cell, row, words
from simulator.tui.deeds import Deed
from simulator.tui.desk import new_seed
from simulator.tui.dialogs import Choice, ChooseOne, YesNo
from simulator.tui.dialogs.new_groups import NewGroupsQuestion
from simulator.tui.dialogs.new_session import NewSessionQuestion
from simulator.tui.forgetting import forget
from simulator.tui.going import Go, NewGroups, Place
from simulator.tui.groups import exercise_of
from simulator.tui.named import named
from simulator.tui.screen import LANGUAGE, DeedScreen, tongues
from simulator.tui.widgets.listing import Listing
from simulator.tui.widgets.possible import Possible

Side = Literal["sessions", "scenarios"]
AREA = mark("Session")


RECENT = timedelta(hours=12)
"""How long after its last event a session is one that somebody may want to go back to at once."""
STARTS_WITHIN = 400
"""Events among which the start of the clock is looked for: before it people are cast."""


class HomeScreen(DeedScreen):
    """Two lists: sessions of the journal, scenarios on the shelf."""

    CSS_PATH = "home.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (130, "-wide")]
    BINDINGS = [
        Binding("left,right", "other", "Other list", show=False, id="home.other"),
    ]
    DEEDS = (
        Deed("new", "n", mark("New session"), mark("Scenario"),
             mark("Begin a session of the scenario under the cursor.")),
        Deed("studio", "t", mark("Studio"), mark("Scenario"),
             mark("Write or change a case: opens the one under the cursor.")),
        Deed("console", "o", mark("Console"), AREA, mark("Run the session under the cursor.")),
        Deed("curtain", "c", mark("Curtain"), AREA, mark("Hand this terminal to the people at the table.")),
        Deed("setup", "s", mark("Set up"), AREA, mark("Cast the seats and make PINs.")),
        Deed("debrief", "d", mark("Debriefing"), AREA, mark("The three panels, and the documents.")),
        Deed("forget", "X", mark("Delete"), AREA,
             mark("Delete the session from the journal for good; `goodoffices forget` can also anonymise it."),
             footer=False),
        Deed("groups", "g", mark("Groups"), mark("Exercise"),
             mark("Several groups of one exercise: those of the session under the cursor, or new ones of a scenario.")),
        Deed("join", "J", mark("Join"), mark("Home"), mark("Join a session with the code that its trainer gives you."),
             footer=False),
        Deed("reload", "r", mark("Look again"), mark("Home"), mark("Read the shelf and the journal again."),
             footer=False),
        LANGUAGE,
    )  # fmt: skip
    HELP_TEXT = mark("""## Home
Above are your sessions, below the scenarios on the shelf; Tab goes from one list to the other. Enter begins a session \
of a scenario, or asks what to do with a session.

Your own scenarios lie in the folders that `goodoffices list` names. A scenario with errors cannot be played before \
they are mended: `goodoffices check SCENARIO` says where they are.""")

    def __init__(self, journal: Journal, scenario: str | None = None) -> None:
        super().__init__()
        self.journal = journal
        self.wanted = scenario
        """A scenario for which a session is begun at once."""
        self.sessions: tuple[SessionInfo, ...] = ()
        self.shelf: tuple[Entry, ...] | None = None

    def compose(self) -> ComposeResult:
        """The two lists with their headings."""
        with Horizontal(classes="title"):
            yield Static("Good Offices")
            yield Static(tongues(), id="tongues")
        with Container(id="body"):
            with Vertical(classes="half"):
                yield Static(tr("Sessions"), classes="heading", id="sessions-heading")
                yield Listing(id="sessions")
                yield Static(id="no-sessions", classes="empty")
            with Vertical(classes="half"):
                yield Static(tr("Scenarios"), classes="heading", id="scenarios-heading")
                yield Listing(id="scenarios")
                yield Static(tr("Reading the shelf …"), id="no-scenarios", classes="empty")
        yield Possible()

    def on_mount(self) -> None:
        """Read the journal now, and the shelf in the background."""
        super().on_mount()
        self.list_sessions()
        if self.shelf is not None:
            self.list_scenarios(self.shelf)
        self.read_shelf()
        self.query_one("#sessions" if self.sessions else "#scenarios", Listing).focus()

    # -- the lists ----------------------------------------------------------------------------------------------------

    def list_sessions(self) -> None:
        """Show what is in the journal."""
        try:
            self.sessions = self.journal.sessions()
        except JournalError as error:
            self.app.notify(str(error), severity="error", markup=False)
        titles = {entry.id: entry.title for entry in self.shelf or () if entry.minutes is not None}
        rows = [(info.id, _session(info, titles.get(info.scenario_id, info.title))) for info in self.sessions]
        self.query_one("#sessions", Listing).show(rows)
        empty = self.query_one("#no-sessions", Static)
        empty.display = not self.sessions
        empty.update(tr("No session yet. Put the cursor on a scenario and press Enter, or N."))
        self.show_possible()

    @work(thread=True, exclusive=True, group="shelf")
    def read_shelf(self) -> None:
        """Read every scenario; that takes a moment."""
        found = entries()
        self.app.call_from_thread(self.list_scenarios, found)

    def list_scenarios(self, found: tuple[Entry, ...]) -> None:
        """Show what is on the shelf."""
        if not self.is_there:
            return
        self.shelf = found
        self.list_sessions()
        self.query_one("#scenarios", Listing).show([(entry.id, _entry(entry)) for entry in found])
        empty = self.query_one("#no-scenarios", Static)
        empty.display = not found
        empty.update(tr("The shelf is empty. `goodoffices list` says where scenarios belong; R looks again."))
        self.show_possible()
        if self.wanted is not None:
            wanted, self.wanted = self.wanted, None
            self.run_worker(self._ask_wanted(wanted), group="deed")

    @property
    def side(self) -> Side:
        """The list that has the focus."""
        return "sessions" if self.focused is self.query_one("#sessions") else "scenarios"

    def picked(self, side: Side) -> str | None:
        """What is under the cursor of a list."""
        return self.query_one(f"#{side}", Listing).picked

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        """What is possible depends on the cursor."""
        self.show_possible()

    def action_other(self) -> None:
        """Go to the other list."""
        self.focus_next(Listing)

    @on(OptionList.OptionSelected)
    async def entered(self, event: OptionList.OptionSelected) -> None:
        """Enter does what one comes for."""
        if event.option_list.id == "scenarios":
            await self.action_deed("new")
        else:
            self.run_worker(self.ask_what(), group="deed")

    async def ask_what(self) -> None:
        """What to do with a session."""
        choices = [Choice(d.id, tr(d.label), tr(d.hint), self.why_not(d)) for d in self.DEEDS if d.area == AREA]
        info = next((s for s in self.sessions if s.id == self.picked("sessions")), None)
        if info is None:
            return
        at = "debrief" if info.ended else "console" if info.events > 1 else "setup"
        done = await self.app.push_screen_wait(ChooseOne(info.name or info.title, choices, at=at))
        if done is not None:
            await self.action_deed(done)

    # -- the deeds ----------------------------------------------------------------------------------------------------

    def why_not(self, deed: Deed) -> str | None:
        """Why a deed is not possible with what is under the cursor."""
        if not self.is_there:
            return None
        if deed.area == AREA and self.picked("sessions") is None:
            return tr("There is no session yet: begin one with N.")
        if deed.id == "new" and self.picked("scenarios") is None:
            return tr("There is no scenario on the shelf.")
        return None

    async def do_new(self) -> None:
        """Ask for what a new session needs."""
        name = self.picked("scenarios")
        if name is not None:
            await self.ask_new(name)

    async def _ask_wanted(self, name: str) -> None:
        """Whoever was thrown out comes back by the same command: a session that goes on is offered first."""
        today = datetime.now(UTC) - RECENT
        going_on = [s for s in self.sessions if s.scenario_id == name and not s.ended and (s.last_at or today) > today]
        begun = max(going_on, key=lambda info: info.last_at or info.created, default=None)
        if begun is not None and self._is_played(begun):
            asked = tr("“{session}” has begun and has not ended.", session=begun.name or begun.title)
            question = YesNo(tr("Go back to it?"), asked, yes=tr("Go back"), no=tr("New session"))
            if await self.app.push_screen_wait(question):
                self.post_message(Go(Place.CONSOLE, begun.id))
                return
        await self.ask_new(name)

    def _is_played(self, info: SessionInfo) -> bool:
        """Whether its clock was ever started."""
        try:
            first = self.journal.events(info.id, until=min(info.events, STARTS_WITHIN))
        except JournalError:
            return False
        return any(isinstance(event, ClockStarted) for event in first)

    async def ask_new(self, name: str, several: bool = False) -> None:
        """Read the scenario, and ask what a session of it needs, or several groups."""
        try:
            reading: Reading = read(find(name))
        except NotOnShelf as error:
            self.app.notify(str(error), severity="warning", markup=False)
            return
        if reading.scenario is None or reading.errors:
            first = next(iter(reading.errors), "")
            said = tr(
                "Problems that keep it from being played: {n}. The first: {first}",
                n=number(len(reading.errors)),
                first=first,
            )
            self.app.notify(said, title=tr("Not yet"), severity="warning", markup=False)
            return
        entry = next((e for e in self.shelf or () if e.id == name), None)
        languages = entry.languages if entry else languages_of(reading.scenario, reading.folder)
        called = _today()
        told = in_language(reading.scenario, reading.folder, language())
        if several:
            groups = NewGroupsQuestion(told, languages, called, new_seed(), name)
            each = await self.app.push_screen_wait(groups)
            if each is not None:
                self.post_message(NewGroups(each, groups.many, groups.same_seed))
            return
        question = NewSessionQuestion(told, languages, called, new_seed(), name)
        asked = await self.app.push_screen_wait(question)
        if asked is not None:
            self.post_message(asked)

    def _go(self, place: Place) -> None:
        session = self.picked("sessions")
        if session is not None:
            self.post_message(Go(place, session))

    def do_console(self) -> None:
        """Open the console."""
        self._go(Place.CONSOLE)

    def do_curtain(self) -> None:
        """Open the curtain."""
        self._go(Place.CURTAIN)

    def do_setup(self) -> None:
        """Open the set-up."""
        self._go(Place.SETUP)

    def do_join(self) -> None:
        """Go to the door."""
        self.post_message(Go(Place.DOOR))

    def do_debrief(self) -> None:
        """Open the debriefing."""
        self._go(Place.DEBRIEF)

    async def do_forget(self) -> None:
        """Delete a session, after a question that says what is lost."""
        info = next((s for s in self.sessions if s.id == self.picked("sessions")), None)
        if info is not None:
            await forget(self.app, self.journal, info)
            self.list_sessions()

    def do_studio(self) -> None:
        """Open the Studio, with the scenario under the cursor where the cursor is on one."""
        self.post_message(Go(Place.STUDIO, scenario=self.picked("scenarios") if self.side == "scenarios" else None))

    async def do_groups(self) -> None:
        """Open the groups that a session belongs to, or set up new ones of a scenario."""
        session, name = self.picked("sessions"), self.picked("scenarios")
        if self.side == "sessions" and session is not None and exercise_of(self.journal, session):
            self.post_message(Go(Place.GROUPS, session))
        elif name is not None:
            await self.ask_new(name, several=True)

    def do_reload(self) -> None:
        """Read everything again."""
        self.list_sessions()
        self.read_shelf()


def _entry(entry: Entry) -> Content:
    problems = entry.problem_count
    if entry.minutes is None:
        unread = trn("{n} problem: cannot be read", "{n} problems: cannot be read", problems)
        return row(cell(entry.title, 38, "bold"), words(unread, "bold"))
    seats = f"{entry.seats_min}-{entry.seats_max}" if entry.seats_min != entry.seats_max else f"{entry.seats_min}"
    # Translators: at most 13 characters with a number such as 12-14.
    people = trn("{seats} person", "{seats} people", entry.seats_max or 0, seats=seats)
    return row(
        cell(entry.title, 38, "bold"),
        # Translators: minutes, at most 7 characters with a number such as 180.
        cell(tr("{n} min", n=entry.minutes), 7),
        cell(people, 13),
        cell(" ".join(entry.languages), 8),
        words(trn("{n} problem", "{n} problems", problems) if problems else ""),
    )


def _session(info: SessionInfo, title: str) -> Content:
    """A session in one line, with its title as the shelf says it: in the language that is spoken."""
    if info.ended:
        # Translators: at most 8 characters.
        state = trc("a session", "ended")
    else:
        # Translators: at most 8 characters.
        state = named(info.outcome) if info.outcome else trc("a session", "open")
    # Translators: at most 11 characters with a number such as 250.
    events = trn("{n} event", "{n} events", info.events)
    return row(
        cell(info.name, 22, "bold"),
        cell(title, 20),
        cell(events, 11),
        cell(state, 8),
        words(_when(info.last_at or info.created), "dim"),
    )


def _when(at: datetime) -> str:
    at = at.astimezone()
    # Translators: day, month and time in a list; at most 13 characters.
    return tr("{day:02d} {month} {hour:02d}:{minute:02d}", day=at.day, month=_month(at), hour=at.hour, minute=at.minute)


def _today() -> str:
    at = datetime.now()
    # Translators: what a new session is called unless it gets another name: day, month and time.
    return tr(
        "{day:02d} {month}, {hour:02d}:{minute:02d}", day=at.day, month=_month(at), hour=at.hour, minute=at.minute
    )


def _month(at: datetime) -> str:
    # Translators: the twelve months, short, with spaces between them.
    return tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[at.month - 1]
