"""A session that several terminals share: what is true now, and how to ask for more."""

import random
import secrets
import time
from datetime import datetime

from msgspec.structs import replace

from scenarios.texts import tr
from simulator.engine import TRAINER, Command, Event, Moment, Record, Refused, Session, begin, decide, evolve
from simulator.engine.commands import Tick
from simulator.journal import writing
from simulator.journal.errors import JournalError, Rewritten, Stale
from simulator.journal.shelf import SessionId
from simulator.journal.store import Journal

ATTEMPTS = 40
"""How often a lost race is run again. Forty terminals at once lose two or three."""


class LiveSession:
    """A session of a journal with its state, kept up to date. Belongs to the thread of its journal."""

    def __init__(self, journal: Journal, session: SessionId, language: str | None = None) -> None:
        """Read the session from its first event, in a language if its case has it. Raises JournalError."""
        self.id = session
        self._journal = journal
        self.speak(language)

    def speak(self, language: str | None) -> None:
        """Read the session anew in a language, or in that of its case where it has no other. Raises JournalError."""
        start = self._journal.record(self.id, until=0, language=language)
        news, seal = self._journal.follow(
            self.id
        )  # all or nothing: the session stays as it is where the journal is away
        self._session = begin(start.scenario, start.seed)
        self.moments: list[Moment] = []
        self._seen: tuple[int, int] | None = None
        self._language = language
        self._fold(news)
        self._seal = seal

    @property
    def session(self) -> Session:
        """All that is true after the events that were read or written so far."""
        return self._session

    def record(self) -> Record:
        """The whole record, as it is in the journal now."""
        return self._journal.record(self.id, language=self._language)

    def refresh(self) -> bool:
        """Take in what other terminals wrote since; whether there was anything.

        A record that was anonymised is read anew, from its first event. Raises Gone when the session was deleted.
        """
        state = self._journal.database.state()
        if state == self._seen:
            return False
        try:
            news, self._seal = self._journal.follow(self.id, after=self._session.number, seal=self._seal)
        except Rewritten:
            self.speak(self._language)
            self._seen = state
            return True
        self._fold(news)
        self._seen = state
        return bool(news)

    def issue(self, command: Command, command_id: str | None = None) -> tuple[Event, ...]:
        """Ask for something; its events are on the disk when this returns.

        Who repeats a command after a crash or a failed write gives it the same `command_id`: if it was saved after
        all, its events come back and nothing is doubled. Raises Refused when the rules do not allow it now, and
        JournalError when it could not be saved.
        """
        asked = writing.digest(command)
        if command_id is not None:
            writing.known_id(command_id)
            earlier = self._journal.answered(self.id, command_id, asked)
            if earlier is not None:
                self.refresh()
                return earlier
        return self._settle(command, command_id or secrets.token_hex(8), asked)

    def tick(self, at: datetime) -> tuple[Event, ...]:
        """Let happen what is due at a time; writes nothing when nothing is."""
        command = Tick(at=at, by=TRAINER)
        try:
            return self._settle(command, secrets.token_hex(8), writing.digest(command))
        except Refused:  # before the opening and after the end nothing can be due
            return ()

    def _settle(self, command: Command, command_id: str, asked: str) -> tuple[Event, ...]:
        for attempt in range(ATTEMPTS):
            self.refresh()
            events = self._decided(command)
            if not events:
                return ()
            try:
                with self._journal.database.writing(self.id):
                    try:
                        kept, seal = self._append(events, command_id, asked)
                    except Stale:  # the race is lost, but nobody else writes now: who stood in line is not sent back
                        self._seen = None  # there is news, whether or not word of it has come
                        self.refresh()
                        events = self._decided(command)
                        kept, seal = self._append(events, command_id, asked)
            except Stale:
                self._seen = None
                time.sleep(random.uniform(0, 0.002) * attempt)
                continue
            if kept is not events or seal is None:
                self.refresh()
                return kept
            self._fold(kept)
            self._seal = seal
            if self._seen is not None:
                self._seen = self._seen[0], self._seen[1] + 1  # its own writing is no news
            return kept
        raise JournalError(
            tr(
                "Session {session}: other terminals wrote first {n} times in a row. Nothing was saved; ask again.",
                session=self.id,
                n=ATTEMPTS,
            )
        )

    def _decided(self, command: Command) -> tuple[Event, ...]:
        return decide(self._not_before_the_last(command), self._session)

    def _append(self, events: tuple[Event, ...], command_id: str, asked: str) -> tuple[tuple[Event, ...], bytes | None]:
        return self._journal.appended(self.id, self._session.number, events, command_id, asked)

    def _not_before_the_last(self, command: Command) -> Command:
        """The command, no earlier than the last event: clocks of terminals differ, and clocks are set back."""
        last = self._session.last_at
        return replace(command, at=last) if last is not None and command.at < last else command

    def _fold(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self._session = evolve(self._session, event)
            self.moments.append(self._session.log[-1])
