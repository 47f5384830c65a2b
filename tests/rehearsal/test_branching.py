"""What if: stand-ins play on from a moment."""

import pytest

from scoring.what_if import common_beginning, ending
from simulator.engine import Record, replay
from simulator.engine.words import Source
from simulator.rehearsal import play_on, rehearse
from tests.conformance.cases import load


class Stopped(Exception):
    """Somebody wants the branch no more."""


@pytest.fixture(scope="module")
def played() -> Record:
    """The Well, played by stand-ins."""
    return rehearse(load("well"), seed=3)


def test_a_branch_shares_its_beginning_and_ends_with_an_outcome(played: Record) -> None:
    number = len(played.events) // 3
    branch = play_on(played, number)
    assert common_beginning(played, branch) >= number
    assert ending(branch).outcome is not None
    assert not any(seat.source is Source.HUMAN for seat in replay(branch).seats.values())


def test_the_same_moment_gives_the_same_branch(played: Record) -> None:
    assert play_on(played, 40) == play_on(played, 40)


def test_it_tells_how_far_it_is_and_can_be_stopped(played: Record) -> None:
    told: list[float] = []

    def progress(seconds: float) -> None:
        told.append(seconds)
        if len(told) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        play_on(played, 20, progress)
    assert told == sorted(told)
