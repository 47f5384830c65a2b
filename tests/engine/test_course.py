"""Seats, clock, phases, events, deadlines."""

import json

from scenarios.model import Scenario
from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.clock import cuts_due, late, play_ends
from simulator.engine.machines import onward
from simulator.engine.words import Cause, Consent, OutcomeKind, Source
from tests.engine.story import Story


def test_the_clock_starts_in_the_first_phase(opened: Story) -> None:
    opened.when(c.StartClock, "trainer").then("clock_started", ("phase_entered", {"phase": "briefing"}))


def test_the_clock_does_not_start_over_an_empty_mandatory_seat(opened: Story) -> None:
    opened.do(c.CastSeat, "trainer", seat="lower-head", source=Source.EMPTY)
    opened.when(c.StartClock, "trainer").refuses("SEATS-EMPTY")
    assert "Omar Tillsand" in opened.refusal.why


def test_two_people_change_places_in_one_act(exploring: Story) -> None:
    exploring.do(c.CastSeat, "trainer", seat="upper-head", source=Source.HUMAN, people=("Ana",))
    exploring.do(c.CastSeat, "trainer", seat="lower-head", source=Source.STAND_IN)
    exploring.when(c.SwapSeats, "trainer", seat="upper-head", other="lower-head").then(
        ("seat_cast", {"seat": "upper-head", "source": Source.STAND_IN, "people": ()}),
        ("seat_cast", {"seat": "lower-head", "source": Source.HUMAN, "people": ("Ana",)}),
    )


def test_what_is_no_change_of_places_is_refused(exploring: Story) -> None:
    exploring.when(c.SwapSeats, "trainer", seat="upper-head", other="upper-head").refuses("SAME-SEAT")
    exploring.when(c.SwapSeats, "mediator", seat="upper-head", other="lower-head").refuses("CONTROL-ONLY")
    for seat in ("upper-head", "lower-head"):
        exploring.do(c.CastSeat, "trainer", seat=seat, source=Source.STAND_IN)
    exploring.when(c.SwapSeats, "trainer", seat="upper-head", other="lower-head").refuses("NOT-HUMAN")


def test_only_the_trainer_controls(opened: Story) -> None:
    opened.when(c.StartClock, "mediator").refuses("CONTROL-ONLY")


def test_a_pause_shifts_no_event(exploring: Story) -> None:
    before = exploring.session.clock.read(exploring.at)
    exploring.do(c.PauseClock, "trainer").wait(47).when(c.RequestFloor, "upper-head", body="table").refuses("PAUSED")
    exploring.do(c.ResumeClock, "trainer")
    assert exploring.session.clock.read(exploring.at) == before
    exploring.tick(1)
    assert exploring.session.clock.read(exploring.at) == before + 60


def test_the_clock_never_runs_backwards(exploring: Story) -> None:
    seconds = exploring.session.clock.read(exploring.at)
    exploring.wait(-120).do(c.WriteNote, "mediator", text="The wall clock jumped back.")
    assert exploring.session.log[-1].seconds == seconds
    assert exploring.last[0].at == exploring.happened[-2].at


def test_there_is_no_way_that_the_scenario_does_not_have(exploring: Story) -> None:
    exploring.when(c.EnterPhase, "trainer", phase="briefing").refuses("NO-WAY")
    assert "convergence" in exploring.refusal.instead


def test_the_trainer_jumps_ahead_and_never_past_leaving_the_role(opened: Story) -> None:
    opened.do(c.StartClock, "trainer")
    phases = opened.session.scenario.phases
    closing = [name for name, phase in phases.items() if phase.kind == "closing"]
    near, *_, last = onward(opened.session.scenario, "briefing")
    assert (near, last) == (phases["briefing"].next[0], closing[0])
    assert not set(closing[1:]) & set(onward(opened.session.scenario, "briefing"))
    for name in closing[1:]:
        opened.when(c.EnterPhase, "trainer", phase=name).refuses("NO-WAY")
    opened.when(c.EnterPhase, "trainer", phase=closing[0]).then(
        ("outcome_recorded", {"kind": OutcomeKind.NO_AGREEMENT}),
        ("phase_entered", {"phase": closing[0], "cause": Cause.BY_HAND, "loop": False}),
        ("pulse_opened", {}),
    )


def test_a_loop_back_is_marked(converging: Story) -> None:
    converging.when(c.EnterPhase, "trainer", phase="exploration", reason="A new fact").then(
        ("phase_entered", {"loop": True, "reason": "A new fact"})
    )


def test_an_event_comes_by_time_once(exploring: Story) -> None:
    exploring.tick(4)
    assert [type(e).__name__ for e in exploring.last] == ["InjectSent"]
    exploring.tick(0.1).then()


def test_a_held_event_waits_for_the_hand(exploring: Story) -> None:
    exploring.do(c.HoldInject, "trainer", inject="market-moved").tick(5)
    assert exploring.session.injects["market-moved"].state == "held"
    exploring.when(c.SendInject, "trainer", inject="market-moved").then(
        ("inject_sent", {"cause": "by_hand", "to": tuple(exploring.session.scenario.seats)})
    )
    exploring.when(c.SendInject, "trainer", inject="market-moved").refuses("INJECT-STATE")


def test_an_expected_response_is_met_in_time_or_missed(exploring: Story) -> None:
    expect = exploring.session.scenario.events["market-moved"].expect
    assert expect is not None
    exploring.tick(4)
    missed = exploring.tick(expect.within).last
    assert type(missed[0]).__name__ == "InjectMissed"


def test_a_contingency_of_two_events_comes_once(well: Scenario) -> None:
    written = json.loads(well.model_dump_json(by_alias=True, exclude_none=True))
    written["events"]["market-closed"] = written["events"]["market-moved"]
    story = Story(begin(Scenario.model_validate_json(json.dumps(written)), 1))
    story.do(c.OpenSession, "trainer", name="Twice")
    for seat in well.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN)
    story.do(c.StartClock, "trainer").wait(5).phase("exploration").tick(4)
    story.tick(4).then("inject_missed", ("inject_sent", {"inject": "children-waiting"}), "inject_missed")


def test_a_contingency_that_its_own_condition_sends_says_so(well: Scenario) -> None:
    written = json.loads(well.model_dump_json(by_alias=True, exclude_none=True))
    written["events"]["children-waiting"]["when"] = {"minute": 6, "away": ["lower"]}
    story = Story(begin(Scenario.model_validate_json(json.dumps(written)), 1))
    story.do(c.OpenSession, "trainer", name="Away")
    for seat in well.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN)
    story.do(c.StartClock, "trainer").wait(5).phase("exploration").do(c.WalkOut, "lower-head", reason="No")
    story.tick(1).then(("inject_sent", {"inject": "children-waiting", "cause": Cause.CONDITION}))
    story.tick(3).then(("inject_sent", {"inject": "market-moved", "cause": Cause.TIME}))


def test_play_that_stays_out_collapses_after_its_grace(exploring: Story) -> None:
    exploring.when(c.WalkOut, "lower-head", reason="The lock again").then(
        "party_walked_out", ("consent_changed", {"consent": "suspended"})
    )
    exploring.tick(5)
    assert exploring.session.outcome is None
    exploring.tick(0.1)
    assert exploring.outcome.kind is OutcomeKind.COLLAPSED
    assert exploring.session.phase == "de-role"


def test_a_party_that_walked_out_can_only_come_back(exploring: Story) -> None:
    exploring.do(c.WalkOut, "lower-head")
    exploring.when(c.RequestFloor, "lower-head", body="table").refuses("PARTY-AWAY")
    exploring.when(c.ReturnToTalks, "lower-head", step="The mediator apologised").then(
        "party_returned", ("consent_changed", {"consent": "in"})
    )


def test_the_debriefing_keeps_its_time(converging: Story) -> None:
    assert play_ends(converging.session) == 20 * 60
    converging.tick(12)
    assert converging.session.phase == "de-role"
    assert converging.outcome.kind is OutcomeKind.NO_AGREEMENT
    assert converging.outcome.cause == "deadline"


def test_play_may_take_only_what_the_debriefing_can_spare(converging: Story) -> None:
    converging.when(c.ExtendPlay, "trainer", minutes=5).refuses("DEBRIEF-PROTECTED")
    converging.when(c.ExtendPlay, "trainer", minutes=1).then("play_extended")
    converging.when(c.ExtendPlay, "trainer", minutes=1).refuses("DEBRIEF-PROTECTED")


def test_lateness_cuts_the_phases_that_the_scenario_names(opened: Story) -> None:
    opened.do(c.StartClock, "trainer").wait(7)
    now = opened.session.clock.read(opened.at)
    assert late(opened.session, now) == 2 * 60
    assert cuts_due(opened.session, now) == (("exploration", 6),)
    opened.tick()
    assert opened.session.cuts == {"exploration": 6}
    assert late(opened.session, now) == 0


def test_the_stop_word_stops_everything_until_the_trainer_lets_it_go_on(exploring: Story) -> None:
    exploring.when(c.InvokeStop, "engineer").then("stop_invoked")
    exploring.when(c.RequestFloor, "upper-head", body="table").refuses("STOPPED")
    exploring.wait(10).do(c.ResumeClock, "trainer")
    exploring.when(c.RequestFloor, "upper-head", body="table").then("floor_requested")


def test_the_trainer_can_end_it_early(exploring: Story) -> None:
    exploring.when(c.DeclareOutcome, "mediator", kind=OutcomeKind.ABORTED).refuses("NOT-IN-PHASE")
    exploring.do(c.DeclareOutcome, "trainer", kind=OutcomeKind.ABORTED, note="Fire alarm")
    assert exploring.session.phase == "de-role"
    for seat in exploring.session.scenario.seats:
        exploring.do(c.LeaveRole, seat)
    exploring.tick()
    assert exploring.session.phase == "debrief"
    exploring.do(c.EndSession, "trainer")
    exploring.when(c.GiveConsent, "upper-head", consent=Consent.IN).refuses("SESSION-ENDED")


def test_a_pulse_wants_an_answer_to_each_statement(converging: Story) -> None:
    name = next(iter(converging.session.scenario.pulses))
    items = converging.session.scenario.pulses[name].items
    if name not in converging.session.pulses:
        converging.when(c.AnswerPulse, "mediator", pulse=name, answers={}).refuses("UNKNOWN")
        converging.do(c.DeclareOutcome, "trainer", kind=OutcomeKind.ABORTED)
    assert name in converging.session.pulses
    converging.when(c.AnswerPulse, "mediator", pulse=name, answers=dict.fromkeys(items, 8)).refuses("PULSE-ANSWERS")
    converging.when(c.AnswerPulse, "mediator", pulse=name, answers={}).refuses("PULSE-ANSWERS")
    converging.when(c.AnswerPulse, "mediator", pulse=name, answers=dict.fromkeys(items, 5)).then("pulse_answered")
    converging.when(c.AnswerPulse, "mediator", pulse=name, answers=dict.fromkeys(items, 5)).refuses("ALREADY")


def test_setting_the_clock_makes_nothing_longer_that_is_going_on(exploring: Story) -> None:
    exploring.do(c.GiveFloor, "mediator", body="table", seat="upper-head").wait(1)
    exploring.do(c.WalkOut, "lower-head").do(c.JumpClock, "trainer", minute=12)
    exploring.when(c.YieldFloor, "upper-head", body="table").then(("floor_yielded", {"seconds": 60.0}))
    exploring.tick(1)
    assert exploring.session.outcome is None
