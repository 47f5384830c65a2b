"""Self-reports are drawn as means of four people and more, over the time of play."""

import pytest

from scenarios.model import Scenario
from simulator.debrief.contents import Known
from simulator.debrief.drawn import pulses
from simulator.engine import Event, Record
from simulator.engine.events import PulseAnswered, PulseOpened, SeatCast
from simulator.engine.words import Source
from tests.debrief.conftest import begun
from tests.debrief.drawn.conftest import texts


@pytest.fixture
def asking(well: Scenario) -> Scenario:
    """The Well, which asks in play."""
    pulse = well.pulses["trust"].model_copy(update={"phase": None, "minute": 8})
    return well.model_copy(update={"pulses": {"trust": pulse, "again": pulse}})


def session(scenario: Scenario, *scores: tuple[int, ...]) -> Known:
    """A session in which every person answers so many self-reports."""
    record = begun(scenario).record()
    at = record.events[-1].at
    cast = [SeatCast(at=at, by="trainer", seat=seat, source=Source.HUMAN, people=("Zoe",)) for seat in scenario.seats]
    asked: list[Event] = []
    for pulse, of_all in zip(("trust", "again"), scores, strict=False):
        asked.append(PulseOpened(at=at, by="trainer", pulse=pulse))
        for seat, score in zip(scenario.seats, of_all, strict=False):
            asked.append(PulseAnswered(at=at, by=seat, pulse=pulse, answers={"heard": score, "fair": 4}))
    return Known.of(Record(scenario, record.seed, (*record.events, *cast, *asked)))


def test_three_answers_are_not_drawn(asking: Scenario) -> None:
    assert pulses(session(asking, (1, 2, 6))) is None


def test_four_answers_are_a_mean_without_a_name(asking: Scenario) -> None:
    drawn = pulses(session(asking, (1, 2, 6, 7), (7, 7, 7, 6)))
    assert drawn is not None
    assert {"4.0", "6.8"} <= set(texts(drawn))
    assert "4 people answered: “The others understood what matters to me”: 4.0" in drawn.told
    for name in ("Zoe", *(seat.name for seat in asking.seats.values()), *(p.short for p in asking.parties.values())):
        assert name not in drawn.svg + drawn.told


def test_a_second_pulse_of_three_leaves_the_first(asking: Scenario) -> None:
    drawn = pulses(session(asking, (1, 2, 6, 7), (7, 7, 7)))
    assert drawn is not None
    assert "7.0" not in texts(drawn)
