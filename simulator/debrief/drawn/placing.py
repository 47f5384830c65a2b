"""Where words stand beside points so that they cover neither each other nor a point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios.texts import tr
from simulator.debrief.drawn.lettering import width

SAME = 2.5
"""Points nearer than this to each other share a label."""
SIGN = 6.0
"""How far a sign reaches from its point."""
MOST = 4
"""As many words as a label joins."""

Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words that belong to a point; none where it has none."""

    x: float
    y: float
    text: str
    bold: bool = False
    marked: bool = True
    """Whether there is a sign at the point, which no label may cover."""


def labelled(labels: Sequence[Label], field: Area, size: float) -> Iterator[tuple[Label, float, float, bool]]:
    """Each label that finds room: the middle of its foot, and whether it stands so far off that a line must lead there.

    Those in bold choose first. What finds no room is left out: a drawing is also told in words.
    """
    covered = [(at.x - SIGN, at.y - SIGN, at.x + SIGN, at.y + SIGN) for at in labels if at.marked]
    for label in sorted(_joined(labels), key=lambda each: not each.bold):
        half = width(label.text, size) / 2 * (1.06 if label.bold else 1.0)
        for x, y, far in _candidates(label, half, size):
            area = x - half, y - size * 0.8, x + half, y + size * 0.2
            if _inside(area, field) and not any(_meet(area, other) for other in covered):
                covered.append(area)
                yield label, x, y, far
                break


def _joined(labels: Sequence[Label]) -> list[Label]:
    """One label for all points at the same place."""
    found: list[list[Label]] = []
    for label in labels:
        if not label.text:
            continue
        for group in found:
            if abs(group[0].x - label.x) < SAME and abs(group[0].y - label.y) < SAME:
                group.append(label)
                break
        else:
            found.append([label])
    return [
        Label(
            group[0].x,
            group[0].y,
            tr(", ").join(label.text for label in group[:MOST]) + ("\N{NO-BREAK SPACE}…" if len(group) > MOST else ""),
            any(label.bold for label in group),
        )
        for group in found
    ]


def _candidates(label: Label, half: float, size: float) -> Iterator[tuple[float, float, bool]]:
    """Places for a label, the best ones first."""
    x, y = label.x, label.y
    for away in (9.0, 24.0, 38.0, 52.0):
        far = away > 9
        yield x, y - away, far
        yield x, y + away + size * 0.75, far
        yield x + away + half, y + size * 0.3, far
        yield x - away - half, y + size * 0.3, far
        for side in (1, -1):
            yield x + side * (away * 0.7 + half), y - away * 0.7, far
            yield x + side * (away * 0.7 + half), y + away * 0.7 + size * 0.6, far


def _inside(area: Area, field: Area) -> bool:
    return area[0] >= field[0] and area[2] <= field[2] + 12 and area[1] >= field[1] - 10 and area[3] <= field[3]


def _meet(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
