"""The condition of a journal before an exercise: what holds it, and how much room is left."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from simulator.journal.place import is_url
from simulator.journal.sqlite import MANY_WRITERS, driver
from simulator.journal.store import Journal


@dataclass(frozen=True, slots=True)
class Condition:
    """What holds a journal."""

    server: bool
    """Whether it lies on a server, and not in a file of this machine."""
    many_writers: bool
    """Whether several terminals write in it without waiting for each other."""
    sqlite: str
    """The version of SQLite; empty where there is a server."""
    folder: str
    """The folder of the file; empty where there is a server."""
    free: int | None
    """Bytes that are free there; None where nobody can tell."""


def condition(journal: Journal) -> Condition:
    """The condition of an open journal."""
    if is_url(journal.database.where):
        return Condition(True, True, "", "", None)
    folder = Path(journal.database.where).parent
    try:
        free: int | None = shutil.disk_usage(folder).free
    except OSError:
        free = None
    return Condition(False, MANY_WRITERS, str(driver.sqlite_version), str(folder), free)
