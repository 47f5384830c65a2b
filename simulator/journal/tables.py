"""The tables of a journal, word for word as SQLite keeps them: a file whose tables read otherwise is not opened.

`simulator.journal.postgres.tables` translates them for a server.
"""

APPLICATION = 0x476F4F66
"""`GoOf`, in SQLite's header: this file belongs to Good Offices."""

KEPT = ("sessions", "commands", "events")
"""What is only ever added to; `simulator.journal.forgetting` alone takes any of it away."""

GUARDS = {
    f"{table}_are_never_{done}": f"CREATE TRIGGER {table}_are_never_{done} BEFORE {verb} ON {table} "
    f"BEGIN SELECT RAISE (ABORT, '{table} are only ever added'); END"
    for table in KEPT
    for verb, done in (("UPDATE", "changed"), ("DELETE", "removed"))
}
"""What keeps it so, by its name."""

FIRST = (
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
    *GUARDS.values(),
)
"""The tables of layout 1."""

STEPS: tuple[tuple[str, ...], ...] = (
    (),
    (
        """CREATE TABLE codes (
    session TEXT PRIMARY KEY REFERENCES sessions (id),
    code TEXT NOT NULL UNIQUE
) STRICT""",
        """CREATE TABLE code_tries (
    door INTEGER PRIMARY KEY CHECK (door = 1),
    failures INTEGER NOT NULL,
    last_failure REAL NOT NULL
) STRICT""",
        """CREATE TABLE terminals (
    session TEXT NOT NULL REFERENCES sessions (id),
    terminal TEXT NOT NULL,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    seat TEXT NOT NULL,
    since REAL NOT NULL,
    seen REAL NOT NULL,
    touched REAL NOT NULL,
    plays INTEGER NOT NULL,
    PRIMARY KEY (session, terminal)
) STRICT""",
    ),
    (
        """CREATE TABLE keeping (
    session TEXT PRIMARY KEY,
    until TEXT NOT NULL,
    anonymised TEXT NOT NULL,
    deleted TEXT NOT NULL,
    wiped INTEGER NOT NULL
) STRICT""",
    ),
)
"""What makes layout 2 of layout 1, layout 3 of layout 2, and so on; a new journal takes them all.

1 to 2: the tables are the same; a scenario may be a bound folder, which programs of layout 1 would not understand.
2 to 3: the join codes of sessions, how often a wrong one was typed at this journal's door, and the open terminals.
3 to 4: until when sessions are kept, and which were anonymised or deleted; a row outlives its session, whose id is not
given again.
"""

VERSION = 1 + len(STEPS)
"""The number of the newest layout, in SQLite's header."""


def statements(version: int = VERSION) -> tuple[str, ...]:
    """What makes the tables of a layout."""
    return (*FIRST, *(statement for step in STEPS[: version - 1] for statement in step))
