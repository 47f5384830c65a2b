"""A rehearsal ends, is the same for the same seed, and reads like a session."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from scenarios.model import DecisionRule, RuleKind, Scenario
from simulator.engine import TRAINER, replay
from simulator.engine import events as e
from simulator.engine.words import OutcomeKind, Source
from simulator.rehearsal import Rehearsal, rehearsal, rehearse

Rehearsed = Callable[[str, int], Rehearsal]

SEEDS = range(1, 17)
ROOT = Path(__file__).parents[2]
WELL = ROOT / "tests" / "cases" / "well"
FLAGSHIP = ROOT / "scenarios" / "library" / "sources-of-kalindra"
PRINT_ONE = """
import sys, msgspec
from scenarios.reading import read
from simulator.rehearsal import rehearse
sys.stdout.buffer.write(msgspec.json.encode(rehearse(read(sys.argv[1]).scenario, int(sys.argv[2])).events))
"""

CASES = [pytest.param("well", seed, id=f"well-{seed}") for seed in SEEDS]
CASES.append(pytest.param("flagship", 1, id="flagship-1"))


def kinds(played: Rehearsal) -> Counter[str]:
    return Counter(type(event).__name__ for event in played.record.events)


@pytest.mark.parametrize(("case", "seed"), CASES)
def test_every_rehearsal_ends_with_an_outcome(rehearsed: Rehearsed, case: str, seed: int) -> None:
    played = rehearsed(case, seed)
    assert played.session.ended
    assert played.session.outcome is not None
    assert all(seat.left_role for seat in played.session.seats.values() if seat.source is Source.STAND_IN)


@pytest.mark.parametrize(("case", "seed"), CASES)
def test_hardly_any_command_is_refused(rehearsed: Rehearsed, case: str, seed: int) -> None:
    played = rehearsed(case, seed)
    assert sum(played.refusals.values()) < 0.01 * played.commands or not played.refusals
    assert max(played.refusals.values(), default=0) < 3


@pytest.mark.parametrize(("case", "seed"), CASES)
def test_replay_equals_live(rehearsed: Rehearsed, case: str, seed: int) -> None:
    played = rehearsed(case, seed)
    assert replay(played.record) == played.session


def bytes_in_a_fresh_interpreter(place: str, seed: int, hashes: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-c", PRINT_ONE, place, str(seed)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hashes, "PYTHONPATH": str(ROOT)},
    )
    return done.stdout


@pytest.mark.parametrize("seed", [2])
def test_the_same_seed_gives_the_same_bytes(rehearsed: Rehearsed, seed: int) -> None:
    live = msgspec.json.encode(rehearsed("well", seed).record.events)
    assert bytes_in_a_fresh_interpreter(str(WELL), seed, "1") == live
    assert bytes_in_a_fresh_interpreter(str(WELL), seed, "77") == live


@pytest.mark.soak
def test_the_flagship_is_the_same_elsewhere(rehearsed: Rehearsed) -> None:
    live = msgspec.json.encode(rehearsed("flagship", 1).record.events)
    assert bytes_in_a_fresh_interpreter(str(FLAGSHIP), 1, "4711") == live


def test_different_seeds_give_different_courses(rehearsed: Rehearsed) -> None:
    records = {msgspec.json.encode(rehearsed("well", seed).record.events) for seed in SEEDS}
    assert len(records) == len(SEEDS)
    ends = {outcome.kind for seed in SEEDS if (outcome := rehearsed("well", seed).session.outcome) is not None}
    assert OutcomeKind.NO_AGREEMENT in ends
    assert OutcomeKind.AGREEMENT in ends


def test_a_flagship_reads_like_a_session(rehearsed: Rehearsed) -> None:
    played = rehearsed("flagship", 1)
    happened, session = kinds(played), played.session
    assert 600 <= len(played.record.events) <= 2500
    assert happened["FloorYielded"] >= 80
    met = {
        session.scenario.seats[seat].party
        for caucus in session.caucuses.values()
        if caucus.state == "closed"
        for seat in caucus.seats
    }
    assert met >= set(session.scenario.deciding())
    assert sum(1 for token in session.interests.values() if token.first_told is not None) >= 6
    assert happened["PackageTabled"] >= 4
    assert any(package.counter_to for package in session.packages.values())
    assert session.text.version >= 3
    assert happened["ClauseBracketed"] >= 2
    assert happened["InjectAnswered"] >= 3
    assert happened["MoveTagged"] >= 10
    assert happened["IssueFramed"] >= len(session.scenario.issues)
    assert len(session.pulses) >= len(session.scenario.pulses) - 1  # an early agreement spares the last one


@pytest.mark.soak
def test_the_flagship_may_fail_and_may_succeed(rehearsed: Rehearsed) -> None:
    ends = [outcome.kind for seed in range(1, 6) if (outcome := rehearsed("flagship", seed).session.outcome)]
    assert OutcomeKind.NO_AGREEMENT in ends
    assert OutcomeKind.AGREEMENT in ends


def test_seats_that_the_casting_leaves_empty_stay_empty(well: Scenario) -> None:
    played = rehearsal(well, 3, people=3)
    assert played.session.seats["engineer"].source is Source.EMPTY
    assert played.session.ended
    assert not any(event.by == "engineer" for event in played.record.events)
    answered = [event for event in played.record.events if isinstance(event, e.ExpertAnswered)]
    assert all(event.by == TRAINER for event in answered)


@pytest.mark.parametrize("rule", [rule for rule in RuleKind if rule is not RuleKind.SIDES_PLUS_GUARANTORS])
def test_every_decision_rule_can_be_rehearsed(well: Scenario, rule: RuleKind) -> None:
    decision = DecisionRule(kind=rule, essential=("upper",), needed=1, minutes=1)
    bodies = {name: body.model_copy(update={"rule": decision}) for name, body in well.bodies.items()}
    played = rehearsal(well.model_copy(update={"bodies": bodies}), 2, language="fr")
    assert played.session.ended
    assert played.session.outcome is not None
    assert not played.refusals


def test_progress_rises_to_one(well: Scenario) -> None:
    told: list[float] = []
    rehearse(well, 1, told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_time_never_runs_backwards(rehearsed: Rehearsed) -> None:
    for case in ("well", "flagship"):
        stamps = [event.at for event in rehearsed(case, 1).record.events]
        assert stamps == sorted(stamps)
