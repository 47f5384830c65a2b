"""A journal with a session of the smallest case, and the app on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices

WELL = Path(__file__).parents[1] / "cases" / "well" / "scenario.yaml"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf with the well alone."""
    folder = tmp_path / "shelf" / "well"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(WELL.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("scenarios.shelf.folders", lambda: (folder.parent,))
    return folder.parent


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Where the journal lies."""
    return tmp_path / "journal.db"


@pytest.fixture
def make_app(journal: Path, shelf: Path) -> Callable[..., GoodOffices]:
    """Make an app on the journal."""

    def make(**options: object) -> GoodOffices:
        return GoodOffices(journal, **options)  # type: ignore[arg-type]

    return make


@pytest.fixture
def session(journal: Path) -> str:
    """A session in the journal that has not been opened by anybody yet."""
    with Journal.open(journal) as opened:
        return opened.new_session("Table 1", WELL.read_text(encoding="utf-8"), 7)
