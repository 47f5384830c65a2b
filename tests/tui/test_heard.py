"""The console shows the trainer inputs, messages and what was published, at eighty columns."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import TRAINER
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices

HEARD = Path(__file__).parents[1] / "cases" / "well-heard" / "scenario.yaml"


@pytest.fixture
def session(journal: Path) -> str:
    """A session of the Well that hears the valley, opened, with nobody cast."""
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 1", HEARD.read_text(encoding="utf-8"), 7)
        LiveSession(opened, made).issue(c.OpenSession(at=datetime.now(UTC), by=TRAINER, name="Table 1"))
        return made


async def test_the_trainer_reads_inputs_and_both_wordings_of_a_message(
    make_app: Callable[..., GoodOffices],
    session: str,
    issue: Callable[..., None],
    shows: Callable[["Pilot[None]", str], Awaitable[None]],
) -> None:
    for seat in ("upper-head", "lower-head", "mediator", "runner", "speaker", "observer"):
        issue(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(c.StartClock)
    issue(c.EnterPhase, phase="exploration")
    issue(c.FileInput, by="speaker", card="noon-for-school")
    issue(c.SendMessenger, by="mediator", seat="runner", to=("lower-head",), text="Open the lid by Friday.")
    async with make_app(session=session, start="console").run_test(size=(80, 24)) as pilot:
        await pilot.press("0", "0", "0")
        await shows(pilot, "0 Inputs")
        await shows(pilot, "1. An hour at noon for the school")
        await shows(pilot, "not handed in")
        await pilot.press("0")
        await shows(pilot, "0 Messages")
        await shows(pilot, "Open the lid by Friday.")
        await shows(pilot, "On its way until")
