"""What if: a package tried out in private, with the own value alone, and put into an offer where the rules allow."""

from collections.abc import Callable
from typing import Any

from simulator.engine import commands as c
from simulator.tui.dialogs.choices import ChooseOne
from simulator.tui.seat import what_if
from simulator.tui.seat.fields import Pick
from simulator.tui.seat.form import FormPage

UPPER_FIRST = {"term:hours": "mornings-upper", "term:keeper": "elder-keeps"}


async def press(pilot: Any, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause()


def test_one_sets_out_from_every_package_and_from_the_text(converging: Any) -> None:
    found = what_if.starts(converging.view("upper-head"), "package:1", ())
    assert [s.id for s in found] == ["package:1", "text", "nothing"]
    assert found[0].terms == {"hours": "mornings-lower", "keeper": "elder-keeps"}


def test_each_option_says_what_it_is_worth_to_us(converging: Any) -> None:
    view = converging.view("upper-head")
    start = what_if.starts(view, "package:1", ())[0]
    field = what_if.form(view, start).fields[0]
    assert isinstance(field, Pick)
    assert "(60 points)" in dict(field.options)["mornings-upper"]


def test_what_was_changed_is_held_against_the_start(converging: Any) -> None:
    view = converging.view("upper-head")
    start = what_if.starts(view, "package:1", ())[0]
    live = what_if.form(view, start).live
    assert live is not None
    assert "Nothing is changed" in live({f"term:{i}": o for i, o in start.terms.items()}).plain
    changed = live(UPPER_FIRST).plain
    assert "1 issue changed, +60 points against the start" in changed
    assert "above our reservation" in changed
    worse = live({**UPPER_FIRST, "term:keeper": "lower-keeps"}).plain
    assert "CROSSES a red line" in worse


def test_who_has_no_score_sheet_values_nothing(converging: Any) -> None:
    assert "no score sheet" in str(what_if.why_not(converging.view("mediator")))
    assert what_if.why_not(converging.view("upper-head")) is None


async def test_a_try_is_kept_and_nobody_is_asked(sit: Callable[..., Any], converging: Any) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6", "I", "enter")
        assert isinstance(app.screen, FormPage)
        await press(pilot, "enter", "down", "enter", "ctrl+s", "enter")
        assert "MY TRY 1" in app.shown()
        assert app.asked == []


async def test_a_try_goes_into_an_offer(sit: Callable[..., Any], converging: Any) -> None:
    app = sit(converging, "upper-head")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6", "I", "enter", "ctrl+s")
        assert isinstance(app.screen, ChooseOne)
        await press(pilot, "down", "enter", "ctrl+s")
        assert app.asked[0][0] is c.TablePackage
        assert app.asked[0][1]["terms"] == {"hours": "mornings-lower", "keeper": "elder-keeps"}
