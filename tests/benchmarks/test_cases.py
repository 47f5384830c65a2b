"""The tables that are measured on are the same everywhere, and as they are described."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.cases import Case, apportioned, least, most, packages

CASES = st.builds(
    Case,
    issues=st.integers(1, 8),
    options=st.integers(1, 6),
    parties=st.integers(1, 6),
    points=st.sampled_from([10, 100, 1000]),
    data=st.sampled_from(["ind", "opp"]),
    seed=st.integers(0, 5),
)


@given(CASES)
def test_the_best_package_is_worth_all_points_and_the_tables_come_again(case: Case) -> None:
    tables = case.tables()
    assert tables == case.tables()
    assert most(tables) == [case.points] * case.parties
    assert all(0 <= low <= case.points for low in least(tables))
    assert packages(tables) == case.packages
    assert {len(issue) for issue in tables} == {case.options}
    assert {len(option) for issue in tables for option in issue} == {case.parties}


def test_a_case_of_the_curve_by_hand() -> None:
    assert Case(2, 2, 2, 10, "opp", 1).tables() == Case(2, 2, 2, 10, "opp", 1).tables()
    assert Case(2, 2, 2, 10, "opp", 1).tables() != Case(2, 2, 2, 10, "opp", 2).tables()
    assert Case(20, 5, 3, 100).packages == 95_367_431_640_625


@pytest.mark.parametrize(
    ("points", "sizes", "parts"),
    [
        (10, [1.0, 1.0], [5, 5]),
        (10, [1.0, 1.0, 1.0], [4, 3, 3]),
        (100, [0.5, 0.25, 0.25], [50, 25, 25]),
        (7, [3.0, 2.0, 1.0], [4, 2, 1]),  # 3.5, 2.33, 1.17: the half is the largest remainder
        (1, [1.0, 9.0], [0, 1]),
    ],
)
def test_points_are_apportioned_by_largest_remainders(points: int, sizes: list[float], parts: list[int]) -> None:
    assert apportioned(points, sizes) == parts


def test_in_opposed_data_options_cost_the_others_what_they_give_to_one() -> None:
    """Each option is a split of one pie, so that what is best for one party is rarely best for another."""

    def shared(data: str) -> int:
        case = Case(50, 5, 2, 5000, data, 3)  # type: ignore[arg-type]
        return sum(
            max(range(5), key=lambda at: issue[at][0]) == max(range(5), key=lambda at: issue[at][1])
            for issue in case.tables()
        )

    assert shared("opp") == 0
    assert shared("ind") > 5  # one in five by chance
