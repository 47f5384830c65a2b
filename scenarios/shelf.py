"""Where scenarios are found: shipped with the program, or kept by the user."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from scenarios.problems import listed, nearest
from scenarios.reading import CASE_FILE, read
from scenarios.texts import language, tr
from scenarios.translation import in_language, languages

FIRST = "sources-of-kalindra"
"""The case with which a newcomer begins."""

VARIABLE = "GOODOFFICES_SCENARIOS"
"""The environment variable with further folders, separated like `PATH`; they come before the user's own."""


class NotOnShelf(Exception):
    """No scenario has this name; the message names what there is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario on the shelf. What cannot be read has no minutes and no seats, and its id for a title."""

    id: str
    title: str
    path: Path
    """Its folder."""
    languages: tuple[str, ...]
    """The language it is written in, and those it is translated into."""
    minutes: int | None
    seats_min: int | None
    seats_max: int | None
    problem_count: int


def folders() -> tuple[Path, ...]:
    """The folders that are looked through, the first one winning: the user's before the shipped ones."""
    named = [Path(name).expanduser() for name in os.environ.get(VARIABLE, "").split(os.pathsep) if name]
    return (*named, user_data_path("good-offices", appauthor=False) / "scenarios", shipped())


def shipped() -> Path:
    """The folder of the scenarios that come with the program."""
    return Path(__file__).parent / "library"


def find(name: str | os.PathLike[str]) -> Path:
    """The YAML file of a scenario: by id, by folder or by file. Raises NotOnShelf."""
    text = os.fspath(name)
    if "\0" in text or len(text) > 4096:
        raise NotOnShelf(tr("this is neither the id of a scenario nor a path"))
    known = _cases()
    if text in known:
        return known[text] / CASE_FILE
    path = Path(text).expanduser()
    if os.path.isdir(path):
        if not os.path.exists(path / CASE_FILE):
            raise NotOnShelf(tr("the folder {path} holds no {file}", path=path, file=CASE_FILE))
        return path / CASE_FILE
    if os.path.exists(path):
        return path
    close = nearest(text, known)
    there = listed(sorted(known), 40)
    if close is None:
        raise NotOnShelf(tr("there is no scenario `{name}`. On the shelf: {there}", name=text, there=there))
    raise NotOnShelf(
        tr(
            "there is no scenario `{name}`; did you mean `{close}`? On the shelf: {there}",
            name=text,
            close=close,
            there=there,
        )
    )


def entries() -> tuple[Entry, ...]:
    """All that is on the shelf: the case to begin with first, then the others by id."""
    cases = sorted(_cases().items(), key=lambda case: (case[0] != FIRST, case[0]))
    return tuple(entry(name, folder) for name, folder in cases)


def _cases() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders():
        for case in _inside(folder):
            found.setdefault(case.name, case)
    return found


def _inside(folder: Path) -> Iterator[Path]:
    try:
        yield from (case for case in folder.iterdir() if (case / CASE_FILE).is_file())
    except OSError:
        return  # a folder that does not exist, or may not be read, holds nothing for this user


def entry(name: str, folder: Path) -> Entry:
    """What the shelf says of a scenario in a folder, or of a YAML file."""
    reading = read(folder)
    case = reading.scenario
    if case is None:
        return Entry(name, name, folder, tuple(reading.folder.catalogues()), None, None, None, len(reading.problems))
    people = [cast.people for cast in case.casting] or [len(case.seats)]
    return Entry(
        id=name,
        title=in_language(case, reading.folder, language()).title,
        path=folder,
        languages=languages(case, reading.folder),
        minutes=case.minutes,
        seats_min=min(people),
        seats_max=max(people),
        problem_count=len(reading.problems),
    )
