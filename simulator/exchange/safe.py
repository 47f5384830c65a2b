"""Rows for spreadsheets: one line a row, in which no text is taken for a formula."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence

from simulator.printing.prose import plain

Cell = str | int | float | bool | None | Sequence[str] | Sequence[int]

BETWEEN = "; "
"""What stands between the entries of a cell that holds several."""


class Bare(str):
    """A text of ours that another program reads as a sign, and that stays as it is."""

    __slots__ = ()


_FORMULA = "=+-@"
_CONTROLS = ("\t", "\r", "\n")
_TWINS = "＝＋－＠﹦﹢﹣﹫"
_HARMLESS = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:'_-]*")
"""Most texts: there are hundreds of thousands of cells."""
_CELL_WITHIN = re.compile(rf";(?=\s*[{re.escape(_FORMULA + _TWINS)}])")
"""A semicolon before what a spreadsheet may compute: in some countries it ends a cell."""


def guarded(text: str) -> str:
    """Text on one line without control characters; an apostrophe stands before what a spreadsheet would compute."""
    if not text or _HARMLESS.fullmatch(text):
        return text
    line = plain(text).replace("\n", " ")
    first = unicodedata.normalize("NFKC", line.lstrip()[:1])
    line = _CELL_WITHIN.sub(";'", line)
    return f"'{line}" if text.startswith(_CONTROLS) or first[:1] in tuple(_FORMULA) else line


def cell(value: Cell) -> str:
    """The text of a cell: numbers as they are, yes and no as `true` and `false`, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, Bare):
        return value
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value}"
    return guarded(BETWEEN.join(map(str, value)))


def table(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A file as in RFC 4180, in UTF-8 with a byte order mark, without which Excel reads no accents."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(cell, heads))
    for row in rows:
        writer.writerow(map(cell, row))
    return text.getvalue().encode("utf-8-sig", "replace")
