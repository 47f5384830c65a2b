"""Curves and linkages in words, on the score sheet, in an offer, and on the trainer's board."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scenarios.model import Linear, Peak, Step
from scenarios.reading import read
from simulator.engine import TRAINER, Session, begin, decide, evolve, view
from simulator.engine import commands as c
from simulator.engine.view.shapes import IssueWorth
from simulator.engine.words import Consent, Source
from simulator.tui.boards import offers
from simulator.tui.boards import worth as worths
from simulator.tui.boards.line import points
from simulator.tui.seat import brief
from simulator.tui.seat.wishes import packages

LEVY = Path(__file__).parents[1] / "cases" / "levy"
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
TERMS = {"levy": "at-20", "start": "after-winter", "books": "both-read"}


def steps(*pairs: tuple[int, int]) -> tuple[Step, ...]:
    return tuple(Step.model_validate({"from": start, "points": points}) for start, points in pairs)


@pytest.mark.parametrize(
    ("curve", "unit", "said"),
    [
        (None, "%", ""),
        (Linear(worst=10, best=40), "%", "0 points at 10 %, 100 at 40 %, in a straight line"),
        (Linear(worst=2500, best=-3), None, "0 points at 2 500, 100 at -3, in a straight line"),
        (Peak(best=10, worst=(-10, 40)), "km",
         "100 points at 10 km, falling in straight lines to 0 at -10 km and at 40 km"),
        (steps((6, 65), (12, 100)), "days", "0 points below 6 days, 65 from 6 days, 100 from 12 days"),
        (steps((6, 0), (12, 100)), None, "0 from 6, 100 from 12"),
    ],
)  # fmt: skip
def test_a_curve_in_words(curve: Any, unit: str | None, said: str) -> None:
    assert worths.curve(IssueWorth(50, {}, curve, unit)).replace("\u00a0", " ") == said


def test_a_long_list_gives_way_to_its_curve() -> None:
    points = {f"at-{n}": n for n in range(13)}
    assert worths.listed(IssueWorth(50, points, Linear(worst=0, best=100))) == {}
    assert list(worths.listed(IssueWorth(50, points))) == [f"at-{n}" for n in range(12, -1, -1)]


@pytest.mark.parametrize(("value", "said"), [(6, "+6 points"), (1, "+1 point"), (-1, "−1 point"), (0, "0 points")])
def test_points_with_their_sign(value: int, said: str) -> None:
    assert points(value, sign=True) == said


@pytest.mark.parametrize(
    ("value", "said"), [(1, "1 point"), (1.5, "1.5 points"), (0.5, "0.5 points"), (62, "62 points")]
)
def test_points_without_needless_decimals(value: float, said: str) -> None:
    assert points(value) == said


@pytest.fixture(scope="module")
def session() -> Session:
    """The Levy, with a package on the table that has a linkage of the fishers."""
    case = read(LEVY).scenario
    assert case is not None
    now, state = START, begin(case, 1)
    asked: list[c.Command] = [c.OpenSession(at=now, by=TRAINER, name="Test")]
    asked += [c.CastSeat(at=now, by=TRAINER, seat=seat, source=Source.HUMAN, people=("A",)) for seat in case.seats]
    asked += [c.StartClock(at=now, by=TRAINER)]
    now += timedelta(minutes=4)
    asked += [c.EnterPhase(at=now, by=TRAINER, phase="talks")]
    asked += [c.GiveConsent(at=now, by=seat, consent=Consent.IN) for seat in ("harbour-head", "fishers-head")]
    asked += [c.TablePackage(at=now, by="harbour-head", terms=TERMS)]
    for command in asked:
        for event in decide(command, state):
            state = evolve(state, event)
    return state


def test_the_score_sheet_says_curves_and_what_is_worth_more_together(session: Session) -> None:
    seen = view(session, "fishers-head")
    assert seen.worth is not None
    page = brief.sheet(seen, seen.worth).plain.replace("\u00a0", " ")
    assert "The levy: weight 50\n100 points at 10 %, falling in straight lines to 0 at -10 % and at 40 %\n" in page
    assert "  100  10 %\n   83  15 %\n" in page
    assert "0 points below 6, 65 from 6, 100 from 12" in page
    assert "Together\n• 20 % + Both read them = +8 points" in page
    harbour = view(session, "harbour-head")
    assert harbour.worth is not None
    other = brief.sheet(harbour, harbour.worth).plain.replace("\u00a0", " ")
    assert "Together\n• 10 % + Next year = −10 points" in other
    assert "+8 points" not in other


def test_a_builder_says_what_is_worth_more_together(session: Session) -> None:
    said = packages.worth(view(session, "fishers-head"), TERMS).plain.replace("\u00a0", " ")
    assert "For us: 82.8 points" in said
    assert "Together: 20 % + Both read them = +8 points" in said
    alone = packages.worth(view(session, "fishers-head"), {**TERMS, "levy": "at-25"}).plain
    assert "Together" not in alone


def test_the_trainer_sees_every_partys_linkages(session: Session) -> None:
    seen = view(session, TRAINER)
    package = offers.detail(seen, "package:1").plain.replace("\u00a0", " ")
    assert "• Fishers: 82.75 of 100, needs 40\n• Fishers, together: 20 % + Both read them = +8 points" in package
    issue = offers.detail(seen, "issue:levy").plain.replace("\u00a0", " ")
    assert "• Harbour, weight 50: 0 points at 0 %, 100 at 40 %, in a straight line; 0 % 0, 5 % 13, 10 % 25" in issue
    assert "• Fishers, together: 20 % + Both read them = +8 points" in issue
    assert "• Harbour, together: 10 % + Next year = −10 points" in issue
