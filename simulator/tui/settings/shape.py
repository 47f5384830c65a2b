"""The settings: their keys, what each may hold, and what holds without a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from scenarios.texts import INTERFACE, mark

THEMES: Mapping[str, str] = {
    "dark": mark("Dark"),
    "light": mark("Light"),
    "contrast": mark("High contrast"),
    "okabe-ito": mark("Okabe-Ito, safe for colour-blind eyes"),
    "terminal-dark": mark("The terminal's own colours, dark"),
    "terminal-light": mark("The terminal's own colours, light"),
}
"""The themes by the names that the file knows, and what they are called."""

IDLE = 90
"""Seconds without a key or the mouse after which a seat is locked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen; a field that nobody chose holds what the program does by itself."""

    language: str | None = None
    """The language of the program; None is that of the environment."""
    theme: str = "dark"
    animations: bool = True
    idle: int = IDLE
    keep_days: int = 0
    """Days for which the record of a new session is kept; 0 promises nothing."""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Keys by the id of what they do."""


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the file: what may stand in it, and what it is for."""

    name: str
    kind: type
    meaning: str
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0


KEYS: tuple[Key, ...] = (
    Key("language", str, mark("The language of the program; without it, that of the environment."), INTERFACE),
    Key("theme", str, mark("The colours of the screens."), tuple(THEMES)),
    Key("animations", bool, mark("Whether anything on the screen may move by itself.")),
    Key("idle", int, mark("Seconds without a key or the mouse after which a seat is locked."), low=15, high=3600),
    Key(
        "keep_days",
        int,
        mark(
            "Days for which the record of a new session is kept; 0 says nothing. `goodoffices forget --due` heeds it."
        ),
        low=0,
        high=36500,
    ),
)
"""What the file may say before its table of keys."""

KEYMAP = "keys"
"""The table of the file that holds the keys."""
