"""A terminal that loses its journal says so, keeps what was asked and typed, and comes back."""

import resource
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import TRAINER
from simulator.engine.commands import OpenSession
from simulator.journal import Journal, LiveSession
from simulator.journal.sqlite import driver
from simulator.tui.app import GoodOffices
from simulator.tui.widgets.away import AwayLine
from tests.server import Server, programs
from tests.tui.conftest import WELL, screen_text

Shows = Callable[["Pilot[None]", str], Awaitable[None]]

AWAY = "The journal is away"


class Trouble:
    """How a journal goes away and comes back."""

    def __init__(self, store: Path | str, kind: str, server: Server | None) -> None:
        self.store = store
        self._kind = kind
        self._server = server
        self._holder = driver.connect(str(store), isolation_level=None) if kind == "locked" else None

    def begins(self) -> None:
        """Take the journal away."""
        path = Path(self.store)
        if self._server is not None:
            self._server.halt(signal.SIGKILL if self._kind == "killed" else signal.SIGINT)
        elif self._holder is not None:
            self._holder.execute("BEGIN IMMEDIATE")
        elif self._kind == "moved":
            path.rename(path.with_suffix(".elsewhere"))
        else:  # no file of this process may grow any more, as on a full disk
            resource.setrlimit(resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))

    def ends(self) -> None:
        """Give it back."""
        path = Path(self.store)
        if self._server is not None:
            self._server.start()
        elif self._holder is not None:
            self._holder.execute("ROLLBACK")
        elif self._kind == "moved":
            path.with_suffix(".elsewhere").rename(path)
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@pytest.fixture(params=["moved", "locked", "full", "stopped", "killed"])
def trouble(request: pytest.FixtureRequest, journal: Path) -> Iterator[Trouble]:
    """A journal in a file or on a server, with its trouble."""
    if request.param in ("stopped", "killed"):
        found = programs()
        if found is None:
            pytest.skip("there is no PostgreSQL here")
        server = Server(found)
        yield Trouble(server.url(), request.param, server)
        server.stop()
        return
    Journal.open(journal).close()
    trouble = Trouble(journal, request.param, None)
    yield trouble
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if trouble._holder is not None:
        trouble._holder.close()


async def test_it_says_so_keeps_what_was_asked_and_comes_back(trouble: Trouble, shelf: Path, shows: Shows) -> None:
    with Journal.open(trouble.store) as journal:
        session = journal.new_session("Table 1", WELL.read_text(encoding="utf-8"), 7)
        LiveSession(journal, session).issue(OpenSession(at=datetime.now(UTC), by=TRAINER, name="Table 1"))
    app = GoodOffices(trouble.store, session=session, start="console")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Acts")
        app.desk.journal.database.rows("SELECT 1")
        if trouble._kind == "locked":
            app.desk.journal.database.rows("PRAGMA busy_timeout=50")
        await pilot.press("w")
        await shows(pilot, "A note for the debriefing")
        await pilot.press(*"before")
        await shows(pilot, "before")
        trouble.begins()
        await pilot.press("ctrl+s")
        await shows(pilot, AWAY)
        await shows(pilot, "1 act waits here")
        await pilot.press("w")
        await shows(pilot, "A note for the debriefing")
        await pilot.press(*"half a")
        await shows(pilot, "half a")
        await pilot.pause(1.2)
        assert AWAY in screen_text(app), "the line stays as long as the journal is away"
        assert "half a" in screen_text(app), "what is typed stays"
        trouble.ends()
        for _ in range(200):
            await pilot.pause(0.05)
            if AWAY not in screen_text(app):
                break
        assert AWAY not in screen_text(app)
        assert "half a" in screen_text(app)
        await pilot.press(*" word", "ctrl+s")
        for _ in range(100):
            await pilot.pause(0.05)
            if len(app.desk.session.notes.get(TRAINER, ())) == 2:
                break
        assert not app.query(AwayLine)
    with Journal.open(trouble.store) as journal:
        notes = [text for _, text in LiveSession(journal, session).session.notes[TRAINER]]
        assert notes == ["before", "half a word"]
        assert journal.faults() == ()


async def test_another_terminal_sees_an_act_within_a_quarter_of_a_second(
    journal: Path, session: str, shelf: Path, shows: Shows, issue: Callable[..., None]
) -> None:
    from simulator.engine.commands import WriteNote

    app = GoodOffices(journal, session=session, start="console")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Acts")
        number = app.desk.session.number
        issue(WriteNote, text="from elsewhere")
        await pilot.pause(0.25)
        assert app.desk.session.number == number + 1
        with closing(driver.connect(str(journal))) as reader:
            assert reader.execute("SELECT max(number) FROM events").fetchone() == (number + 1,)
