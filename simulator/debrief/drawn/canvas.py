"""The only place that knows pygal: it scales axes and places points and bars, and where it put them is read off.

Of its drawing, nothing is kept but these places: it has scripts, style sheets, tooltips and the date in it. What is
shown is drawn anew on a `Sheet`.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from simulator.debrief.drawn.axes import Axis
from simulator.debrief.drawn.sheet import SMALL, WIDTH

_SHIFT = re.compile(r"translate\((-?[\d.]+),? (-?[\d.]+)\)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")

Place = tuple[float, float]
"""From the left and from the top of the field inside the axes."""


class Laid:
    """What pygal laid out."""

    def __init__(self, tree: Any) -> None:
        groups: list[Element] = list(tree.iter("g"))
        self._plot = next(group for group in groups if group.get("class") == "plot")
        self._over = next(group for group in groups if group.get("class") == "plot overlay")
        frame = next(node for node in self._plot if node.tag == "rect")
        shift = _SHIFT.match(self._plot.get("transform", ""))
        self.left, self.top = (float(shift[1]), float(shift[2])) if shift else (0.0, 0.0)
        self.width, self.height = _number(frame, "width"), _number(frame, "height")

    def guides(self, axis: str) -> Iterator[tuple[Place, str, Place]]:
        """The lines of the axis `x` or `y`: where each begins, its words, and where these stand."""
        for group in self._plot.iter("g"):
            if not {"axis", axis} <= _classes(group):
                continue
            for guide in group.findall("g"):
                text, path = guide.find("text"), guide.find("path")
                if text is not None:
                    at = _number(text, "x"), _number(text, "y")
                    begun = _corners(path)
                    yield begun[0] if begun else at, text.text or "", at

    def rows(self) -> list[float]:
        """How far down the rows of a drawing of bars lie, in the order in which they were given."""
        return [at[1] - 0.35 * SMALL for _, _, at in self.guides("y")][::-1]

    def line(self, n: int) -> list[Place]:
        """The corners of the line of a series."""
        return _corners(next(_series(self._plot, n).iter("path"), None))

    def dots(self, n: int) -> list[Place]:
        """The points of a series."""
        return [(_number(node, "cx"), _number(node, "cy")) for node in _series(self._over, n).iter("circle")]

    def bars(self, n: int) -> list[tuple[float, float, float, float]]:
        """The bars of a series, from the first row on: left, top, width and height."""
        found = list(_series(self._plot, n).iter("rect"))[::-1]
        return [(_number(b, "x"), _number(b, "y"), _number(b, "width"), _number(b, "height")) for b in found]


def points(
    series: Sequence[Sequence[Place]], across: Axis, up: Axis, height: float, left: float = 4.0, right: float = 16.0
) -> Laid:
    """Lay out points between two axes. No series may be empty."""
    chart = _pygal().XY(
        xrange=(across.least, across.most),
        range=(up.least, up.most),
        x_labels=[{"value": at, "label": label} for at, label in across.ticks],
        y_labels=[{"value": at, "label": label} for at, label in up.ticks],
        **_plain(height, left, right),
    )
    for n, each in enumerate(series):
        chart.add(str(n), list(each))
    return Laid(chart.render_tree())


def bars(
    of: Sequence[Sequence[float]], across: Axis, height: float, left: float, right: float, *, stacked: bool
) -> Laid:
    """Lay out rows, each with a bar a series: under each other, or each on the end of the one before."""
    library = _pygal()
    chart = (library.HorizontalStackedBar if stacked else library.HorizontalBar)(
        range=(across.least, across.most),
        x_labels=["" for _ in of],
        y_labels=[{"value": at, "label": label} for at, label in across.ticks],
        **_plain(height, left, right),
    )
    chart._series_margin = 0.12  # the room between rows, for which there is no setting
    for n in range(len(of[0])):
        chart.add(str(n), [row[n] for row in reversed(of)])
    return Laid(chart.render_tree())


def _plain(height: float, left: float, right: float) -> Mapping[str, Any]:
    from pygal.style import Style

    return {
        "width": WIDTH,
        "height": height,
        "margin_top": 2,
        "margin_bottom": 4,
        "margin_left": left,
        "margin_right": right,
        "spacing": 6,
        "show_legend": False,
        "truncate_label": -1,
        "no_data_text": "",
        "js": (),
        "css": (),
        "style": Style(label_font_size=SMALL, major_label_font_size=SMALL),
    }


def _pygal() -> Any:
    """pygal, loaded with the first drawing. It draws with the standard library, whatever else is installed."""
    import pygal
    from pygal.etree import etree

    etree.to_etree()
    # pygal looks for its maps by a hook of an old kind, of which Python warns at every later import.
    sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, pygal.PluginImportFixer)]
    return pygal


def _series(layer: Element, n: int) -> Element:
    return next(node for node in layer if f"serie-{n}" in _classes(node))


def _corners(path: Element | None) -> list[Place]:
    numbers = [] if path is None else [float(each) for each in _NUMBER.findall(path.get("d", ""))]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _number(node: Element, name: str) -> float:
    return float(node.get(name, 0))


def _classes(node: Element) -> set[str]:
    return set(node.get("class", "").split())
