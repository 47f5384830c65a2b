"""The presenter: from the end of play to a question on the wall, the script with its clock, the board as it was."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep

import pytest
from textual.pilot import Pilot

from simulator.debrief.sources import Sources
from simulator.engine import Record, Session, room
from simulator.engine.commands import (
    CastSeat,
    ChooseMoments,
    DeclareOutcome,
    DiscloseInterest,
    EnterPhase,
    JumpClock,
    SayReady,
    StartClock,
    StatePosition,
    TablePackage,
)
from simulator.engine.session import Slide
from simulator.engine.session.debriefing import DebriefState
from simulator.engine.words import DebriefPage, DebriefStep, OutcomeKind, Source
from simulator.tui.app import GoodOffices
from simulator.tui.asking import Asked
from simulator.tui.present import branching
from simulator.tui.present.clock import line, spent, times
from simulator.tui.present.moments import toggled
from simulator.tui.present.order import talked_about
from simulator.tui.present.stage import Stage
from simulator.tui.screens.debrief import DebriefScreen
from tests.playthroughs.test_playthroughs import play

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]

SIZE = (80, 24)


@pytest.fixture
def talked(issue: Issue) -> None:
    """Two sides talked, and their time is up."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(StartClock)
    issue(SayReady, by="mediator")
    issue(EnterPhase, phase="exploration")
    issue(DiscloseInterest, by="upper-head", interest="upper.school", to=("mediator",))
    issue(StatePosition, by="upper-head", issue="keeper", text="We have always kept it.")
    issue(EnterPhase, phase="convergence")
    issue(TablePackage, by="upper-head", terms={"hours": "shared-board"})
    issue(JumpClock, minute=12)


async def scored(pilot: "Pilot[None]") -> DebriefScreen:
    """The presenter, with its record scored."""
    for _ in range(200):
        await pilot.pause(0.05)
        screen = pilot.app.screen
        if isinstance(screen, DebriefScreen) and screen.sources is not None:
            return screen
    raise AssertionError("not scored")


async def wall_is(now: Now, pilot: "Pilot[None]", slide: Slide) -> None:
    """Wait until a page is on the wall."""
    for _ in range(100):
        await pilot.pause(0.02)
        if room(now()).slide == slide:
            return
    raise AssertionError(room(now()).slide)


async def test_four_keys_lead_from_the_end_of_play_to_the_second_question(
    talked: None, make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    issue(DeclareOutcome, kind=OutcomeKind.NO_AGREEMENT)
    app = make_app(session=session, start="console")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Convergence")
        await pilot.press("D")
        await shows(pilot, "Go to Leaving the role now?")
        await pilot.press("y")
        await shows(pilot, "Script of 30 minutes.")
        await pilot.press("enter")
        await wall_is(now, pilot, Slide(DebriefPage.STEP, "de_role"))
        await shows(pilot, "left of 02:00")
        await pilot.press("space")
        await wall_is(now, pilot, Slide(DebriefPage.STEP, "reactions"))
        await pilot.press("space")
        await wall_is(now, pilot, Slide(DebriefPage.QUESTION, number=1))
        assert now().outcome is not None


async def test_what_is_hidden_asks_first_whether_everybody_has_left(
    talked: None, make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    issue(EnterPhase, phase="de-role")
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Script of 30 minutes.")
        await scored(pilot)
        await pilot.press("enter", "4")
        await shows(pilot, "Not on the wall yet")
        await pilot.press("enter")
        await shows(pilot, "Has everybody left their role?")
        await pilot.press("n")
        await pilot.pause()
        assert room(now()).slide.page is DebriefPage.STEP
        await pilot.press("enter")
        await shows(pilot, "Has everybody left their role?")
        await pilot.press("y")
        await wall_is(now, pilot, Slide(DebriefPage.REVEAL, "upper"))
        await pilot.press("enter")
        await wall_is(now, pilot, Slide(DebriefPage.REVEAL, "upper", part=1))


async def test_a_card_asks_and_then_gives_its_numbers(
    talked: None, make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    issue(EnterPhase, phase="de-role")
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await scored(pilot)
        await pilot.press("enter", "v")
        await shows(pilot, "Has everybody left their role?")
        await pilot.press("y", "5")
        await shows(pilot, "3 more data cards can be shown.")
        await pilot.press("enter")
        await wall_is(now, pilot, Slide(DebriefPage.CARD, "balance"))
        await shows(pilot, "2 more data cards can be shown.")
        await pilot.press("enter")
        await wall_is(now, pilot, Slide(DebriefPage.CARD, "balance", part=1))


async def test_the_board_is_scrubbed_and_follows_on_the_wall(
    talked: None, make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    issue(EnterPhase, phase="de-role")
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await scored(pilot)
        await pilot.press("enter", "v")
        await shows(pilot, "Has everybody left their role?")
        await pilot.press("y", "2")
        await shows(pilot, "The board at 0:00")
        await pilot.press("right")
        await shows(pilot, "The board at 1:00")
        await shows(pilot, "We have always kept it.")
        await pilot.press("enter")
        await wall_is(now, pilot, Slide(DebriefPage.MINUTE, number=60))
        await pilot.press("right")
        await wall_is(now, pilot, Slide(DebriefPage.MINUTE, number=120))
        await pilot.press("p")
        await shows(pilot, "Played again 16 times as fast")
        await pilot.press("p", "left")
        await wall_is(now, pilot, Slide(DebriefPage.MINUTE, number=60))


async def test_a_moment_is_chosen(talked: None, make_app: MakeApp, session: str, shows: Shows, now: Now) -> None:
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await scored(pilot)
        await pilot.press("3")
        await shows(pilot, "1 moment is talked about")
        screen.post_message(Asked(ChooseMoments, numbers=(1,)))
        await shows(pilot, "[ ]")
        await pilot.press("m")
        await shows(pilot, "[x]")
        assert len(now().debrief.moments) == 2


def test_the_three_that_weigh_most_are_proposed_and_can_be_changed() -> None:
    sources = Sources(play("sources-of-kalindra")[0])
    stage = Stage(sources.session, 55, sources, {})
    proposed = talked_about(stage)
    assert len(proposed) == 3
    assert list(proposed) == sorted(proposed)
    assert toggled(stage, proposed[0]) == proposed[1:]


async def test_the_length_is_chosen_before_and_on_the_way(
    talked: None, make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    issue(EnterPhase, phase="de-role")
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "Script of 30 minutes.")
        await pilot.press("t")
        await shows(pilot, "How long is the debriefing?")
        await pilot.press("down", "enter")
        await shows(pilot, "Script of 55 minutes.")
        await pilot.press("enter")
        await shows(pilot, "of 55:00")
        await pilot.press("t", "end", "enter")
        await shows(pilot, "of 1:30:00")
        assert now().debrief.minutes == 90


async def test_stand_ins_play_on_from_a_moment_and_the_end_is_shown(
    talked: None, make_app: MakeApp, session: str, issue: Issue, shows: Shows, now: Now
) -> None:
    issue(EnterPhase, phase="de-role")
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await scored(pilot)
        await pilot.press("7")
        await shows(pilot, "Enter lets stand-ins play on")
        await pilot.press("enter")
        await shows(pilot, "Let stand-ins play on from just before this moment?")
        await pilot.press("y")
        screen = pilot.app.screen
        assert isinstance(screen, DebriefScreen)
        for _ in range(400):
            await pilot.pause(0.05)
            if screen.forks:
                break
        await shows(pilot, "What if: stand-ins played on from")
        await pilot.press("v")
        await shows(pilot, "Has everybody left their role?")
        await pilot.press("y", "enter", "enter")
        await wall_is(now, pilot, Slide(DebriefPage.WHAT_IF, fork=screen.forks[0]))


async def test_a_branch_can_be_stopped(
    talked: None, make_app: MakeApp, session: str, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(record: Record, events: int, progress: Callable[[float], None]) -> Record:
        for seconds in range(600):
            progress(float(seconds))
            sleep(0.05)
        return record

    monkeypatch.setattr(branching, "play_on", slowly)
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await scored(pilot)
        await pilot.press("7", "enter")
        await shows(pilot, "Let stand-ins play on from just before this moment?")
        await pilot.press("y")
        await shows(pilot, "Stand-ins play on: 00:0")
        await pilot.press("x")
        await shows(pilot, "The branch was stopped.")
        assert not screen.forks
        assert screen.branching is None


async def test_raters_are_never_for_the_wall(
    talked: None, make_app: MakeApp, session: str, shows: Shows, now: Now
) -> None:
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await scored(pilot)
        await pilot.press("9", "enter")
        await shows(pilot, "This is for you")
        assert not now().debrief.minutes


async def test_what_to_do_when_somebody_is_upset(talked: None, make_app: MakeApp, session: str, shows: Shows) -> None:
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await shows(pilot, "Script of")
        await pilot.press("u")
        await shows(pilot, "When somebody is upset")
        await shows(pilot, "The first time that somebody says why")


async def test_it_speaks_french(
    talked: None, make_app: MakeApp, session: str, shows: Shows, pseudo: str, tmp_path: Path
) -> None:
    """In the language that nobody speaks, no English sentence of the program stands on the script."""
    app = make_app(session=session, start="debrief")
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        screen = await scored(pilot)
        assert not re.search("Reactions|Scoring", str(screen.query_one("#about").render()))


def test_the_debriefing_keeps_its_own_time() -> None:
    begin = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
    taken = ((DebriefStep.DE_ROLE, begin), (DebriefStep.REACTIONS, begin + timedelta(minutes=5)))
    state = DebriefState(minutes=55, begun=begin, taken=taken)
    now = begin + timedelta(minutes=7)
    known = times(state, now)
    assert known is not None
    assert (known.total, known.here, known.planned) == (420.0, 120.0, 360.0)
    assert known.behind == 120.0  # leaving the roles took five minutes, and three were planned
    assert "2 min late" in line(state, 55, now)
    assert "OVER TIME by 02:00" in line(state, 55, begin + timedelta(minutes=13))
    assert spent(state, now) == {DebriefStep.DE_ROLE: 300.0, DebriefStep.REACTIONS: 120.0}
    assert times(DebriefState(), now) is None
