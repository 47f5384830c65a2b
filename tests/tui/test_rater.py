"""A rater's own screen: one key a tag, a slip taken back, notes on moments, the rubric, the lock."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.engine.commands import AdmitRater, CastSeat, EnterPhase, GiveFloor, RequestFloor, StartClock
from simulator.engine.words import Move, Source
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.rater.keys import TAGS
from simulator.tui.screens.rater import RaterScreen

Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Read = Callable[["App[None]"], str]
Now = Callable[[], Any]

SIZE = (80, 24)


@pytest.fixture
def curtain(make_app: Callable[..., GoodOffices], session: str, journal: Path, issue: Any, now: Now) -> GoodOffices:
    """The curtain of a session in which Dalia Venn speaks; Ana rates, and Ben has no PIN."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN)
    issue(StartClock)
    issue(EnterPhase, phase="exploration")
    body = next(iter(now().scenario.bodies))
    issue(RequestFloor, "upper-head", body=body)
    issue(GiveFloor, body=body, seat="upper-head")
    issue(AdmitRater, rater="ana")
    issue(AdmitRater, rater="ben")
    with Journal.open(journal) as opened:
        set_pin(opened, session, "ana", "4242")
        set_pin(opened, session, "trainer", "1414")
    return make_app(session=session, start="curtain")


async def sit(pilot: "Pilot[None]", shows: Shows, name: str = "ana") -> None:
    """Open the sheet of a rater at the curtain."""
    await shows(pilot, "Who sits down here?")
    await pilot.press("R")
    await shows(pilot, "Who rates?")
    pilot.app.screen.query_one(Input).value = name
    await pilot.press("enter")
    if name == "ana":
        await shows(pilot, "ana: your PIN")
        pilot.app.screen.query_one(Input).value = "4242"
        await pilot.press("enter")
        await shows(pilot, "Rater: ana")


async def test_every_move_is_one_key_on_who_has_the_floor(curtain: GoodOffices, shows: Shows, now: Now) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await sit(pilot, shows)
        await shows(pilot, "Tags go to: Dalia Venn (Upper), has the floor")
        for key, _ in TAGS:
            await pilot.press(key)
        await shows(pilot, "13 tags")
        assert isinstance(curtain.screen, RaterScreen)
        assert [tag.move for tag in now().tags.values()] == [move for _, move in TAGS]
        assert {tag.seat for tag in now().tags.values()} == {"upper-head"}
        assert {tag.by for tag in now().tags.values()} == {"ana"}
    assert {move for _, move in TAGS} == set(Move)


async def test_a_slip_is_taken_back(curtain: GoodOffices, shows: Shows, now: Now) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await sit(pilot, shows)
        await pilot.press("o", "h")
        await shows(pilot, "TAG threat")
        await pilot.press("u")
        await shows(pilot, "1 tag")
        assert [tag.move for tag in now().tags.values()] == [Move.OPEN_QUESTION]


async def test_another_person_is_marked_until_the_floor_is_followed_again(
    curtain: GoodOffices, shows: Shows, now: Now
) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await sit(pilot, shows)
        await pilot.press("right")
        await shows(pilot, "marked by you")
        await pilot.press("s")
        await shows(pilot, "1 tag")
        await pilot.press("full_stop", "p")
        await shows(pilot, "2 tags")
        first, second = now().tags.values()
        assert first.seat != "upper-head"
        assert second.seat == "upper-head"


async def test_a_note_a_level_and_the_lock(curtain: GoodOffices, shows: Shows, now: Now) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await sit(pilot, shows)
        await pilot.press("f")
        await shows(pilot, "not rated yet")
        await pilot.press("3")
        await shows(pilot, "A level rests on")
        await pilot.press("n")
        await shows(pilot, "What did you see of Dalia Venn (Upper)?")
        curtain.screen.query_one(Input).value = "Asks what a week costs."
        await pilot.press("enter")
        await shows(pilot, "Asks what a week costs.")
        await pilot.press("3")
        await shows(pilot, "3: competent")
        await pilot.press("down", "i")
        await shows(pilot, "insufficient evidence")
        sheet = now().ratings["ana"]
        assert [(r.seat, r.level, r.observations) for r in sheet.ratings] == [
            ("upper-head", 3, (1,)),
            ("upper-head", None, ()),
        ]
        await pilot.press("x")
        await shows(pilot, "Lock your ratings?")
        await shows(pilot, "Not rated: ")
        await pilot.click("#yes")
        await shows(pilot, "Your ratings are locked.")
        await pilot.press("4")
        await shows(pilot, "not now")
        assert now().ratings["ana"] == sheet.__class__(sheet.rater, sheet.observations, sheet.ratings, locked=True)


async def test_a_note_is_tied_to_the_moment_under_the_cursor(curtain: GoodOffices, shows: Shows, now: Now) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await sit(pilot, shows)
        await shows(pilot, "was given the floor")
        await pilot.press("enter")
        await shows(pilot, "What did you see of")
        curtain.screen.query_one(Input).value = "Waits."
        await pilot.press("enter")
        await shows(pilot, "NOTE 1: Waits.")
        (seen,) = now().ratings["ana"].observations.values()
        assert seen.moment is not None
        assert 1 <= seen.moment <= now().number


async def test_nobody_rates_without_a_pin_or_unknown(curtain: GoodOffices, shows: Shows, read: Read) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await sit(pilot, shows, "ben")
        await shows(pilot, "There is no PIN for this.")
        await pilot.press("R")
        await shows(pilot, "Who rates?")
        curtain.screen.query_one(Input).value = "carl"
        await pilot.press("enter")
        await shows(pilot, "There is no such seat.")
        assert curtain.seat == ""
        assert "ana" not in read(curtain).split(), "the curtain says nothing of who rates"


async def test_locking_the_seat_leaves_nothing(curtain: GoodOffices, shows: Shows, read: Read) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await sit(pilot, shows)
        await pilot.press("o")
        await shows(pilot, "TAG open question")
        await pilot.press("ctrl+l")
        await shows(pilot, "Who sits down here?")
        assert "TAG" not in read(curtain)
