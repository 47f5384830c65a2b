"""Cohorts: spreads by hand, nothing that names anybody, and nothing that ranks a session."""

import json
from itertools import pairwise, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.cohort import DETAILS, Cohort, Spread
from scoring.findings import Band, Finding, Panel, Row, Table
from scoring.moments import Turned, TurningPoint
from scoring.scorecard import Scorecard, score
from simulator.engine.words import OutcomeKind

TERMS = Finding("outcome.terms", "What was agreed", Panel.OUTCOME, False, unit="issues", caution="Not how well.")
SHARE = Finding("M1", "Talk share", Panel.PROCESS, False, unit="share", caution="Long is not good.")
PULSES = Finding("relationship.pulses", "Pulses", Panel.RELATIONSHIP, False, unit="answers", caution="Slopes matter.")


def card(
    share: float | None = None,
    *others: Finding,
    outcome: OutcomeKind | None = OutcomeKind.AGREEMENT,
    terms: dict[str, str | None] | None = None,
    kinds: tuple[Turned, ...] = (),
    band: Band | None = None,
    scenario: str = "well",
    version: str = "1.0",
    minutes: float = 20.0,
) -> Scorecard:
    """A scorecard with a talk share (not observed when it is None), terms, and other findings."""
    rows = tuple(Row((issue, option, "agreed"), (3,)) for issue, option in (terms or {}).items())
    return Scorecard(
        scenario=scenario,
        version=version,
        seed=1,
        events=40,
        outcome=outcome,
        minutes=minutes,
        findings=(
            _with(SHARE, share, band=band),
            _with(TERMS, float(len(rows)), Table(("issue", "option", "how"), rows)),
            *others,
        ),
        moments=tuple(TurningPoint(n, 1.0, None, kind, "Why.", "What?") for n, kind in enumerate(kinds, start=1)),
    )


def _with(finding: Finding, value: float | None, table: Table | None = None, band: Band | None = None) -> Finding:
    return Finding(
        finding.id,
        finding.title,
        finding.panel,
        observed=value is not None,
        value=value,
        unit=finding.unit,
        caution=finding.caution,
        band=band,
        table=table,
    )


def measure(cohort: Cohort, id: str) -> Any:
    (found,) = (each for each in cohort.measures if each.id == id)
    return found


@pytest.mark.parametrize(
    ("values", "least", "lower", "middle", "upper", "most"),
    [
        ([3.0, 1.0], 1.0, None, 2.0, None, 3.0),
        ([3.0, 1.0, 8.0], 1.0, None, 3.0, None, 8.0),
        ([4.0, 1.0, 3.0, 2.0], 1.0, 1.75, 2.5, 3.25, 4.0),  # h = (n - 1) p: 0.75, 1.5, 2.25 from the least
        ([5.0, 1.0, 4.0, 2.0, 3.0], 1.0, 2.0, 3.0, 4.0, 5.0),
        ([7.0] * 4, 7.0, 7.0, 7.0, 7.0, 7.0),
    ],
)
def test_a_spread_by_hand(
    values: list[float], least: float, lower: float | None, middle: float, upper: float | None, most: float
) -> None:
    spread = Spread.of(values, len(values))
    assert (spread.least, spread.lower, spread.middle, spread.upper, spread.most) == (least, lower, middle, upper, most)


def test_one_value_is_no_spread() -> None:
    cohort = Cohort.of([card(0.4), card(None), card(None)])
    spread = measure(cohort, "M1").spread
    assert (spread.seen, spread.values, spread.shown, spread.least, spread.most) == (1, 1, False, None, None)
    assert "0.4" not in json.dumps(cohort.as_json())


def test_not_observed_is_not_zero() -> None:
    spread = measure(Cohort.of([card(0.4), card(None), card(0.6)]), "M1").spread
    assert (spread.seen, spread.values, spread.least, spread.most) == (2, 2, 0.4, 0.6)


def test_what_people_said_of_each_other_is_shown_from_four_sessions_on() -> None:
    def said(mean: float) -> Finding:
        columns = ("pulse", "minute", "item", "group", "answers", "mean")
        rows = (Row(("trust", 17.0, "heard", "everybody", 5, mean)), Row(("trust", 17.0, "heard", "upper", 4, 6.66)))
        return _with(PULSES, 5.0, Table(columns, rows))

    three = Cohort.of([card(0.5, said(mean)) for mean in (2.22, 3.33, 5.55)])
    found = measure(three, "relationship.pulses")
    assert (found.spread.seen, found.spread.shown, found.details) == (3, False, {})
    text = json.dumps(three.as_json())
    assert not any(number in text for number in ("2.22", "3.33", "5.55"))
    four = Cohort.of([card(0.5, said(mean)) for mean in (2.0, 3.0, 5.0, 6.0)])
    found = measure(four, "relationship.pulses")
    assert found.spread.shown
    assert list(found.details) == [("trust", "heard")]
    assert found.details["trust", "heard"].middle == 4.0
    assert "6.66" not in json.dumps(four.as_json())  # parties of one session are no part of it


def test_a_finding_about_ratings_counts_as_one_about_people() -> None:
    rated = Finding("rubric.D1", "Opening", Panel.PROCESS, True, value=3.0)
    assert not measure(Cohort.of([card(0.5, rated)] * 3), "rubric.D1").spread.shown
    assert measure(Cohort.of([card(0.5, rated)] * 4), "rubric.D1").spread.shown


def test_outcomes_agreements_and_moments_are_counted() -> None:
    shared: dict[str, str | None] = {"hours": "shared-board", "keeper": "elder-keeps"}
    cohort = Cohort.of(
        [
            card(terms=shared, kinds=(Turned.SWING, Turned.SWING, Turned.ADOPTION)),
            card(terms={"hours": "shared-board", "keeper": None}, outcome=OutcomeKind.PARTIAL_AGREEMENT),
            card(terms=shared, kinds=(Turned.SWING,)),
            card(terms={"hours": "mornings-upper"}, outcome=OutcomeKind.COLLAPSED),
            card(outcome=None),
        ]
    )
    assert cohort.outcomes == {"agreement": 2, "partial_agreement": 1, "collapsed": 1, "none": 1}
    assert [(dict(each.terms), each.sessions) for each in cohort.agreements] == [
        (shared, 2),
        ({"hours": "shared-board", "keeper": "own_words"}, 1),
    ]
    assert cohort.options == {"hours": {"shared-board": 3}, "keeper": {"elder-keeps": 2, "own_words": 1}}
    assert cohort.moments == {"adoption": 1, "swing": 2}  # sessions, not moments
    assert any("1 of 5 sessions have no outcome" in caution for caution in cohort.cautions)


def test_bands_are_counted_only_where_the_spread_is_shown() -> None:
    seen = [card(0.4, band=Band.WORTH_A_LOOK), card(0.5, band=Band.AS_PLANNED), card(0.6, band=Band.WORTH_A_LOOK)]
    assert measure(Cohort.of(seen), "M1").worth_a_look == 2
    assert measure(Cohort.of([seen[0], card(None)]), "M1").worth_a_look == 0


def test_two_sessions_tell_little_and_versions_are_told() -> None:
    said = Cohort.of([card(0.4), card(0.6, version="1.1")]).cautions
    assert any("Two sessions make no spread" in caution for caution in said)
    assert any("versions 1.0, 1.1" in caution for caution in said)
    assert not any("Two sessions" in caution for caution in Cohort.of([card(0.4)] * 4).cautions)


@pytest.mark.parametrize("cards", [[], [card(0.4)], [card(0.4), card(0.5, scenario="river")]])
def test_what_is_no_cohort(cards: list[Scorecard]) -> None:
    with pytest.raises(ValueError, match=r"two sessions at least|several scenarios"):
        Cohort.of(cards)


def test_the_order_of_the_sessions_says_nothing() -> None:
    cards = [card(0.4, minutes=11.0), card(0.5, terms={"hours": "mornings-upper"}), card(None, outcome=None)]
    told = {json.dumps(Cohort.of(order).as_json(), sort_keys=True) for order in permutations(cards)}
    assert len(told) == 1


@given(st.lists(st.floats(-1e6, 1e6), min_size=4, max_size=40))
def test_a_spread_is_in_order_and_within_its_values(values: list[float]) -> None:
    spread = Spread.of(values, len(values))
    five = [spread.least, spread.lower, spread.middle, spread.upper, spread.most]
    assert all(value is not None for value in five)
    known = [value for value in five if value is not None]
    assert (known[0], known[-1]) == (min(values), max(values))
    assert all(one <= other + 1e-6 for one, other in pairwise(known))
    assert sum(value <= known[2] for value in values) * 2 >= len(values)


def test_of_real_scorecards_nobody_is_named(script: Any) -> None:
    from simulator.engine import events as e

    shared = {"hours": "shared-board", "keeper": "elder-keeps"}
    script.at(0.2, e.SeatCast, seat="upper-head", source="human", people=("Philomena",))
    script.speak(1, "mediator", 1).speak(2, "upper-head", 2).speak(4, "lower-head", 2)
    script.tell(7, "upper.school", "upper-head", "mediator")
    script.offer(14, 3, "upper-head", **shared)
    script.end(16, OutcomeKind.AGREEMENT, terms=shared, package=3)
    scored = score(script.record())
    text = json.dumps(Cohort.of([scored] * 5).as_json())
    assert "Philomena" not in text
    assert not any(f'"{seat}"' in text for seat in script.scenario.seats)
    found = measure(Cohort.of([scored] * 5), "outcome.value")
    assert found.details["upper",].middle == 72.0
    assert found.details["lower",].middle == 70.0


def test_the_details_are_columns_that_the_findings_have(script: Any) -> None:
    from simulator.engine import events as e

    shared = {"hours": "shared-board", "keeper": "elder-keeps"}
    script.offer(14, 3, "upper-head", **shared)
    script.end(16, OutcomeKind.AGREEMENT, terms=shared, package=3)
    for minute in (5, 17):
        script.at(minute, e.PulseOpened, pulse="trust")
        for seat in script.scenario.seats:
            script.at(minute + 0.5, e.PulseAnswered, seat, pulse="trust", answers={"heard": 5, "fair": 6})
    scored = score(script.record())
    tables = {finding.id: finding.table for finding in scored.findings if finding.table is not None}
    checked = 0
    for detail in DETAILS:
        assert detail.finding in {finding.id for finding in scored.findings}
        if detail.finding in tables:
            checked += 1
            assert {*detail.keys, detail.column} <= set(tables[detail.finding].columns)
    assert checked >= 2
