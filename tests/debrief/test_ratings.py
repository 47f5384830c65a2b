"""Who reads what raters said of people: the trainer, and nobody else."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from scenarios.model import Scenario
from simulator.debrief.documents import documents
from simulator.engine import Record
from simulator.engine import events as e
from simulator.engine.words import Dimension

SAID = "OBSERVED: interrupted twice"
NOTE = "NOTED: nobody asked the elder"
RATERS = ("rater-ana", "rater-ben")


@pytest.fixture(scope="module")
def texts(agreed: Record, well: Scenario) -> Mapping[str, str]:
    """The documents of talks in which two raters rated the mediator, one of them twice as high."""
    last = agreed.events[-1].at
    fields: Any = {"at": last + timedelta(seconds=1), "by": "trainer"}
    events = list(agreed.events)
    for number, rater in enumerate(RATERS, 1):
        events += [
            e.RaterAdmitted(**fields, rater=rater),
            e.ObservationNoted(**fields, observation=number, rater=rater, text=SAID, seconds=60.0, seat="mediator"),
            e.SeatRated(
                **fields, rater=rater, seat="mediator", dimension=Dimension.D4, level=2 * number, observations=(number,)
            ),
        ]
    events.append(e.AgreementJudged(**fields, criterion="Q7", level=1, note=NOTE))
    return dict(documents(Record(well, 7, tuple(events))))


def test_the_trainer_reads_ratings_with_what_they_rest_on(texts: Mapping[str, str]) -> None:
    for name in ("trainer.html", "trainer.md"):
        assert SAID in texts[name]
        assert NOTE in texts[name]
        assert "Agreement between raters" in texts[name]
        assert "Ratings two levels apart" in texts[name]
        assert "D4 Impartiality of conduct" in texts[name]
        assert all(rater in texts[name] for rater in RATERS)


def test_nobody_else_reads_them(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if not name.startswith("trainer."):
            assert not any(word in text for word in (SAID, NOTE, *RATERS, "Agreement between raters")), name


def test_the_room_reads_the_levels_of_its_agreement(texts: Mapping[str, str]) -> None:
    assert "Q7 Follow-up body" in texts["debrief.html"]
