"""Diagrams say what the tables say, in words that Mermaid cannot take for its own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scenarios.model import Condition, Scenario
from scenarios.reading import read
from simulator.engine.diagrams import course, course_lines, in_words, machine, machine_lines
from simulator.engine.machines import CONSENT, TABLES, Table, phases
from tests.conftest import TableScenario

WELL = Path(__file__).parents[1] / "cases" / "well"


@pytest.fixture
def well() -> Scenario:
    case = read(WELL).scenario
    assert case is not None
    return case


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_a_machine_is_drawn_whole(table: Table) -> None:
    drawn = {
        (trigger, source, dest)
        for source, dest, triggers in re.findall(r"^    (\w+) --> (\w+): (.+)$", machine(table), re.M)
        for trigger in triggers.split(", ")
    }
    assert drawn == set(table.rows)


def test_a_machine_as_lines() -> None:
    lines = machine_lines(CONSENT).splitlines()
    assert lines[0] == "unasked (it begins here)"
    assert "    walk_out -> suspended" in lines


def test_a_course_has_the_ways_of_the_phase_machine(well: Scenario) -> None:
    text = course(well)
    ways = re.findall(r'^    phase_(\w+) (-->|-\.->)(?:\|"[^"]*"\|)? phase_(\w+)$', text, re.M)
    drawn = {(f"{'go' if arrow == '-->' else 'back'}:{to}", of, to) for of, arrow, to in ways}
    assert drawn == {
        (trigger.replace("-", "_"), source.replace("-", "_"), dest.replace("-", "_"))
        for trigger, source, dest in phases(well).rows
    }
    assert 'phase_briefing(["Briefing<br/>5 min (3 to 8)"])' in text
    assert '|"100% of the issues are framed and the mediators have met Upper and Lower alone"|' in text


def test_a_course_as_lines(well: Scenario) -> None:
    assert course_lines(well).splitlines()[7:11] == [
        "    done when the outcome is recorded",
        "    on to: Leaving the role",
        "    back to: Exploration",
        "Leaving the role: 2 min (1 to 3)",
    ]


def test_names_are_text_in_a_label(table_scenario: TableScenario) -> None:
    ends: dict[str, Any] = {"name": 'The "end" [x]; #1 <b> `', "purpose": "Talk.", "minutes": [1, 2, 3], "kind": "play"}
    case = table_scenario(
        {"a": 2}, {"p": {"w": [100], "v": [[0, 100]]}}, phases={"end": {**ends, "next": ["default"]}, "default": ends}
    )
    assert course(case).splitlines()[1:] == [
        '    phase_end["The #quot;end#quot; [x]#59; #35;1 #lt;b#gt; #96;<br/>2 min (1 to 3)"]',
        '    phase_default["The #quot;end#quot; [x]#59; #35;1 #lt;b#gt; #96;<br/>2 min (1 to 3)"]',
        "    phase_end --> phase_default",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({}, "nothing more is needed"),
        ({"minute": 9, "after": 1}, "it is minute 9 and 1 minute of the phase has passed"),
        ({"phase": "exploration"}, "the phase is Exploration"),
        ({"ready": "sides", "agenda": "adopted"}, "every side is ready and the agenda is adopted"),
        ({"consent": {"upper": ["in", "conditional"]}}, "Upper is in or in on conditions"),
        (
            {"any": [{"framed": 50}, {"optioned": 80}]},
            "(50% of the issues are framed or 80% of the issues have two options)",
        ),
        ({"not": {"package": "agreed"}}, "not (a package is agreed)"),
        (
            {"all": [{"text_version": 2}, {"clauses_settled": False}]},
            "the text is at version 2 and a clause is not settled",
        ),
        (
            {"disclosed": ["upper.school"], "sent": ["market-moved"]},
            "upper.school has been told and The market comes early has been sent",
        ),
        (
            {"pulses": ["trust"], "deroled": "everybody"},
            "everybody has answered How it stands and everybody has left their role",
        ),
        ({"package": "tabled", "outcome": "recorded"}, "a package is tabled and the outcome is recorded"),
    ],
)
def test_conditions_in_words(well: Scenario, written: dict[str, Any], said: str) -> None:
    assert in_words(Condition.model_validate_json(_json(written)), well) == said


def test_every_key_of_a_condition_has_words(well: Scenario) -> None:
    whole: dict[str, Any] = {
        "phase": "exploration", "minute": 9, "after": 2, "consent": {"upper": ["out"]}, "ready": "everybody",
        "agenda": "proposed", "framed": 1, "optioned": 1, "caucus_with": ["upper"], "prepared": ["upper"],
        "disclosed": ["upper.school"],
        "text_version": 1, "clauses_settled": True, "package": "tabled", "outcome": "recorded",
        "sent": ["market-moved"], "pulses": ["trust"], "deroled": "everybody", "all": [], "any": [], "not": {},
        "agendas": {"plenary": "adopted"}, "texts": {"minutes": "adopted"}, "reported": ["plenary"], "inputs": 3,
        "reports_settled": True, "synthesis": "issued", "incidents": "handled", "away": ["upper"],
    }  # fmt: skip
    assert set(whole) == set(Condition.model_json_schema(by_alias=True)["$defs"]["Condition"]["properties"])
    for key in set(whole) - {"all", "any", "not"}:
        assert in_words(Condition.model_validate_json(_json({key: whole[key]})), well) != "nothing more is needed", key


def _json(written: dict[str, Any]) -> str:
    return json.dumps(written)
