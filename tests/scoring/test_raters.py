"""Agreement between raters, against published worked examples and tables computed by hand."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import raters
from scoring.findings import Band, Finding, Panel
from scoring.raters.concord import Concord
from scoring.raters.reliability import (
    FEWEST_UNITS,
    agreement,
    alpha,
    correlates_above,
    interval,
    reads,
    shared,
    weighted_kappa,
)
from scoring.rubric import Observation, Rating, Ratings
from simulator.engine.words import Dimension

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section E: 4 observers, 12 units, missing values.
OBSERVERS: tuple[tuple[int | None, ...], ...] = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = tuple(
    {f"r{number}": level for number, level in enumerate(column) if level is not None}
    for column in zip(*OBSERVERS, strict=True)
)


def pairs(table: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs of levels behind a table of counts."""
    return [
        (row, column) for row, counts in enumerate(table, 1) for column, n in enumerate(counts, 1) for _ in range(n)
    ]


# -- published examples -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_library_gives_the_published_values_of_alpha(metric: Any, published: float) -> None:
    nan = float("nan")
    data = [[nan if level is None else level for level in row] for row in OBSERVERS]
    assert round(float(krippendorff.alpha(data, level_of_measurement=metric)), 3) == published


def test_ordinal_alpha_of_krippendorff_2011() -> None:
    assert len(UNITS) == 12
    assert len(shared(UNITS)) == 11  # the last unit has one value, and nothing to compare it with
    value = alpha(UNITS)
    assert value is not None
    assert round(value, 3) == 0.815


def test_weighted_kappa_of_cohen_1968() -> None:
    """Cohen (1968), table 1: 200 cases, weights 1, 3 and 6; by hand 1 - 0.90 / 1.38."""
    table = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    graver = {(1, 2): 1, (1, 3): 3, (2, 3): 6}

    def weight(one: int, other: int) -> int:
        return 0 if one == other else graver[min(one, other), max(one, other)]

    value = weighted_kappa(pairs(table), weight)
    assert value == 1 - Fraction(90, 138)
    assert round(float(value), 3) == 0.348
    unweighted = weighted_kappa(pairs(table), lambda one, other: int(one != other))
    assert unweighted is not None
    assert round(float(unweighted), 3) == 0.492  # Cohen's kappa of the same table: (0.70 - 0.41) / (1 - 0.41)


def test_quadratic_kappa_of_gwet_2014() -> None:
    """Two abstractors, 100 records (Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014); by hand 1 - 11 / 102."""
    table = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
    value = weighted_kappa(pairs(table))
    assert value == 1 - Fraction(11, 102)
    assert round(float(value), 7) == 0.8921569  # as his package irrCAC prints it


# -- numbers ----------------------------------------------------------------------------------------------------------

LEVEL = st.integers(1, 4)
UNIT = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), LEVEL, max_size=4)


def test_agreement_by_hand() -> None:
    units = [{"a": 1, "b": 1}, {"a": 2, "b": 3, "c": 4}, {"a": 4}, {}]
    assert agreement(units) == Fraction(1, 4)  # 1-1 of 1-1, 2-3, 2-4, 3-4
    assert agreement(units, within=1) == Fraction(3, 4)
    assert agreement([{"a": 1}]) is None


def test_kappa_by_hand() -> None:
    # Observed 1 + 0 + 4 = 5 over 3; expected: first 1, 2, 4 and second 2, 2, 2: (1 + 0 + 4) × 3 over 9.
    assert weighted_kappa([(1, 2), (2, 2), (4, 2)]) == 0
    assert weighted_kappa([(1, 4), (4, 1)]) == -1
    assert weighted_kappa([(1, 1), (4, 4)]) == 1
    assert weighted_kappa([(2, 2), (2, 2)]) is None
    assert weighted_kappa([]) is None


@given(st.lists(st.tuples(LEVEL, LEVEL), max_size=30))
def test_kappa_has_no_first_rater_and_no_top(rated: list[tuple[int, int]]) -> None:
    value = weighted_kappa(rated)
    assert value == weighted_kappa([(other, one) for one, other in rated])
    assert value == weighted_kappa([(5 - one, 5 - other) for one, other in rated])
    assert value is None or -1 <= value <= 1
    if value == 1:
        assert all(one == other for one, other in rated)


@given(st.lists(UNIT, max_size=25))
def test_alpha_looks_only_at_shared_units(units: list[dict[str, int]]) -> None:
    value = alpha(units)
    assert value == alpha(shared(units))
    levels = {level for unit in shared(units) for level in unit.values()}
    assert (value is None) == (len(levels) < 2)
    if value is not None:
        assert value <= 1.0 + 1e-12
        same = all(len(set(unit.values())) == 1 for unit in shared(units))
        assert (value == pytest.approx(1.0)) == same


@given(st.lists(st.tuples(LEVEL, LEVEL), max_size=20))
def test_correlation_without_floats(rated: list[tuple[int, int]]) -> None:
    above = correlates_above(rated, Fraction(9, 10))
    if len({one for one, _ in rated}) < 2 or len({other for _, other in rated}) < 2:
        assert above is None
    else:
        assert above is not None
        assert not correlates_above([(one, -other) for one, other in rated], Fraction(9, 10)) or not above


def test_correlation_at_its_limit() -> None:
    # r = 0.8 exactly: covariance 8, variances 10 and 10 (1 2 3 4 5 against 2 1 4 3 5).
    rated = [(1, 2), (2, 1), (3, 4), (4, 3), (5, 5)]
    assert correlates_above(rated, Fraction(79, 100))
    assert not correlates_above(rated, Fraction(8, 10))


def test_the_same_seed_gives_the_same_interval() -> None:
    units = [{"a": 1 + n % 4, "b": 1 + (n + (n % 5 == 0)) % 4} for n in range(24)]
    one, value = interval(units, 7, 200), alpha(units)
    assert one is not None
    assert value is not None
    assert one == interval(units, 7, 200)
    assert one != interval(units, 8, 200)
    assert one.low < value < one.high <= 1.0


def test_no_interval_below_twenty_units_or_without_variation() -> None:
    units = [{"a": 1 + n % 4, "b": 1 + n % 4} for n in range(FEWEST_UNITS)]
    assert interval(units, 7, 50) is not None
    assert interval(units[1:], 7, 50) is None
    assert interval([*units[1:], {"a": 1}], 7, 50) is None  # a unit of one rater is not shared
    assert interval([{"a": 3, "b": 3}] * 30, 7, 50) is None


def test_draws_without_variation_are_counted_and_left_out() -> None:
    units = [{"a": 3, "b": 3}] * 24 + [{"a": 1, "b": 1}]
    found = interval(units, 7, 200)
    assert found is not None
    assert 0 < found.undefined < 100  # (24 / 25) ** 25 = 36 %
    assert (found.low, found.high) == (1.0, 1.0)


def test_how_alpha_is_read() -> None:
    assert [reads(value) for value in (1.0, 0.8, 0.799, 0.667, 0.666, -0.2)] == [
        "sound", "sound", "tentative", "tentative", "coach", "coach",
    ]  # fmt: skip


# -- findings ---------------------------------------------------------------------------------------------------------


def rated(*given_ratings: tuple[str, str, str, int | None]) -> Ratings:
    """Ratings (rater, seat, dimension, level); each level rests on an observation, one event before it."""
    found: list[Rating] = []
    seen: list[Observation] = []
    for number, (rater, seat, dimension, level) in enumerate(given_ratings, 1):
        where = Dimension(dimension)
        note = Observation(number, rater, f"{rater} saw {seat} {number}", 60.0 * number, seat, where, 2 * number - 1)
        seen.append(note)
        found.append(Rating(rater, seat, where, level, (note,) if level else (), 2 * number))
    return Ratings(tuple(found), tuple(seen), tuple(dict.fromkeys(r.rater for r in found)))


def panel(found: Ratings) -> dict[str, Finding]:
    return {finding.id: finding for finding in raters.findings(found, 7)}


def cells(finding: Finding) -> list[tuple[Any, ...]]:
    assert finding.table is not None, finding.reading
    return [row.cells for row in finding.table.rows]


def many(shift: int = 0, seats: int = 6, dimensions: int = 4) -> Ratings:
    """Two raters over many units; ben is `shift` levels above ana on every third of them."""
    units = [(f"s{seat}", f"D{d}", 1 + (seat + d) % 3) for seat in range(seats) for d in range(1, dimensions + 1)]
    return rated(
        *(("ana", seat, dimension, level) for seat, dimension, level in units),
        *(("ben", seat, d, min(4, level + shift * (n % 3 == 0))) for n, (seat, d, level) in enumerate(units)),
    )


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (Ratings(), "Nobody was rated."),
        (rated(("ana", "s1", "D1", 3), ("ana", "s2", "D1", 2)), "One rater alone"),
        (rated(("ana", "s1", "D1", 3), ("ben", "s2", "D1", 2)), "No two raters gave the same seat"),
        (rated(("ana", "s1", "D1", 3), ("ben", "s1", "D1", None)), "No two raters gave the same seat"),
        (rated(("ana", "s1", "D1", None), ("ben", "s1", "D1", None)), "Every rating says “insufficient evidence”"),
    ],
    ids=["nobody", "one rater", "nothing shared", "one level alone", "no level at all"],
)
def test_nothing_to_compare(found: Ratings, why: str) -> None:
    for id in ("raters.agreement", "raters.divergences"):
        finding = panel(found)[id]
        assert (finding.observed, finding.value, finding.band, finding.table) == (False, None, None, None)
        assert finding.reading.startswith(why)


def test_below_twenty_units_only_raw_agreement() -> None:
    finding = panel(
        rated(("ana", "s1", "D1", 3), ("ana", "s2", "D1", 2), ("ana", "s1", "D2", 1), ("ben", "s1", "D1", 3),
              ("ben", "s2", "D1", 3), ("ben", "s1", "D2", None))
    )["raters.agreement"]  # fmt: skip
    assert finding.value == 0.5
    assert cells(finding) == [
        ("all", 2, 2, 0.5, 1.0, None, None, None, None, None),
        ("D1", 2, 2, 0.5, 1.0, None, None, None, None, None),
    ]
    assert finding.reading.endswith(
        "50 % of the pairs agree exactly, 100 % within one level. Below 20 shared units nothing more is told."
    )
    assert finding.evidence == (2, 4, 8, 10)  # the ratings that have a partner
    assert finding.band is None


def test_two_raters_over_many_units() -> None:
    finding = panel(many(shift=1))["raters.agreement"]
    whole = cells(finding)[0]
    assert whole[:5] == ("all", 2, 24, 0.667, 1.0)
    kappa, value = Concord.of(many(shift=1).latest, 7).kappa, Concord.of(many(shift=1).latest, 7).alpha
    assert kappa is not None
    assert value is not None
    assert whole[5:7] == (round(float(kappa), 3), round(value, 3))
    assert whole[7] < whole[6] < whole[8]
    assert whole[9] == reads(value)
    assert [row[0] for row in cells(finding)] == ["all", "D1", "D2", "D3", "D4"]
    assert all(row[5:] == (None,) * 5 for row in cells(finding)[1:])  # six seats are too few for one dimension


def test_agreement_that_is_perfect_and_agreement_that_is_chance() -> None:
    perfect = panel(many())["raters.agreement"]
    assert (perfect.value, perfect.band) == (1.0, Band.AS_PLANNED)
    assert perfect.reading.endswith("alpha is 1.00, 95 % interval 1.00 to 1.00, sound.")
    apart = panel(
        rated(
            *((rater, f"s{n}", "D1", 1 + (n + (n // 2 if rater == "ben" else 0)) % 4)
              for rater in ("ana", "ben") for n in range(24))
        )
    )["raters.agreement"]  # fmt: skip
    assert apart.band is Band.WORTH_A_LOOK
    assert apart.reading.endswith("too low to rely on: coach the raters, and publish no ratings.")


def test_no_variation_has_no_alpha() -> None:
    same = rated(*((rater, f"s{n}", "D1", 3) for rater in ("ana", "ben") for n in range(24)))
    finding = panel(same)["raters.agreement"]
    assert cells(finding)[0] == ("all", 2, 24, 1.0, 1.0, None, None, None, None, None)
    assert finding.reading.endswith("Every level is the same, so alpha cannot be told: agreement and habit look alike.")
    assert finding.band is None


def test_three_raters_have_alpha_and_no_kappa() -> None:
    two = many(shift=1)
    third = rated(("cyd", "s0", "D1", 3), ("cyd", "s1", "D2", 2))
    whole = cells(panel(Ratings((*two.latest, *third.latest), (), ("ana", "ben", "cyd")))["raters.agreement"])[0]
    assert whole[1] == 3
    assert whole[5] is None
    assert whole[6] is not None


def test_divergences_come_with_what_was_seen() -> None:
    found = panel(
        rated(("ana", "s1", "D1", 4), ("ben", "s1", "D1", 2), ("ana", "s1", "D2", 1), ("ben", "s1", "D2", 4),
              ("ana", "s2", "D2", 2), ("ben", "s2", "D2", 3))
    )["raters.divergences"]  # fmt: skip
    assert found.value == 2.0
    assert cells(found) == [
        ("seat", "s1", "D2", "ana", 1, "ana saw s1 3", "ben", 4, "ben saw s1 4"),
        ("seat", "s1", "D1", "ben", 2, "ben saw s1 2", "ana", 4, "ana saw s1 1"),
    ]
    assert found.table is not None
    assert found.table.rows[0].evidence == (6, 5, 8, 7)


def test_no_divergence_is_observed_too() -> None:
    found = panel(many(shift=1))["raters.divergences"]
    assert (found.observed, found.value, found.band) == (True, 0.0, None)
    assert found.evidence


def halo_of(levels: Sequence[Sequence[int | None]]) -> Finding:
    """One rater: a row of levels for each dimension, over seats."""
    return panel(
        rated(*(("ana", f"s{s}", f"D{d}", level) for d, row in enumerate(levels, 1) for s, level in enumerate(row)))
    )["raters.halo"]


def test_a_halo_is_all_dimensions_together() -> None:
    found = halo_of([(1, 2, 3, 4, 4), (1, 2, 3, 4, 4), (1, 2, 3, 4, 4)])
    assert (found.value, found.band) == (1.0, Band.WORTH_A_LOOK)
    assert cells(found) == [("ana", 3, 3, 0, "yes")]
    told_apart = halo_of([(1, 2, 3, 4, 4), (1, 2, 3, 4, 4), (4, 3, 2, 1, 1)])
    assert (told_apart.value, told_apart.band) == (0.0, None)
    assert cells(told_apart) == [("ana", 3, 1, 0, "no")]


@pytest.mark.parametrize(
    "levels",
    [
        [(1, 2, 3, 4), (1, 2, 3, 4), (1, 2, 3, 4)],  # four seats
        [(1, 2, 3, 4, 4), (1, 2, 3, 4, 4)],  # two dimensions
        [(1, 2, 3, 4, 4), (1, 2, 3, 4, 4), (1, 2, 3, 4, None)],  # no level for the fifth seat
    ],
)
def test_no_halo_from_a_few_seats_or_dimensions(levels: Any) -> None:
    assert not halo_of(levels).observed


def test_the_same_level_for_everybody_is_no_halo_and_worth_a_look() -> None:
    found = halo_of([(3, 3, 3, 3, 3)] * 3)
    assert (found.value, found.band) == (0.0, Band.WORTH_A_LOOK)
    assert cells(found) == [("ana", 0, 0, 3, None)]
    assert found.reading.endswith("Hardly any dimension tells the seats apart for ana.")


def test_leniency_by_hand() -> None:
    found = panel(
        rated(("ana", "s1", "D1", 4), ("ben", "s1", "D1", 2), ("cyd", "s1", "D1", 3), ("ana", "s2", "D1", 3),
              ("ben", "s2", "D1", 3), ("ana", "s3", "D1", 1))
    )["raters.leniency"]  # fmt: skip
    # ana: (4 + 3) / 2 against (2.5 + 3) / 2; ben: (2 + 3) / 2 against (3.5 + 3) / 2; cyd: 3 against 3.
    assert cells(found) == [("ana", 2, 3.5, 2.75, 0.75), ("ben", 2, 2.5, 3.25, -0.75), ("cyd", 1, 3.0, 3.0, 0.0)]
    assert (found.value, found.band) == (0.75, None)  # two units are too few to call a hand soft


def test_a_soft_hand_is_named_from_five_units_on() -> None:
    found = panel(rated(*((r, f"s{n}", "D1", lv) for n in range(5) for r, lv in (("ana", 3), ("ben", 2)))))
    assert found["raters.leniency"].band is Band.WORTH_A_LOOK
    assert found["raters.leniency"].reading == (
        "ana rates 1.0 levels above the others and ben rates 1.0 levels below the others."
    )


def test_leniency_needs_somebody_else() -> None:
    assert not panel(rated(("ana", "s1", "D1", 4), ("ben", "s2", "D1", 2)))["raters.leniency"].observed


def test_insufficient_evidence_is_counted_for_each_rater() -> None:
    found = panel(rated(("ana", "s1", "D1", None), ("ana", "s2", "D1", 3), ("ben", "s1", "D1", None)))
    finding = found["raters.insufficient"]
    assert finding.value == pytest.approx(2 / 3)
    assert cells(finding) == [("ana", 2, 1, 0.5), ("ben", 1, 1, 1.0)]
    assert finding.reading == "2 of 3 ratings say “insufficient evidence” (67 %)."


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["ana", "ben", "cyd"]),
            st.sampled_from([f"s{n}" for n in range(7)]),
            st.sampled_from([f"D{n}" for n in range(1, 13)]),
            st.none() | LEVEL,
        ),
        max_size=60,
        unique_by=lambda each: each[:3],
    )
)
def test_any_ratings_can_be_looked_at(given_ratings: list[tuple[str, str, str, int | None]]) -> None:
    found = rated(*given_ratings)
    for finding in raters.findings(found, 7):
        assert finding.panel is Panel.PROCESS
        assert finding.reading.endswith((".", "?"))
        assert finding.observed == bool(finding.evidence)
        if not finding.observed:
            assert (finding.value, finding.band, finding.table) == (None, None, None)
        elif finding.table is not None:
            assert all(len(row.cells) == len(finding.table.columns) for row in finding.table.rows)
