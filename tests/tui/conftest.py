"""A journal with a session of the smallest case, and the app on it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from simulator.engine import TRAINER, Session
from simulator.engine.commands import Intent, OpenSession
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from tests.pseudo import pseudo as pseudo

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
    """A session of the well, opened, with nobody cast."""
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 1", WELL.read_text(encoding="utf-8"), 7)
        LiveSession(opened, made).issue(OpenSession(at=datetime.now(UTC), by=TRAINER, name="Table 1"))
        return made


@pytest.fixture
def issue(journal: Path, session: str) -> Callable[..., None]:
    """Ask something of the session from another terminal; the trainer asks unless `by` says otherwise."""

    def ask(do: type[Intent], by: str = TRAINER, **fields: Any) -> None:
        with Journal.open(journal) as opened:
            LiveSession(opened, session).issue(do(at=datetime.now(UTC), by=by, **fields))  # type: ignore[arg-type]

    return ask


@pytest.fixture
def now(journal: Path, session: str) -> Callable[[], Session]:
    """What is true of the session, read from the journal."""

    def state() -> Session:
        with Journal.open(journal) as opened:
            return LiveSession(opened, session).session

    return state


Shows = Callable[["Pilot[None]", str], Awaitable[None]]


def screen_text(app: App[None]) -> str:
    """What the screen shows, line by line."""
    return "\n".join("".join(s.text for s in strip) for strip in app.screen._compositor.render_strips())


@pytest.fixture
def read() -> Callable[[App[None]], str]:
    """Read the screen."""
    return screen_text


@pytest.fixture
def shows() -> Shows:
    """Wait until the screen shows some words; fail with the whole screen when it never does."""

    async def wait(pilot: "Pilot[None]", words: str) -> None:
        for _ in range(100):
            await pilot.pause()
            if words in screen_text(pilot.app):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{words!r} is not on the screen:\n{screen_text(pilot.app)}")

    return wait
