"""The pre-flight check: each line from facts, the page on the screen, and the same from the command line."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from textual.pilot import Pilot

from simulator.cli import goodoffices
from simulator.engine import Session
from simulator.engine.commands import CastSeat
from simulator.engine.words import Source
from simulator.journal.condition import Condition
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.preflight.rows import Chair, Facts, State, blocks, pressing, rows, summary

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
FILE = Condition(server=False, many_writers=True, sqlite="3.51.3", folder="/course", free=9_000_000_000)
READY = Facts(
    session="well-2026-05-04-1",
    scenario="well",
    started=False,
    chairs=(
        Chair("Dalia Venn", Source.HUMAN, optional=False, pinned=True),
        Chair("Omar Tillsand", Source.STAND_IN, optional=False, pinned=False),
        Chair("Guest", Source.EMPTY, optional=True, pinned=False),
    ),
    trainer_pinned=True,
    gaps=(("en", 0), ("fr", 0)),
    errors=0,
    warnings=0,
    now=NOON,
    last=NOON - timedelta(minutes=3),
    speed=1.0,
    condition=FILE,
    terminals=0,
    raters=(),
    open_code=False,
)
UNCAST = Chair("Ines Korrigan", Source.EMPTY, optional=False, pinned=False)
UNPINNED = Chair("Ines Korrigan", Source.HUMAN, optional=False, pinned=False)


def test_all_is_ready_but_what_the_program_cannot_see() -> None:
    found = rows(READY)
    assert [row.id for row in found if row.state is not State.OK] == ["kit"]
    assert not blocks(found)


@pytest.mark.parametrize(
    ("line", "state", "says", "facts"),
    [
        ("seats", State.BLOCKS, "Ines Korrigan", replace(READY, chairs=(*READY.chairs, UNCAST))),
        ("seats", State.TO_DO, "Stand-ins play all", replace(READY, chairs=READY.chairs[1:])),
        ("trainer_pin", State.TO_DO, "none yet", replace(READY, trainer_pinned=False)),
        ("trainer_pin", State.BLOCKS, "Others can join", replace(READY, trainer_pinned=False, open_code=True)),
        ("trainer_pin", State.BLOCKS, "Others can join", replace(READY, trainer_pinned=False, terminals=1)),
        ("pins", State.TO_DO, "Ines Korrigan", replace(READY, chairs=(*READY.chairs, UNPINNED))),
        ("texts", State.TO_DO, "2 texts missing", replace(READY, gaps=(("en", 0), ("fr", 2)))),
        ("texts", State.TO_DO, "no translation", replace(READY, gaps=(("en", 0), ("fr", None)))),
        ("case", State.BLOCKS, "1 error", replace(READY, errors=1, warnings=2)),
        ("case", State.TO_DO, "2 warnings", replace(READY, warnings=2)),
        ("clock", State.BLOCKS, "12:01", replace(READY, last=NOON + timedelta(minutes=1))),
        ("clock", State.OK, "12:00", replace(READY, last=NOON + timedelta(seconds=2))),
        ("clock", State.OK, "UTC+00:00", replace(READY, last=None)),
        ("speed", State.BLOCKS, "60 times", replace(READY, speed=60.0)),
        ("disk", State.TO_DO, "49 MB", replace(READY, condition=replace(FILE, free=49_999_999))),
        ("disk", State.OK, "50 MB", replace(READY, condition=replace(FILE, free=50_000_000))),
        ("disk", State.TO_DO, "Nobody can tell", replace(READY, condition=replace(FILE, free=None))),
        ("disk", State.OK, "server", replace(READY, condition=Condition(True, True, "", "", None))),
        (
            "journal",
            State.TO_DO,
            "3.45.1",
            replace(READY, condition=replace(FILE, many_writers=False, sqlite="3.45.1")),
        ),
        ("terminals", State.OK, "2 other terminals", replace(READY, terminals=2)),
        ("raters", State.OK, "ana", replace(READY, raters=("ana",))),
        ("code", State.OK, "Open", replace(READY, open_code=True)),
    ],
)
def test_a_line_says_how_it_stands_and_what_mends_it(line: str, state: State, says: str, facts: Facts) -> None:
    found = next(row for row in rows(facts) if row.id == line)
    assert (found.state, says in found.text) == (state, True), found
    assert bool(found.mend) is (state is not State.OK)


def test_what_blocks_stands_first_and_is_counted() -> None:
    found = rows(replace(READY, speed=60.0, warnings=1))
    assert [row.id for row in pressing(found)][:3] == ["speed", "case", "kit"]
    assert summary(found) == "1 line blocks; to do: 2."


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_page_stands_before_a_start_that_something_blocks(
    size: tuple[int, int], make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now, journal: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("simulator.journal.wall.speed", lambda: 60.0)
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    async with make_app(session=session, start="setup").run_test(size=size, notifications=True) as pilot:
        await pilot.press("v")
        await shows(pilot, "1 line blocks")
        await shows(pilot, "[BLOCKS] Pace of the clock")
        await pilot.press("y")
        await shows(pilot, "[BLOCKS] Pace of the clock")
        assert not now().clock.started, "nobody asked for a start"
        await pilot.press("escape")
        await pilot.press("space")
        await shows(pilot, "Start the clock?")
        await pilot.press("enter")
        await pilot.pause()
        assert not now().clock.started, "the safe button has the focus"
        await pilot.press("space")
        await shows(pilot, "Start the clock?")
        if size[0] > 80:
            await pilot.click("#yes")
        else:
            await pilot.press("y")
        await shows(pilot, "running")
        assert now().clock.started


def test_the_command_says_the_same_and_its_status_tells_whether_something_blocks(
    journal: Path, session: str, issue: Issue
) -> None:
    ask = ["--db", str(journal), "preflight", session]
    blocked = CliRunner().invoke(goodoffices, ask)
    assert blocked.exit_code == 1, blocked.output
    assert "[BLOCKS] Seats: Nobody plays" in blocked.output
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    with Journal.open(journal) as opened:
        set_pin(opened, session, "upper-head", "123456")
    free = CliRunner().invoke(goodoffices, [*ask, "--json"])
    told = {row["id"]: row for row in json.loads(free.output)}
    assert (free.exit_code, told["seats"]["state"], told["pins"]["state"]) == (0, "ok", "to_do")
    assert "123456" not in free.output
