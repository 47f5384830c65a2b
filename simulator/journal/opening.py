"""Which database a place means: the library of a server is loaded only where a server is meant."""

import os

from scenarios.texts import tr
from simulator.journal.database import Database
from simulator.journal.errors import JournalError
from simulator.journal.place import default_place, is_url


def opened(place: str | os.PathLike[str] | None) -> Database:
    """The database at a path or URL, or the user's own; it is made if there is none. Raises JournalError."""
    place = default_place() if place is None else place
    if not is_url(place):
        from simulator.journal.sqlite import Database as File

        return File(place)
    try:
        from simulator.journal.postgres import Database as Server
    except ImportError as error:
        raise JournalError(
            tr(
                "A journal in PostgreSQL needs the driver psycopg, which cannot be loaded here ({reason}). "
                "Install it: {command}",
                reason=error,
                command='pip install "good-offices[postgres]"',
            )
        ) from error
    return Server(str(place))
