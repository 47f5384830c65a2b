"""Home: what can be played, what has been, and how a session begins."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.engine.commands import CastSeat, StartClock
from simulator.engine.words import Source
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.screens.home import HomeScreen

MakeApp = Callable[..., GoodOffices]
Issue = Callable[..., None]
Read = Callable[["App[None]"], str]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]


async def test_an_empty_journal_names_the_next_key(make_app: MakeApp, shows: Shows) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The Well")
        await shows(pilot, "No session yet. Put the cursor on a scenario and press Enter, or N.")
        await shows(pilot, "30 min  3-4 people")


async def test_a_session_in_the_journal_is_listed(make_app: MakeApp, shows: Shows, session: str) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Table 1")
        await shows(pilot, "1 event     open")


async def test_a_new_session_is_opened_and_cast_by_the_table(make_app: MakeApp, journal: Path, shows: Shows) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("n")
        await shows(pilot, "New session: The Well")
        pilot.app.screen.query_one("#name", Input).value = "Monday"
        await pilot.press("enter")
        await shows(pilot, "Set-up: who plays what")
        await shows(pilot, "Dalia Venn             Upper        a person")
    with Journal.open(journal) as opened:
        (info,) = opened.sessions()
        assert info.name == "Monday"
        assert all(s.source == "human" for s in LiveSession(opened, info.id).session.seats.values())


async def test_a_smaller_size_gives_seats_to_stand_ins(make_app: MakeApp, session: str, shows: Shows) -> None:
    async with make_app(session=session, start="setup").run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "empty")
        await pilot.press("z")
        await shows(pilot, "How many people?")
        await pilot.press("enter")
        await shows(pilot, "⚙ stand-in")


async def test_escape_begins_nothing(make_app: MakeApp, journal: Path, shows: Shows) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("n")
        await shows(pilot, "New session: The Well")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HomeScreen)
    with Journal.open(journal) as opened:
        assert opened.sessions() == ()


@pytest.mark.parametrize("back", [True, False])
async def test_whoever_was_thrown_out_comes_back_by_the_same_command(
    back: bool, make_app: MakeApp, session: str, issue: Issue, shows: Shows
) -> None:
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN)
    issue(StartClock)
    async with make_app(scenario="well").run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Go back to it?")
        await shows(pilot, "“Table 1” has begun and has not ended.")
        await pilot.press("y" if back else "n")
        await shows(pilot, "Exercise control" if back else "New session: The Well")


async def test_a_session_that_has_not_begun_holds_nobody_up(make_app: MakeApp, session: str, shows: Shows) -> None:
    async with make_app(scenario="well").run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "New session: The Well")


async def test_a_scenario_with_errors_says_what_is_wrong(make_app: MakeApp, shelf: Path, shows: Shows) -> None:
    case = shelf / "well" / "scenario.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("decides: true", "decides: maybe", 1), encoding="utf-8")
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "problem: cannot be read")
        await pilot.press("n")
        await shows(pilot, "Not yet")


async def test_keys_that_are_not_possible_say_why(make_app: MakeApp, read: Read, shows: Shows) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The Well")
        assert "Console" not in read(pilot.app)
        await pilot.press("o")
        await shows(pilot, "There is no session yet")


async def test_the_menu_has_what_is_not_possible_with_the_reason(make_app: MakeApp, shows: Shows) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("a")
        await shows(pilot, "Session: Console  not now: There is no session yet")
        await pilot.press(*"new", "enter")
        await shows(pilot, "New session: The Well")


async def test_help_lists_the_keys_of_the_screen(make_app: MakeApp, shows: Shows) -> None:
    async with make_app().run_test(size=(80, 40)) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("question_mark")
        await shows(pilot, "n  New session: Begin a session of the scenario under the cursor.")
