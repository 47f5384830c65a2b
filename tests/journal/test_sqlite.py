"""Which SQLite, which file, which settings."""

import os
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.engine.events import NoteWritten
from simulator.journal import Journal, JournalError, SessionId, default_path, sqlite
from simulator.journal.place import file_system
from simulator.journal.sqlite import driver, is_safe
from simulator.journal.tables import APPLICATION, FIRST, VERSION

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((3, 51, 2), False),
        ((3, 51, 0), False),
        ((3, 50, 7), True),
        ((3, 50, 6), False),
        ((3, 44, 6), True),
        ((3, 44, 5), False),
        ((3, 45, 0), False),
        ((3, 40, 1), False),
    ],
)
def test_safe_versions(version: tuple[int, int, int], safe: bool) -> None:
    assert is_safe(version) is safe


def test_this_machine_has_a_safe_one() -> None:
    assert sqlite.MANY_WRITERS
    assert is_safe(driver.sqlite_version_info)


def test_only_the_owner_reads_it(journal: Journal, journal_path: Path, session: SessionId) -> None:
    files = sorted(journal_path.parent.iterdir())
    assert [file.name for file in files] == ["journal.db", "journal.db-shm", "journal.db-wal"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_settings(journal: Journal) -> None:
    asked = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "trusted_schema", "cell_size_check")
    found = [journal.database.one(f"PRAGMA {name}") for name in (*asked, "application_id", "user_version")]
    assert found == [("wal",), (2,), (5000,), (1,), (0,), (1,), (APPLICATION,), (VERSION,)]


def test_without_a_safe_version_a_rollback_journal_serves(
    journal_path: Path, case_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(journal_path) as journal:
        session = journal.new_session("x", case_text, 1)
        monkeypatch.setattr(sqlite, "MANY_WRITERS", False)
        with pytest.raises(JournalError, match="another terminal holds it"):
            Journal.open(journal_path)
    with Journal.open(journal_path) as journal:
        assert journal.database.one("PRAGMA journal_mode") == ("delete",)
        assert journal.database.one("PRAGMA synchronous") == (3,)
        assert journal.session(session).seed == 1
    monkeypatch.setattr(sqlite, "MANY_WRITERS", True)
    with Journal.open(journal_path) as journal:
        assert journal.database.one("PRAGMA journal_mode") == ("delete",)
        assert journal.database.one("PRAGMA synchronous") == (3,)


def test_a_link_leads_to_the_real_file(
    journal: Journal, journal_path: Path, session: SessionId, tmp_path: Path
) -> None:
    alias = tmp_path / "alias.db"
    alias.symlink_to(journal_path)
    with Journal.open(alias) as other:
        assert other.database.where == str(journal_path.resolve())
        assert other.session(session).id == session
    assert not list(tmp_path.glob("alias.db-*"))


def test_a_hard_link_is_refused(journal_path: Path, tmp_path: Path) -> None:
    Journal.open(journal_path).close()
    os.link(journal_path, tmp_path / "twin.db")
    with pytest.raises(JournalError, match="2 names"):
        Journal.open(journal_path)


def test_a_creation_cut_off_between_two_names_is_finished(journal_path: Path, tmp_path: Path) -> None:
    Journal.open(journal_path).close()
    os.link(journal_path, tmp_path / ".journal.db.17-abcd.new")
    Journal.open(journal_path).close()
    assert [file.name for file in tmp_path.iterdir()] == ["journal.db"]


def _foreign(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def _text(path: Path) -> None:
    path.write_text("Dear diary, " * 500)


def _empty(path: Path) -> None:
    path.touch()


def _newer(path: Path) -> None:
    Journal.open(path).close()
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version=999")


def _truncated(path: Path) -> None:
    Journal.open(path).close()
    os.truncate(path, path.stat().st_size // 2)


def _cut_in_the_header(path: Path) -> None:
    Journal.open(path).close()
    os.truncate(path, 60)


def _with_a_trigger(path: Path) -> None:
    Journal.open(path).close()
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("CREATE TRIGGER gone AFTER INSERT ON events BEGIN DELETE FROM pins; END")


def _with_a_view(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute(f"PRAGMA user_version={VERSION}")
        for statement in FIRST[:2]:
            connection.execute(statement)
        connection.execute("CREATE VIEW events AS SELECT * FROM commands")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_foreign, "not a journal of Good Offices"),
        (_text, "not a journal of Good Offices"),
        (_empty, "empty"),
        (_newer, "layout 999, and this program knows layouts up to 4: a newer program"),
        (_truncated, "damaged"),
        (_cut_in_the_header, "not a journal of Good Offices|damaged"),
        (_with_a_trigger, "the tables of this file are not those of a journal"),
        (_with_a_view, "the tables of this file are not those of a journal"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_not_a_sound_journal_is_left_as_it_is(make: object, reason: str, journal_path: Path) -> None:
    assert callable(make)
    make(journal_path)
    before = journal_path.read_bytes()
    with pytest.raises(JournalError, match=reason) as refused:
        Journal.open(journal_path)
    assert str(journal_path) in str(refused.value)
    assert journal_path.read_bytes() == before
    assert [file.name for file in journal_path.parent.iterdir()] == ["journal.db"]


def test_a_folder_or_a_pipe_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="not a file"):
        Journal.open(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(JournalError, match="not a file"):
        Journal.open(tmp_path / "pipe")
    (tmp_path / "file").write_text("x")
    with pytest.raises(JournalError, match="no journal can be kept here"):
        Journal.open(tmp_path / "file" / "journal.db")


def test_a_checkpoint_cut_short_is_not_taken_for_damage(journal_path: Path, case_text: str, tmp_path: Path) -> None:
    torn, log = tmp_path / "torn.db", tmp_path / "torn.db-wal"
    with Journal.open(journal_path) as journal:
        session = journal.new_session("x", case_text, 1)
        for number in range(50):
            journal.append(session, number, [NoteWritten(at=AT, by="mediator", text="x" * 2000)])
        before, kept = journal_path.read_bytes(), journal_path.with_name("journal.db-wal").read_bytes()
    after = journal_path.read_bytes()
    assert len(after) > len(before)
    torn.write_bytes(after[:4096] + before[4096:])  # the first page says how long the file will be
    log.write_bytes(kept)
    with Journal.open(torn) as journal:
        assert len(journal.events(session)) == 50
        assert journal.faults() == ()


def test_a_journal_that_is_replaced_while_open_is_not_written(
    journal: Journal, journal_path: Path, case_text: str
) -> None:
    journal_path.rename(journal_path.with_name("elsewhere.db"))
    with pytest.raises(JournalError, match="moved, replaced or removed"):
        journal.new_session("x", case_text, 1)
    journal_path.touch()
    with pytest.raises(JournalError, match="moved, replaced or removed"):
        journal.new_session("x", case_text, 1)


def test_a_writer_that_holds_on_is_named(journal: Journal, journal_path: Path, case_text: str) -> None:
    journal.database.rows("PRAGMA busy_timeout=50")
    with closing(driver.connect(str(journal_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="another terminal holds it"):
            journal.new_session("x", case_text, 1)
        other.execute("ROLLBACK")
    journal.new_session("x", case_text, 1)


def test_a_network_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.journal.place.file_system", lambda folder: "nfs4")
    with pytest.raises(JournalError, match="network disk"):
        Journal.open(tmp_path / "journal.db")


def test_the_kind_of_a_disk_is_read_from_its_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "1 0 8:1 / / rw - ext4 /dev/sda rw\n2 1 0:9 / /mnt/our\\040share rw shared:1 - cifs //a/b rw\nnonsense\n"
    )
    assert file_system(Path("/mnt/our share/talks"), mounts) == "cifs"
    assert file_system(Path("/mnt/other"), mounts) == "ext4"
    assert file_system(Path("/"), tmp_path / "none") == ""


def test_the_user_may_name_another_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOODOFFICES_JOURNAL", str(tmp_path / "mine.db"))
    assert default_path() == tmp_path / "mine.db"
    monkeypatch.delenv("GOODOFFICES_JOURNAL")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path() == tmp_path / "good-offices" / "journal.db"
    with Journal.open():
        assert stat.S_IMODE(default_path().stat().st_mode) == 0o600
        assert stat.S_IMODE(default_path().parent.stat().st_mode) == 0o700
