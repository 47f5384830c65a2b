"""The app: it alone turns what people ask into commands, changes screens, and watches the clock."""

import shlex
from pathlib import Path
from time import monotonic
from typing import Any, Literal

from textual import on
from textual.screen import Screen

from scenarios.shelf import NotOnShelf
from scenarios.texts import language, tr
from simulator.engine import TRAINER, Refused
from simulator.engine.commands import StartClock
from simulator.engine.words import Source
from simulator.journal.errors import Away, JournalError
from simulator.tui.asking import Asked
from simulator.tui.checking import look_over
from simulator.tui.dialogs import Drafts, YesNo
from simulator.tui.doors import may_come_back, opens, passes, show_code
from simulator.tui.going import (
    Branch,
    CatchUp,
    Forgotten,
    Go,
    Locked,
    LookOver,
    MakePins,
    NewGroups,
    NewSession,
    Place,
    Recast,
    Reseat,
    ShowCode,
    Speak,
)
from simulator.tui.groups import Groups, exercise_of, group_name
from simulator.tui.guarding import close_hooks
from simulator.tui.reseating import pin_sheet, reseat, write_catch_up
from simulator.tui.safe import one_line
from simulator.tui.screen import DeedScreen, SessionScreen
from simulator.tui.screens.console import ConsoleScreen
from simulator.tui.screens.curtain import CurtainScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.door import DoorScreen
from simulator.tui.screens.groups import GroupsScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.rater import RaterScreen
from simulator.tui.screens.seat import SeatScreen
from simulator.tui.screens.setup import SetupScreen
from simulator.tui.screens.studio import StudioScreen
from simulator.tui.screens.wall import WallScreen
from simulator.tui.settings import Found
from simulator.tui.settings import read as read_settings
from simulator.tui.watching import POLL, WatchingApp

Start = Literal["home", "console", "curtain", "setup", "studio", "wall", "door"]

OUTSIDE = (Place.DOOR, Place.CURTAIN, Place.SEAT)
"""The places of a terminal that is beyond the trainer's reach."""


class GoodOffices(WatchingApp):
    """Good Offices at a terminal."""

    TITLE = "Good Offices"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 8

    def __init__(
        self,
        journal: Path | str | None = None,
        session: str | None = None,
        seat: str | None = None,
        start: Start = "home",
        scenario: str | None = None,
        dev: bool = False,
        found: Found | None = None,
        outside: bool = False,
        url: str = "",
    ) -> None:
        super().__init__(journal, dev, found)
        self.outside = outside
        """Whether anybody may stand here, as before a browser: no way leads to the trainer's places."""
        self.url = url
        """The page for browsers that is served beside this terminal; empty where others cannot reach one."""
        self.named_journal = "" if journal is None else str(journal)
        """The journal as it was named, for what others type; empty for the user's own."""
        self.drafts = Drafts()
        self.tongues: dict[str, str] = {}
        """The language in which each seat last sat here."""
        self._chosen = False
        """Whether whoever stands before the curtain chose the language."""
        self._begin: tuple[Start, str | None, str | None, str | None] = (start, session, seat, scenario)

    async def on_mount(self) -> None:
        """Open what was asked for, and begin to watch."""
        self.heed_signals(True)
        start, session, seat, scenario = self._begin
        if start == "door":
            self.seat = ""
            await self.push_screen(DoorScreen(self.desk.journal))
        else:
            await self.push_screen(HomeScreen(self.desk.journal, None if start == "studio" else scenario))
        self.cover(self.size)
        if not self.outside:
            self.tell_wrong_settings()
        self.set_interval(POLL, self.poll)
        if session is not None:
            place = Place.SEAT if seat and start == "curtain" else Place(start)
            self.post_message(Go(place, session, seat))
        elif start == "studio":
            self.post_message(Go(Place.STUDIO, scenario=scenario))

    def on_unmount(self) -> None:
        """Let go of the signals and the journal."""
        self.heed_signals(False)
        self.desk.leave()
        self.desk.journal.close()

    # -- the rules ----------------------------------------------------------------------------------------------------

    @on(Asked)
    def asked(self, message: Asked) -> None:
        """Make a command of what somebody wants, and say why not where the rules refuse it."""
        message.stop()
        screen = self._session_screen()
        if screen is None or not self.seat:
            return
        screen.refusal = None
        try:
            self.desk.issue(message.do, self.seat, **message.fields)
        except Refused as refused:
            screen.refusal = refused
            self.notify(f"{refused.why}\n{refused.instead}".strip(), severity="warning", markup=False)
        except Away as away:
            self.tell_away(str(away.__cause__ or away))
        except JournalError as error:
            self.notify(str(error), severity="error", markup=False)
        self.show_view()

    @on(Recast)
    def recast(self, message: Recast) -> None:
        """Cast by the table."""
        self._try(self.desk.cast, message.people)
        self.show_view()

    @on(MakePins)
    def make_pins(self, message: MakePins) -> None:
        """Make PINs and show them, this once."""
        sheet = self._try(pin_sheet, self.desk, message.seats)
        if sheet is not None:
            self.push_screen(sheet)
        self.show_view(force=True)

    @on(Reseat)
    def reseat(self, message: Reseat) -> None:
        """Change who plays seats."""
        if self.seat == TRAINER and self.desk.live is not None:
            self.run_worker(reseat(self, self.desk, message), group="deed")

    @on(CatchUp)
    def catch_up(self, message: CatchUp) -> None:
        """Write a page for whoever comes late."""
        if self.seat == TRAINER and self.desk.live is not None:
            self.run_worker(write_catch_up(self, self.desk, message.seat), group="deed")

    @on(LookOver)
    def look_over(self, message: LookOver) -> None:
        """Look over everything, to the trainer alone."""
        if self.seat == TRAINER and self.desk.live is not None:
            self.run_worker(self._look_over(message.start), group="deed")

    async def _look_over(self, start: bool) -> None:
        if await look_over(self, self.desk, tuple(self.tongues.values()), start=start):
            self.post_message(Asked(StartClock))
            if isinstance(self.screen, SetupScreen):
                self.post_message(Go(Place.CONSOLE))

    @on(ShowCode)
    def show_code(self) -> None:
        """Show the join code, to the trainer alone."""
        if self.seat == TRAINER and self.desk.live is not None:
            self.run_worker(show_code(self, self.desk, self.named_journal, self.url), group="deed")

    def _try(self, do: Any, *args: Any) -> Any:
        try:
            return do(*args)
        except (Refused, JournalError, NotOnShelf) as error:
            self.notify(str(error), severity="error", markup=False)
            return None

    # -- the ways -----------------------------------------------------------------------------------------------------

    @on(Go)
    def go(self, message: Go) -> None:
        """Go somewhere; PINs may be asked for on the way."""
        self.run_worker(self._go(message), group="go", exclusive=True)

    @on(NewSession)
    def begin(self, message: NewSession) -> None:
        """Begin a session and cast it."""
        session = self._try(self.desk.begin, message)
        if session is not None:
            self.seat = TRAINER
            self.post_message(Go(Place.SETUP, session))

    @on(NewGroups)
    def begin_groups(self, message: NewGroups) -> None:
        """Begin a session for each group, and show them together."""
        each, sessions = message.each, []
        for number in range(message.many):
            name = group_name(each.name, number)
            seed = each.seed if message.same_seed else (each.seed + number) % 2**31
            asked = NewSession(each.scenario, name, each.people, seed, each.language, each.name)
            sessions.append(self._try(self.desk.begin, asked))
        if all(sessions):
            self.seat = TRAINER
            self.post_message(Go(Place.GROUPS, sessions[0]))

    @on(Branch)
    def branch(self, message: Branch) -> None:
        """Begin a session from a moment of this one."""
        session = self._try(self.desk.branch, message.number)
        if session is not None:
            self.notify(tr("This is the new session. The other one stays as it is."), markup=False)
            self.post_message(Go(Place.CONSOLE, session))

    @on(Locked)
    def locked(self, message: Locked) -> None:
        """Close the seat: its screen and its dialogs are removed, and the curtain is down."""
        if self.seat not in ("", TRAINER):
            self.run_worker(self._lock(message.why), group="go", exclusive=True)

    async def _lock(self, why: str) -> None:
        await self._show(self._curtain(), seat="")
        if why:
            self.notify(why, timeout=20, markup=False)

    @on(Forgotten)
    def forgotten(self, message: Forgotten) -> None:
        """Let go of a session that is there no more: nothing of it stays on the screen."""
        if self.desk.live is not None:
            self.desk.leave()
            self.run_worker(self._forgotten(message.why), group="go", exclusive=True)

    async def _forgotten(self, why: str) -> None:
        start, session, _, _ = self._begin
        if start == "door":
            await self._show(DoorScreen(self.desk.journal), seat="")
        elif session is None and self.seat == TRAINER:
            await self._show(HomeScreen(self.desk.journal), seat=TRAINER)
        else:  # whoever sits here came for this session, and home is the trainer's
            self.exit(return_code=1, message=one_line(why))
            return
        self.notify(why, severity="error", timeout=60, markup=False)

    def action_lock(self) -> None:
        """Lock the seat."""
        self.post_message(Locked())

    async def _go(self, message: Go) -> None:
        if self.outside and message.place not in OUTSIDE:
            return
        if message.place not in (Place.GROUPS, Place.CONSOLE, Place.SETUP, Place.DEBRIEF):
            self._leave_groups()
        if message.session is not None and self._try(self._open, message.session) is None:
            return
        if message.place is Place.DOOR:
            self.desk.leave()
            await self._show(DoorScreen(self.desk.journal), seat="")
        elif message.place in (Place.CURTAIN, Place.WALL):
            # At somebody else's terminal the trainer's PIN is not chosen.
            joined = self._begin[0] in ("curtain", "wall", "door")
            if joined or await may_come_back(self, self.desk):
                there = WallScreen() if message.place is Place.WALL else self._curtain()
                await self._show(there, seat="")
        elif message.place is Place.SEAT:
            await self._sit_down(message.seat or "")
        elif self.seat == TRAINER or await opens(self, self.desk, TRAINER, tr("The trainer's PIN")):
            if message.place is Place.STUDIO:
                self.desk.leave()
                await self._show(StudioScreen(message.scenario), seat=TRAINER)
                return
            if message.place is Place.HOME:
                self.desk.leave()
                await self._show(HomeScreen(self.desk.journal), seat=TRAINER)
                return
            if message.place is Place.GROUPS:
                await self._show_groups()
                return
            self.desk.drives = True
            await self._greet(TRAINER)
            await self._show(self._trainers(message.place), seat=TRAINER)

    async def _show_groups(self) -> None:
        """The groups of the exercise that the open session is one of; its own console lets go of it."""
        at = self.desk.live.id if self.desk.live is not None else None
        exercise = self._try(exercise_of, self.desk.journal, at) if at is not None else ""
        if not exercise:
            self.notify(tr("This session is not one of several groups."), markup=False)
            return
        self.desk.leave()
        if self.groups is None or self.groups.exercise != exercise:
            self._leave_groups()
            self.groups = self._try(Groups, self.desk.journal, exercise)
        if self.groups is not None:
            await self._show(GroupsScreen(self.groups, at), seat=TRAINER)

    def _leave_groups(self) -> None:
        if self.groups is not None:
            self.groups.leave()
            self.groups = None

    def _open(self, session: str) -> bool:
        if self.desk.live is None or self.desk.live.id != session:
            self.desk.open(session)
            if self.seat == TRAINER and self.groups is not None and session in self.groups.all:
                return True  # who runs the exercise here has passed its door
            self.seat = TRAINER if TRAINER not in self.desk.pinned() and not self.outside else ""
        return True

    def _curtain(self) -> CurtainScreen:
        return CurtainScreen(outside=self.outside)

    def _trainers(self, place: Place) -> Screen[None]:
        if place is Place.SETUP:
            return SetupScreen(self.desk.scenario)
        if place is Place.DEBRIEF:
            assert self.desk.live is not None
            return DebriefScreen(self.desk.live)
        return ConsoleScreen()

    async def _show(self, screen: Screen[None], *, seat: str) -> None:
        """Change the screen: what was there is removed with all its widgets and questions."""
        if seat != self.seat:
            self.forget_sitting()
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        if self.seat:
            self.tongues[self.seat] = language()
        self._chosen = False
        self.seat = seat
        self.sat = self.desk.session.number if self.desk.live is not None else 0
        self.touched = monotonic()
        if isinstance(screen, SessionScreen):
            screen.view = self.desk.view(seat)
        await self.switch_screen(screen)
        self.cover(self.size)
        self.show_view(force=True)

    async def _sit_down(self, seat: str) -> None:
        rater = seat in self.desk.session.admitted
        if seat not in self.desk.scenario.seats and not rater:
            self.notify(tr("There is no such seat."), severity="warning", markup=False)
            await self._show(self._curtain(), seat="")
            return
        if not rater and self.desk.session.seats[seat].source is Source.STAND_IN:
            self.notify(tr("A stand-in plays this seat. The trainer can cast a person."), markup=False)
            await self._show(self._curtain(), seat="")
            return
        passed = self.seat not in ("", TRAINER) and self.seat != seat
        if not isinstance(self.screen, CurtainScreen):
            await self._show(self._curtain(), seat="")
        await self._greet(seat)
        if passed and not rater:
            if await passes(self, self.desk, seat):
                await self._show(SeatScreen(), seat=seat)
            return
        name = seat if rater else self.desk.scenario.seats[seat].name
        free = not rater and seat not in self.desk.pinned()  # a rater sees more than any seat, and needs a PIN
        if self.outside and seat not in self.desk.pinned():
            said = tr("From a browser, a seat opens only with a PIN, and this one has none yet. Ask the trainer.")
            self.notify(said, severity="warning", markup=False)
        elif free or await opens(self, self.desk, seat, tr("{name}: your PIN", name=name)):
            await self._show(RaterScreen() if self.desk.rates(seat) else SeatScreen(), seat=seat)

    # -- the language -------------------------------------------------------------------------------------------------

    @on(Speak)
    def speak(self, message: Speak) -> None:
        """Speak another language from now on."""
        self._chosen = True
        self.run_worker(self._speak(message.language), group="go", exclusive=True)

    async def _speak(self, code: str) -> None:
        self._try(self.desk.speak, code)
        self.clear_notifications()
        screen = self.screen
        if isinstance(screen, SetupScreen):
            screen.scenario = self.desk.scenario
        if isinstance(screen, DeedScreen):
            await screen.retell()
        self.show_view(force=True)
        if self.desk.live is None:  # at home or in the Studio: at a table everybody chooses their own
            self.keep("language", code)

    async def _greet(self, seat: str) -> None:
        """Speak with a seat as it spoke before, unless another language was just chosen."""
        code = self.tongues.get(seat, language())
        if code != language() and not self._chosen:
            await self._speak(code)

    def way_back(self) -> str:
        """The command that leads back to this session: to the console, or to the curtain."""
        words = ["goodoffices", *(["--db", self.named_journal] if self.named_journal else [])]
        if self.desk.live is not None:
            words += ["join", self.desk.live.id, *(["--console"] if self.seat == TRAINER else [])]
        return shlex.join(words)

    # -- the end ------------------------------------------------------------------------------------------------------

    async def action_quit(self) -> None:
        """Quit, after a question while a session is open and has not ended."""
        if isinstance(self.screen, WallScreen) and TRAINER in self.desk.pinned():
            self.run_worker(self._trainer_quits(), group="quit", exclusive=True)
        elif self.desk.live is None or self.desk.session.ended:
            self.exit()
        else:
            self.run_worker(self._sure_to_quit(), group="quit", exclusive=True)

    async def _trainer_quits(self) -> None:
        if await opens(self, self.desk, TRAINER, tr("The trainer's PIN")):
            self.exit()

    async def _sure_to_quit(self) -> None:
        waits = self.desk.pending.said()
        prompt = (
            tr("What waits for the journal is lost with this terminal.")
            if waits
            else tr("Nothing is lost: everything that happened is in the journal, and the session can be opened again.")
        )
        if not waits and self.seat == TRAINER and self.desk.session.clock.running:
            prompt += "\n" + tr("The clock runs on; who wants it to stand pauses first.")
        if await self.push_screen_wait(YesNo(tr("Leave Good Offices?"), prompt)):
            self.exit()


def run(
    journal_path: Path | str | None,
    session: str | None = None,
    seat: str | None = None,
    start: Start = "home",
    scenario: str | None = None,
    *,
    dev: bool = False,
    outside: bool = False,
    url: str = "",
) -> int:
    """Run the app until it is left; gives the exit code. Raises JournalError where there is no journal to open."""
    if not dev:
        close_hooks()
    app = GoodOffices(journal_path, session, seat, start, scenario, dev, read_settings(), outside, url)
    app.run()
    return app.return_code or 0
