"""Where an exact answer is refused to be paid for, bounds hold; and tables that have nothing to compare."""

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from math import prod
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.model import Scenario
from scoring.analysis import analyse
from scoring.bargaining import settle, solutions
from scoring.counting import Count, count_at_least, histogram, tally
from scoring.feasibility import findings
from scoring.frontier import Method, OutOfReach, dominating, efficient, front, pareto_gap
from scoring.frontier.bounds import product_ceiling, smallest_ceiling, sum_ceiling
from scoring.nearby import nearby
from scoring.preferences import Instructions
from scoring.standing import standing
from scoring.tables import Tables

Make = Callable[..., Scenario]


@pytest.fixture
def poor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that can afford next to nothing."""
    monkeypatch.setattr("scoring.plain.MOST_PACKAGES", 0)
    for module in ("scoring.frontier.merging", "scoring.counting.ways"):
        monkeypatch.setattr(f"{module}.LIMIT", 0)
    monkeypatch.setattr("scoring.frontier.merging.MOST_WORK", 0)
    monkeypatch.setattr("scoring.frontier.merging.MOST_BYTES", 0)
    monkeypatch.setattr("scoring.counting.ways.MOST_ROWS", 1)
    monkeypatch.setattr("scoring.counting.tallies.MOST_MOVES", 0)
    monkeypatch.setattr("scoring.counting.tallies.COARSE_MOVES", 200)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_package_passes_a_ceiling(data: st.DataObject) -> None:
    parties = data.draw(st.integers(2, 5))
    value = st.integers(0, 20)
    issues = [
        np.array([[data.draw(value) for _ in range(parties)] for _ in range(data.draw(st.integers(2, 4)))])
        for _ in range(data.draw(st.integers(2, 4)))
    ]
    tables = Tables.additive(issues)
    reservations = [data.draw(st.integers(0, 15)) for _ in range(parties)]
    every = tables.raw(tables.joined().blocks[0].values) - np.array(reservations)
    signed = every[(every >= 0).all(axis=1)]
    scales = [Fraction(1, data.draw(st.integers(1, 9))) for _ in range(parties)]
    assert smallest_ceiling(tables, reservations, scales) >= max(
        min(scale * gain for scale, gain in zip(scales, row, strict=True)) for row in every.tolist()
    )
    near = nearby(tables, tables.steps(reservations), reservations)
    assert not (near.impossible and len(signed))
    if not len(signed):
        assert not near.places
        return
    assert product_ceiling(tables, reservations) >= max(map(prod, signed.tolist()))
    assert sum_ceiling(tables, reservations, range(parties)) >= signed.sum(axis=1).max()
    assert sum_ceiling(tables, reservations, [1]) >= signed[:, 1].max()
    exact = settle(front(tables, tables.steps(reservations)), reservations)
    units = {"nash": Fraction(1, 100**parties), "egalitarian": Fraction(1, 100), "utilitarian": Fraction(1, 100)}
    scores: dict[str, Callable[[list[int]], int]] = {"nash": prod, "egalitarian": min, "utilitarian": sum}
    for name, unit in units.items() if near.places else ():
        gains = [u - r for u, r in zip(exact[name].values, reservations, strict=True)]
        low, high = near.scores[name]
        assert low <= scores[name](gains) * unit <= high
        found = [u - r for u, r in zip(near.points[name].values, reservations, strict=True)]
        assert min(found) >= 0
        assert scores[name](found) * unit == low


@pytest.mark.usefixtures("poor")
def test_bounds_are_told_and_hold(drafts: dict[str, Scenario], payoffs: dict[str, Any]) -> None:
    for number, scenario in drafts.items():
        analysis, stats = analyse(scenario), payoffs["stats"][number]
        assert not analysis.exact
        assert analysis.method == "bounds"
        low, high = analysis.between("acceptable", analysis.acceptable)
        assert low <= stats["acceptable"] <= high
        low, high = analysis.between("efficient_acceptable", analysis.efficient_acceptable)
        assert low <= stats["pareto"] <= high
        nash = prod(
            Fraction(str(value)) - reservation
            for value, reservation in zip(stats["nash_u"], stats["reservation"], strict=True)
        )
        low, high = analysis.between("nash", 0)
        assert analysis.points.nash is None or low <= nash * Fraction(11, 10), "the file rounds"
        assert analysis.points.nash is None or high >= nash * Fraction(9, 10)
        (warning, *_) = findings(scenario)
        assert (warning.code, warning.severity) == ("W20", "warning")
        assert "acceptable between" in warning.message or "efficient between" in warning.message


@pytest.mark.usefixtures("poor")
def test_a_standing_out_of_reach_has_bounds(drafts: dict[str, Scenario]) -> None:
    scenario = drafts["S01"]
    place = standing(scenario, {})
    assert place.better_for_all.low <= 104 <= place.dominating.high
    assert place.gap.low <= 1450 <= place.gap.high


def test_both_methods_refuse_what_they_cannot_afford(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables.additive([np.array([[0, 9, 4], [9, 0, 4], [4, 4, 9]])] * 6)
    monkeypatch.setattr("scoring.frontier.merging.MOST_WORK", 0)
    monkeypatch.setattr("scoring.frontier.merging.LIMIT", 728)
    with pytest.raises(OutOfReach, match=r"729 packages leave more than .* points in steps of five or ten"):
        front(tables, method=Method.MERGE)
    monkeypatch.setattr("scoring.frontier.merging.MOST_BYTES", 0)
    with pytest.raises(OutOfReach):
        front(tables, method=Method.GRID)


def conflict(make: Make) -> Scenario:
    """729 packages for four deciding parties and one without a vote, each of which wants other options."""
    values = ([0, 90, 40], [90, 0, 30], [20, 40, 90], [70, 30, 10], [10, 80, 20])
    names = ("north", "south", "east", "west", "villages")
    made = make(
        {f"issue-{n}": 3 for n in range(6)},
        {
            name: {"w": weights, "v": [own] * 6, "res": 25}
            for name, own, weights in zip(names, values, permutations([30, 20, 20, 15, 10, 5]), strict=False)
        },
    )
    silent = made.parties["villages"].model_copy(update={"decides": False, "reservation": None})
    return made.model_copy(update={"parties": made.parties | {"villages": silent}})


def test_what_can_be_enumerated_is_exact_whatever_it_costs(
    table_scenario: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = conflict(table_scenario)
    package = {"issue-3": "o2", "issue-5": "o2"}  # the others at their default, which is the first option
    expected, place, best = analyse(scenario), standing(scenario, package), dominating(scenario, package)
    assert (place.better_for_all, place.dominating) == (Count(1, 1), Count(5, 5))
    assert 0 < expected.efficient_acceptable < expected.acceptable < 729
    assert expected.affected["villages"].best_acceptable is not None
    for name, value in {"MOST_WORK": 0, "MOST_BYTES": 0, "LIMIT": 729}.items():
        monkeypatch.setattr(f"scoring.frontier.merging.{name}", value)
    for name, value in {"ways.MOST_ROWS": 1, "ways.LIMIT": 729, "tallies.MOST_MOVES": 0}.items():
        monkeypatch.setattr(f"scoring.counting.{name}", value)
    told: list[float] = []
    monkeypatch.setattr("scoring.tables.blocks.AT_ONCE", 100)  # in many slices
    assert analyse(scenario, progress=lambda label, share: told.append(share)) == replace(expected, method="merge")
    assert told == sorted(told)
    assert len(set(told)) > 30, "also within a block"
    assert standing(scenario, package) == place
    assert dominating(scenario, package) == best
    assert solutions(scenario) == expected.points

    for module in ("scoring.frontier.merging", "scoring.counting.ways"):
        monkeypatch.setattr(f"{module}.LIMIT", 728)
    assert not analyse(scenario).exact
    with pytest.raises(OutOfReach):
        solutions(scenario)
    assert not standing(scenario, package).dominating.exact


# -- nothing to compare -----------------------------------------------------------------------------------------------


def test_one_party_takes_its_best(table_scenario: Make) -> None:
    analysis = analyse(table_scenario({"a": 3, "b": 2}, {"north": {"w": [60, 40], "v": [[0, 100, 100], [50, 0]]}}))
    assert analysis.exact
    assert (analysis.efficient, analysis.acceptable) == (2, 6)
    for point in (analysis.points.nash, analysis.points.kalai_smorodinsky, analysis.points.utilitarian):
        assert point is not None
        assert (point.package, point.values, point.ties) == ({"a": "o2", "b": "o1"}, {"north": 8000}, 1)


def test_without_a_deciding_party_every_package_stands(table_scenario: Make) -> None:
    scenario = table_scenario({"a": 3, "b": 2}, {"north": {"w": [60, 40], "v": [[0, 100, 100], [50, 0]]}})
    north = scenario.parties["north"].model_copy(update={"decides": False})
    scenario = scenario.model_copy(update={"parties": {"north": north}})
    analysis = analyse(scenario)
    assert (analysis.packages, analysis.acceptable, analysis.efficient) == (6, 6, 6)
    assert analysis.points.nash is None
    assert (analysis.affected["north"].least, analysis.affected["north"].best_acceptable) == (0, 8000)
    assert standing(scenario, {"a": "o2"}).shares["north"].less == 4


def test_where_nobody_decides_or_nothing_is_at_issue_the_answers_are_empty(table_scenario: Make) -> None:
    scenario = table_scenario({"a": 3, "b": 2}, {"north": {"w": [60, 40], "v": [[0, 100, 100], [50, 0]]}})
    nobody = scenario.model_copy(update={"parties": {}})
    voiceless = scenario.parties["north"].model_copy(update={"values": {}})
    nothing = scenario.model_copy(update={"issues": {}, "parties": {"north": voiceless}})
    for case, parties, packages in ((nobody, 0, 6), (nothing, 1, 1)):
        tables = Tables.of(case, case.deciding(), Instructions.of(case))
        assert (tables.parties, tables.packages, len(tables.joined().blocks[0])) == (parties, packages, packages)
        for method in (None, Method.MERGE, Method.GRID, Method.ENUMERATION):
            found = front(tables, method=method)
            assert found.values.shape == (1, parties)
            assert found.traced(found.steps) == [(packages, 0)]
        assert count_at_least(tables, (0,) * parties) == Count(packages, packages)
        assert tally(tables, (0,) * parties).dominating == Count(0, 0)
        assert len(efficient(case)) == packages
        assert (dominating(case, {}), pareto_gap(case, {})) == (None, 0)
        assert analyse(case).acceptable == packages
        assert standing(case, {}).dominating == Count(0, 0)
    assert solutions(nobody).nash is None
    with pytest.raises(ValueError, match="a histogram is of one party"):
        histogram(Tables.of(nobody, ()))
    assert front(Tables.additive([])).packages == 1


def test_identical_parties_have_one_ideal(table_scenario: Make) -> None:
    same = {"w": [60, 40], "v": [[0, 50, 100], [0, 100]], "res": 20}
    analysis = analyse(table_scenario({"a": 3, "b": 2}, {"north": same, "south": same, "east": same}))
    assert (analysis.efficient, analysis.efficient_acceptable, analysis.acceptable) == (1, 1, 5)
    assert len(analysis.front) == 1
    assert analysis.points.nash is not None
    assert analysis.points.nash.package == {"a": "o3", "b": "o2"}


def test_all_weights_zero_make_every_package_as_good(table_scenario: Make) -> None:
    nothing = {"w": [0, 0], "v": [[0, 50, 100], [0, 100]]}
    scenario = table_scenario({"a": 3, "b": 2}, {"north": nothing, "south": nothing})
    analysis = analyse(scenario)
    assert (analysis.efficient, analysis.efficient_acceptable, analysis.acceptable) == (6, 6, 6)
    assert analysis.points.nash is not None
    assert (analysis.points.nash.package, analysis.points.nash.ties) == ({"a": "o1", "b": "o1"}, 5)
    assert standing(scenario, {}).dominating.high == 0


def test_a_reservation_that_nothing_reaches(table_scenario: Make) -> None:
    tables = {
        "north": {"w": [60, 40], "v": [[0, 100], [50, 0]], "res": 90},
        "south": {"w": [50, 50], "v": [[0, 1]] * 2},
    }
    analysis = analyse(table_scenario({"a": 2, "b": 2}, tables))
    assert analysis.exact
    assert (analysis.acceptable, analysis.efficient_acceptable) == (0, 0)
    assert analysis.points.nash is None
    assert analysis.shortfall == {"north": 1000}
    assert analysis.forced == {}


def test_a_single_package() -> None:
    tables = Tables.additive([np.array([[3, -4]]), np.array([[0, 0]])])
    found = front(tables)
    assert found.values.tolist() == [[3, -4]]
    assert found.traced(found.steps) == [(1, 0)]


def test_values_that_floats_would_not_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="take smaller numbers or fewer digits"):
        Tables.additive([np.array([[0, 1], [2**53, 0], [1, 5]])])


def test_64_issues_of_12_options_in_conflict(table_scenario: Make) -> None:
    """12^64 packages: what one side wins the other loses, but for the last option, which costs both."""
    rising = [100 * n // 10 for n in range(11)]
    issues = {f"issue-{n}": 12 for n in range(64)}
    tables = {
        "north": {"w": [1] * 64, "v": [[*rising, 0]] * 64, "res": 32},
        "south": {"w": [1] * 64, "v": [[*rising[::-1], 0]] * 64, "res": 32},
    }
    scenario = table_scenario(issues, tables)
    analysis = analyse(scenario)
    assert analysis.exact
    assert analysis.packages == 12**64
    assert len(analysis.front) == 1
    # Only sums of exactly 320 steps from 64 draws of 0 to 10 are acceptable: the central coefficient, by recursion.
    ways = [1]
    for _ in range(64):
        ways = [sum(ways[max(0, n - 10) : n + 1]) for n in range(len(ways) + 10)]
    assert analysis.acceptable == analysis.efficient_acceptable == ways[320]
    assert analysis.efficient == 11**64
    place = standing(scenario, dict.fromkeys(issues, "o12"))
    assert place.dominating.low == 12**64 - 1
    assert place.better is not None
    assert set(place.better.gains.values()) == {3200}


# -- for other programs -----------------------------------------------------------------------------------------------


def test_what_programs_read_is_short_exact_and_holds(table_scenario: Make) -> None:
    rising = [10 * n for n in range(11)]
    tables = {
        "north": {"w": [11, *[7, 8] * 10], "v": [rising] * 21},
        "south": {"w": [9, *[8, 7] * 10], "v": [rising[::-1]] * 21},
    }
    facts = json.loads(json.dumps(analyse(table_scenario({f"issue-{n}": 11 for n in range(21)}, tables)).as_json()))
    assert facts["packages"] == facts["acceptable"] == 11**21
    assert facts["exact"] is True
    assert facts["bounds"] == {}
    assert facts["front"]["of"] > len(facts["front"]["rows"]) == 200
    assert facts["front"]["rows"][0]["north"] == facts["parties"]["north"]["best"]
    assert facts["front"]["rows"][-1]["south"] == facts["parties"]["south"]["best"]


@pytest.mark.usefixtures("poor")
def test_bounds_that_programs_read_hold_as_the_exact_ones_do(drafts: dict[str, Scenario]) -> None:
    for scenario in drafts.values():
        analysis = analyse(scenario)
        told = analysis.as_json()["bounds"]
        assert told.keys() == analysis.bounds.keys()
        for name, (low, high) in told.items():
            assert Fraction(low) <= analysis.bounds[name].low
            assert Fraction(high) >= analysis.bounds[name].high


# -- progress ---------------------------------------------------------------------------------------------------------


def test_progress_rises_and_an_exception_in_it_ends_the_work(drafts: dict[str, Scenario]) -> None:
    told: list[tuple[str, float]] = []
    analyse(drafts["S01"], progress=lambda label, share: told.append((label, share)))
    shares = [share for _, share in told]
    assert len(shares) > 10
    assert shares == sorted(shares)
    assert shares[0] >= 0
    assert shares[-1] <= 1
    assert all(label and label[0].islower() for label, _ in told)

    class Cancelled(Exception):
        pass

    def stop(label: str, share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        analyse(drafts["S01"], progress=stop)
