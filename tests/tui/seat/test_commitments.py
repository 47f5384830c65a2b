"""Commitments under their articles, shocks at the text, and a rater's seat, at eighty columns."""

from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.commands import ClauseDraft, CommitmentDraft
from simulator.engine.words import TRAINER, Dimension, Source, Verdict
from simulator.tui.boards.commitments import commitment_in_full
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
        under, *told = [line.strip() for line in pilot.app.shown().split("A commitment under ")[1].splitlines()]
        assert under == "Hours"
        assert told[0].startswith("2. nobody named: keeps the hour at noon")
        assert any(line.startswith("Left open: by when") for line in told[:4])


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


async def test_after_play_a_rater_finishes_and_the_seat_does_not_lock_before(shaken: Any, sit: Any) -> None:
    shaken.phase("de-role")
    app = sit(shaken, "watcher")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Finish your ratings (0 observations, 0 ratings)" in app.words()
        assert "Observe" in app.shown().splitlines()[-1]
        await pilot.press("r")
        await pilot.pause()
        assert "A rating of watcher" in app.shown()
        assert "insufficient evidence is all you can give" in app.words()
        assert "1 no frame; sides do not know the rules or the role" in app.words()
        app.screen.query_one("#f2").value = 3
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "note what you saw (Observe)" in app.words()
        await pilot.press("escape", "o")
        await pilot.pause()
        app.screen.query_one("#f0").text = "Asks twice."
        app.screen.query_one("#f1").value = "mediator"
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.pause()
        assert "Finish your ratings (1 observation, 0 ratings)" in app.words()
        shaken.do(c.LockRatings, "watcher", rater="watcher")
        app.look()
        await pilot.pause()
        assert "[x] Your ratings are locked" in app.shown()


def test_striking_asks_which_where_no_commitment_is_picked(drafted: Any) -> None:
    view = drafted.view("mediator")
    assert fields(view, "strike_commitment", "clause:hours") == "Pick one: Which."
    assert fields(view, "strike_commitment", "commitment:1") == {"commitment": 1}


def test_a_method_without_a_verifier_is_left_open(drafted: Any) -> None:
    record = CommitmentDraft(actor="The elder", action="counts the buckets", method="aloud, at noon")
    drafted.do(c.RecordCommitment, "mediator", clause="hours", record=record)
    known = drafted.view("upper-head").text.commitments[-1]
    said = commitment_in_full(known).plain.splitlines()
    assert "   Verified by: aloud, at noon" in said
    assert said[-1] == "   Left open: by when, paid by, if not, by whom verified."


def test_the_first_version_says_that_articles_are_filled_in_the_second(drafted: Any, exploring: Any) -> None:
    exploring.phase("convergence")
    first = wish("issue_version").form(exploring.view("mediator"), None).fields[0]
    assert isinstance(first, Telling)
    assert "filled in version 2" in first.text
    later = wish("issue_version").form(drafted.view("mediator"), None).fields[0]
    assert later == Telling("Clauses that you leave as they are stand as before.")
