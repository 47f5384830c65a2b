"""Merged lists, grids, enumeration and plain Python give the same answers, with ties, linkages and red lines."""

from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.model import Linkage, Scenario
from scoring.analysis import analyse
from scoring.bargaining import RULES, settle
from scoring.counting import Count, Shares, count_at_least, histogram, tally
from scoring.frontier import Method, front, reach
from scoring.preferences import Instructions, RedLine
from scoring.standing import standing
from scoring.tables import Tables

Row = tuple[int, ...]
METHODS = [None, Method.MERGE, Method.GRID, Method.ENUMERATION]


@st.composite
def additive(draw: st.DrawFn) -> list[np.ndarray[Any, Any]]:
    """Issues with few different values, so that ties are common; some with a common unit, some below zero."""
    parties = draw(st.integers(1, 6))
    unit, least = draw(st.sampled_from([1, 1, 5, 100])), draw(st.sampled_from([0, 0, -3]))
    value = st.sampled_from([least + n for n in (0, 1, 2, 2, 3, 7)])
    return [
        unit * np.array([[draw(value) for _ in range(parties)] for _ in range(draw(st.integers(1, 5)))])
        for _ in range(draw(st.integers(1, 5)))
    ]


def everything(tables: list[np.ndarray[Any, Any]]) -> list[Row]:
    """The values of all packages, in declared order."""
    return [tuple(map(int, sum(rows))) for rows in product(*tables)]


def dominates(one: Row, other: Row) -> bool:
    return one != other and all(x >= y for x, y in zip(one, other, strict=True))


def efficient(rows: set[Row]) -> set[Row]:
    return {row for row in rows if not any(dominates(other, row) for other in rows)}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_method_finds_the_same_front_counts_and_first_places(data: st.DataObject) -> None:
    issues = data.draw(additive())
    packages = everything(issues)
    reservations = data.draw(st.none() | st.sampled_from(packages))
    signed = [row for row in packages if reservations is None or all(map(int.__ge__, row, reservations))]
    expected = sorted(efficient(set(signed)), reverse=True)
    tables = Tables.additive(issues)
    assert tables.packages == len(packages)
    floors = None if reservations is None else tables.steps(reservations)
    for method in METHODS:
        found = front(tables, floors, method=method)
        assert [tuple(row) for row in found.values.tolist()] == expected, method
        traced = found.traced(found.steps)
        assert [count for count, _ in traced] == [packages.count(row) for row in expected], method
        assert [place for _, place in traced] == [packages.index(row) for row in expected], method
        assert found.packages == sum(packages.count(row) for row in expected), method
        assert [tables.values_at(place) for _, place in traced] == expected, method
    whole = front(tables)
    if floors is not None:
        assert [tuple(row) for row in whole.reaching(floors).values.tolist()] == expected


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_four_points_with_their_ties(data: st.DataObject) -> None:
    issues = data.draw(additive())
    packages = everything(issues)
    reservations = data.draw(st.sampled_from(packages))
    signed = [n for n, row in enumerate(packages) if all(map(int.__ge__, row, reservations))]
    free = {n for n in signed if packages[n] in efficient({packages[n] for n in signed})}

    def gains(n: int) -> Row:
        return tuple(u - r for u, r in zip(packages[n], reservations, strict=True))

    most = [max(column) for column in zip(*map(gains, signed), strict=True)]
    scores: dict[str, Any] = {
        "nash": lambda n: prod(gains(n)),
        "kalai_smorodinsky": lambda n: min(
            Fraction(gain, top) if top else Fraction(1) for gain, top in zip(gains(n), most, strict=True)
        ),
        "egalitarian": lambda n: min(gains(n)),
        "utilitarian": lambda n: sum(gains(n)),
    }
    tables = Tables.additive(issues)
    for method in METHODS:
        points = settle(front(tables, tables.steps(reservations), method=method), reservations)
        assert points.keys() == RULES.keys()
        for name, score in scores.items():
            top = max(map(score, signed))
            best = min((n for n in signed if score(n) == top), key=lambda n: (-sum(gains(n)), n))
            assert best in free, "a solution is efficient"
            assert points[name].place == best, (name, method)
            assert points[name].values == packages[best]
            assert points[name].ties == sum(score(n) == top for n in free) - 1, (name, method)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_counts_distributions_and_reach(data: st.DataObject) -> None:
    issues = data.draw(additive())
    packages = everything(issues)
    parties = len(packages[0])
    here = tuple(value + data.draw(st.sampled_from([-1, 0, 0, 1])) for value in data.draw(st.sampled_from(packages)))
    tables = Tables.additive(issues)
    at_least = [row for row in packages if all(map(int.__ge__, row, here))]
    found = tally(tables, here)
    assert found.at_least == Count(len(at_least), len(at_least)) == count_at_least(tables, tables.steps(here))
    above = sum(all(map(int.__gt__, row, here)) for row in packages)
    assert found.better_for_all == Count(above, above)
    better = sum(row != here for row in at_least)
    assert found.dominating == Count(better, better)
    for party in range(parties):
        column = [row[party] for row in packages]
        around = histogram(tables.columns([party])).around(here[party])
        assert around == Shares(
            sum(value < here[party] for value in column),
            column.count(here[party]),
            sum(value > here[party] for value in column),
        )
    for least in (False, True):
        got = reach(tables, tables.steps(here)[:-1], least=least)
        allowed = [row for row in packages if all(map(int.__ge__, row[:-1], here[:-1]))]
        assert (got is None) is (not allowed)
        if got is not None:
            assert packages[got.place] in allowed
            assert packages[got.place][-1] == (min if least else max)(row[-1] for row in allowed)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_counts_on_lists_and_on_grids_are_the_same(data: st.DataObject) -> None:
    issues = data.draw(additive())
    packages = everything(issues)
    here = data.draw(st.sampled_from(packages))
    tables = Tables.additive(issues)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("scoring.counting.ways._listed", lambda *_: None)
        on_grid = tally(tables, here)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("scoring.counting.tallies.MOST_MOVES", -1)
        on_list = tally(tables, here)
    assert on_grid == on_list
    assert on_grid.at_least.exact


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_bounds_of_counts_hold(data: st.DataObject) -> None:
    issues = data.draw(additive())
    packages = everything(issues)
    here = data.draw(st.sampled_from(packages))
    tables = Tables.additive(issues)
    exact = tally(tables, here)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("scoring.counting.ways.LIMIT", 0)
        patched.setattr("scoring.counting.ways.MOST_ROWS", 8)
        patched.setattr("scoring.counting.tallies.MOST_MOVES", 8)
        patched.setattr("scoring.counting.tallies.COARSE_MOVES", 40)
        patched.setattr("scoring.counting.ways._least_list", lambda cost: 0)
        rough = tally(tables, here)
    for name in ("at_least", "better_for_all", "dominating"):
        known, bounds = getattr(exact, name), getattr(rough, name)
        assert 0 <= bounds.low <= known.low == known.high <= bounds.high <= len(packages)


def test_numbers_beyond_63_bits() -> None:
    """40 issues of 12 options: one worth 1, eleven worth 0 to the first party; all the other way round to the other."""
    issue = np.array([[1, 0]] + [[0, 1]] * 11)
    tables = Tables.additive([issue] * 40)
    assert tables.packages == 12**40
    counts = histogram(tables.columns([0])).counts
    assert sum(counts) == 12**40
    assert counts[0] == 11**40
    assert counts[1] == 40 * 11**39
    assert tally(tables, (39, 0)).at_least == Count(40 * 11 + 1, 40 * 11 + 1)
    fewest = sum(counts[30:])
    assert count_at_least(tables, (30, 0)) == Count(fewest, fewest)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("scoring.counting.ways._listed", lambda *_: None)
        assert count_at_least(tables, (30, 0)) == Count(fewest, fewest)
    found = front(tables)
    assert len(found) == 41
    assert found.packages == 12**40
    (last,) = found.traced(found.steps[-1:])
    assert last == (11**40, sum(12**n for n in range(40)))


# -- scenarios with linkages and red lines ----------------------------------------------------------------------------


@st.composite
def coupled(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, dict[str, Any]], dict[str, list[Linkage]], Any]:
    """Tables with linkages, red lines of several options and exceptions; the last party may have no vote."""
    issues = {f"issue-{n}": draw(st.integers(2, 4)) for n in range(draw(st.integers(2, 5)))}
    options = [(issue, f"o{n + 1}") for issue, size in issues.items() for n in range(size)]
    names = [f"party-{n}" for n in range(draw(st.integers(2, 4)))]
    some = st.lists(st.sampled_from(options), min_size=2, max_size=3, unique_by=lambda option: option[0])
    points, weights = st.sampled_from([0, 25, 50, 50, 100]), st.sampled_from([0, 10, 20, 20])
    parties = {
        name: {
            "w": [draw(weights) for _ in issues],
            "v": [[draw(points) for _ in range(size)] for size in issues.values()],
            "res": draw(st.sampled_from([0, 5, 10, 20])),
        }
        for name in names
    }
    links = {
        name: [
            Linkage(options=dict(draw(some)), points=draw(st.sampled_from([-10, 5, 10])))
            for _ in range(draw(st.integers(0, 2)))
        ]
        for name in names
    }
    lines = {
        name: tuple(RedLine(tuple(draw(some)), tuple(draw(st.just([]) | some))) for _ in range(draw(st.integers(0, 2))))
        for name in names
    }
    return issues, parties, links, lines


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_linkages_red_lines_and_the_affected(data: st.DataObject, table_scenario: Any) -> None:
    issues, parties, links, lines = data.draw(coupled())
    made: Scenario = table_scenario(issues, parties)
    silent = data.draw(st.booleans())
    last = list(parties)[-1]
    changed = {
        name: party.model_copy(update={"linkages": tuple(links[name]), "decides": not (silent and name == last)})
        for name, party in made.parties.items()
    }
    scenario = made.model_copy(update={"parties": changed})
    instructions = Instructions(Instructions.of(scenario).reservations, lines)
    deciding = scenario.deciding()
    packages = [
        dict(zip(issues, options, strict=True))
        for options in product(*(issue.options for issue in scenario.issues.values()))
    ]
    values = [tuple(scenario.worth(name, package) for name in deciding) for package in packages]
    within = [
        n
        for n, package in enumerate(packages)
        if not any(line.crossed_by(package) for name in deciding for line in lines[name])
    ]
    floors = [instructions.reservations[name] for name in deciding]
    signed = [n for n in within if all(map(int.__ge__, values[n], floors))]
    found = analyse(scenario, instructions)

    assert found.exact
    assert found.packages == len(packages)
    assert found.within_red_lines == len(within)
    assert found.acceptable == len(signed)
    free = efficient(set(values))
    assert found.efficient == sum(row in free for row in values)
    best = efficient({values[n] for n in signed})
    assert found.efficient_acceptable == sum(values[n] in best for n in signed)
    if signed:
        assert [tuple(row.values()) for row in found.front] == sorted(best, reverse=True)
        top = max(sum(values[n]) for n in signed)
        place = next(n for n in signed if sum(values[n]) == top)
        assert found.points.utilitarian is not None
        assert found.points.utilitarian.package == packages[place]
    for n, name in enumerate(deciding):
        assert found.parties[name].best == max(row[n] for row in values)
        assert found.parties[name].best_acceptable == max((values[place][n] for place in signed), default=None)
    assert found.forced == {
        issue: next(iter(taken)) for issue in issues if len(taken := {packages[n][issue] for n in signed}) == 1
    }
    middle = [
        packages[n]
        for n in signed
        if all(packages[n][i] in {f"o{(size - 1) // 2 + 1}", f"o{size // 2 + 1}"} for i, size in issues.items())
    ]
    if any(size > 2 for size in issues.values()):
        assert (found.middle.acceptable is None) is (not middle)
        assert found.middle.acceptable is None or found.middle.acceptable in middle
    if within and not signed:
        short = max(min(map(int.__sub__, values[n], floors)) for n in within)
        assert max(found.shortfall.values()) == -short
    if silent:
        theirs = found.affected[last]
        worths = [scenario.worth(last, package) for package in packages]
        assert (theirs.least, theirs.best) == (min(worths), max(worths))
        assert theirs.best_acceptable == max((worths[n] for n in signed), default=None)
        assert theirs.least_acceptable == min((worths[n] for n in signed), default=None)
        if theirs.package is not None:
            assert packages.index(dict(theirs.package)) in signed
            assert scenario.worth(last, theirs.package) == theirs.best_acceptable

    here = data.draw(st.integers(0, len(packages) - 1))
    gains = {n: tuple(map(int.__sub__, values[n], values[here])) for n in within}
    better = [n for n in within if min(gains[n]) >= 0 and max(gains[n]) > 0]
    place_of = standing(scenario, packages[here], instructions)
    assert place_of.dominating == Count(len(better), len(better))
    for_all = sum(min(gains[n]) > 0 for n in within)
    assert place_of.better_for_all == Count(for_all, for_all)
    gap = max([0, *(min(gains[n]) for n in within)])
    assert place_of.gap == Count(gap, gap)
    assert (place_of.better is None) is (not better)
    if place_of.better is not None:
        first = max(better, key=lambda n: (min(gains[n]), sum(gains[n]), -n))
        assert place_of.better.package == packages[first]
        assert tuple(place_of.better.gains.values()) == gains[first]
    for name, shares in place_of.shares.items():
        worths = [scenario.worth(name, package) for package in packages]
        own = worths[here]
        assert shares == Shares(sum(w < own for w in worths), worths.count(own), sum(w > own for w in worths))


@pytest.mark.parametrize(("parties", "sizes"), [(2, (9, 8, 7, 6, 5)), (3, (10, 10, 10, 10)), (6, (6, 6, 6, 6))])
def test_larger_tables(parties: int, sizes: tuple[int, ...]) -> None:
    """Up to 15 120 packages with ties, against numpy over all of them."""
    chance = np.random.default_rng(parties)
    issues = [chance.integers(0, 12, size=(size, parties)) for size in sizes]
    tables = Tables.additive(issues)
    everyone = np.array(everything(issues))
    floors = np.quantile(everyone, 0.3, axis=0).astype(int).tolist()
    signed = everyone[(everyone >= floors).all(axis=1)]
    distinct, counts = np.unique(signed, axis=0, return_counts=True)
    free = np.array([not ((distinct >= row).all(axis=1) & (distinct > row).any(axis=1)).any() for row in distinct])
    assert count_at_least(tables, tables.steps(floors)).low == len(signed)
    for method in METHODS:
        found = front(tables, tables.steps(floors), method=method)
        assert found.values.tolist() == distinct[free][::-1].tolist()
        assert found.packages == counts[free].sum()
        assert [count for count, _ in found.traced(found.steps)] == counts[free][::-1].tolist()
