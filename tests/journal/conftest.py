"""A journal with one session of the smallest case."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.journal import Journal, SessionId


@pytest.fixture
def at() -> datetime:
    """Nine o'clock on the day of the exercise."""
    return datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def case_text() -> str:
    """The smallest complete case."""
    return (Path(__file__).parents[1] / "cases" / "well" / "scenario.yaml").read_text(encoding="utf-8")


@pytest.fixture
def journal_path(tmp_path: Path) -> Path:
    """Where the journal lies."""
    return tmp_path / "journal.db"


@pytest.fixture
def store(journal_path: Path) -> Path | str:
    """Where the journal of a test lies: a file, unless its module takes `either`."""
    return journal_path


@pytest.fixture(params=["file", "server"])
def either(request: pytest.FixtureRequest, journal_path: Path) -> Path | str:
    """A file, and then a database on a real server: the contract is the same."""
    return journal_path if request.param == "file" else str(request.getfixturevalue("database"))


@pytest.fixture
def journal(store: Path | str, at: datetime) -> Iterator[Journal]:
    """A new journal whose clock stands at nine."""
    with Journal.open(store, clock=lambda: at) as opened:
        yield opened


@pytest.fixture
def session(journal: Journal, case_text: str) -> SessionId:
    """A session without events."""
    return journal.new_session("Monday group", case_text, seed=7)
