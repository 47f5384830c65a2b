"""The tables of a journal file, word for word: a file whose tables read otherwise is not opened."""

APPLICATION = 0x476F4F66
"""`GoOf`, in SQLite's header: this file belongs to Good Offices."""

VERSION = 2
"""The number of this layout, in SQLite's header."""

STEPS: tuple[tuple[str, ...], ...] = ((),)
"""What makes layout 2 of layout 1, layout 3 of layout 2, and so on.

1 to 2: the tables are the same; a scenario may be a bound folder, which programs of layout 1 would not understand.
"""

_KEPT = ("sessions", "commands", "events")

STATEMENTS = (
    """CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    scenario_id TEXT NOT NULL,
    title TEXT NOT NULL,
    scenario TEXT NOT NULL,
    seed INTEGER NOT NULL,
    parent TEXT,
    parent_events INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE commands (
    session TEXT NOT NULL REFERENCES sessions (id),
    command TEXT NOT NULL,
    digest TEXT NOT NULL,
    first INTEGER NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (session, command)
) STRICT""",
    """CREATE TABLE events (
    session TEXT NOT NULL REFERENCES sessions (id),
    number INTEGER NOT NULL CHECK (number > 0),
    command TEXT NOT NULL,
    kind TEXT NOT NULL,
    event TEXT NOT NULL,
    seal BLOB NOT NULL,
    PRIMARY KEY (session, number)
) STRICT""",
    """CREATE TABLE pins (
    session TEXT NOT NULL REFERENCES sessions (id),
    seat TEXT NOT NULL,
    hash TEXT NOT NULL,
    failures INTEGER NOT NULL,
    last_failure REAL NOT NULL,
    PRIMARY KEY (session, seat)
) STRICT""",
    """CREATE INDEX endings ON events (session, kind, number) WHERE kind IN ('outcome_recorded', 'session_ended')""",
    *(
        f"CREATE TRIGGER {table}_are_never_{done} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE (ABORT, '{table} are only ever added'); END"
        for table in _KEPT
        for verb, done in (("UPDATE", "changed"), ("DELETE", "removed"))
    ),
)
