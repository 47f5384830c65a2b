"""Drawings made with pygal, and taken over line by line: what it lays out is kept, and nothing else that it writes.

pygal scales the axes and places points and bars. Its own output has scripts, style sheets, tooltips and the date in it;
so a drawing is built anew here, of shapes and words with their looks as attributes, which every renderer reads alike
and which leave the page around them alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import Element, tostring

from simulator.debrief.drawn.lettering import FONT, clipped, directed, width, wrapped
from simulator.debrief.drawn.looks import (
    FAINT,
    HAIR,
    INK,
    PAPER,
    Fill,
    Mark,
    Sign,
    Stroke,
    box,
    line,
    mark,
    patterns,
    put,
)
from simulator.debrief.drawn.placing import Label, labelled

WIDTH = 660.0
"""Of every drawing: on A4 its letters are then as large as those of a table."""
TEXT, SMALL = 13.0, 12.0
"""Sizes of letters."""

_HEAD = 24.0
"""What the name of the upright axis takes."""
_SHIFT = re.compile(r"translate\((-?[\d.]+),? (-?[\d.]+)\)")
_PATH = re.compile(r"M(-?[\d.]+) (-?[\d.]+)")


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis reaches from and to, and what stands along it."""

    least: float
    most: float
    ticks: tuple[tuple[float, str], ...]
    name: str


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
    """A name with a bar a series; None for no bar."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    """The number at each bar."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A name, and its points over an axis that all strips share: place, height and the number at it."""

    name: str
    points: tuple[tuple[float, float, str], ...]


def plane(series: Sequence[Series], across: Axis, up: Axis, key: Sequence[Sign], height: float = 200) -> str:
    """Points and lines between two axes."""
    margin = max((width(each.end, SMALL) for each in series), default=0.0) + 10
    chart = _pygal().XY(
        width=WIDTH,
        height=height,
        margin_top=2,
        margin_left=4,
        margin_bottom=4,
        margin_right=max(16.0, margin),
        xrange=(across.least, across.most),
        range=(up.least, up.most),
        x_labels=[{"value": at, "label": label} for at, label in across.ticks],
        y_labels=[{"value": at, "label": label} for at, label in up.ticks],
        **_plain(),
    )
    for n, each in enumerate(series):
        chart.add(str(n), [(point.x, point.y) for point in each.points], stroke=each.stroke != "none")
    drawn = _Drawn(chart.render_tree())
    root = _Sheet()
    left, top, wide, high = drawn.field
    top += _HEAD
    root.words(4.0, 13.0, up.name, "start", FAINT, SMALL)
    _ruled(root, drawn, top)
    field_ = (left, top, left + wide, top + high)
    labels: list[Label] = []
    taken: list[tuple[float, float, float, float]] = []
    for n, each in enumerate(series):
        path = drawn.path(n)
        if path and each.stroke != "none":
            line(root.svg, each.stroke, _through(path, left, top))
            if each.end:
                x, y = path[-1]
                root.words(left + wide + 6, y + top + 4, each.end, "start", INK, SMALL)
    for n, each in enumerate(series):
        for point, (x, y) in zip(each.points, drawn.dots(n), strict=True):
            mark(root.svg, point.mark, x + left, y + top)
            if point.mark != "none":
                taken.append((x + left - 6, y + top - 6, x + left + 6, y + top + 6))
            if point.label:
                labels.append(Label(x + left, y + top, point.label, point.bold))
    for label, x, y, far in labelled(labels, taken, field_, SMALL):
        if far:
            line(root.svg, "thin", f"M{label.x:.1f} {label.y:.1f}L{x:.1f} {y - 4:.1f}")
        root.words(x, y, label.text, "middle", INK, SMALL, bold=label.bold, halo=True)
    bottom = top + high + 18
    if across.name:
        bottom += 17
        root.words(left + wide, bottom, across.name, "end", FAINT, SMALL)
    return root.finished(_keyed(root, key, bottom + 8))


def strips(of: Sequence[Strip], scale: tuple[int, int], across: Axis) -> str:
    """One strip a name, each with the same scale, under each other on one axis."""
    least, most = scale
    tall = most - least + 3.4
    room = 250.0
    names = [wrapped(strip.name, SMALL, room - 34, 4) for strip in of]
    feet = [(len(of) - 1 - n) * tall + 1.7 for n in range(len(of))]
    chart = _pygal().XY(
        width=WIDTH,
        height=70 * len(of) + 26,
        margin_top=2,
        margin_left=room - 12,
        margin_bottom=4,
        margin_right=16,
        xrange=(across.least, across.most),
        range=(0, tall * len(of)),
        x_labels=[{"value": at, "label": label} for at, label in across.ticks],
        y_labels=[{"value": foot + at - least, "label": str(at)} for foot in feet for at in (most, least)],
        **_plain(),
    )
    for n, (strip, foot) in enumerate(zip(of, feet, strict=True)):
        chart.add(str(n), [(x, foot + y - least) for x, y, _ in strip.points])
    drawn = _Drawn(chart.render_tree())
    root = _Sheet()
    left, top, wide, high = drawn.field
    _ruled(root, drawn, top)
    guides = [at[1] for at, _, _ in drawn.guides("y")]
    for n, (strip, lettered) in enumerate(zip(of, names, strict=True)):
        middle = top + (guides[2 * n] + guides[2 * n + 1]) / 2
        for line_n, words in enumerate(lettered):
            root.words(4, middle + 4 + 15 * (line_n - (len(lettered) - 1) / 2), words, "start", INK, SMALL)
        line(root.svg, "thin", _through(drawn.path(n), left, top))
        for (_, _, label), (x, y) in zip(strip.points, drawn.dots(n), strict=True):
            mark(root.svg, "disc", x + left, y + top)
            root.words(x + left, y + top - 9, label, "middle", INK, SMALL, bold=True, halo=True)
    bottom = top + high + 35
    root.words(left + wide, bottom, across.name, "end", FAINT, SMALL)
    return root.finished(bottom + 9)


def rows(of: Sequence[Row], fills: Sequence[Fill], across: Axis, key: Sequence[Sign], *, stacked: bool = False) -> str:
    """Bars from left to right, one row under the other: side by side, or each on the end of the one before."""
    thick = (24.0 if stacked else 17.0 * len(fills)) + 9
    room = min(230.0, max(width(row.name, TEXT) for row in of) + 12)
    lines = 1 if stacked or len(fills) < 2 else 2
    names = [wrapped(row.name, TEXT, room - 10, lines) for row in of]
    ends = max((width(label, SMALL) for row in of for label in row.labels), default=0.0) + 10
    kind = _pygal().HorizontalStackedBar if stacked else _pygal().HorizontalBar
    chart = kind(
        width=WIDTH,
        height=thick * len(of) + 26,
        margin_top=2,
        margin_left=room,
        margin_bottom=4,
        margin_right=max(16.0, 0.0 if stacked else ends),
        range=(across.least, across.most),
        x_labels=["" for _ in of],
        y_labels=[{"value": at, "label": label} for at, label in across.ticks],
        **_plain(),
    )
    chart._series_margin = 0.12  # what pygal leaves between rows, which has no setting
    for n in range(len(fills)):
        chart.add(str(n), [row.values[n] or 0 for row in reversed(of)])
    drawn = _Drawn(chart.render_tree())
    root = _Sheet()
    left, top, wide, high = drawn.field
    _ruled(root, drawn, top, upright=True)
    for lettered, y in zip(names, reversed(drawn.places()), strict=True):
        for n, words in enumerate(lettered):
            root.words(left - 8, top + y + 4.5 + 16 * (n - (len(lettered) - 1) / 2), words, "end", INK, TEXT)
    for n, fill in enumerate(fills):
        for row, (x, y, w, h) in zip(of, reversed(drawn.bars(n)), strict=True):
            if row.values[n] is not None:
                _bar(root, row, n, fill, (x + left, y + top, w, h), stacked=stacked)
    bottom = top + high + 18
    if across.name:
        bottom += 17
        root.words(left + wide, bottom, across.name, "end", FAINT, SMALL)
    return root.finished(_keyed(root, key, bottom + 8))


def _through(path: Sequence[tuple[float, float]], left: float, top: float) -> str:
    return "M" + "L".join(f"{x + left:.1f} {y + top:.1f}" for x, y in path)


def _bar(root: "_Sheet", row: Row, n: int, fill: Fill, at: tuple[float, float, float, float], *, stacked: bool) -> None:
    """Draw a bar with its number: at its end, or inside it if it is one of a stack."""
    x, y, w, h = at
    label = row.labels[n]
    if not stacked and sum(value is not None for value in row.values) == 1:
        y += h * 1.06 * ((len(row.values) - 1) / 2 - n)  # alone in its row, it stands in the middle
    if w > 0.05:
        root.bar(fill, x, y, w, h)
    if not stacked:
        root.words(x + w + 6, y + h / 2 + 4, label, "start", INK, SMALL, halo=True)
        return
    wide = width(label, SMALL) + 4
    if label and w > wide + 4:
        if fill in ("hatched", "dotted"):
            put(root.svg, "rect", x=x + w / 2 - wide / 2 - 1, y=y + h / 2 - 8, width=wide + 2, height=16, fill=PAPER)
        root.words(x + w / 2, y + h / 2 + 4.2, label, "middle", PAPER if fill == "solid" else INK, SMALL, bold=True)


@dataclass(slots=True)
class _Sheet:
    """A drawing that is being made."""

    svg: Element = field(default_factory=lambda: Element("svg", {"direction": "ltr", "font-family": FONT}))
    fills: set[Fill] = field(default_factory=set)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        anchor: str,
        colour: str,
        size: float,
        *,
        bold: bool = False,
        halo: bool = False,
    ) -> None:
        """Write words at a place."""
        if not text:
            return
        node = put(self.svg, "text", x=x, y=y, fill=colour, font_size=size)
        if halo:
            node.attrib |= {"stroke": PAPER, "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}
        if anchor != "start":
            node.set("text-anchor", anchor)
        if bold:
            node.set("font-weight", "bold")
        node.text = directed(text)

    def bar(self, fill: Fill, x: float, y: float, wide: float, high: float) -> None:
        """Draw a bar."""
        self.fills.add(fill)
        box(self.svg, fill, x, y, wide, high, _PREFIX)

    def finished(self, height: float) -> str:
        """The drawing as text; the names in it come from what it shows, so that no two drawings of a page share one."""
        root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH:g} {height:.0f}"})
        root.attrib |= self.svg.attrib
        put(root, "rect", width=WIDTH, height=height, fill=PAPER)
        root.extend(self.svg)
        patterns(root, self.fills, _PREFIX)
        made = tostring(root, encoding="unicode")
        return made.replace(_PREFIX, f"g{sha256(made.encode()).hexdigest()[:10]}-")


_PREFIX = "goodoffices-drawn-"
"""Stands in the ids until the drawing is whole."""


def _keyed(root: _Sheet, key: Sequence[Sign], top: float) -> float:
    """Write the key below a drawing, as many entries a line as there is room for; gives the height of the whole."""
    x, y = 4.0, top + 14
    for sign in key:
        words = clipped(sign.words, SMALL, WIDTH - 50)
        drawn = sign.fill is not None or sign.stroke != "none" or sign.mark != "none"
        indent = 38.0 if drawn else 4.0
        wide = indent + width(words, SMALL) + 14
        if x > 4 and x + wide > WIDTH:
            x, y = 4.0, y + 20
        if sign.fill is not None:
            root.bar(sign.fill, x + 4, y - 11, 22, 13)
        line_y = y - 4.5
        if sign.stroke != "none":
            line(root.svg, sign.stroke, f"M{x:.1f} {line_y:.1f}h30")
        mark(root.svg, sign.mark, x + 15, line_y)
        root.words(x + indent, y, words, "start", INK, SMALL)
        x += wide
    return (y if key else top - 8) + 9


def _ruled(root: _Sheet, drawn: "_Drawn", top: float, *, upright: bool = False) -> None:
    """Draw what stands behind: the lines of the axis of values, the words along both axes, the line at the foot."""
    left, _, wide, high = drawn.field
    for axis in ("x", "y"):
        for (x, y), text, place in drawn.guides(axis):
            if axis == ("x" if upright else "y"):
                path = f"M{left + x:.1f} {top:.1f}v{high:.1f}" if upright else f"M{left:.1f} {top + y:.1f}h{wide:.1f}"
                put(root.svg, "path", d=path, stroke=HAIR, stroke_width="0.8", fill="none")
            elif axis == "x":
                put(
                    root.svg,
                    "path",
                    d=f"M{left + x:.1f} {top + high:.1f}v4",
                    stroke=FAINT,
                    stroke_width="1",
                    fill="none",
                )
            if text and axis == "x":
                root.words(left + place[0], top + high + 17, text, "middle", FAINT, SMALL)
            elif text:
                root.words(left - 6, top + place[1], text, "end", FAINT, SMALL)
    if not upright:
        put(root.svg, "path", d=f"M{left:.1f} {top + high:.1f}h{wide:.1f}", stroke=FAINT, stroke_width="1", fill="none")


class _Drawn:
    """What pygal laid out, read from its drawing."""

    def __init__(self, tree: Any) -> None:
        self._graph: Element = next(node for node in tree.iter("g") if _is(node, "graph"))
        self._plot = next(node for node in self._graph.iter("g") if node.get("class") == "plot")
        self._overlay = next(node for node in self._graph.iter("g") if node.get("class") == "plot overlay")

    @property
    def field(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the field inside the axes."""
        shift = _SHIFT.match(self._plot.get("transform", ""))
        frame = next(node for node in self._plot if node.tag == "rect")
        left, top = (float(shift[1]), float(shift[2])) if shift else (0.0, 0.0)
        return left, top, float(frame.get("width", 0)), float(frame.get("height", 0))

    def guides(self, axis: str) -> Iterator[tuple[tuple[float, float], str, tuple[float, float]]]:
        """The lines of an axis: where each begins, its words, and where those stand."""
        for group in self._plot.iter("g"):
            if not _is(group, "axis") or not _is(group, axis):
                continue
            for guide in group.findall("g"):
                text, path = guide.find("text"), guide.find("path")
                if text is None:
                    continue
                at = float(text.get("x", 0)), float(text.get("y", 0))
                begun = _PATH.match(path.get("d", "")) if path is not None else None
                yield ((float(begun[1]), float(begun[2])) if begun else at), text.text or "", at

    def places(self) -> list[float]:
        """Where the rows of a drawing of bars lie, from the first one that was given."""
        return [at[1] - 0.35 * SMALL for _, _, at in self.guides("y")]

    def path(self, n: int) -> list[tuple[float, float]]:
        """The corners of the line of a series."""
        path = next((node for node in self._series(self._plot, n).iter("path")), None)
        if path is None:
            return []
        numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path.get("d", ""))]
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    def dots(self, n: int) -> list[tuple[float, float]]:
        """The points of a series."""
        return [
            (float(node.get("cx", 0)), float(node.get("cy", 0)))
            for node in self._series(self._overlay, n).iter("circle")
        ]

    def bars(self, n: int) -> list[tuple[float, float, float, float]]:
        """The bars of a series: left, top, width and height."""
        return [
            (
                float(node.get("x", 0)),
                float(node.get("y", 0)),
                float(node.get("width", 0)),
                float(node.get("height", 0)),
            )
            for node in self._series(self._plot, n).iter("rect")
        ]

    @staticmethod
    def _series(layer: Element, n: int) -> Element:
        return next(node for node in layer if _is(node, f"serie-{n}"))


def _is(node: Element, name: str) -> bool:
    return name in node.get("class", "").split()


def _pygal() -> Any:
    """pygal, loaded when the first drawing is made, and writing by the standard library whatever else is installed."""
    import pygal
    from pygal.etree import etree

    etree.to_etree()
    return pygal


def _plain() -> dict[str, Any]:
    from pygal.style import Style

    return {
        "show_legend": False,
        "spacing": 6,
        "js": (),
        "css": (),
        "no_data_text": "",
        "style": Style(label_font_size=SMALL, major_label_font_size=SMALL),
    }
