"""What stands on a page of the debriefing, for any screen that draws it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a line is to be read from the other end of the room."""

    BIG = "big"
    """As large as can be."""
    HEAD = "head"
    TEXT = "text"
    QUIET = "quiet"
    """A caution, or where something comes from."""
    PAIR = "pair"
    """Two texts side by side."""
    BAR = "bar"
    """A value as a bar, with a mark where the reservation is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a poster; as long as it is, it is broken where it is drawn."""

    kind: Kind
    text: str
    other: str = ""
    """The right one of a pair; beside a bar, its figures."""
    value: float = 0.0
    """Of a bar, from 0 to 100."""
    mark: float | None = None
    """Where the bar has its mark."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A page with its title."""

    title: str
    lines: tuple[Line, ...]


def poster(title: str, *parts: Line | Iterable[Line] | None) -> Poster:
    """A page of lines; parts that are missing are left out, and empty texts are empty lines."""
    lines: list[Line] = []
    for part in parts:
        if isinstance(part, Line):
            lines.append(part)
        elif part is not None:
            lines += part
    return Poster(title, tuple(lines))


def big(text: str) -> Line:
    """As large as can be."""
    return Line(Kind.BIG, text)


def head(text: str) -> Line:
    """A heading."""
    return Line(Kind.HEAD, text)


def said(text: str) -> Line:
    """A sentence."""
    return Line(Kind.TEXT, text)


def quiet(text: str) -> Line:
    """A caution, or where something comes from."""
    return Line(Kind.QUIET, text)


GAP = Line(Kind.TEXT, "")
"""An empty line."""
