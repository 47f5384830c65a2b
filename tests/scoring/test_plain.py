"""Small tables weighed in plain integers give the same facts as the arrays, ties and all."""

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.shelf import find
from scoring import plain
from scoring.analysis import analyse
from scoring.feasibility import facts_of, findings
from scoring.preferences import Instructions, acceptable_to
from tests.scoring.test_against_brute_force import tables


def same(scenario: Scenario) -> None:
    facts = plain.weighed(scenario)
    slow = facts_of(analyse(scenario))
    assert facts is not None
    for name in slow.__slots__:
        if name != "middle":
            assert getattr(facts, name) == getattr(slow, name), name
    assert (facts.middle is None) == (slow.middle is None)  # either one where there are two
    if facts.middle is not None:
        start = Instructions.of(scenario)
        assert all(acceptable_to(scenario, party, facts.middle, start) for party in scenario.deciding())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=tables(), data=st.data())
def test_plain_integers_and_arrays_agree(table_scenario: Any, made: Any, data: st.DataObject) -> None:
    scenario: Scenario = table_scenario(*made)
    options = [(issue, option) for issue in scenario.issues for option in scenario.issues[issue].options]
    pairs = st.lists(st.sampled_from(options), min_size=2, max_size=3, unique_by=lambda pair: pair[0])
    for name in data.draw(st.lists(st.sampled_from(list(scenario.parties)), max_size=2, unique=True)):
        party = scenario.parties[name]
        link = {"options": dict(data.draw(pairs)), "points": data.draw(st.integers(-20, 20))}
        lines = ({**dict(data.draw(pairs))},)
        changed = party.model_validate(
            party.model_dump(exclude={"linkages", "values", "red_lines"}) | {"linkages": (link,), "red_lines": lines}
        ).model_copy(update={"values": party.values})
        scenario = scenario.model_copy(update={"parties": {**scenario.parties, name: changed}})
    same(scenario)


@pytest.mark.parametrize("number", [f"S{number:02}" for number in range(1, 13)])
def test_the_drafted_tables_agree(drafts: dict[str, Scenario], number: str) -> None:
    same(drafts[number])


def test_the_flagship_agrees_word_for_word(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = read(find("sources-of-kalindra")).scenario
    assert scenario is not None
    same(scenario)
    found = findings(scenario)
    monkeypatch.setattr(plain, "MOST_PACKAGES", 0)
    assert plain.weighed(scenario) is None
    assert findings(scenario) == found


def test_no_array_is_loaded_to_check_a_small_case() -> None:
    program = (
        "import sys\n"
        "from scenarios.reading import read\n"
        "from scenarios.shelf import find\n"
        "from scoring.feasibility import findings\n"
        "findings(read(find('sources-of-kalindra')).scenario)\n"
        "print([name for name in ('numpy', 'moocore', 'babel', 'transitions', 'msgspec') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
