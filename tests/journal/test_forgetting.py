"""Sessions that go, or lose their names: all of it, in one step, and nothing of it is found afterwards."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scoring.scorecard import score
from simulator.engine import TRAINER
from simulator.engine.commands import AdmitRater, CastSeat, InvokeStop, OpenSession, StartClock, WriteNote
from simulator.engine.events import NoteWritten, SeatCast, SessionOpened, StopInvoked
from simulator.engine.words import Source
from simulator.journal import Journal, JournalError, LiveSession, SessionId, codes, forgetting, pins
from simulator.journal.errors import Away, Gone
from simulator.journal.forgetting import Wanted
from simulator.journal.keeping import Keeping, keep_until, keeping
from simulator.journal.portable import export_session, import_session
from simulator.journal.presence import Presence
from simulator.journal.sqlite import driver
from simulator.journal.tables import KEPT
from tests.server import Server

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2027, 3, 1)
CANARY = "Quuxina"
"""The name of a person; no other text has it."""
SECRET = "He-sweats-Zwetana"
"""A private note."""


@pytest.fixture
def store(either: Path | str) -> Path | str:
    """A file, and a server."""
    return either


@pytest.fixture
def played(journal: Journal, session: SessionId) -> SessionId:
    """A session with names wherever they may stand, and everything that lies beside one."""
    play(journal, session)
    return session


def play(journal: Journal, session: SessionId) -> None:
    live = LiveSession(journal, session)
    live.issue(OpenSession(at=AT, by=TRAINER, name=f"{CANARY}'s group"), f"id-{session}")
    live.issue(CastSeat(at=AT, by=TRAINER, seat="upper-head", source=Source.HUMAN, people=(f"{CANARY} Dobrova",)))
    live.issue(CastSeat(at=AT, by=TRAINER, seat="mediator", source=Source.HUMAN, people=("Emil",)))
    live.issue(CastSeat(at=AT, by=TRAINER, seat="lower-head", source=Source.STAND_IN))
    live.issue(AdmitRater(at=AT, by=TRAINER, rater="zorina-d"))
    live.issue(StartClock(at=AT, by=TRAINER))
    for n in range(40):
        live.issue(WriteNote(at=AT, by="mediator", text=f"{SECRET} {n} " + "x" * (n * 37 % 400)))
    live.issue(InvokeStop(at=AT, by="upper-head", reason=f"{SECRET}: leave me alone, {CANARY.upper()}"))
    pins.set_pin(journal, session, "mediator", "471147")
    codes.new_code(journal, session)
    keep_until(journal, session, date(2027, 6, 1))


@pytest.fixture
def other(journal: Journal, case_text: str) -> SessionId:
    """Another session, which is to stay as it is."""
    session = journal.new_session("Tuesday group", case_text, seed=8)
    live = LiveSession(journal, session)
    live.issue(OpenSession(at=AT, by=TRAINER, name="Tuesday group"))
    live.issue(WriteNote(at=AT, by="mediator", text="It stays."))
    return session


def raw(path: Path, *words: str) -> dict[str, int]:
    """How often words stand in the bytes of the files of a folder, by file; files without any are left out."""
    found = {}
    for file in path.rglob("*"):
        with suppress(OSError):
            count = sum(file.read_bytes().count(word.encode()) for word in words) if file.is_file() else 0
            if count:
                found[file.name] = count
    return found


def rows(journal: Journal, *words: str) -> dict[str, int]:
    """In how many rows of each table of a store words stand, whatever the column; tables without any are left out."""
    server = "://" in journal.database.where
    question = (
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'good_offices'"
        if server
        else "SELECT name FROM sqlite_master WHERE type = 'table'"
    )
    found = {}
    for (table,) in journal.database.rows(question):
        said = [repr(row) for row in journal.database.rows(f"SELECT * FROM {table}")]
        count = sum(any(word in row for word in words) for row in said)
        if count:
            found[str(table)] = count
    return found


# -- the search finds what is there -----------------------------------------------------------------------------------


def test_a_session_that_was_deleted_is_in_no_row(journal: Journal, played: SessionId, other: SessionId) -> None:
    assert set(rows(journal, played, CANARY, SECRET)) == {"sessions", "commands", "events", "pins", "codes", "keeping"}
    before = journal.record(other)
    forgetting.delete(journal, [played], TODAY)
    forgetting.finish(journal)
    assert rows(journal, CANARY, SECRET, "471147") == {}
    assert rows(journal, played) == {"keeping": 1}
    assert journal.database.rows("SELECT * FROM keeping") == [(played, "", "", "2027-03-01", 1)]
    assert journal.faults() == ()
    assert journal.record(other) == before


def test_what_is_only_added_is_guarded_again(journal: Journal, played: SessionId, other: SessionId) -> None:
    forgetting.delete(journal, [played], TODAY)
    for table in KEPT:
        with pytest.raises(JournalError, match="only ever added"), journal.database.writing("x") as hand:
            hand.execute(f"DELETE FROM {table}")
    with pytest.raises(RuntimeError), journal.database.forgetting([other]):
        raise RuntimeError
    with pytest.raises(JournalError, match="only ever added"), journal.database.writing("x") as hand:
        hand.execute("DELETE FROM events")
    Journal.open(place_of(journal)).close()


def test_no_byte_of_it_is_in_the_files(journal_path: Path, case_text: str) -> None:
    """The control: before, and without writing the file anew, the same search finds it."""
    with Journal.open(journal_path, clock=lambda: AT) as journal:
        session = journal.new_session(CANARY, case_text, 7)
        play(journal, session)
        stays = journal.new_session("stays", case_text, 8)
        for n in range(60):
            journal.append(stays, n, [NoteWritten(at=AT, by="mediator", text="y" * (n * 53 % 700))])
        journal.database.rows("PRAGMA wal_checkpoint(PASSIVE)")
        folder = journal_path.parent
        assert set(raw(folder, CANARY, SECRET)) == {"journal.db", "journal.db-wal"}
        forgetting.delete(journal, [session], TODAY)
        assert raw(folder, CANARY, SECRET), "the rows are gone, and their bytes are not: this search can find them"
        assert forgetting.unfinished(journal) == (session,)
        forgetting.finish(journal)
        assert raw(folder, CANARY, SECRET, "zorina-d") == {}
        assert forgetting.unfinished(journal) == ()
        assert (folder / "journal.db-wal").stat().st_size < 64 * 1024
    assert raw(folder, CANARY, SECRET, "zorina-d") == {}


def test_overwriting_alone_would_leave_pieces(journal_path: Path, case_text: str) -> None:
    """Why the file is written anew: rows that SQLite moved between pages left copies that no deletion reaches."""
    with Journal.open(journal_path, clock=lambda: AT) as journal:
        first, second = (journal.new_session("x", case_text, seed) for seed in (7, 8))
        for n in range(300):
            for session in (first, second):
                text = SECRET if session == first else "y"
                journal.append(session, n, [NoteWritten(at=AT, by="mediator", text=text + "x" * (n * 37 % 400))])
        forgetting.delete(journal, [first], TODAY)
        journal.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        assert raw(journal_path.parent, SECRET)
        forgetting.finish(journal)
        assert raw(journal_path.parent, SECRET) == {}


def test_no_byte_of_it_is_in_the_files_of_the_server(database: str, server: Server, case_text: str) -> None:
    """The files of all tables, the server's own notes about values among them. Its log (`pg_wal`) is another matter."""
    data = server.folder / "data"
    with Journal.open(database, clock=lambda: AT) as journal:
        session, stays = (journal.new_session(name, case_text, 7) for name in (CANARY, "stays"))
        play(journal, session)
        live = LiveSession(journal, stays)
        live.issue(OpenSession(at=AT, by=TRAINER, name="stays"))
        server.sql("ANALYZE; CHECKPOINT", "course")
        assert server.sql(f"SELECT count(*) FROM pg_stats WHERE most_common_vals::text LIKE '%{CANARY}%'", "course")
        assert raw(data / "base", CANARY, SECRET)
        forgetting.delete(journal, [session], TODAY)
        assert raw(data / "base", CANARY, SECRET)
        forgetting.finish(journal)
        assert raw(data / "base", CANARY, SECRET) == {}
        assert raw(data / "global", CANARY, SECRET) == {}
        assert live.refresh() is False
        live.issue(WriteNote(at=AT, by="mediator", text="It goes on."))
        assert journal.faults() == ()


def test_only_the_owner_of_the_tables_can_forget(database: str, server: Server, case_text: str) -> None:
    """The rights of a player are those of SECURITY.md, word for word."""
    Journal.open(database).close()
    page = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")
    grants = page.split("```sql\n")[1].split("```")[0]
    server.sql("DO $$ BEGIN CREATE ROLE player LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    server.sql(grants.replace("CREATE ROLE player LOGIN;", ""), "course")
    with Journal.open(server.url("course", "player")) as journal:
        session = journal.new_session("x", case_text, 7, until=TODAY)
        assert keeping(journal, session) == Keeping(TODAY)
        before = journal.record(session)
        acts = (
            lambda: forgetting.delete(journal, [session], TODAY),
            lambda: forgetting.anonymise(journal, [session], TODAY),
            lambda: forgetting.finish(journal),
            lambda: keep_until(journal, session, None),
        )
        for act in acts:
            with pytest.raises(JournalError, match="this user may not do that there"):
                act()
        assert journal.record(session) == before
        assert keeping(journal, session) == Keeping(TODAY)


# -- names ------------------------------------------------------------------------------------------------------------


def test_names_go_and_the_course_stays(journal: Journal, played: SessionId, other: SessionId) -> None:
    before, info = journal.record(played), journal.session(played)
    [taken] = forgetting.anonymise(journal, [played], TODAY)
    forgetting.finish(journal)
    after = journal.record(played)
    assert rows(journal, CANARY, CANARY.upper(), SECRET, "Dobrova", "Emil", "zorina") == {}
    assert isinstance(after.events[0], SessionOpened)
    assert (journal.session(played).name, after.events[0].name) == ("Monday group", "P1's group")
    assert [(type(e), e.at, e.by) for e in after.events] == [(type(e), e.at, e.by) for e in before.events]
    assert [e.people for e in after.events if isinstance(e, SeatCast)] == [("P1",), ("P2",), ()]
    assert {e.reason for e in after.events if isinstance(e, StopInvoked)} == {"[…]"}
    assert (taken.people, taken.raters, taken.notes, taken.stops) == (2, 1, 40, 1)
    assert score(after).as_text() == score(before).as_text()
    now = journal.session(played)
    assert (now.events, now.created, now.seed, now.last_at) == (info.events, info.created, info.seed, info.last_at)
    assert not pins.pinned(journal, played)
    assert codes.code_of(journal, played) is None
    assert keeping(journal, played) == Keeping(date(2027, 6, 1), TODAY)
    assert journal.faults() == ()


def test_no_byte_of_the_names_is_in_the_files(journal_path: Path, case_text: str) -> None:
    with Journal.open(journal_path, clock=lambda: AT) as journal:
        session = journal.new_session(CANARY, case_text, 7)
        play(journal, session)
        words = (CANARY, CANARY.upper(), CANARY.lower(), SECRET, "Dobrova")
        assert raw(journal_path.parent, *words)
        forgetting.anonymise(journal, [session], TODAY, Wanted(name="Group 1"))
        assert raw(journal_path.parent, *words)
        forgetting.finish(journal)
        assert raw(journal_path.parent, *words) == {}
        assert journal.session(session).name == journal.record(session).events[0].name == "Group 1"  # type: ignore[union-attr]
    assert raw(journal_path.parent, *words) == {}


def test_who_would_be_taken_out_is_told_before(journal: Journal, played: SessionId) -> None:
    names = forgetting.names_of(journal, played, Wanted(keep=("dobrova",)))
    taken = forgetting.taken_from(journal, played, names)
    assert names.people == {f"{CANARY} Dobrova": "P1", "Emil": "P2"}
    assert "Dobrova" not in names.words
    assert (taken.notes, taken.places[CANARY]) == (40, 1)
    assert rows(journal, CANARY)


def test_a_name_that_is_gone_here_is_looked_for_elsewhere(
    journal: Journal, played: SessionId, other: SessionId, case_text: str
) -> None:
    third = journal.branch(played, 2, "a copy")
    names = forgetting.names_of(journal, played)
    assert forgetting.still_named(journal, names, [played]) == (third,)
    forgetting.anonymise(journal, [played, third], TODAY)
    assert forgetting.still_named(journal, names) == ()


def test_a_name_that_cannot_be_kept_changes_nothing(journal: Journal, played: SessionId) -> None:
    before = journal.record(played)
    with pytest.raises(JournalError, match="cannot be kept"):
        forgetting.anonymise(journal, [played], TODAY, Wanted(name="Group\x1b"))
    assert journal.record(played) == before
    assert journal.faults() == ()


def test_what_was_anonymised_can_be_carried_away(journal: Journal, played: SessionId, tmp_path: Path) -> None:
    forgetting.anonymise(journal, [played], TODAY)
    export_session(journal, played, tmp_path / "session.jsonl")
    again = import_session(journal, tmp_path / "session.jsonl")
    assert journal.record(again) == journal.record(played)
    assert keeping(journal, again) == keeping(journal, played) == Keeping(date(2027, 6, 1), TODAY)


def test_a_day_that_was_due_is_met_by_losing_the_names(journal: Journal, played: SessionId) -> None:
    keep_until(journal, played, TODAY - timedelta(days=1))
    forgetting.anonymise(journal, [played], TODAY)
    assert keeping(journal, played) == Keeping(None, TODAY)


# -- what else there is -----------------------------------------------------------------------------------------------


def test_all_of_several_or_none(journal: Journal, played: SessionId, other: SessionId) -> None:
    with pytest.raises(JournalError, match="there is no session"):
        forgetting.delete(journal, [played, "nowhere-1"], TODAY)
    forgetting.delete(journal, [played, other], TODAY)
    assert journal.sessions() == ()


def test_branches_of_branches_are_known(journal: Journal, played: SessionId, other: SessionId) -> None:
    child = journal.branch(played, 3, "child")
    grandchild = journal.branch(child, 2, "grandchild")
    assert {info.id for info in forgetting.branches(journal, played)} == {child, grandchild}
    assert forgetting.branches(journal, grandchild) == forgetting.branches(journal, other) == ()
    forgetting.delete(journal, [played], TODAY)
    assert journal.session(child).parent == played
    assert journal.faults() == ()


def test_the_id_is_not_given_again(journal: Journal, session: SessionId, case_text: str) -> None:
    forgetting.delete(journal, [session], TODAY)
    assert journal.new_session("next", case_text, 1) != session
    with pytest.raises(Gone, match="deleted on 1 March 2027"):
        journal.record(session)


def test_who_has_it_open_is_told(journal: Journal, played: SessionId, store: Path | str) -> None:
    with Journal.open(store) as there:
        live = LiveSession(there, played)
        forgetting.delete(journal, [played], TODAY)
        forgetting.finish(journal)
        with pytest.raises(Gone, match="was deleted"):
            insist(live.refresh)
        with pytest.raises(Gone):
            live.issue(WriteNote(at=AT, by="mediator", text="too late"))
        with pytest.raises(Gone):
            live.tick(AT)
        assert rows(journal, "too late") == {}


def test_who_has_it_open_sees_it_without_names_and_goes_on(
    journal: Journal, played: SessionId, store: Path | str
) -> None:
    with Journal.open(store) as there:
        live = LiveSession(there, played)
        live.issue(WriteNote(at=AT, by="mediator", text=f"{CANARY} again"))
        forgetting.anonymise(journal, [played], TODAY)
        assert insist(live.refresh)
        assert live.session.seats["upper-head"].people == ("P1",)
        assert CANARY not in repr(live.session)
        assert CANARY not in repr(live.moments)
        live.issue(WriteNote(at=AT, by="mediator", text="It goes on."))
        assert live.record() == journal.record(played)
        assert journal.faults() == ()


def insist(refresh: object) -> bool:
    """Look for news until word of it has come, which a server brings a moment later."""
    assert callable(refresh)
    end = time.monotonic() + 20
    while not (news := refresh()) and time.monotonic() < end:
        time.sleep(0.01)
    return bool(news)


def test_a_session_that_is_played_is_not_touched(journal: Journal, played: SessionId, other: SessionId) -> None:
    here = Presence(journal, played)
    here.say(TRAINER, 0.0, False)
    away = Presence(journal, other, host="elsewhere", pid=1)
    away.say(TRAINER, 0.0, False)
    for session in (played, other):
        with pytest.raises(JournalError, match="1 terminal is open"):
            forgetting.demand_closed(journal, [session])
    here.leave()
    forgetting.demand_closed(journal, [played])


def test_a_terminal_that_died_keeps_nothing_open(journal: Journal, played: SessionId, other: SessionId) -> None:
    with subprocess.Popen(["true"]) as gone:
        gone.wait()
    Presence(journal, played, pid=gone.pid).say(TRAINER, 0.0, False)
    Presence(journal, other, clock=lambda: 0.0, host="elsewhere", pid=1).say(TRAINER, 0.0, False)
    forgetting.demand_closed(journal, [played, other])


# -- what gets in between ---------------------------------------------------------------------------------------------


@pytest.fixture
def in_file(journal_path: Path, case_text: str) -> Iterator[tuple[Journal, SessionId]]:
    """A played session in a file."""
    with Journal.open(journal_path, clock=lambda: AT) as journal:
        session = journal.new_session("x", case_text, 7)
        play(journal, session)
        yield journal, session


def test_a_program_that_still_reads_is_named_and_it_is_finished_later(
    in_file: tuple[Journal, SessionId], journal_path: Path
) -> None:
    journal, session = in_file
    journal.database.rows("PRAGMA busy_timeout=50")
    with closing(driver.connect(str(journal_path), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchall()
        forgetting.delete(journal, [session], TODAY)
        with pytest.raises(Away, match="Close all terminals"):
            forgetting.finish(journal)
        assert forgetting.unfinished(journal) == (session,)
        assert raw(journal_path.parent, CANARY)
    forgetting.finish(journal)
    assert forgetting.unfinished(journal) == ()
    assert raw(journal_path.parent, CANARY, SECRET) == {}


FORGET = """
import os, sys
from datetime import date
from simulator.journal import Journal, forgetting
from simulator.journal.forgetting import Wanted
with Journal.open(sys.argv[1]) as journal:
    print("ready", flush=True)
    sys.stdin.readline()
    print("begin", flush=True)
    if sys.argv[3] == "delete":
        forgetting.delete(journal, [sys.argv[2]], date(2027, 3, 1))
    else:
        forgetting.anonymise(journal, [sys.argv[2]], date(2027, 3, 1))
    print("done", flush=True)
    forgetting.finish(journal)
    print("finished", flush=True)
"""


@pytest.mark.parametrize("how", ["delete", "anonymise"])
@pytest.mark.parametrize("tries", [4, pytest.param(60, marks=pytest.mark.soak)])
def test_what_is_killed_has_forgotten_all_or_nothing(tmp_path: Path, case_text: str, how: str, tries: int) -> None:
    seen = set()
    for number in range(tries):
        path = tmp_path / f"{number}" / "journal.db"
        with Journal.open(path, clock=lambda: AT) as journal:
            session = journal.new_session("x", case_text, 7)
            play(journal, session)
            before = journal.record(session)
        with subprocess.Popen(
            [sys.executable, "-c", FORGET, str(path), session, how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        ) as program:  # fmt: skip
            assert program.stdin is not None
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
            program.stdin.write("\n")
            program.stdin.flush()
            assert program.stdout.readline() == "begin\n"
            with suppress(subprocess.TimeoutExpired):
                program.wait(number / tries * (0.03 if how == "delete" else 0.06))
            program.send_signal(signal.SIGKILL)
            heard = program.stdout.read()
        with Journal.open(path) as journal:
            assert journal.faults() == ()
            there = any(info.id == session for info in journal.sessions())
            named = there and journal.record(session) == before
            if named:
                assert "done" not in heard
                assert pins.pinned(journal, session)
            else:
                assert rows(journal, CANARY, SECRET) == {}
                assert there is (how == "anonymise")
                assert not there or not pins.pinned(journal, session)
            if "finished" in heard:
                assert forgetting.unfinished(journal) == ()
            forgetting.delete(journal, [session] if there else [], TODAY)
            forgetting.finish(journal)
        assert raw(path.parent, CANARY, SECRET) == {}
        seen.add(named)
    assert tries < 10 or seen == {True, False}


def place_of(journal: Journal) -> str:
    """Where a journal lies."""
    return journal.database.where
