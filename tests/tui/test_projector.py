"""The debriefing on the wall: what is shown, in which size and language, and nothing hidden too early."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from scenarios.texts import spoken_in
from simulator.debrief.posters import Kind, Line, Poster, made
from simulator.debrief.sources import Sources
from simulator.engine.commands import (
    BeginDebrief,
    CastSeat,
    ConfirmRolesLeft,
    DiscloseInterest,
    EnterPhase,
    Fork,
    SetWall,
    ShowDebrief,
    StartClock,
    TakeDebriefStep,
)
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage, DebriefStep, OutcomeKind, Source, WallPage
from simulator.journal.pins import set_pin
from simulator.journal.store import Journal
from simulator.tui.app import GoodOffices
from simulator.tui.wall import slides
from simulator.tui.wall.pages import Space
from tests.playthroughs.test_playthroughs import play

MakeApp = Callable[..., GoodOffices]
Shows = Callable[["Pilot[None]", str], Awaitable[None]]
Read = Callable[["App[None]"], str]
Issue = Callable[..., None]

SIZE = (80, 24)


@pytest.fixture
def wall(make_app: MakeApp, session: str, journal: Path, issue: Issue) -> GoodOffices:
    """The wall of a session in which play is over; one interest was told."""
    for seat in ("upper-head", "lower-head", "mediator"):
        issue(CastSeat, seat=seat, source=Source.HUMAN, people=("Ana",))
    issue(StartClock)
    issue(EnterPhase, phase="exploration")
    issue(DiscloseInterest, by="upper-head", interest="upper.school", to=("mediator",))
    issue(EnterPhase, phase="convergence")
    issue(EnterPhase, phase="de-role")
    with Journal.open(journal) as opened:
        set_pin(opened, session, "trainer", "1414")
    return make_app(session=session, start="wall")


async def test_a_step_and_a_question_stand_on_the_wall(wall: GoodOffices, issue: Issue, shows: Shows) -> None:
    async with wall.run_test(size=SIZE, notifications=True) as pilot:
        await shows(pilot, "After play")
        issue(BeginDebrief, minutes=30)
        await shows(pilot, "Out of the roles")
        issue(TakeDebriefStep, step=DebriefStep.REACTIONS)
        await shows(pilot, "Reactions")
        issue(ShowDebrief, page=DebriefPage.QUESTION, number=1)
        await shows(pilot, "Ask first: The two speakers")
        issue(ShowDebrief)
        await shows(pilot, "After play")


async def test_what_was_hidden_comes_when_everybody_has_left_their_role(
    wall: GoodOffices, issue: Issue, shows: Shows, read: Read
) -> None:
    async with wall.run_test(size=(100, 40), notifications=True) as pilot:
        issue(BeginDebrief)
        issue(ConfirmRolesLeft)
        issue(ShowDebrief, page=DebriefPage.REVEAL, ref="upper", part=1)
        await shows(pilot, "told in confidence")
        assert "Ana" not in read(wall)
        issue(ShowDebrief, page=DebriefPage.CARD, ref="balance")
        await shows(pilot, "Guess first; then come the numbers.")
        issue(ShowDebrief, page=DebriefPage.CARD, ref="balance", part=1)
        await shows(pilot, "Caucus balance")
        fork = Fork(after=9, seconds=900, outcome=OutcomeKind.AGREEMENT, terms={"hours": "shared-board"})
        issue(ShowDebrief, page=DebriefPage.WHAT_IF, fork=fork)
        await shows(pilot, "In the branch: an agreement, at 15:00")
        issue(ShowDebrief, page=DebriefPage.MINUTE, number=0)
        await shows(pilot, "No package is on the table.")
        issue(CastSeat, seat="engineer", source=Source.HUMAN)
        await shows(pilot, "We speak as ourselves now.")
        assert "No package" not in read(wall)


async def test_the_second_language_has_the_same_page(wall: GoodOffices, issue: Issue, shows: Shows) -> None:
    async with wall.run_test(size=SIZE, notifications=True) as pilot:
        issue(SetWall, page=WallPage.TURN, beside="fr")
        issue(BeginDebrief)
        await shows(pilot, "1/2")


def test_a_page_is_never_longer_nor_wider_than_the_wall() -> None:
    record = play("sources-of-kalindra")[0]
    sources = Sources(record)
    shown = [
        Slide(DebriefPage.TIMELINE),
        Slide(DebriefPage.MINUTE, number=100 * 60),
        *(Slide(DebriefPage.REVEAL, party, part=part) for party in record.scenario.parties for part in (0, 1)),
        *(Slide(DebriefPage.CARD, card, part=part) for card in ("balance", "interests", "outcome") for part in (0, 1)),
        *(Slide(page, part=1) for page in (DebriefPage.VALUES, DebriefPage.AGREEMENT, DebriefPage.WORLD)),
        *(Slide(DebriefPage.QUESTION, number=n) for n, _ in enumerate(record.scenario.debrief.questions, 1)),
    ]
    for tongue in ("en", "fr"):
        with spoken_in(tongue):
            for slide in shown:
                page = made(slide, sources)
                assert page is not None
                for columns, lines in ((78, 20), (158, 46)):
                    for sheet in slides.sheets(page, Space(columns, lines, blocks=True)):
                        rows = sheet.content.plain.split("\n")
                        assert len(rows) <= lines
                        assert max(map(len, rows)) <= columns, (slide, max(rows, key=len))


def test_a_short_question_is_drawn_in_blocks_and_a_long_one_in_bold() -> None:
    space = Space(78, 20, blocks=True)
    (short,) = slides.sheets(Poster("", (Line(Kind.BIG, "What was hardest?"),)), space)
    assert "█" in short.content.plain
    (long,) = slides.sheets(Poster("", (Line(Kind.BIG, "What was hardest? " * 12),)), space)
    assert "What was hardest?" in long.content.plain
    assert all("bold" in str(span.style) for span in long.content.spans)


def test_two_versions_stand_side_by_side() -> None:
    page = Poster("", (Line(Kind.PAIR, "Upper", "Lower"), Line(Kind.PAIR, "They shot first. " * 5, "They did. " * 5)))
    (sheet,) = slides.sheets(page, Space(78, 20, blocks=True))
    assert all("│" in row for row in sheet.content.plain.split("\n"))
