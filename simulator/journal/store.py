"""The journal: sessions and their events, only ever added to."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from types import TracebackType
from typing import Self, TypeAlias

from scenarios.model import Scenario
from scenarios.reading import Reading, read_text
from scenarios.texts import day, tr, trn
from scenarios.texts import number as written_number
from scenarios.translation import in_language
from simulator.engine import Event, Record
from simulator.engine.events import SessionOpened
from simulator.journal import writing
from simulator.journal.database import Database, Hand
from simulator.journal.errors import Gone, JournalError, Rewritten, Stale, Unwritable
from simulator.journal.opening import opened
from simulator.journal.shelf import QUESTION, SessionId, SessionInfo, info

Line: TypeAlias = tuple[int, str, str]
"""An event as it is kept: its number, the id of its command, its JSON."""

MOST_EVENTS = 1_000_000


def now() -> datetime:
    """The wall clock, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


class Journal:
    """An open journal. One a thread; several threads, terminals and processes may each open the same store."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self.database = database
        self._clock = clock

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None, clock: Callable[[], datetime] = now) -> Self:
        """Open the journal at a path or URL, or the user's own; it is made if there is none. Raises JournalError."""
        return cls(opened(path), clock)

    def close(self) -> None:
        """Let go of it."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    # -- sessions -----------------------------------------------------------------------------------------------------

    def new_session(
        self,
        name: str,
        scenario_text: str,
        seed: int,
        parent: SessionId | None = None,
        parent_events: int = 0,
        until: date | None = None,
    ) -> SessionId:
        """Begin a session of a scenario; `parent` names the session that it continues, here or elsewhere.

        `until` is the last day on which its record is kept; none says nothing about it.
        """
        return self.adopt(name, scenario_text, seed, self._clock(), parent, parent_events, (), until)

    def adopt(
        self,
        name: str,
        scenario_text: str,
        seed: int,
        created: datetime,
        parent: SessionId | None,
        parent_events: int,
        lines: Iterable[Line],
        until: date | None = None,
        anonymised: date | None = None,
    ) -> SessionId:
        """Take in a whole session with its events, as they were written: all of it or nothing.

        `until` is the last day on which its record is kept, `anonymised` the day on which it lost its names.
        """
        scenario = scenario_of(scenario_text)
        writing.sound(name, tr("the session's name"))
        if not -(2**63) <= seed < 2**63:
            raise JournalError(tr("The seed {seed} is too large: it has at most 63 bits.", seed=seed))
        facts = (name, created.isoformat(), scenario_text, seed, parent, parent_events)
        with self.database.writing("sessions") as connection:
            session = self._free_id(connection, scenario.id, created)
            connection.execute(
                "INSERT INTO sessions (name, created, scenario, seed, parent, parent_events, id, scenario_id, title) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*facts, session, scenario.id, scenario.title),
            )
            if until or anonymised:
                days = (until.isoformat() if until else "", anonymised.isoformat() if anonymised else "")
                connection.execute("INSERT INTO keeping VALUES (?, ?, ?, '', 1)", (session, *days))
            _add(connection, session, writing.first_seal(session, *facts), lines)
        return session

    def branch(self, session: SessionId, until: int, name: str) -> SessionId:
        """A new session that begins with the first `until` events of another, and remembers which.

        Its record is kept as long as that of the other.
        """
        parent = self.session(session)
        if not 0 <= until <= parent.events:
            raise JournalError(
                trn(
                    "Session {session} has {n} event; it cannot be branched after {until}.",
                    "Session {session} has {n} events; it cannot be branched after {until}.",
                    parent.events,
                    session=session,
                    until=until,
                )
            )
        text, lines = self.scenario_text(session), self.lines(session, until=until)
        with self.database.writing("sessions") as connection:
            found = self.adopt(name, text, parent.seed, self._clock(), session, until, lines)
            connection.execute(
                "INSERT INTO keeping SELECT ?, until, anonymised, '', 1 FROM keeping WHERE session = ?",
                (found, session),
            )
        return found

    def sessions(self) -> tuple[SessionInfo, ...]:
        """All sessions, the newest first."""
        return tuple(info(row) for row in self.database.rows(f"{QUESTION} ORDER BY s.created DESC, s.rowid DESC"))

    def session(self, session: SessionId) -> SessionInfo:
        """One session."""
        row = self.database.one(f"{QUESTION} WHERE s.id = ?", session)
        if row is None:
            raise self._unknown(session)
        return info(row)

    def scenario_text(self, session: SessionId) -> str:
        """The scenario that a session plays, as it was written."""
        row = self.database.one("SELECT scenario FROM sessions WHERE id = ?", session)
        if row is None:
            raise self._unknown(session)
        return str(row[0])

    # -- events -------------------------------------------------------------------------------------------------------

    def record(self, session: SessionId, until: int | None = None, language: str | None = None) -> Record:
        """The record of a session, or of its first `until` events; its case in a language if it has it."""
        row = self.database.one("SELECT scenario, seed FROM sessions WHERE id = ?", session)
        if row is None:
            raise self._unknown(session)
        return record_of(row[0], row[1], self.events(session, until=until), language)

    def events(self, session: SessionId, after: int = 0, until: int | None = None) -> tuple[Event, ...]:
        """The events of a session with a number above `after` and up to `until`."""
        return self.follow(session, after, until)[0]

    def follow(
        self, session: SessionId, after: int = 0, until: int | None = None, seal: bytes | None = None
    ) -> tuple[tuple[Event, ...], bytes]:
        """Such events, and the seal of the last one, or of the session where there is none.

        Who has read as far as `after` says with which seal. Raises Rewritten when it is another one by now, and Gone
        when the session was deleted.
        """
        lines, seal = self._sealed(session, after, until, seal)
        found: list[Event] = []
        for number, _, text in lines:
            try:
                found.append(writing.read(text))
            except Unwritable as error:
                raise JournalError(
                    tr("Session {session}, event {number}: {reason}.", session=session, number=number, reason=error)
                ) from error
        return tuple(found), seal

    def lines(self, session: SessionId, after: int = 0, until: int | None = None) -> list[Line]:
        """Events as they were written, after making sure that none is missing or was altered."""
        return self._sealed(session, after, until)[0]

    def _sealed(
        self, session: SessionId, after: int, until: int | None, known: bytes | None = None
    ) -> tuple[list[Line], bytes]:
        last = MOST_EVENTS if until is None else until
        seal = self.seal(session, after)
        if known is not None and seal != known:
            raise Rewritten(tr("Session {session} was anonymised since it was read. Open it anew.", session=session))
        found: list[Line] = []
        for number, command_id, text, kept in self.database.rows(
            "SELECT number, command, event, seal FROM events WHERE session = ? AND number > ? AND number <= ? "
            "ORDER BY number",
            session,
            after,
            last,
        ):
            seal = writing.next_seal(seal, number, command_id, text)
            if number != after + len(found) + 1 or seal != kept:
                raise JournalError(
                    tr(
                        "Session {session}: event {number} is missing or was altered in the file. "
                        "What came before it is whole: branch the session after event {before}.",
                        session=session,
                        number=after + len(found) + 1,
                        before=after + len(found),
                    )
                )
            found.append((number, command_id, text))
        if until is not None and len(found) < until - after:
            raise JournalError(
                trn(
                    "Session {session} has {n} event, not {until}.",
                    "Session {session} has {n} events, not {until}.",
                    after + len(found),
                    session=session,
                    until=until,
                )
            )
        return found, seal

    def append(
        self,
        session: SessionId,
        expected_number: int,
        events: Sequence[Event],
        command_id: str = "",
        command_digest: str = "",
    ) -> tuple[Event, ...]:
        """Add the events of one command after event `expected_number`; they are on the disk when this returns.

        A command that is already there is not added again: its earlier events come back. Raises Stale when the
        session has another number of events by now, and JournalError when nothing could be saved.
        """
        return self.appended(session, expected_number, events, command_id, command_digest)[0]

    def appended(
        self,
        session: SessionId,
        expected_number: int,
        events: Sequence[Event],
        command_id: str = "",
        command_digest: str = "",
    ) -> tuple[tuple[Event, ...], bytes | None]:
        """Do as `append`, and give the seal of the last event as well; none where nothing was added."""
        lines = [
            (expected_number + place, command_id, writing.written(event)) for place, event in enumerate(events, start=1)
        ]
        if command_id:
            writing.known_id(command_id)
        if not lines:
            return (), None
        with self.database.writing(session) as connection:
            known = self._span(session, command_id, command_digest)
            if known is None:
                row = connection.execute(
                    "SELECT number, seal FROM events WHERE session = ? ORDER BY number DESC LIMIT 1", (session,)
                ).fetchone()
                number, seal = row or (0, self.seal(session, 0))
                if number != expected_number:
                    raise Stale(session, expected_number, number)
                if number + len(lines) > MOST_EVENTS:
                    raise JournalError(
                        tr(
                            "Session {session} is full: it has {n} events. Branch it.",
                            session=session,
                            n=written_number(number),
                        )
                    )
                seal = _add(connection, session, seal, lines, command_digest)
        if known is not None:
            return self.events(session, *known), None
        return tuple(events), seal

    def answered(self, session: SessionId, command_id: str, command_digest: str) -> tuple[Event, ...] | None:
        """The events of a command that is already there; raises JournalError when that was another command."""
        known = self._span(session, command_id, command_digest)
        return None if known is None else self.events(session, *known)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the store and with the chains of its sessions; empty when all is well."""
        found = list(self.database.faults())
        for (session,) in self.database.rows("SELECT id FROM sessions ORDER BY id"):
            try:
                self.events(session)
            except JournalError as error:
                found.append(str(error))
        return tuple(found)

    def _span(self, session: SessionId, command_id: str, command_digest: str) -> tuple[int, int] | None:
        if not command_id:
            return None
        row = self.database.one(
            "SELECT digest, first, events FROM commands WHERE session = ? AND command = ?", session, command_id
        )
        if row is None:
            return None
        kept, first, count = row
        if kept != command_digest:
            raise JournalError(
                tr(
                    "Session {session}: the command id {command} was already used for something else. "
                    "Nothing was saved; ask again under a new id.",
                    session=session,
                    command=command_id,
                )
            )
        return first - 1, first - 1 + count

    def seal(self, session: SessionId, number: int = 0) -> bytes:
        """The seal of an event, or of a session before its first one."""
        if number:
            row = self.database.one("SELECT seal FROM events WHERE session = ? AND number = ?", session, number)
            if row is None:
                self.session(session)
                raise JournalError(tr("Session {session} has no event {number}.", session=session, number=number))
            return bytes(row[0])
        row = self.database.one(
            "SELECT id, name, created, scenario, seed, parent, parent_events FROM sessions WHERE id = ?", session
        )
        if row is None:
            raise self._unknown(session)
        return writing.first_seal(*row)

    def _unknown(self, session: SessionId) -> JournalError:
        try:
            row = self.database.one("SELECT deleted FROM keeping WHERE session = ? AND deleted <> ''", session)
        except JournalError:
            row = None  # a journal of an older layout has never deleted any
        if row is not None:
            return Gone(
                tr(
                    "Session {session} was deleted on {day}. Nothing of it is left in the journal.",
                    session=session,
                    day=day(date.fromisoformat(row[0])),
                )
            )
        known = ", ".join(row[0] for row in self.database.rows("SELECT id FROM sessions ORDER BY rowid DESC LIMIT 5"))
        return JournalError(
            tr(
                "{path}: there is no session {session}. The latest: {known}.",
                path=self.database.where,
                session=repr(session),
                known=known or tr("none"),
            )
        )

    @staticmethod
    def _free_id(connection: Hand, scenario_id: str, created: datetime) -> SessionId:
        """`the-well-20261122-1`: the scenario, the day, a number."""
        slug = re.sub(r"[^a-z0-9]+", "-", scenario_id.lower())[:32].strip("-") or "session"
        stem = f"{slug}-{created:%Y%m%d}-"
        taken = connection.execute(
            "SELECT id FROM (SELECT id FROM sessions UNION SELECT session FROM keeping) AS ids "
            "WHERE substr(id, 1, ?) = ?",
            (len(stem), stem),
        )
        numbers = [int(tail) for (id_,) in taken if (tail := id_[len(stem) :]).isdecimal()]
        return f"{stem}{max(numbers, default=0) + 1}"


def _add(connection: Hand, session: SessionId, seal: bytes, lines: Iterable[Line], digest: str = "") -> bytes:
    rows, spans = [], dict[str, list[int]]()
    for number, command_id, text in lines:
        seal = writing.next_seal(seal, number, command_id, text)
        rows.append((session, number, command_id, writing.kind_of(text), text, seal))
        if command_id:
            spans.setdefault(command_id, []).append(number)
    connection.executemany(
        "INSERT INTO events (session, number, command, kind, event, seal) VALUES (?, ?, ?, ?, ?, ?)", rows
    )
    connection.executemany(
        "INSERT INTO commands (session, command, digest, first, events) VALUES (?, ?, ?, ?, ?)",
        [(session, command_id, digest, numbers[0], len(numbers)) for command_id, numbers in spans.items()],
    )
    return seal


def record_of(text: str, seed: int, events: tuple[Event, ...], language: str | None = None) -> Record:
    """A record, its case in a language and in that of the session. Raises JournalError."""
    case = scenario_of(text, language)
    spoken = next((event.language for event in events if isinstance(event, SessionOpened)), case.language)
    told = case if spoken == case.language else scenario_of(text, spoken)
    return Record(case, seed, events, None if told.language == case.language else told)


def scenario_of(text: str, language: str | None = None) -> Scenario:
    """The scenario of a text that a record holds, in a language if it has it. Raises JournalError."""
    reading = _reading_of(text)
    assert reading.scenario is not None
    if language is None or language == reading.scenario.language:
        return reading.scenario
    return _said_in(text, language)


@lru_cache(maxsize=8)
def _reading_of(text: str) -> Reading:
    writing.sound(text.replace("\r", ""), tr("the scenario's text"))
    reading = read_text(text, tr("the record's scenario"))
    if reading.scenario is None:
        first = next(iter(reading.problems), None)
        raise JournalError(
            tr(
                "The scenario cannot be read: {problem}. {remedy}", problem=first, remedy=first.remedy if first else ""
            ).strip()
        )
    return reading


@lru_cache(maxsize=8)
def _said_in(text: str, language: str) -> Scenario:
    reading = _reading_of(text)
    assert reading.scenario is not None
    return in_language(reading.scenario, reading.folder, language)
