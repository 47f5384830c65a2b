"""The tables of a journal on a server: those of the file, word for word, in PostgreSQL's words for kinds of columns."""

import re
from contextlib import closing
from functools import cache
from typing import Any

from psycopg import Connection

from scenarios.texts import tr
from simulator.journal.errors import JournalError
from simulator.journal.sqlite import driver as sqlite
from simulator.journal.tables import APPLICATION, KEPT, STEPS, VERSION, statements

SCHEMA = "good_offices"
"""The journal has a schema of its own: what else lies in the database is none of its business."""

SCRUB = (
    *(
        f"ALTER TABLE {table} ALTER COLUMN {column} TYPE text"  # as it is, but without the server's notes on its values
        for table, column in (("sessions", "name"), ("events", "event"), ("terminals", "host"))
    ),
    *(
        f"VACUUM (FULL) {table}"
        for table in ("sessions", "events", "commands", "pins", "codes", "terminals", "pg_catalog.pg_statistic")
    ),
)
"""What leaves nothing in the files of the tables of what was taken away."""

_KINDS = {"INTEGER": "bigint", "BLOB": "bytea", "REAL": "double precision", "TEXT": "text"}

_LAYOUT = "CREATE TABLE journal (application bigint NOT NULL, layout bigint NOT NULL)"

_ORDER = "ALTER TABLE sessions ADD COLUMN rowid bigint GENERATED ALWAYS AS IDENTITY"
"""SQLite counts rows by itself."""

_REFUSAL = "BEGIN RAISE EXCEPTION '% are only ever added', TG_TABLE_NAME; END"


def translated(statement: str) -> str | None:
    """A statement of the file's layout as PostgreSQL says it; none for triggers, which are made otherwise."""
    if statement.startswith(("CREATE TRIGGER", "DROP TRIGGER")):
        return None
    for ours, theirs in _KINDS.items():
        statement = re.sub(rf"\b{ours}\b", theirs, statement)
    return re.sub(r"\)\s*STRICT\s*$", ")", statement)


def make(connection: Connection[Any]) -> None:
    """All tables, within the transaction that is open."""
    for statement in (_LAYOUT, *statements()):
        _do(connection, translated(statement))
    _do(connection, _ORDER)
    _do(
        connection,
        f"CREATE FUNCTION only_ever_added() RETURNS trigger LANGUAGE plpgsql AS $$ {_REFUSAL} $$",
    )
    _guard(connection)
    connection.execute("INSERT INTO journal (application, layout) VALUES (%s, %s)", (APPLICATION, VERSION))


def raise_layout(connection: Connection[Any], version: int) -> None:
    """Bring an older journal to this layout, step by step, within the transaction that is open."""
    for step in STEPS[version - 1 :]:
        for statement in step:
            _do(connection, translated(statement))
    _guard(connection)
    connection.execute("UPDATE journal SET layout = %s", (VERSION,))


def of_this_version(where: str, version: object) -> int:
    """The number of a layout that this program knows. Raises JournalError for a newer one."""
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise JournalError(
            tr(
                "{path}: this journal has layout {version}, and this program knows layouts up to {known}: a newer "
                "program made it. Use that program, or name another journal. Nothing was changed.",
                path=where,
                version=version,
                known=VERSION,
            )
        )
    return version


def as_they_should_be(connection: Connection[Any]) -> bool:
    """Whether the schema holds the journal's tables with their guards, and nothing that could act on what is saved."""
    columns = {
        (table, column, kind, bool(needed))
        for table, column, kind, needed in connection.execute(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull "
            "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r'",
            (SCHEMA,),
        )
    }
    others = connection.execute(
        "SELECT c.relname FROM pg_class c WHERE c.relnamespace = %s::regnamespace "
        "AND (c.relkind NOT IN ('r', 'i', 'S') OR c.relhasrules OR c.relrowsecurity) UNION ALL "
        "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = %s::regnamespace "
        "AND (p.proname <> 'only_ever_added' OR trim(p.prosrc) <> %s)",
        (SCHEMA, SCHEMA, _REFUSAL),
    ).fetchall()
    guards = {
        (table, name, enabled, kind, function)
        for table, name, enabled, kind, function in connection.execute(
            "SELECT c.relname, t.tgname, t.tgenabled, t.tgtype, t.tgfoid::regproc::text "
            "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE c.relnamespace = %s::regnamespace AND NOT t.tgisinternal",
            (SCHEMA,),
        )
    }
    return columns == _expected_columns() and not others and guards == _expected_guards()


def put_guards(hand: Any, stand: bool) -> None:
    """Let what is only ever added to stand guarded or not, within the transaction that is open."""
    for table in KEPT:
        hand.execute(f"ALTER TABLE {table} {'ENABLE' if stand else 'DISABLE'} TRIGGER {table}_are_only_added")


def _guard(connection: Connection[Any]) -> None:
    for table in KEPT:
        _do(connection, f"DROP TRIGGER IF EXISTS {table}_are_only_added ON {table}")
        _do(
            connection,
            f"CREATE TRIGGER {table}_are_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION only_ever_added()",
        )


def _do(connection: Connection[Any], statement: str | None) -> None:
    if statement is not None:
        connection.execute(statement)


@cache
def _expected_columns() -> frozenset[tuple[str, str, str, bool]]:
    """What SQLite makes of the layout, in PostgreSQL's words."""
    found = {("journal", "application", "bigint", True), ("journal", "layout", "bigint", True)}
    found.add(("sessions", "rowid", "bigint", True))
    with closing(sqlite.connect(":memory:", isolation_level=None)) as memory:
        for statement in statements():
            memory.execute(statement)
        for (table,) in memory.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for _, name, kind, needed, _, key in memory.execute(f"PRAGMA table_info({table})").fetchall():
                found.add((table, name, _KINDS[kind], bool(needed or key)))
    return frozenset(found)


@cache
def _expected_guards() -> frozenset[tuple[str, str, str, int, str]]:
    before, delete, update, truncate = 2, 8, 16, 32
    kind = before | delete | update | truncate
    return frozenset((table, f"{table}_are_only_added", "O", kind, "only_ever_added") for table in KEPT)
