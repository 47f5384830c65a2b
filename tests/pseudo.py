"""A language that nobody speaks: what the program says in it stands in other letters than what people wrote.

Sentences of the program come out in Cyrillic letters, those of a scenario that went through `strange` in Greek ones,
and a little longer than in English, as French is. Any Latin word that is left on a screen was not translated.
"""

import gettext
import json
import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

import pytest

from scenarios import texts
from scenarios.texts import language, speak
from scenarios.yaml12 import parse

CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопщрстувшжыз") | str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБЦДЕФГХИЙКЛМНОПЩРСТУВШЖЫЗ"
)
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπϙρστυωϝχθζ") | str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠϘΡΣΤΥΩϜΧΘΖ"
)
PLACEHOLDER = re.compile(r"(\{\{|\}\}|\{[^{}]*\})")
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]{2,}")
ID = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*|[A-Z]\d+|\d[\d.]*")
"""What is no text in a scenario: names of things, and codes."""


def foreign(message: str) -> str:
    """A sentence of the program in its other letters, placeholders as they were; long words are longer by one."""
    parts = PLACEHOLDER.split(message)
    return "".join(part if at % 2 else _longer(part).translate(CYRILLIC) for at, part in enumerate(parts))


def said(message: str, **values: object) -> str:
    """What the program says instead of an English sentence, with its values."""
    return foreign(message).format(**values) if values else foreign(message)


def typed(words: str) -> str:
    """What somebody typed, in Greek letters."""
    return words.translate(GREEK)


def strange(scenario: str) -> str:
    """A written scenario with every text in Greek letters; names of things stay as they are."""
    return json.dumps(_strange(parse(scenario, "scenario.yaml").data), ensure_ascii=False, indent=1)


def not_said(screen: str, allowed: Collection[str] = ()) -> list[str]:
    """The Latin words on a screen that were not translated, with their lines; a dialog may cut an allowed one."""
    return [
        f"{word}: {line.strip()}"
        for line in screen.splitlines()
        for word in LATIN.findall(line)
        if not any(word in name for name in allowed)
    ]


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Let the terminal speak the language that nobody speaks; gives its code. It counts and dates as French does."""
    catalogue = Catalogue()
    monkeypatch.setattr("scenarios.texts._catalogue", lambda code: catalogue)
    before = language()
    speak("fr")
    yield "fr"
    speak(before)


class Catalogue(gettext.NullTranslations):
    """Translates the sentences that translators get, and no others."""

    def gettext(self, message: str) -> str:
        """A sentence; one that was put together before it was said is not found, and stays as it is."""
        return foreign(message) if message in _known() else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A sentence about a number."""
        return foreign(msgid1 if n == 1 else msgid2) if msgid1 in _known() else msgid2

    def pgettext(self, context: str, message: str) -> str:
        """A word in its context."""
        return foreign(message) if f"{context}\4{message}" in _known() else message


_FRENCH = texts._catalogue("fr")
"""The catalogue that says everything (`tests/architecture/test_texts.py`), taken before another stands in its place."""


@cache
def _known() -> frozenset[str]:
    """Everything that translators get: sentences, those for one thing, words after their context."""
    return frozenset(key if isinstance(key, str) else key[0] for key in vars(_FRENCH)["_catalog"])


def _longer(text: str) -> str:
    return re.sub(r"[a-z]{3}([a-z])\b", r"\g<0>\1", text)


def _strange(node: Any, key: str = "") -> Any:
    if isinstance(node, dict):
        return {name: _strange(value, str(name)) for name, value in node.items()}
    if isinstance(node, list):
        return [_strange(value, key) for value in node]
    if isinstance(node, str) and key not in ("version",) and not ID.fullmatch(node) and "_" not in node:
        return typed(node)
    return node
