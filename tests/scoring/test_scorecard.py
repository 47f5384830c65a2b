"""The scorecard: three panels, evidence for every number, no grade, and the same text every time."""

import json
from typing import Any

import pytest

from scenarios.model import Scenario
from scoring.findings import Panel
from scoring.scorecard import Scorecard, score
from simulator.engine import events as e
from simulator.engine.session import Record
from simulator.engine.words import Consent, Dimension, Move, OutcomeKind

SHARED = {"hours": "shared-board", "keeper": "elder-keeps"}


@pytest.fixture
def record(script: Any) -> Record:
    """Half an hour in which everything happens."""
    for seat in ("upper-head", "lower-head"):
        script.at(0.5, e.ConsentChanged, seat, party=seat.partition("-")[0], consent=Consent.IN)
    script.speak(1, "mediator", 1).speak(2, "upper-head", 2).speak(4, "lower-head", 2)
    script.meet(6, 1, "mediator", "upper-head", minutes=2).meet(8, 2, "mediator", "lower-head", minutes=2)
    script.at(6.5, e.MoveTagged, "engineer", seat="mediator", move=Move.OPEN_QUESTION)
    script.tell(7, "upper.school", "upper-head", "mediator")
    script.offer(11, 1, "upper-head", hours="mornings-upper", keeper="elder-keeps")
    script.offer(13, 2, "lower-head", hours="shared-board", keeper="lower-keeps")
    script.offer(14, 3, "upper-head", **SHARED)
    script.at(15, e.PackageAgreed, "lower-head", package=3)
    script.end(16, OutcomeKind.AGREEMENT, terms=SHARED, package=3)
    script.at(16, e.PulseOpened, pulse="trust")
    for seat in script.scenario.seats:
        script.at(17, e.PulseAnswered, seat, pulse="trust", answers={"heard": 5, "fair": 6})
    made: Record = script.record()
    return made


@pytest.fixture
def card(record: Record) -> Scorecard:
    return score(record)


def test_the_head_of_a_scorecard(card: Scorecard, record: Record) -> None:
    assert (card.scenario, card.version, card.seed) == ("well", "1.0", 7)
    assert (card.events, card.outcome, card.minutes) == (len(record.events), OutcomeKind.AGREEMENT, 16.0)


def test_every_number_has_its_evidence(card: Scorecard, record: Record) -> None:
    for finding in (*card.findings, *card.ratings):
        assert finding.reading.endswith("."), finding.id
        assert finding.caution.endswith("."), finding.id
        rows = finding.table.rows if finding.table else ()
        numbers = [*finding.evidence, *(number for row in rows for number in row.evidence)]
        assert all(1 <= number <= len(record.events) for number in numbers), finding.id
        if finding.observed:
            assert finding.evidence, finding.id
        else:
            assert (finding.value, finding.band) == (None, None), finding.id
        if finding.table is not None:
            assert all(len(row.cells) == len(finding.table.columns) for row in finding.table.rows), finding.id


def test_ids_are_unique_and_belong_to_their_panel(card: Scorecard) -> None:
    ids = [finding.id for finding in (*card.findings, *card.ratings)]
    assert len(ids) == len(set(ids))
    assert {finding.id[0] for finding in card.panel(Panel.PROCESS)} == {"M"}
    for panel in (Panel.OUTCOME, Panel.RELATIONSHIP):
        assert {finding.id.partition(".")[0] for finding in card.panel(panel)} == {panel.value}


def test_the_same_findings_come_with_every_record(card: Scorecard, well: Scenario) -> None:
    nothing = score(Record(well, 0))
    assert [finding.id for finding in nothing.findings] == [finding.id for finding in card.findings]
    assert [finding.title for finding in nothing.findings] == [finding.title for finding in card.findings]
    assert [finding.id for finding in nothing.ratings] == [finding.id for finding in card.ratings]
    assert (nothing.outcome, nothing.minutes, nothing.moments) == (None, 0.0, ())


def test_ratings_of_people_stand_in_no_panel(script: Any) -> None:
    for seat in ("mediator", "upper-head"):
        for number, rater in enumerate(("ana", "ben")):
            script.at(
                5, e.ObservationNoted, observation=number + 1, rater=rater, text="Interrupted twice", seconds=300.0
            )
            script.at(
                6, e.SeatRated, rater=rater, seat=seat, dimension=Dimension.D3, level=1 + number, observations=(1,)
            )
    card = score(script.record())
    assert card.finding("rubric.levels").value == 4.0
    assert card.finding("raters.agreement").observed
    in_panels = [finding.id for panel in Panel for finding in card.panel(panel)]
    assert {finding.id for finding in card.ratings}.isdisjoint(in_panels)
    assert {finding.panel for finding in card.ratings} == {Panel.PROCESS}
    shown = json.dumps(card.as_json()["panels"])
    assert "Interrupted" not in shown
    assert not any(f'"{rater}"' in shown for rater in ("ana", "ben"))
    assert [finding["id"] for finding in card.as_json()["ratings"]] == [finding.id for finding in card.ratings]


def test_a_finding_by_its_id(card: Scorecard) -> None:
    assert card.finding("M2").value == 1.0
    assert card.finding("raters.agreement").title == "Agreement between raters"
    with pytest.raises(KeyError):
        card.finding("M99")


def test_the_same_record_gives_the_same_text(card: Scorecard, record: Record) -> None:
    assert score(record).as_text() == card.as_text()
    assert json.loads(card.as_text()) == card.as_json()
    assert list(card.as_json()["panels"]) == ["process", "outcome", "relationship"]


def test_floats_are_written_with_four_decimals(card: Scorecard) -> None:
    def floats(value: Any) -> list[float]:
        if isinstance(value, dict):
            return [found for part in value.values() for found in floats(part)]
        if isinstance(value, list):
            return [found for part in value for found in floats(part)]
        return [value] if isinstance(value, float) else []

    found = floats(card.as_json())
    assert found
    assert all(number == round(number, 4) and str(number) != "-0.0" for number in found)


def test_there_is_no_grade(card: Scorecard) -> None:
    text = card.as_text().lower()
    for word in ("grade", "rank", "total", "overall", "mark"):
        assert f'"{word}' not in text
