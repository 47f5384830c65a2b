"""Self-reports are means over groups, and never give anybody away."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.model import Scenario
from scoring import relationship
from scoring.findings import Finding
from scoring.process import Course
from scoring.relationship import EVERYBODY, FEWEST, Answer, groups
from simulator.engine import events as e
from simulator.engine.words import OutcomeKind, Source

SEATS = ("upper-head", "lower-head", "mediator", "engineer")


def answers(**scores: list[int]) -> list[Answer]:
    return [Answer(party, score) for party, of_party in scores.items() for score in of_party]


@pytest.mark.parametrize(
    ("given_answers", "shown"),
    [
        (answers(a=[1, 2, 3]), {}),
        (answers(a=[1, 2], b=[3, 6]), {EVERYBODY: (4, 3.0)}),
        (answers(a=[1, 1, 1, 1], b=[7, 7, 7, 7]), {EVERYBODY: (8, 4.0), "a": (4, 1.0), "b": (4, 7.0)}),
        (answers(a=[1, 1, 1, 1], b=[7, 7, 7]), {EVERYBODY: (7, 25 / 7)}),  # the mean of b could be worked out
        (answers(a=[2] * 5, b=[3] * 4, c=[7, 7]), {EVERYBODY: (11, 36 / 11), "a": (5, 2.0)}),
    ],
)
def test_groups_that_may_be_shown(given_answers: list[Answer], shown: dict[str, tuple[int, float]]) -> None:
    found = {name: (number, round(mean, 6)) for name, (number, mean) in groups(given_answers).items()}
    assert found == {name: (number, round(mean, 6)) for name, (number, mean) in shown.items()}


@given(st.lists(st.builds(Answer, st.sampled_from("abcde"), st.integers(1, 7)), max_size=40))
def test_what_is_left_out_is_nobody_or_four(given_answers: list[Answer]) -> None:
    shown = dict(groups(given_answers))
    if not shown:
        assert len(given_answers) < FEWEST
        return
    total, _ = shown.pop(EVERYBODY)
    sizes = Counter(answer.party for answer in given_answers)
    assert all(number == sizes[party] >= FEWEST for party, (number, _) in shown.items())
    rest = total - sum(number for number, _ in shown.values())
    assert rest == 0 or rest >= FEWEST


def answer(script: Any, minute: float, pulse: str, *scores: int) -> Any:
    script.at(minute, e.PulseOpened, pulse=pulse)
    for seat, score in zip(SEATS, scores, strict=False):
        script.at(minute, e.PulseAnswered, seat, pulse=pulse, answers={"heard": score, "fair": 4})
    return script


def panel(course: Course) -> dict[str, Finding]:
    return {finding.id: finding for finding in relationship.findings(course)}


def test_the_closing_form_of_four(script: Any) -> None:
    found = panel(answer(script.end(18, OutcomeKind.NO_AGREEMENT), 19, "trust", 1, 2, 6, 7).course())
    closing = found["relationship.closing"]
    assert closing.table is not None
    assert [row.cells for row in closing.table.rows] == [
        ("trust", 19.0, "heard", EVERYBODY, 4, 4.0),
        ("trust", 19.0, "fair", EVERYBODY, 4, 4.0),
    ]
    assert closing.evidence == (5,)  # the opening: the number of an answer would lead to its seat
    assert not found["relationship.pulses"].observed


def test_three_answers_are_not_shown(script: Any) -> None:
    finding = panel(answer(script, 9, "trust", 1, 2, 6).course())["relationship.closing"]
    assert (finding.observed, finding.value, finding.table) == (False, None, None)


def test_stand_ins_have_no_feelings(script: Any) -> None:
    script.at(1, e.SeatCast, seat="engineer", source=Source.STAND_IN)
    assert not panel(answer(script, 9, "trust", 1, 2, 6, 7).course())["relationship.closing"].observed


def test_change_from_the_first_to_the_last_pulse(script: Any, well: Scenario) -> None:
    middle = well.pulses["trust"].model_copy(update={"phase": None, "minute": 9})
    script.scenario = well.model_copy(update={"pulses": {**well.pulses, "middle": middle}})
    answer(script, 9, "middle", 2, 2, 3, 3)
    answer(script.end(18, OutcomeKind.NO_AGREEMENT), 19, "trust", 4, 4, 4, 4)
    found = panel(script.course())
    assert found["relationship.pulses"].value == 4.0
    slope = found["relationship.slope"]
    assert slope.table is not None
    assert [row.cells for row in slope.table.rows] == [
        ("heard", "middle", "trust", 2.5, 4.0, 1.5),
        ("fair", "middle", "trust", 4.0, 4.0, 0.0),
    ]
    assert slope.reading == "Of 2 statements asked more than once, 1 rose and 0 fell."


def test_stand_ins_that_answered_are_told_from_nobody(script: Any) -> None:
    """What only stand-ins answered is neither shown nor passed off as silence."""
    for seat in SEATS:
        script.at(0, e.SeatCast, seat=seat, source=Source.STAND_IN)
    nobody = panel(script.course())["relationship.closing"]
    assert (nobody.observed, nobody.reading) == (False, "No closing form was answered.")
    script.end(20, OutcomeKind.NO_AGREEMENT)
    finding = panel(answer(script, 21, "trust", 5, 5, 6, 6).course())["relationship.closing"]
    assert (finding.observed, finding.value) == (False, None)
    assert finding.reading == "No person answered. Only stand-ins answered, and what they say counts for nothing."
