"""Bodies, agendas, walk-outs and returns on the seat's screen, and the forms that ask for them."""

from collections.abc import Callable
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Consent, Source
from simulator.tui.seat.fields import Form, NotNow, Pick, Several, Telling
from simulator.tui.seat.form import FormPage
from simulator.tui.seat.wishes import WISHES
from tests.tui.seat.conftest import TESTS, Table

Sit = Callable[..., Any]
SMALL = (80, 24)
HEADS = ("east-head", "west-head", "island-head")


@pytest.fixture
def ford() -> Table:
    """The first round at the ford, everybody in."""
    table = Table(TESTS / "cases" / "ford" / "scenario.yaml").do(c.OpenSession, TRAINER, name="Round")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Ann",))
    table.do(c.StartClock, TRAINER).phase("round-1")
    for head in HEADS:
        table.do(c.GiveConsent, head, consent=Consent.IN)
    return table


@pytest.fixture
def disputed(ford: Table) -> Table:
    """An agenda is proposed, and the west objects to its first item."""
    ford.do(c.ProposeAgenda, "first", issues=("name", "crossing"))
    return ford.do(c.ObjectToItem, "west-head", item="name", reason="That is not its name.", wording="The island")


@pytest.fixture
def adopted(ford: Table) -> Table:
    """The meeting works by its agenda, and the group is open with one of its own."""
    ford.do(c.ProposeAgenda, "first", issues=("name", "crossing"), wordings={"name": "The island"})
    for head in HEADS:
        ford.do(c.AdoptAgenda, head)
    ford.do(c.OpenSitting, "second", body="group").do(c.ProposeAgenda, "second", body="group", issues=("next-date",))
    return ford.do(c.TakeUpItem, "first", item="name")


def form(table: Table, seat: str, name: str, pick: str | None = None) -> Form:
    """The form of a wish, as a seat sees it now."""
    return next(w for w in WISHES if w.id == name).form(table.view(seat), pick)


def not_now(table: Table, seat: str, name: str) -> str:
    """Why a wish makes no sense now."""
    with pytest.raises(NotNow) as why:
        form(table, seat, name)
    return str(why.value)


def picks(made: Form) -> dict[str, tuple[Any, ...]]:
    """What can be picked in each field of a form."""
    return {f.name: tuple(o for o, _ in f.options) for f in made.fields if isinstance(f, Pick | Several)}


async def test_the_board_shows_the_agenda_of_each_body_one_sits_in(adopted: Table, sit: Sit) -> None:
    adopted.do(c.WalkOut, "west-head", item="name", reason="No.")
    app = sit(adopted, "island-head")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "Working group on the cro" in app.words()
        assert "agenda: proposed" in app.words()
        await pilot.press("tab", "end")
        await pilot.pause()
        assert "1. The island TAKEN UP" in app.words()
        assert "Away: West for “The island”" in app.words()
    app = sit(adopted, "east-head")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "Working group on the cro" not in app.words()


async def test_an_objection_is_made_with_keys_and_shown(disputed: Table, sit: Sit) -> None:
    app = sit(disputed, "island-head")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("1", "tab", "end")
        await pilot.pause()
        assert "West objects: That is not its name. Asks for “The island”." in app.words()
        await pilot.press("escape", "e")
        await pilot.pause()
        assert isinstance(app.screen, FormPage)
        assert "Object to an item of the agenda" in app.words()


async def test_the_floor_shows_what_is_open_and_who_observes(ford: Table, sit: Sit) -> None:
    app = sit(ford, "second")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "down")
        await pilot.pause()
        assert "Working group on the crossing NOT OPEN" in app.words()
        assert "Observers: Miri Sund" in app.words()
        await pilot.press("e")
        await pilot.pause()
        assert app.asked == [(c.OpenSitting, {"body": "group"})]
        assert "Working group on the crossing nobody speaks; 0 waiting" in app.words()


def test_an_agenda_is_proposed_in_words_of_the_case_or_of_ones_own(disputed: Table) -> None:
    made = form(disputed, "first", "propose_agenda", "process:")
    assert picks(made)["issues"] == ("crossing", "repair", "name", "next-date")
    assert picks(made)["words name"][-1] == "The island"
    values = {"issues": ("name", "next-date"), "words name": "The island", "own": "next-date", "own words": "When next"}
    assert made.command_fields(values) == {
        "issues": ("name", "next-date"),
        "wordings": {"name": "The island", "next-date": "When next"},
    }
    assert (
        made.command_fields({"issues": ("name",), "own words": "What?"}) == "Pick the item that is to have your words."
    )


def test_an_objection_offers_the_words_that_are_known(disputed: Table) -> None:
    made = form(disputed, "island-head", "object_to_item")
    assert picks(made)["item"] == ("name", "crossing")
    assert "The situation on the island" in picks(made)["wording"]
    values = {"item": "name", "reason": "No.", "wording": "The island", "own words": " "}
    assert made.command_fields(values) == {"item": "name", "reason": "No.", "wording": "The island"}


def test_the_row_of_a_body_says_whose_agenda_is_meant(adopted: Table) -> None:
    made = form(adopted, "west-head", "adopt_agenda", "agenda:group")
    assert made.fixed == {"body": "group"}
    assert next(f.text for f in made.fields if isinstance(f, Telling)) == "In: Working group on the crossing"
    imposed = form(adopted, "second", "impose_agenda")
    assert imposed.fixed == {"body": "group"}
    assert not_now(adopted, "first", "impose_agenda") == "No proposed agenda waits for agreement."


def test_the_chair_takes_up_what_is_ahead(adopted: Table) -> None:
    made = form(adopted, "first", "take_up_item")
    assert picks(made) == {"item": ("crossing",)}
    assert "must be open and have adopted an agenda" in not_now(adopted, "monitor", "take_up_item")


def test_one_may_leave_the_talks_a_body_or_an_item(adopted: Table) -> None:
    made = form(adopted, "west-head", "walk_out")
    ways = picks(made)["where"]
    assert ways[:4] == (("", ""), ("meeting", ""), ("meeting", "name"), ("meeting", "crossing"))
    assert made.command_fields({"where": ("meeting", "name")}) == {"reason": "", "body": "meeting", "item": "name"}
    adopted.do(c.WalkOut, "west-head", item="name")
    assert ("meeting", "name") not in picks(form(adopted, "west-head", "walk_out"))["where"]


def test_a_return_shows_the_steps_that_were_taken(adopted: Table) -> None:
    assert not_now(adopted, "west-head", "return_to_talks") == "Your party has not walked out."
    assert not_now(adopted, "first", "offer_step") == "Nobody has walked out."
    adopted.do(c.WalkOut, "west-head", body="group")
    assert not_now(adopted, "west-head", "return_to_talks") == "Nobody has taken a step towards your party yet."
    made = form(adopted, "second", "offer_step")
    assert made.command_fields({"party": ("west", "group"), "text": "A break"}) == {
        "party": "west",
        "body": "group",
        "text": "A break",
    }
    adopted.do(c.OfferStep, "second", party="west", body="group", text="A break")
    back = form(adopted, "west-head", "return_to_talks")
    assert [f.text for f in back.fields if isinstance(f, Telling)] == ["A step towards you: A break"]
    assert picks(back) == {"body": ("group",)}


def test_a_chair_is_handed_on_to_somebody_in_the_body(adopted: Table) -> None:
    made = form(adopted, "second", "change_chair", "body:group")
    assert "monitor" in picks(made)["seats"]
    assert "east-head" not in picks(made)["seats"]
    assert made.command_fields({"seats": "monitor"}) == {"body": "group", "seats": ("monitor",), "reason": ""}
    assert not_now(adopted, "monitor", "change_chair") == "Only the first chair of a body hands on its chair."


def test_who_observes_is_told_when_it_speaks(ford: Table) -> None:
    assert not_now(ford, "teacher", "request_floor") == "You speak here when the chair invites you."


def test_where_one_body_sits_the_forms_ask_no_more_than_before() -> None:
    table = Table().do(c.OpenSession, TRAINER, name="Well")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Ann",))
    table.do(c.StartClock, TRAINER).phase("exploration").do(c.GiveConsent, "upper-head", consent=Consent.IN)
    assert picks(form(table, "upper-head", "walk_out")) == {}
    assert set(picks(form(table, "mediator", "propose_agenda"))) == {"issues"}
    assert not_now(table, "mediator", "change_chair") == "Only the first chair of a body hands on its chair."
    assert not_now(table, "mediator", "close_sitting") == "No body that you opened sits now."
