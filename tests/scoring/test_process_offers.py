"""Options, offers over several issues, trades and answers to concessions, against tables computed by hand.

Points of the Well, option by option (upper, lower): mornings-upper 60, 0; mornings-lower 0, 50; shared-board 48, 35;
upper-keeps 40, 5; lower-keeps 0, 50; elder-keeps 24, 35.
"""

from datetime import UTC, datetime
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.model import Scenario
from scoring.findings import Finding
from scoring.preferences import option_raw
from scoring.process import Course
from scoring.process.offers import concession_curves, concessions, reciprocity
from scoring.process.options import option_generation
from scoring.process.trades import available, integrative_offers, trades, trades_found
from simulator.engine import events as e
from simulator.engine.session import Record
from simulator.engine.words import Answer, OutcomeKind

Cells = tuple[Any, ...]


def cells(finding: Finding) -> list[Cells]:
    assert finding.table is not None
    return [row.cells for row in finding.table.rows]


def propose(script: Any, minute: float, seat: str, issue: str, option: str) -> Any:
    return script.at(minute, e.OptionProposed, seat, issue=issue, option=option)


def answer(script: Any, minute: float, party: str, package: int, said: Answer) -> Any:
    return script.at(minute, e.PackageAnswered, f"{party}-head", package=package, party=party, answer=said)


# -- options ----------------------------------------------------------------------------------------------------------


def test_options_beyond_the_list_by_issue_origin_and_place(script: Any) -> None:
    script.at(0.5, e.PositionStated, "upper-head", party="upper", issue="hours", text="Ours.")  # judges nothing yet
    propose(script, 1, "upper-head", "hours", "shared-board")
    propose(script, 2, "upper-head", "hours", "mornings-upper")  # on the list
    propose(script, 3, "lower-head", "hours", "shared-board")  # again
    script.meet(4, 1, "mediator", "lower-head", minutes=2)
    propose(script, 5, "mediator", "hours", "own-1")
    script.at(6, e.PositionStated, "lower-head", party="lower", issue="hours", text="Never.")
    propose(script, 7, "mediator", "hours", "own-2")
    propose(script, 8, "lower-head", "keeper", "own-1")
    script.offer(9, 1, "upper-head", keeper="elder-keeps")
    answer(script, 10, "lower", 1, Answer.REJECT)
    finding = option_generation(script.end(11, OutcomeKind.ABORTED).course())
    assert finding.value == 4.0
    assert cells(finding) == [
        ("hours", 1, 1, 2, 2, 6.0, "side 1, mediation 2", "table 2, private meeting 1"),
        ("keeper", 0, 0, 1, 1, 10.0, "side 1", "table 1"),
    ]
    assert finding.reading == (
        "4 options beyond the list of the opening came on the board, 3 in own words; 3 of them before anybody judged "
        "one on the issue."
    )


def test_only_options_of_the_list_are_zero_and_none_is_not_observed(script: Any) -> None:
    assert not option_generation(script.course()).observed
    finding = option_generation(propose(script, 1, "upper-head", "hours", "mornings-upper").course())
    assert (finding.observed, finding.value) == (True, 0.0)


# -- offers over several issues ---------------------------------------------------------------------------------------


def test_offers_over_several_issues_and_answers_with_conditions(script: Any) -> None:
    script.offer(1, 1, "upper-head", hours="mornings-upper")
    script.offer(2, 2, "upper-head", hours="mornings-upper", keeper="upper-keeps")
    script.offer(3, 3, "upper-head", hours="mornings-upper", keeper="upper-keeps")  # the same again
    script.offer(4, 4, "lower-head", True, hours="shared-board", keeper="elder-keeps")  # only floated
    script.offer(5, 5, "mediator", True, hours="shared-board", keeper="elder-keeps")
    answer(script, 6, "lower", 5, Answer.CONDITIONAL)
    answer(script, 7, "lower", 2, Answer.COUNTER)
    answer(script, 8, "upper", 5, Answer.ACCEPT)
    finding = integrative_offers(script.course())
    assert finding.value == pytest.approx(2 / 3)
    assert cells(finding) == [("upper", 1, 1, 0, 0), ("lower", 0, 0, 1, 1), ("mediation", 1, 0, 0, 0)]
    assert "1 offer only repeated the one before" in finding.reading


def test_no_package_is_not_zero(script: Any) -> None:
    for finding in (integrative_offers(script.course()), trades_found(script.course())):
        assert (finding.observed, finding.value) == (False, None)


# -- trades -----------------------------------------------------------------------------------------------------------


def test_the_well_holds_one_trade(well: Scenario) -> None:
    """From mornings-lower and upper-keeps to shared-board and elder-keeps: upper +48 - 16, lower -15 + 30."""
    assert available(well) == {("upper", "lower", "hours", "keeper")}


def test_a_mediators_package_makes_the_trade_against_the_one_before(script: Any) -> None:
    script.offer(1, 1, "mediator", True, hours="mornings-lower", keeper="upper-keeps")
    script.offer(2, 2, "mediator", True, hours="shared-board", keeper="elder-keeps")
    finding = trades_found(script.course())
    assert (finding.value, finding.evidence) == (1.0, (3, 4))
    assert cells(finding) == [("upper", "lower", 1, 1, 0, 2.0, "hours/keeper (package 2)")]
    assert finding.reading == (
        "1 of 1 possible trade between two issues and two sides lay in an offer: "
        "1 first in packages that others floated."
    )


def test_a_sides_offer_makes_the_trade_against_the_standing_offer_of_the_other(script: Any) -> None:
    script.offer(1, 1, "lower-head", hours="mornings-lower", keeper="upper-keeps")
    script.offer(2, 2, "upper-head", hours="shared-board", keeper="elder-keeps")
    (found,) = trades(script.course())
    assert (found.by, found.package, found.against.number) == ("upper", 2, 3)


def test_an_offer_that_was_taken_off_the_table_stands_no_more(script: Any) -> None:
    script.offer(1, 1, "lower-head", hours="mornings-lower", keeper="upper-keeps")
    script.at(1.5, e.PackageWithdrawn, "lower-head", package=1)
    assert trades(script.offer(2, 2, "upper-head", hours="shared-board", keeper="elder-keeps").course()) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("mornings-lower", "upper-keeps"), ("mornings-lower", "upper-keeps")),  # two identical offers
        (("mornings-lower", "upper-keeps"), ("mornings-upper", "lower-keeps")),  # lower -50 + 45: a loss
        (("mornings-upper", "upper-keeps"), ("mornings-lower", "elder-keeps")),  # all for lower
        (("mornings-lower", "upper-keeps"), ("shared-board", "upper-keeps")),  # one issue alone
    ],
)
def test_what_is_no_trade(script: Any, before: tuple[str, str], after: tuple[str, str]) -> None:
    for number, (hours, keeper) in enumerate((before, after), 1):
        script.offer(number, number, "mediator", True, hours=hours, keeper=keeper)
    finding = trades_found(script.course())
    assert (finding.observed, finding.value) == (True, 0.0)


def test_what_a_side_floats_and_what_leaves_an_issue_out_make_no_trade(script: Any) -> None:
    script.offer(1, 1, "upper-head", hours="mornings-lower", keeper="upper-keeps")
    script.offer(2, 2, "upper-head", True, hours="shared-board", keeper="elder-keeps")
    script.offer(3, 3, "upper-head", hours="shared-board")
    assert trades(script.course()) == ()


def test_who_weighs_two_issues_alike_gains_by_no_swap(table_scenario: Any) -> None:
    scenario = table_scenario(
        {"land": 2, "water": 2},
        {"north": {"w": [50, 50], "v": [[100, 0]] * 2}, "south": {"w": [40, 60], "v": [[0, 100]] * 2}},
    )
    assert available(scenario) == frozenset()
    assert not trades_found(Course.of(Record(scenario, 0))).observed
    at = datetime(2026, 1, 5, tzinfo=UTC)
    swap = ({"land": "o2", "water": "o1"}, {"land": "o1", "water": "o2"})  # north 50 for 50, south 60 for 40
    events = tuple(
        e.PackageTabled(at=at, by="head-north", package=n, party="north", terms=t) for n, t in enumerate(swap, 1)
    )
    assert trades(Course.of(Record(scenario, 0, events))) == ()


def test_a_dear_gift_may_trade_where_a_cheap_one_does_not(table_scenario: Any) -> None:
    """Water costs north 30 and gives south 24.8: a gift of 6 for 5 does not pay for it, one of 60 for 20 does."""
    scenario = table_scenario(
        {"land": 3, "water": 2},
        {
            "north": {"w": [60, 40], "v": [[0, 10, 100], [100, 25]]},
            "south": {"w": [20, 80], "v": [[100, 75, 0], [0, 31]]},
        },
    )
    assert available(scenario) == {("north", "south", "land", "water")}


def test_a_party_alone_trades_with_nobody(table_scenario: Any) -> None:
    scenario = table_scenario({"land": 2}, {"north": {"w": [100], "v": [[100, 0]]}})
    for measure in (trades_found, reciprocity):
        assert measure(Course.of(Record(scenario, 0))).reading.startswith("Fewer than two parties decide")


WEIGHTS = st.sampled_from([(60, 30, 10), (10, 30, 60), (34, 33, 33), (0, 50, 50), (100, 0, 0)])
POINTS = st.lists(st.integers(0, 4).map(lambda n: n * 25), min_size=3, max_size=3)
SIDES = st.lists(
    st.fixed_dictionaries({"w": WEIGHTS.map(list), "v": st.lists(POINTS, min_size=3, max_size=3)}),
    min_size=2,
    max_size=3,
)
OFFERS = st.lists(st.tuples(st.integers(0, 3), st.tuples(*[st.integers(1, 3)] * 3)), max_size=8)


@given(sides=SIDES, made=OFFERS)
def test_trades_against_the_definition(table_scenario: Any, sides: list[Any], made: list[Any]) -> None:
    """What is available equals the definition read aloud, and no offer makes a trade that is not available."""
    names = ("north", "south", "west")[: len(sides)]
    issues = ("land", "water", "crown")
    scenario = table_scenario(dict.fromkeys(issues, 3), dict(zip(names, sides, strict=True)))

    def change(party: str, issue: str, old: str, new: str) -> int:
        return option_raw(scenario, party, issue, new) - option_raw(scenario, party, issue, old)

    expected = set()
    options = ("o1", "o2", "o3")
    for (i, j), (a, b) in product(combinations(names, 2), combinations(issues, 2)):
        for moves in product(options, repeat=4):
            on_a, on_b = moves[:2], moves[2:]
            a_i, a_j, b_i, b_j = change(i, a, *on_a), change(j, a, *on_a), change(i, b, *on_b), change(j, b, *on_b)
            opposed = (a_i > 0 > a_j and b_i < 0 < b_j) or (a_i < 0 < a_j and b_i > 0 > b_j)
            if opposed and a_i + b_i > 0 and a_j + b_j > 0:
                expected.add((i, j, a, b))
    assert available(scenario) == expected
    events = tuple(
        e.PackageTabled(
            at=datetime(2026, 1, 5, tzinfo=UTC),
            by="somebody",
            package=number,
            party=names[who % len(names)],
            terms={issue: f"o{n}" for issue, n in zip(issues, terms, strict=True)},
        )
        for number, (who, terms) in enumerate(made, 1)
    )
    found = trades(Course.of(Record(scenario, 0, events)))
    assert {each.trade for each in found} <= expected
    assert len({each.trade for each in found}) == len(found)


# -- answers to concessions -------------------------------------------------------------------------------------------


def test_a_concession_waits_for_the_next_one_of_another_side(script: Any) -> None:
    script.offer(1, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")
    script.offer(2, 2, "lower-head", hours="mornings-lower", keeper="lower-keeps")
    script.offer(4, 3, "upper-head", hours="shared-board", keeper="upper-keeps")  # concession, waits 8
    script.offer(6, 4, "upper-head", hours="shared-board", keeper="elder-keeps")  # concession, waits 6
    script.offer(9, 5, "lower-head", hours="mornings-lower", keeper="lower-keeps")  # the same again: silent
    script.offer(12, 6, "lower-head", hours="shared-board", keeper="lower-keeps")  # concession, nobody answers
    finding = reciprocity(script.end(20, OutcomeKind.NO_AGREEMENT).course())
    assert finding.value == pytest.approx(7.0)
    assert cells(finding) == [
        ("upper", 3, 4.0, "lower", 6, 8.0),
        ("upper", 4, 6.0, "lower", 6, 6.0),
        ("lower", 6, 12.0, None, None, None),
    ]
    assert finding.reading.startswith(
        "2 of 3 concessions got one of another side in return, in the middle case after 7 minutes"
    )


def test_a_pause_does_not_lengthen_the_wait(script: Any) -> None:
    script.offer(1, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")
    script.offer(2, 2, "lower-head", hours="mornings-lower", keeper="lower-keeps")
    script.offer(4, 3, "upper-head", hours="shared-board", keeper="upper-keeps")
    script.at(5, e.ClockPaused).at(15, e.ClockResumed)
    script.offer(17, 4, "lower-head", hours="shared-board", keeper="lower-keeps")
    assert reciprocity(script.course()).value == pytest.approx(3.0)


def test_one_side_alone_gets_no_answer(script: Any) -> None:
    script.offer(1, 1, "upper-head", hours="mornings-upper", keeper="upper-keeps")
    finding = reciprocity(script.offer(4, 2, "upper-head", hours="shared-board", keeper="upper-keeps").course())
    assert (finding.observed, finding.value) == (False, None)
    assert cells(finding) == [("upper", 2, 4.0, None, None, None)]


def test_two_identical_offers_are_a_silent_step_and_give_nothing(script: Any) -> None:
    for number in (1, 2):
        script.offer(number, number, "upper-head", hours="shared-board", keeper="upper-keeps")
    course = script.course()
    assert cells(concessions(course)) == [("upper", 1, 2, 2.0, 0.0, 0.0, "silent")]
    assert cells(concession_curves(course)) == [("upper", 2, 88.0, 88.0, 0.0, None, "none")]
    assert not reciprocity(course).observed
