"""The curtain: nobody sits down without their PIN, and nothing of a seat stays behind."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.engine.commands import CastSeat, StartClock
from simulator.engine.words import Source
from simulator.journal.pins import has_pin, set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.dialogs.pins import PinSheet
from simulator.tui.going import Go, Place
from simulator.tui.screens.console import ConsoleScreen
from simulator.tui.screens.curtain import CurtainScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.seat import SeatScreen
from simulator.tui.settings import Settings

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Read = Callable[["App[None]"], str]
Issue = Callable[..., None]

SIZE = (80, 24)
SECRET = "schoolmistress"
"""A word of Upper's hidden interest."""


@pytest.fixture
def curtain(make_app: MakeApp, session: str, journal: Path, issue: Issue) -> GoodOffices:
    """The curtain of a session that runs, with PINs for the first seat and for the trainer."""
    issue(CastSeat, seat="upper-head", source=Source.HUMAN, people=("Ana",))
    issue(CastSeat, seat="lower-head", source=Source.STAND_IN)
    issue(CastSeat, seat="mediator", source=Source.HUMAN)
    issue(StartClock)
    with Journal.open(journal) as opened:
        set_pin(opened, session, "upper-head", "271828")
        set_pin(opened, session, "trainer", "1414")
    return make_app(session=session, start="curtain")


async def enter(pilot: "Pilot[None]", pin: str) -> None:
    """Type a PIN."""
    pilot.app.screen.query_one(Input).value = pin
    await pilot.press("enter")


async def test_it_shows_only_what_the_room_knows(curtain: GoodOffices, shows: Shows, read: Read) -> None:
    async with curtain.run_test(size=(200, 60), notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await shows(pilot, "Ana")
        await shows(pilot, "⚙ stand-in")
        await shows(pilot, "Briefing")
        assert SECRET not in read(curtain)
        assert "goats" not in read(curtain)


async def test_the_right_pin_opens_the_seat_and_locking_removes_it(
    curtain: GoodOffices, shows: Shows, read: Read
) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("enter")
        await shows(pilot, "Dalia Venn: your PIN")
        await enter(pilot, "271828")
        await shows(pilot, "Dalia Venn (Upper), Speaker of Upper Ardel")
        assert curtain.seat == "upper-head"
        seat = curtain.screen
        assert isinstance(seat, SeatScreen)
        await pilot.press("ctrl+l")
        await shows(pilot, "Who sits down here?")
        assert curtain.seat == ""
        assert not seat.is_attached
        assert not list(seat.query("*"))
        assert not any(isinstance(s, SeatScreen) for s in curtain.screen_stack)


async def test_a_wrong_pin_is_told_and_opens_nothing(curtain: GoodOffices, shows: Shows) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("enter")
        await shows(pilot, "your PIN")
        await enter(pilot, "000000")
        await shows(pilot, "That is not the PIN. 4 more tries before a wait.")
        for _ in range(4):
            await enter(pilot, "000000")
            await pilot.pause()
        await shows(pilot, "Too many wrong PINs. Try again in")
        await enter(pilot, "271828")
        await shows(pilot, "Too many wrong PINs. Try again in")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(curtain.screen, CurtainScreen)
        assert curtain.seat == ""


async def test_a_stand_ins_seat_is_not_opened(curtain: GoodOffices, shows: Shows) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("down", "enter")
        await shows(pilot, "A stand-in plays this seat.")


async def test_only_the_trainer_gets_back_to_the_console(curtain: GoodOffices, shows: Shows) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("escape", "T")
        await shows(pilot, "The trainer's PIN")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(curtain.screen, CurtainScreen)
        await pilot.press("T")
        await shows(pilot, "The trainer's PIN")
        await enter(pilot, "1414")
        await shows(pilot, "Exercise control")
        assert any(isinstance(s, ConsoleScreen) for s in curtain.screen_stack)


async def test_the_curtain_asks_the_trainer_for_a_pin_first(
    make_app: MakeApp, session: str, journal: Path, shows: Shows
) -> None:
    app = make_app(session=session, start="console")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Exercise control")
        await pilot.press("C")
        await shows(pilot, "Choose your own PIN")
        await enter(pilot, "12")
        await shows(pilot, "4 to 8 digits from 0 to 9")
        await enter(pilot, "1732")
        await shows(pilot, "Who sits down here?")
    with Journal.open(journal) as opened:
        assert has_pin(opened, session, "trainer")


async def test_a_session_with_a_trainers_pin_is_not_opened_from_home_without_it(
    curtain: GoodOffices, make_app: MakeApp, session: str, shows: Shows
) -> None:
    app = make_app()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Table 1")
        await pilot.press("o")
        await shows(pilot, "The trainer's PIN")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_a_seat_that_nobody_touches_is_locked(curtain: GoodOffices, shows: Shows) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("enter")
        await shows(pilot, "your PIN")
        await enter(pilot, "271828")
        await shows(pilot, "Speaker of Upper Ardel")
        curtain.settings = Settings(idle=0)
        await shows(pilot, "Who sits down here?")
        assert curtain.seat == ""


async def test_pins_are_made_shown_once_and_saved_for_their_owner(
    make_app: MakeApp, session: str, journal: Path, issue: Issue, shows: Shows, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    issue(CastSeat, seat="upper-head", source=Source.HUMAN)
    issue(CastSeat, seat="engineer", source=Source.HUMAN)
    app = make_app(session=session, start="setup")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "no PIN yet")
        await pilot.press("p")
        await shows(pilot, "For 2 seats without one")
        await pilot.press("enter")
        await shows(pilot, "PINs: write them down now")
        sheet = app.screen
        assert isinstance(sheet, PinSheet)
        pins = dict(sheet.pins)
        assert set(pins) == {"trainer", "upper-head", "engineer"}
        await pilot.press("s")
        await shows(pilot, "Saved to")
        await pilot.press("escape")
        await shows(pilot, "2 seats for people; without a PIN: 0")
        assert not sheet.pins
    (saved,) = tmp_path.glob("pins-*.txt")
    assert saved.stat().st_mode & 0o777 == 0o600
    assert all(f"{pin[:3]} {pin[3:]}" in saved.read_text(encoding="utf-8") for pin in pins.values())


async def test_without_a_trainers_pin_the_curtain_says_how_to_get_to_the_console(
    make_app: MakeApp, session: str, shows: Shows
) -> None:
    app = make_app(session=session, start="curtain")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Who sits down here?")
        await pilot.press("T")
        await shows(pilot, "Ctrl+Q")
        await shows(pilot, f"join {session}")
        await shows(pilot, "--console")
        assert isinstance(app.screen, CurtainScreen)


async def test_the_keyboard_is_passed_by_name(curtain: GoodOffices, shows: Shows, read: Read) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        await pilot.press("enter")
        await shows(pilot, "Dalia Venn: your PIN")
        await enter(pilot, "271828")
        await shows(pilot, "Dalia Venn (Upper), Speaker of Upper Ardel")
        await pilot.press("L")
        await shows(pilot, "Pass the keyboard to …")
        await shows(pilot, "Ines Korrigan")
        await pilot.press("enter")
        await shows(pilot, "I N E S")
        assert curtain.seat == ""
        assert SECRET not in read(curtain)
        assert not any(isinstance(s, SeatScreen) for s in curtain.screen_stack)
        await pilot.press("enter")
        await shows(pilot, "Ines Korrigan (Team)")
        assert curtain.seat == "mediator"


async def test_papers_stay_as_long_as_somebody_pages_through_them(
    curtain: GoodOffices, shows: Shows, read: Read
) -> None:
    async with curtain.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Dalia Venn")
        curtain.post_message(Go(Place.SEAT, seat="upper-head"))
        await shows(pilot, "your PIN")
        await enter(pilot, "271828")
        await shows(pilot, "Board")
        await pilot.press("b")
        await shows(pilot, "You dug the well")
        seat = curtain.screen
        assert isinstance(seat, SeatScreen)
        shown = []
        for ago in (0, 100):
            curtain.touched = monotonic() - ago
            seat._hide_unread()
            shown.append(seat.brief_shown)
        assert shown == [True, False]
        await pilot.pause()
        assert "You dug the well" not in read(curtain)
