"""What other people wrote, made harmless for a terminal: never markup, never a control sequence."""

import re
import unicodedata
from collections.abc import Iterator

from rich.segment import Segment
from rich.text import Text
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

LONGEST = 20_000
"""Characters of one text that are shown; the record keeps all of it."""

MARKS = 4
"""Combining marks that may stand on one letter."""

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but the line feed, DEL, C1
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # embeddings, overrides, isolates
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"  # marks of byte order, annotations, tags
)
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""Spaces that may be drawn together: all but those that hold two words together, as in French."""
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without what drives a terminal or turns a line around; line feeds stay."""
    if text.isascii() and text.isprintable() and len(text) <= LONGEST:
        return text
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    text = _BREAKS.sub("\n", text).replace("\t", "    ")
    text = _FORBIDDEN.sub("", _SURROGATES.sub("\ufffd", text))
    return text if text.isascii() else "".join(_few_marks(text))


def one_line(text: str) -> str:
    """The cleaned text on one line."""
    return _SPACES.sub(" ", clean(text)).strip()


def safe(text: str) -> Content:
    """The cleaned text for Textual's own widgets."""
    return Content(clean(text))


def safe_text(text: str, style: str = "") -> Text:
    """The cleaned text for tables, trees and logs, which read Rich's markup."""
    return Text(clean(text), style=style)


def lines(prose: str) -> Content:
    """Prose with its headings (`## `), list items (`- `) and paragraphs.

    A single line break inside a paragraph is a space: the screen breaks lines where it needs to.
    """
    blocks = [_block(block) for block in re.split(r"\n\s*\n", clean(prose).strip()) if block.strip()]
    return Content("\n\n").join(blocks)


def _block(block: str) -> Content:
    parts: list[Content] = []
    words: list[str] = []

    def flush() -> None:
        if words:
            parts.append(Content(" ".join(words)))
            words.clear()

    for line in (line.strip() for line in block.splitlines()):
        if line.startswith("## "):
            flush()
            parts.append(Content.styled(line[3:].strip(), "bold"))
        elif line.startswith("- "):
            flush()
            words.append("• " + line[2:].strip())
        elif line:
            words.append(line)
    flush()
    return Content("\n").join(parts)


def _few_marks(text: str) -> Iterator[str]:
    run = 0
    for char in text:
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if run <= MARKS:
            yield char


class NoControls(LineFilter):
    """The last line of defence: takes what drives a terminal out of every line that is drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without control characters and overrides of direction."""
        if not any(_FORBIDDEN.search(text) or "\n" in text for text, _, _ in segments):
            return segments
        return [
            Segment(_FORBIDDEN.sub("", text).replace("\n", " "), style, control) for text, style, control in segments
        ]
