"""Fast answers equal the slow ones: every package in plain Python, every pair compared, ties and all."""

from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.model import Scenario
from scoring.analysis import analyse
from scoring.bargaining import Solution, solutions
from scoring.counting import Count
from scoring.frontier import Space, dominating, efficient, pareto_gap, undominated
from scoring.preferences import Instructions, RedLine, acceptable_to, raw_value

POINTS = st.sampled_from([0, 25, 50, 50, 100])
WEIGHTS = st.sampled_from([0, 10, 20, 20, 50])
RESERVATIONS = st.sampled_from([0, 5, 10, 20, 30, 60])

Row = tuple[int, ...]


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, dict[str, Any]]]:
    """Issues with their numbers of options, and parties with few different points, so that ties are common."""
    issues = {f"issue-{n}": draw(st.integers(2, 4)) for n in range(draw(st.integers(2, 4)))}
    parties = {}
    for n in range(draw(st.integers(2, 4))):
        red = draw(st.lists(st.sampled_from(list(issues)), max_size=2, unique=True))
        parties[f"party-{n}"] = {
            "w": [draw(WEIGHTS) for _ in issues],
            "v": [[draw(POINTS) for _ in range(options)] for options in issues.values()],
            "res": draw(RESERVATIONS),
            "red": {issue: [draw(st.integers(0, issues[issue] - 1))] for issue in red},
        }
    return issues, parties


@st.composite
def conditional_lines(draw: st.DrawFn, scenario: Scenario) -> Instructions:
    """The instructions of the start with a red line more, perhaps with an exception."""
    options = [(issue, option) for issue in scenario.issues for option in scenario.issues[issue].options]
    barred = draw(st.sampled_from(options))
    unless = tuple(draw(st.lists(st.sampled_from(options), max_size=2, unique_by=lambda option: option[0])))
    party = draw(st.sampled_from(list(scenario.parties)))
    start = Instructions.of(scenario)
    lines = {**start.red_lines, party: (*start.red_lines.get(party, ()), RedLine((barred,), unless))}
    return Instructions(start.reservations, lines)


class Slow:
    """The same questions, answered by going through everything."""

    def __init__(self, scenario: Scenario, instructions: Instructions) -> None:
        parties = scenario.deciding()
        names = list(scenario.issues)
        self.packages = [
            dict(zip(names, options, strict=True))
            for options in product(*(issue.options for issue in scenario.issues.values()))
        ]
        self.values = [tuple(raw_value(scenario, party, package) for party in parties) for package in self.packages]
        self.signed = [
            place
            for place, package in enumerate(self.packages)
            if all(acceptable_to(scenario, party, package, instructions) for party in parties)
        ]
        self.within = [
            place
            for place, package in enumerate(self.packages)
            if not any(line.crossed_by(package) for party in parties for line in instructions.red_lines.get(party, ()))
        ]
        self.floors = [instructions.reservations[party] for party in parties]

    def gains(self, place: int) -> Row:
        return tuple(u - r for u, r in zip(self.values[place], self.floors, strict=True))

    def undominated(self, places: list[int]) -> list[int]:
        return [one for one in places if not any(dominates(self.values[other], self.values[one]) for other in places)]

    def shares(self, place: int) -> Fraction:
        most = [max(self.gains(other)[n] for other in self.signed) for n in range(len(self.floors))]
        return min(Fraction(g, m) if m else Fraction(1) for g, m in zip(self.gains(place), most, strict=True))


def dominates(one: Row, other: Row) -> bool:
    return one != other and all(x >= y for x, y in zip(one, other, strict=True))


def agrees(solution: Solution | None, slow: Slow, scores: list[int] | list[Fraction]) -> None:
    """The solution has the best score, then the largest sum, then the first place, and tells its ties."""
    assert solution is not None
    tied = [place for place, score in zip(slow.signed, scores, strict=True) if score == max(scores)]
    best = max(tied, key=lambda place: sum(slow.gains(place)))  # max takes the first of equals
    assert solution.package == slow.packages[best]
    assert tuple(solution.values.values()) == slow.values[best]
    efficient = slow.undominated(slow.signed)
    assert solution.ties == len(set(tied) & set(efficient)) - 1
    assert best in efficient


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_counts_fronts_and_solutions(data: st.DataObject, table_scenario: Any) -> None:
    scenario: Scenario = table_scenario(*data.draw(tables()))
    instructions = data.draw(conditional_lines(scenario))
    slow = Slow(scenario, instructions)
    space = Space.of(scenario)

    assert [space.package(place) for place in range(len(space))] == slow.packages
    assert [space.index(package) for package in slow.packages] == list(range(len(space)))
    assert [tuple(row) for row in space.values.tolist()] == slow.values
    assert np.flatnonzero(space.within_red_lines(instructions)).tolist() == slow.within
    assert np.flatnonzero(space.acceptable(instructions)).tolist() == slow.signed

    front = slow.undominated(list(range(len(space))))
    assert space.efficient().tolist() == front
    assert np.flatnonzero(undominated(space.values)).tolist() == front
    assert list(efficient(scenario)) == [slow.packages[place] for place in front]

    analysis = analyse(scenario, instructions)
    assert analysis.packages == len(slow.packages)
    assert analysis.acceptable == len(slow.signed)
    assert analysis.within_red_lines == len(slow.within)
    assert analysis.efficient == len(front)
    assert analysis.efficient_acceptable == len(slow.undominated(slow.signed))
    assert set(analysis.forced) == {
        issue for issue in scenario.issues if len({slow.packages[place][issue] for place in slow.signed}) == 1
    }
    for n, party in enumerate(analysis.parties.values()):
        assert party.best == max(values[n] for values in slow.values)
        assert party.best_acceptable == max((slow.values[place][n] for place in slow.signed), default=None)

    found = analysis.points
    assert found == solutions(scenario, instructions)
    if not slow.signed:
        assert found.nash is found.kalai_smorodinsky is found.egalitarian is found.utilitarian is None
        return
    agrees(found.nash, slow, [prod(slow.gains(place)) for place in slow.signed])
    agrees(found.kalai_smorodinsky, slow, [slow.shares(place) for place in slow.signed])
    agrees(found.egalitarian, slow, [min(slow.gains(place)) for place in slow.signed])
    agrees(found.utilitarian, slow, [sum(slow.gains(place)) for place in slow.signed])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_better_packages(data: st.DataObject, table_scenario: Any) -> None:
    scenario: Scenario = table_scenario(*data.draw(tables()))
    instructions = data.draw(st.none() | conditional_lines(scenario))
    slow = Slow(scenario, instructions or Instructions.of(scenario))
    candidates = slow.within if instructions else list(range(len(slow.packages)))
    here = data.draw(st.integers(0, len(slow.packages) - 1))

    def gains(place: int) -> Row:
        return tuple(u - v for u, v in zip(slow.values[place], slow.values[here], strict=True))

    better = [place for place in candidates if dominates(slow.values[place], slow.values[here])]
    found = dominating(scenario, slow.packages[here], instructions)
    if better:
        best = max(better, key=lambda place: (min(gains(place)), sum(gains(place)), -place))
        assert found is not None
        assert found.package == slow.packages[best]
        assert tuple(found.values.values()) == slow.values[best]
        assert tuple(found.gains.values()) == gains(best)
        assert found.count == Count(len(better), len(better))
    else:
        assert found is None
    gap = pareto_gap(scenario, slow.packages[here], instructions)
    assert gap == max([0, *(min(gains(place)) for place in candidates)])


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_undominated_keeps_equal_rows_in_any_dimension(data: st.DataObject) -> None:
    parties = data.draw(st.integers(1, 7))
    rows = data.draw(st.lists(st.tuples(*[st.sampled_from([0, 1, 2, 9_999, 10_000])] * parties), max_size=60))
    values = np.array(rows, dtype=np.int64).reshape(len(rows), parties)
    expected = [not any(dominates(other, row) for other in rows) for row in rows]
    assert undominated(values).tolist() == expected
