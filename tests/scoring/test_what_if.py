"""What-if: packages of the Well weighed by hand, at the start, on the way and at the end; and two branches."""

from typing import Any

import pytest

from scenarios.model import Scenario
from scoring.preferences import NoValue
from scoring.what_if import NoBranch, branches, common_beginning, ending, worth_of
from simulator.engine import events as e
from simulator.engine.session import Record
from simulator.engine.words import OutcomeKind

SHARED = {"hours": "shared-board", "keeper": "elder-keeps"}
LOWER_BEST = {"hours": "mornings-lower", "keeper": "lower-keeps"}


def points_of(weighed: Any) -> dict[str, tuple[float, float, bool]]:
    """Value, reservation and may-sign by party, in points."""
    return {
        name: (worth.value / 100, (worth.reservation or 0) / 100, worth.acceptable)
        for name, worth in weighed.parties.items()
    }


def test_of_a_scenario_the_instructions_of_the_start_count(well: Scenario) -> None:
    weighed = worth_of(well, SHARED)
    assert points_of(weighed) == {"upper": (72, 40, True), "lower": (70, 35, True)}
    assert weighed.acceptable_to_all
    assert (weighed.event, weighed.minute, weighed.by_default) == (None, None, ())


def test_red_lines_and_reservations(well: Scenario) -> None:
    weighed = worth_of(well, LOWER_BEST)
    assert points_of(weighed) == {"upper": (0, 40, False), "lower": (100, 35, True)}
    (line,) = weighed.parties["upper"].crossed
    assert dict(line.barred) == {"keeper": "lower-keeps"}
    assert not weighed.acceptable_to_all
    assert points_of(worth_of(well, {"hours": "mornings-lower", "keeper": "elder-keeps"}))["upper"] == (24, 40, False)


def test_what_is_left_out_takes_its_default_and_is_told(well: Scenario) -> None:
    weighed = worth_of(well, {"hours": "shared-board"})
    assert list(weighed.package) == ["hours", "keeper"]
    assert weighed.package["keeper"] == well.issues["keeper"].default
    assert weighed.by_default == ("keeper",)


def test_unknown_names(well: Scenario) -> None:
    for package in ({"hour": "shared-board"}, {"hours": "shared"}):
        with pytest.raises(NoValue):
            worth_of(well, package)


def test_delay_counts_at_the_moment_that_is_asked_for(script: Any) -> None:
    """From minute 10 on, each started round of 5 minutes takes 2 points from the upper floor, 3 from the lower."""
    script.offer(4, 1, "upper-head", **SHARED)
    script.offer(12, 2, "lower-head", hours="mornings-lower", keeper="elder-keeps")
    script.end(22, OutcomeKind.NO_AGREEMENT)
    record: Record = script.record()
    floors = {
        minute: tuple(worth.reservation for worth in worth_of(record, SHARED, minute=minute).parties.values())
        for minute in (0, 9.9, 10, 14.9, 15, 21, 22, 500)
    }
    assert floors == {
        0: (4000, 3500),
        9.9: (4000, 3500),
        10: (3800, 3200),
        14.9: (3800, 3200),
        15: (3600, 2900),
        21: (3400, 2600),
        22: (3400, 2600),
        500: (3400, 2600),  # nothing changes when the talks are over
    }
    first = next(n for n, event in enumerate(record.events, 1) if isinstance(event, e.PackageTabled))
    early = worth_of(record, SHARED, at=first)
    assert (early.event, early.minute, early.parties["upper"].reservation) == (first, 4.0, 4000)
    assert worth_of(record, SHARED).parties == worth_of(record, SHARED, at=len(record.events)).parties
    assert worth_of(record, SHARED, at=0).parties == worth_of(script.scenario, SHARED).parties


@pytest.mark.parametrize("at", [-1, 3])
def test_an_event_that_is_not_in_the_record(script: Any, at: int) -> None:
    with pytest.raises(IndexError, match="2 events"):
        worth_of(script.record(), SHARED, at=at)


def test_the_end_of_an_agreement_and_of_none(script: Any, well: Scenario) -> None:
    script.offer(4, 1, "upper-head", **SHARED)
    open_end = ending(script.record())
    assert open_end.outcome is None
    assert open_end.terms is not None
    assert not open_end.terms.agreed
    assert open_end.left_with == {"upper": 4000, "lower": 3500}
    script.end(6, OutcomeKind.AGREEMENT, terms=SHARED, package=1)
    agreed = ending(script.record())
    assert agreed.outcome is OutcomeKind.AGREEMENT
    assert agreed.left_with == {"upper": 7200, "lower": 7000}
    nothing = ending(Record(well, 1))
    assert (nothing.terms, nothing.weighed, nothing.minute) == (None, None, 0.0)
    assert nothing.no_value.endswith(".")


def test_branches_are_compared_at_their_ends(script: Any, well: Scenario) -> None:
    script.offer(4, 1, "upper-head", **SHARED)
    begun = tuple(script.events)
    script.end(6, OutcomeKind.AGREEMENT, terms=SHARED, package=1)
    one = script.record()
    script.events = list(begun)
    script.end(12, OutcomeKind.NO_AGREEMENT)
    other = script.record()
    found = branches(one, other)
    assert (found.common, found.minute) == (len(begun), 4.0)
    assert found.one.left_with == {"upper": 7200, "lower": 7000}
    assert found.other.left_with == {"upper": 3800, "lower": 3200}  # the reservations after a round of delay
    assert found.difference == {"upper": -3400, "lower": -3800}
    assert branches(other, one).difference == {"upper": 3400, "lower": 3800}
    assert common_beginning(one, one) == len(one.events)
    assert common_beginning(one, Record(well, 8, one.events)) == 0
    with pytest.raises(NoBranch):
        branches(one, Record(well, 7))


def test_parties_without_a_vote_are_shown_and_never_asked(table_scenario: Any) -> None:
    scenario: Scenario = table_scenario(
        {"pie": 2}, {"north": {"w": [100], "v": [[0, 100]], "res": 50}, "south": {"w": [100], "v": [[100, 60]]}}
    )
    south = scenario.parties["south"].model_copy(update={"decides": False, "reservation": None})
    scenario = scenario.model_copy(update={"parties": {"north": scenario.parties["north"], "south": south}})
    weighed = worth_of(scenario, {"pie": "o2"})
    assert points_of(weighed) == {"north": (100, 50, True)}
    assert {name: worth.value for name, worth in weighed.affected.items()} == {"south": 6000}
    assert weighed.acceptable_to_all


def test_where_nobody_decides_nobody_signs(table_scenario: Any) -> None:
    scenario: Scenario = table_scenario({"pie": 2}, {"north": {"w": [100], "v": [[0, 100]]}})
    north = scenario.parties["north"].model_copy(update={"decides": False, "reservation": None, "values": {}})
    scenario = scenario.model_copy(update={"parties": {"north": north}})
    weighed = worth_of(scenario, {"pie": "o2"})
    assert (dict(weighed.parties), dict(weighed.affected), weighed.acceptable_to_all) == ({}, {}, False)


def test_the_place_of_a_package(well: Scenario) -> None:
    """Mornings for the lower village, the key with an elder: upper 24, lower 85.

    Of the nine packages one is worth less to the upper village (0), six less to the lower one and one as much (85).
    Within the red lines lie (84, 35), (24, 85) and (72, 70): nothing is better for both.
    """
    found = worth_of(well, {"hours": "mornings-lower", "keeper": "elder-keeps"}).standing
    assert found is not None
    assert {name: (each.less, each.equal, each.more) for name, each in found.shares.items()} == {
        "upper": (1, 1, 7),
        "lower": (6, 2, 1),
    }
    assert (found.better_for_all.low, found.dominating.low, found.better, found.gap.high) == (0, 0, None, 0)


def test_a_better_package_is_shown(well: Scenario) -> None:
    """Upper 40, lower 55: of the three packages within the red lines only (72, 70) is better, and for both."""
    found = worth_of(well, {"hours": "mornings-lower", "keeper": "upper-keeps"}).standing
    assert found is not None
    assert (found.better_for_all.low, found.dominating.low, found.gap.low) == (1, 1, 1500)
    assert found.better is not None
    assert dict(found.better.package) == SHARED
    assert dict(found.better.gains) == {"upper": 3200, "lower": 1500}


def test_json_is_in_points(well: Scenario) -> None:
    told = worth_of(well, LOWER_BEST).as_json()
    assert told.pop("standing") == {
        "packages": 9,
        "shares": {"upper": {"less": 0, "equal": 1, "more": 8}, "lower": {"less": 8, "equal": 1, "more": 0}},
        "better_for_all": [0, 0],
        "dominating": [0, 0],
        "better": None,
        "gap": [0.0, 0.0],
    }
    assert told == {
        "package": LOWER_BEST,
        "by_default": [],
        "event": None,
        "minute": None,
        "parties": {
            "upper": {
                "value": 0.0,
                "reservation": 40.0,
                "red_lines": [{"barred": {"keeper": "lower-keeps"}}],
                "acceptable": False,
            },
            "lower": {"value": 100.0, "reservation": 35.0, "red_lines": [], "acceptable": True},
        },
        "acceptable_to_all": False,
        "affected": {},
    }
