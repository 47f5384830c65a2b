"""What the journal asks of a database: rows, a sign of news, a transaction. SQLite and PostgreSQL answer.

The questions are the same for both: SQL that both understand, with `?` for values.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeAlias

Row: TypeAlias = tuple[Any, ...]


class Hand(Protocol):
    """What writes within a transaction."""

    def execute(self, sql: str, values: Sequence[object] = ..., /) -> Any:
        """Do one thing; the answer can be fetched and iterated over."""
        ...

    def executemany(self, sql: str, rows: Iterable[Sequence[object]], /) -> Any:
        """Do one thing for each row."""
        ...


class Database(Protocol):
    """An open database. It belongs to the thread that opened it, and is never carried over a fork."""

    where: str
    """The place in words, without any password."""

    def close(self) -> None:
        """Let go of it."""
        ...

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a question. Raises JournalError, and Away when it may be asked again later."""
        ...

    def one(self, sql: str, *values: object) -> Row | None:
        """The first row of a question."""
        ...

    def state(self) -> tuple[int, int]:
        """Differs from an earlier answer when anybody has written since; costs next to nothing. Raises Away.

        The second number counts what was written through this object, one for each transaction.
        """
        ...

    def writing(self, about: str) -> AbstractContextManager[Hand]:
        """A transaction, on the disk when the block has ended; nobody else writes about the same meanwhile.

        Within another one it is a part of that one, which must be about the same.

        Raises Away when it may be tried again later. Where the answer to the last word was lost, it may have been
        saved all the same: who tries again gives the same command id.
        """
        ...

    def forgetting(self, sessions: Sequence[str]) -> AbstractContextManager[Hand]:
        """Such a transaction in which what is only ever added to may also be changed and taken away.

        Nobody else writes to any session meanwhile. `simulator.journal.forgetting` alone asks for it.
        """
        ...

    def scrub(self) -> None:
        """Write the store anew, so that its own files hold nothing of what was taken away.

        Raises Away where somebody keeps it from that; then it may be asked again later.
        """
        ...

    def faults(self) -> tuple[str, ...]:
        """What the database finds wrong with itself."""
        ...
