"""Curves, ranges and linkages: what is written, and the points that come of it."""

from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.model import IssueValues, Linkage, Option, Range, Scenario
from scenarios.model.values import raw_sum
from scenarios.reading import read, read_text

LEVY = Path(__file__).parents[1] / "cases" / "levy"
TEXT = (LEVY / "scenario.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def levy() -> Scenario:
    """The smallest case with curves, a range and linkages."""
    reading = read(LEVY)
    assert reading.problems == ()
    assert reading.scenario is not None
    return reading.scenario


def values(**written: Any) -> IssueValues:
    return IssueValues.model_validate({"weight": 1, **written}, by_alias=True)


# -- curves -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "points"),
    [
        # 100·(a − worst)/(best − worst); 12.5, 37.5, 62.5 and 87.5 are rounded up.
        ({"linear": {"worst": 0, "best": 40}}, {-9: 0, 0: 0, 5: 13, 10: 25, 15: 38, 25: 63, 35: 88, 40: 100, 50: 100}),
        ({"linear": {"worst": 12, "best": 0}}, {-1: 100, 0: 100, 6: 50, 11: 8, 12: 0, 13: 0}),
        # Up over 20 amounts, down over 30: 75.0 at 5, 83.3 at 15, 66.7 at 20.
        (
            {"peak": {"best": 10, "worst": [-10, 40]}},
            {-20: 0, -10: 0, 0: 50, 5: 75, 10: 100, 15: 83, 20: 67, 40: 0, 99: 0},
        ),
        (
            {"steps": [{"from": 6, "points": 65}, {"from": 12, "points": 30}]},
            {0: 0, 5: 0, 6: 65, 11: 65, 12: 30, 99: 30},
        ),
    ],
)
def test_a_curve_gives_these_points(written: dict[str, Any], points: dict[int, int]) -> None:
    curve = values(**written)
    assert {amount: curve.at(amount) for amount in points} == points


AMOUNTS = st.integers(-10_000, 10_000)
LINES = st.tuples(AMOUNTS, AMOUNTS).filter(lambda ends: ends[0] != ends[1])
PEAKS = st.lists(AMOUNTS, min_size=3, max_size=3, unique=True).map(sorted)
STEPS = st.dictionaries(AMOUNTS, st.integers(0, 100), min_size=1, max_size=24)


@given(ends=LINES, one=AMOUNTS, other=AMOUNTS)
def test_a_line_never_turns(ends: tuple[int, int], one: int, other: int) -> None:
    curve = values(linear={"worst": ends[0], "best": ends[1]})
    near, far = sorted((one, other), reverse=ends[0] > ends[1])
    assert 0 <= curve.at(near) <= curve.at(far) <= 100
    assert (curve.at(ends[0]), curve.at(ends[1])) == (0, 100)


@given(ends=LINES, amount=AMOUNTS)
def test_a_line_is_exact_and_rounds_halves_up(ends: tuple[int, int], amount: int) -> None:
    worst, best = ends
    exact = min(Fraction(100), max(Fraction(0), Fraction(100 * (amount - worst), best - worst)))
    points = values(linear={"worst": worst, "best": best}).at(amount)
    assert points - Fraction(1, 2) <= exact < points + Fraction(1, 2)


@given(at=PEAKS, one=AMOUNTS, other=AMOUNTS)
def test_a_peak_rises_to_its_best_and_falls_from_it(at: list[int], one: int, other: int) -> None:
    low, best, high = at
    curve = values(peak={"best": best, "worst": [low, high]})
    assert (curve.at(low), curve.at(best), curve.at(high)) == (0, 100, 0)
    near, far = sorted((one, other))
    if far <= best:
        assert 0 <= curve.at(near) <= curve.at(far) <= 100
    elif near >= best:
        assert 100 >= curve.at(near) >= curve.at(far) >= 0


@given(steps=STEPS, amount=AMOUNTS)
def test_a_step_holds_until_the_next_one(steps: dict[int, int], amount: int) -> None:
    curve = values(steps=[{"from": start, "points": points} for start, points in sorted(steps.items())])
    passed = [start for start in steps if start <= amount]
    assert curve.at(amount) == (steps[max(passed)] if passed else 0)


def test_points_that_are_written_go_before_the_curve() -> None:
    curve = values(linear={"worst": 0, "best": 10}, none=33, two=99)
    drawn = curve.over({"none": None, "two": 2, "five": 5})
    assert drawn.options == {"none": 33, "two": 99, "five": 50}
    assert drawn.over({"none": None, "two": 2, "five": 5}) == drawn


# -- ranges -----------------------------------------------------------------------------------------------------------


def _range(**written: Any) -> dict[str, Option]:
    return Range.model_validate(written, by_alias=True, by_name=False).options()


def test_a_range_makes_an_option_for_every_amount() -> None:
    made = _range(**{"from": -5, "to": 5, "step": 5}, unit="km")
    assert {name: (option.label, option.text, option.amount) for name, option in made.items()} == {
        "at-minus-5": ("-5\u00a0km", "-5\u00a0km", -5),
        "at-0": ("0\u00a0km", "0\u00a0km", 0),
        "at-5": ("5\u00a0km", "5\u00a0km", 5),
    }


def test_a_clause_has_spaces_around_the_amount_that_nobody_has_to_write() -> None:
    def clause(**words: str) -> str:
        return _range(**{"from": 2500, "to": 2501}, **words)["at-2500"].text

    assert clause(before="They pay ", after=" shells a year.") == "They pay 2\u00a0500\u00a0shells a year."
    assert clause(before="The limit is", after=", and not more.") == "The limit is 2\u00a0500, and not more."
    assert clause(after="days", unit="d") == "2\u00a0500\u00a0days"
    assert clause(before="At most", unit="d") == "At most 2\u00a0500"


def test_a_range_has_at_most_a_hundred_and_one_amounts() -> None:
    assert len(_range(**{"from": 0, "to": 100})) == 101
    with pytest.raises(ValueError, match="at most 101 amounts"):
        _range(**{"from": 0, "to": 101})
    assert len(_range(**{"from": -1_000_000_000, "to": 1_000_000_000, "step": 20_000_000})) == 101


def test_values_of_a_range_may_be_written_amount_by_amount() -> None:
    one_by_one = TEXT.replace(
        "linear: {worst: 0, best: 40}}\n      start",
        ", ".join(f"at-{n}: {p}" for n, p in zip(range(0, 41, 5), (0, 13, 25, 38, 50, 63, 75, 88, 100), strict=True))
        + "}\n      start",
    )
    assert one_by_one != TEXT
    written, drawn = read_text(one_by_one), read_text(TEXT)
    assert written.problems == ()
    assert written.scenario is not None
    assert drawn.scenario is not None
    assert (
        written.scenario.parties["harbour"].values["levy"].options
        == drawn.scenario.parties["harbour"].values["levy"].options
    )


def test_a_missing_amount_is_missed_where_there_is_no_curve() -> None:
    text = TEXT.replace("levy: {weight: 50, linear: {worst: 0, best: 40}}", "levy: {weight: 50, at-0: 0, at-5: 7}")
    (problem,) = read_text(text).problems
    assert (problem.code, problem.path) == ("E2", "parties.harbour.values.levy")
    assert "`at-10`" in problem.message


@pytest.mark.parametrize(
    ("default", "meant"), [("at-31", "at-30"), ("at-99", "at-40"), ("at-minus-3", "at-0"), ("at-23", "at-25")]
)
def test_the_nearest_amount_is_proposed(default: str, meant: str) -> None:
    (problem,) = read_text(TEXT.replace("default: at-0", f"default: {default}")).problems
    assert (problem.code, problem.suggestion) == ("REF-UNKNOWN", meant)


def test_a_problem_of_an_option_of_a_range_stands_at_its_issue() -> None:
    text = TEXT.replace(
        "        discovery: Ask in private what happens if nothing is signed.",
        "        discovery: Ask in private.\n        unlocks: [levy.at-25, levy.at-27]",
    )
    (problem,) = read_text(text).problems
    assert (problem.code, problem.excerpt.strip()) == ("REF-UNKNOWN", "unlocks: [levy.at-25, levy.at-27]")
    known = read_text(text.replace(", levy.at-27", ""))
    assert [problem.code for problem in known.problems] == ["W19"]


# -- what options are worth together ----------------------------------------------------------------------------------


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, IssueValues], tuple[Linkage, ...]]:
    """Values over two to four issues of two or three options, with up to four linkages."""
    issues = {f"i{n}": [f"o{m}" for m in range(draw(st.integers(2, 3)))] for n in range(draw(st.integers(2, 4)))}
    made = {
        issue: IssueValues(
            weight=draw(st.integers(0, 100)),
            options={option: draw(st.integers(0, 100)) for option in options},
            linear=None,
            peak=None,
            steps=(),
        )
        for issue, options in issues.items()
    }
    links = []
    for _ in range(draw(st.integers(0, 4))):
        chosen = draw(st.lists(st.sampled_from(sorted(issues)), min_size=2, unique=True))
        picked = {issue: draw(st.sampled_from(issues[issue])) for issue in chosen}
        links.append(Linkage(options=picked, points=draw(st.integers(-100, 100))))
    return made, tuple(links)


@given(tables())
def test_a_package_is_worth_the_sum_of_its_options_and_of_what_they_are_together(
    table: tuple[dict[str, IssueValues], tuple[Linkage, ...]],
) -> None:
    values_of, links = table
    for picked in product(*(value.options for value in values_of.values())):
        package = dict(zip(values_of, picked, strict=True))
        alone = sum(values_of[issue].weight * values_of[issue].options[option] for issue, option in package.items())
        assert raw_sum(values_of, (), package) == alone
        gained = sum(link.points for link in links if link.options.items() <= package.items())
        assert raw_sum(values_of, links, package) == alone + 100 * gained


def test_the_levy_by_hand(levy: Scenario) -> None:
    # fishers: 50·67 + 25·65 + 25·100 = 7475, and 8 points for 20 % with open books; harbour: 50·50 + 20·50 + 30·70.
    package = {"levy": "at-20", "start": "after-winter", "books": "both-read"}
    assert (levy.worth("fishers", package), levy.worth("harbour", package)) == (7475 + 800, 5600)
    # harbour: 50·25 + 20·0 + 30·0 = 1250, less 10 points for a small levy that comes late.
    package = {"levy": "at-10", "start": "next-year", "books": "nobody"}
    assert (levy.worth("fishers", package), levy.worth("harbour", package)) == (5000 + 2500 + 1500, 1250 - 1000)


def test_a_case_with_a_range_can_be_written_out_and_read_again(levy: Scenario) -> None:
    written = levy.model_dump_json(by_alias=True, exclude_none=True)
    assert Scenario.model_validate_json(written) == levy
