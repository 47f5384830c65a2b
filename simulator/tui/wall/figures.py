"""Letters and figures made of blocks, for whoever sits ten metres away."""

import unicodedata
from collections.abc import Mapping

ROWS = 5
"""Pixels of a letter from top to bottom."""

_DRAWN = """
A .#./#.#/###/#.#/#.#
B ##./#.#/##./#.#/##.
C .##/#../#../#../.##
D ##./#.#/#.#/#.#/##.
E ###/#../##./#../###
F ###/#../##./#../#..
G .##/#../#.#/#.#/.##
H #.#/#.#/###/#.#/#.#
I ###/.#./.#./.#./###
J ..#/..#/..#/#.#/.#.
K #.#/#.#/##./#.#/#.#
L #../#../#../#../###
M #...#/##.##/#.#.#/#...#/#...#
N #..#/##.#/#.##/#..#/#..#
O .#./#.#/#.#/#.#/.#.
P ##./#.#/##./#../#..
Q .##./#..#/#..#/#.#./.#.#
R ##./#.#/##./#.#/#.#
S .##/#../.#./..#/##.
T ###/.#./.#./.#./.#.
U #.#/#.#/#.#/#.#/###
V #.#/#.#/#.#/#.#/.#.
W #...#/#...#/#.#.#/##.##/#...#
X #.#/#.#/.#./#.#/#.#
Y #.#/#.#/.#./.#./.#.
Z ###/..#/.#./#../###
0 ###/#.#/#.#/#.#/###
1 .#./##./.#./.#./###
2 ###/..#/###/#../###
3 ###/..#/.##/..#/###
4 #.#/#.#/###/..#/..#
5 ###/#../###/..#/###
6 ###/#../###/#.#/###
7 ###/..#/..#/..#/..#
8 ###/#.#/###/#.#/###
9 ###/#.#/###/..#/###
: ./#/./#/.
. ././././#
, ./././#/#
- .../.../###/.../...
' #/#/./././
! #/#/#/./#
? ##./..#/.#./.../.#.
( .#/#./#./#./.#
) #./.#/.#/.#/#.
/ ..#/..#/.#./#../#..
& .#../#.#./.#../#.#./.#.#
+ .../.#./###/.#./...
"""

GLYPHS: Mapping[str, tuple[str, ...]] = {
    line[0]: tuple((line[2:].split("/") + ["."] * ROWS)[:ROWS]) for line in _DRAWN.strip().splitlines()
} | {" ": ("..",) * ROWS}
_SAME = {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{EN DASH}": "-", "\N{EM DASH}": "-", "\N{NO-BREAK SPACE}": " ",
         "\N{NARROW NO-BREAK SPACE}": " ", "\N{MIDDLE DOT}": "-", "Œ": "OE", "Æ": "AE", "ß": "SS", "Ł": "L", "Ø": "O",
         "\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "…": "..."}  # fmt: skip


def _plain(text: str) -> str:
    """The text in capitals without accents."""
    capitals = "".join(_SAME.get(c, c) for c in text.upper())
    return "".join(c for c in unicodedata.normalize("NFD", capitals) if not unicodedata.combining(c))


def can_draw(text: str) -> bool:
    """Whether there is a shape for every letter of a text."""
    return all(c in GLYPHS for c in _plain(text))


def _pixels(text: str) -> list[str]:
    """The rows of pixels of a text, its letters one pixel apart."""
    shapes = [GLYPHS[c] for c in _plain(text)]
    return [".".join(_even(shape)[row] for shape in shapes) for row in range(ROWS)]


def _even(shape: tuple[str, ...]) -> tuple[str, ...]:
    """The rows of a letter, all of one width."""
    width = max(len(row) for row in shape)
    return tuple(row.ljust(width, ".") for row in shape)


def width_of(text: str, wide: int = 1) -> int:
    """Columns that a text takes in blocks."""
    return len(_pixels(text)[0]) * wide if text else 0


def blocks(text: str, wide: int, high: int, ink: str = "█") -> list[str]:
    """A text with pixels so many columns wide and so many lines high. Raises KeyError for letters without a shape."""
    return [
        "".join((ink if pixel == "#" else " ") * wide for pixel in row) for row in _pixels(text) for _ in range(high)
    ]


def small(text: str) -> list[str]:
    """A text in three lines, two rows of pixels to a line."""
    rows = [*_pixels(text), "." * width_of(text)]
    signs = {"##": "█", "#.": "▀", ".#": "▄", "..": " "}
    return [
        "".join(signs[upper + lower] for upper, lower in zip(rows[at], rows[at + 1], strict=True))
        for at in range(0, ROWS, 2)
    ]
