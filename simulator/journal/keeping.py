"""Until when the records of sessions are kept, and which of them were anonymised.

It lies beside a session in its journal, and goes with it into its export: who was promised a day can be told it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from simulator.journal.errors import Away, JournalError
from simulator.journal.shelf import SessionId, SessionInfo
from simulator.journal.store import Journal


@dataclass(frozen=True, slots=True)
class Keeping:
    """What was promised about a record, and done."""

    until: date | None = None
    """The last day on which it is kept; none where nobody has said."""
    anonymised: date | None = None
    """The day on which it lost its names; none where it has them."""

    def is_due(self, today: date) -> bool:
        """Whether it should have gone by now."""
        return self.until is not None and self.until < today


NOTHING_SAID = Keeping()


def keepings(journal: Journal) -> Mapping[SessionId, Keeping]:
    """What is known of the sessions of a journal; nothing of those that are missing."""
    try:
        rows = journal.database.rows("SELECT session, until, anonymised FROM keeping WHERE deleted = ''")
    except Away:
        raise
    except JournalError:  # a journal of an older layout, which nobody has written to since
        return {}
    return {str(session): Keeping(_day(until), _day(anonymised)) for session, until, anonymised in rows}


def keeping(journal: Journal, session: SessionId) -> Keeping:
    """What is known of one session."""
    return keepings(journal).get(session, NOTHING_SAID)


def keep_until(journal: Journal, session: SessionId, until: date | None) -> None:
    """Say until when the record of a session is kept; none takes back what was said. Raises JournalError."""
    journal.session(session)
    with journal.database.writing("sessions") as connection:
        connection.execute(
            "INSERT INTO keeping (session, until, anonymised, deleted, wiped) VALUES (?, ?, '', '', 1) "
            "ON CONFLICT (session) DO UPDATE SET until = excluded.until",
            (session, until.isoformat() if until else ""),
        )


def due(journal: Journal, today: date) -> tuple[SessionInfo, ...]:
    """The sessions whose day is past, the latest first."""
    known = keepings(journal)
    return tuple(info for info in journal.sessions() if known.get(info.id, NOTHING_SAID).is_due(today))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
