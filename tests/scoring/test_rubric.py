"""What raters leave in a record: the latest rating of each, what it rests on, and levels by dimension."""

from typing import Any

import pytest

from scoring import rubric
from scoring.findings import Finding
from scoring.rubric import DIMENSIONS, LEVELS, Ratings, ratings
from simulator.engine import events as e
from simulator.engine.words import Cause, Dimension, OutcomeKind


@pytest.fixture
def watched(script: Any) -> Any:
    """Two raters watch two seats; ana changes her mind once and closes her ratings.

    Events: 1 and 2 the start, 3 and 4 the raters, 5 to 8 what they saw, 9 to 14 what they rated, 15 the lock.
    """
    for rater in ("ana", "ben"):
        script.at(1, e.RaterAdmitted, rater=rater)
    for number, rater, seat, text in (
        (1, "ana", "mediator", "Asked both why"),
        (2, "ana", None, "The room went quiet"),
        (3, "ben", "mediator", "Looked at the clock"),
        (4, "ben", "upper-head", "Named the school"),
    ):
        script.at(
            4 + number, e.ObservationNoted, observation=number, rater=rater, text=text, seconds=60.0 * number, seat=seat
        )
    for minute, rater, seat, dimension, level, observations in (
        (10, "ana", "mediator", Dimension.D4, 2, (1,)),
        (11, "ana", "mediator", Dimension.D2, 3, (1, 2)),
        (12, "ben", "mediator", Dimension.D2, 1, (3,)),
        (13, "ben", "upper-head", Dimension.D4, None, ()),
        (14, "ana", "mediator", Dimension.D4, 4, (2,)),
        (15, "ben", "upper-head", Dimension.D2, 4, (4, 99)),
    ):
        script.at(
            minute, e.SeatRated, rater=rater, seat=seat, dimension=dimension, level=level, observations=observations
        )
    return script.at(16, e.RatingsLocked, rater="ana", cause=Cause.BY_HAND)


def panel(found: Ratings) -> dict[str, Finding]:
    return {finding.id: finding for finding in rubric.findings(found)}


def cells(finding: Finding) -> list[tuple[Any, ...]]:
    assert finding.table is not None, finding.reading
    return [row.cells for row in finding.table.rows]


def test_twelve_dimensions_with_four_anchors_each() -> None:
    assert list(DIMENSIONS) == list(Dimension)
    assert [len(anchors.levels) for anchors in DIMENSIONS.values()] == [4] * 12
    sentences = [sentence for anchors in DIMENSIONS.values() for sentence in anchors.levels]
    assert len(set(sentences)) == 48
    assert list(LEVELS) == [1, 2, 3, 4]


def test_the_latest_rating_of_each(watched: Any) -> None:
    found = ratings(watched.course())
    assert [(r.rater, r.seat, r.dimension, r.level, r.event) for r in found.latest] == [
        ("ben", "upper-head", Dimension.D2, 4, 14),
        ("ana", "mediator", Dimension.D2, 3, 10),
        ("ben", "mediator", Dimension.D2, 1, 11),
        ("ben", "upper-head", Dimension.D4, None, 12),
        ("ana", "mediator", Dimension.D4, 4, 13),
    ]
    assert [r.evidence for r in found.of_seat("mediator")] == [(10, 5, 6), (11, 7), (13, 6)]
    assert [seen.text for seen in found.latest[0].observations] == ["Named the school"]
    assert (found.raters, found.locked, found.open) == (("ana", "ben"), {"ana": 15}, ("ben",))


def test_what_comes_after_the_lock_is_left(watched: Any) -> None:
    watched.at(20, e.SeatRated, rater="ana", seat="mediator", dimension=Dimension.D4, level=1, observations=(1,))
    watched.at(20, e.RatingsLocked, rater="ana", cause=Cause.AUTOMATIC)
    found = ratings(watched.course())
    assert [r.level for r in found.latest if r.rater == "ana"] == [3, 4]
    assert found.locked == {"ana": 15}


def test_ratings_made_after_the_talks_count(watched: Any) -> None:
    watched.end(18, OutcomeKind.NO_AGREEMENT)
    watched.at(19, e.SeatRated, rater="ben", seat="mediator", dimension=Dimension.D4, level=3, observations=(3,))
    assert len(ratings(watched.course()).latest) == 6


def test_levels_by_dimension(watched: Any) -> None:
    finding = panel(ratings(watched.course()))["rubric.levels"]
    assert finding.table is not None
    assert finding.table.columns[3:8] == ("not_yet", "developing", "competent", "exemplary", "insufficient_evidence")
    assert cells(finding) == [
        ("D2", 2, 2, 1, 0, 1, 1, 0, 0.0),
        ("D4", 2, 2, 0, 0, 0, 1, 1, 0.5),
    ]
    assert (finding.value, finding.band) == (5.0, None)
    assert finding.reading == (
        "5 ratings by 2 raters on 2 dimensions; 20 % say “insufficient evidence”. 1 rater has not closed the ratings."
    )
    assert finding.evidence == (5, 6, 7, 8, 10, 11, 12, 13, 14)


def test_no_average_and_no_number_of_a_person(watched: Any) -> None:
    found = panel(ratings(watched.course()))
    columns = {id: finding.table.columns for id, finding in found.items() if finding.table is not None}
    assert set(columns) == {"rubric.levels", "rubric.seats"}
    assert not any(word in column for names in columns.values() for column in names for word in ("mean", "average"))
    assert "seat" not in columns["rubric.levels"]


def test_ratings_of_each_seat(watched: Any) -> None:
    finding = panel(ratings(watched.course()))["rubric.seats"]
    assert cells(finding)[:2] == [
        ("seat", "upper-head", "D2", "ben", 4, "exemplary", "Named the school"),
        ("seat", "upper-head", "D4", "ben", None, "insufficient evidence", None),
    ]
    assert cells(finding)[2][6] == "Asked both why · The room went quiet"
    assert finding.value == 2.0
    assert finding.reading == "2 seats rated, on 4 observations."


def test_a_level_without_an_observation_is_told(script: Any) -> None:
    script.at(5, e.SeatRated, rater="ana", seat="mediator", dimension=Dimension.D1, level=2)
    finding = panel(ratings(script.course()))["rubric.seats"]
    assert finding.reading == "1 seat rated, on 0 observations. 1 rating with a level rests on no observation."


def test_nobody_was_rated(script: Any) -> None:
    script.at(1, e.RaterAdmitted, rater="ana")
    script.at(2, e.ObservationNoted, observation=1, rater="ana", text="Quiet", seconds=60.0)
    for finding in panel(ratings(script.course())).values():
        assert (finding.observed, finding.value, finding.reading) == (False, None, "Nobody was rated.")
