"""Deleting from the home screen, and what terminals do whose session was deleted or anonymised elsewhere."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from simulator.engine import TRAINER
from simulator.engine.commands import CastSeat
from simulator.engine.words import Source
from simulator.journal import Journal, forgetting, pins
from simulator.journal.keeping import Keeping, keeping
from simulator.journal.presence import Presence
from simulator.tui.app import GoodOffices
from simulator.tui.desk import Desk
from simulator.tui.going import NewSession
from simulator.tui.screens.curtain import CurtainScreen
from simulator.tui.screens.door import DoorScreen
from simulator.tui.screens.home import HomeScreen

MakeApp = Callable[..., GoodOffices]
Issue = Callable[..., None]
Read = Callable[["App[None]"], str]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
TODAY = date(2027, 3, 1)


def delete(journal: Path, session: str) -> None:
    with Journal.open(journal) as opened:
        forgetting.delete(opened, [session], TODAY)
        forgetting.finish(opened)


def there(journal: Path) -> list[str]:
    with Journal.open(journal) as opened:
        return [info.id for info in opened.sessions()]


async def test_home_deletes_after_the_pin_and_a_question(
    make_app: MakeApp, journal: Path, session: str, shows: Shows
) -> None:
    with Journal.open(journal) as opened:
        pins.set_pin(opened, session, TRAINER, "4711")
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Table 1")
        await pilot.press("X")
        await shows(pilot, "The trainer's PIN")
        await pilot.press(*"1111", "enter")
        await shows(pilot, "That is not the PIN")
        await pilot.press(*"4711", "enter")
        await shows(pilot, "Delete “Table 1”?")
        await shows(pilot, "It has not ended.")
        await pilot.press("enter")  # the focus is on no
        await pilot.pause()
        assert there(journal) == [session]
        await pilot.press("X")
        await shows(pilot, "The trainer's PIN")
        await pilot.press(*"4711", "enter")
        await shows(pilot, "Delete “Table 1”?")
        await pilot.press("y")
        await shows(pilot, "Deleted.")
        await shows(pilot, "No session yet.")
    assert there(journal) == []
    assert b"Table 1" not in b"".join(file.read_bytes() for file in journal.parent.glob("journal.db*"))


async def test_home_deletes_nothing_that_is_played(
    make_app: MakeApp, journal: Path, session: str, shows: Shows
) -> None:
    with Journal.open(journal) as opened:
        Presence(opened, session).say("mediator", 0.0, False)
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Table 1")
        await pilot.press("X")
        await shows(pilot, "Close it first.")
    assert there(journal) == [session]


async def test_a_trainer_from_home_goes_home_and_is_told(
    make_app: MakeApp, journal: Path, session: str, shows: Shows, read: Read
) -> None:
    async with make_app().run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Table 1")
        await pilot.press("o")
        await shows(pilot, "before play")
        delete(journal, session)
        await shows(pilot, "Nothing of it is")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Table 1" not in read(pilot.app)


async def test_a_terminal_that_came_for_it_ends_with_a_sentence(
    make_app: MakeApp, journal: Path, session: str, capsys: pytest.CaptureFixture[str]
) -> None:
    app = make_app(session=session, start="curtain")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        assert isinstance(app.screen, CurtainScreen)
        delete(journal, session)
        for _ in range(100):
            await pilot.pause(0.05)
            if app.return_code is not None:
                break
    assert app.return_code == 1
    said = capsys.readouterr()
    assert "was deleted on 1 March 2027" in said.out + said.err


async def test_a_browser_goes_back_to_the_door(make_app: MakeApp, journal: Path, session: str, shows: Shows) -> None:
    from simulator.journal import codes

    with Journal.open(journal) as opened:
        code = codes.new_code(opened, session)
    app = make_app(start="door", outside=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*code, "enter")
        await shows(pilot, "Table 1")
        delete(journal, session)
        await shows(pilot, "Nothing of it is")
        assert isinstance(app.screen, DoorScreen)


async def test_who_has_it_open_sees_it_without_names(
    make_app: MakeApp, journal: Path, session: str, issue: Issue, shows: Shows, read: Read
) -> None:
    issue(CastSeat, seat="mediator", source=Source.HUMAN, people=("Quuxina",))
    async with make_app(session=session, start="setup").run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Quuxina")
        with Journal.open(journal) as opened:
            forgetting.anonymise(opened, [session], TODAY)
            forgetting.finish(opened)
        await shows(pilot, "P1")
        assert "Quuxina" not in read(pilot.app)


def test_a_new_session_is_kept_for_as_long_as_the_settings_say(journal: Path, shelf: Path) -> None:
    days: list[Keeping] = []
    for keep_days in (0, 90):
        desk = Desk(journal, keep_days)
        session = desk.begin(NewSession("well", "x", 3, 1, "en"))
        days.append(keeping(desk.journal, session))
        desk.leave()
        desk.journal.close()
    assert days == [Keeping(), Keeping(date.today() + timedelta(days=90))]
