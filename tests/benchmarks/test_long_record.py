"""The long record is made by the rules and can be replayed."""

from collections import Counter

import pytest

from benchmarks.long_record import long_record
from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.shelf import find
from simulator.engine import replay


@pytest.fixture(scope="module")
def flagship() -> Scenario:
    scenario = read(find("sources-of-kalindra")).scenario
    assert scenario is not None
    return scenario


def test_it_is_as_long_as_asked_for_and_goes_through_every_phase_to_the_end(flagship: Scenario) -> None:
    record = long_record(flagship, 1500)
    session = replay(record)
    assert 1500 <= len(record.events) <= 1700
    assert session.ended
    assert session.outcome is not None
    assert [visit.phase for visit in session.visits] == list(flagship.phases)
    assert session.clock.seconds <= 60 * flagship.minutes


def test_all_that_scoring_reads_is_in_it(flagship: Scenario) -> None:
    kinds = Counter(type(event).__name__ for event in long_record(flagship, 1500).events)
    assert kinds["FloorYielded"] > 100
    for name in (
        *(
            "MoveTagged",
            "PackageTabled",
            "PackageAnswered",
            "CaucusClosed",
            "InterestDisclosed",
            "InterestAcknowledged",
        ),
        *("PositionStated", "OptionProposed", "VersionIssued", "BracketLifted", "PulseAnswered", "ConsentChanged"),
    ):
        assert kinds[name] > 0, name


def test_the_same_seed_gives_the_same_record(flagship: Scenario) -> None:
    assert long_record(flagship, 300) == long_record(flagship, 300)
    assert long_record(flagship, 300).events != long_record(flagship, 300, seed=2).events
