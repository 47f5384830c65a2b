"""What leaves nothing on the table, and what would have been better for everybody."""

from typing import Any

import pytest

from scenarios.model import Effect, Scenario
from scoring.counting import Count
from scoring.frontier import Space, TooManyPackages, dominating, efficient, pareto_gap
from scoring.preferences import Instructions, NoValue


@pytest.fixture
def scenario(table_scenario: Any) -> Scenario:
    """Two issues that can be traded: the north wants water, the south wants land."""
    made: Scenario = table_scenario(
        {"water": 3, "land": 3},
        {
            "north": {"w": [80, 20], "v": [[0, 50, 100], [100, 50, 0]], "res": 20},
            "south": {"w": [20, 80], "v": [[100, 50, 0], [0, 50, 100]], "res": 20},
        },
    )
    return made


def test_trading_beats_halving(scenario: Scenario) -> None:
    halved = {"water": "o2", "land": "o2"}
    better = dominating(scenario, halved)
    assert better is not None
    assert better.package == {"water": "o3", "land": "o3"}
    assert better.gains == {"north": 3000, "south": 3000}
    assert better.values == {"north": 8000, "south": 8000}
    assert better.count == Count(1, 1)
    assert pareto_gap(scenario, halved) == 3000


def test_an_efficient_package_has_no_better_one(scenario: Scenario) -> None:
    traded = {"water": "o3", "land": "o3"}
    assert traded in efficient(scenario)
    assert dominating(scenario, traded) is None
    assert pareto_gap(scenario, traded) == 0


def test_a_package_over_a_red_line_is_no_better_one(scenario: Scenario) -> None:
    start, halved = Instructions.of(scenario), {"water": "o2", "land": "o2"}
    assert dominating(scenario, halved, start) is not None
    after = start.after([Effect(party="south", red_line={"water": "o3"}, unless=None, reservation=None)])
    assert dominating(scenario, halved, after) is None
    assert pareto_gap(scenario, halved, after) == 0


def test_a_partial_package_is_measured_with_its_defaults(scenario: Scenario) -> None:
    better = dominating(scenario, {})
    assert dominating(scenario, {"water": "o1", "land": "o1"}) == better
    assert better is not None


def test_packages_of_equal_values_are_all_efficient(table_scenario: Any) -> None:
    scenario = table_scenario(
        {"pie": 2, "colour": 2},
        {"a": {"w": [100, 0], "v": [[100, 0], [0, 100]]}, "b": {"w": [100, 0], "v": [[0, 100], [100, 100]]}},
    )
    assert len(efficient(scenario)) == 4


def test_too_many_packages_are_refused_with_the_numbers(table_scenario: Any) -> None:
    issues = {f"issue-{n}": 12 for n in range(6)}
    scenario = table_scenario(issues, {"a": {"w": [10] * 6, "v": [[0] * 12] * 6}})
    with pytest.raises(TooManyPackages, match=r"2,985,984 packages, and at most 2,000,000") as refused:
        Space.of(scenario)
    assert (refused.value.packages, refused.value.limit) == (2_985_984, 2_000_000)


def test_missing_points_are_named(scenario: Scenario) -> None:
    poorer = scenario.parties["north"].model_copy(update={"values": {}})
    broken = scenario.model_copy(update={"parties": {**scenario.parties, "north": poorer}})
    with pytest.raises(NoValue, match="party 'north' has no points for option 'o1' of issue 'water'"):
        Space.of(broken)
