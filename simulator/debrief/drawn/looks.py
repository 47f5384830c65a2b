"""How the parts of a drawing are told apart without colour: shapes, dashes, hatching and steps of grey."""

from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

INK = "#16324f"
FAINT = "#555555"
"""For figures along an axis."""
HAIR = "#c4c4c4"
"""For the lines behind a drawing."""
PAPER = "#ffffff"

Mark = Literal["disc", "ring", "square", "diamond", "triangle", "cross", "star", "speck", "none"]
Stroke = Literal["solid", "thin", "dashed", "dotted", "heavy", "none"]
Fill = Literal["solid", "grey", "hatched", "dotted", "hollow"]

_STROKES: dict[Stroke, tuple[str, str, str]] = {
    "solid": (INK, "1.8", ""),
    "thin": ("#8a8a8a", "1.1", ""),
    "dashed": (INK, "1.8", "7 4"),
    "dotted": (INK, "1.6", "1.5 3.5"),
    "heavy": (INK, "3", ""),
    "none": ("none", "0", ""),
}
"""Colour, width and dashes."""


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of the key below a drawing."""

    words: str
    mark: Mark = "none"
    stroke: Stroke = "none"
    fill: Fill | None = None


def put(parent: Element, tag: str, /, **attributes: str | float) -> Element:
    """Add an element; `_` in a name stands for `-`, and numbers are written to a tenth."""
    return SubElement(
        parent,
        tag,
        {
            name.replace("_", "-"): value if isinstance(value, str) else place(value)
            for name, value in attributes.items()
        },
    )


def place(value: float) -> str:
    """A place in a drawing, to a tenth."""
    said = f"{value:.1f}".removesuffix(".0")
    return "0" if said == "-0" else said


def line(parent: Element, stroke: Stroke, path: str) -> None:
    """Draw a line along a path."""
    colour, width, dashes = _STROKES[stroke]
    drawn = put(parent, "path", d=path, fill="none", stroke=colour, stroke_width=width, stroke_linejoin="round")
    if dashes:
        drawn.set("stroke-dasharray", dashes)


def dot(parent: Element, kind: Mark, x: float, y: float, r: float = 4.5) -> None:
    """Draw the sign of a point."""
    outlined: dict[str, str | float] = {"stroke": INK, "stroke_width": 1.6}
    match kind:
        case "none":
            return
        case "disc":
            put(parent, "circle", cx=x, cy=y, r=r, fill=INK, stroke=PAPER, stroke_width=1.0)
        case "speck":
            put(parent, "rect", x=x - 2, y=y - 2, width=4, height=4, fill="#6a737d")
        case "ring":
            put(parent, "circle", cx=x, cy=y, r=r - 0.3, fill=PAPER, **outlined)
        case "square":
            side = 2 * r - 1
            put(parent, "rect", x=x - side / 2, y=y - side / 2, width=side, height=side, fill=PAPER, **outlined)
        case "diamond":
            d = r + 2.5
            path = f"M{place(x)} {place(y - d)}l{place(d)} {place(d)} {place(-d)} {place(d)} {place(-d)} {place(-d)}z"
            put(parent, "path", d=path, fill=INK, stroke=PAPER, stroke_width=1.0)
        case "triangle":
            path = f"M{place(x)} {place(y - r - 1)}l{place(r + 1)} {place(2 * r)}h{place(-2 * r - 2)}z"
            put(parent, "path", d=path, fill=PAPER, **outlined)
        case "cross":
            d = r - 0.5
            w = place(2 * d)
            path = f"M{place(x - d)} {place(y - d)}l{w} {w}m0 -{w}l-{w} {w}"
            put(parent, "path", d=path, fill="none", **outlined)
        case "star":
            d = r + 4  # so that it shows around whatever is drawn at the same place
            path = (
                f"M{place(x)} {place(y - d)}v{place(2 * d)}M{place(x - d)} {place(y)}h{place(2 * d)}"
                f"M{place(x - d * 0.7)} {place(y - d * 0.7)}l{place(d * 1.4)} {place(d * 1.4)}"
                f"m0 {place(-d * 1.4)}l{place(-d * 1.4)} {place(d * 1.4)}"
            )
            put(parent, "path", d=path, fill="none", **outlined)


def box(parent: Element, fill: Fill, x: float, y: float, width: float, height: float, prefix: str) -> None:
    """Draw a bar; `prefix` begins the ids of this drawing's patterns."""
    painted = {"solid": INK, "grey": "#9aa3ad", "hollow": PAPER}.get(fill, f"url(#{prefix}{fill})")
    put(parent, "rect", x=x, y=y, width=width, height=height, fill=painted, stroke=INK, stroke_width=1.0)


def patterns(root: Element, fills: set[Fill], prefix: str) -> None:
    """Add the patterns that the bars of a drawing are filled with."""
    wanted = [fill for fill in ("hatched", "dotted") if fill in fills]
    if not wanted:
        return
    defs = Element("defs")
    root.insert(0, defs)
    for fill in wanted:
        pattern = put(defs, "pattern", id=f"{prefix}{fill}", width="6", height="6", patternUnits="userSpaceOnUse")
        put(pattern, "rect", width="6", height="6", fill=PAPER)
        if fill == "hatched":
            put(pattern, "path", d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3", stroke=INK, stroke_width="1.4")
        else:
            put(pattern, "circle", cx="3", cy="3", r="1.1", fill=INK)
