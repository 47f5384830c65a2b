"""The console throws shocks, judges, and types in what raters saw, at eighty columns."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.engine import TRAINER, Session
from simulator.engine import commands as c
from simulator.engine.words import Dimension, Source, Verdict
from simulator.journal.live import LiveSession
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.dialogs.acts import Acts
from simulator.tui.seat.form import FormPage

PLANNED = "minutes: [0, 6, 10]"
TESTED = Path(__file__).parents[1] / "cases" / "well-tested" / "scenario.yaml"
MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Issue = Callable[..., None]
Now = Callable[[], Session]
SMALL = (80, 24)


@pytest.fixture
def session(journal: Path) -> str:
    """A session of the tested Well, opened, with nobody cast."""
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 1", TESTED.read_text(encoding="utf-8"), 7)
        LiveSession(opened, made).issue(c.OpenSession(at=datetime.now(UTC), by=TRAINER, name="Table 1"))
        return made


@pytest.fixture
def shaken(make_app: MakeApp, session: str, issue: Issue) -> GoodOffices:
    """The console of a session whose text is adopted and being tested."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(c.CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(c.StartClock)
    issue(c.EnterPhase, phase="exploration")
    issue(c.EnterPhase, phase="convergence")
    drafts = {"hours": c.ClauseDraft(option="mornings-upper"), "keeper": c.ClauseDraft(option="elder-keeps")}
    issue(c.IssueVersion, by="mediator", clauses=drafts)
    issue(c.PutToAdoption, by="mediator")
    for seat in ("upper-head", "lower-head"):
        issue(c.AnswerAdoption, by=seat, verdict=Verdict.ADOPT)
    issue(c.EnterPhase, phase="month-after")
    return make_app(session=session, start="console")


async def _fill(pilot: "Pilot[None]", **values: object) -> None:
    """Set fields of the form on top by their names, and send it."""
    page = pilot.app.screen
    assert isinstance(page, FormPage)
    for number, one in enumerate(page.form.fields):
        name = getattr(one, "name", "")
        if name in values:
            field = page.query_one(f"#f{number}")
            setattr(field, "text" if hasattr(field, "document") else "value", values[name])
    await pilot.pause()
    await pilot.press("ctrl+s")


async def test_the_trainer_throws_and_judges_shocks(shaken: GoodOffices, shows: Shows, now: Now) -> None:
    async with shaken.run_test(size=SMALL) as pilot:
        await shows(pilot, "The month after")
        await pilot.press("7")
        await shows(pilot, "not thrown")
        await pilot.press("h")
        await shows(pilot, "Throw which shock?")
        await pilot.press("enter")
        await shows(pilot, "The key")
        for _ in range(50):
            await pilot.pause(0.05)
            if len(now().stress) == 2:
                break
        assert len(now().stress) == 2
        await pilot.press("H")
        await shows(pilot, "How well did the text answer?")
        await _fill(pilot, level=2, note="No date")
        await shows(pilot, "judged 2")
        assert [s.judged.note for s in now().stress.values() if s.judged] == ["No date"]


async def test_the_trainer_judges_the_agreement(shaken: GoodOffices, shows: Shows, now: Now) -> None:
    async with shaken.run_test(size=SMALL) as pilot:
        await shows(pilot, "The month after")
        await pilot.press("7", "Q")
        await shows(pilot, "How good is the agreement?")
        await _fill(pilot, criterion="Q5", level=1)
        await shows(pilot, "Q5: 1 of 3")
        assert now().quality["Q5"].level == 1


async def test_raters_are_admitted_observe_rate_and_lock(shaken: GoodOffices, shows: Shows, now: Now) -> None:
    async with shaken.run_test(size=SMALL, notifications=True) as pilot:
        await shows(pilot, "The month after")
        await pilot.press("4", "z")
        await shows(pilot, "Nobody is admitted")
        await pilot.press("A")
        await shows(pilot, "Who rates?")
        await pilot.press(*"Ana", "space", *"B", "backspace", "backspace", "enter")
        await shows(pilot, "A PIN for ana?")
        await pilot.press("escape")
        await shows(pilot, "0 observations")
        await pilot.press("f")
        await shows(pilot, "An observation of ana")
        await _fill(pilot, text="Asks twice.", seat="mediator")
        await shows(pilot, "1 observation,")
        await pilot.press("z")
        await shows(pilot, "A rating of ana")
        page = pilot.app.screen
        assert isinstance(page, FormPage)
        page.query_one("#f3").focus()
        await pilot.press("space")
        await _fill(pilot, seat="mediator", dimension=Dimension.D4, level=3)
        await shows(pilot, "1 rating")
        (rating,) = now().ratings["ana"].ratings
        assert (rating.seat, rating.dimension, rating.level, rating.observations) == ("mediator", "D4", 3, (1,))
        await pilot.press("L")
        await shows(pilot, "Lock the ratings of ana?")
        await pilot.press("tab", "enter")
        await pilot.pause()
        if not now().ratings["ana"].locked:
            await pilot.press("shift+tab", "enter")
        await shows(pilot, "locked")
        assert now().ratings["ana"].locked


async def test_an_optional_test_of_the_text_says_so_and_what_it_costs(
    make_app: MakeApp, journal: Path, shows: Shows
) -> None:
    optional = TESTED.read_text(encoding="utf-8").replace(PLANNED, "minutes: [0, 0, 10]")
    with Journal.open(journal) as opened:
        made = opened.new_session("Table 2", optional, 7)
        live = LiveSession(opened, made)

        def ask(kind: type[c.Intent], by: str = TRAINER, **fields: object) -> None:
            live.issue(kind(at=datetime.now(UTC), by=by, **fields))  # type: ignore[arg-type]

        ask(c.OpenSession, name="Table 2")
        for seat in live.session.scenario.seats:
            ask(c.CastSeat, seat=seat, source=Source.HUMAN)
        ask(c.StartClock)
        for phase in ("exploration", "convergence"):
            ask(c.EnterPhase, phase=phase)
    app = make_app(session=made, start="console")
    async with app.run_test(size=SMALL) as pilot:
        await shows(pilot, "Convergence: ")
        await shows(pilot, "optional")
        await pilot.press("n")
        await shows(pilot, "up to 10 minutes")
        await shows(pilot, "none of them from the")
        await shows(pilot, "nothing is agreed yet that it could test")
        await pilot.press("escape", "down")
        await shows(pilot, "Not in the plan")


async def test_the_menu_may_be_left_before_it_is_there(shaken: GoodOffices, shows: Shows) -> None:
    async with shaken.run_test(size=SMALL) as pilot:
        await shows(pilot, "The month after")
        menu = Acts([])
        pilot.app.push_screen(menu)
        menu.remove_children()
        menu.on_mount()
        await pilot.pause()
