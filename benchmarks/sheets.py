"""Tables for the terminal and for a page, in Markdown."""

import sys
from collections.abc import Sequence


def sheet(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table whose columns also line up on a terminal; all but the first column to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    wide = [max(len(row[at]) for row in cells) for at in range(len(head))]

    def line(row: Sequence[str]) -> str:
        return (
            "| "
            + " | ".join(
                cell.ljust(width) if not at else cell.rjust(width)
                for at, (cell, width) in enumerate(zip(row, wide, strict=True))
            )
            + " |"
        )

    rule = "|" + "|".join("-" * (width + 1) + (":" if at else "-") for at, width in enumerate(wide)) + "|"
    return "\n".join([line(cells[0]), rule, *map(line, cells[1:])])


def span(seconds: float) -> str:
    """A span of time in the unit that reads best."""
    if seconds != seconds:
        return "-"
    for unit, size in (("years", 365.25 * 86400), ("days", 86400.0), ("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{_short(seconds / size)} {unit}"
    return f"{_short(seconds * 1e6)} us"


def times(theirs: float, ours: float) -> str:
    """How many times as long the other one takes."""
    ratio = theirs / ours
    return "-" if ratio != ratio else f"{_short(ratio)}x"


def progress(line: str) -> None:
    """One line on a terminal that the next one overwrites; nothing elsewhere."""
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
