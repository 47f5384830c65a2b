"""What a word of YAML means: the core rules of YAML 1.2, and a refusal wherever programs disagree.

Half of the YAML programs read `no` as false, `12:30` as 750 and `0755` as 493; the other half read texts. An author
cannot see which half is at work, so such words are refused until they stand in quotes.
"""

import re
import unicodedata
from typing import NamedTuple

from scenarios.texts import tr

MOST_DIGITS = 18

_WORDS = re.compile(r"y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE|Null|NULL|=|<<")
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?", re.DOTALL)
_SIXTIES = re.compile(r"[-+]?\d+(?::\d+)+(?:\.\d*)?")
_ODD_NUMBER = re.compile(r"[-+]?0[\d_]+|[-+]?0[xXoObB][\da-fA-F_]+|[-+]?\d[\d_]*_[\d_]*")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9]\d*)")
_BROKEN = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

# Controls, line and paragraph separators, overrides and isolates of the writing direction, invisible spaces and marks,
# halves of surrogate pairs, and code points that are no characters.
_NEVER = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
)
FORBIDDEN = re.compile(f"[{_NEVER}]")
"""Characters that may stand nowhere in the file."""
FORBIDDEN_IN_VALUES = re.compile(f"[\t\r{_NEVER}]")
"""Characters that may not be smuggled in by an escape like `\\e` either."""
_TELLING = frozenset("0123456789+-.~=<")
"""What words begin with that may be numbers, dates or signs."""
_LONGEST_WORD = 5
"""Letters of the longest of the words that are no texts everywhere."""


def harmless(text: str) -> bool:
    """Whether a text surely holds none of these characters; said much faster than by searching for them."""
    return text.replace("\n", "").replace("\u00a0", "").replace("\u202f", "").isprintable()


class Meaning(NamedTuple):
    """The value of a plain word, and what is wrong with the word if it means different things to different programs."""

    value: str | int | bool | None
    code: str | None = None
    message: str = ""
    remedy: str = ""


def meaning(word: str) -> Meaning:
    """What a plain word (one without quotes) means."""
    if len(word) > _LONGEST_WORD and word[0] not in _TELLING:
        return Meaning(word)
    if word in ("", "~", "null"):
        return Meaning(None)
    if word in ("true", "false"):
        return Meaning(word == "true")
    if _WHOLE.fullmatch(word):
        if len(word.lstrip("+-")) > MOST_DIGITS:
            return _number(word, tr("`{word}` has more digits than any number in a scenario needs", word=short(word)))
        return Meaning(int(word))
    if _WORDS.fullmatch(word):
        if word.casefold() == "null":
            remedy = tr("Put it in quotes if it is a text: '{word}'. For nothing, leave the value out.", word=word)
        else:
            remedy = tr(
                "Put it in quotes if it is a text: '{word}'. For yes or no, write `true` or `false`.", word=word
            )
        return _ambiguous(word, remedy)
    if _DATE.fullmatch(word) or _SIXTIES.fullmatch(word):
        remedy = tr("Put it in quotes: '{word}'. A length of time is a whole number of minutes.", word=short(word))
        return _ambiguous(word, remedy)
    if _ODD_NUMBER.fullmatch(word):
        remedy = tr("Put it in quotes, '{word}', or write a decimal number without leading zeros.", word=short(word))
        return _ambiguous(word, remedy)
    if _BROKEN.fullmatch(word):
        return _number(word, tr("`{word}` is not a whole number", word=short(word)))
    return Meaning(word)


def character(char: str) -> str:
    """A code point with its name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    unnamed = tr("(a control character)") if unicodedata.category(char) == "Cc" else tr("(not a character)")
    return f"U+{ord(char):04X} {unicodedata.name(char, unnamed)}"


def foreign(name: str) -> str:
    """The characters of a name that only look like plain letters, for a message; empty if there are none."""
    odd = dict.fromkeys(char for char in name if not char.isascii())
    return ", ".join(character(char) for char in list(odd)[:3])


def short(word: str, length: int = 40) -> str:
    """A word cut to what a message can hold, with its unprintable characters spelt out."""
    cut = word if len(word) <= length else f"{word[: length - 1]}…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in cut)


def _ambiguous(word: str, remedy: str) -> Meaning:
    message = tr(
        "`{word}` without quotes means one thing to some programs and another thing to others", word=short(word)
    )
    return Meaning(word, "YAML-WORD", message, remedy)


def _number(word: str, message: str) -> Meaning:
    remedy = tr("Write a whole number, or put it in quotes if it is a text: '{word}'.", word=short(word))
    return Meaning(word, "YAML-NUMBER", message, remedy)
