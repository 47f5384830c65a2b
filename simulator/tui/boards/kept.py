"""Rows that are made once and kept as long as what they show stays the same, so that long lists follow every event."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from textual.content import Content

from scenarios.texts import language

Shown = TypeVar("Shown")


class Kept:
    """The rows of one list, by name."""

    def __init__(self) -> None:
        self._about: object = None
        self._rows: dict[str, tuple[object, Content]] = {}

    def rows(
        self, things: Iterable[tuple[str, Shown]], make: Callable[[Shown], Content], about: object = None
    ) -> list[tuple[str, Content]]:
        """A row for each thing, in their order. One is made anew when its thing is another object, or `about` differs,
        or another language is spoken.

        Things never change, so that the same object makes the same row; `about` is all else that rows depend on.
        """
        about = language(), about
        before = self._rows if about == self._about else {}
        self._about, self._rows = about, {}
        for name, thing in things:
            kept = before.get(name)
            self._rows[name] = kept if kept is not None and kept[0] is thing else (thing, make(thing))
        return [(name, content) for name, (_, content) in self._rows.items()]
