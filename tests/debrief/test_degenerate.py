"""Sessions in which little or nothing happened: their documents are there, and say what is missing."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.texts import spoken_in
from scenarios.translation import in_language
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.engine import Record
from simulator.engine import events as e
from simulator.engine.words import Cause, Source
from simulator.printing.pdf import pdf
from tests.debrief.conftest import out_of_role, pages
from tests.playthroughs.test_playthroughs import CASES, play

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def session(case: Scenario, minutes: float, people: int = 1, *more: e.Event) -> Record:
    """A session with so many people at the seats, in which nothing happened but time."""
    seats = list(case.seats)
    events: list[e.Event] = [e.SessionOpened(at=START, by="trainer", name="Nothing", language="en")]
    for number in range(people):
        seat = seats[number % len(seats)]
        names = tuple(f"Person {other}" for other in range(number, people, len(seats)))
        if number < len(seats):
            events.append(e.SeatCast(at=START, by="trainer", seat=seat, source=Source.HUMAN, people=names))
    events.append(e.ClockStarted(at=START, by="trainer"))
    at = START
    share = minutes / max(1, len(case.phases))
    for phase in case.phases:
        events.append(e.PhaseEntered(at=at, by="trainer", phase=phase, cause=Cause.BY_HAND))
        at += timedelta(minutes=share)
    return out_of_role(Record(case, 7, (*events, *more, e.SessionEnded(at=at, by="trainer"))))


@pytest.mark.parametrize(
    ("minutes", "people"), [(3, 1), (3, 3), (180, 1), (180, 40)], ids=["aborted-1", "aborted-3", "silence", "forty"]
)
def test_a_session_in_which_nothing_happened_says_so(well: Scenario, minutes: float, people: int) -> None:
    made = pages(session(well, minutes, people))
    debrief = made["debrief.md"]
    assert "The record shows no moment at which the talks turned." in debrief
    assert "Not observed" in debrief
    assert "no outcome recorded" in debrief
    seats = [name for name in made if name.startswith("seats/") and name.endswith("-record.md")]
    assert len(seats) == min(people, len(well.seats))
    page = made[seats[0].replace("-record", "")]
    for missing in (
        "The record shows no act of yours that a timeline would hold.",
        "The record shows too little of you for that.",
        "Your preparation sheet is empty",
        "Nobody rated you, which says nothing about you.",
        "Fewer than three people of other parties answered a self-report.",
    ):
        assert missing in page
    assert "Nobody rated." in made["trainer.md"]
    assert all(text.strip() for text in made.values())


def test_a_session_that_never_began_has_documents_too(well: Scenario) -> None:
    made = pages(Record(well, 7))
    assert "Nothing is in the record." in made["debrief.md"]
    assert "No phase was entered." in made["trainer.md"]


def test_many_people_share_the_papers_of_their_seat(well: Scenario) -> None:
    made = pages(session(well, 30, 40))
    seat = next(iter(well.seats))
    assert made[f"certificates/{seat}.md"].count("Person") == 40 // len(well.seats)


@pytest.mark.parametrize("code", [pytest.param("en", marks=pytest.mark.soak), "fr", "ar"])
def test_a_trainee_gets_two_pages(code: str) -> None:
    record, _ = play("sources-of-kalindra")
    case = in_language(record.scenario, read(CASES["sources-of-kalindra"]).folder, code)
    with spoken_in(code):
        known = Known.of(out_of_role(Record(case, record.seed, record.events)))
        for paper in documents(known):
            if paper.name in ("seats/front-head", "seats/special-envoy", "seats/elder"):
                made = pdf(paper.document)
                assert len(PdfReader(BytesIO(made)).pages) == 2, paper.name
            if paper.name == "certificates/elder":
                assert len(PdfReader(BytesIO(pdf(paper.document))).pages) == 1
