"""The wall: legible, safe to show, and a dead end without the trainer's PIN."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from scenarios.texts import spoken_in
from simulator.engine import replay, room
from simulator.engine.commands import (
    Announce,
    CastSeat,
    EnterPhase,
    GiveFloor,
    InvokeStop,
    PauseClock,
    RequestFloor,
    SetWall,
    StartClock,
)
from simulator.engine.words import Source, WallPage
from simulator.journal.errors import JournalError
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.screens.console import ConsoleScreen
from simulator.tui.screens.wall import WallScreen
from simulator.tui.wall import clocks
from simulator.tui.wall.figures import blocks, can_draw, small
from simulator.tui.wall.pages import Space, sheets
from tests.conformance.cases import SHIPPED, load
from tests.conformance.discretion import leaks_to_the_room
from tests.conformance.table import Table
from tests.playthroughs.test_playthroughs import play

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Read = Callable[["App[None]"], str]
Issue = Callable[..., None]

SIZE = (80, 24)


@pytest.fixture
def wall(make_app: MakeApp, session: str, journal: Path, issue: Issue) -> GoodOffices:
    """The wall of a session that runs; the trainer has a PIN."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(StartClock)
    with Journal.open(journal) as opened:
        set_pin(opened, session, "trainer", "1414")
    return make_app(session=session, start="wall")


async def test_it_shows_clock_phase_speaker_and_queue(
    wall: GoodOffices, issue: Issue, now: Callable[[], Any], shows: Shows
) -> None:
    async with wall.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Briefing")
        issue(EnterPhase, phase="exploration")
        body = next(iter(now().scenario.bodies))
        issue(RequestFloor, "lower-head", body=body)
        issue(GiveFloor, body=body, seat="upper-head", limit=60)
        await shows(pilot, "Speaking: Dalia Venn (Upper), 00:0")
        await shows(pilot, "1. ")
        await shows(pilot, "left in this phase")


async def test_an_announcement_and_the_stop_word_stand_out(wall: GoodOffices, issue: Issue, shows: Shows) -> None:
    async with wall.run_test(size=SIZE, notifications=True) as pilot:
        issue(Announce, text="Back at [b]11:05[/b]")
        await shows(pilot, "Back at [b]11:05[/b]")
        issue(PauseClock)
        await shows(pilot, "BREAK: the clock stands")
        issue(InvokeStop)
        await shows(pilot, "Play has stopped for everybody.")


def test_a_line_break_inside_a_paragraph_is_a_space() -> None:
    shown = room(replay(play("sources-of-kalindra")[0]))
    assert shown.paper is not None
    article = next(a for a in shown.paper.articles if "\n" in a.text.strip())
    first, second = article.text.strip().split("\n")[:2]
    pages = sheets(shown, WallPage.TEXT, Space(columns=400, lines=60, blocks=False))
    assert f"{first} {second}" in "\n".join(page.content.plain for page in pages)


async def test_no_key_leads_away_without_the_trainers_pin(wall: GoodOffices, shows: Shows) -> None:
    async with wall.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Briefing")
        for key in ("enter", "C", "o", "n", "space", "X", "D", "B", "s", "ctrl+l", "tab", "delete", "h", "p"):
            await pilot.press(key)
        assert isinstance(wall.screen, WallScreen)
        for key in ("T", "escape", "ctrl+q"):
            await pilot.press(key)
            await shows(pilot, "The trainer's PIN")
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(wall.screen, WallScreen)
        assert wall.seat == ""
        await pilot.press("T")
        await shows(pilot, "The trainer's PIN")
        wall.screen.query_one(Input).value = "1414"
        await pilot.press("enter")
        await shows(pilot, "Exercise control")
        assert any(isinstance(screen, ConsoleScreen) for screen in wall.screen_stack)


async def test_the_trainer_chooses_at_the_console_and_anybody_by_keys(
    wall: GoodOffices, issue: Issue, shows: Shows
) -> None:
    async with wall.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Speakers")
        issue(SetWall, page=WallPage.AGENDA)
        await shows(pilot, "No agenda is proposed yet.")
        await pilot.press("3")
        await shows(pilot, "There is no text yet.")
        await pilot.press("4")
        await shows(pilot, "No news yet.")
        issue(SetWall, page=WallPage.SPEAKERS)
        await shows(pilot, "does not sit now")


async def test_a_lost_journal_is_told_and_the_clock_runs_on(
    wall: GoodOffices, shows: Shows, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with wall.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Briefing")

        def gone(_: object) -> bool:
            raise JournalError("gone")

        assert wall.desk.live is not None
        monkeypatch.setattr(type(wall.desk.live), "refresh", gone)
        await shows(pilot, "NO CONNECTION: last news")
        before = read(wall).splitlines()[1:6]
        await asyncio.sleep(1.2)
        await pilot.pause()
        assert read(wall).splitlines()[1:6] != before
        monkeypatch.undo()
        for _ in range(40):
            await asyncio.sleep(0.1)
            await pilot.pause()
            if "NO CONNECTION" not in read(wall):
                return
        raise AssertionError(read(wall))


async def test_before_the_start_it_says_what_it_waits_for(make_app: MakeApp, session: str, shows: Shows) -> None:
    app = make_app(session=session, start="wall")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "The session starts when everybody is ready.")


def test_blocks_are_of_one_width_and_in_ascii_too() -> None:
    assert len({len(row) for row in blocks("12:34", 2, 2)}) == 1
    assert set("".join(blocks("0:19", 1, 1, "#"))) == {"#", " "}
    assert can_draw("Négociation à huis clos")
    assert not can_draw("الافتتاح")
    assert len(small("Opening")) == 3


def drawn(table: Table, columns: int, lines: int) -> str:
    """All that the wall could show of a session, page by page, as words."""
    shown = room(table.session, table.at)
    space = Space(columns, lines, blocks=False)
    parts = [clocks.figures(shown, space), clocks.phase(shown, shown, space), clocks.banners(shown, space)]
    speaks = clocks.speaking(shown)
    texts = [row.plain for part in parts for row in part] + ([speaks.plain] if speaks else [])
    for page in WallPage:
        texts += [f"{sheet.title}\n{sheet.content.plain}" for sheet in sheets(shown, page, space)]
    return "\n".join(texts)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_no_secret_of_any_seat_is_drawn(name: str, tongue: str) -> None:
    with spoken_in(tongue):
        for seed in (3, 8):
            table = Table(load(name), seed)
            for step in range(150):
                table.step()
                if step % 30 == 29:
                    # wide enough that no text is broken in two: a broken one would not be found
                    assert not leaks_to_the_room(table.session, drawn(table, 6000, 400))


def test_a_secret_that_is_announced_would_be_found() -> None:
    """The control: whoever announces a brief puts it on the wall, and the search finds it there."""
    table = Table(load("sources-of-kalindra"), 3)
    seat, chair = next((s, c) for s, c in table.scenario.seats.items() if len(c.brief) > 24)
    short = chair.brief[:180]
    table.ask(Announce(at=table.at, by="trainer", text=short))
    assert " ".join(short.split()) in drawn(table, 6000, 400)
    whole = table.scenario.seats[seat].brief
    assert f"brief of {seat}" in leaks_to_the_room(table.session, drawn(table, 6000, 400) + whole)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 50), (200, 60)])
def test_every_page_fits(size: tuple[int, int]) -> None:
    table = Table(load("sources-of-kalindra"), 4)
    for _ in range(200):
        table.step()
    shown, space = room(table.session, table.at), Space(size[0] - 2, size[1] - 14, blocks=True)
    for page in WallPage:
        for sheet in sheets(shown, page, space):
            rows = sheet.content.plain.split("\n")
            assert len(rows) <= space.lines
            assert all(len(row) <= space.columns for row in rows), (page, max(rows, key=len))
    top = clocks.figures(shown, Space(size[0] - 2, size[1], blocks=True))
    assert all(len(row.plain) <= size[0] - 2 for row in top)
