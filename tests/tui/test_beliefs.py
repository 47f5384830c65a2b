"""Beliefs beside the truth on the trainer's console: what mediators believe, how surely, and what was told."""

from typing import Any

from simulator.engine import commands as c
from simulator.engine.words import TRAINER
from simulator.tui.boards import interests
from tests.tui.seat.conftest import exploring as exploring


def test_a_belief_stands_under_the_interest_that_it_is_about(exploring: Any) -> None:
    assert "Belief beside" not in interests.detail(exploring.view(TRAINER), "upper.school").plain
    exploring.do(c.NoteBelief, "mediator", party="upper", issue="hours", text="They want noon.", sure=2)
    loose = interests.detail(exploring.view(TRAINER), "upper.school").plain
    assert "BELIEVED: They want noon. (●●○ likely; a guess;" in loose
    assert "told to nobody" in loose
    exploring.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",))
    changed = {"text": "The school needs noon.", "learned_from": "upper", "interest": "upper.school", "issue": "hours"}
    exploring.do(c.NoteBelief, "mediator", belief=1, party="upper", sure=3, **changed)
    tied = interests.detail(exploring.view(TRAINER), "upper.school").plain
    assert "BELIEVED: The school needs noon. (●●● sure; from Upper;" in tied
    assert "told to Ines Korrigan" in tied
    assert "tied to no interest" not in tied


def test_what_nobody_saw_is_named_and_no_seat_sees_the_board(exploring: Any) -> None:
    exploring.do(c.NoteBelief, "mediator", party="upper", text="Pride.", sure=1)
    assert "believe nothing of this party" in interests.detail(exploring.view(TRAINER), "lower.gardens").plain
    assert "NOT SEEN" in interests.detail(exploring.view(TRAINER), "upper.school").plain
    assert "NOT SEEN" not in interests.detail(exploring.view("upper-head"), "upper.school").plain
