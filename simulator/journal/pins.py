"""The PINs of seats: they lie beside a session in its journal, never in its record or its export."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import argon2

from scenarios.texts import tr
from simulator.engine import TRAINER
from simulator.journal.errors import JournalError
from simulator.journal.shelf import SessionId
from simulator.journal.store import Journal

FREE_TRIES = 5
"""Wrong tries before the first wait."""
MOST_TRIES = 10
"""Wrong tries before only the trainer can open the seat again."""
FIRST_WAIT = 60.0
"""Seconds; each further wrong try doubles them."""

_FORM = re.compile(r"[0-9]{4,8}")
_SEAT = re.compile(r"[a-z0-9-]{1,48}")

_hasher = argon2.PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


@dataclass(frozen=True, slots=True)
class Ok:
    """The seat is open."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Not this PIN; so many more tries before a wait."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Too many wrong tries: nothing is looked at for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Locked:
    """Far too many wrong tries: the trainer has to unlock the seat."""


def new_pin() -> str:
    """Six digits that nobody can guess."""
    return f"{secrets.randbelow(10**6):06d}"


def set_pin(journal: Journal, session: SessionId, seat: str, pin: str) -> None:
    """Give a seat its PIN, and forget earlier tries. Raises JournalError for anything but 4 to 8 ASCII digits."""
    if not _FORM.fullmatch(pin):
        raise JournalError(tr("A PIN has 4 to 8 digits from 0 to 9."))
    hashed = _hasher.hash(pin)
    journal.session(session)
    with journal.database.writing(session) as connection:
        connection.execute(
            "INSERT INTO pins (session, seat, hash, failures, last_failure) VALUES (?, ?, ?, 0, 0) "
            "ON CONFLICT (session, seat) DO UPDATE SET hash = excluded.hash, failures = 0",
            (session, _known(seat), hashed),
        )


def has_pin(journal: Journal, session: SessionId, seat: str) -> bool:
    """Whether a seat opens with a PIN."""
    row = journal.database.one("SELECT hash <> '' FROM pins WHERE session = ? AND seat = ?", session, seat)
    return bool(row and row[0])


def pinned(journal: Journal, session: SessionId) -> frozenset[str]:
    """The seats that open with a PIN, the trainer's among them."""
    rows = journal.database.rows("SELECT seat FROM pins WHERE session = ? AND hash <> ''", session)
    return frozenset(str(row[0]) for row in rows)


def check(journal: Journal, session: SessionId, seat: str, pin: str, now: datetime) -> Ok | Wrong | Wait | Locked:
    """Try a PIN. A seat without one answers like a wrong PIN, after the same time.

    The try is counted before it is looked at, in the file: neither a restart nor forty terminals give more tries.
    """
    moment = now.timestamp()
    with journal.database.writing(session) as connection:
        connection.execute(
            "INSERT INTO pins (session, seat, hash, failures, last_failure) VALUES (?, ?, '', 0, 0) "
            "ON CONFLICT DO NOTHING",
            (session, _known(seat)),
        )
        hashed, failures, last = connection.execute(
            "SELECT hash, failures, last_failure FROM pins WHERE session = ? AND seat = ?", (session, seat)
        ).fetchone()
        if failures >= MOST_TRIES and seat != TRAINER:
            return Locked()
        wait = _wait_after(failures, seat)
        if wait and moment < last:  # the clock was set back: the wait begins anew, and stays within its length
            connection.execute(
                "UPDATE pins SET last_failure = ? WHERE session = ? AND seat = ?", (moment, session, seat)
            )
            last = moment
        if moment < last + wait:
            return Wait(last + wait - moment)
        failures += 1
        connection.execute(
            "UPDATE pins SET failures = ?, last_failure = ? WHERE session = ? AND seat = ?",
            (failures, moment, session, seat),
        )
    if _fits(hashed, pin):
        unlock(journal, session, seat)
        return Ok()
    if failures >= MOST_TRIES and seat != TRAINER:
        return Locked()
    return Wrong(FREE_TRIES - failures) if failures < FREE_TRIES else Wait(_wait_after(failures, seat))


def unlock(journal: Journal, session: SessionId, seat: str) -> None:
    """Forget the wrong tries at a seat; its PIN stays."""
    with journal.database.writing(session) as connection:
        connection.execute("UPDATE pins SET failures = 0 WHERE session = ? AND seat = ?", (session, seat))


def clear(journal: Journal, session: SessionId, seat: str) -> None:
    """Take a seat's PIN away."""
    with journal.database.writing(session) as connection:
        connection.execute("DELETE FROM pins WHERE session = ? AND seat = ?", (session, seat))


def _fits(hashed: str, pin: str) -> bool:
    well_formed = _FORM.fullmatch(pin) is not None
    try:
        _hasher.verify(hashed or _nobodys(), pin if well_formed else "")
    except argon2.exceptions.VerifyMismatchError:
        return False
    except argon2.exceptions.Argon2Error as error:
        raise JournalError(tr("The PIN of this seat cannot be read. Give the seat a new one.")) from error
    return bool(hashed) and well_formed


@cache
def _nobodys() -> str:
    """A hash that no PIN fits, so that a seat without a PIN takes as long as one with."""
    return _hasher.hash(secrets.token_hex(16))


def _wait_after(failures: int, seat: str) -> float:
    """Nobody could unlock the trainer, whom a trainee could lock out on purpose: there the wait does not grow."""
    if failures < FREE_TRIES:
        return 0.0
    return FIRST_WAIT if seat == TRAINER else FIRST_WAIT * float(2 ** (failures - FREE_TRIES))


def _known(seat: str) -> str:
    if not _SEAT.fullmatch(seat):
        raise JournalError(tr("There is no seat of that name."))
    return seat
