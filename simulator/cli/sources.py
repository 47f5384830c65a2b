"""What a verb is given: SCENARIO (an id, a folder or a YAML file), SESSION (an id in the journal) or FILE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scenarios.model import Scenario
from scenarios.reading import Reading, read
from scenarios.shelf import NotOnShelf, find
from scenarios.texts import language, tr, trn
from scenarios.translation import in_language
from simulator.cli.talk import FOUND, Trouble, say
from simulator.cli.waiting import Told
from simulator.engine import Record

if TYPE_CHECKING:
    from scoring.scorecard import Scorecard


def reading_of(name: str) -> Reading:
    """The reading of a SCENARIO, with its problems. Raises Trouble where there is none of that name."""
    try:
        return read(find(name))
    except NotOnShelf as missing:
        raise Trouble(f"{missing}") from missing


def scenario_of(name: str) -> tuple[Scenario, Reading]:
    """A SCENARIO that can be played, in the language of the terminal if it has it.

    Raises Trouble, after its problems were said, where it has errors.
    """
    reading = reading_of(name)
    if reading.scenario is None or reading.errors:
        for problem in reading.errors:
            say(problem.render())
        raise Trouble(
            trn(
                "{name} has {n} error: mend it first (goodoffices check {name}).",
                "{name} has {n} errors: mend them first (goodoffices check {name}).",
                len(reading.errors),
                name=name,
            ),
            FOUND,
        )
    return in_language(reading.scenario, reading.folder, language()), reading


def weighable_of(name: str) -> Scenario:
    """A SCENARIO whose form is right and whose names are known, though it may not be fit to be played yet.

    Raises Trouble, after its problems were said, where it cannot be read.
    """
    reading = reading_of(name)
    if reading.scenario is None:
        return scenario_of(name)[0]
    if reading.errors:
        say(
            trn(
                "{name} has an error to mend before it can be played (goodoffices check {name}). "
                "What it says of values:",
                "{name} has {n} errors to mend before it can be played (goodoffices check {name}). "
                "What it says of values:",
                len(reading.errors),
                name=name,
            )
        )
    return in_language(reading.scenario, reading.folder, language())


@dataclass(frozen=True, slots=True)
class Source:
    """A record with the name to call it by."""

    name: str
    """As it was given: an id or a path."""
    record: Record
    title: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A SESSION that there is not, or that cannot be read."""

    name: str
    why: str


def records_of(
    context: click.Context, names: Sequence[str], told: Told | None = None
) -> tuple[tuple[Source, ...], tuple[Unread, ...]]:
    """The records of several SESSIONS, in their order, and those that cannot be read; half of the work, when told."""
    from simulator.journal import JournalError

    sources: list[Source] = []
    unread: list[Unread] = []
    for number, name in enumerate(names):
        if told is not None:
            told(tr("reading"), number / len(names) / 2)
        try:
            sources.append(record_of(context, name))
        except click.ClickException as trouble:
            unread.append(Unread(name, trouble.message))
        except JournalError as trouble:
            unread.append(Unread(name, str(trouble)))
    return tuple(sources), tuple(unread)


def scores_of(sources: Sequence[Source], told: Told | None = None) -> tuple[Scorecard, ...]:
    """The scorecards of several records; the other half of the work, when told."""
    from scoring.scorecard import score

    cards: list[Scorecard] = []
    for number, source in enumerate(sources):
        if told is not None:
            told(tr("scoring"), 0.5 + number / len(sources) / 2)
        cards.append(score(source.record))
    return tuple(cards)


def record_of(context: click.Context, name: str, until: int | None = None) -> Source:
    """The record of a SESSION in the journal, or of a portable FILE. Raises Trouble or JournalError."""
    from simulator.journal import Journal, read_record

    if until is not None and until < 0:
        raise Trouble(tr("--until {n}: event numbers start at 1.", n=until))
    path = Path(name)
    if path.suffix or path.exists():
        if not path.exists():
            raise Trouble(tr("There is no file {name}. Sessions are listed by: goodoffices sessions", name=name))
        record, header = read_record(path, language())
        if until is not None:
            record = Record(record.scenario, record.seed, record.events[:until], record.told)
        return Source(name, record, header.session)
    with Journal.open(context.find_root().obj) as journal:
        info = journal.session(name)
        return Source(name, journal.record(name, until, language()), info.name)
