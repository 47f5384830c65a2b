"""From the last package to the documents: outcome, end, and what the debriefing shows."""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.debrief import documents
from simulator.debrief.sources import Sources
from simulator.engine import Session
from simulator.engine.commands import CastSeat, DeclareOutcome, DiscloseInterest, EnterPhase, StartClock, TablePackage
from simulator.engine.words import OutcomeKind, Source
from simulator.tui.app import GoodOffices
from simulator.tui.screens.debrief import DebriefScreen

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]


def play(issue: Issue) -> None:
    """Two sides meet, one tells why, and an offer is made."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN)
    issue(StartClock)
    issue(EnterPhase, phase="exploration")
    issue(DiscloseInterest, by="upper-head", interest="upper.school", to=("all",))
    issue(EnterPhase, phase="convergence")
    issue(TablePackage, by="upper-head", terms={"hours": "shared-board"})


async def test_packages_show_what_they_are_worth_to_each_side(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows
) -> None:
    play(issue)
    app = make_app(session=session, start="console")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "Convergence: ")
        await pilot.press("6")
        await shows(pilot, "No. 1")
        await shows(pilot, "by Upper")
        await pilot.press("home", "down")
        await shows(pilot, "Worth (confidential)")
        await shows(pilot, "of 100, needs")


async def test_the_outcome_is_declared_and_the_session_ended(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    play(issue)
    app = make_app(session=session, start="console")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await shows(pilot, "Convergence: ")
        await pilot.press("O")
        await shows(pilot, "How did the talks end?")
        await pilot.press("down", "down", "enter")
        await shows(pilot, "A word on it?")
        await pilot.press("enter")
        await shows(pilot, "Go to Leaving the role now?")
        await pilot.press("n", "9")
        await shows(pilot, "no agreement")
        await pilot.press("E")
        await shows(pilot, "Play goes on")
        issue(EnterPhase, phase="de-role")
        await shows(pilot, "Leaving the role: ")
        await pilot.press("E")
        await shows(pilot, "Close the session?")
        await pilot.press("y")
        await shows(pilot, "30:00 ended")
        assert now().ended


async def test_three_panels_what_was_hidden_and_the_questions(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows
) -> None:
    play(issue)
    issue(DeclareOutcome, kind=OutcomeKind.NO_AGREEMENT)
    app = make_app(session=session, start="console")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "Exercise control")
        await pilot.press("D")
        await shows(pilot, "Go to Leaving the role now?")
        await pilot.press("n")
        await shows(pilot, "have not left their role yet")
        await pilot.press("8")
        await shows(pilot, "Milestones")
        await pilot.press("down")
        await shows(pilot, "With caution")
        await pilot.press("4", "end", "up")
        await shows(pilot, "released")
        await pilot.press("home", "down", "down", "down")
        await shows(pilot, "Told, it opens Hours at the well")
        await pilot.press("3")
        await shows(pilot, "first interest")
        await shows(pilot, "What did the listener do just before this was")
        await pilot.press("6")
        await shows(pilot, "The question for dinner")


async def test_the_documents_are_written_and_found(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows, tmp_path: Path
) -> None:
    play(issue)
    issue(DeclareOutcome, kind=OutcomeKind.NO_AGREEMENT)
    app = make_app(session=session, start="console")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "Exercise control")
        await pilot.press("D")
        await shows(pilot, "Go to Leaving the role now?")
        await pilot.press("n", "8")
        await shows(pilot, "Milestones")
        await pilot.press("w")
        await shows(pilot, "Write the documents to which folder?")
        app.screen.query_one(Input).value = str(tmp_path / "papers")
        await pilot.press("enter")
        await shows(pilot, "Written to")
    assert list((tmp_path / "papers").iterdir())


async def test_writing_the_documents_can_be_stopped(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, go_on = documents.documents, Event()

    def slowly(*about: Any) -> Iterator[documents.Named]:
        for one in made(*about):
            yield one
            go_on.wait(30)

    monkeypatch.setattr(documents, "documents", slowly)
    play(issue)
    issue(DeclareOutcome, kind=OutcomeKind.NO_AGREEMENT)
    app = make_app(session=session, start="console")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "Exercise control")
        await pilot.press("D")
        await shows(pilot, "Go to Leaving the role now?")
        await pilot.press("n", "8")
        await shows(pilot, "Milestones")
        await pilot.press("w")
        await shows(pilot, "Write the documents to which folder?")
        app.screen.query_one(Input).value = str(tmp_path / "papers")
        await pilot.press("enter")
        await shows(pilot, "Documents written: 2. X stops.")
        await pilot.press("6")  # the screen stays alive
        await shows(pilot, "The question for dinner")
        await pilot.press("x")
        go_on.set()
        await shows(pilot, "Stopped. Written to")
    assert len(list((tmp_path / "papers").iterdir())) <= 2


async def test_the_debriefing_may_be_left_before_it_has_scored(
    make_app: MakeApp, session: str, issue: Issue, shows: Shows
) -> None:
    play(issue)
    app = make_app(session=session, start="console")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await shows(pilot, "Exercise control")
        await pilot.press("D")
        await shows(pilot, "have not left their role yet")
        gone = app.screen
        assert isinstance(gone, DebriefScreen)
        await pilot.press("o")
        await shows(pilot, "1 Course")
        gone.show_scored(Sources(gone.live.record()), {})
        gone.written("Written to nowhere")
        assert app.is_running
