"""The designer's own editor, opened at a line."""

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

from scenarios.texts import tr

USUAL = ("nano", "vim", "vi")
"""What is opened where nobody chose an editor; the first that is there."""

_PLUS = frozenset({"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "micro", "kak", "joe", "jed", "mg", "ne"})
"""Editors that take `+LINE FILE`."""
_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor"})
"""Editors that take `-g FILE:LINE:COLUMN`."""
_COLON = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that take `FILE:LINE:COLUMN`."""
_WINDOWS = _GOTO | {"subl", "zed"}
"""Editors that have a window of their own."""
_WAIT = ("-w", "--wait")


class NoEditor(Exception):
    """There is no editor to open; the message says how to name one."""


def chosen(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The editor's words, from VISUAL or EDITOR, else a usual one. Raises NoEditor."""
    for name in ("VISUAL", "EDITOR"):
        try:
            words = tuple(shlex.split(environment.get(name, "")))
        except ValueError:
            words = ()
        if words:
            if shutil.which(os.path.expanduser(words[0]), path=environment.get("PATH")) is None:
                raise NoEditor(tr("{name} names “{editor}”, which is not there.", name=name, editor=words[0]))
            return (os.path.expanduser(words[0]), *words[1:])
    for editor in USUAL:
        if shutil.which(editor, path=environment.get("PATH")) is not None:
            return (editor,)
    raise NoEditor(tr("There is no editor here. Leave, and name yours first: export EDITOR=/usr/bin/nano"))


def has_window(editor: tuple[str, ...]) -> bool:
    """Whether an editor leaves the terminal alone."""
    return os.path.basename(editor[0]) in _WINDOWS


def at_line(editor: tuple[str, ...], file: Path, line: int, column: int) -> list[str]:
    """The words that open a file at a line in an editor; just the file in one that is not known."""
    name = os.path.basename(editor[0])
    words = [word for word in editor if word not in _WAIT] if has_window(editor) else list(editor)
    if name in _GOTO:
        return [*words, "-g", f"{file}:{line}:{column}"]
    if name in _COLON:
        return [*words, f"{file}:{line}:{column}"]
    if name in _PLUS:
        return [*words, f"+{line}", str(file)]
    return [*words, str(file)]
