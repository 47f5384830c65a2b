"""Rows for spreadsheets: CSV as in RFC 4180, in UTF-8, in which no cell is taken for a formula."""

import csv
import io
import re
import sys
from collections.abc import Iterable, Sequence

from scenarios.problems import shown

Cell = str | int | float | bool | None

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell begins with that a spreadsheet may compute, the wide forms included."""
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?\Z", re.ASCII)


def put_csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Give data to a spreadsheet: a line of heads, then the rows, on stdout."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_cell(cell) for cell in row])
    stream = sys.stdout.buffer
    stream.write(text.getvalue().encode("utf-8", "replace"))
    stream.flush()


def _cell(cell: Cell) -> str:
    """The text of a cell; what a spreadsheet would compute begins with an apostrophe instead."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return f"{cell}"
    guarded = f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.match(cell) else cell
    return shown(guarded.replace("\n", " "))
