"""Stand-ins write commitments, and go through the test of the text where its minutes are planned."""

from functools import cache
from pathlib import Path

import pytest

from simulator.engine import events as e
from simulator.engine import replay
from simulator.engine.session import ShockAnswer
from simulator.engine.words import OutcomeKind
from simulator.rehearsal import Rehearsal, rehearsal
from simulator.rehearsal.commitments import level
from tests.rehearsal.conftest import scenario_at

TESTED = Path(__file__).parents[1] / "cases" / "well-tested"
SEEDS = range(1, 13)
AGREED = (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT)


@cache
def played(seed: int) -> Rehearsal:
    return rehearsal(scenario_at(TESTED), seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_planned_test_is_played_after_the_outcome(seed: int) -> None:
    run = played(seed)
    kinds = [type(event) for event in run.record.events]
    thrown = [event.shock for event in run.record.events if isinstance(event, e.ShockThrown)]
    assert run.session.ended
    assert run.session.outcome is not None
    assert [visit.phase for visit in run.session.visits][-3:] == ["month-after", "de-role", "debrief"]
    assert len(thrown) == (3 if run.session.outcome.kind in AGREED else 0)
    if thrown:
        assert kinds.index(e.OutcomeRecorded) < kinds.index(e.ShockThrown)
        assert all(state.answers for state in run.session.stress.values())
        assert all(state.judged is not None for state in run.session.stress.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_of_it_is_refused_and_it_replays(seed: int) -> None:
    run = played(seed)
    assert not {code for code in run.refusals if "Shock" in code or "Commitment" in code}
    assert replay(run.record) == run.session


def test_both_ends_are_among_the_seeds() -> None:
    ends = {outcome.kind in AGREED for seed in SEEDS if (outcome := played(seed).session.outcome) is not None}
    assert ends == {True, False}


def test_the_drafter_mends_one_or_two_commitments_and_leaves_the_rest_as_they_came() -> None:
    mended = []
    for seed in SEEDS:
        seen: set[int] = set()
        count = 0
        for event in played(seed).record.events:
            if isinstance(event, e.CommitmentRecorded):
                count += event.commitment in seen
                seen.add(event.commitment)
        mended.append(count)
    assert max(mended) <= 2
    assert sum(mended) >= len(SEEDS) // 2


def test_heads_answer_from_the_commitments_that_stand() -> None:
    for seed in SEEDS:
        records = [known.record for known in played(seed).session.text.commitments.values()]
        for event in played(seed).record.events:
            if isinstance(event, e.ShockAnswered) and event.who:
                assert event.by in ("upper-head", "lower-head", "mediator")
                assert (event.who, event.when) in [(record.actor, record.deadline) for record in records]


def test_the_level_grows_with_what_was_found() -> None:
    nothing = ShockAnswer(None, "Somebody", "Soon", "We look")
    article = ShockAnswer("hours", "", "", "")
    name = ShockAnswer("hours", "The elder", "", "A list")
    dated = ShockAnswer("hours", "The elder", "In a week", "")
    whole = ShockAnswer("hours", "The elder", "In a week", "A list")
    assert [level((answer,)) for answer in (nothing, article, name, dated, whole)] == [0, 1, 1, 2, 3]
    assert level(()) == 0
    assert level((nothing, dated)) == 2
