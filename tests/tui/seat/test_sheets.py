"""Preparation, conflict map, conduct and what waits: what each seat sees and asks."""

from collections.abc import Callable
from typing import Any

from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Permission
from simulator.tui.seat import conflict, interests, preparation
from simulator.tui.seat.waiting import how_many, waits

SECRET = "The school before the gardens."


def test_a_sheet_is_for_its_party_and_shows_what_was_filed(exploring: Any) -> None:
    exploring.do(c.WriteSheet, "upper-head", parts={"opening": SECRET}).do(c.FileSheet, "upper-head")
    view = exploring.view("upper-head")
    assert SECRET in preparation.detail(view, "sheet:").plain
    assert "filed at" in preparation.rows(view)[0][1].plain
    other = exploring.view("mediator")
    assert all(SECRET not in preparation.detail(other, name).plain for name, _ in preparation.rows(other))


def test_the_map_counts_gaps_and_shows_how_sure(exploring: Any) -> None:
    before = conflict.rows(exploring.view("mediator"))[0][1].plain
    exploring.do(c.NoteBelief, "mediator", party="upper", issue="hours", text="Noon.", sure=2, learned_from="upper")
    view = exploring.view("mediator")
    assert conflict.rows(view)[0][1].plain != before
    assert "●●○" in conflict.table(view).plain
    assert not conflict.PANE.shown(exploring.view("upper-head"))


def test_what_may_be_carried_stands_under_the_party_to_tell(exploring: Any) -> None:
    told = {"interest": "upper.school", "to": ("mediator",)}
    exploring.do(c.DiscloseInterest, "upper-head", **told)
    assert "IN CONFIDENCE" in interests.carrying(exploring.view("mediator")).plain
    exploring.do(c.PermitRelease, "upper-head", interest="upper.school", carry_to=("lower",))
    said = interests.carrying(exploring.view("mediator")).plain
    assert "IN CONFIDENCE" not in said
    assert said.index("To Village of Lower Ardel") < said.index("schoolmistress")


def test_what_waits_is_counted_without_news(exploring: Any) -> None:
    exploring.wait(60)
    before = how_many(exploring.view("upper-head"))
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",))
    assert how_many(exploring.view("upper-head")) == before + 1
    texts = [one.text for one in waits(exploring.view("upper-head"))]
    assert "An invitation to a private meeting waits. Press 4." in texts


def test_an_owner_sees_the_terms_on_which_each_heard(exploring: Any) -> None:
    exploring.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",),
                 permission=Permission.RELEASABLE, carry_to=("lower",))  # fmt: skip
    own = exploring.view("upper-head")
    assert "may carry it to" in interests.detail(own, "own:upper.school").plain


async def test_the_list_of_what_waits_leads_there(sit: Callable[..., Any], exploring: Any) -> None:
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",))
    app = sit(exploring, "upper-head")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("W")
        await pilot.pause()
        assert "What waits for you" in app.shown()
        await pilot.press("enter")
        await pilot.pause()
        assert app.seat_screen.pane == 3
    assert exploring.view(TRAINER)
