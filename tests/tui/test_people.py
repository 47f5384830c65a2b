"""Who plays, during play: stand-ins for a while, two who change places, somebody who comes late and catches up."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.debrief.naming import Names
from simulator.debrief.narration import narrate
from simulator.engine import Session, view
from simulator.engine import commands as c
from simulator.engine.commands import CastSeat, EnterPhase, StartClock
from simulator.engine.words import Source
from simulator.journal.pins import has_pin, set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.seat import catch_up
from simulator.tui.widgets.listing import Listing

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]

WIDE = (160, 50)
NAMES = {"upper-head": "Ana", "lower-head": "Ben", "mediator": "Chloe"}


@pytest.fixture
def playing(session: str, issue: Issue) -> str:
    """A session that runs, with people on three seats."""
    for seat, name in NAMES.items():
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=(name,))
    issue(StartClock)
    issue(EnterPhase, phase="exploration")
    return session


async def seats(pilot: "Pilot[None]", shows: Shows, seat: str) -> None:
    """Open the pane of the seats with the cursor on one."""
    await pilot.press("4")
    await shows(pilot, "Dalia Venn")
    pilot.app.screen.query_one(Listing).go_to(seat)
    await pilot.pause()


async def until(pilot: "Pilot[None]", done: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(100):
        await pilot.pause(0.05)
        if done():
            return
    raise AssertionError("it never was so")


async def test_a_stand_in_sits_in_and_the_same_person_comes_back_with_one_key_each(
    make_app: MakeApp, playing: str, shows: Shows, now: Now
) -> None:
    async with make_app(session=playing, start="console").run_test(size=WIDE, notifications=True) as pilot:
        await seats(pilot, shows, "upper-head")
        await pilot.press("U")
        await until(pilot, lambda: now().seats["upper-head"].source is Source.STAND_IN)
        await pilot.press("R")
        await until(pilot, lambda: now().seats["upper-head"].people == ("Ana",))


async def test_two_people_change_places_and_get_new_pins_where_they_had_any(
    make_app: MakeApp, playing: str, shows: Shows, now: Now, journal: Path
) -> None:
    with Journal.open(journal) as opened:
        set_pin(opened, playing, "trainer", "111111")
        set_pin(opened, playing, "upper-head", "222222")
    app = make_app(session=playing, start="curtain")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await shows(pilot, "Who sits down here?")
        await pilot.press("T", *"111111", "enter")
        await shows(pilot, "running")
        await seats(pilot, shows, "upper-head")
        await pilot.press("W")
        await shows(pilot, "change places with whom?")
        await pilot.press("enter")
        await shows(pilot, "PINs: write them down now")
        await shows(pilot, "Dalia Venn")
        state = now().seats
        assert state["upper-head"].people != ("Ana",)
        assert ("Ana",) in [state[seat].people for seat in ("lower-head", "mediator")]
        assert app.desk.try_pin("upper-head", "222222") is not None, "the old PIN opens it no more"
        with Journal.open(journal) as opened:
            assert not has_pin(opened, playing, "lower-head"), "who needed none needs none now"


async def test_a_seat_that_is_given_to_somebody_else_locks_where_it_is_open(
    make_app: MakeApp, playing: str, issue: Issue, shows: Shows
) -> None:
    app = make_app(session=playing, start="curtain", seat="upper-head")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await until(pilot, lambda: app.seat == "upper-head")
        issue(CastSeat, seat="lower-head", source=Source.STAND_IN)
        await pilot.pause(0.5)
        assert app.seat == "upper-head", "another seat is not ours"
        issue(CastSeat, seat="upper-head", source=Source.HUMAN, people=("Zoe",))
        await until(pilot, lambda: app.seat == "")
        await shows(pilot, "Who sits down here?")
        await shows(pilot, "The seat was locked: the trainer")


async def test_a_late_comer_gets_a_seat_a_pin_and_a_page(
    make_app: MakeApp, playing: str, shows: Shows, issue: Issue, now: Now, journal: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    issue(CastSeat, seat="lower-head", source=Source.STAND_IN)
    async with make_app(session=playing, start="console").run_test(size=(80, 24), notifications=True) as pilot:
        await seats(pilot, shows, "upper-head")
        await pilot.press("G")
        await shows(pilot, "1 of 3")
        await pilot.press("enter")
        await shows(pilot, "Who sits down as Omar Tillsand?")
        await pilot.press(*"Zoe", "enter")
        await shows(pilot, "PINs: write them down now")
        await pilot.press("escape")
        await shows(pilot, "Write the catch-up page")
        await pilot.press("enter")
        file = tmp_path / "catch-up-lower-head.html"
        await until(pilot, file.exists)
        await shows(pilot, "It is in")
    assert now().seats["lower-head"].people == ("Zoe",)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "Omar Tillsand" in file.read_text(encoding="utf-8")
    with Journal.open(journal) as opened:
        assert has_pin(opened, playing, "lower-head")


async def test_the_page_is_shown_at_the_seat(make_app: MakeApp, playing: str, shows: Shows) -> None:
    app = make_app(session=playing, start="curtain", seat="upper-head")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: app.seat == "upper-head")
        await pilot.press("U")
        await shows(pilot, "Catch up: Dalia Venn")
        await pilot.press("escape")


def page(session: Session, seat: str) -> str:
    """The page of a seat as a text."""
    names = Names(session.scenario)
    parts = catch_up.told(view(session, seat), lambda moment: narrate(moment, names))
    return catch_up.as_text([part for part in parts if not any("running" in line for line in part.lines)])  # no clock


def test_the_page_tells_what_happened_in_the_open(playing: str, issue: Issue, now: Now) -> None:
    issue(c.Announce, text="The boat leaves at noon")
    said = page(now(), "lower-head")
    assert "So far: Exploration" in said
    assert "The boat leaves at noon" in said


def test_the_page_holds_nothing_that_the_seat_does_not_see(playing: str, issue: Issue, now: Now) -> None:
    before = {seat: page(now(), seat) for seat in NAMES}
    secret = "KANARIENVOGEL"
    name = next(i for i in now().interests if i.startswith("upper."))
    issue(c.DiscloseInterest, "upper-head", interest=name, to=("mediator",))
    issue(c.WriteNote, "upper-head", text=secret)
    issue(c.WriteNote, text=secret)
    after = now()
    assert page(after, "lower-head") == before["lower-head"], "what was said to the mediator in private changes nothing"
    for seat in NAMES:
        assert secret not in page(after, seat)
        own = after.scenario.seats[seat].party
        for party in after.scenario.parties.values():
            for interest in party.interests.values():
                assert interest.text not in page(after, seat), own
    issue(c.Announce, text=secret)
    assert secret in page(now(), "lower-head"), "the search finds what is there"
