"""The trainer's log: all events, some alone, the beginning of a phase; and as quick with thousands."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest
from textual.pilot import Pilot

from simulator.engine import TRAINER
from simulator.engine.commands import CastSeat, EnterPhase, GiveFloor, StartClock, WriteNote, YieldFloor
from simulator.engine.words import Source
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.widgets.listing import Listing

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]


@pytest.fixture
def playing(session: str, issue: Issue) -> str:
    """A session in its second phase."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(StartClock)
    issue(WriteNote, text="They sit apart.")
    issue(EnterPhase, phase="exploration")
    issue(GiveFloor, body="table", seat="lower-head", limit=120)
    return session


async def test_the_log_shows_a_kind_alone_and_says_what_it_hides(
    make_app: MakeApp, playing: str, shows: Shows, read: Callable[[GoodOffices], str]
) -> None:
    app = make_app(session=playing, start="console")
    async with app.run_test(size=(120, 50), notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("9")
        await shows(pilot, "The phase Briefing began.")
        await shows(pilot, "✎ Exercise control noted: “They sit apart.”")
        await pilot.press("q")
        await shows(pilot, "Show only which events?")
        await pilot.press("down", "enter")
        await shows(pilot, "Only: floor, 8 events hidden")
        assert "The phase Briefing began." not in read(app)
        await pilot.press("q")
        await shows(pilot, "Show only which events?")
        await pilot.press("home", "enter")
        await shows(pilot, "The phase Briefing began.")


async def test_one_goes_to_the_beginning_of_a_phase(make_app: MakeApp, playing: str, shows: Shows) -> None:
    app = make_app(session=playing, start="console")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("9", "N")
        await shows(pilot, "Go to the beginning of which phase?")
        await pilot.press("enter")
        await pilot.pause()
        listing = app.screen.query_one(Listing)
        assert "The phase Briefing began." in str(dict(listing.rows)[str(listing.picked)])


@pytest.mark.soak
async def test_thousands_of_events_are_quick(
    make_app: MakeApp,
    playing: str,
    issue: Issue,
    journal: Path,
    shows: Shows,
    read: Callable[[GoodOffices], str],
) -> None:
    """From a key to the paint with 5,000 events in the log; the figures are printed."""
    with Journal.open(journal) as opened:
        live = LiveSession(opened, playing)
        while live.session.number < 5000:
            at = datetime.now(UTC)
            live.issue(YieldFloor(at=at, by=TRAINER, body="table"))
            live.issue(GiveFloor(at=at, by=TRAINER, body="table", seat="lower-head", limit=120))
    app = make_app(session=playing, start="console")
    async with app.run_test(size=(160, 50), notifications=True) as pilot:
        await shows(pilot, "running")
        for keys in (("9",), ("down",), ("end",), ("pageup",), ("4",), ("9",)):
            before = perf_counter()
            await pilot.press(*keys)
            await pilot.pause()
            print(f"{keys[0]:>7}: {1000 * (perf_counter() - before):6.1f} ms")
        before = perf_counter()
        issue(YieldFloor, body="table")
        app.poll()
        await pilot.pause()
        print(f"  event: {1000 * (perf_counter() - before):6.1f} ms")
        assert "events hidden" in read(app)
        await pilot.press("N")
        await shows(pilot, "Go to the beginning of which phase?")
        await pilot.press("enter")
        await pilot.pause()
        listing = app.screen.query_one(Listing)
        assert "The phase Briefing began." in str(dict(listing.rows)[str(listing.picked)])
