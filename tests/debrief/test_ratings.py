"""Who reads what raters said of people: the trainer all of it, each person what is said of them, and no group."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from scenarios.model import Scenario
from scoring.rubric import INSUFFICIENT
from simulator.engine import Record
from simulator.engine import events as e
from simulator.engine.words import Dimension
from tests.debrief.conftest import pages

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
    events.append(
        e.SeatRated(**fields, rater="rater-ben", seat="mediator", dimension=Dimension.D7, level=None, observations=())
    )
    events.append(e.AgreementJudged(**fields, criterion="Q7", level=1, note=NOTE))
    return pages(Record(well, 7, tuple(events)))


def test_the_trainer_reads_ratings_with_what_they_rest_on(texts: Mapping[str, str]) -> None:
    for name in ("trainer.html", "trainer.md"):
        assert SAID in texts[name]
        assert NOTE in texts[name]
        assert "Agreement between raters" in texts[name]
        assert "Ratings two levels apart" in texts[name]
        assert "D4 Impartiality of conduct" in texts[name]
        assert all(rater in texts[name] for rater in RATERS)


def test_each_person_reads_what_is_said_of_them_and_not_by_whom(texts: Mapping[str, str]) -> None:
    for name in ("seats/mediator-record.html", "seats/mediator-record.md"):
        text = texts[name]
        assert "What raters saw" in text
        assert "D4 Impartiality of conduct" in text
        assert text.count(SAID) == 2
        short = texts[name.replace("-record", "")]
        assert "D4 Impartiality of conduct" in short
        assert SAID in short
        assert "small asymmetries not noticed" in text
        assert "repairs perceived bias at once" in text
        assert text.index("2 developing") < text.index("4 exemplary")
        assert INSUFFICIENT in text.split("D7 Caucus craft")[1]


def test_no_group_and_nobody_else_reads_them(texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if not name.startswith("trainer."):
            assert not any(word in text for word in (NOTE, *RATERS, "Agreement between raters")), name
            if not name.startswith("seats/mediator"):
                assert SAID not in text, name
                assert "2 developing" not in text, name


def test_the_room_reads_the_levels_of_its_agreement(texts: Mapping[str, str]) -> None:
    assert "Q7 Follow-up body" in texts["debrief.html"]
