"""What tells a saved case from the one before: a few looks in a second, which every file system allows."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scenarios.folder import CASE_FILE

SETTLED = 0.05
"""Seconds without a change after which a save is taken to be whole: many editors write twice, or rename."""
GONE = 0.5
"""Seconds after which a file that vanished is taken to be gone, and not about to be renamed into place."""
MOST_FILES = 200
_KINDS = (".yaml", ".yml", ".po")

Stamp = dict[str, tuple[int, int, int]]


def names(files: Sequence[Path]) -> set[str]:
    """All files that may belong to these cases; a case in a folder of its own has all texts of the folder."""
    return {str(file) for file in files} | {
        name for file in files if file.name == CASE_FILE for name in _inside(file.parent)
    }


def stamp(wanted: Iterable[str]) -> Stamp:
    """What tells each saved file from the one before: its time, size and number. What does not exist has none."""
    found: Stamp = {}
    for name in wanted:
        try:
            seen = os.stat(name)
        except (OSError, ValueError):
            continue
        found[name] = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
    return found


def _inside(folder: Path, depth: int = 3) -> Iterator[str]:
    """The texts in a folder and those inside it, so many and so deep as a case may need."""
    count = 0
    waiting = [(str(folder), depth)]
    while waiting:
        place, left = waiting.pop()
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    count += 1
                    if count > MOST_FILES:
                        return
                    if entry.name.endswith(_KINDS):
                        yield entry.path
                    elif left and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                        waiting.append((entry.path, left - 1))
        except OSError:
            continue
