"""One file that carries a session anywhere: a header, the scenario, one event a line, and a sum over all of it."""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, TypeAlias

import msgspec

from scenarios.texts import tr
from simulator.engine import Record
from simulator.engine.events import SessionOpened
from simulator.journal import writing
from simulator.journal.errors import JournalError
from simulator.journal.keeping import keeping
from simulator.journal.pages import Header, Page, Sum, Text, format_of, opened
from simulator.journal.shelf import SessionId
from simulator.journal.store import Journal, Line, record_of

Target: TypeAlias = str | os.PathLike[str] | IO[bytes]


def export_session(journal: Journal, session: SessionId, target: Target) -> None:
    """Write a session to one file, or to a stream. PINs stay behind. Raises JournalError."""
    info = journal.session(session)
    lines = journal.lines(session)
    text = journal.scenario_text(session)
    known = keeping(journal, session)
    header = Header(
        format=format_of(text, known.until, known.anonymised),
        good_offices=_program(),
        session=info.name,
        seed=info.seed,
        created=info.created,
        parent=info.parent,
        parent_events=info.parent_events,
        scenario_id=info.scenario_id,
        events=len(lines),
        until=known.until,
        anonymised=known.anonymised,
    )
    _put(target, _pages(header, text, lines))


def import_session(journal: Journal, path: str | os.PathLike[str]) -> SessionId:
    """Take a session in from a file, under a new id; all of it or nothing. Raises JournalError with file and line."""
    with opened(path) as scroll:
        scroll.record()
        header = scroll.header
        return journal.adopt(
            header.session,
            scroll.scenario_text,
            header.seed,
            header.created,
            header.parent,
            header.parent_events,
            scroll.lines,
            header.until,
            header.anonymised,
        )


def write_record(record: Record, scenario_text: str, target: Target) -> None:
    """Write a record that lies in no journal; the same record makes the same bytes, whenever it is written."""
    first = record.events[0] if record.events else None
    header = Header(
        format=format_of(scenario_text),
        good_offices=_program(),
        session=first.name if isinstance(first, SessionOpened) else record.scenario.title,
        seed=record.seed,
        created=first.at if first else datetime(1970, 1, 1, tzinfo=UTC),
        parent=None,
        parent_events=0,
        scenario_id=record.scenario.id,
        events=len(record.events),
    )
    lines = [(number, "", writing.written(event)) for number, event in enumerate(record.events, start=1)]
    _put(target, _pages(header, scenario_text, lines))


def read_record(path: str | os.PathLike[str], language: str | None = None) -> tuple[Record, Header]:
    """The record of a file, without any journal, in a language if its case has it.

    Raises JournalError with file, line and reason.
    """
    with opened(path) as scroll:
        record = scroll.record()
        return record_of(scroll.scenario_text, record.seed, record.events, language), scroll.header


def _pages(header: Header, scenario_text: str, lines: Iterable[Line]) -> Iterator[bytes]:
    yield msgspec.json.encode(header)
    yield msgspec.json.encode(Text(scenario=scenario_text))
    for number, command_id, text in lines:
        yield Page(n=number, command=command_id, event=msgspec.Raw(text.encode())).line()


def _put(target: Target, pages: Iterable[bytes]) -> None:
    if not isinstance(target, str | os.PathLike):
        _pour(target, pages)
        return
    place = Path(target)
    beside = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        try:
            with os.fdopen(handle, "wb") as stream:
                _pour(stream, pages)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(place)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise JournalError(
            tr(
                "{path}: the file could not be written: {reason}. Nothing was changed.",
                path=place,
                reason=error.strerror,
            )
        ) from error


def _pour(stream: IO[bytes], pages: Iterable[bytes]) -> None:
    running = hashlib.sha256()
    for page in pages:
        line = page + b"\n"
        running.update(line)
        stream.write(line)
    stream.write(msgspec.json.encode(Sum(sha256=running.hexdigest())) + b"\n")


def _program() -> str:
    try:
        return version("good-offices")
    except PackageNotFoundError:
        return "unknown"
