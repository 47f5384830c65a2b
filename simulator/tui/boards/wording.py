"""What changed between two wordings, word by word; told by marks, so that no colour is needed."""

import re
from difflib import SequenceMatcher

from rich.cells import cell_len
from textual.content import Content

from simulator.tui.boards.line import cell, row
from simulator.tui.safe import one_line

_WORDS = re.compile(r"\S+")
LEAST = 24
"""Cells of a column of words at the least."""


def parts(before: str, after: str) -> list[tuple[str, str]]:
    """The words that stay (`=`), are taken out (`-`) and put in (`+`), in order."""
    one, other = _WORDS.findall(one_line(before)), _WORDS.findall(one_line(after))
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("=", " ".join(one[a:b])))
            continue
        if b > a:
            found.append(("-", " ".join(one[a:b])))
        if d > c:
            found.append(("+", " ".join(other[c:d])))
    return found


def changes(before: str, after: str) -> Content:
    """Both wordings in one: `[-taken out-]` and `{+put in+}`."""
    shown = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    styles = {"=": "", "-": "dim", "+": "bold"}
    said = []
    for kind, text in parts(before, after):
        content = Content(shown[kind].format(text))
        said.append(content.stylize(styles[kind]) if styles[kind] else content)
    return Content(" ").join(said)


def side_by_side(before: str, after: str, width: int) -> Content:
    """Two wordings in two columns, `-` before the lines with what was taken out, `+` before those with what was put
    in."""
    column = max(LEAST, (width - 7) // 2)
    found = parts(before, after)
    left = _wrapped([(kind, text) for kind, text in found if kind != "+"], column)
    right = _wrapped([(kind, text) for kind, text in found if kind != "-"], column)
    lines = []
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ("", "")
        other = right[at] if at < len(right) else ("", "")
        lines.append(row(cell(one[0], 1), cell(one[1], column), "|", cell(other[0], 1), cell(other[1], column)))
    return Content("\n").join(lines)


def _wrapped(found: list[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """Lines of words, each with the sign of what changed in it."""
    lines: list[tuple[str, str]] = []
    sign, line = "", ""
    for kind, text in found:
        for word in text.split(" "):
            if line and cell_len(line) + 1 + cell_len(word) > width:
                lines.append((sign, line))
                sign, line = "", ""
            line = f"{line} {word}".strip()
            sign = kind if kind != "=" else sign
    return [*lines, (sign, line)] if line else lines
