"""Keeping what was chosen in the program: the rest of the file stays as somebody wrote it."""

import os
import re
from pathlib import Path

from scenarios.texts import tr
from simulator.tui.settings.reading import place

_TABLE = re.compile(r"\s*\[")


def keep(name: str, value: str | bool | int, file: Path | None = None) -> Path:
    """Write one setting; comments and lines that nobody knows stay. Raises OSError."""
    file = Path(os.path.realpath(place() if file is None else file))  # a link to a file elsewhere stays one
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        text = "# " + tr("Good Offices. `goodoffices settings --sample` shows everything that can stand here.") + "\n"
    except UnicodeDecodeError as error:
        raise OSError(0, tr("it is not written in UTF-8"), str(file)) from error
    said = str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else f'"{value}"'
    _write(file, _with(text, name, f"{name} = {said}"))
    return file


def _with(text: str, name: str, line: str) -> str:
    rows = text.splitlines()
    first = next((at for at, row in enumerate(rows) if _TABLE.match(row)), len(rows))
    there = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=[^#]*(?P<note>#.*)?$""")
    for at, row in enumerate(rows[:first]):
        found = there.match(row)
        if found:
            rows[at] = f"{line}  {found['note']}" if found["note"] else line
            return "\n".join(rows) + "\n"
    while first and not rows[first - 1].strip():
        first -= 1
    rows.insert(first, line)
    return "\n".join(rows) + "\n"


def _write(file: Path, text: str) -> None:
    """Put the file in place whole, for its owner only."""
    import tempfile  # only where something is written

    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)  # mkstemp makes it 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as made:
            made.write(text)
        os.replace(name, file)
    except BaseException:
        os.unlink(name)
        raise
