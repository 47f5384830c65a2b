"""Equal time at the mediators' private meetings, and the time of parties on the floor."""

from collections.abc import Callable
from typing import Any

from simulator.engine import commands as c
from simulator.engine.words import TRAINER
from simulator.tui.seat import floor, meetings


def lines(pane: Any, view: Any) -> dict[str, str]:
    return {name: content.plain for name, content in pane.rows(view)}


def meet(table: Any, seconds: float) -> None:
    table.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1).wait(seconds)


def test_the_party_that_was_not_met_stands_first_and_says_so(exploring: Any) -> None:
    meet(exploring, 55)
    exploring.do(c.CloseCaucus, "mediator", caucus=1)
    shown = lines(meetings, exploring.view("mediator"))
    assert [name for name in shown if name.startswith("meet:")] == ["meet:lower", "meet:upper"]
    assert "not met yet" in shown["meet:lower"]
    assert "1 meeting" in shown["meet:upper"]
    assert "1:00" in shown["meet:upper"]


def test_an_open_meeting_is_held_against_its_cap(exploring: Any) -> None:
    meet(exploring, 10)
    assert "NOW 0:10 of 3:00" in lines(meetings, exploring.view("mediator"))["meet:upper"]
    exploring.wait(60)
    assert "ENDS SOON" in lines(meetings, exploring.view("mediator"))["meet:upper"]
    exploring.wait(180)
    assert "OVER TIME" in lines(meetings, exploring.view("mediator"))["meet:upper"]


def test_sides_do_not_see_the_times_of_others(exploring: Any) -> None:
    meet(exploring, 10)
    assert not [name for name in lines(meetings, exploring.view("lower-head")) if name.startswith("meet:")]


async def test_enter_on_a_party_calls_a_meeting_with_it(sit: Callable[..., Any], exploring: Any) -> None:
    app = sit(exploring, "mediator")
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("4", "enter", "ctrl+s"):
            await pilot.press(key)
            await pilot.pause()
        assert app.asked[0][0] is c.CallCaucus
        assert app.asked[0][1]["seats"] == ("upper-head",)


def test_the_floor_has_the_minutes_of_each_party_and_what_is_left_of_a_turn(exploring: Any) -> None:
    exploring.do(c.GiveFloor, "mediator", body="table", seat="upper-head", limit=60).wait(30)
    exploring.do(c.RequestFloor, "lower-head", body="table")
    view = exploring.view(TRAINER)
    shown = lines(floor, exploring.view("mediator"))
    assert "0:35" in shown["party:upper"]
    assert "100 %" in shown["party:upper"]
    assert "0:25 left" in shown["body:table"]
    assert view.seats["lower-head"].name in shown["body:table"]
