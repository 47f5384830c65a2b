"""The door to SQLite: a safe version, a file that is ours, settings that hold."""

import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from scenarios.texts import mark, tr
from simulator.journal.database import Row
from simulator.journal.errors import Away, JournalError
from simulator.journal.place import publish, reserve, settle
from simulator.journal.tables import APPLICATION, GUARDS, STEPS, VERSION, statements

BUSY_SECONDS = 5.0
OLDEST = (3, 37, 0)
"""The first SQLite that knows STRICT tables."""


def is_safe(version: tuple[int, ...]) -> bool:
    """Whether several writers are safe in WAL mode: the WAL-reset fault is mended in 3.51.3, 3.50.7 and 3.44.6."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def _chosen() -> Any:
    """The interpreter's SQLite, or the wheel's where the interpreter's has the fault; exactly one is ever opened."""
    if is_safe(sqlite3.sqlite_version_info):
        return sqlite3
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return sqlite3
    return dbapi2 if dbapi2.sqlite_version_info > sqlite3.sqlite_version_info else sqlite3


driver: Any = _chosen()
MANY_WRITERS: bool = is_safe(driver.sqlite_version_info)
"""Whether WAL may be used. Without it the journal falls back to a rollback journal, which is safe and slower."""

_SAID = {
    5: mark("another terminal holds it and does not let go. Try again; a stopped program may have to be ended"),
    6: mark("another terminal holds it and does not let go. Try again; a stopped program may have to be ended"),
    8: mark("it may not be written. Check the permissions of the file and of its folder"),
    10: mark("the disk refused to write or read. It may be full or failing: make room or check it, then go on"),
    11: mark("it is damaged. Export the sessions that can still be read, or restore a copy"),
    13: mark("the disk is full. Make room, then go on: nothing that was confirmed is lost"),
    14: mark("it cannot be opened. Check that the folder is there, may be written, and that the disk is not full"),
    26: mark("this is not a journal of Good Offices. Name another file"),
}


_PASSING = frozenset({5, 6, 8, 10, 13, 14})
"""What somebody can put right while the terminals stay open."""


def trouble(error: Exception, path: Path) -> JournalError:
    """What went wrong in SQLite, for people."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    said = _SAID.get(code & 0xFF)
    kind = Away if code & 0xFF in _PASSING else JournalError
    return kind(tr("{path}: the journal was not changed: {said}.", path=path, said=tr(said) if said else error))


class Database:
    """An open journal file. It belongs to the thread that opened it, and is never carried over a fork."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Open the journal, or make it. Raises JournalError; a file that is refused is left as it was."""
        self.path = settle(path)
        self.where = str(self.path)
        try:
            if not self.path.exists():
                _make(self.path)
            _identify(self.path)
            self._connection = _connected(self.path)
            self._inode = self._now_there()
        except driver.Error as error:
            raise trouble(error, self.path) from error
        except OSError as error:
            raise JournalError(
                tr("{path}: no journal can be kept here: {reason}.", path=self.path, reason=error.strerror)
            ) from error
        self._writes = 0
        self._patient = True

    def close(self) -> None:
        """Let go of the file."""
        with suppress(driver.Error):
            self._connection.close()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a question."""
        try:
            found: list[Row] = self._connection.execute(sql, values).fetchall()
        except driver.Error as error:
            raise trouble(error, self.path) from error
        return found

    def one(self, sql: str, *values: object) -> Row | None:
        """The first row of a question."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def state(self) -> tuple[int, int]:
        """Differs from an earlier answer when anybody has written since; costs no reading."""
        self._still_there()
        row = self.one("PRAGMA data_version")
        return (row[0] if row else 0, self._writes)

    @contextmanager
    def writing(self, about: str) -> Iterator[Any]:
        """A transaction that nobody else can write beside; it is on the disk when the block has ended."""
        self._still_there()
        if self._connection.in_transaction:
            yield self._connection
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._be_patient(True)
            try:
                _raise_layout(self._connection, self.path)
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    with suppress(driver.Error):
                        self._connection.execute("ROLLBACK")
                raise
        except driver.Error as error:
            found = trouble(error, self.path)
            self._be_patient(not isinstance(found, Away))
            raise found from error
        self._writes += 1

    @contextmanager
    def forgetting(self, sessions: Sequence[str]) -> Iterator[Any]:
        """A transaction without the guards of what is only ever added to; they stand again when it has ended."""
        self._do("PRAGMA secure_delete=ON")
        with self.writing(" ".join(sessions)) as connection:
            for guard in GUARDS:
                connection.execute(f"DROP TRIGGER {guard}")
            yield connection
            for guard in GUARDS.values():
                connection.execute(guard)

    def scrub(self) -> None:
        """Write the file anew from what is left, and empty the write-ahead log.

        Pages keep pieces of rows that were moved, so overwriting what is deleted is not enough.
        """
        self._still_there()
        self._do("VACUUM")
        row = self.one("PRAGMA wal_checkpoint(TRUNCATE)")
        self._writes += 1
        if row is not None and row[0]:
            raise Away(
                tr(
                    "{path}: an open program still reads what was taken away, and keeps it in the file {log}. Close "
                    "all terminals of this journal.",
                    path=self.path,
                    log=f"{self.path.name}-wal",
                )
            )

    def _do(self, sql: str) -> None:
        try:
            self._connection.execute(sql).fetchall()
        except driver.Error as error:
            raise trouble(error, self.path) from error

    def _be_patient(self, patient: bool) -> None:
        """How long to wait for others: hardly at all while somebody holds on to it, or the screen would stand still."""
        if patient is not self._patient:
            self._patient = patient
            self._connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000) if patient else 50}")

    def faults(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file."""
        return tuple(str(row[0]) for row in self.rows("PRAGMA integrity_check") if row[0] != "ok")

    def _still_there(self) -> None:
        if self._now_there() != self._inode:
            raise Away(
                tr(
                    "{path}: the journal was moved, replaced or removed while it was open. Nothing was saved. "
                    "Put it back, or export the session and import it into another journal.",
                    path=self.path,
                )
            )

    def _now_there(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def _make(path: Path) -> None:
    """A new journal, complete before it has its name, so that a crash leaves either nothing or all of it."""
    if driver.sqlite_version_info < OLDEST:
        raise JournalError(
            tr(
                "SQLite {version} is too old to keep a journal. Install pysqlite3, or a newer Python.",
                version=driver.sqlite_version,
            )
        )
    beside = reserve(path, f"{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with closing(driver.connect(str(beside), isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous=EXTRA")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"PRAGMA application_id={APPLICATION}")
            connection.execute(f"PRAGMA user_version={VERSION}")
            for statement in statements():
                connection.execute(statement)
            connection.execute("COMMIT")
            if MANY_WRITERS:
                connection.execute("PRAGMA journal_mode=WAL")
        publish(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _identify(path: Path) -> None:
    """Refuse what is not a journal of this layout, by its header alone: nothing is written, locked or recovered."""
    with closing(driver.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)) as connection:
        # Or SQLite measures the file first; a checkpoint cut short by a crash would then look like damage.
        connection.execute("PRAGMA writable_schema=ON")
        application = _pragma(connection, "application_id")
        version = _pragma(connection, "user_version")
    if application != APPLICATION:
        raise JournalError(
            tr("{path}: this is a database, but not a journal of Good Offices. Name another file.", path=path)
        )
    _of_this_version(path, version)


def _of_this_version(path: Path, version: object) -> None:
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise JournalError(
            tr(
                "{path}: this journal has layout {version}, and this program knows layouts up to {known}: a newer "
                "program made it. Use that program, or name another journal. Nothing was changed.",
                path=path,
                version=version,
                known=VERSION,
            )
        )


def _raise_layout(connection: Any, path: Path) -> None:
    """Bring an older journal to this layout, step by step, within the first transaction that writes to it."""
    version = _pragma(connection, "user_version")
    if version == VERSION:
        return
    _of_this_version(path, version)
    assert isinstance(version, int)
    for step in STEPS[version - 1 :]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={VERSION}")


def _connected(path: Path) -> Any:
    connection = driver.connect(f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA query_only=ON")
        connection.execute("BEGIN")  # or another terminal may raise the layout between the two questions
        version = _pragma(connection, "user_version")
        _of_this_version(path, version)
        there = _tables(connection)
        connection.execute("COMMIT")
        if there != _expected_tables(version):
            raise JournalError(
                tr(
                    "{path}: the tables of this file are not those of a journal: somebody has changed them, and they "
                    "could act on what is saved. Nothing was changed. Import its sessions from an export instead.",
                    path=path,
                )
            )
        connection.execute("PRAGMA query_only=OFF")
        mode = _pragma(connection, "journal_mode")
        if mode == "wal" and not MANY_WRITERS:
            mode = _pragma(connection, "journal_mode=DELETE")
            if mode != "delete":
                raise JournalError(
                    tr(
                        "{path}: SQLite {version} here is not safe beside other writers, and another program has this "
                        "journal open. Close it, or install pysqlite3.",
                        path=path,
                        version=driver.sqlite_version,
                    )
                )
        settings: dict[str, int] = {
            "synchronous": 2 if mode == "wal" else 3,  # FULL; EXTRA also syncs the folder of the rollback journal
            "busy_timeout": int(BUSY_SECONDS * 1000),
            "foreign_keys": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
        }
        for name, value in settings.items():
            connection.execute(f"PRAGMA {name}={value}")
            if _pragma(connection, name) != value:
                raise JournalError(
                    tr(
                        "{path}: this SQLite does not keep the setting {setting}. Use another build.",
                        path=path,
                        setting=f"{name}={value}",
                    )
                )
    except BaseException:
        connection.close()
        raise
    return connection


def _pragma(connection: Any, name: str) -> object:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def _tables(connection: Any) -> frozenset[Row]:
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master"))


@cache
def _expected_tables(version: object) -> frozenset[Row]:
    assert isinstance(version, int)
    with closing(driver.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements(version):
            connection.execute(statement)
        return _tables(connection)
