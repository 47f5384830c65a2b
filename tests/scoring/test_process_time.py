"""The clock of the measures, and what the time was used for: paused, set back, never ended."""

from typing import Any

import pytest

from scenarios.model import Scenario
from scoring.findings import Finding
from scoring.process import Course
from scoring.process.caucuses import caucus_balance
from scoring.process.consent import consent_course
from scoring.process.floor import talk_share
from scoring.process.interests import discovery_to_use
from scoring.process.pace import time_use
from scoring.process.pressure import pressure
from simulator.engine import events as e
from simulator.engine.session import Record
from simulator.engine.words import Cause, Move, OutcomeKind

Cells = tuple[Any, ...]


def cells(finding: Finding) -> list[Cells]:
    assert finding.table is not None
    return [row.cells for row in finding.table.rows]


# -- the clock that ran -----------------------------------------------------------------------------------------------


def test_events_are_found_by_kind_and_in_order(script: Any) -> None:
    course = script.speak(1, "mediator", 2).speak(4, "upper-head", 1).end(6, OutcomeKind.ABORTED).course()
    assert [moment.number for moment, _ in course.every(e.FloorGiven)] == [3, 5]
    assert [m.number for m in course.any_of(e.FloorYielded, e.FloorGiven, e.ClockStarted)] == [1, 3, 4, 5, 6]
    assert course.every(e.OutcomeRecorded) == ()  # it ends the talks, and is no part of them


def test_a_paused_clock_does_not_run(script: Any) -> None:
    script.at(2, e.ClockPaused).at(12, e.ClockResumed).at(13, e.CaucusCalled, "mediator", caucus=1, seats=("mediator",))
    course = script.end(15, OutcomeKind.ABORTED).course()
    assert course.length == course.end == 5 * 60
    assert course.running(course.moments[4]) == 3 * 60


def test_a_clock_that_is_set_back_loses_no_minute(script: Any) -> None:
    """It shows 10 when it is set to 4, and 9 when the talks end: it ran for 15 minutes."""
    script.speak(8, "upper-head", 1).at(10, e.ClockJumped, seconds=240.0).speak(11, "lower-head", 3)
    course = script.end(15, OutcomeKind.NO_AGREEMENT).course()
    assert (course.end, course.length) == (9 * 60, 15 * 60)
    assert [turn.seconds for turn in course.turns] == [60.0, 180.0]
    assert cells(talk_share(course))[:2] == [("party", "upper", 1, 1.0, 0.25), ("party", "lower", 1, 3.0, 0.75)]


def test_a_clock_that_is_set_forward_adds_no_minute(script: Any) -> None:
    script.meet(1, 1, "mediator", "upper-head", minutes=None).at(3, e.ClockJumped, seconds=1200.0)
    course = script.phase(6, "convergence").end(7, OutcomeKind.NO_AGREEMENT).course()
    assert (course.end, course.length) == (24 * 60, 7 * 60)
    assert cells(caucus_balance(course))[0][:3] == ("upper", 1, 5.0)


def test_who_walked_out_is_away_as_long_as_the_clock_ran(script: Any) -> None:
    script.at(5, e.PartyWalkedOut, "lower-head", party="lower").at(6, e.ClockJumped, seconds=60.0)
    finding = consent_course(script.end(10, OutcomeKind.COLLAPSED).course())
    assert cells(finding) == [("lower", 0, 1, 5.0, "no", 0, 0, None)]


def test_twenty_minutes_are_twenty_minutes_on_a_clock_that_is_set_back(script: Any) -> None:
    script.tell(2, "upper.school", "upper-head", "mediator").at(21, e.ClockJumped, seconds=0.0)
    script.offer(23, 1, "mediator", True, hours="shared-board")  # the clock shows 2, and ran for 23
    assert cells(discovery_to_use(script.end(24, OutcomeKind.ABORTED).course()))[0][2] == "not_used"


def test_a_meeting_that_is_closed_after_the_talks_counts_until_they_end(script: Any) -> None:
    course = script.meet(4, 1, "mediator", "upper-head", minutes=5).end(6, OutcomeKind.ABORTED).course()
    assert [meeting.seconds for meeting in course.meetings] == [120.0]


# -- use of the time --------------------------------------------------------------------------------------------------


def test_minutes_beside_the_plan_and_the_shares_of_speech_caucus_and_silence(script: Any) -> None:
    """Exploration 10 minutes: floor 1-4, caucus 3-6, silence 5 of 10. Convergence 5: floor 11-12, silence 4 of 5."""
    script.speak(1, "mediator", 3).meet(3, 1, "mediator", "upper-head", minutes=3).phase(10, "convergence")
    finding = time_use(script.speak(11, "upper-head", 1).end(15, OutcomeKind.NO_AGREEMENT).course())
    assert finding.value == pytest.approx(9 / 15)
    assert cells(finding) == [
        ("briefing", 5, None, None, None, 0, None, None, None),  # passed by
        ("exploration", 8, None, 10.0, 2.0, 1, 0.3, 0.3, 0.5),
        ("convergence", 7, None, 5.0, -2.0, 1, 0.2, 0.0, 0.8),
    ]
    assert "minutes beyond the plan: Exploration 2;" in finding.reading
    assert "60 % of the time nobody spoke or met in private" in finding.reading


def test_a_meeting_across_two_phases_counts_in_each_for_its_part(script: Any) -> None:
    script.speak(0, "mediator", 2).meet(8, 1, "mediator", "upper-head", minutes=3).phase(10, "convergence")
    rows = {row[0]: row[6:] for row in cells(time_use(script.end(15, OutcomeKind.NO_AGREEMENT).course()))}
    assert rows["exploration"] == (0.2, 0.2, 0.6)
    assert rows["convergence"] == (None, 0.2, None)


def test_a_loop_back_adds_to_its_phase_and_a_cut_is_the_new_plan(script: Any) -> None:
    script.speak(1, "mediator", 1).at(3, e.PhaseCut, phase="convergence", minutes=5).phase(4, "convergence")
    script.phase(6, "exploration", loop=True).phase(9, "convergence")
    rows = {row[0]: row[1:6] for row in cells(time_use(script.end(14, OutcomeKind.NO_AGREEMENT).course()))}
    assert rows["exploration"] == (8, None, 7.0, -1.0, 2)
    assert rows["convergence"] == (7, 5, 7.0, 2.0, 2)


def test_without_the_speaking_clock_silence_is_not_known(script: Any) -> None:
    finding = time_use(script.meet(1, 1, "mediator", "upper-head", minutes=2).end(9, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value) == (True, None)
    assert cells(finding)[-1] == ("exploration", 8, None, 9.0, 1.0, 1, None, 0.222, None)
    assert "silence is not known" in finding.reading


def test_a_caucus_and_a_turn_that_nobody_ends_fill_their_phase_and_no_more(script: Any) -> None:
    script.speak(2, "mediator", None).meet(4, 1, "mediator", "upper-head", minutes=None).phase(6, "convergence")
    assert cells(time_use(script.end(10, OutcomeKind.ABORTED).course()))[1:] == [
        ("exploration", 8, None, 6.0, -2.0, 1, 0.667, 0.333, 0.333),
        ("convergence", 7, None, 4.0, -3.0, 1, None, 0.0, None),  # nobody used the speaking clock in it
    ]


def test_a_record_that_breaks_off_says_so_and_a_clock_set_by_hand_too(script: Any) -> None:
    finding = time_use(script.at(2, e.ClockJumped, seconds=600.0).speak(3, "mediator", 1).course())
    assert finding.reading.startswith("The clock ran for 4 minutes, and the record breaks off in the talks")
    assert "set by hand 1 time" in finding.caution


def test_no_clock_no_time(well: Scenario) -> None:
    assert not time_use(Course.of(Record(well, 0))).observed


# -- pressure ---------------------------------------------------------------------------------------------------------


def test_pressure_is_told_act_by_act(script: Any) -> None:
    script.at(1, e.MoveTagged, "engineer", seat="lower-head", move=Move.THREAT, issue="hours")
    script.at(2, e.MoveTagged, "engineer", seat="mediator", move=Move.PROMISE)
    script.at(3, e.MoveTagged, "engineer", seat="upper-head", move=Move.APOLOGY)
    script.at(4, e.PartyWalkedOut, "upper-head", party="upper")
    script.at(5, e.AgendaAdopted, "mediator", issues=("hours",), imposed=True, reason="Time.")
    script.at(6, e.InjectSent, inject="message-home", cause=Cause.BY_HAND, to=("upper-head",))
    script.at(6, e.InjectSent, inject="market-moved", cause=Cause.TIME, to=("upper-head",))  # changes no instructions
    script.at(7, e.AdoptionOpened, "mediator", version=1, until=500.0).at(8, e.AdoptionOpened, "mediator", version=1)
    finding = pressure(script.end(9, OutcomeKind.ABORTED).course())
    assert finding.value == 6.0
    assert cells(finding) == [
        (1.0, "exploration", "threat", "lower", "hours"),
        (2.0, "exploration", "promise", "mediation", None),
        (4.0, "exploration", "walk_out", "upper", None),
        (5.0, "exploration", "imposed_agenda", "mediation", None),
        (6.0, "exploration", "new_instructions", "upper", "message-home"),
        (7.0, "exploration", "silence_deadline", "mediation", None),
    ]


def test_a_promise_of_a_third_party_is_an_incentive(script: Any) -> None:
    parties = dict(script.scenario.parties)
    parties["lower"] = parties["lower"].model_copy(update={"decides": False})
    script.scenario = script.scenario.model_copy(update={"parties": parties})
    finding = pressure(script.at(1, e.MoveTagged, seat="lower-head", move=Move.PROMISE).course())
    assert finding.reading == "1 incentive of a third party."


def test_without_tags_threats_are_not_known(script: Any) -> None:
    assert not pressure(script.course()).observed
    finding = pressure(script.at(4, e.PartyWalkedOut, "upper-head", party="upper").course())
    assert (finding.observed, finding.value) == (True, None)
    assert finding.reading == "1 walk-out; nobody tagged what was said, so threats and promises are not known."


def test_tags_without_pressure_are_zero(script: Any) -> None:
    finding = pressure(script.at(1, e.MoveTagged, seat="mediator", move=Move.SUMMARY).course())
    assert (finding.observed, finding.value, finding.table) == (True, 0.0, None)
