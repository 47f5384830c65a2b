"""Which terminals are open at a session, at which seat, and which of them plays the stand-ins.

It lies beside the session in its journal, never in its record: nothing here is an event of the exercise. A terminal
that nobody touches writes once in ten seconds.
"""

import os
import secrets
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from simulator.journal.shelf import SessionId
from simulator.journal.store import Journal

BEAT = 10.0
"""Seconds between two signs of life of a terminal at which nothing changes."""
GONE = 25.0
"""Seconds without a sign of life after which a terminal on another machine counts as gone; on this one, at once."""
ASTRAY = 120.0
"""Seconds by which the clocks of two machines may differ, and a sign of life on another one still counts."""


_Row: TypeAlias = tuple[str, str, int, str, float, int, float]
"""Terminal, host, process, seat, last sign of life, whether it plays the stand-ins, last touch."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """An open terminal."""

    number: int
    """From 1, in the order in which they were opened."""
    seat: str
    """Who sits there: a seat, the trainer, or nobody while the curtain is down."""
    idle: float
    """Seconds since somebody touched a key or the mouse there, as far as it has said."""
    plays: bool
    """Whether it plays the stand-ins."""
    here: bool
    """Whether it is this terminal."""
    host: str


def open_at(journal: Journal, session: SessionId, clock: Callable[[], float] = time.time) -> tuple[str, ...]:
    """The machines whose terminals are open at a session, once for each; a guess where clocks of machines differ."""
    with journal.database.writing(session) as connection:  # a journal of an older layout has no such table yet
        rows = connection.execute(
            "SELECT host, pid, seen FROM terminals WHERE session = ? ORDER BY since", (session,)
        ).fetchall()
    here = socket.gethostname()
    return tuple(
        str(host) for host, pid, seen in rows if (_runs(int(pid)) if host == here else clock() - seen < ASTRAY)
    )


class Presence:
    """This terminal among the others of a session."""

    def __init__(
        self,
        journal: Journal,
        session: SessionId,
        clock: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
        *,
        host: str | None = None,
        pid: int | None = None,
    ) -> None:
        self.id = secrets.token_hex(8)
        self._journal, self._session = journal, session
        self._clock, self._steady = clock, steady
        self._host = socket.gethostname() if host is None else host
        self._pid = os.getpid() if pid is None else pid
        self._since = clock()
        self._said: tuple[str, bool] | None = None
        self._beat = -BEAT
        with journal.database.writing(session):
            pass  # a journal of an older layout has no such table yet
        self._read: list[_Row] = []
        self._read_at: tuple[int, int] | None = None
        self._lives: dict[str, tuple[float, float]] = {}
        """The last sign of life of each terminal, and when this one saw it: clocks of machines differ."""

    def say(self, seat: str, touched: float, wants: bool) -> bool:
        """Say who sits here and when somebody last touched it (on this machine's clock); `wants` the stand-ins.

        Writes only where something changed or it is time for a sign of life. Whether the stand-ins are this terminal's.
        """
        others = [row for row in self._rows() if row[0] != self.id]
        mine = self._said is not None and self._said[1] and not any(row[5] for row in others)
        dead = [row[0] for row in others if not self._lives_on(row)]
        plays = wants and (mine or not any(row[5] and row[0] not in dead for row in others))
        now = self._steady()
        if self._said == (seat, plays) and now - self._beat < BEAT and not dead:
            return plays
        with self._journal.database.writing(self._session) as connection:
            held = connection.execute(
                "SELECT terminal FROM terminals WHERE session = ? AND plays = 1", (self._session,)
            ).fetchall()
            if plays and any(row[0] != self.id and row[0] not in dead for row in held):
                plays = False  # the other console was a moment faster
            for terminal in dead:
                connection.execute(
                    "DELETE FROM terminals WHERE session = ? AND terminal = ?", (self._session, terminal)
                )
            connection.execute(
                "INSERT INTO terminals (session, terminal, host, pid, seat, since, seen, touched, plays) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session, terminal) DO UPDATE SET "
                "seat = excluded.seat, seen = excluded.seen, touched = excluded.touched, plays = excluded.plays",
                (self._session, self.id, self._host, self._pid, seat, self._since, self._clock(), touched, int(plays)),
            )
        self._said, self._beat = (seat, plays), now
        return plays

    def leave(self) -> None:
        """This terminal is no longer there."""
        with self._journal.database.writing(self._session) as connection:
            connection.execute("DELETE FROM terminals WHERE session = ? AND terminal = ?", (self._session, self.id))
        self._said = None

    def terminals(self) -> tuple[Terminal, ...]:
        """The terminals that are open, in the order in which they were opened."""
        now = self._clock()
        living = [row for row in self._rows() if row[0] == self.id or self._lives_on(row)]
        return tuple(
            Terminal(number, row[3], max(0.0, now - row[6]), bool(row[5]), row[0] == self.id, row[1])
            for number, row in enumerate(living, 1)
        )

    def _rows(self) -> list[_Row]:
        """What lies in the journal; read anew only when somebody has written."""
        state = self._journal.database.state()
        if state != self._read_at:
            self._read, self._read_at = self._read_now(), state
        return self._read

    def _read_now(self) -> list[_Row]:
        return [
            (str(r[0]), str(r[1]), int(r[2]), str(r[3]), float(r[4]), int(r[5]), float(r[6]))
            for r in self._journal.database.rows(
                "SELECT terminal, host, pid, seat, seen, plays, touched FROM terminals WHERE session = ? "
                "ORDER BY since, terminal",
                self._session,
            )
        ]

    def _lives_on(self, row: _Row) -> bool:
        terminal, host, pid, _, seen, _, _ = row
        if host == self._host and not _runs(pid):
            return False
        now = self._steady()
        if self._lives.get(terminal, (None, 0.0))[0] != seen:
            self._lives[terminal] = (seen, now)
        return now - self._lives[terminal][1] < GONE


def _runs(pid: int) -> bool:
    """Whether a process of this machine runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
