"""Records that survive: an append-only journal in SQLite that terminals share, and one portable file.

    Journal.open(path)                  sessions and their events, only ever added to
    LiveSession(journal, session)       a session that several terminals play: issue, tick, refresh
    export_session, import_session      one file that carries a session anywhere
    write_record, read_record           the same file without a journal
    pins                                the PINs of seats
    codes                               the join codes of sessions

Every trouble is a JournalError whose message says what happened and what to do.
"""

from simulator.journal.errors import JournalError, Stale
from simulator.journal.live import LiveSession
from simulator.journal.pages import Header
from simulator.journal.place import default_path
from simulator.journal.portable import export_session, import_session, read_record, write_record
from simulator.journal.shelf import SessionId, SessionInfo
from simulator.journal.store import Journal

__all__ = [
    "Header",
    "Journal",
    "JournalError",
    "LiveSession",
    "SessionId",
    "SessionInfo",
    "Stale",
    "default_path",
    "export_session",
    "import_session",
    "read_record",
    "write_record",
]
