"""What the program says in a language: its own sentences, numbers, lists and times.

A sentence is written in English where it is said, inside `tr`, and translated in `scenarios/locale`. The language is
that of the terminal (`speak`), or of a document while it is made (`spoken_in`).
"""

import gettext
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

LANGUAGES: Mapping[str, str] = {"en": "English", "fr": "Français", "ar": "العربية"}
"""The languages of the program by their codes, each by its own name; Arabic is for documents."""

INTERFACE = ("en", "fr")
"""The languages that a terminal can speak."""

VARIABLE = "GOODOFFICES_LANG"
"""The environment variable that chooses the language of the terminal."""

SOURCE = "en"
DOMAIN = "goodoffices"
LOCALE = Path(__file__).parent / "locale"
RIGHT_TO_LEFT = frozenset({"ar"})

NARROW = "\u202f"
"""The space before `;`, `?`, `!` and `%` in French: narrow, and never at the end of a line."""

_terminal = SOURCE
_document: ContextVar[str | None] = ContextVar("language", default=None)


def speak(language: str) -> None:
    """Choose the language of this terminal. Raises ValueError for one that the program does not speak."""
    global _terminal
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    _terminal = language


@contextmanager
def spoken_in(language: str) -> Iterator[None]:
    """Speak another language for a while, as when a document is made. Raises ValueError for an unknown one."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    token = _document.set(language)
    try:
        yield
    finally:
        _document.reset(token)


def language() -> str:
    """The code of the language that is spoken now."""
    return _document.get() or _terminal


def wanted(environment: Mapping[str, str] = os.environ) -> str:
    """The terminal's language by the environment: GOODOFFICES_LANG, else that of the locale, else English."""
    for name in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "").lower()[:2]
        if code in INTERFACE:
            return code
        if environment.get(name):
            break  # another language was chosen, which is not spoken
    return SOURCE


def tr(message: str, /, **values: object) -> str:
    """A sentence in the language that is spoken; `{name}` in it becomes the value of that name."""
    said = message if language() == SOURCE or not message else _catalogue(language()).gettext(message)
    return said.format(**values) if values else said


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """A sentence about a number of things, in the plural that the number needs; `{n}` is the number."""
    if language() == SOURCE:
        said = one if n == 1 else many
    else:
        said = _catalogue(language()).ngettext(one, many, n)
    return said.format(**{"n": number(n), **values})


def trc(context: str, message: str, /, **values: object) -> str:
    """A word that is said differently in different places; the context says where, in English."""
    said = message if language() == SOURCE else _catalogue(language()).pgettext(context, message)
    return said.format(**values) if values else said


def mark(message: str, /) -> str:
    """Mark a sentence as one to translate, where it is written before the language is known; say it with `tr`."""
    return message


def number(value: float, digits: int = 0) -> str:
    """A number with so many decimals and grouped thousands, as the language writes it: 1,234.5 or 1 234,5."""
    text = f"{value:,.{digits}f}"
    if language() == "fr":
        return text.translate(_FRENCH_DIGITS)
    return text


def signed(value: float, digits: int = 0) -> str:
    """A number with its sign, also where it is positive."""
    return ("+" if value > 0 else "") + number(value, digits)


def percent(share: float, digits: int = 0) -> str:
    """A share from 0 to 1 in percent: 12% or 12 %."""
    return tr("{n}%", n=number(100 * share, digits))


def listing(parts: Iterable[str], *, last: str | None = None) -> str:
    """Names or things in a sentence: a, b and c. `last` is a translated word for the `and`, as `or`."""
    *most, final = list(parts) or [""]
    if not most:
        return final
    return tr("{most} {and_} {last}", most=tr(", ").join(most), and_=last or trc("in a list", "and"), last=final)


def on_one_line(text: str) -> str:
    """A text without line breaks and double spaces; the spaces that hold words together in French stay."""
    return _BREAKING.sub(" ", text).strip()


def day(when: date) -> str:
    """A date in words: 3 November 2026."""
    from babel.dates import format_date

    return str(format_date(when, format="d MMMM y", locale=_locale()))


def clock(when: datetime) -> str:
    """A time of day: 14:05, in French 14 h 05."""
    return tr("{hour:02d}:{minute:02d}", hour=when.hour, minute=when.minute)


def _locale() -> str:
    """English as it is written where diplomats meet, day before month."""
    return "en_GB" if language() == "en" else language()


_BREAKING = re.compile(r"[^\S\u00a0\u202f]+")
_FRENCH_DIGITS = str.maketrans({",": NARROW, ".": ","})


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """The compiled catalogue of a language; one that is not compiled yet, or older than its source, is compiled now."""
    source = LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    try:
        if not source.exists() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            with compiled.open("rb") as file:
                return gettext.GNUTranslations(file)
    except OSError:
        pass
    if not source.exists():
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file, BytesIO() as made:
        write_mo(made, read_po(file, locale=code))
        made.seek(0)
        return gettext.GNUTranslations(made)
