"""The door: a code before anything of a session, and the sheet on which the trainer shows it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from simulator.engine import TRAINER
from simulator.engine.commands import CastSeat
from simulator.engine.words import Source
from simulator.journal import Journal, codes, pins
from simulator.tui.app import GoodOffices
from simulator.tui.going import Go, Place
from simulator.tui.joining import qr
from simulator.tui.screens.console import ConsoleScreen
from simulator.tui.screens.curtain import CurtainScreen
from simulator.tui.screens.door import DoorScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.seat import SeatScreen
from simulator.tui.screens.setup import SetupScreen
from tests.tui.conftest import Shows

Make = Callable[..., GoodOffices]
Read = Callable[[App[None]], str]


@pytest.fixture
def code(journal: Path, session: str) -> str:
    """The code of the session; the trainer and the mediator have PINs."""
    with Journal.open(journal) as opened:
        pins.set_pin(opened, session, TRAINER, "8901")
        pins.set_pin(opened, session, "mediator", "471147")
        return codes.new_code(opened, session)


def at(app: App[None], *kinds: type[Screen[None]]) -> bool:
    return isinstance(app.screen, kinds)


def code_now(journal: Path, session: str) -> str | None:
    with Journal.open(journal) as opened:
        return codes.code_of(opened, session)


async def test_nothing_of_a_session_is_shown_before_the_code(
    make_app: Make, code: str, session: str, read: Read, shows: Shows
) -> None:
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        assert at(app, DoorScreen)
        said = read(app)
        for secret in ("Well", "Table 1", "mediator", session, codes.written(code), "Sessions", "Console"):
            assert secret not in said, secret
        assert app.desk.live is None
        await pilot.press(*code[:3].lower(), "minus", *code[3:].lower(), "enter")
        await shows(pilot, "Who sits down here?")
        assert at(app, CurtainScreen)
        await shows(pilot, "The Well")
        assert app.seat == ""


async def test_a_wrong_code_says_so_and_the_field_is_ready_for_another(make_app: Make, code: str, shows: Shows) -> None:
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        await pilot.press(*"hello", "enter")
        await shows(pilot, "A join code has 6 letters")
        wrong = ("B" if code[0] != "B" else "C") + code[1:]
        await pilot.press(*wrong, "enter")
        await shows(pilot, "This code opens nothing")
        await pilot.press(*code, "enter")
        await shows(pilot, "Who sits down here?")


async def test_too_many_wrong_codes_have_to_wait(make_app: Make, code: str, shows: Shows) -> None:
    app = make_app(start="door", outside=True)
    wrong = ("B" if code[0] != "B" else "C") + code[1:]
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        for _ in range(codes.FREE_TRIES):
            await pilot.press(*wrong, "enter")
        await shows(pilot, "Too many wrong codes")
        await pilot.press(*code, "enter")
        await shows(pilot, "Too many wrong codes")
        assert at(app, DoorScreen)


async def test_it_speaks_both_languages_and_keeps_what_was_typed(make_app: Make, code: str, shows: Shows) -> None:
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        await pilot.press("f2")
        await shows(pilot, "[Français]")
        assert app.focused is app.screen.query_one(Input)
        await pilot.press("f2")
        await shows(pilot, "Join a session")


@pytest.mark.parametrize("place", [p for p in Place if p not in (Place.DOOR, Place.CURTAIN, Place.SEAT)])
async def test_no_way_leads_from_outside_to_the_trainers_places(
    place: Place, make_app: Make, code: str, session: str, shows: Shows
) -> None:
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        await pilot.press(*code, "enter")
        await shows(pilot, "Who sits down here?")
        app.post_message(Go(place, session))
        await pilot.pause(0.2)
        assert at(app, CurtainScreen)
        assert app.seat == ""


async def test_not_even_where_the_trainer_has_no_pin(make_app: Make, journal: Path, session: str, shows: Shows) -> None:
    with Journal.open(journal) as opened:
        code = codes.new_code(opened, session)
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        await pilot.press(*code, "enter")
        await shows(pilot, "Who sits down here?")
        await pilot.press("T")
        app.post_message(Go(Place.CONSOLE, session))
        await pilot.pause(0.2)
        assert at(app, CurtainScreen)
        assert app.seat == ""


async def test_from_outside_a_seat_opens_with_its_pin_or_not_at_all(
    make_app: Make, code: str, issue: Callable[..., None], read: Read, shows: Shows
) -> None:
    issue(CastSeat, seat="mediator", source=Source.HUMAN, people=())
    issue(CastSeat, seat="upper-head", source=Source.HUMAN, people=())
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        await pilot.press(*code, "enter")
        await shows(pilot, "Who sits down here?")
        app.post_message(Go(Place.SEAT, seat="upper-head"))
        await pilot.pause(0.5)
        assert "only with a PIN" in " ".join(n.message for n in app._notifications)
        assert at(app, CurtainScreen)
        app.post_message(Go(Place.SEAT, seat="mediator"))
        await shows(pilot, "your PIN")
        await pilot.press(*"471147", "enter")
        for _ in range(40):
            await pilot.pause(0.05)
            if at(app, SeatScreen):
                break
        assert at(app, SeatScreen)
        assert codes.written(code) not in read(app)
        await pilot.press("q")
        await pilot.pause(0.1)
        assert codes.written(code) not in read(app)


async def test_from_the_curtain_one_goes_back_to_the_door(make_app: Make, code: str, read: Read, shows: Shows) -> None:
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Join a session")
        await pilot.press(*code, "enter")
        await shows(pilot, "Who sits down here?")
        await pilot.press("escape")
        await shows(pilot, "Join a session")
        assert "The Well" not in read(app)
        assert app.desk.live is None


async def test_inside_the_room_the_curtain_leads_to_the_console(
    make_app: Make, code: str, session: str, shows: Shows
) -> None:
    app = make_app(session=session, start="curtain")
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "Who sits down here?")
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert at(app, CurtainScreen)
        await pilot.press("T")
        await shows(pilot, "The trainer's PIN")
        await pilot.press(*"8901", "enter")
        for _ in range(40):
            await pilot.pause(0.05)
            if at(app, ConsoleScreen):
                break
        assert at(app, ConsoleScreen)


async def test_home_leads_to_the_door(make_app: Make, code: str, shows: Shows) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert at(app, HomeScreen)
        await pilot.press("J")
        await shows(pilot, "Join a session")
        await pilot.press(*code, "enter")
        await shows(pilot, "Who sits down here?")


# -- the sheet --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["setup", "console"])
async def test_the_trainer_sees_changes_and_closes_it(
    start: str, make_app: Make, journal: Path, session: str, shows: Shows, read: Read
) -> None:
    app = make_app(session=session, start=start)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(40):
            await pilot.pause(0.05)
            if at(app, ConsoleScreen, SetupScreen):
                break
        await pilot.press("plus" if at(app, ConsoleScreen) else "q")
        await shows(pilot, "The door is closed")
        await pilot.press("n")
        await shows(pilot, "goodoffices")
        first = code_now(journal, session)
        assert first is not None
        await shows(pilot, codes.written(first))
        assert codes.spelled(first) in read(app)
        assert f"join {codes.written(first)}" in read(app).replace("\n", "")
        await pilot.press("n")
        await shows(pilot, "Make another join code?")
        await pilot.press("n")
        await shows(pilot, codes.written(first))
        await pilot.press("n")
        await shows(pilot, "Make another join code?")
        await pilot.press("y")
        await asyncio.sleep(0.1)
        second = code_now(journal, session)
        assert second not in (None, first)
        await pilot.press("c")
        await shows(pilot, "The door is closed")
        assert code_now(journal, session) is None
        await pilot.press("escape")
        await pilot.pause()
        assert at(app, ConsoleScreen, SetupScreen)


@pytest.mark.parametrize("url", ["http://192.168.100.100:8000/", "https://exercises.academy.example.org/kalindra/"])
async def test_the_qr_fits_a_small_terminal(
    url: str, make_app: Make, code: str, session: str, journal: Path, shows: Shows, read: Read
) -> None:
    app = make_app(session=session, start="setup", url=url)
    async with app.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "The trainer's PIN")
        await pilot.press(*"8901", "enter")
        await shows(pilot, "Set-up: who plays what")
        await pilot.press("q")
        await shows(pilot, url)
        await pilot.press("r")
        await shows(pilot, "▀")
        drawn = read(app)
        for line in qr(url):
            assert line.strip() in drawn
        assert codes.written(code) in drawn
        await pilot.press("r")
        await shows(pilot, "In a browser")
