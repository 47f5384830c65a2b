"""What survives: killed writers, many writers, a full disk. The file is read here by other code than the journal's."""

import hashlib
import json
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import TRAINER
from simulator.engine.commands import OpenSession
from simulator.journal import Journal, JournalError, LiveSession
from simulator.journal.sqlite import driver

HERE = Path(__file__).parent


def run(program: str, *arguments: object) -> dict[str, Any]:
    """What a program beside this file prints."""
    command = [sys.executable, str(HERE / program), *(str(a) for a in arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def texts(path: Path, session: str) -> list[str]:
    """The notes in the file, after making sure that file, numbers and chain are whole."""
    with closing(driver.connect(str(path))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = connection.execute(
            "SELECT number, command, event, seal FROM events WHERE session = ? ORDER BY number", (session,)
        ).fetchall()
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    for (_, _, _, before), (number, command, event, seal) in pairwise(rows):
        assert hashlib.sha256(before + f"{number}\n{command}\n{event}".encode()).digest() == seal
    return [json.loads(row[2]).get("text", "") for row in rows]


def lost(acknowledged: dict[str, int], kept: list[str]) -> list[str]:
    """The acknowledged commands that are not where they were said to be (0: somewhere)."""
    there = {text: number for number, text in enumerate(kept, start=1)}
    return [
        command for command, number in acknowledged.items() if there.get(command, -1) != (number or there.get(command))
    ]


@pytest.fixture
def begun(journal_path: Path, case_text: str) -> tuple[Path, str]:
    """A journal that no process has open, with an empty session."""
    with Journal.open(journal_path) as journal:
        return journal_path, journal.new_session("x", case_text, 1)


@pytest.mark.parametrize("kills", [30, pytest.param(1000, marks=[pytest.mark.soak, pytest.mark.timeout(900)])])
def test_killed_writers_lose_and_double_nothing(begun: tuple[Path, str], kills: int) -> None:
    path, session = begun
    seed = 20261122
    heard = run("kills.py", path, session, kills, seed)
    kept = texts(path, session)
    missing = lost(heard["acknowledged"], kept)
    print(
        f"seed {seed}: {kills} kills, {heard['killed_under_way']} of them under way, "
        f"{len(heard['acknowledged'])} acknowledged, {len(missing)} lost, {heard['found_again']} found again by id"
    )
    assert heard["acknowledged"], "the harness killed too early to prove anything"
    assert missing == []
    assert len(set(kept)) == len(kept)
    with Journal.open(path) as journal:
        assert journal.faults() == ()


def test_the_kill_harness_sees_a_loss(begun: tuple[Path, str]) -> None:
    path, session = begun
    heard = run("kills.py", path, session, 5, 1)
    latest = max(heard["acknowledged"].values())
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER events_are_never_removed")
        connection.execute("DELETE FROM events WHERE number >= ?", (latest,))
    assert lost(heard["acknowledged"], texts(path, session))


def test_eight_terminals_write_at_once(begun: tuple[Path, str]) -> None:
    path, session = begun
    with Journal.open(path) as journal:
        opening = OpenSession(at=datetime(2026, 11, 22, 9, tzinfo=UTC), by=TRAINER, name="x")
        LiveSession(journal, session).issue(opening)
    writers, notes = 8, 50
    programs = [
        subprocess.Popen(
            [sys.executable, str(HERE / "writers.py"), str(path), session, f"t{writer}", str(notes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for writer in range(writers)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    began = time.perf_counter()
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    said = [program.communicate(timeout=100)[0] for program in programs]
    took = time.perf_counter() - began
    assert [program.returncode for program in programs] == [0] * writers
    found = [json.loads(text.splitlines()[-1]) for text in said]
    print(
        f"{writers * notes / took:.0f} events/s, median {max(f['median'] for f in found) * 1000:.1f} ms, "
        f"slowest {max(f['slowest'] for f in found) * 1000:.0f} ms"
    )
    _, *kept = texts(path, session)
    assert sorted(kept) == sorted(f"t{writer}-{step}" for writer in range(writers) for step in range(notes))
    for writer in range(writers):
        own = [text for text in kept if text.startswith(f"t{writer}-")]
        assert own == [f"t{writer}-{step}" for step in range(notes)]


@pytest.mark.parametrize("limit", [100_000, 300_000, 1_000_000])
def test_a_full_disk_is_told_and_is_not_the_end(begun: tuple[Path, str], limit: int) -> None:
    path, session = begun
    heard = run("full.py", path, session, limit)
    assert "nothing that was confirmed is lost" in heard["said"] or "may be full" in heard["said"]
    assert heard["readable"] == heard["before"]
    assert heard["after"] == heard["before"] + 20
    assert len(texts(path, session)) == heard["after"]


def test_a_disk_too_full_to_open_is_told(tmp_path: Path) -> None:
    code = (
        "import resource, sys\n"
        "from simulator.journal import Journal, JournalError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    Journal.open(sys.argv[1])\n"
        "except JournalError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "journal.db")], capture_output=True, text=True, timeout=60
    )
    assert "full" in done.stdout, done.stderr
    assert not (tmp_path / "journal.db").exists()
    Journal.open(tmp_path / "journal.db").close()


def test_a_read_only_file_is_told(begun: tuple[Path, str]) -> None:
    path, session = begun
    with Journal.open(path) as journal:
        journal.database.rows("PRAGMA query_only=ON")
        with pytest.raises(JournalError, match="may not be written"):
            journal.branch(session, 0, "x")
