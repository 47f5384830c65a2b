"""A drawing that is being made: shapes and words with their looks as attributes.

Every renderer reads such a drawing alike, and nothing in it reaches the page around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal
from xml.etree.ElementTree import Element, tostring

from simulator.debrief.drawn import looks
from simulator.debrief.drawn.lettering import FONT, backwards, clipped, directed, width
from simulator.debrief.drawn.looks import INK, PAPER, Fill, Mark, Sign, Stroke

WIDTH = 660.0
"""Of every drawing: on A4 its letters are then as large as those of a table."""
TEXT, SMALL = 13.0, 12.0
"""Sizes of letters."""

_PREFIX = "\u2060"
"""Stands in the ids until the drawing is whole. No text of people has this sign when it gets here."""

Anchor = Literal["start", "middle", "end"]


@dataclass(slots=True)
class Sheet:
    """What was drawn so far."""

    _root: Element = field(default_factory=lambda: Element("g"))
    _fills: set[Fill] = field(default_factory=set)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        anchor: Anchor = "start",
        *,
        colour: str = INK,
        size: float = SMALL,
        bold: bool = False,
        halo: bool = False,
    ) -> None:
        """Write words; with a halo, what they stand on leaves room for them."""
        if not text:
            return
        node = looks.put(self._root, "text", x=x, y=y, fill=colour, font_size=size)
        if halo:
            node.attrib |= {"stroke": PAPER, "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}
        if anchor != "start":
            node.set("text-anchor", anchor)
        if bold:
            node.set("font-weight", "bold")
        node.text = directed(text)

    def line(self, stroke: Stroke, places: Sequence[tuple[float, float]]) -> None:
        """Draw a line through places."""
        path = "M" + "L".join(f"{looks.place(x)} {looks.place(y)}" for x, y in places)
        looks.line(self._root, stroke, path)

    def rule(self, colour: str, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a straight line behind or along a drawing."""
        path = f"M{looks.place(start[0])} {looks.place(start[1])}L{looks.place(end[0])} {looks.place(end[1])}"
        looks.put(self._root, "path", d=path, stroke=colour, stroke_width=0.9, fill="none")

    def dot(self, kind: Mark, x: float, y: float) -> None:
        """Draw the sign of a point."""
        looks.dot(self._root, kind, x, y)

    def bar(self, fill: Fill, x: float, y: float, wide: float, high: float) -> None:
        """Draw a bar."""
        self._fills.add(fill)
        looks.box(self._root, fill, x, y, wide, high, _PREFIX)

    def blank(self, x: float, y: float, wide: float, high: float) -> None:
        """Leave a place white, for words on a pattern."""
        looks.put(self._root, "rect", x=x, y=y, width=wide, height=high, fill=PAPER)

    def key(self, signs: Sequence[Sign], top: float) -> float:
        """Write the key, as many entries a line as there is room for; gives where it ends. It begins on the side where
        the language does."""
        x, y = 4.0, top + 14
        for sign in signs:
            shown = sign.fill is not None or sign.stroke != "none" or sign.mark != "none"
            indent = 38.0 if shown else 4.0
            text = clipped(sign.words, SMALL, WIDTH - 60)
            wide = indent + width(text, SMALL) + 14
            if x > 4 and x + wide > WIDTH:
                x, y = 4.0, y + 20
            left = WIDTH - x - 30 if backwards() else x
            if sign.fill is not None:
                self.bar(sign.fill, left + 4, y - 11, 22, 13)
            if sign.stroke != "none":
                self.line(sign.stroke, ((left, y - 4.5), (left + 30, y - 4.5)))
            self.dot(sign.mark, left + 15, y - 4.5)
            if backwards():
                self.words(WIDTH - x - indent, y, text, "end")
            else:
                self.words(x + indent, y, text)
            x += wide
        return y + 9 if signs else top

    def finished(self, height: float) -> str:
        """The drawing as text. The ids in it come from what it shows, so that drawings may share a page."""
        svg = Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {WIDTH:g} {height:.0f}",
                "direction": "ltr",
                "font-family": FONT,
            },
        )
        looks.patterns(svg, self._fills, _PREFIX)
        looks.put(svg, "rect", width=WIDTH, height=height, fill=PAPER)
        svg.extend(self._root)
        made = tostring(svg, encoding="unicode")
        return made.replace(_PREFIX, f"g{sha256(made.encode()).hexdigest()[:10]}-")
