"""The files that other programs get of a session."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec import json

from simulator.engine import Record
from simulator.exchange import codebook, document, moodle, safe, statements
from simulator.exchange.rows import TABLES, SessionRow, Tables
from simulator.exchange.tables import Known, tables

FORMATS = ("csv", "json", "xapi", "moodle")
USUAL = ("csv", "json")
"""What is written where nobody chose: the formats that name nobody and go to no other machine."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is made and not yet written."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for."""

    formats: Sequence[str] = USUAL
    named: bool = False
    """With the names of people."""
    scored: bool = False
    """With the share of the time for which people were there. No wish brings a grade of what they did."""


@dataclass(frozen=True, slots=True)
class Export:
    """The files of a session, and what to tell about it."""

    files: tuple[File, ...]
    session: SessionRow
    unmatched: int
    """People without an address in a file for a course platform."""


def exported(session: str, record: Record, wish: Wish) -> Export:
    """All files that were asked for, in the language that is spoken; `session` is the id that they carry.

    The same record with the same wish makes the same bytes. Raises ValueError for a file for a course platform without
    names: it would match nobody.
    """
    if "moodle" in wish.formats and not wish.named:
        raise ValueError("a course platform knows people by their names")
    known = Known.of(session, record, wish.named)
    taken = tables(known)
    facts = taken.session[0]
    made: Mapping[str, Callable[[], Iterator[File]]] = {
        "csv": lambda: _csv(taken),
        "json": lambda: _json(taken),
        "xapi": lambda: iter((File(statements.NAME, statements.statements(known, wish.scored)),)),
        "moodle": lambda: iter((File(moodle.NAME, moodle.moodle(known, facts.name or session, wish.scored)),)),
    }
    files = tuple(file for name in FORMATS if name in wish.formats for file in made[name]())
    return Export(files, facts, moodle.unmatched(known) if "moodle" in wish.formats else 0)


def _csv(taken: Tables) -> Iterator[File]:
    for name, kind in TABLES:
        columns = kind.__struct_fields__
        rows = ([_flat(getattr(row, column)) for column in columns] for row in getattr(taken, name))
        yield File(f"{name}.csv", safe.table(columns, rows))
    yield File(codebook.NAME, codebook.codebook().encode())


def _flat(value: object) -> safe.Cell:
    """A column for a cell: what is an object in JSON stands there as its text."""
    return json.encode(value).decode() if isinstance(value, dict) else value  # type: ignore[return-value]


def _json(taken: Tables) -> Iterator[File]:
    yield File(document.NAME, document.document(taken))
    yield File(document.SCHEMA, document.schema().encode())
