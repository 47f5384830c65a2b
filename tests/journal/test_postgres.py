"""A journal on a real server: what it asks of the server, what it says of troubles, and how it comes back."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import TRAINER
from simulator.engine.commands import OpenSession, WriteNote
from simulator.engine.events import NoteWritten
from simulator.journal import Journal, JournalError, LiveSession, SessionId
from simulator.journal.errors import Away
from simulator.journal.place import holds_password, is_url, shown
from simulator.journal.tables import VERSION
from tests.server import Server, programs

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
SECRET = "hunter2-4711"


@pytest.fixture
def store(database: str) -> str:
    """Every test here is about the server."""
    return database


@pytest.fixture
def live(journal: Journal, session: SessionId) -> LiveSession:
    """An open session."""
    live = LiveSession(journal, session)
    live.issue(OpenSession(at=AT, by=TRAINER, name="Monday group"))
    return live


@pytest.fixture
def own() -> Iterator[Server]:
    """A server that may be stopped and killed."""
    found = programs()
    if found is None:
        pytest.skip("there is no PostgreSQL here")
    server = Server(found)
    yield server
    server.stop()


def note(text: str) -> WriteNote:
    return WriteNote(at=AT, by="mediator", text=text)


def insists(do: Callable[[], object], seconds: float = 30.0) -> int:
    """Ask again until the store is back; how often it was away."""
    end, away = time.monotonic() + seconds, 0
    while True:
        try:
            do()
            return away
        except Away:
            away += 1
            assert time.monotonic() < end, "it never came back"
            time.sleep(0.05)


# -- the place --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://ana@db.example.org/course", "postgresql://ana@db.example.org/course"),
        (f"postgresql://ana:{SECRET}@db:5433/course", "postgresql://ana@db:5433/course"),
        (f"postgres://:{SECRET}@db/course", "postgres://@db/course"),
        (f"postgresql:///course?host=/run/x&password={SECRET}", "postgresql:///course?host=/run/x"),
        (f"postgresql://db/c?user=ana&sslpassword={SECRET}", "postgresql://db/c?user=ana"),
        (f"postgresql://ana:p@ss:{SECRET}@db/c", "postgresql://ana@db/c"),
    ],
)
def test_a_place_is_shown_without_its_password(url: str, said: str) -> None:
    assert is_url(url)
    assert shown(url) == said
    assert holds_password(url) is (SECRET in url)


def test_a_file_is_no_server() -> None:
    assert not is_url("journal.db")
    assert not is_url(Path("postgresql:/x"))


# -- what is asked of the server --------------------------------------------------------------------------------------


def test_it_waits_for_the_disk_and_for_nobody_else_for_long(journal: Journal) -> None:
    names = ("synchronous_commit", "fsync", "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
    assert [journal.database.one(f"SHOW {name}") for name in names] == [("on",), ("on",), ("8s",), ("5s",), ("20s",)]


def test_a_server_that_does_not_wait_for_its_disk_is_refused() -> None:
    found = programs()
    if found is None:
        pytest.skip("there is no PostgreSQL here")
    server = Server(found, "fsync=off")
    try:
        with pytest.raises(JournalError, match="does not wait for its disk"):
            Journal.open(server.url())
    finally:
        server.stop()


@pytest.mark.parametrize("table", ["sessions", "commands", "events"])
@pytest.mark.parametrize("act", ["UPDATE {} SET session = ''", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_tables_themselves_refuse_to_forget(live: LiveSession, server: Server, act: str, table: str) -> None:
    import psycopg

    statement = act.format(f"good_offices.{table}").replace("sessions SET session", "sessions SET id")
    with pytest.raises(psycopg.errors.RaiseException, match="only ever added"):
        server.sql(statement, "course")
    assert live.record().events


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE good_offices.more (x int)",
        "CREATE VIEW good_offices.more AS SELECT 1",
        "ALTER TABLE good_offices.events ADD COLUMN more text",
        "ALTER TABLE good_offices.events DROP COLUMN seal",
        "ALTER TABLE good_offices.events DISABLE TRIGGER events_are_only_added",
        "DROP TRIGGER events_are_only_added ON good_offices.events",
        "CREATE RULE more AS ON INSERT TO good_offices.pins DO INSTEAD NOTHING",
        "CREATE TRIGGER more BEFORE INSERT ON good_offices.events EXECUTE FUNCTION good_offices.only_ever_added()",
        "CREATE FUNCTION good_offices.more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION good_offices.only_ever_added() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN RETURN NULL; END'",
        "ALTER TABLE good_offices.events ENABLE ROW LEVEL SECURITY",
    ],
)
def test_tables_that_somebody_changed_are_refused(database: str, server: Server, change: str) -> None:
    Journal.open(database).close()
    server.sql(change, "course")
    with pytest.raises(JournalError, match="not those of a journal"):
        Journal.open(database)


def test_a_schema_of_somebody_else_is_left_alone(database: str, server: Server) -> None:
    server.sql("CREATE SCHEMA good_offices; CREATE TABLE good_offices.recipes (name text)", "course")
    with pytest.raises(JournalError, match="something else than a journal"):
        Journal.open(database)
    assert server.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'good_offices'", "course") == [("recipes",)]


def test_what_else_lies_in_the_database_does_not_matter(database: str, server: Server) -> None:
    server.sql("CREATE TABLE IF NOT EXISTS public.events (x int); CREATE SCHEMA good_offices", "course")
    try:
        with Journal.open(database) as journal:
            assert journal.sessions() == ()
    finally:
        server.sql("DROP TABLE public.events", "course")


def test_a_newer_layout_is_refused_also_while_the_journal_is_open(
    journal: Journal, live: LiveSession, database: str, server: Server
) -> None:
    server.sql("UPDATE good_offices.journal SET layout = 999", "course")
    with pytest.raises(JournalError, match=r"layout 999.*a newer program made it"):
        Journal.open(database)
    with pytest.raises(JournalError, match="layout 999"):
        live.issue(note("too old for this"))
    assert len(live.record().events) == 1


def test_an_older_layout_is_brought_up_to_date(database: str, server: Server, case_text: str) -> None:
    with Journal.open(database) as journal:
        session = journal.new_session("x", case_text, 1)
    drop = "; ".join(f"DROP TABLE good_offices.{table}" for table in ("codes", "code_tries", "terminals", "keeping"))
    server.sql(f"{drop}; UPDATE good_offices.journal SET layout = 2", "course")
    with Journal.open(database) as journal:
        assert journal.session(session).seed == 1
        assert journal.database.one("SELECT layout FROM journal") == (VERSION,)


def test_a_role_that_may_only_read_and_add_can_play(database: str, server: Server, case_text: str) -> None:
    """The rights are those of SECURITY.md, word for word."""
    import psycopg

    from simulator.journal import pins

    Journal.open(database).close()
    page = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
    grants = page.split("```sql\n")[1].split("```")[0]
    server.sql("DO $$ BEGIN CREATE ROLE player LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    server.sql(grants.replace("CREATE ROLE player LOGIN;", ""), "course")
    with Journal.open(server.url("course", "player")) as journal:
        session = journal.new_session("x", case_text, 1)
        live = LiveSession(journal, session)
        live.issue(OpenSession(at=AT, by=TRAINER, name="x"))
        pins.set_pin(journal, session, "mediator", "471147")
        assert pins.check(journal, session, "mediator", "471147", AT) == pins.Ok()
        assert journal.faults() == ()
    for act in ("UPDATE", "DELETE", "TRUNCATE", "DROP TABLE"):
        told = {"UPDATE": "UPDATE good_offices.events SET event = ''", "DELETE": "DELETE FROM good_offices.events"}
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            server.sql(told.get(act, f"{act} good_offices.events"), "course", "player")


def test_a_role_without_rights_is_told(database: str, server: Server) -> None:
    server.sql("DO $$ BEGIN CREATE ROLE guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    with pytest.raises(JournalError, match="may not do that there"):
        Journal.open(server.url("course", "guest"))
    Journal.open(database).close()
    with pytest.raises(JournalError, match="may not do that there"):
        Journal.open(server.url("course", "guest"))


# -- news -------------------------------------------------------------------------------------------------------------


def test_others_see_what_is_written_within_a_quarter_of_a_second(live: LiveSession, database: str) -> None:
    with Journal.open(database) as journal:
        other = LiveSession(journal, live.id)
        waits = []
        for step in range(20):
            live.issue(note(str(step)))
            began = time.perf_counter()
            while not other.refresh():
                assert time.perf_counter() - began < 0.25
            waits.append(time.perf_counter() - began)
        assert other.session == live.session


def test_the_notification_names_session_and_number(live: LiveSession, server: Server) -> None:
    import psycopg

    with psycopg.connect(server.url("course"), autocommit=True) as ear:
        ear.execute("LISTEN good_offices")
        live.issue(note("a"))
        heard = [notify.payload for notify in ear.notifies(timeout=5, stop_after=1)]
    assert heard == [f"{live.id} 2"]


def test_reading_makes_no_noise(journal: Journal, live: LiveSession, database: str) -> None:
    from simulator.journal import codes

    with Journal.open(database) as other:
        before = other.database.state()
        codes.code_of(journal, live.id)
        journal.sessions()
        time.sleep(0.05)
        assert other.database.state() == before


def test_two_writers_of_one_session_wait_for_each_other(live: LiveSession, database: str) -> None:
    """The key is the proof and the lock the way: without the lock the second would be refused by the key."""
    with Journal.open(database) as journal:
        journal.database.one("SELECT set_config('lock_timeout', '100ms', false)")
        mine = [NoteWritten(at=AT, by="mediator", text="x")]
        with live._journal.database.writing(live.id), pytest.raises(Away, match="does not let go"):
            journal.append(live.id, 1, mine)
        journal.append(live.id, 1, mine)


# -- troubles ---------------------------------------------------------------------------------------------------------


def test_no_server_and_no_database_are_told(server: Server, tmp_path: Path) -> None:
    with pytest.raises(Away, match=r"does not answer.*goes on by itself"):
        Journal.open(f"postgresql://ana:{SECRET}@/course?host={tmp_path}")
    with pytest.raises(JournalError, match=r"no such database.*createdb"):
        Journal.open(server.url("nowhere"))
    with pytest.raises(JournalError, match="refuses the name or the password"):
        Journal.open(server.url("postgres", "nobody"))


@pytest.mark.parametrize(
    "url", [f"postgresql://ana:{SECRET}@db:port/x", f"postgresql://[{SECRET}", f"postgresql://a?{SECRET}"]
)
def test_what_is_no_url_is_told_without_its_secrets(url: str) -> None:
    with pytest.raises(JournalError, match="no URL of a PostgreSQL") as refused:
        Journal.open(url)
    assert SECRET not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_wrong_password_is_told_and_no_password_is_repeated(own: Server) -> None:
    own.sql(f"CREATE ROLE ana LOGIN PASSWORD '{SECRET}'")
    (own.folder / "data" / "pg_hba.conf").write_text("local all ana scram-sha-256\nlocal all all trust\n")
    own.sql("SELECT pg_reload_conf()")
    wrong = own.url(user="ana").replace("ana@", f"ana:{SECRET}-wrong@")
    with pytest.raises(JournalError, match=r"refuses the name or the password.*pgpass") as refused:
        Journal.open(wrong)
    assert SECRET not in f"{refused.value!r} {refused.value.__cause__!r} {refused.value.__context__!r}"
    with pytest.raises(JournalError, match="refuses the name or the password"):
        Journal.open(own.url(user="ana"))
    own.sql("GRANT CREATE ON DATABASE postgres TO ana")
    with Journal.open(own.url(user="ana").replace("ana@", f"ana:{SECRET}@")) as journal:
        assert SECRET not in journal.database.where
        with pytest.raises(JournalError) as unknown:
            journal.session("nobody")
        assert SECRET not in str(unknown.value)


def test_a_full_server_is_told(server: Server, database: str) -> None:
    Journal.open(database).close()
    server.sql("ALTER DATABASE course CONNECTION LIMIT 0")
    server.sql("DO $$ BEGIN CREATE ROLE late LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    try:
        with pytest.raises(Away, match="server is full"):
            Journal.open(server.url("course", "late"))
    finally:
        server.sql("ALTER DATABASE course CONNECTION LIMIT -1")


def test_without_the_driver_the_way_to_get_it_is_told(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from simulator.journal import Journal, JournalError\n"
        "try:\n    Journal.open('postgresql://ana@db/course')\n"
        "except JournalError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert "good-offices[postgres]" in done.stdout, done.stderr


def test_a_file_needs_no_driver_of_a_server(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom simulator.journal import Journal\nJournal.open(sys.argv[1]).close()\n"
        "print([name for name in sys.modules if name.startswith('psycopg')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "j.db")], capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "[]\n", done.stderr


# -- away and back ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["stopped", "killed"])
def test_a_server_that_went_away_is_told_and_play_goes_on_when_it_is_back(
    own: Server, case_text: str, how: signal.Signals
) -> None:
    with Journal.open(own.url()) as journal, Journal.open(own.url()) as beside:
        live = LiveSession(journal, journal.new_session("x", case_text, 1))
        live.issue(OpenSession(at=AT, by=TRAINER, name="x"), "open")
        other = LiveSession(beside, live.id)
        own.halt(how)
        for _ in range(3):
            with pytest.raises(Away):
                live.issue(note("kept"), "note-1")
            began = time.perf_counter()
            with suppress(Away):
                other.refresh()
            assert time.perf_counter() - began < 0.1, "the screen would stand still"
        with pytest.raises(Away):
            other.refresh()
        own.start()
        assert insists(lambda: live.issue(note("kept"), "note-1")) >= 0
        assert live.issue(note("kept"), "note-1")
        insists(other.refresh)
        assert other.session == live.session
        assert [event.text for event in live.record().events if isinstance(event, NoteWritten)] == ["kept"]


def test_an_answer_that_was_lost_is_found_by_its_id(
    journal: Journal, live: LiveSession, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psycopg

    execute = psycopg.Connection.execute

    def cut(self: psycopg.Connection[Any], query: str | bytes, *rest: Any, **more: Any) -> Any:
        done = execute(self, query, *rest, **more)
        if isinstance(query, bytes) and query.endswith(b"COMMIT"):
            monkeypatch.undo()
            server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'course'")
            return execute(self, "SELECT 1")
        return done

    monkeypatch.setattr(psycopg.Connection, "execute", cut)
    with pytest.raises(Away):
        live.issue(note("once"), "note-1")
    insists(lambda: live.issue(note("once"), "note-1"))
    assert [event.text for event in live.record().events if isinstance(event, NoteWritten)] == ["once"]
    assert journal.faults() == ()
