"""The trainer's board of several texts, and what waits for capitals."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from simulator.engine import Session, view
from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Source, Verdict
from simulator.tui.app import GoodOffices
from simulator.tui.boards import text as board
from simulator.tui.control.capitals import referrals
from tests.engine.test_texts import converging
from tests.texts import well_with_texts

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]


def test_the_trainer_sees_every_text_and_what_waits_for_capitals(tmp_path: Path) -> None:
    story = converging(well_with_texts(tmp_path))
    story.do(c.BracketClause, "upper-head", document="minutes", clause="said", wording="Upper asked for noon.")
    story.do(c.BracketClause, "lower-head", document="minutes", clause="said", wording="It shouted.", inside=1)
    story.do(c.ReferClause, "lower-head", document="minutes", clause="done")
    story.do(c.IssueVersion, "mediator", document="modalities").do(c.PutToAdoption, "mediator", document="modalities")
    story.do(c.AnswerAdoption, "upper-head", document="modalities", verdict=Verdict.AD_REFERENDUM)
    story.do(c.AnswerAdoption, "lower-head", document="modalities", verdict=Verdict.ADOPT)
    known = view(story.session, TRAINER, story.at)
    names = [name for name, _ in board.rows(known)]
    assert names[:4] == ["/", "minutes:/", "minutes:said", "minutes:done"]
    page = board.detail(known, "minutes:said").plain
    assert "[1] Upper: Upper asked for noon." in page
    assert "   [2] Lower: It shouted." in page
    assert "Grey until the capital answers: Lower" in board.detail(known, "minutes:done").plain
    assert "Upper: has not answered yet" in board.detail(known, "modalities:/").plain
    assert [one.named(known) for one in referrals(known)] == [
        "Upper: How the villages talk",
        "Lower: Minutes of the last meeting: What was done",
    ]


async def test_the_trainer_answers_as_a_capital(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(c.CastSeat, seat=seat, source=Source.HUMAN)
    issue(c.StartClock)
    for phase in ("exploration", "convergence"):
        issue(c.EnterPhase, phase=phase)
    issue(c.IssueVersion, by="mediator")
    issue(c.ReferClause, by="lower-head", clause="purpose")
    app = make_app(session=session, start="console")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "running")
        await pilot.press("7")
        await shows(pilot, "ad ref.")
        await pilot.press("T")
        await shows(pilot, "Which capital answers?")
        await pilot.press("enter")
        await shows(pilot, "It refuses")
        await pilot.press("down", "enter")
        await shows(pilot, "A word to it?")
        await pilot.press("N", "o", "enter")
        await shows(pilot, "bracketed")
    assert now().text.clauses["purpose"].open_brackets[0].party == "lower"
