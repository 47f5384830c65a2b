"""The console reports incidents, records what was found, and judges promises, at eighty columns."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import TRAINER, Session
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.seat.form import FormPage

WATCHED = Path(__file__).parents[1] / "cases" / "hotline" / "scenario.yaml"
MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
SMALL = (80, 24)


@pytest.fixture
def session(journal: Path) -> str:
    """A session of the watched Well, opened, with nobody cast."""
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 1", WATCHED.read_text(encoding="utf-8"), 7)
        LiveSession(opened, made).issue(c.OpenSession(at=datetime.now(UTC), by=TRAINER, name="Table 1"))
        return made


@pytest.fixture
def watched(make_app: MakeApp, session: str, issue: Issue) -> GoodOffices:
    """The console of its first round."""
    for seat in ("upper-head", "lower-head", "mediator", "monitor"):
        issue(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(c.StartClock)
    issue(c.EnterPhase, phase="first-round")
    return make_app(session=session, start="console")


async def test_the_trainer_reports_reads_the_truth_verifies_and_closes(
    watched: GoodOffices, issue: Issue, now: Callable[[], Session], shows: Shows
) -> None:
    async with watched.run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "First round")
        await pilot.press("0", "0")
        await shows(pilot, "0 Hotline")
        await shows(pilot, "to report")
        await shows(pilot, "Mend the pump")
        await pilot.press("enter")
        await shows(pilot, "Report an incident")
        await pilot.press("ctrl+s")
        await shows(pilot, "left: acknowledgement")
        issue(c.CallBack, by="upper-head", incident=1, text="Our goats were on the slope.")
        issue(c.CallBack, by="lower-head", incident=1, text="The goats broke it.")
        await shows(pilot, "called back")
        await pilot.press("tab", "end")
        await shows(pilot, "The mule of a trader broke the fence")
        await pilot.press("tab", "Z")
        await shows(pilot, "No incident is so far")
        issue(c.VerifyIncident, incident=1, verified=True, text="A mule.")
        await shows(pilot, "verified")
        await pilot.press("Z")
        await shows(pilot, "Close the record")
        await pilot.press("ctrl+s")
        await shows(pilot, "closed")
    assert now().incidents[1].state == "closed"


async def test_the_keys_of_the_hotline_mean_nothing_in_another_pane(watched: GoodOffices, shows: Shows) -> None:
    async with watched.run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "First round")
        await pilot.press("1", "R")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, FormPage)
        await pilot.press("0", "0")
        await shows(pilot, "0 Hotline")
        await pilot.press("R")
        await shows(pilot, "Report an incident")
