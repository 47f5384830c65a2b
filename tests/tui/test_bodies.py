"""The console opens and closes sittings, changes a chair, and shows the agendas of all bodies, at eighty columns."""

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

FORD = Path(__file__).parents[1] / "cases" / "ford" / "scenario.yaml"
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
SMALL = (80, 24)


@pytest.fixture
def session(journal: Path) -> str:
    """A session of the Ford, opened, with nobody cast."""
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 1", FORD.read_text(encoding="utf-8"), 7)
        LiveSession(opened, made).issue(c.OpenSession(at=datetime.now(UTC), by=TRAINER, name="Table 1"))
        return made


@pytest.fixture
def meeting(make_app: Callable[..., GoodOffices], session: str, issue: Issue) -> GoodOffices:
    """The console of the first round, with an agenda to which somebody objects."""
    for seat in ("east-head", "east-herder", "west-head", "island-head", "first", "second", "monitor", "teacher"):
        issue(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(c.StartClock)
    issue(c.EnterPhase, phase="round-1")
    issue(c.ProposeAgenda, by="first", issues=("name", "crossing"))
    issue(c.ObjectToItem, by="west-head", item="name", reason="Not its name.", wording="The island")
    return make_app(session=session, start="console")


async def test_the_trainer_opens_closes_and_hands_on(
    meeting: GoodOffices, shows: Shows, now: Callable[[], Session]
) -> None:
    async with meeting.run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "First round")
        await pilot.press("3", "down")
        await shows(pilot, "not open")
        await pilot.press("u")
        await shows(pilot, "nobody speaks; 0 waiting")
        assert now().floors["group"].state == "open"
        await pilot.press("u")
        await shows(pilot, "Suspend it")
        await pilot.press("down", "enter")
        await shows(pilot, "not open")
        await pilot.press("F")
        await shows(pilot, "Who takes the chair?")
        await pilot.press("down", "enter")
        await shows(pilot, "Why?")
        await pilot.press(*"ill", "enter")
        await shows(pilot, "Kit Farrow")
    assert now().floors["group"].chair == ("monitor",)


async def test_the_trainer_sees_the_agendas_of_all_bodies(meeting: GoodOffices, shows: Shows, issue: Issue) -> None:
    async with meeting.run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "First round")
        await pilot.press("6")
        await shows(pilot, "proposed; agreed by 0 parties")
        await shows(pilot, "Working group on the crossing: none yet")
        await pilot.press("tab", "end")
        await shows(pilot, "The east bank calls the island")
        issue(c.OpenSitting, by="second", body="group")
        await pilot.press("tab", "down", "i")
        await shows(pilot, "Propose which items?")
        await pilot.press("ctrl+s")
        await shows(pilot, "Working group on the crossing: proposed")
