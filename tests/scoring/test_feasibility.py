"""Each value rule finds the fault that it is for, and nothing in a sound table."""

from typing import Any

import pytest

from scenarios.model import Scenario
from scoring.analysis import analyse
from scoring.feasibility import CODES, findings
from scoring.tables import TooEntangled


def codes(scenario: Scenario) -> set[str]:
    found = findings(scenario)
    assert all(finding.code in CODES for finding in found)
    assert all(not finding.message.endswith(".") and finding.remedy.endswith(".") for finding in found)
    return {finding.code for finding in found}


def two(table_scenario: Any, issues: dict[str, int], north: dict[str, Any], south: dict[str, Any]) -> Scenario:
    made: Scenario = table_scenario(issues, {"north": north, "south": south})
    return made


@pytest.mark.parametrize("number", ["S05", "S09", "S12"])
def test_a_sound_table_is_left_alone(drafts: dict[str, Scenario], number: str) -> None:
    assert codes(drafts[number]) == set()


def test_red_lines_that_leave_nothing(table_scenario: Any) -> None:
    tables = {
        "north": {"w": [100], "v": [[100, 0]], "red": {"pie": [1]}},
        "south": {"w": [100], "v": [[0, 100]], "red": {"pie": [0]}},
    }
    finding = findings(table_scenario({"pie": 2}, tables))[0]
    assert (finding.code, finding.severity) == ("E4", "error")


def test_no_agreement_says_how_much_is_missing(table_scenario: Any) -> None:
    tables = {
        "north": {"w": [100], "v": [[100, 40, 0]], "res": 50},
        "south": {"w": [100], "v": [[0, 45, 100]], "res": 50},
    }
    finding = findings(table_scenario({"pie": 3}, tables))[0]
    assert (finding.code, finding.severity) == ("E3", "error")
    assert finding.message.endswith("`north` 10, `south` 5")


def test_splitting_the_difference(table_scenario: Any) -> None:
    tables = {
        "north": {"w": [100], "v": [[100, 50, 0]], "res": 50},
        "south": {"w": [100], "v": [[0, 50, 100]], "res": 50},
    }
    assert "W1" in codes(table_scenario({"pie": 3}, tables))


def test_either_of_two_middle_options_counts(table_scenario: Any) -> None:
    tables = {
        "north": {"w": [100], "v": [[100, 50, 45, 0]], "res": 45},
        "south": {"w": [100], "v": [[0, 40, 55, 100]], "res": 45},
    }
    scenario = table_scenario({"pie": 4}, tables)
    middle = analyse(scenario).middle
    assert middle.package == {"pie": "o2"}
    assert middle.surplus == {"north": 500, "south": -500}
    assert middle.acceptable == {"pie": "o3"}
    assert "W1" in codes(scenario)


def test_two_options_have_no_middle(table_scenario: Any) -> None:
    tables = {"north": {"w": [100], "v": [[100, 50]]}, "south": {"w": [100], "v": [[50, 100]]}}
    assert "W1" not in codes(table_scenario({"pie": 2}, tables))


@pytest.mark.parametrize(("res", "says"), [(95, "less than 1 %"), (0, "more than 8 %")])
def test_the_acceptable_share(table_scenario: Any, res: int, says: str) -> None:
    same = {"w": [25] * 4, "v": [[0, 20, 40, 100]] * 4, "res": res}
    scenario = table_scenario({f"issue-{n}": 4 for n in range(4)}, {"north": same, "south": same})
    assert any(finding.code == "W2" and says in finding.message for finding in findings(scenario))


@pytest.mark.parametrize(("options", "few"), [(2, True), (12, False)])
def test_the_number_of_efficient_packages(table_scenario: Any, options: int, few: bool) -> None:
    rising = [n * (100 // (options - 1)) for n in range(options)]
    tables = {
        "north": {"w": [50, 50], "v": [rising, rising]},
        "south": {"w": [50, 50], "v": [rising[::-1], rising[::-1]], "res": 100 if few else 0},
    }
    scenario = table_scenario({"water": options, "land": options}, tables)
    assert (analyse(scenario).efficient_acceptable < 3) is few
    assert "W3" in codes(scenario)


def test_a_forced_issue(table_scenario: Any) -> None:
    tables = {
        name: {"w": [80, 20], "v": [[0, 100, 0], values], "res": 80}
        for name, values in [("north", [0, 1, 2]), ("south", [2, 1, 0])]
    }
    found = [
        finding.path for finding in findings(table_scenario({"key": 3, "small": 3}, tables)) if finding.code == "W4"
    ]
    assert found == ["issues.key"]


def test_a_side_that_has_everything_at_the_fair_point(table_scenario: Any) -> None:
    tables = {
        "north": {"w": [50, 50], "v": [[100, 0], [100, 100]]},
        "south": {"w": [50, 50], "v": [[100, 0], [0, 100]]},
    }
    found = {finding.path for finding in findings(table_scenario({"a": 2, "b": 2}, tables)) if finding.code == "W5"}
    assert found == {"parties.north.values", "parties.south.values"}


@pytest.mark.parametrize(
    ("north", "south", "found"),
    [
        ([50, 30, 20], [48, 30, 22], True),
        ([50, 30, 20], [20, 30, 50], False),
        ([34, 34, 34], [33, 33, 33], True),
        ([34, 34, 34], [50, 30, 20], False),
        ([0, 1, 2], [1, 0, 3], False),  # correlation .65
        ([0, 3, 4], [0, 4, 3], True),  # .84
        ([0, 0, 4, 0, 4], [0, 0, 4, 1, 3], True),
        ([1, 2, 3, 4], [2, 1, 3, 4], False),  # exactly .8
    ],
)
def test_something_to_trade(table_scenario: Any, north: list[int], south: list[int], found: bool) -> None:
    issues = {f"issue-{n}": 2 for n in range(len(north))}
    rows = [[0, 100]] * len(north)
    scenario = two(table_scenario, issues, {"w": north, "v": rows}, {"w": south, "v": rows})
    assert ("W6" in codes(scenario)) is found


def test_one_pair_that_can_trade_is_enough(table_scenario: Any) -> None:
    weights = {"north": [60, 30, 10], "south": [58, 30, 12], "east": [10, 30, 60]}
    tables = {name: {"w": row, "v": [[0, 100]] * 3} for name, row in weights.items()}
    assert "W6" not in codes(table_scenario({"a": 2, "b": 2, "c": 2}, tables))


def test_many_packages_are_counted_all_the_same(table_scenario: Any) -> None:
    issues = {f"issue-{n}": 12 for n in range(64)}
    scenario = table_scenario(issues, {"north": {"w": [10] * 64, "v": [[0] * 12] * 64}})
    analysis = analyse(scenario)
    assert analysis.exact
    assert analysis.packages == analysis.acceptable == analysis.efficient == analysis.efficient_acceptable == 12**64
    assert analysis.points.nash is not None
    assert analysis.points.nash.ties == 12**64 - 1
    assert set(analysis.points.nash.package.values()) == {"o1"}
    assert codes(scenario) == {"W1", "W2", "W3", "W5"}


def test_issues_that_are_all_tied_together_are_refused_with_a_reason(table_scenario: Any) -> None:
    issues = {f"issue-{n}": 12 for n in range(6)}
    scenario = table_scenario(issues, {"north": {"w": [10] * 6, "v": [[0] * 12] * 6}})
    line = dict.fromkeys(list(issues), "o2")
    north = scenario.parties["north"].model_copy(update={"red_lines": (line,)})
    scenario = scenario.model_copy(update={"parties": {"north": north}})
    with pytest.raises(TooEntangled, match=r"tie 6 issues together \(issue-0, .*2,985,984.*; tie fewer"):
        analyse(scenario)
    (finding,) = findings(scenario)
    assert (finding.code, finding.severity) == ("W20", "warning")
    assert "2,985,984" in finding.message


def test_missing_points_are_left_to_the_rules_that_know_their_place(drafts: dict[str, Scenario]) -> None:
    scenario = drafts["S01"]
    missing: dict[str, Any]
    for missing in ({"values": {}}, {"reservation": None}):
        poorer = scenario.parties["gov"].model_copy(update=missing)
        assert findings(scenario.model_copy(update={"parties": {**scenario.parties, "gov": poorer}})) == ()


def test_without_a_deciding_party_nothing_is_found(drafts: dict[str, Scenario]) -> None:
    scenario = drafts["S01"]
    nobody = {name: party.model_copy(update={"decides": False}) for name, party in scenario.parties.items()}
    assert findings(scenario.model_copy(update={"parties": nobody})) == ()


def test_the_facts_in_json(table_scenario: Any) -> None:
    tables = {
        "north": {"w": [50], "v": [[100, 51, 0]], "res": 20},
        "south": {"w": [50], "v": [[0, 53, 100]], "res": 20},
    }
    facts = analyse(table_scenario({"pie": 3}, tables)).as_json()
    point = {"package": {"pie": "o2"}, "values": {"north": 25.5, "south": 26.5}, "ties": 0, "harms": []}
    assert facts == {
        "packages": 3,
        "parties": {
            "north": {"reservation": 20.0, "best": 50.0, "best_acceptable": 25.5},
            "south": {"reservation": 20.0, "best": 50.0, "best_acceptable": 26.5},
        },
        "acceptable": 1,
        "efficient": 3,
        "efficient_acceptable": 1,
        "points": {"nash": point, "kalai_smorodinsky": point, "egalitarian": point, "utilitarian": point},
        "within_red_lines": 3,
        "middle": {
            "package": {"pie": "o2"},
            "surplus": {"north": 5.5, "south": 6.5},
            "acceptable": {"pie": "o2"},
        },
        "forced": {"pie": "o2"},
        "shortfall": {},
        "exact": True,
        "method": facts["method"],
        "bounds": {},
        "undecided": [],
        "affected": {},
        "front": {"rows": [{"north": 25.5, "south": 26.5}], "of": 1},
    }


def test_points_are_null_where_nothing_is_acceptable(table_scenario: Any) -> None:
    tables = {"north": {"w": [100], "v": [[100, 0]], "res": 50}, "south": {"w": [100], "v": [[0, 100]], "res": 50}}
    facts = analyse(table_scenario({"pie": 2}, tables)).as_json()
    assert facts["points"] == {"nash": None, "kalai_smorodinsky": None, "egalitarian": None, "utilitarian": None}
