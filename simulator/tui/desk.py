"""What lies on the app's desk: the journal, the session that is open, and the stand-ins it drives."""

import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from time import time

from roles.rights import Kind
from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.shelf import find
from scenarios.texts import language, speak, tr, trn
from simulator.debrief.naming import Names
from simulator.debrief.narration import narrate
from simulator.engine import TRAINER, Event, Moment, Refused, Session, View, room, view
from simulator.engine.commands import CastSeat, Intent, OpenSession
from simulator.engine.events import SeatCast
from simulator.engine.legal import archetype_of
from simulator.engine.words import DebriefPage, Source
from simulator.journal.errors import Away, JournalError
from simulator.journal.live import LiveSession
from simulator.journal.pins import Locked, Ok, Wait, Wrong, check, new_pin, pinned, set_pin
from simulator.journal.presence import Presence, Terminal
from simulator.journal.store import Journal
from simulator.journal.wall import now as now
from simulator.rehearsal import StandIns
from simulator.tui.going import NewSession
from simulator.tui.pending import Pending
from simulator.tui.seat.waiting import how_many
from simulator.tui.wall import projector
from simulator.tui.wall.projector import Projector, Run
from simulator.tui.wall.shown import Shown

STAND_IN_EVERY = 2.0
"""Seconds between two looks at what the stand-ins want; their own pace is slower."""
PACE = (10.0, 20.0)
"""Play seconds between two acts of stand-ins: people at the table need time to follow."""


class Desk:
    """The journal with at most one session open; everything that touches the disk is here."""

    def __init__(self, path: Path | str | None, keep_days: int = 0) -> None:
        self.journal = Journal.open(path)
        self._keep_days = keep_days
        """Days for which the records of sessions that begin here are kept; 0 promises nothing."""
        self.live: LiveSession | None = None
        self.drives = False
        """Whether this terminal may play the stand-ins: where the console was opened."""
        self.plays = False
        """Whether it does: of several consoles, one does."""
        self.terminals: tuple[Terminal, ...] = ()
        """The terminals at the session, as they were known last."""
        self._presence: Presence | None = None
        self.pending = Pending()
        """What waits for the journal; it outlives the session that is open."""
        self.projector = Projector()
        """Makes the pages of the debriefing."""
        self._stand_ins = StandIns(PACE)
        self._looked = 0.0
        self._heard = now()
        self.lost = ""
        self._counted: tuple[int, Mapping[str, int]] = -1, {}
        """The time of day of the last news, while the journal cannot be read."""
        self._told: tuple[str, str, Scenario] | None = None
        self._pinned: tuple[str, frozenset[str]] = "", frozenset()

    @property
    def session(self) -> Session:
        """The session that is open."""
        if self.live is None:
            raise JournalError(tr("No session is open."))
        return self.live.session

    @property
    def scenario(self) -> Scenario:
        """Its scenario."""
        return self.session.scenario

    # -- sessions -----------------------------------------------------------------------------------------------------

    def open(self, session: str) -> None:
        """Open a session of the journal, in the language of this terminal if its case has it."""
        if self.live is None or self.live.id != session:
            self.leave()
            live = LiveSession(self.journal, session, language())
            self._pinned = session, pinned(self.journal, session)
            self.live = live
            self._presence = Presence(self.journal, session)

    def speak(self, code: str) -> None:
        """Speak another language at this terminal, in the open session as well if its case has it."""
        speak(code)
        if self.live is not None:
            self.live.speak(code)

    def leave(self) -> None:
        """Let go of the session."""
        if self._presence is not None:
            with suppress(JournalError):
                self._presence.leave()
        self._presence, self.plays, self.terminals = None, False, ()
        self.live = None
        self.drives = False
        self._stand_ins = StandIns(PACE)

    def begin(self, asked: NewSession) -> str:
        """Begin a session of a scenario, cast by its table, and open it."""
        reading = read(find(asked.scenario))
        if reading.scenario is None or reading.errors:
            raise JournalError(tr("Problems in the scenario keep it from being played: {n}.", n=len(reading.errors)))
        until = date.today() + timedelta(days=self._keep_days) if self._keep_days else None
        name = self.journal.new_session(asked.name, reading.bound, asked.seed, until=until)
        self.open(name)
        self.issue(OpenSession, TRAINER, name=asked.name, language=asked.language, exercise=asked.exercise)
        self.cast(asked.people)
        return name

    def cast(self, people: int) -> None:
        """Cast every seat by the scenario's table for that number of people."""
        table = [c for c in self.scenario.casting if c.people <= people] or list(self.scenario.casting[:1])
        empty = max(table, key=lambda c: c.people).empty if table else ()
        for seat in self.scenario.seats:
            source = Source.STAND_IN if seat in empty else Source.HUMAN
            known = self.session.seats[seat]
            if known.source is not source:
                self.issue(CastSeat, TRAINER, seat=seat, source=source, people=())

    def branch(self, number: int) -> str:
        """A new session from the first events of the open one, opened."""
        if self.live is None:
            raise JournalError(tr("No session is open."))
        name = tr("{name} after event {n}", name=self.session.name or self.scenario.title, n=number)
        session = self.journal.branch(self.live.id, number, name[:120])
        self.open(session)
        return session

    def waiting(self) -> Mapping[str, int]:
        """How many things wait for each seat that a person plays: a number, and never what."""
        if self._counted[0] != self.session.number:
            played = [s for s, state in self.session.seats.items() if state.source is Source.HUMAN]
            self._counted = self.session.number, {seat: how_many(self.view(seat)) for seat in played}
        return self._counted[1]

    # -- the rules ----------------------------------------------------------------------------------------------------

    def issue(self, do: type[Intent], by: str, **fields: object) -> tuple[Event, ...]:
        """Ask the rules something now. Raises Refused, JournalError, and Kept where it waits for the journal."""
        if self.live is None:
            raise JournalError(tr("No session is open."))
        return self.pending.ask(self.live, do(at=now(), by=by, **fields))  # type: ignore[arg-type]

    def hears(self) -> bool:
        """Take in what others did; whether there was anything. Cheap enough for ten times a second. Raises Away."""
        if self.live is None:
            return False
        self.lost = f"{self._heard.astimezone():%H:%M}"
        news = self.live.refresh()
        self._heard, self.lost = now(), ""
        return news

    def tick(self) -> list[str]:
        """Take in what others did, and let happen what is due; gives what is to be told of what had waited.

        Raises Away while there is no journal.
        """
        told = self.pending.again()
        if self.live is None:
            return told
        self.hears()
        if self.session.clock.running:
            self.live.tick(now())
            if self.drives and self.plays:
                self._play_stand_ins()
        return told

    def be_present(self, seat: str, idle: float) -> None:
        """Tell the other terminals who sits here and for how long nobody has touched a key, and hear of them."""
        if self._presence is None:
            return
        self.plays = self._presence.say(seat, time() - idle, self.drives)
        self.terminals = self._presence.terminals()

    def _play_stand_ins(self) -> None:
        assert self.live is not None
        at = now()
        if at.timestamp() - self._looked < STAND_IN_EVERY:
            return
        self._looked = at.timestamp()
        if not any(seat.source is Source.STAND_IN for seat in self.session.seats.values()):
            return
        command = self._stand_ins.next_command(self.session, at)
        if command is not None:
            try:
                # Two consoles that both think the turn is theirs say the same thing once.
                self.live.issue(command, f"p{self.session.number}:{command.by}")
            except Refused:
                self._stand_ins.refused(self.session, command.by, at)

    def view(self, seat: str) -> View:
        """What a seat may know now."""
        return view(self.session, seat, now())

    def recast(self, seat: str, since: int) -> bool:
        """Whether somebody else, or nobody, was given a seat since so many events."""
        moments = self.live.moments if self.live is not None else []
        return any(isinstance(m.event, SeatCast) and m.event.seat == seat for m in moments[since:])

    def rates(self, seat: str) -> bool:
        """Whether who sits there is a rater and plays no part."""
        return archetype_of(self.session, seat).kind is Kind.RATER

    def shown(self, run: Run, tell: Callable[[], None]) -> Shown:
        """What the wall shows now: what everybody in the room may know, in one language or two.

        `run` makes a page of the debriefing in a thread, and `tell` is called when it is there.
        """
        seen, beside = room(self.session, now()), None
        if seen.beside and seen.beside != language():
            beside = room(self.session, now(), self._in(seen.beside))
        if seen.slide.page is DebriefPage.NONE or self.live is None:
            return Shown(seen, beside, self.lost)
        page = self.projector.poster(seen.slide, self.live, run, tell)
        also = projector.beside(seen.slide, self._in(seen.beside), seen.beside) if beside is not None else None
        return Shown(seen, beside, self.lost, page, also)

    def _in(self, code: str) -> Scenario:
        """The case in another language, where it has it; read once."""
        assert self.live is not None
        if self._told is None or self._told[:2] != (self.live.id, code):
            self._told = self.live.id, code, self.journal.record(self.live.id, until=0, language=code).scenario
        return self._told[2]

    def narrate(self, moment: Moment) -> str:
        """A moment as a sentence; options in somebody's own words are named by them."""
        own = {
            f"{issue}.{option}": known.text
            for issue, state in self.session.issues.items()
            for option, known in state.board.items()
            if known.text
        }
        improvised = {name: words.title for name, words in self.session.improvised.items()}
        return narrate(moment, Names(self.scenario, own=own, improvised=improvised))

    def signature(self) -> tuple[object, ...]:
        """What changes when there is something new to show: an event, or another second of the clock."""
        session = self.session
        return self.live.id if self.live else "", session.number, int(session.clock.read(now()))

    # -- PINs ---------------------------------------------------------------------------------------------------------

    def pinned(self) -> frozenset[str]:
        """The seats that open with a PIN, the trainer's among them."""
        if self.live is None:
            return frozenset()
        try:
            self._pinned = self.live.id, pinned(self.journal, self.live.id)
        except Away:  # nobody gets past a door because the journal is away
            if self._pinned[0] != self.live.id:
                raise
        return self._pinned[1]

    def make_pins(self, seats: tuple[str, ...]) -> dict[str, str]:
        """New PINs; this is the only time that anybody can read them."""
        assert self.live is not None
        made = {seat: new_pin() for seat in seats}
        for seat, pin in made.items():
            set_pin(self.journal, self.live.id, seat, pin)
        return made

    def set_pin(self, seat: str, pin: str) -> None:
        """Give a seat a PIN that somebody chose."""
        assert self.live is not None
        set_pin(self.journal, self.live.id, seat, pin)

    def try_pin(self, seat: str, pin: str) -> str | None:
        """Try a PIN: None when it fits, otherwise what to tell whoever tried."""
        assert self.live is not None
        return try_pin(self.journal, self.live.id, seat, pin)


def try_pin(journal: Journal, session: str, seat: str, pin: str) -> str | None:
    """Try a PIN: None when it fits, otherwise what to tell whoever tried."""
    match check(journal, session, seat, pin, now()):
        case Ok():
            return None
        case Wrong(tries_left=left):
            return trn(
                "That is not the PIN. {n} more try before a wait.",
                "That is not the PIN. {n} more tries before a wait.",
                left,
            )
        case Wait(seconds=seconds):
            return trn(
                "Too many wrong PINs. Try again in {n} second.",
                "Too many wrong PINs. Try again in {n} seconds.",
                int(seconds) + 1,
            )
        case Locked():
            return tr("Far too many wrong PINs: the trainer has to give this seat a new one (console, P).")


def new_seed() -> int:
    """A seed that nobody chose."""
    return secrets.randbelow(2**31)
