"""Commitments under their articles, shocks at the text, and a rater's seat, at eighty columns."""

from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft, CommitmentDraft
from simulator.engine.words import TRAINER, Dimension, Source, Verdict
from simulator.tui.seat.fields import NotNow, Telling
from simulator.tui.seat.wishes import WISHES, Wish

TESTED = Path(__file__).parents[2] / "cases" / "well-tested" / "scenario.yaml"
TEXT = "7"


def wish(name: str) -> Wish:
    return next(w for w in WISHES if w.id == name)


def fields(view: Any, name: str, pick: str | None = None, **given: Any) -> Any:
    """The command's fields when the form's own values stand but for those given."""
    form = wish(name).form(view, pick)
    values = {f.name: f.value for f in form.fields if not isinstance(f, Telling)}
    assert set(given) <= set(values)
    return form.command_fields({**values, **given})


@pytest.fixture
def drafted(exploring: Any) -> Any:
    """The tested Well with a text under reading and the commitments that came with it."""
    table = type(exploring)(TESTED).do(c.OpenSession, TRAINER, name="Tuesday")
    for seat in table.session.scenario.seats:
        table.do(c.CastSeat, TRAINER, seat=seat, source=Source.HUMAN, people=("Ann",))
    table.do(c.StartClock, TRAINER).phase("exploration")
    table.do(c.ProposeOption, "upper-head", issue="hours", option="shared-board").phase("convergence")
    drafts = {"hours": ClauseDraft(option="shared-board"), "keeper": ClauseDraft(option="elder-keeps")}
    return table.do(c.IssueVersion, "mediator", clauses=drafts)


@pytest.fixture
def shaken(drafted: Any) -> Any:
    """The text is adopted, and a shock is thrown at it."""
    drafted.do(c.PutToAdoption, "mediator")
    for seat in ("upper-head", "lower-head"):
        drafted.do(c.AnswerAdoption, seat, verdict=Verdict.ADOPT)
    return drafted.phase("month-after")


async def test_everybody_reads_the_commitments_under_their_article(drafted: Any, sit: Any) -> None:
    async with sit(drafted, "lower-head").run_test(size=(80, 24)) as pilot:
        await pilot.press(TEXT)
        await pilot.pause()
        assert "1. The mediator: hangs the board" in pilot.app.shown()
        assert "2. nobody named: keeps the hour at noon" in pilot.app.shown()
        await pilot.press("down", "down", "down", "down")
        await pilot.pause()
        assert pilot.app.seat_screen.picked == "commitment:2"


async def test_the_pen_holder_records_one_by_its_form(drafted: Any, sit: Any) -> None:
    app = sit(drafted, "mediator")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(TEXT)
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        assert "A commitment under an article" in app.shown()
        app.screen.query_one("#f2").text = "sweeps the stones each evening"
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.pause()
        (kept,) = [a for a in app.asked if a[0] is c.RecordCommitment]
        assert kept[1]["record"].action == "sweeps the stones each evening"
        assert 4 in drafted.session.text.commitments


def test_a_picked_commitment_is_written_anew_with_what_it_said(drafted: Any) -> None:
    view = drafted.view("mediator")
    made = fields(view, "record_commitment", "commitment:2", actor="The elder", days=7, after=("1",))
    assert made == {
        "clause": "hours",
        "commitment": 2,
        "record": CommitmentDraft(
            actor="The elder", action="keeps the hour at noon free for the school", days=7, after=(1,)
        ),
    }
    assert fields(view, "record_commitment", action="") == "Write something: What it does, beginning with a verb."
    drafted.do(c.RecordCommitment, "mediator", **made)
    assert fields(drafted.view("mediator"), "strike_commitment", "commitment:3") == {"commitment": 3}
    with pytest.raises(NotNow, match="pen"):
        wish("record_commitment").form(drafted.view("upper-head"), None)


async def test_a_shock_waits_and_is_answered_by_an_article(shaken: Any, sit: Any) -> None:
    app = sit(shaken, "upper-head")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "A shock is thrown at the text" in app.words()
        await pilot.press(TEXT)
        await pilot.press("down")
        await pilot.pause()
        (shock,) = shaken.session.stress
        assert app.seat_screen.picked == f"shock:{shock}"
        await pilot.press("enter")
        await pilot.pause()
        assert "Which article answers it" in app.shown()
        app.screen.query_one("#f1").value = "hours"
        app.screen.query_one("#f2").text = "The mediator"
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.pause()
        assert shaken.session.stress[shock].answers["upper-head"].who == "The mediator"
        assert "A shock is thrown" not in app.words()


def test_a_delegation_without_a_vote_is_not_asked(shaken: Any) -> None:
    assert "answer_shock" not in shaken.view("engineer").can
    assert wish("answer_shock").why_not(shaken.view("engineer"), None) is not None


def test_a_raters_seat_notes_rates_and_locks(shaken: Any) -> None:
    view = shaken.view("watcher")
    shaken.do(c.NoteObservation, "watcher", **fields(view, "note_observation", text="Asks twice.", seat="mediator"))
    view = shaken.view("watcher")
    said = fields(view, "rate_seat", seat="mediator", level=3)
    assert "at least one observation" in said
    said = fields(view, "rate_seat", seat="upper-head", level=3, observations=("1",))
    assert "somebody else" in said
    made = fields(view, "rate_seat", seat="mediator", level=3, observations=("1",))
    assert made["dimension"] is Dimension.D1
    shaken.do(c.RateSeat, "watcher", **made)
    shock = next(iter(shaken.session.stress))
    shaken.do(c.JudgeShock, "watcher", **fields(view, "judge_shock", f"shock:{shock}", level=1))
    shaken.do(c.JudgeAgreement, "watcher", **fields(view, "judge_agreement", criterion="Q5", level=2))
    shaken.do(c.LockRatings, "watcher", **fields(view, "lock_ratings"))
    assert wish("rate_seat").why_not(shaken.view("watcher"), None) == "Your ratings are locked."


async def test_the_raters_keys_stand_in_the_record(shaken: Any, sit: Any) -> None:
    app = sit(shaken, "watcher")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9")
        await pilot.pause()
        await pilot.press("o")
        await pilot.pause()
        assert "An observation of watcher" in app.shown()
