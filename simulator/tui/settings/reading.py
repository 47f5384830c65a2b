"""Reading the settings: what is wrong is told with its line and a remedy, and what is left out holds by default."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scenarios.texts import tr
from simulator.tui.settings.shape import KEYMAP, KEYS, Key, Settings

VARIABLE = "GOODOFFICES_CONFIG"
"""The environment variable that names another file."""
THEME_VARIABLE = "GOODOFFICES_THEME"
"""The environment variable that chooses the theme."""
LARGEST = 256 * 1024
"""Bytes of a file that is read at all."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something in the file that is not heeded, and what to do about it."""

    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        """Both in a row, with the line where it is known."""
        said = f"{self.what} {self.remedy}".strip()
        return tr("Line {n}: {said}", n=self.line, said=said) if self.line else said


@dataclass(frozen=True, slots=True)
class Found:
    """The settings that hold, where they come from, and what in them is wrong."""

    settings: Settings
    file: Path
    there: bool = False
    wrong: tuple[Wrong, ...] = ()


def place(environment: Mapping[str, str] = os.environ) -> Path:
    """The file of the settings, whether it is there or not."""
    named = environment.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path  # a file that is named is found without it

    return user_config_path("good-offices", appauthor=False) / "settings.toml"


def read(file: Path | None = None, environment: Mapping[str, str] = os.environ) -> Found:
    """The settings: the environment goes before the file. Never raises: what is wrong is among the findings."""
    file = place(environment) if file is None else file
    found = _read_file(file)
    theme = environment.get(THEME_VARIABLE, "")
    if not theme:
        return found
    wrong: list[Wrong] = []
    chosen = _value(next(k for k in KEYS if k.name == "theme"), theme, 0, wrong)
    return Found(_with(found.settings, {"theme": chosen} if chosen else {}), file, found.there, (*found.wrong, *wrong))


def _read_file(file: Path) -> Found:
    try:
        if file.stat().st_size > LARGEST:
            return Found(Settings(), file, True, (_unreadable(file, tr("It is too large.")),))
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Found(Settings(), file)
    except OSError as error:
        return Found(Settings(), file, True, (_unreadable(file, error.strerror or str(error)),))
    except UnicodeDecodeError:
        return Found(Settings(), file, True, (_unreadable(file, tr("It is not UTF-8 text.")),))
    import tomllib  # most accounts have no file

    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        what = tr("The settings cannot be read as TOML; nothing in them holds.")
        remedy = tr("Mend this line: goodoffices settings --sample shows how the file is written.")
        return Found(Settings(), file, True, (Wrong(int(line[1]) if line else 0, what, remedy),))
    wrong: list[Wrong] = []
    settings = _settings(data, text.splitlines(), wrong)
    return Found(settings, file, True, tuple(sorted(wrong, key=lambda w: w.line)))


def _unreadable(file: Path, why: str) -> Wrong:
    return Wrong(0, tr("The settings cannot be read: {file}.", file=file), why)


def _settings(data: Mapping[str, Any], rows: list[str], wrong: list[Wrong]) -> Settings:
    """What the file says, as far as it is right."""
    known = {key.name: key for key in KEYS}
    made: dict[str, Any] = {}
    for name, value in data.items():
        if name == KEYMAP:
            made["keys"] = _keymap(value, rows, wrong)
        elif name in known:
            heeded = _value(known[name], value, line_of(rows, name), wrong)
            if heeded is not None:
                made[name] = heeded
        else:
            what = tr("There is no setting “{name}”.", name=name)
            wrong.append(Wrong(line_of(rows, name), what, _nearest(name, (*known, KEYMAP))))
    return _with(Settings(), made)


def _value(key: Key, value: Any, line: int, wrong: list[Wrong]) -> Any:
    """The value where it is one that the key may hold, otherwise None."""
    if key.kind is bool and not isinstance(value, bool):
        said = tr("Write true or false, without quotation marks.")
    elif key.kind is int and (isinstance(value, bool) or not isinstance(value, int)):
        said = tr("Write a whole number.")
    elif key.kind is int and not key.low <= value <= key.high:
        said = tr("Write a whole number from {low} to {high}.", low=key.low, high=key.high)
    elif key.kind is str and not isinstance(value, str):
        said = tr("Write it in quotation marks.")
    elif key.choices and value not in key.choices:
        said = _nearest(value, key.choices)
    else:
        return value
    shown = value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else value
    wrong.append(Wrong(line, tr("“{value}” is nothing that {name} can be.", value=shown, name=key.name), said))
    return None


def _keymap(value: Any, rows: list[str], wrong: list[Wrong]) -> Mapping[str, str]:
    """The keys of the file by the id of what they do; whether ids and keys exist, the screens know."""
    if not isinstance(value, Mapping):
        what = tr("“{name}” is a table.", name=KEYMAP)
        wrong.append(Wrong(line_of(rows, KEYMAP), what, tr("Write [{name}] on a line of its own.", name=KEYMAP)))
        return {}
    made: dict[str, str] = {}
    for name, keys in _flat(value):
        if isinstance(keys, str):
            made[name] = keys
        else:
            what = tr("The key of “{name}” is no text.", name=name)
            wrong.append(Wrong(line_of(rows, name), what, tr("Write it in quotation marks.")))
    return made


def _flat(table: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """The ids of a table: `console.run` may be written with quotation marks or, as TOML has it, without."""
    found: list[tuple[str, Any]] = []
    for name, value in table.items():
        found += _flat(value, f"{before}{name}.") if isinstance(value, Mapping) else [(before + name, value)]
    return found


def line_of(rows: list[str], name: str) -> int:
    """The line on which a key stands, from 1; 0 where it is not found."""
    key = re.compile(rf"""\s*(?:\[\s*)?["']?{re.escape(name)}["']?\s*(?:=|\])""")
    last = re.compile(rf"""\s*["']?{re.escape(name.rsplit(".", 1)[-1])}["']?\s*=""")
    for wanted in (key, last):
        for at, row in enumerate(rows, 1):
            if wanted.match(row):
                return at
    return 0


def _nearest(name: object, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # a slip is rare

    near = get_close_matches(str(name), known, n=1, cutoff=0.5)
    if near:
        return tr("Did you mean “{name}”?", name=near[0])
    return tr("It can be: {all}.", all=", ".join(known))


def _with(settings: Settings, made: Mapping[str, Any]) -> Settings:
    return replace(settings, **made)
