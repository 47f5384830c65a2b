"""A page of the debriefing as the wall draws it: as large as it fits, and over several sheets where it does not."""

import textwrap
from collections.abc import Sequence

from textual.content import Content

from simulator.debrief.posters import Kind, Line, Poster
from simulator.engine.words import WallPage
from simulator.tui.safe import lines as safe_lines
from simulator.tui.safe import one_line
from simulator.tui.wall.figures import can_draw, small, width_of
from simulator.tui.wall.pages import Sheet, Space

STYLES = {Kind.HEAD: "bold", Kind.QUIET: "italic", Kind.TEXT: "", Kind.BIG: "bold"}
LETTER = 4
"""Columns that a letter in blocks takes, with the gap after it."""
BARS = 30
"""Cells of a bar where there is room for them."""


def sheets(poster: Poster, space: Space) -> list[Sheet]:
    """The sheets of a page; there is at least one, and none is longer than the wall.

    Headings in blocks and air between the lines are left out where only without them it fits on one sheet; on several
    sheets, what belongs together stays together.
    """
    height, alone = max(1, space.lines), _quiet(poster)
    ways = ((True, True), (False, True), (True, False), (False, False))
    drawings = (_drawn(poster, space, alone, heads, airy) for heads, airy in ways if space.big or not heads)
    whole = next((drawn for drawn in drawings if len(drawn) <= height), None)
    pages = [whole] if whole is not None else _pages(poster, space, alone, height)
    title = one_line(poster.title)
    return [Sheet(WallPage.TURN, title, Content("\n").join(page)) for page in pages]


def _drawn(poster: Poster, space: Space, alone: bool, heads: bool, airy: bool) -> list[Content]:
    found: list[Content] = []
    for line in poster.lines:
        if airy and found and found[-1].plain.strip() and line.text and line.kind is not Kind.PAIR:
            found.append(Content(""))
        found += _heading(line, space) if heads and line.kind is Kind.HEAD else rows(line, space, alone)
    return found


def _heading(line: Line, space: Space) -> list[Content]:
    """A heading in blocks where it stays on one line."""
    said = one_line(line.text)
    if can_draw(said) and width_of(said) <= space.columns:
        return [Content.styled(row, "bold") for row in small(said)]
    return rows(line, space)


def _pages(poster: Poster, space: Space, alone: bool, height: int) -> list[list[Content]]:
    """The rows of a long page in portions that fit, broken between the groups that empty lines make."""
    groups: list[list[Content]] = [[]]
    for line in poster.lines:
        if line.kind is Kind.TEXT and not line.text:
            groups.append([])
        groups[-1] += rows(line, space, alone)
    found: list[list[Content]] = [[]]
    for group in groups:
        if found[-1] and len(found[-1]) + len(group) > height:
            found.append([])
            group = group[1:] if group and not group[0].plain else group
        for row in group:
            if len(found[-1]) == height:
                found.append([])
            found[-1].append(row)
    return found


def _quiet(poster: Poster) -> bool:
    """Whether little stands beside the largest words, so that they may take the wall."""
    return sum(len(line.text) for line in poster.lines if line.kind is not Kind.BIG) < 200


def rows(line: Line, space: Space, alone: bool = False) -> list[Content]:
    """A line of a poster in rows that are as wide as the wall."""
    match line.kind:
        case Kind.BIG:
            return _big(line.text, space, alone)
        case Kind.PAIR:
            return _pair(line, space)
        case Kind.BAR:
            return _bar(line, space)
        case Kind.HEAD | Kind.TEXT | Kind.QUIET:
            return [_styled(row, STYLES[line.kind]) for row in _broken(line.text, space.columns)]


def _styled(text: str, style: str) -> Content:
    return Content.styled(text, style) if style else Content(text)


def _broken(text: str, columns: int) -> list[str]:
    """Prose in rows; where its author made paragraphs, they stay."""
    found: list[str] = []
    for paragraph in safe_lines(text).plain.splitlines() or [""]:
        found += textwrap.wrap(paragraph, max(10, columns)) or [""]
    return found


def _big(text: str, space: Space, alone: bool) -> list[Content]:
    """In blocks where that leaves room for the rest, else in bold with air between the rows."""
    said = one_line(text)
    if alone and space.blocks and can_draw(said):
        for width in (space.columns // LETTER + 2, space.columns // LETTER, space.columns // (LETTER + 1)):
            parts = textwrap.wrap(said, max(8, width)) or [""]
            fits = all(width_of(part) <= space.columns for part in parts)
            if fits and 4 * len(parts) <= space.lines - 3:
                return [Content.styled(row, "bold") for part in parts for row in (*small(part), "")]
    broken = textwrap.wrap(said, max(10, space.columns)) or [""]
    airy = alone and 2 * len(broken) <= space.lines - 3
    return [Content.styled(row, "bold") for part in broken for row in ((part, "") if airy else (part,))]


def _pair(line: Line, space: Space) -> list[Content]:
    """Two texts side by side."""
    width = max(10, (space.columns - 3) // 2)
    left, right = _broken(line.text, width), _broken(line.other, width)
    height = max(len(left), len(right))
    left, right = _filled(left, height), _filled(right, height)
    return [Content(f"{one:<{width}} │ {other}".rstrip()) for one, other in zip(left, right, strict=True)]


def _filled(found: Sequence[str], height: int) -> list[str]:
    return [*found, *[""] * (height - len(found))]


def _bar(line: Line, space: Space) -> list[Content]:
    """A bar from 0 to 100 with its figures; `|` stands where the reservation is."""
    cells = max(10, min(BARS, space.columns - 40)) if space.columns < 120 else 2 * BARS
    full = max(0, min(cells, round(line.value * cells / 100)))
    ink, paper = ("█", "·") if space.blocks else ("#", ".")
    drawn = [ink] * full + [paper] * (cells - full)
    if line.mark is not None:
        drawn[max(0, min(cells - 1, round(line.mark * cells / 100)))] = "|"
    name = one_line(line.text)[:14]
    return [Content(f"{name:<14} {''.join(drawn)} {one_line(line.other)}"[: max(10, space.columns)])]
