"""The lines of the portable file, and a reader that believes none of them."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import IO, NoReturn, TypeVar

import msgspec

from scenarios.folder import BOUND
from scenarios.model import Scenario
from scenarios.texts import number as written_number
from scenarios.texts import tr
from simulator.engine import TRAINER, Event, Record, replay, view
from simulator.journal import writing
from simulator.journal.errors import JournalError, Unwritable
from simulator.journal.store import MOST_EVENTS, Line, scenario_of

FORMAT = 3
"""The newest format. From 2 on, the scenario may be a bound folder; from 3 on, the header may say until when the
record is kept, and when it was anonymised. A file says the oldest that can read it.
"""

LONGEST_HEADER = 16 * 1024
LONGEST_SCENARIO = 10 * 1024 * 1024
"""Bytes of a bound folder of 2 MB, which is a text in a text."""
LONGEST_PAGE = writing.LONGEST + 1024


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The first line: what the file is, and of which session."""

    format: int
    good_offices: str
    """The version of the program that wrote it."""
    session: str
    """The session's name."""
    seed: int
    created: datetime
    parent: str | None
    """The session that it continues, by its id in the journal where both lay."""
    parent_events: int
    scenario_id: str
    events: int
    until: date | None = None
    """The last day on which the record is kept; none where nobody has said."""
    anonymised: date | None = None
    """The day on which the record lost the names of people; none where it has them."""


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The second line: the scenario, as it was written."""

    scenario: str


def format_of(scenario_text: str, until: date | None = None, anonymised: date | None = None) -> int:
    """The oldest format that holds such a scenario, and what the header says."""
    return 3 if until or anonymised else 2 if scenario_text.startswith(BOUND) else 1


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event, its number, and the id of the command that brought it about (empty if nobody kept it)."""

    n: int
    command: str
    event: msgspec.Raw

    def line(self) -> bytes:
        """The page as it is written, the event letter for letter."""
        head = b'{"n":%d,"command":%s,"event":' % (self.n, msgspec.json.encode(self.command))
        return head + bytes(self.event) + b"}"


class Sum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last line: SHA-256 of all bytes before it."""

    sha256: str


class _AnyFormat(msgspec.Struct):
    format: int
    good_offices: str


_Line = TypeVar("_Line", Header, Text, Page, Sum)


class Scroll:
    """A portable file while it is read, line by line."""

    def __init__(self, name: str, stream: IO[bytes]) -> None:
        """Read the header. Raises JournalError."""
        self.name = name
        self._stream = stream
        self._line = 0
        self._running = hashlib.sha256()
        self.scenario_text = ""
        self.lines: list[Line] = []
        self._commands: set[str] = set()
        self.header = self._read_header()

    def record(self) -> Record:
        """The record, after every line, the count and the sum were checked. Raises JournalError."""
        header = self.header
        self.scenario_text = self._read(Text, LONGEST_SCENARIO, tr("the scenario")).scenario
        try:
            scenario = scenario_of(self.scenario_text)
        except JournalError as error:
            self._fail(str(error))
        if header.format != format_of(self.scenario_text, header.until, header.anonymised):
            self._fail(tr("the header promises format {format}, and the scenario is of another", format=header.format))
        if scenario.id != header.scenario_id:
            self._fail(
                tr(
                    "the header promises the scenario `{promised}`, this is `{found}`",
                    promised=header.scenario_id[:60],
                    found=scenario.id,
                )
            )
        events = [self._read_event(number, scenario) for number in range(1, header.events + 1)]
        total = self._running.hexdigest()
        said = self._read(Sum, LONGEST_HEADER, tr("the sum after {n} events", n=header.events)).sha256
        if said != total:
            self._fail(tr("the sum does not fit what is above: the file was changed or damaged after it was written"))
        if self._stream.read(1):
            self._line += 1
            self._fail(tr("there is more after the end"))
        record = Record(scenario, header.seed, tuple(events))
        try:
            session = replay(record)
            for seat in (TRAINER, *scenario.seats):
                view(session, seat)
        except Exception as error:  # whatever events that no program wrote may set off
            raise JournalError(
                tr(
                    "{path}: these events cannot have happened in this scenario: {reason}.",
                    path=self.name,
                    reason=repr(error),
                )
            ) from None
        return record

    def _read_header(self) -> Header:
        raw = self._next(LONGEST_HEADER, tr("the header"))
        try:
            promised = msgspec.json.decode(raw, type=_AnyFormat)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            self._fail(tr("this is not a session exported by Good Offices"))
        if promised.format > FORMAT:
            self._fail(
                tr(
                    "this file has format {format}, and this program reads up to {known}. "
                    "Open it with Good Offices {program} or newer",
                    format=promised.format,
                    known=FORMAT,
                    program=repr(promised.good_offices[:20]),
                )
            )
        header = self._parsed(Header, raw, tr("the header"))
        try:
            writing.sound(header.session, tr("the session's name"))
            writing.sound(header.parent or "", tr("the parent's id"))
        except Unwritable as error:
            self._fail(str(error))
        if not 1 <= header.format <= FORMAT or not 0 <= header.events <= MOST_EVENTS or header.created.tzinfo is None:
            self._fail(tr("the header's format, number of events or time is not possible"))
        if not -(2**63) <= header.seed < 2**63 or not 0 <= header.parent_events <= MOST_EVENTS:
            self._fail(tr("the header's seed or number of events of the parent is not possible"))
        return header

    def _read_event(self, number: int, scenario: Scenario) -> Event:
        page = self._read(Page, LONGEST_PAGE, tr("event {number} of {total}", number=number, total=self.header.events))
        if page.n != number:
            self._fail(
                tr(
                    "this should be event {number}, it is {found}: a line is missing, doubled or out of order",
                    number=number,
                    found=page.n,
                )
            )
        try:
            if page.command:
                writing.known_id(page.command)
            text = bytes(page.event).decode()
            event = writing.read(text)
        except (Unwritable, UnicodeError) as error:
            self._fail(str(error))
        if event.by != TRAINER and event.by not in scenario.seats:
            self._fail(tr("`{seat}` is no seat of this scenario", seat=event.by[:60]))
        if self.lines and page.command and page.command != self.lines[-1][1] and page.command in self._commands:
            self._fail(tr("the command `{command}` stands in two places", command=page.command))
        self._commands.add(page.command)
        self.lines.append((number, page.command, text))
        return event

    def _read(self, kind: type[_Line], longest: int, what: str) -> _Line:
        return self._parsed(kind, self._next(longest, what), what)

    def _parsed(self, kind: type[_Line], raw: bytes, what: str) -> _Line:
        try:
            found = msgspec.json.decode(raw, type=kind)
            again = found.line() if isinstance(found, Page) else msgspec.json.encode(found)
        except (msgspec.MsgspecError, UnicodeError) as error:
            self._fail(tr("this is not {what}: {reason}", what=what, reason=str(error)[:200]))
        except RecursionError:
            self._fail(tr("this is not {what}: it is nested too deeply", what=what))
        if again != raw:
            self._fail(
                tr("this is not {what} as this program writes it: a key stands twice, or it was edited", what=what)
            )
        return found

    def _next(self, longest: int, what: str) -> bytes:
        self._line += 1
        raw = self._stream.readline(longest + 1)
        if not raw.endswith(b"\n"):
            if len(raw) > longest:
                self._fail(tr("this line is longer than {n} bytes", n=written_number(longest)))
            self._fail(tr("the file ends here, before {what} is complete: it was cut off. Copy it again", what=what))
        self._running.update(raw)
        return raw[:-1]

    def _fail(self, reason: str) -> NoReturn:
        raise JournalError(
            tr(
                "{path}:{line}: {reason}. Nothing was taken in.",
                path=self.name,
                line=self._line,
                reason=reason.rstrip("."),
            )
        ) from None


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[Scroll]:
    """A portable file, read no further than its header; never waits for a pipe or reads a device."""
    name = os.fspath(path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise JournalError(tr("{path}: this is not a file. Give the file that was exported.", path=name))
            yield Scroll(name, stream)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise JournalError(
            tr("{path}: the file cannot be read: {reason}. Check its name.", path=name, reason=reason)
        ) from error
