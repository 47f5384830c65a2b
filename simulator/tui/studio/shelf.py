"""The scenarios at hand: those on the shelf, and those that were opened from elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from textual.content import Content

from scenarios import shelf
from scenarios.folder import CASE_FILE
from scenarios.reading import read
from scenarios.texts import tr, trn
from simulator.tui.boards.line import cell, page, row, series, words
from simulator.tui.studio.languages import Tongue, tongues

ROOMY = 70
"""Columns in which a line has all that there is to say."""


@dataclass(frozen=True, slots=True)
class Line:
    """A scenario at hand."""

    entry: shelf.Entry
    place: Path
    """Its YAML file."""
    tongues: tuple[Tongue, ...]


def at_hand(opened: Iterable[Path]) -> tuple[Line, ...]:
    """All scenarios at hand; those that were opened from elsewhere come first. This takes a moment."""
    lying = [_line(entry) for entry in shelf.entries()]
    known = {line.place.resolve() for line in lying}
    others = []
    for place in opened:
        if place.resolve() not in known:
            folder = place.parent if place.name == CASE_FILE else place
            others.append(_line(shelf.entry(folder.resolve().name, folder)))
    return (*others, *lying)


def _line(entry: shelf.Entry) -> Line:
    place = entry.path / CASE_FILE if entry.path.is_dir() else entry.path
    return Line(entry, place, tongues(read(place)))


def own_folder() -> Path:
    """Where a designer's new cases lie: the first folder of the shelf that is not the program's own."""
    mine = [folder for folder in shelf.folders() if folder != shelf.shipped()]
    return mine[0] if mine else Path.cwd()


def is_shipped(place: Path) -> bool:
    """Whether a scenario comes with the program, whose next version would overwrite what is written into it."""
    return place.resolve().is_relative_to(shelf.shipped().resolve())


def rows(lines: Iterable[Line], width: int) -> list[tuple[str, Content]]:
    """One row a scenario."""
    return [(str(line.place), _row(line, width)) for line in lines]


def _row(line: Line, width: int) -> Content:
    entry = line.entry
    if width < ROOMY:
        sign = "!" if entry.problem_count else " "
        return row(cell(sign, 1, "bold"), cell(entry.title, max(10, width - 3), "bold"))
    return row(
        cell(entry.title, 28, "bold"),
        cell(_minutes(line), 7),
        cell(_people(line), 13),
        cell(_spoken(line), 18),
        words(_problems(line)),
    )


def _minutes(line: Line) -> str:
    # Translators: minutes, at most 7 characters with a number such as 180.
    return tr("{n} min", n=line.entry.minutes) if line.entry.minutes is not None else ""


def _people(line: Line) -> str:
    entry = line.entry
    if entry.seats_max is None:
        return ""
    seats = f"{entry.seats_min}-{entry.seats_max}" if entry.seats_min != entry.seats_max else f"{entry.seats_min}"
    # Translators: at most 13 characters with a number such as 12-14.
    return trn("{seats} person", "{seats} people", entry.seats_max, seats=seats)


def _spoken(line: Line) -> str:
    """The languages with how much is said in each."""
    shares = {one.code: one.share for one in line.tongues}
    return " ".join(f"{code} {shares[code]}" if code in shares else code for code in line.entry.languages)


def _problems(line: Line) -> str:
    many = line.entry.problem_count
    return trn("{n} problem", "{n} problems", many) if many else ""


def card(line: Line) -> Content:
    """What there is to know about a scenario before it is opened."""
    entry = line.entry
    facts = series((_minutes(line), _people(line), _spoken(line)))
    return page(
        Content("\n").join(
            part
            for part in (
                words(entry.title, "bold"),
                words(entry.id),
                words(facts),
                words(_problems(line)),
                words(str(line.place), "dim"),
            )
            if part.plain
        ),
    )
