"""Words in a drawing: how wide they are, where their lines break, and which way they run."""

import unicodedata

from scenarios.texts import RIGHT_TO_LEFT, language, on_one_line, trn
from scoring.sentences import figure, plural
from simulator.printing.prose import plain, right_to_left

FONT = "'Noto Sans', 'Noto Sans Arabic', sans-serif"
ELLIPSIS = "…"

_NARROW = frozenset("ijltIf.,:;!|'’()[]· \u00a0\u202f")
_WIDE = frozenset("mwMW%@—…")
_ISOLATE, _END = "\u2067", "\u2069"
"""A stretch that runs from right to left whatever stands around it; renderers of drawings know no other way."""


def width(text: str, size: float) -> float:
    """About how wide a text is in the fonts of our drawings, rather too much than too little."""
    return size * sum(map(_em, text))


def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if char in _NARROW:
        return 0.34
    if char in _WIDE:
        return 0.98
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.05
    if unicodedata.bidirectional(char) == "AL":
        return 0.54
    return 0.7 if char.isupper() else 0.61


def tidy(text: str) -> str:
    """A name from a scenario, on one line and without what acts."""
    return on_one_line(plain(text))


def clipped(text: str, size: float, room: float) -> str:
    """The text, with an ellipsis where it is wider than its room."""
    if width(text, size) <= room:
        return text
    kept, used = "", width(ELLIPSIS, size)
    for char in text:
        used += size * _em(char)
        if used > room:
            break
        kept += char
    return kept.rstrip(" \u00a0\u202f.,;:") + ELLIPSIS


def wrapped(text: str, size: float, room: float, most: int = 2) -> tuple[str, ...]:
    """The text in so many lines at most; the last one is clipped."""
    lines: list[str] = []
    rest = text.split(" ")
    while rest and len(lines) < most - 1:
        line = rest.pop(0)
        while rest and width(f"{line} {rest[0]}", size) <= room:
            line = f"{line} {rest.pop(0)}"
        lines.append(clipped(line, size, room))
    if rest:
        lines.append(clipped(" ".join(rest), size, room))
    return tuple(lines)


def backwards() -> bool:
    """Whether the language that is spoken runs from right to left."""
    return language() in RIGHT_TO_LEFT


def directed(text: str) -> str:
    """The text so that it reads the right way inside a drawing, which itself runs from left to right."""
    lettered = any(unicodedata.bidirectional(char) in ("L", "R", "AL") for char in text)
    turned = lettered if backwards() else right_to_left(text)
    return f"{_ISOLATE}{text}{_END}" if turned else text


def counted(points: float) -> str:
    """A number of points, in words."""
    return trn("{n} point", "{n} points", plural(points), n=figure(points))
