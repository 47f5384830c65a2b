"""The forms that drawings have: a plane of points and lines, strips of points, and rows of bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.debrief.drawn import canvas
from simulator.debrief.drawn.axes import Axis
from simulator.debrief.drawn.lettering import backwards, clipped, width, wrapped
from simulator.debrief.drawn.looks import FAINT, HAIR, INK, PAPER, Fill, Mark, Sign, Stroke
from simulator.debrief.drawn.placing import Label, labelled
from simulator.debrief.drawn.sheet import SMALL, TEXT, WIDTH, Sheet

TALLEST = 880.0
"""What many rows share: such a drawing still stands on a page."""

_HEAD = 24.0
"""What the name of the upright axis takes."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point with its sign, and with words beside it if there is room."""

    x: float
    y: float
    mark: Mark = "none"
    label: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Points in order, and the line through them if there is one."""

    points: tuple[Point, ...]
    stroke: Stroke = "none"
    end: str = ""
    """Words at the end of the line, in the margin."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name with a bar for each fill; None for no bar."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    """The number at each bar."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A name, and its points over an axis that all strips share: place, height and the number at it."""

    name: str
    points: tuple[tuple[float, float, str], ...]


def plane(series: Sequence[Series], across: Axis, up: Axis, key: Sequence[Sign], height: float = 200.0) -> str:
    """Points and lines between two axes."""
    drawn = [each for each in series if each.points]
    margin = max(16.0, max((width(each.end, SMALL) for each in drawn), default=0.0) + 10)
    laid = canvas.points([[(p.x, p.y) for p in each.points] for each in drawn], across, up, height, right=margin)
    sheet = Sheet()
    left, top = laid.left, laid.top + _HEAD
    sheet.words(4, 13, clipped(up.name, SMALL, WIDTH - 8), colour=FAINT)
    _ruled(sheet, laid, top)
    for n, each in enumerate(drawn):
        line = [(left + x, top + y) for x, y in laid.line(n)]
        if each.stroke != "none" and len(line) > 1:
            sheet.line(each.stroke, line)
            sheet.words(left + laid.width + 6, line[-1][1] + 4, each.end)
    labels: list[Label] = []
    for n, each in enumerate(drawn):
        for point, (x, y) in zip(each.points, laid.dots(n), strict=True):
            sheet.dot(point.mark, left + x, top + y)
            labels.append(Label(left + x, top + y, point.label, point.bold, point.mark != "none"))
    _beside(sheet, laid, top, labels)
    return sheet.finished(sheet.key(key, _named(sheet, laid, top, across) + 8))


def strips(of: Sequence[Strip], scale: tuple[int, int], across: Axis) -> str:
    """One strip a name, all with the same scale, under each other on one axis."""
    least, most = scale
    room, tall = 250.0, most - least + 3.4
    high = max(58.0, min(70.0, TALLEST / len(of)))
    feet = [(len(of) - 1 - n) * tall + 1.7 for n in range(len(of))]
    ends = tuple((foot + at - least, str(at)) for foot in feet for at in (most, least))
    laid = canvas.points(
        [[(x, foot + y - least) for x, y, _ in strip.points] for strip, foot in zip(of, feet, strict=True)],
        across,
        Axis(0, tall * len(of), ends, ""),
        high * len(of) + 26,
        left=room - 12,
    )
    sheet = Sheet()
    _ruled(sheet, laid, laid.top)
    edges = [at[1] for at, _, _ in laid.guides("y")]
    labels: list[Label] = []
    for n, strip in enumerate(of):
        lines = wrapped(strip.name, SMALL, room - 34, 3 if high < 66 else 4)
        for m, words in enumerate(lines):
            y = laid.top + (edges[2 * n] + edges[2 * n + 1]) / 2 + 4 + 15 * (m - (len(lines) - 1) / 2)
            if backwards():
                sheet.words(room - 34, y, words, "end")
            else:
                sheet.words(4, y, words)
        places = [(laid.left + x, laid.top + y) for x, y in laid.dots(n)]
        if len(places) > 1:
            sheet.line("thin", places)
        for (_, _, label), (x, y) in zip(strip.points, places, strict=True):
            sheet.dot("disc", x, y)
            labels.append(Label(x, y, label, bold=True))
    _beside(sheet, laid, laid.top, labels)
    return sheet.finished(_named(sheet, laid, laid.top, across) + 9)


def rows(of: Sequence[Row], fills: Sequence[Fill], across: Axis, key: Sequence[Sign], *, stacked: bool = False) -> str:
    """Bars from left to right, one row under the other: side by side, or each on the end of the one before."""
    thick = 33.0 if stacked else 17.0 * len(fills) + 9
    thick = max(13.0 * (1 if stacked else len(fills)), min(thick, TALLEST / len(of)))
    room = min(230.0, max(width(row.name, TEXT) for row in of) + 12)
    ends = max((width(label, SMALL) for row in of for label in row.labels), default=0.0) + 10
    laid = canvas.bars(
        [[value or 0 for value in row.values] for row in of],
        across,
        thick * len(of) + 26,
        room,
        16.0 if stacked else max(16.0, ends),
        stacked=stacked,
    )
    sheet = Sheet()
    _ruled(sheet, laid, laid.top, upright=True)
    for row, y in zip(of, laid.rows(), strict=True):
        lines = wrapped(row.name, TEXT, room - 10, 2 if thick > 36 else 1)
        for n, words in enumerate(lines):
            foot = laid.top + y + 4.5 + 16 * (n - (len(lines) - 1) / 2)
            sheet.words(laid.left - 8, foot, words, "end", size=TEXT)
    for n, fill in enumerate(fills):
        for row, (x, y, wide, high) in zip(of, laid.bars(n), strict=True):
            if row.values[n] is None:
                continue
            x, y = laid.left + x, laid.top + y
            if not stacked and sum(value is not None for value in row.values) == 1:
                y += high * 1.06 * ((len(fills) - 1) / 2 - n)  # a bar that is alone stands in the middle of its row
            if wide > 0.05:
                sheet.bar(fill, x, y, wide, high)
            if stacked:
                _inside(sheet, fill, row.labels[n], x, y, wide, high)
            else:
                size = max(10.0, min(SMALL, high))
                sheet.words(x + wide + 6, y + high / 2 + size / 3, row.labels[n], size=size, halo=True)
    return sheet.finished(sheet.key(key, _named(sheet, laid, laid.top, across) + 8))


def _beside(sheet: Sheet, laid: canvas.Laid, top: float, labels: Sequence[Label]) -> None:
    """Write words beside points, each with a line to its point where it had to go far."""
    field = laid.left, top, laid.left + laid.width, top + laid.height
    for label, x, y, far in labelled(labels, field, SMALL):
        if far:
            sheet.line("thin", ((label.x, label.y), (x, y - 4)))
        sheet.words(x, y, label.text, "middle", bold=label.bold, halo=True)


def _inside(sheet: Sheet, fill: Fill, label: str, x: float, y: float, wide: float, high: float) -> None:
    """Write the number of a bar inside it, if it is wide enough."""
    need = width(label, SMALL) + 6
    if not label or wide < need + 2:
        return
    if fill in ("hatched", "dotted"):
        sheet.blank(x + (wide - need) / 2, y + high / 2 - 8, need, 16)
    sheet.words(x + wide / 2, y + high / 2 + 4.2, label, "middle", colour=PAPER if fill == "solid" else INK, bold=True)


def _ruled(sheet: Sheet, laid: canvas.Laid, top: float, *, upright: bool = False) -> None:
    """Draw what stands behind: lines for the values, words along both axes, and the line at the foot of a plane."""
    left, foot, right = laid.left, top + laid.height, laid.left + laid.width
    for (x, _), text, (at, _) in laid.guides("x"):
        if upright:
            sheet.rule(HAIR, (left + x, top), (left + x, foot))
        else:
            sheet.rule(FAINT, (left + x, foot), (left + x, foot + 4))
        sheet.words(left + at, foot + 17, text, "middle", colour=FAINT)
    for (_, y), text, (_, at) in laid.guides("y"):
        if not upright:
            sheet.rule(HAIR, (left, top + y), (right, top + y))
        sheet.words(left - 6, top + at, text, "end", colour=FAINT)
    if not upright:
        sheet.rule(FAINT, (left, foot), (right, foot))


def _named(sheet: Sheet, laid: canvas.Laid, top: float, across: Axis) -> float:
    """Write the name of the axis at the foot; gives where it ends."""
    bottom = top + laid.height + 35
    sheet.words(laid.left + laid.width, bottom, clipped(across.name, SMALL, WIDTH - 60), "end", colour=FAINT)
    return bottom
