"""Cards say names and lengths as people do: no id where a title exists, no more digits than the sentence has."""

import pytest

from scenarios.model import Scenario
from simulator.debrief.cards import cell, number
from simulator.debrief.naming import Names


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (3.7166666667, "minutes", "3.7 minutes"),
        (0.7894736842, "per half-hour", "0.8 per half-hour"),
        (1.0, "minutes", "1 minute"),
        (-0.001, "minutes", "0 minutes"),
        (2.875, "points", "2.88 points"),
        (12345678.0, "packages", "12,345,678 packages"),
        (0.004, "share", "less than 1 %"),
        (0.996, "share", "more than 99 %"),
        (1.0, "parties", "1 party"),
    ],
)
def test_a_value_with_its_unit(value: float, unit: str, told: str) -> None:
    assert number(value, unit) == told


def test_cells_hold_names_and_no_ids(well: Scenario) -> None:
    names = Names(well)

    def told(column: str, value: str | float) -> str:
        return cell(column, value, {}, names)

    hours, keeper = (issue.title for issue in well.issues.values())
    body = next(iter(well.bodies))
    assert told("other", "lower") == told("answered_by", "lower") == "Lower"
    assert told("reached", "upper, lower") == told("away", "upper, lower") == "Upper, Lower"
    assert told("in_private_meeting", "lower") == "Lower"
    assert told("party", "trainer") == "Exercise control"
    assert told("issues", "hours/keeper (package 3), hours/keeper (package 5)") == (
        f"{hours} for {keeper} (package 3); {hours} for {keeper} (package 5)"
    )
    assert told("about", "hours") == hours
    assert told("about", "market-moved") == well.events["market-moved"].title
    assert told("proposed_in", f"{body} 2, private meeting 1") == f"{well.bodies[body].name} 2, private meeting 1"
    assert told("proposed_by", "civil_society 1, mediation 2") == "civil society 1, mediators 2"
    assert [told(column, 0.305) for column in ("speaking", "in_caucus", "silence", "half_given_at")] == ["30 %"] * 4
