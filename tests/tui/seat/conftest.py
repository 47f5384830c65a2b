"""A session told step by step, and an app that is nothing but a seat's screen on it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import on
from textual.app import App

from scenarios.reading import read
from simulator.debrief.narration import sentence
from simulator.engine import Moment, Refused, Session, View, begin, decide, evolve, view
from simulator.engine import commands as c
from simulator.engine.words import TRAINER, Consent, Permission, Source
from simulator.tui.asking import Asked
from simulator.tui.dialogs import Drafts
from simulator.tui.going import Locked
from simulator.tui.safe import NoControls
from simulator.tui.screens.seat import SeatScreen

TESTS = Path(__file__).parents[2]
WELL = TESTS / "cases" / "well" / "scenario.yaml"


class Table:
    """A session and its time."""

    def __init__(self, scenario: Path = WELL) -> None:
        written = read(scenario).scenario
        assert written is not None
        self.session: Session = begin(written, seed=7)
        self.at = datetime(2026, 1, 5, 9, tzinfo=UTC)

    def do(self, command: type[c.Intent], by: str, /, **fields: Any) -> "Table":
        """Ask something of the rules, five seconds after the last time."""
        self.at += timedelta(seconds=5)
        asked: Any = command(at=self.at, by=by, **fields)
        for event in decide(asked, self.session):
            self.session = evolve(self.session, event)
        return self

    def phase(self, name: str) -> "Table":
        """Enter a phase."""
        return self.do(c.EnterPhase, TRAINER, phase=name)

    def wait(self, seconds: float) -> "Table":
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        return self

    def view(self, seat: str) -> View:
        """What a seat may know now."""
        return view(self.session, seat, self.at)


class SeatApp(App[None]):
    """A seat's screen; what it asks is kept, and asked of the table where there is one."""

    def __init__(self, table: Table, seat: str, *, rules: bool = True) -> None:
        super().__init__()
        self._filters.append(NoControls())
        self.table = table
        self.seat = seat
        self.rules = rules
        self.asked: list[tuple[type[c.Intent], dict[str, object]]] = []
        self.locked = 0
        self.drafts = Drafts()
        self.seat_screen = SeatScreen()

    async def on_mount(self) -> None:
        """Sit down."""
        self.seat_screen.view = self.table.view(self.seat)
        await self.push_screen(self.seat_screen)

    def narrate(self, moment: Moment) -> str:
        """A moment as a sentence."""
        return sentence(moment, self.table.session.scenario)

    def look(self) -> None:
        """Show what is known now."""
        self.seat_screen.view = self.table.view(self.seat)

    @on(Asked)
    def take(self, message: Asked) -> None:
        """Keep what was asked, and ask it."""
        self.asked.append((message.do, message.fields))
        self.seat_screen.refusal = None
        if self.rules:
            try:
                self.table.do(message.do, self.seat, **message.fields)
            except Refused as refused:
                self.seat_screen.refusal = refused
            self.look()

    @on(Locked)
    def lock(self) -> None:
        """Count the locks."""
        self.locked += 1

    def shown(self) -> str:
        """The text on the screen, line by line."""
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def words(self) -> str:
        """The text on the screen as one line, so that a line break hides nothing."""
        return " ".join(self.shown().split())


@pytest.fixture
def exploring() -> Table:
    """The Well in its exploration: a stand-in heads Lower Ardel."""
    table = Table().do(c.OpenSession, TRAINER, name="Tuesday")
    for seat in table.session.scenario.seats:
        stand_in = seat == "lower-head"
        source = Source.STAND_IN if stand_in else Source.HUMAN
        table.do(c.CastSeat, TRAINER, seat=seat, source=source, people=() if stand_in else ("Ann",))
    return table.do(c.StartClock, TRAINER).phase("exploration")


@pytest.fixture
def converging(exploring: Table) -> Table:
    """The Well in its convergence, with something on every pane."""
    table = exploring
    table.do(c.GiveConsent, "upper-head", consent=Consent.CONDITIONAL, conditions="The lid is opened first")
    table.do(c.ProposeAgenda, "mediator", issues=("keeper", "hours"))
    table.do(c.FrameIssues, "mediator", issues=("hours", "keeper"))
    table.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1)
    table.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",), permission=Permission.CLOSED)
    table.do(c.CloseCaucus, "mediator", caucus=1)
    table.do(c.StatePosition, "lower-head", issue="hours", text="Gardens first.")
    table.do(c.RecordLearned, "mediator", party="upper", text="Noon matters to them.")
    table.do(c.RequestFloor, "upper-head", body="table")
    table.do(c.GiveFloor, "mediator", body="table", seat="lower-head", limit=60)
    table.phase("convergence")
    terms = {"hours": "mornings-lower", "keeper": "elder-keeps"}
    table.do(c.TablePackage, "lower-head", terms=terms, text="If the pumps are left alone.")
    table.do(c.IssueVersion, "mediator", package=1)
    table.do(c.BracketClause, "upper-head", clause="hours", wording="Noon belongs to the school.")
    table.do(c.CommentClause, "lower-head", clause="keeper", text="Which elder?")
    table.do(c.AskCapital, "upper-head", text="May we share the mornings?")
    table.do(c.SendInject, TRAINER, inject="message-home")
    return table


@pytest.fixture
def sit() -> Callable[..., SeatApp]:
    """Make the app of a seat."""
    return SeatApp


@pytest.fixture(scope="session")
def payloads() -> dict[str, str]:
    """Texts that attack terminals, markup and documents."""
    found: dict[str, str] = json.loads((TESTS / "badinput" / "text_payloads.json").read_text(encoding="utf-8"))
    return found
