"""The console says what every seat is doing, where it is open, who holds everybody up, and that another is open."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from time import time

import pytest
from textual.pilot import Pilot

from simulator.engine import Session
from simulator.engine.commands import CallCaucus, CastSeat, EnterPhase, GiveFloor, SendInject, StartClock
from simulator.engine.words import Source
from simulator.journal.presence import Presence
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]

WIDE = (160, 50)


@pytest.fixture
def playing(session: str, issue: Issue) -> str:
    """A session that runs, with people on three seats."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(StartClock)
    return session


async def test_the_seats_say_what_they_do_and_where_they_are_open(
    make_app: MakeApp, playing: str, issue: Issue, shows: Shows, journal: Path
) -> None:
    app = make_app(session=playing, start="console")
    with Journal.open(journal) as opened:
        elsewhere = Presence(opened, playing, host="laptop-2", pid=1)
        elsewhere.say("upper-head", time() - 300, False)
        async with app.run_test(size=WIDE, notifications=True) as pilot:
            await shows(pilot, "Everybody waits for: ready: Dalia Venn, Omar Tillsand, Ines Korrigan")
            issue(EnterPhase, phase="exploration")
            issue(GiveFloor, body="table", seat="lower-head", limit=120)
            issue(CallCaucus, "mediator", seats=("upper-head", "mediator"), place="")
            await pilot.press("4")
            await shows(pilot, "SPEAKS 00:0")
            await shows(pilot, "owes an answer: invitation 1")
            await shows(pilot, "term. 1 5m")
            await shows(pilot, "locked")
            await shows(pilot, "a private meeting of the mediators with")
        elsewhere.leave()


async def test_two_consoles_know_of_each_other_and_one_plays(
    make_app: MakeApp, playing: str, shows: Shows, journal: Path
) -> None:
    app = make_app(session=playing, start="console")
    with Journal.open(journal) as opened:
        other = Presence(opened, playing, host="laptop-2", pid=1)
        assert other.say("trainer", time(), True)
        async with app.run_test(size=WIDE, notifications=True) as pilot:
            await shows(pilot, "Another console is open (terminal 1), and plays the stand-ins.")
            assert not any(t.plays and t.here for t in app.desk.terminals)
            other.leave()
            for _ in range(100):
                await pilot.pause(0.05)
                if app.desk.plays:
                    break
            assert app.desk.plays, "the other one is gone: this one takes over"


async def test_who_has_opened_an_event_is_seen(
    make_app: MakeApp, playing: str, issue: Issue, shows: Shows, now: Now
) -> None:
    issue(EnterPhase, phase="exploration")
    issue(SendInject, inject="market-moved")
    seat = make_app(session=playing, seat="upper-head", start="curtain")
    async with seat.run_test(size=(100, 30), notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("8")
        await shows(pilot, "The market")
        for _ in range(60):
            await pilot.pause(0.05)
            if now().injects["market-moved"].opened:
                break
        assert now().injects["market-moved"].opened == ("upper-head",)
    console = make_app(session=playing, start="console")
    async with console.run_test(size=WIDE, notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("2", "home")
        await shows(pilot, "opened 1 of 3")
        await shows(pilot, "Opened by: Dalia Venn")


async def test_an_event_is_improvised(make_app: MakeApp, playing: str, shows: Shows, now: Now) -> None:
    app = make_app(session=playing, start="console")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("2", "I")
        await shows(pilot, "What is it called?")
        await pilot.press(*"A call", "enter")
        await shows(pilot, "What do they read?")
        await pilot.press(*"Who told you?", "ctrl+s")
        await shows(pilot, "From whom?")
        await pilot.press(*"The Post", "enter")
        await shows(pilot, "How does it come?")
        await pilot.press("enter")
        await shows(pilot, "Who gets it?")
        await pilot.press("space", "ctrl+s")
        await shows(pilot, "What should it test?")
        await pilot.press("enter")
        await shows(pilot, "Send “A call” now?")
        await pilot.press("y")
        await shows(pilot, "A call                       improv")
        assert now().improvised["+1"].text == "Who told you?"


async def test_what_gives_time_back_is_one_key_away(make_app: MakeApp, playing: str, shows: Shows, now: Now) -> None:
    app = make_app(session=playing, start="console")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await shows(pilot, "On time: play ends at ")
        await pilot.press("p")
        await shows(pilot, "What gives time back?")
        await pilot.press("enter")
        await shows(pilot, "How many minutes for")
        await pilot.press("enter")
        for _ in range(60):
            await pilot.pause(0.05)
            if now().cuts:
                break
        assert now().cuts
