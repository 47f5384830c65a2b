"""Several groups of one exercise: set up, started and paused together, with what one refuses told for it alone."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import TRAINER
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.journal.pins import Ok, check, has_pin
from simulator.journal.store import Journal
from simulator.journal.wall import now
from simulator.tui.app import GoodOffices
from simulator.tui.desk import Desk
from simulator.tui.going import NewSession
from simulator.tui.groups import Groups, exercise_of, group_name, groups_of
from tests.tui.conftest import screen_text

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]


@pytest.fixture
def three(journal: Path, shelf: Path) -> tuple[str, ...]:
    """Three groups of one exercise, set up, and a session that belongs to none."""
    desk = Desk(journal)
    made = [desk.begin(NewSession("well", group_name("Spring", n), 3, 7 + n, "en", "Spring")) for n in range(3)]
    desk.begin(NewSession("well", "Alone", 3, 7, "en"))
    desk.journal.close()
    return tuple(made)


def test_the_record_says_which_groups_belong_together(journal: Path, three: tuple[str, ...]) -> None:
    with Journal.open(journal) as opened:
        assert groups_of(opened, "Spring") == three
        alone = next(info.id for info in opened.sessions() if info.name == "Alone")
        assert exercise_of(opened, alone) == ""
        assert b"exercise" not in str(opened.lines(alone)[0]).encode()  # a session by itself is written as before
        groups = Groups(opened, "Spring")
        assert [groups.name(name) for name in groups.all] == ["Table A", "Table B", "Table C"]


def test_one_refusal_keeps_no_other_group_from_it(journal: Path, three: tuple[str, ...]) -> None:
    with Journal.open(journal) as opened:
        groups = Groups(opened, "Spring")
        assert groups.ask(three[1:2], c.StartClock) == {three[1]: ""}
        found = groups.ask(three, c.StartClock)
        assert (found[three[0]], found[three[2]]) == ("", "")
        assert found[three[1]]
        assert all(group.session.clock.running for group in groups.all.values())


def test_the_stop_word_stops_its_own_group_alone(journal: Path, three: tuple[str, ...]) -> None:
    with Journal.open(journal) as opened:
        groups = Groups(opened, "Spring")
        groups.ask(three, c.StartClock)
        elsewhere = Groups(opened, "Spring")
        elsewhere.ask(three[2:], c.InvokeStop)
        assert groups.tick(0.0) == (three[2],)
        assert groups.tick(0.0) == ()
        assert [group.session.stopped for group in groups.all.values()] == [False, False, True]


def test_one_pin_of_the_trainer_opens_them_all_and_seats_have_their_own(journal: Path, three: tuple[str, ...]) -> None:
    with Journal.open(journal) as opened:
        groups = Groups(opened, "Spring")
        made = groups.make_pins()
        assert len({made[name, TRAINER] for name in three}) == 1
        for name in three:
            assert isinstance(check(opened, name, TRAINER, made[name, TRAINER], now()), Ok)
            people = [s for s, state in groups.all[name].session.seats.items() if state.source is Source.HUMAN]
            assert people
            assert all(has_pin(opened, name, seat) for seat in people)


def test_stand_ins_of_every_group_play_where_no_other_console_has_them(
    journal: Path, three: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(journal) as one, Journal.open(journal) as other:
        first, second = Groups(one, "Spring"), Groups(other, "Spring")
        for seat in first.all[three[0]].session.seats:
            first.ask(three, c.CastSeat, seat=seat, source=Source.STAND_IN)
        first.ask(three, c.StartClock)
        first.tick(0.0)
        played: list[object] = []
        monkeypatch.setattr("simulator.tui.groups.Group._play", lambda group: played.append(group))
        second.tick(0.0)
        assert not played  # the first one has them
        first.tick(0.0)
        assert len(played) == 3
        first.leave()
        second.tick(0.0)
        assert len(played) == 6


async def test_they_are_set_up_started_and_paused_together(make_app: MakeApp, shows: Shows, journal: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await shows(pilot, "The Well")
        await pilot.press("g")
        await shows(pilot, "Groups, from 2 to")
        await pilot.click("#many")
        await pilot.press("backspace", "delete", "3", "enter")
        await shows(pilot, "Table C")
        assert screen_text(app).count("not started") == 3
        await pilot.press("space")
        await shows(pilot, "3 groups play.")
        assert screen_text(app).count("running") == 3
        await pilot.press("down", "x", "space")
        await shows(pilot, "PAUSED")
        assert screen_text(app).count("running") == 2
        await pilot.press("x", "n")
        await shows(pilot, "Which phase, for all of them?")
        await pilot.press("enter")
        await shows(pilot, "did it.")
    with Journal.open(journal) as opened:
        exercise = exercise_of(opened, opened.sessions()[0].id)
        assert len(groups_of(opened, exercise)) == 3


async def test_the_stop_word_is_loud_and_one_key_leads_there_and_back(
    make_app: MakeApp, shows: Shows, journal: Path, three: tuple[str, ...]
) -> None:
    with Journal.open(journal) as opened:
        groups = Groups(opened, "Spring")
        groups.ask(three, c.StartClock)
        groups.ask(three[1:2], c.InvokeStop)
    app = make_app(session=three[0], start="console")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("f4")
        await shows(pilot, "STOP WORD in Table B. The others go on; X stops all.")
        await pilot.press("down", "enter")
        await shows(pilot, "STOP: play has stopped for everybody.")
        await pilot.press("f4")
        await shows(pilot, "Table C")
        await pilot.press("X")
        await shows(pilot, "STOP WORD in Table A, Table B, Table C")
