"""Where lines may end: at a space, but never at one that holds two words together."""

import re

from rich import _wrap as rich_wrap
from textual import _wrap as textual_wrap

HOLDING = "\u00a0\u202f"
"""Spaces at which no line ends, as those before `:` and `;` and inside « » in French."""

SPACE = rf"[^\S{HOLDING}]"
WORD = rf"[\S{HOLDING}]"


def hold_words_together() -> None:
    """Let lines break as these spaces want it; Rich and Textual take them for any others."""
    rich_wrap.re_word = re.compile(rf"{SPACE}*{WORD}+{SPACE}*")
    textual_wrap.re_chunk = re.compile(rf"{WORD}+{SPACE}*|{SPACE}+")
