"""The join codes of sessions: they lie beside a session in its journal, never in its record or its export.

A code opens the curtain of its session and nothing more: seats and console still ask for their PINs.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from simulator.journal.database import Hand
from simulator.journal.shelf import SessionId
from simulator.journal.store import Journal

SPELLED = {
    "B": "Bravo", "C": "Charlie", "D": "Delta", "F": "Foxtrot", "G": "Golf", "H": "Hotel", "J": "Juliett",
    "K": "Kilo", "N": "November", "P": "Papa", "R": "Romeo", "S": "Sierra", "T": "Tango", "V": "Victor", "X": "X-ray",
}  # fmt: skip
"""The letters of codes, with their names in radio traffic.

No digit and no letter that looks like one; no letter that lies elsewhere on a French or German keyboard; no vowel, so
that no code is a word. A session's id ends with a digit, so that no code is one.
"""

LETTERS = "".join(SPELLED)
LENGTH = 6
"""Eleven million codes: at the pace that `check` allows, guessing one takes years."""

FREE_TRIES = 10
"""Wrong codes before the first wait: a whole class types at one door."""
FIRST_WAIT = 2.0
LONGEST_WAIT = 30.0
"""Seconds; each further wrong code doubles the wait up to the longest, so that nobody can close the door to others."""
FORGIVEN_AFTER = 60.0
"""Seconds after which one wrong code is forgotten."""

_PASSED_OVER = re.compile("[\\s\N{SOFT HYPHEN}\N{MINUS SIGN}\N{HYPHEN}-\N{HORIZONTAL BAR}_.-]+")
_FORM = re.compile(f"[{LETTERS}]{{{LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Opens:
    """The code of this session."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class Wrong:
    """No session has this code now."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Too many wrong codes: nothing is looked at for so many seconds."""

    seconds: float


def normal(typed: str) -> str | None:
    """What somebody typed as a code is kept, or None for what has not the form of one."""
    code = _PASSED_OVER.sub("", typed[:64]).upper()
    return code if _FORM.fullmatch(code) else None


def written(code: str) -> str:
    """A code as it is shown: `KTX-BRN`."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def spelled(code: str) -> str:
    """A code as it is spoken: `Kilo Tango X-ray, Bravo Romeo November`."""
    names = [SPELLED[letter] for letter in code]
    return f"{' '.join(names[: LENGTH // 2])}, {' '.join(names[LENGTH // 2 :])}"


def code_of(journal: Journal, session: SessionId) -> str | None:
    """The code of a session, or None while its door is closed."""
    with journal.database.writing("codes") as connection:  # a journal of an older layout has no codes yet
        row = connection.execute("SELECT code FROM codes WHERE session = ?", (session,)).fetchone()
    return str(row[0]) if row else None


def new_code(journal: Journal, session: SessionId) -> str:
    """Give a session a code that no session has; its old one opens nothing from now on. Raises JournalError."""
    journal.session(session)
    with journal.database.writing("codes") as connection:
        taken = {row[0] for row in connection.execute("SELECT code FROM codes").fetchall()}
        code = _drawn()
        while code in taken:
            code = _drawn()
        connection.execute(
            "INSERT INTO codes (session, code) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET code = excluded.code",
            (session, code),
        )
        connection.execute("DELETE FROM code_tries")
    return code


def the_code(journal: Journal, session: SessionId) -> str:
    """The code of a session; it gets one if it has none. Raises JournalError."""
    return code_of(journal, session) or new_code(journal, session)


def close(journal: Journal, session: SessionId) -> None:
    """Take the code of a session away: nobody joins by one until it gets another."""
    with journal.database.writing("codes") as connection:
        connection.execute("DELETE FROM codes WHERE session = ?", (session,))


def check(journal: Journal, typed: str, now: datetime) -> Opens | Wrong | Wait:
    """Try a code at the door of this journal.

    Wrong ones are counted in the file, for the whole journal: neither a restart nor forty terminals give more tries.
    What has not the form of a code can open nothing, and is not counted.
    """
    code = normal(typed)
    if code is None:
        return Wrong()
    moment = now.timestamp()
    with journal.database.writing("codes") as connection:
        row = connection.execute("SELECT failures, last_failure FROM code_tries WHERE door = 1").fetchone()
        failures, last = row or (0, moment)
        wait = _wait_after(failures)
        if moment < last:  # the clock was set back: the wait begins anew, and stays within its length
            _count(connection, failures, moment)
            last = moment
        if moment < last + wait:
            return Wait(last + wait - moment)
        found = connection.execute("SELECT session FROM codes WHERE code = ?", (code,)).fetchone()
        if found:
            return Opens(str(found[0]))
        failures = max(0, failures - int((moment - last) // FORGIVEN_AFTER)) + 1
        _count(connection, failures, moment)
    wait = _wait_after(failures)
    return Wait(wait) if wait else Wrong()


def _drawn() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def _wait_after(failures: int) -> float:
    if failures < FREE_TRIES:
        return 0.0
    return min(LONGEST_WAIT, FIRST_WAIT * float(2 ** min(16, failures - FREE_TRIES)))  # 16: far beyond the longest


def _count(connection: Hand, failures: int, last: float) -> None:
    connection.execute("DELETE FROM code_tries")
    connection.execute("INSERT INTO code_tries (door, failures, last_failure) VALUES (1, ?, ?)", (failures, last))
