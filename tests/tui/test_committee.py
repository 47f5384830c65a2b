"""The console has the committee with every party's readings, sends a report back and lifts what is blocked."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import TRAINER, Session
from simulator.engine import commands as c
from simulator.engine.commands import ReportLine
from simulator.engine.words import Settled, Source
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices

CASE = Path(__file__).parents[1] / "cases" / "committee" / "scenario.yaml"
MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]


@pytest.fixture
def session(journal: Path) -> str:
    """A session of the committee, opened, with nobody cast."""
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 1", CASE.read_text(encoding="utf-8"), 7)
        LiveSession(opened, made).issue(c.OpenSession(at=datetime.now(UTC), by=TRAINER, name="Table 1"))
        return made


async def test_the_trainer_reads_all_readings_lifts_and_sends_back(
    make_app: MakeApp, session: str, issue: Issue, now: Callable[[], Session], shows: Shows
) -> None:
    for seat in now().scenario.seats:
        issue(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(c.StartClock)
    issue(c.EnterPhase, phase="opening")
    issue(c.EnterPhase, phase="sub-committees")
    lines = {"councils": ReportLine(settled=Settled.BLOCKED, text="No trust.")}
    issue(c.DeliverReport, by="councils-chair", body="institutions", lines=lines)
    async with make_app(session=session, start="console").run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Sub-committees")
        await pilot.press("0", "0")
        await shows(pilot, "0 Committee")
        await shows(pilot, "read by GOV, COO")
        await pilot.press("Y")
        await shows(pilot, "Lift an issue of report 1")
        await pilot.press("ctrl+s")
        await shows(pilot, "lifted to the h")
        await pilot.press("enter")
        await shows(pilot, "Send report 1 back")
        await pilot.press(*"No", "ctrl+s")
        await shows(pilot, "returned")
    assert now().reports[1].reason == "No"
    assert now().reports[1].lifted == {"councils": "heads"}
