"""The app's watch: it takes in what happened elsewhere, shows it, says when the journal is away, locks idle seats."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, time

from textual import events, on
from textual.geometry import Size
from textual.widgets import Input

from scenarios.texts import tr
from simulator.engine import TRAINER, Moment, Refused
from simulator.journal.errors import Away, Gone, JournalError
from simulator.tui.desk import Desk
from simulator.tui.going import Forgotten, Locked
from simulator.tui.groups import Groups
from simulator.tui.screen import SessionScreen
from simulator.tui.screens.console import ConsoleScreen
from simulator.tui.screens.curtain import CurtainScreen, public
from simulator.tui.screens.groups import LOOK, GroupsScreen, Look
from simulator.tui.screens.rater import RaterScreen
from simulator.tui.screens.setup import SetupScreen
from simulator.tui.screens.small import TooSmall, is_too_small
from simulator.tui.screens.wall import WallScreen
from simulator.tui.settings import Found
from simulator.tui.settled import SettledApp
from simulator.tui.widgets.away import tell_away

POLL = 0.1
"""Seconds between two looks for news in the journal, which cost next to nothing."""

BEAT = 0.5
"""Seconds between two looks at the clock and at what is due."""

WATCHING = 900.0
"""Seconds after which the seat of a rater is locked, who watches people and not the screen."""


class WatchingApp(SettledApp):
    """An app that follows the session which is open at its desk, and the groups of an exercise."""

    def __init__(self, journal: Path | str | None, dev: bool, found: Found | None) -> None:
        super().__init__(dev, found)
        self.desk = Desk(journal, self.settings.keep_days)
        self.groups: Groups | None = None
        """The groups of the exercise that the trainer runs here."""
        self.sat = 0
        """How many events there were when the seat that is open was opened."""
        self._look = 0.0
        self._seen: tuple[object, ...] = ()
        self._told = ""
        self._beat = 0.0
        self._away = ""
        """What the journal says while it is away; it stays on the screen as long."""

    def poll(self) -> None:
        """Take in what happened elsewhere, let happen what is due, show the time, lock an idle seat."""
        if self.desk.live is None and not self.desk.pending:
            return
        if self.groups is not None and monotonic() >= self._look:
            self._look = monotonic() + LOOK
            self.post_message(Look())
        try:
            if not self.desk.hears() and monotonic() < self._beat:
                return
            self._beat = monotonic() + BEAT
            self.desk.be_present(self.seat, monotonic() - self.touched)
            for told in self.desk.tick():
                self.notify(told, severity="warning", timeout=20, markup=False)
            self.tell_away("")
        except Away as away:
            self._beat = monotonic() + BEAT
            self.tell_away(str(away))
        except Gone as gone:
            self.post_message(Forgotten(str(gone)))
            return
        except (JournalError, Refused) as error:
            if str(error) != self._told and not isinstance(self.screen, WallScreen):
                self._told = str(error)
                self.notify(str(error), severity="error", markup=False)
        if self.seat not in ("", TRAINER) and self.desk.recast(self.seat, self.sat):
            self.sat = self.desk.session.number
            self.post_message(Locked(tr("The seat was locked: the trainer has given it to somebody.")))
            return
        self.show_view()
        idle = WATCHING if isinstance(self._session_screen(), RaterScreen) else self.settings.idle
        if self.seat not in ("", TRAINER) and monotonic() - self.touched > idle:
            self.post_message(Locked(tr("The seat was locked: nobody touched a key.")))

    def tell_away(self, reason: str) -> None:
        """Say that the journal is away as long as it is, on whatever screen is on top; play goes on by itself."""
        if any(isinstance(screen, WallScreen) for screen in self.screen_stack):
            return  # it says so by itself, and to the whole room
        if self._away and not reason:
            self.notify(tr("The journal is back, and everything that was asked is saved."), markup=False)
        if reason or self._away:
            for screen in self.screen_stack:
                tell_away(screen, reason, self.desk.pending.said())
        self._away = reason

    def moments(self) -> Sequence[Moment]:
        """Every event of the session that is open; nothing while somebody else than the trainer sits here."""
        return self.desk.live.moments if self.desk.live is not None and self.seat == TRAINER else ()

    def narrate(self, moment: Moment) -> str:
        """A moment as a sentence, with the names of the session that is open."""
        return self.desk.narrate(moment)

    def show_view(self, force: bool = False) -> None:
        """Give the screen its view where there is news or the clock shows another second."""
        screen = self._session_screen()
        curtain = next((s for s in self.screen_stack if isinstance(s, CurtainScreen)), None)
        wall = next((s for s in self.screen_stack if isinstance(s, WallScreen)), None)
        if self.desk.live is None or (screen is None and curtain is None and wall is None):
            return
        places = tuple((t.number, t.seat, t.plays) for t in self.desk.terminals)
        seen = self.desk.signature(), self.seat, id(screen), id(curtain), id(wall), self.desk.lost, places
        if seen == self._seen and not force:
            return
        self._seen = seen
        if wall is not None:
            wall.known = self.desk.shown(self.beside, self.made_beside)
        elif curtain is not None:
            curtain.known = public(self.desk.view(TRAINER), self.desk.pinned(), self.desk.waiting())
        elif screen is not None:
            if isinstance(screen, SetupScreen):
                screen.pinned = self.desk.pinned()
            if isinstance(screen, ConsoleScreen):
                screen.terminals = self.desk.terminals
            screen.view = self.desk.view(self.seat)

    def beside(self, work: Callable[[], None]) -> None:
        """Run something in a thread of its own."""
        self.run_worker(work, thread=True, group="page", exit_on_error=False)

    def made_beside(self) -> None:
        """In such a thread: what was made is to be shown."""
        if self.is_running:
            self.call_from_thread(self.show_view, True)

    def on_resize(self, event: events.Resize) -> None:
        """Cover everything while there is no room for it."""
        self.cover(event.size)

    def cover(self, size: Size) -> None:
        """Say that the terminal is too small, where it is; that goes by itself when there is room again."""
        there = len(self.screen_stack) > 1  # before the first screen there is nothing to cover
        if there and is_too_small(size) and not any(isinstance(s, TooSmall) for s in self.screen_stack):
            self.push_screen(TooSmall())

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if isinstance(event, events.Key | events.MouseEvent | events.Paste):
            self.touched = monotonic()
        if isinstance(event, events.Paste) and isinstance(self.focused, Input):
            event.text = " ".join(event.text.split())  # a field of one line would keep the first line only
        await super().on_event(event)

    def _session_screen(self) -> SessionScreen | None:
        return next((s for s in reversed(self.screen_stack) if isinstance(s, SessionScreen)), None)

    @on(Look)
    def look(self) -> None:
        """Bring the groups up to date, and show them where they are in sight."""
        if self.groups is None:
            return
        live = self.desk.live
        for name in self.groups.tick(self._touched_at(), live.id if live is not None else ""):
            self.bell()
            said = tr("{group}: the stop word was said. Only that group stands still.", group=self.groups.name(name))
            self.notify(said, severity="error", timeout=60, markup=False)
        screen = next((s for s in self.screen_stack if isinstance(s, GroupsScreen)), None)
        if screen is not None:
            screen.show_groups()

    def _touched_at(self) -> float:
        """When somebody last touched this terminal, on the clock of the wall."""
        return time() - (monotonic() - self.touched)
