"""The four solutions on tables small enough to work out by hand."""

from typing import Any

import numpy as np
import pytest

from scenarios.model import Scenario
from scoring.bargaining import kalai_smorodinsky, nash, solutions
from scoring.preferences import Instructions


def one_issue(table_scenario: Any, *values: tuple[int, ...], res: tuple[int, ...] = (0, 0)) -> Scenario:
    """A scenario whose options are worth these points to the parties `a`, `b`, ..."""
    parties = {
        name: {"w": [100], "v": [[row[n] for row in values]], "res": res[n]}
        for n, name in enumerate("abcdef"[: len(res)])
    }
    made: Scenario = table_scenario({"pie": len(values)}, {f"party-{name}": table for name, table in parties.items()})
    return made


def test_each_rule_has_its_own_favourite(table_scenario: Any) -> None:
    scenario = one_issue(table_scenario, (100, 15), (80, 30), (70, 34), (44, 44), (10, 50))
    found = solutions(scenario)
    assert found.utilitarian is not None
    assert found.utilitarian.package == {"pie": "o1"}
    assert found.nash is not None
    assert found.nash.package == {"pie": "o2"}
    assert found.kalai_smorodinsky is not None
    assert found.kalai_smorodinsky.package == {"pie": "o3"}
    assert found.egalitarian is not None
    assert found.egalitarian.package == {"pie": "o4"}


def test_a_tie_goes_to_the_larger_sum_then_to_the_first(table_scenario: Any) -> None:
    found = solutions(one_issue(table_scenario, (20, 60), (30, 40), (60, 20), (40, 30))).nash
    assert found is not None
    assert found.package == {"pie": "o1"}
    assert found.ties == 3


def test_products_too_close_for_floats_are_told_apart() -> None:
    one = (9973, 9967, 9949, 9941, 9931, 9929)
    other = (9973, 9967, 9949, 9941, 9930, 9930)  # larger by one part in a hundred million
    assert nash(np.array([one, other])).tolist() == [False, True]
    many = [(10_000,) * 6, (10_000,) * 6, (9_999,) + (10_000,) * 5]
    assert nash(np.array(many)).tolist() == [True, True, False]


def test_who_can_gain_nothing_does_not_decide_what_is_fair() -> None:
    gains = np.array([[0, 10, 40], [0, 20, 30], [0, 5, 100]])  # shares 0.4, 0.3 and 0.25
    assert kalai_smorodinsky(gains).tolist() == [True, False, False]
    assert kalai_smorodinsky(np.zeros((3, 2), dtype=np.int64)).tolist() == [True, True, True]


def test_thirds_that_floats_round_differently_still_tie() -> None:
    gains = np.array([[3333, 9999], [9999, 3333], [1111, 9999]])
    assert kalai_smorodinsky(gains).tolist() == [True, True, False]


@pytest.mark.parametrize("res", [(90, 20), (100, 100)])
def test_without_room_there_is_no_solution(table_scenario: Any, res: tuple[int, int]) -> None:
    found = solutions(one_issue(table_scenario, (100, 0), (0, 100), res=res))
    assert found.nash is found.kalai_smorodinsky is found.egalitarian is found.utilitarian is None


def test_instructions_move_the_solution(table_scenario: Any) -> None:
    scenario = one_issue(table_scenario, (100, 10), (60, 60), (10, 100))
    start = Instructions.of(scenario)
    found = solutions(scenario, Instructions({**start.reservations, "party-b": 9000})).nash
    assert found is not None
    assert found.values == {"party-a": 1000, "party-b": 10_000}
