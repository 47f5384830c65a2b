"""Own notes: tied to a meeting or a person, listed alone, and found by what they are about."""

from collections.abc import Callable
from typing import Any

from simulator.engine import commands as c


async def press(pilot: Any, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_a_note_names_the_meeting_in_which_one_sits(sit: Callable[..., Any], exploring: Any) -> None:
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1)
    app = sit(exploring, "mediator")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "n", *"Noon", "ctrl+s")
        assert app.asked[-1] == (c.WriteNote, {"text": "Noon", "caucus": 1})
        await press(pilot, "9")
        assert "MY NOTE (private meeting no. 1): Noon" in app.shown()


async def test_a_note_names_the_person_of_the_row(sit: Callable[..., Any], exploring: Any) -> None:
    exploring.do(c.RequestFloor, "upper-head", body="table").do(c.GiveFloor, "mediator", body="table",
                                                                seat="upper-head")  # fmt: skip
    app = sit(exploring, "mediator")
    async with app.run_test(size=(80, 24)) as pilot:
        app.seat_screen.pane = 2
        await press(pilot, *["down"] * len(exploring.view("mediator").parties))
        while app.seat_screen.picked != "seat:upper-head":
            await press(pilot, "down")
        await press(pilot, "n", *"Calm", "ctrl+s")
        assert app.asked[-1][1] == {"text": "Calm", "seat": "upper-head"}


async def test_a_key_lists_the_notes_alone_and_all_again(sit: Callable[..., Any], exploring: Any) -> None:
    app = sit(exploring, "mediator")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "F")
        assert "You have written no note yet. Press n to write one." in app.words()
        exploring.do(c.WriteNote, "mediator", text="They fear the dry month.", seat="upper-head")
        app.look()
        await press(pilot, "F", "F")
        assert [name for name, _ in app.seat_screen.query_one("#list").rows] == ["note:0"]
        assert "Only your notes are listed" in app.words()
        await press(pilot, "F")
        assert len(app.seat_screen.query_one("#list").rows) > 1
