"""Raters: who may rate whom, on what evidence, until when, and who reads it."""

from typing import Any

import msgspec
import pytest

from simulator.engine import Record, begin, replay, view
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.words import Cause, Consent, Dimension, Move, Source
from tests.engine.story import Story

PRIVATE = (e.RaterAdmitted, e.ObservationNoted, e.SeatRated, e.RatingsLocked)


@pytest.fixture
def rated(table: Story) -> Story:
    """A rater of the room is admitted, and has seen the mediator."""
    table.do(c.AdmitRater, "trainer", rater="ana")
    return table.do(c.NoteObservation, "trainer", rater="ana", seat="mediator", text="Asked both what a week costs.")


def test_the_trainer_admits_raters_by_a_short_name(table: Story) -> None:
    table.when(c.AdmitRater, "mediator", rater="ana").refuses("CONTROL-ONLY")
    for name in ("", "Ana", "ana maria", "-ana", "ana-", "ána", "x" * 41, "ana\n", "1ana"):
        table.when(c.AdmitRater, "trainer", rater=name).refuses("RATER-NAME")
    for seat in ("mediator", "trainer", "all"):
        table.when(c.AdmitRater, "trainer", rater=seat).refuses("RATER-NAME")
    table.when(c.AdmitRater, "trainer", rater="ana-2").then(("rater_admitted", {"rater": "ana-2"}))
    table.when(c.AdmitRater, "trainer", rater="ana-2").refuses("ALREADY")
    for number in range(23):
        table.do(c.AdmitRater, "trainer", rater=f"rater-{number}")
    table.when(c.AdmitRater, "trainer", rater="one-more").refuses("TOO-MANY")


def test_an_observation_has_its_minute_and_its_number(rated: Story) -> None:
    rated.wait(2).when(c.NoteObservation, "watcher", rater="watcher", text="Both nod.", dimension=Dimension.D4)
    rated.then(("observation_noted", {"observation": 2, "seconds": 600.0, "seat": None, "dimension": Dimension.D4}))
    rated.when(c.NoteObservation, "watcher", rater="watcher", text=" ").refuses("EMPTY-TEXT")
    rated.when(c.NoteObservation, "watcher", rater="watcher", text="x", seat="nobody").refuses("UNKNOWN")
    rated.when(c.NoteObservation, "watcher", rater="watcher", text="x", dimension=Dimension.D2).refuses("UNKNOWN")
    rated.when(c.NoteObservation, "watcher", rater="ana", text="x").refuses("NOT-YOURS")
    rated.when(c.NoteObservation, "trainer", rater="watcher", text="x").refuses("UNKNOWN")
    rated.when(c.NoteObservation, "trainer", rater="ben", text="x").refuses("UNKNOWN")
    rated.when(c.NoteObservation, "mediator", rater="mediator", text="x").refuses("NO-RIGHT")


def rate(story: Story, **fields: object) -> Story:
    whole = {"rater": "ana", "seat": "mediator", "dimension": Dimension.D1, "level": 3, "observations": (1,), **fields}
    return story.when(c.RateSeat, "trainer", **whole)


def test_a_level_rests_on_what_the_rater_saw_of_that_seat(rated: Story) -> None:
    rate(rated, observations=()).refuses("NO-EVIDENCE")
    rate(rated, observations=(2,)).refuses("UNKNOWN")
    rate(rated, seat="upper-head").refuses("OTHER-SEAT")
    rated.do(c.NoteObservation, "watcher", rater="watcher", seat="mediator", text="Looks away.")
    rate(rated, observations=(1, 2)).refuses("UNKNOWN")  # somebody else's
    rated.do(c.NoteObservation, "trainer", rater="ana", text="All laugh.")
    rate(rated, seat="upper-head", observations=(3, 3)).then(
        ("seat_rated", {"seat": "upper-head", "observations": (3,)})
    )
    rate(rated, observations=(1, 3)).then(("seat_rated", {"level": 3, "observations": (1, 3)}))


def test_insufficient_evidence_needs_none(rated: Story) -> None:
    rate(rated, level=None, observations=()).then(("seat_rated", {"level": None, "observations": ()}))
    rate(rated, level=None, observations=(2,)).refuses("UNKNOWN")


@pytest.mark.parametrize("level", [0, 5, -1])
def test_levels_are_one_to_four(rated: Story, level: int) -> None:
    rate(rated, level=level).refuses("OUT-OF-RANGE")


def test_what_is_rated_must_be_there(rated: Story) -> None:
    rate(rated, seat="nobody").refuses("UNKNOWN")
    rate(rated, dimension=Dimension.D12).refuses("UNKNOWN")  # the rubric names D1 and D4
    rate(rated, rater="ben").refuses("UNKNOWN")
    rated.do(c.CastSeat, "trainer", seat="mediator", source=Source.STAND_IN)
    rate(rated).refuses("NOT-HUMAN")
    rated.do(c.NoteObservation, "watcher", rater="watcher", text="I watch.")
    rated.when(
        c.RateSeat, "watcher", rater="watcher", seat="watcher", dimension=Dimension.D1, level=4, observations=(2,)
    ).refuses("OWN-SEAT")


def test_without_a_rubric_all_twelve_dimensions_are_rated(rated: Story) -> None:
    bare = rated.session.scenario.model_copy(update={"rubric": ()})
    rated.session = msgspec.structs.replace(rated.session, scenario=bare)
    rate(rated, dimension=Dimension.D12).then("seat_rated")
    assert view(rated.session, "watcher").rubric == tuple(Dimension)


def test_a_later_rating_replaces_an_earlier_one(rated: Story) -> None:
    rate(rated, level=2)
    rate(rated, level=4)
    rate(rated, dimension=Dimension.D4, level=1)
    ratings = rated.session.ratings["ana"].ratings
    assert [(r.dimension, r.level) for r in ratings] == [(Dimension.D1, 4), (Dimension.D4, 1)]


def test_a_lock_is_for_good(rated: Story) -> None:
    rated.when(c.LockRatings, "mediator", rater="ana").refuses("NO-RIGHT")
    rated.when(c.LockRatings, "watcher", rater="ana").refuses("NOT-YOURS")
    rated.when(c.LockRatings, "trainer", rater="ana").then(("ratings_locked", {"cause": Cause.BY_HAND}))
    rate(rated).refuses("LOCKED")
    rated.when(c.NoteObservation, "trainer", rater="ana", text="x").refuses("LOCKED")
    rated.when(c.LockRatings, "trainer", rater="ana").refuses("LOCKED")
    rated.when(c.NoteObservation, "watcher", rater="watcher", text="x").then("observation_noted")


def test_all_lock_when_the_debriefing_begins_and_not_before(rated: Story) -> None:
    rated.do(c.AdmitRater, "trainer", rater="ben").do(c.LockRatings, "trainer", rater="ben")
    rated.phase("month-after").phase("de-role")
    rate(rated).then("seat_rated")  # out of role, before anybody compares
    rated.phase("debrief").then(
        "phase_entered",
        ("ratings_locked", {"rater": "ana", "cause": Cause.AUTOMATIC}),
        ("ratings_locked", {"rater": "watcher", "cause": Cause.AUTOMATIC}),
    )
    rate(rated).refuses("LOCKED")
    rated.when(c.AdmitRater, "trainer", rater="cem").refuses("LOCKED")


def test_an_automatic_debriefing_locks_too(rated: Story) -> None:
    rated.phase("month-after").phase("de-role")
    for seat in rated.session.scenario.seats:
        rated.do(c.LeaveRole, seat)
    rated.tick(1)
    assert rated.session.phase == "debrief"
    assert all(sheet.locked for sheet in rated.session.ratings.values())


def test_only_the_trainer_and_the_rater_read_a_sheet(rated: Story) -> None:
    rated.do(c.NoteObservation, "watcher", rater="watcher", seat="mediator", text="Speaks slowly to Lower only.")
    rated.do(
        c.RateSeat, "watcher", rater="watcher", seat="mediator", dimension=Dimension.D4, level=2, observations=(2,)
    )
    rate(rated)
    rated.phase("month-after").phase("de-role").phase("debrief")
    control = view(rated.session, "trainer").control
    assert control is not None
    assert {name: len(sheet.ratings) for name, sheet in control.sheets.items()} == {"ana": 1, "watcher": 1}
    own = view(rated.session, "watcher")
    assert own.sheet is not None
    assert (len(own.sheet.ratings), own.sheet.locked) == (1, True)
    assert "what a week costs" not in repr(own)
    for seat in rated.session.scenario.seats:
        seen = view(rated.session, seat)
        events = [m.event for m in seen.log if isinstance(m.event, PRIVATE)]
        assert all(getattr(event, "rater", "") == seat for event in events)
        if seat != "watcher":
            assert seen.sheet is None
            assert "Speaks slowly" not in repr(seen)


def test_a_replay_reads_the_same_sheets(rated: Story) -> None:
    rate(rated)
    rated.do(c.LockRatings, "trainer", rater="ana")
    record = Record(rated.session.scenario, rated.session.seed, tuple(rated.happened))
    assert replay(record) == rated.session
    assert begin(record.scenario, 1).ratings == {}


# -- slips ------------------------------------------------------------------------------------------------------------


def test_a_rater_takes_an_observation_back(rated: Story) -> None:
    rated.when(c.WithdrawObservation, "watcher", rater="ana", observation=1).refuses("NOT-YOURS")
    rated.when(c.WithdrawObservation, "trainer", rater="ana", observation=2).refuses("UNKNOWN")
    rated.when(c.WithdrawObservation, "trainer", rater="ana", observation=1).then(
        ("observation_withdrawn", {"rater": "ana", "observation": 1})
    )
    assert not rated.session.ratings["ana"].observations
    rate(rated).refuses("UNKNOWN")
    rated.when(c.NoteObservation, "trainer", rater="ana", text="Again.").then(
        ("observation_noted", {"observation": 2})  # a number is not given twice
    )


def test_what_a_rating_rests_on_stays(rated: Story) -> None:
    rate(rated, level=2)
    rated.when(c.WithdrawObservation, "trainer", rater="ana", observation=1).refuses("CITED")
    rate(rated, level=None, observations=())
    rated.when(c.WithdrawObservation, "trainer", rater="ana", observation=1).then("observation_withdrawn")


def test_who_tagged_takes_the_tag_back(rated: Story) -> None:
    rated.do(c.TagMove, "watcher", seat="mediator", move=Move.SUMMARY)
    tag = rated.session.number
    assert [t.move for t in view(rated.session, "watcher").tags] == [Move.SUMMARY]
    rated.when(c.WithdrawTag, "upper-head", tag=tag).refuses("UNKNOWN")
    rated.when(c.WithdrawTag, "watcher", tag=tag + 1).refuses("UNKNOWN")
    rated.do(c.PauseClock, "trainer")
    rated.when(c.WithdrawTag, "watcher", tag=tag).then(("tag_withdrawn", {"tag": tag}))
    assert not view(rated.session, "watcher").tags
    rated.when(c.WithdrawTag, "watcher", tag=tag).refuses("UNKNOWN")


def test_no_tag_is_taken_back_after_the_lock(rated: Story) -> None:
    rated.do(c.TagMove, "watcher", seat="mediator", move=Move.SUMMARY)
    tag = rated.session.number
    rated.do(c.LockRatings, "watcher", rater="watcher")
    rated.when(c.WithdrawTag, "watcher", tag=tag).refuses("LOCKED")


def test_nobody_else_learns_of_a_slip(rated: Story) -> None:
    rated.do(c.TagMove, "watcher", seat="mediator", move=Move.SUMMARY)
    rated.do(c.WithdrawTag, "watcher", tag=rated.session.number)
    rated.do(c.WithdrawObservation, "trainer", rater="ana", observation=1)
    slips = (e.TagWithdrawn, e.ObservationWithdrawn)
    for seat in rated.session.scenario.seats:
        known = [m for m in view(rated.session, seat).log if isinstance(m.event, slips)]
        assert len(known) == (seat == "watcher")


# -- raters without a seat --------------------------------------------------------------------------------------------


def test_an_admitted_rater_rates_alone(rated: Story) -> None:
    rated.when(c.NoteObservation, "ana", rater="ana", text="Sums up.", seat="mediator").then("observation_noted")
    rated.when(c.TagMove, "ana", seat="mediator", move=Move.SUMMARY).then(("move_tagged", {"by": "ana"}))
    rate(rated, observations=(2,))
    rated.when(c.LockRatings, "ana", rater="ana").then("ratings_locked")
    rated.when(c.NoteObservation, "ben", rater="ben", text="x").refuses("NO-SUCH-SEAT")
    rated.when(c.GiveConsent, "ana", consent=Consent.OUT).refuses("NO-RIGHT")
    rated.when(c.StartClock, "ana").refuses("CONTROL-ONLY")


def test_an_admitted_rater_sees_their_own_sheet_and_no_papers(rated: Story) -> None:
    rated.do(c.NoteObservation, "watcher", rater="watcher", text="Looks away.")
    seen = view(rated.session, "ana")
    assert seen.me is None
    assert seen.briefs is None
    assert seen.worth is None
    assert seen.control is None
    assert seen.sheet is not None
    assert [o.text for o in seen.sheet.observations.values()] == ["Asked both what a week costs."]
    assert not [m for m in seen.log if isinstance(m.event, PRIVATE) and getattr(m.event, "rater", "") != "ana"]
    assert not any(interest.text in repr(seen) for interest in hidden(rated))


def hidden(story: Story) -> list[Any]:
    """The interests of all parties that nobody told."""
    return [
        i for party in story.session.scenario.parties.values() for i in party.interests.values() if i.kept != "open"
    ]
