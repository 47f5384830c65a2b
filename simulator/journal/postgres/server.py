"""A journal on a server: one connection, which listens for news, and is made anew when it was lost."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from queue import Empty, SimpleQueue
from threading import Event as Sign
from threading import Thread
from time import monotonic
from typing import Any, TypeAlias

import psycopg
from psycopg import Notify
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import Literal

from scenarios.texts import tr
from simulator.journal.database import Row
from simulator.journal.errors import Away, JournalError
from simulator.journal.place import shown
from simulator.journal.postgres import tables
from simulator.journal.postgres.trouble import trouble
from simulator.journal.tables import APPLICATION, VERSION

Connection: TypeAlias = psycopg.Connection[Row]

CHANNEL = "good_offices"
OLDEST = 140000
"""The oldest PostgreSQL that is still mended."""
_LAYOUT = "SELECT layout FROM journal WHERE application = {}"
AGAIN = 1.0
"""Seconds between two attempts to reach a server that went away."""

_REACHING: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8000,
    "application_name": "good-offices",
    "client_encoding": "UTF8",
}

_SETTINGS = {
    "synchronous_commit": "on",
    "statement_timeout": "8s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "20s",
    "search_path": f"{tables.SCHEMA}, pg_catalog, pg_temp",
    "default_transaction_isolation": "read committed",
    "bytea_output": "hex",
}


class Database:
    """An open journal on a server. It belongs to the thread that opened it, and is never carried over a fork."""

    def __init__(self, url: str) -> None:
        """Open the journal, or make it. Raises JournalError."""
        self.where = shown(url)
        self._url = url
        self._news = 0
        self._writes = 0
        self._gone: str | None = None
        """What to say while there is no connection."""
        self._call: _Call | None = None
        self._hand: Hand | None = None
        """What writes in the transaction that is open."""
        self._not_before = 0.0
        self._take(self._reached())

    def close(self) -> None:
        """Let go of the server."""
        if self._call is not None:
            self._call.hang_up()
            self._call = None
        with suppress(psycopg.Error):
            self._connection.close()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a question."""
        connection = self._there()
        try:
            return connection.execute(_asked(sql), values).fetchall()
        except psycopg.Error as error:
            raise self._trouble(error) from error

    def one(self, sql: str, *values: object) -> Row | None:
        """The first row of a question."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def state(self) -> tuple[int, int]:
        """Differs from an earlier answer when anybody has written since; asks the server nothing."""
        line = self._there().pgconn
        try:
            line.consume_input()
            while (heard := line.notifies()) is not None:
                self._news += heard.be_pid != line.backend_pid
        except psycopg.Error as error:
            raise self._trouble(error) from error
        return self._news, self._writes

    @contextmanager
    def writing(self, about: str) -> Iterator["Hand"]:
        """A transaction; nobody else writes about the same meanwhile. Others hear of it when it is on the disk."""
        connection = self._there()
        if self._hand is not None:
            yield self._hand
            return
        try:
            try:
                self._begin(connection, about)
                self._hand = hand = Hand(connection)
                yield hand
                self._commit(connection, about if hand.wrote else None)
            except BaseException:
                with suppress(psycopg.Error):
                    if not connection.closed:
                        connection.execute("ROLLBACK")
                raise
        except psycopg.Error as error:
            raise self._trouble(error) from error
        finally:
            self._hand = None
        self._writes += 1

    @contextmanager
    def forgetting(self, sessions: Sequence[str]) -> Iterator["Hand"]:
        """A transaction without the guards of what is only ever added to. The owner of the tables alone may do that."""
        with self.writing("sessions") as hand:
            for session in sorted(sessions):  # or who has read the last seal of one would add to a chain that is gone
                hand.execute("SELECT pg_advisory_xact_lock(?)", (_key(session),))
            hand.execute("LOCK TABLE sessions, events, commands IN SHARE ROW EXCLUSIVE MODE")  # in the writers' order
            tables.put_guards(hand, False)
            yield hand
            tables.put_guards(hand, True)

    def scrub(self) -> None:
        """Write the tables anew from what is left, and what the server noted of their columns to plan questions.

        The server's log of what it writes (`pg_wal`), its archives and its backups are beyond the reach of a program.
        """
        connection = self._there()
        try:
            connection.execute("SET statement_timeout = 0")
            try:
                for statement in tables.SCRUB:
                    connection.execute(statement.encode())
                with suppress(psycopg.errors.InsufficientPrivilege):  # it comes by itself within minutes
                    connection.execute("CHECKPOINT")
            finally:
                connection.execute(f"SET statement_timeout = '{_SETTINGS['statement_timeout']}'".encode())
        except psycopg.Error as error:
            raise self._trouble(error) from error
        self._writes += 1

    def _begin(self, connection: Connection, about: str) -> None:
        """Begin a transaction and wait for the lock, in one message: others wait for each answer on the way here."""
        answers = connection.execute(
            f"BEGIN; SELECT pg_advisory_xact_lock({_key(about)}); {_LAYOUT.format(APPLICATION)}", prepare=False
        )
        while answers.nextset():
            pass
        row = answers.fetchone()
        if row is None or row[0] != VERSION:  # a newer program may have raised it while this one had the journal open
            tables.of_this_version(self.where, row[0] if row else None)

    def _commit(self, connection: Connection, about: str | None) -> None:
        """End it, and tell the others what it was about, in one message."""
        told = ""
        if about is not None:
            name = Literal(about).as_string(connection)
            told = (
                f"SELECT pg_notify('{CHANNEL}', {name} || ' ' || "
                f"(SELECT coalesce(max(number), 0) FROM events WHERE session = {name})); "
            )
        connection.execute(f"{told}COMMIT".encode(), prepare=False)

    def faults(self) -> tuple[str, ...]:
        """Nothing: a server looks after its own files, and the seals of the events are looked at elsewhere."""
        return ()

    def _there(self) -> Connection:
        """The connection. Raises Away while there is none; meanwhile a thread of its own makes a new one."""
        if self._gone is None and self._connection.closed:
            self._gone = str(trouble(psycopg.OperationalError(), self.where))
        if self._gone is not None and not self._is_back():
            raise Away(self._gone)
        return self._connection

    def _is_back(self) -> bool:
        if self._call is None:
            if monotonic() < self._not_before:
                return False
            self._call = _Call(self._reached)
        answer = self._call.answer()
        if answer is None:
            return False
        self._call = None
        self._not_before = monotonic() + AGAIN
        if isinstance(answer, BaseException):
            self._gone = str(answer)
            return False
        self._take(answer)
        return True

    def _take(self, connection: Connection) -> None:
        connection.add_notify_handler(self._heard)
        self._connection = connection
        self._gone = None
        self._news += 1

    def _heard(self, notify: Notify) -> None:
        """News that came with the answer to a question."""
        self._news += notify.pid != self._connection.pgconn.backend_pid

    def _trouble(self, error: psycopg.Error) -> JournalError:
        said = trouble(error, self.where)
        if self._connection.closed:
            with suppress(psycopg.Error):
                self._connection.close()
            self._gone = str(said)
            return Away(self._gone)
        return said

    def _reached(self) -> Connection:
        """A new connection, ready for use; touches nothing that belongs to the thread that plays."""
        try:
            if not all(port.isdecimal() for port in str(conninfo_to_dict(self._url).get("port", 0)).split(",")):
                raise psycopg.ProgrammingError
            connection = psycopg.connect(self._url, autocommit=True, **_REACHING)
        except psycopg.ProgrammingError:  # the driver's own message may show what the URL holds
            raise JournalError(
                tr(
                    "{path}: this is no URL of a PostgreSQL. One looks like postgresql://user@host/database",
                    path=self.where,
                )
            ) from None
        except psycopg.Error as error:
            raise trouble(error, self.where, connecting=True) from None
        try:
            self._prepare(connection)
        except psycopg.Error as error:
            connection.close()
            raise trouble(error, self.where) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: Connection) -> None:
        settings = ", ".join("set_config(%s, %s, false)" for _ in _SETTINGS)
        connection.execute(f"SELECT {settings}", [part for setting in _SETTINGS.items() for part in setting])
        row = connection.execute(
            "SELECT current_setting('fsync'), current_setting('server_encoding'), "
            "current_setting('synchronous_commit'), current_setting('server_version_num')::int"
        ).fetchone()
        assert row is not None
        fsync, encoding, waits, version = row
        if fsync != "on" or waits != "on":
            raise JournalError(
                tr(
                    "{path}: this server does not wait for its disk (`fsync` or `synchronous_commit` is off): what is "
                    "confirmed would not be safe. Turn it on there.",
                    path=self.where,
                )
            )
        if encoding != "UTF8" or version < OLDEST:
            raise JournalError(
                tr(
                    "{path}: a journal needs PostgreSQL {oldest} or newer and a database in UTF8; this is {version} in "
                    "{encoding}.",
                    path=self.where,
                    oldest=OLDEST // 10000,
                    version=version // 10000,
                    encoding=encoding,
                )
            )
        self._settle(connection)
        connection.execute(f"LISTEN {CHANNEL}")

    def _settle(self, connection: Connection) -> None:
        """Make the tables, or make sure that they are ours, in this layout, and as they were made."""
        if not _has_tables(connection):
            with connection.transaction():
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (_key("tables"),))
                if not _has_tables(connection):
                    if connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (tables.SCHEMA,)).fetchone():
                        self._refuse_foreign(connection)
                    else:
                        connection.execute(f"CREATE SCHEMA {tables.SCHEMA}")
                    tables.make(connection)
        version = tables.of_this_version(self.where, _layout(connection))
        if version < VERSION:
            with connection.transaction():
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (_key("tables"),))
                version = tables.of_this_version(self.where, _layout(connection))
                if version < VERSION:
                    tables.raise_layout(connection, version)
        if not tables.as_they_should_be(connection):
            raise JournalError(
                tr(
                    "{path}: the tables of this database are not those of a journal: somebody has changed them, and "
                    "they could act on what is saved. Nothing was changed. Name another database.",
                    path=self.where,
                )
            )

    def _refuse_foreign(self, connection: Connection) -> None:
        found = connection.execute(
            "SELECT 1 FROM pg_class WHERE relnamespace = %s::regnamespace UNION ALL "
            "SELECT 1 FROM pg_proc WHERE pronamespace = %s::regnamespace",
            (tables.SCHEMA, tables.SCHEMA),
        ).fetchone()
        if found:
            raise JournalError(
                tr(
                    "{path}: the schema {schema} of this database holds something else than a journal of Good Offices. "
                    "Name another database.",
                    path=self.where,
                    schema=tables.SCHEMA,
                )
            )


class Hand:
    """What writes within a transaction, with `?` for values."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.wrote = False
        """Whether there is news for others."""

    def execute(self, sql: str, values: Sequence[object] = (), /) -> psycopg.Cursor[Row]:
        """Do one thing."""
        self.wrote = self.wrote or not sql.startswith("SELECT")
        return self._connection.execute(_asked(sql), values)

    def executemany(self, sql: str, rows: Iterable[Sequence[object]], /) -> None:
        """Do one thing for each row."""
        self.wrote = True
        with self._connection.cursor() as cursor:
            cursor.executemany(_asked(sql), rows)


class _Call:
    """A connection that a thread makes and hands over; whoever calls does not wait for it."""

    def __init__(self, make: Any) -> None:
        self._answers: SimpleQueue[Connection | BaseException] = SimpleQueue()
        self._hung_up = Sign()
        Thread(target=self._make, args=(make,), name="reaching the journal", daemon=True).start()

    def answer(self) -> Connection | BaseException | None:
        """The connection, or why there is none; none while it is being made."""
        try:
            return self._answers.get_nowait()
        except Empty:
            return None

    def hang_up(self) -> None:
        """Nobody waits any more."""
        self._hung_up.set()
        answer = self.answer()
        if isinstance(answer, psycopg.Connection):
            answer.close()

    def _make(self, make: Any) -> None:
        answer: Connection | BaseException
        try:
            answer = make()
        except Exception as error:
            answer = error
        if self._hung_up.is_set() and isinstance(answer, psycopg.Connection):
            answer.close()
            return
        self._answers.put(answer)


@lru_cache(maxsize=256)
def _asked(sql: str) -> str:
    """A question as psycopg wants it: none of ours holds a question mark or a percent sign but for values."""
    return sql.replace("?", "%s")


def _key(about: str) -> int:
    """What a lock on something is called: a number."""
    return int.from_bytes(hashlib.sha256(about.encode()).digest()[:8], "big", signed=True)


def _has_tables(connection: Connection) -> bool:
    row = connection.execute("SELECT to_regclass(%s)", (f"{tables.SCHEMA}.journal",)).fetchone()
    return row is not None and row[0] is not None


def _layout(connection: Connection) -> object:
    row = connection.execute(_LAYOUT.format(APPLICATION)).fetchone()
    return row[0] if row else None
