"""What people type, made safe to keep: it stays what they wrote and can act on nothing."""

import unicodedata

from scenarios.texts import number, tr, trn
from simulator.engine.refused import Refused

LONGEST = 4000
"""Characters that a person may write at once."""

_MOST_MARKS = 4
_BIDI = {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
_INVISIBLE = {"\u200b", "\u2060", "\ufeff"} | {chr(c) for c in range(0xE0000, 0xE0080)}


def clean(text: str, limit: int = LONGEST) -> str:
    """The text as it is kept: NFC, control characters as pictures, no direction overrides, few combining marks.

    Raises Refused when it is longer than `limit` characters.
    """
    if len(text) > limit:
        raise Refused(
            "TOO-LONG",
            trn(
                "This text has {n} character; {most} is the most that is kept.",
                "This text has {n} characters; {most} is the most that is kept.",
                len(text),
                most=number(limit),
            ),
            tr("Shorten it, or split it in two."),
        )
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
        code = ord(character)
        if unicodedata.combining(character):
            marks += 1
            if marks > _MOST_MARKS:
                continue
        else:
            marks = 0
        if character in "\u2028\u2029\u0085\v\f":
            kept.append("\n")
        elif character == "\t":
            kept.append(" ")
        elif character == "\n":
            kept.append(character)
        elif code < 0x20:
            kept.append(chr(0x2400 + code))
        elif code == 0x7F:
            kept.append("\u2421")
        elif 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
            kept.append("\ufffd")
        elif character not in _BIDI and character not in _INVISIBLE:
            kept.append(character)
    return "".join(kept).strip()


def need(text: str, what: str, limit: int = LONGEST) -> str:
    """The cleaned text; raises Refused when nothing is left of it. `what` names it, in the language that is spoken."""
    kept = clean(text, limit)
    if not kept:
        raise Refused("EMPTY-TEXT", tr("There is no text for {what}.", what=what), tr("Write a sentence."))
    return kept


def count_words(text: str) -> int:
    """How many words a text has: what stands between spaces and has a letter or a digit, as a word processor counts.

    A French sign that stands alone between spaces is no word, and `l’accord` or `follow-up` is one.
    """
    return sum(any(character.isalnum() for character in part) for part in text.split())
