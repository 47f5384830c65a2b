"""Stand-ins hand in, write the page, trace, send messengers and publish, from what their view shows."""

from collections import Counter
from pathlib import Path

import pytest

from scenarios.model import Scenario
from scoring.process import Course
from scoring.process.messengers import messages
from scoring.process.traces import handed_in
from simulator.engine import events as e
from simulator.rehearsal import Rehearsal, rehearsal
from tests.rehearsal.conftest import Rehearsed, scenario_at

SEEDS = (2, 3)
MECHANISM = (*e.InputEvent.__args__, e.MessengerSent, e.MessageDelivered, e.CompliancePublished, e.StatementIssued)


@pytest.fixture(scope="module")
def heard() -> Scenario:
    return scenario_at(Path(__file__).parents[1] / "cases" / "well-heard")


@pytest.fixture(scope="module")
def played(heard: Scenario) -> tuple[Rehearsal, ...]:
    return tuple(rehearsal(heard, seed) for seed in SEEDS)


def test_everything_of_the_mechanism_is_played(played: tuple[Rehearsal, ...]) -> None:
    kinds = Counter(type(event).__name__ for each in played for event in each.record.events)
    for kind in ("InputFiled", "SynthesisIssued", "InputTraced", "MessengerSent", "MessageDelivered"):
        assert kinds[kind], kind
    assert kinds["CompliancePublished"] == len(SEEDS)
    assert kinds["StatementIssued"]


def test_pages_keep_to_their_words_and_messages_lose_some(played: tuple[Rehearsal, ...]) -> None:
    findings = [measure(Course.of(each.record)) for each in played for measure in (handed_in, messages)]
    assert all(finding is not None and finding.observed for finding in findings)
    like = [f.value for f in findings if f is not None and f.id == "M17.messages" and f.value is not None]
    assert len(like) == len(SEEDS)
    assert 0.4 < min(like) <= max(like) <= 1


def test_a_case_without_the_mechanism_is_played_as_before(rehearsed: Rehearsed) -> None:
    assert not [event for event in rehearsed("well", 1).record.events if isinstance(event, MECHANISM)]
