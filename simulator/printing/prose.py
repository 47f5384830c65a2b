"""What people wrote, made fit for paper: paragraphs, lists and headings, and nothing that acts on a reader."""

import re
import unicodedata

from scenarios.texts import RIGHT_TO_LEFT, language
from simulator.printing.document import Block, Bullets, Heading, Paragraph, Words

MARKS = 4
"""Combining marks that may stand on one letter."""

_MARK = {True: "\u200f", False: "\u200e"}
"""What stands for a letter that runs from right to left, or from left to right, and is not seen."""

_BACKWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SIGNED = re.compile(r"(?<![\w.,])[−+](?=\d)")
_QUOTATION = re.compile("([«“])([^«»“”]*)([»”])")
_FIGURE_AFTER_LATIN = re.compile(r"(?<=[A-Za-z)])(?=\s*[،·]\s*[0-9])")
_LONG_WORD = re.compile(r"(\S{18})(?=\S{6})")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_NONE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def plain(text: str) -> str:
    """The text without what controls a device or turns a line around; line feeds stay."""
    if text.isascii() and text.isprintable():
        return text
    text = _FORBIDDEN.sub("", _NONE.sub("\ufffd", _BREAKS.sub("\n", text))).replace("\t", " ")
    text = "".join("\ufffd" if ord(char) & 0xFFFE == 0xFFFE else char for char in text)
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= MARKS:
            kept.append(char)
    return "".join(kept)


def steady(text: str) -> str:
    """The text, plain; where it is in letters of both directions, with marks of ours that keep each quotation together.

    Without them the question mark of an English quotation in an Arabic sentence would jump to its other end, and a date
    after it would be drawn into it (Unicode Standard Annex 9, rules W7 and N1). In Arabic too the sign of
    a number stands before it, as numbers run.
    """
    text = plain(text)
    if language() in RIGHT_TO_LEFT:
        text = _SIGNED.sub(lambda sign: _MARK[False] + sign[0], text)
    if not _BACKWARDS.search(text):
        return text
    backwards = right_to_left(_QUOTATION.sub("", text))
    if backwards is None:
        return text

    def kept(found: re.Match[str]) -> str:
        own = right_to_left(found[2])
        if own is None or own == backwards:
            return found[0]
        return f"{found[1]}{_MARK[own]}{found[2]}{_MARK[own]}{found[3]}{_MARK[backwards]}"

    text = _QUOTATION.sub(kept, text)
    return _FIGURE_AFTER_LATIN.sub(_MARK[True], text) if backwards else text


def pieces(text: str) -> list[str]:
    """The text in pieces between which a line may break: a word that is too long for a column has several."""
    return _LONG_WORD.sub("\\1\0", steady(text)).split("\0")


def prose(text: str, level: int = 1) -> tuple[Block, ...]:
    """A text with blank lines between paragraphs, `- ` before list items and `## ` before headings.

    Its headings get a level from 1 to 3; more than three levels there are not.
    """
    found: list[Block] = []
    words: list[str] = []
    items: list[Words] = []

    def flush() -> None:
        if words:
            said = " ".join(words)
            if items:
                items[-1] = f"{items[-1]} {said}"
            else:
                found.append(Paragraph(said))
            words.clear()

    def close() -> None:
        flush()
        if items:
            found.append(Bullets(tuple(items)))
            items.clear()

    for line in (line.strip() for line in plain(text).split("\n")):
        if line.startswith("## "):
            close()
            found.append(Heading(line[3:].strip(), 1 if level < 2 else 2 if level == 2 else 3))
        elif line.startswith("- "):
            flush()
            items.append(line[2:].strip())
        elif line:
            words.append(line)
        else:
            close()
    close()
    return tuple(found)


def right_to_left(text: str) -> bool | None:
    """The direction of the first letter that has one; None where none has."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return None
