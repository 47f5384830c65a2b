"""Values are exact, and red lines hold as far as they are written."""

import json
import subprocess
import sys
from fractions import Fraction
from typing import Any

import pytest

from scenarios.model import Effect, Scenario
from scoring.preferences import (
    Instructions,
    NoValue,
    RedLine,
    acceptable_to,
    complete,
    crossed,
    option_raw,
    points,
    raw_value,
    reservation_raw,
    value,
)


@pytest.fixture
def scenario(table_scenario: Any) -> Scenario:
    made: Scenario = table_scenario(
        {"water": 3, "land": 2},
        {
            "north": {"w": [65, 35], "v": [[0, 51, 100], [10, 100]], "res": 40, "red": {"water": [2]}, "delay": 2},
            "south": {"w": [50, 50], "v": [[100, 50, 0], [0, 100]], "res": 30},
        },
    )
    return made


def test_a_value_is_weight_times_points_in_hundredths(scenario: Scenario) -> None:
    package = {"water": "o2", "land": "o1"}
    assert raw_value(scenario, "north", package) == 65 * 51 + 35 * 10 == 3665
    assert value(scenario, "north", package) == Fraction(733, 20)
    assert points(3665) == 36.65
    assert reservation_raw(scenario, "north") == 4000


def test_an_issue_left_out_takes_its_default(scenario: Scenario) -> None:
    assert complete(scenario, {"land": "o2"}) == {"water": "o1", "land": "o2"}
    assert raw_value(scenario, "south", {"land": "o2"}) == 10_000


@pytest.fixture
def linked(table_scenario: Any) -> Scenario:
    """Two options of north that are worth 7 points less together than alone, and three that are worth 20 more."""
    written = json.loads(
        table_scenario(
            {"water": 2, "land": 2, "air": 2},
            {"north": {"w": [50, 30, 20], "v": [[0, 100], [10, 60], [0, 50]], "res": 70}},
        ).model_dump_json(by_alias=True, exclude_none=True)
    )
    written["parties"]["north"]["linkages"] = [
        {"options": {"water": "o2", "land": "o2"}, "points": -7},
        {"options": {"water": "o1", "land": "o1", "air": "o1"}, "points": 20},
        {"options": {"water": "o1", "land": "o1", "air": "o2"}, "points": 1},
    ]
    return Scenario.model_validate_json(json.dumps(written))


@pytest.mark.parametrize(
    ("package", "alone", "together"),
    [
        ({"water": "o2", "land": "o2", "air": "o2"}, 5000 + 1800 + 1000, -700),
        ({"water": "o2", "land": "o1", "air": "o2"}, 5000 + 300 + 1000, 0),
        ({"air": "o2"}, 300 + 1000, 100),
        ({}, 300, 2000),  # what is left out takes its default, which counts for what options are worth together too
    ],
)
def test_linkages_are_added(linked: Scenario, package: dict[str, str], alone: int, together: int) -> None:
    assert sum(option_raw(linked, "north", *item) for item in complete(linked, package).items()) == alone
    assert raw_value(linked, "north", package) == alone + together
    assert value(linked, "north", package) == Fraction(alone + together, 100)


def test_a_linkage_may_take_a_package_below_the_reservation(linked: Scenario) -> None:
    # 5000 + 1800 + 1000 is 78 points, and with the linkage 71; one point more asked for, and it is too little.
    package = {"water": "o2", "land": "o2", "air": "o2"}
    assert acceptable_to(linked, "north", package, Instructions.of(linked))
    assert not acceptable_to(linked, "north", package, Instructions({"north": 7200}))


def test_points_show_two_decimals() -> None:
    for raw in range(10_001):
        assert Fraction(str(points(raw))) == Fraction(raw, 100)


@pytest.mark.parametrize(
    ("party", "package", "says"),
    [
        ("north", {"air": "o1"}, "no issue 'air'"),
        ("north", {"water": "o9"}, "no option 'o9'"),
        ("west", {}, "no party 'west'"),
    ],
)
def test_unknown_names_are_refused(scenario: Scenario, party: str, package: dict[str, str], says: str) -> None:
    with pytest.raises(NoValue, match=says):
        raw_value(scenario, party, package)


def test_a_party_without_points_has_no_value(scenario: Scenario) -> None:
    north = scenario.parties["north"]
    mute = north.model_copy(update={"values": {"water": north.values["water"]}})
    changed = scenario.model_copy(update={"parties": {**scenario.parties, "north": mute}})
    with pytest.raises(NoValue, match="party 'north' has no points for option 'o1' of issue 'land'"):
        raw_value(changed, "north", {})


def test_a_party_signs_at_its_reservation_and_not_below(scenario: Scenario) -> None:
    start = Instructions.of(scenario)
    package = {"water": "o2", "land": "o1"}
    assert not acceptable_to(scenario, "north", package, start)
    assert acceptable_to(scenario, "north", package, Instructions({"north": 3665}))
    assert not acceptable_to(scenario, "north", package, Instructions({"north": 3666}))


def test_a_red_line_outweighs_any_value(scenario: Scenario) -> None:
    start = Instructions.of(scenario)
    best = {"water": "o3", "land": "o2"}
    assert raw_value(scenario, "north", best) == 10_000
    assert crossed(scenario, "north", best, start) == (RedLine((("water", "o3"),)),)
    assert not acceptable_to(scenario, "north", best, start)
    assert crossed(scenario, "south", best, start) == ()


def test_what_is_left_open_is_not_signed(scenario: Scenario) -> None:
    line = RedLine((("water", "o1"),))
    barred = Instructions({}, {"south": (line,)})
    assert crossed(scenario, "south", {"land": "o2"}, barred) == ()
    assert crossed(scenario, "south", {"land": "o2", "water": "o1"}, barred) == (line,)


def test_an_event_bars_an_option_unless_the_package_has_another(scenario: Scenario) -> None:
    effect = Effect(party="south", red_line={"water": "o2"}, unless={"land": "o2"}, reservation=None)
    after = Instructions.of(scenario).after([effect])
    assert not acceptable_to(scenario, "south", {"water": "o2", "land": "o1"}, after)
    assert acceptable_to(scenario, "south", {"water": "o2", "land": "o2"}, after)
    assert len(after.red_lines["north"]) == 1


def test_an_event_moves_a_reservation(scenario: Scenario) -> None:
    effect = Effect(party="south", red_line=None, unless=None, reservation=-5)
    start = Instructions.of(scenario)
    assert start.after([effect, effect]).reservations == {"north": 4000, "south": 2000}
    assert start.reservations["south"] == 3000


def test_delay_lowers_the_reservation_of_who_cannot_wait(scenario: Scenario) -> None:
    assert Instructions.of(scenario).delayed(scenario, 3).reservations == {"north": 3400, "south": 3000}


def test_a_line_of_several_options_bars_them_together(scenario: Scenario) -> None:
    line = RedLine((("water", "o2"), ("land", "o2")))
    assert line.crossed_by({"water": "o2", "land": "o2"})
    assert not line.crossed_by({"water": "o2", "land": "o1"})
    assert not RedLine(()).crossed_by({"water": "o2"})


def test_preferences_do_without_numpy() -> None:
    code = "import sys, scoring.preferences; print({'numpy', 'moocore'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
