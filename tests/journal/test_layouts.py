"""Journals of older layouts: read as they are, raised by the first write, and refused by programs older than they."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from simulator.journal import Journal, JournalError, codes, forgetting, pins
from simulator.journal.errors import Gone
from simulator.journal.keeping import keepings
from simulator.journal.sqlite import driver
from simulator.journal.tables import APPLICATION, VERSION, statements


@pytest.fixture(params=range(1, VERSION))
def older(request: pytest.FixtureRequest, journal_path: Path, case_text: str, tmp_path: Path) -> Path:
    """A journal of an older layout with a session and a PIN, whose rows a program of today wrote."""
    with Journal.open(tmp_path / "today.db") as journal:
        session = journal.new_session("old", case_text, 1)
        pins.set_pin(journal, session, "mediator", "471147")
    with closing(driver.connect(str(journal_path), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={request.param}")
        for statement in statements(request.param):
            connection.execute(statement)
        connection.execute("ATTACH ? AS today", (str(tmp_path / "today.db"),))
        for table in ("sessions", "commands", "events", "pins"):
            connection.execute(f"INSERT INTO {table} SELECT * FROM today.{table}")
    return journal_path


def _layout(path: Path) -> int:
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_it_is_read_as_it_is_and_raised_by_the_first_write(older: Path, case_text: str) -> None:
    before = _layout(older)
    with Journal.open(older) as journal:
        assert [info.name for info in journal.sessions()] == ["old"]
        assert pins.has_pin(journal, journal.sessions()[0].id, "mediator")
        assert _layout(older) == before < VERSION
        journal.new_session("new", case_text, 2)
        assert _layout(older) == VERSION
        assert journal.faults() == ()
    with Journal.open(older) as journal:
        assert [info.name for info in journal.sessions()] == ["new", "old"]


def test_what_came_later_works_in_it_at_once(older: Path) -> None:
    with Journal.open(older) as journal:
        session = journal.sessions()[0].id
        assert codes.code_of(journal, session) is None
        code = codes.new_code(journal, session)
        assert codes.code_of(journal, session) == code


def test_it_can_forget_at_once(older: Path) -> None:
    with Journal.open(older) as journal:
        session = journal.sessions()[0].id
        assert keepings(journal) == {}
        assert forgetting.unfinished(journal) == ()
        forgetting.demand_closed(journal, [session])
        forgetting.delete(journal, [session], date(2027, 3, 1))
        forgetting.finish(journal)
        assert _layout(older) == VERSION
        assert journal.sessions() == ()
        with pytest.raises(Gone):
            journal.record(session)
    Journal.open(older).close()


def test_a_terminal_that_had_it_open_goes_on(older: Path, case_text: str) -> None:
    with Journal.open(older) as here, Journal.open(older) as there:
        here.new_session("new", case_text, 2)
        there.new_session("newer", case_text, 3)
        assert [info.name for info in there.sessions()] == ["newer", "new", "old"]


def test_a_write_that_fails_leaves_the_old_layout(older: Path) -> None:
    before = _layout(older)
    with Journal.open(older) as journal:
        with pytest.raises(RuntimeError), journal.database.writing("x"):
            raise RuntimeError
        assert _layout(older) == before
        assert [info.name for info in journal.sessions()] == ["old"]


def test_a_layout_with_the_tables_of_another_is_refused(older: Path) -> None:
    with closing(driver.connect(str(older), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version={VERSION}")
    with pytest.raises(JournalError, match="tables of this file are not those"):
        Journal.open(older)


def test_an_older_program_refuses_a_newer_journal_and_changes_nothing(
    journal_path: Path, case_text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(journal_path) as journal:
        journal.new_session("new", case_text, 1)
    shutil.copy(journal_path, tmp_path / "before")
    monkeypatch.setattr("simulator.journal.sqlite.VERSION", VERSION - 1)
    with pytest.raises(JournalError, match=f"layout {VERSION}, and this program knows layouts up to {VERSION - 1}"):
        Journal.open(journal_path)
    assert journal_path.read_bytes() == (tmp_path / "before").read_bytes()


def test_an_older_program_that_has_it_open_writes_nothing_more(
    older: Path, case_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(older) as there:
        with Journal.open(older) as here:
            here.new_session("new", case_text, 2)
        monkeypatch.setattr("simulator.journal.sqlite.VERSION", VERSION - 1)
        with pytest.raises(JournalError, match="a newer program made it"):
            there.new_session("never", case_text, 3)
        assert [info.name for info in there.sessions()] == ["new", "old"]
