"""A team of two with one voice or several, against tables computed by hand on records of the Well."""

from typing import Any

import pytest

from scoring.findings import Band
from scoring.process.coherence import briefings, contradictions, double_calls
from simulator.engine import events as e
from simulator.engine.words import OutcomeKind

ELDER = {"hours": "shared-board", "keeper": "elder-keeps"}


def cells(finding: Any) -> list[tuple[Any, ...]]:
    return [row.cells for row in finding.table.rows]


@pytest.fixture
def team(script: Any) -> Any:
    """Mediator and engineer work."""
    return script.at(0, e.SeatReady, "mediator").at(0, e.SeatReady, "engineer")


@pytest.mark.parametrize("measure", [contradictions, double_calls, briefings])
def test_one_mediator_alone_is_no_team(script: Any, measure: Any) -> None:
    assert measure(script.course()).reading == "Nobody mediated."
    finding = measure(script.speak(0, "mediator", 1).course())
    assert (finding.observed, finding.value, finding.reading) == (False, None, "One mediator worked alone.")


def test_two_packages_of_two_mediators(team: Any) -> None:
    """2 and 9 differ on the key within ten minutes; 2 and 13 differ, but eleven minutes apart; 9 and 13 agree."""
    team.offer(2, 1, "mediator", True, **ELDER)
    team.offer(9, 2, "engineer", True, hours="shared-board", keeper="upper-keeps")
    team.offer(13, 3, "engineer", True, hours="shared-board", keeper="upper-keeps")
    finding = contradictions(team.course())
    assert (finding.value, finding.band) == (1.0, Band.WORTH_A_LOOK)
    assert cells(finding) == [("keeper", "keeper.elder-keeps", "keeper.upper-keeps", 2.0, 9.0, None)]


def test_options_put_to_different_sides_in_private(team: Any) -> None:
    team.meet(1, 1, "mediator", "upper-head", minutes=3).meet(5, 2, "mediator", "lower-head", minutes=3)
    team.at(2, e.OptionProposed, "mediator", issue="keeper", option="upper-keeps")
    team.at(6, e.OptionProposed, "mediator", issue="keeper", option="lower-keeps")
    team.at(10, e.OptionProposed, "mediator", issue="keeper", option="elder-keeps")  # before everybody
    finding = contradictions(team.course())
    assert cells(finding) == [("keeper", "keeper.upper-keeps", "keeper.lower-keeps", 2.0, 6.0, "upper, lower")]


def test_one_voice_that_is_not_compared_with_itself(team: Any) -> None:
    team.offer(2, 1, "mediator", True, **ELDER).offer(4, 2, "mediator", True, hours="mornings-upper")
    finding = contradictions(team.course())
    assert (finding.observed, finding.value) == (False, None)
    assert finding.reading == (
        "The team put forward 2 packages and options, and no two within 10 minutes by different mediators or to "
        "different sides."
    )


def test_two_mediators_who_agree(team: Any) -> None:
    team.offer(2, 1, "mediator", True, **ELDER).offer(4, 2, "engineer", True, **ELDER)
    finding = contradictions(team.course())
    assert (finding.observed, finding.value, finding.band) == (True, 0.0, Band.AS_PLANNED)


def test_double_calls(team: Any) -> None:
    """Calls to Upper: 1 mediator, 4 engineer (double), 12 both (not), 20 mediator, 31 engineer (too late)."""
    team.meet(1, 1, "mediator", "upper-head", minutes=2).meet(4, 2, "engineer", "upper-head", minutes=2)
    team.meet(5, 3, "engineer", "lower-head", minutes=1)
    team.meet(12, 4, "mediator", "engineer", "upper-head", minutes=1)
    team.meet(20, 5, "mediator", "upper-head", minutes=1).meet(31, 6, "engineer", "upper-head", minutes=1)
    finding = double_calls(team.course())
    assert (finding.value, finding.band) == (1.0, Band.WORTH_A_LOOK)
    assert cells(finding) == [("upper", 1.0, 4.0)]
    assert finding.reading == (
        "Of 6 calls of mediators to sides, 1 came within 10 minutes of another mediator's call to the same side."
    )


def test_a_call_after_a_refusal_is_no_double(team: Any) -> None:
    team.at(1, e.CaucusCalled, "mediator", caucus=1, seats=("mediator", "upper-head"))
    team.at(2, e.CaucusDeclined, "upper-head", caucus=1).meet(4, 2, "engineer", "upper-head", minutes=1)
    assert double_calls(team.course()).value == 0.0


def test_calls_of_the_sides_do_not_count(team: Any) -> None:
    finding = double_calls(team.meet(1, 1, "upper-head", "mediator", minutes=1).course())
    assert (finding.observed, finding.reading) == (False, "The mediators asked no side into a private meeting.")


def test_briefings_for_every_half_hour(team: Any) -> None:
    team.meet(1, 1, "mediator", "engineer", minutes=2).meet(9, 2, "engineer", "mediator", minutes=3)
    team.meet(13, 3, "mediator", "engineer", "upper-head", minutes=1)  # not by themselves
    finding = briefings(team.end(20, OutcomeKind.NO_AGREEMENT).course())
    assert finding.value == pytest.approx(3.0)  # two in twenty minutes
    assert cells(finding) == [(1.0, 2.0, 2), (9.0, 3.0, 2)]


def test_no_briefing_on_record_is_not_none(team: Any) -> None:
    finding = briefings(team.end(3, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value) == (False, None)
