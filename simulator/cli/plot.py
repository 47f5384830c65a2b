"""Packages drawn in the terminal: what each is worth to two parties. Marks differ by letter, so colour adds nothing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import click

from scenarios.problems import shown
from scenarios.texts import tr
from simulator.cli.numbers import short

FRONT = "."
SEVERAL = "*+#%@"
"""The marks of places where several solutions meet, in the order in which they come."""
MOST = 100
"""Columns; a wider plot is no clearer."""
COLOUR = "green+"

_BOXES = str.maketrans("┌┐└┘├┤┬┴┼─│", "+++++++++-|")


@dataclass(frozen=True, slots=True)
class Mark:
    """A package with a name of its own."""

    letter: str
    name: str
    at: tuple[float, float]


def put_plot(
    front: Sequence[tuple[float, float]],
    marks: Sequence[Mark],
    floors: tuple[float, float],
    names: tuple[str, str],
) -> None:
    """Draw the front, the marks over it and a line at each reservation, and say below what each mark stands for.

    `names` are those of the horizontal and the vertical axis.
    """
    wide, high = shutil.get_terminal_size((80, 24))
    width = max(40, min(wide, MOST))
    height = max(12, min(high - 6, width * 3 // 10))
    everything = [*front, *(mark.at for mark in marks), floors]
    limits = [_around([at[axis] for at in everything]) for axis in (0, 1)]
    groups = _groups(marks, limits, width - 8, height - 4)
    text = _drawn(front, groups, floors, limits, (width, height))
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    click.echo(_readable(text if coloured else click.unstyle(text)))
    click.echo(shown(tr("across: {across}, up: {up}", across=names[0], up=names[1])))
    for sign, group in groups:
        called = ", ".join(mark.name for mark in group)
        where = "; ".join(dict.fromkeys(_place(mark.at) for mark in group))
        # Translators: what a sign in the drawing stands for, and its coordinates.
        click.echo(shown(f"  {sign}  " + tr("{called}: {where}", called=called, where=where)))
    if front:
        click.echo(f"  {FRONT}  " + tr("other efficient packages"))
    click.echo("  " + tr("the lines: their reservations") + "\n")


def _place(at: tuple[float, float]) -> str:
    """Two numbers: parted by a semicolon where a comma stands in numbers."""
    return tr("{across}, {up}", across=short(at[0]), up=short(at[1]))


def _drawn(
    front: Sequence[tuple[float, float]],
    groups: Sequence[tuple[str, Sequence[Mark]]],
    floors: tuple[float, float],
    limits: Sequence[tuple[float, float]],
    size: tuple[int, int],
) -> str:
    import plotext

    plotext.clear_figure()
    plotext.limit_size(False, False)
    plotext.plotsize(*size)
    plotext.theme("clear")
    plotext.vline(floors[0])
    plotext.hline(floors[1])
    if front:
        plotext.scatter([x for x, _ in front], [y for _, y in front], marker=FRONT)
    for sign, group in groups:
        plotext.scatter([group[0].at[0]], [group[0].at[1]], marker=sign, color=COLOUR)
    plotext.xlim(*limits[0])
    plotext.ylim(*limits[1])
    for ticks, (least, most) in zip((plotext.xticks, plotext.yticks), limits, strict=True):
        step = next((step for step in (1, 2, 5, 10, 20, 50) if (most - least) / step <= 6), 100)
        ticks([at for at in range(ceil(least), floor(most) + 1) if at % step == 0])
    return str(plotext.build()).rstrip("\n")


def _around(values: Sequence[float]) -> tuple[float, float]:
    """The limits of an axis: all values, with a little air."""
    least, most = min(values), max(values)
    air = max(1.0, (most - least) / 20)
    return least - air, most + air


def _groups(
    marks: Sequence[Mark], limits: Sequence[tuple[float, float]], columns: int, rows: int
) -> list[tuple[str, list[Mark]]]:
    """The marks by the place in which they are drawn, each place with its sign."""
    places: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        spot = [
            round((value - least) / (most - least) * cells)
            for value, (least, most), cells in zip(mark.at, limits, (columns, rows), strict=True)
        ]
        places.setdefault((spot[0], spot[1]), []).append(mark)
    signs = iter(SEVERAL)
    return [(group[0].letter if len(group) == 1 else next(signs, "&"), group) for group in places.values()]


def _readable(text: str) -> str:
    """The drawing in what the terminal can write: boxes become signs of ASCII where it has none."""
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return text.translate(_BOXES)
    return text
