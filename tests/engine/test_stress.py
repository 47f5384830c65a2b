"""The test of the text: when shocks come, who answers, who judges, and the phase that may be passed by."""

from collections import Counter
from typing import Any

import msgspec
import pytest

from scenarios.model import Condition, Scenario
from simulator.engine import Record, begin, replay, view
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.machines import phases, ways_on
from simulator.engine.notes import NOTHING_TO_TEST
from simulator.engine.words import Answer, Cause, OutcomeKind, Source, Verdict
from tests.engine.story import Story


def thrown(story: Story) -> list[str]:
    return [event.shock for event in story.happened if isinstance(event, e.ShockThrown)]


def with_minutes(scenario: Scenario, *minutes: int, **more: Any) -> Scenario:
    """The scenario with other minutes for the stress test."""
    phase = scenario.phases["month-after"].model_copy(update={"minutes": minutes, **more})
    return scenario.model_copy(update={"phases": {**scenario.phases, "month-after": phase}})


@pytest.fixture
def optional(tested: Scenario) -> Scenario:
    """The stress test is optional: planned with no minutes."""
    return with_minutes(tested, 0, 0, 10)


def signed_in(scenario: Scenario, source: Source = Source.HUMAN) -> Story:
    """A text adopted at minute 8 in a scenario like the tested Well."""
    story = Story(begin(scenario, seed=1))
    story.do(c.OpenSession, "trainer", name="Test")
    for seat in scenario.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=source)
    story.do(c.StartClock, "trainer").wait(5).phase("exploration").wait(3).phase("convergence")
    drafts = {"hours": c.ClauseDraft(option="mornings-upper"), "keeper": c.ClauseDraft(option="elder-keeps")}
    story.do(c.IssueVersion, "mediator", clauses=drafts).do(c.PutToAdoption, "mediator")
    for seat in ("upper-head", "lower-head"):
        story.do(c.AnswerAdoption, seat, verdict=Verdict.ADOPT)
    return story


# -- how shocks come --------------------------------------------------------------------------------------------------


def test_entering_throws_the_first_shock(signed: Story) -> None:
    signed.phase("month-after").then("phase_entered", ("shock_thrown", {"cause": Cause.AUTOMATIC}))
    (name,) = thrown(signed)
    assert name in signed.session.scenario.stress_test.shocks  # type: ignore[union-attr]
    for seat in signed.session.scenario.seats:
        stress = view(signed.session, seat).stress
        assert stress is not None
        assert [shock.id for shock in stress.shocks] == [name]


def test_the_others_come_evenly_spaced_over_the_planned_minutes(signed: Story) -> None:
    signed.phase("month-after").tick(1.9).then()
    signed.tick(0.2).then(("shock_thrown", {"cause": Cause.TIME}))
    signed.tick(1.8).then()
    signed.tick(0.2).then("shock_thrown")
    signed.tick(1.5).then()
    assert len(set(thrown(signed))) == 3


def test_the_clock_throws_all_that_are_due_at_once(signed: Story) -> None:
    signed.phase("month-after").tick(5).then("shock_thrown", "shock_thrown")
    signed.tick().then()


def test_each_kind_comes_once_before_one_comes_twice(tested: Scenario) -> None:
    assert tested.stress_test is not None
    first: Counter[str] = Counter()
    for seed in range(40):
        story = signed_in(tested)
        story.session = msgspec.structs.replace(story.session, seed=seed)
        story.phase("month-after").tick(5)
        kinds = [tested.stress_test.shocks[name].kind for name in thrown(story)]
        assert sorted(kinds) == ["incident", "missed-deadline", "unpaid"]
        first[thrown(story)[0]] += 1
    assert set(first) == set(tested.stress_test.shocks)  # every shock can be the first


def test_the_trainer_throws_by_lot_or_by_name(signed: Story) -> None:
    signed.when(c.ThrowShock, "trainer").refuses("NOT-IN-PHASE")
    signed.phase("month-after")
    left = [name for name in signed.session.scenario.stress_test.shocks if name not in thrown(signed)]  # type: ignore[union-attr]
    signed.when(c.ThrowShock, "upper-head").refuses("CONTROL-ONLY")
    signed.when(c.ThrowShock, "trainer", shock="meteor").refuses("UNKNOWN")
    signed.when(c.ThrowShock, "trainer", shock=left[-1])
    signed.then(("shock_thrown", {"shock": left[-1], "cause": Cause.BY_HAND}))
    signed.when(c.ThrowShock, "trainer", shock=left[-1]).refuses("UNKNOWN")
    signed.do(c.ThrowShock, "trainer").do(c.ThrowShock, "trainer")  # one more than is drawn
    assert len(set(thrown(signed))) == 4
    signed.when(c.ThrowShock, "trainer").refuses("NO-SHOCK-LEFT")
    assert signed.tick(5).last == ()  # nothing comes by itself beyond what is drawn


def test_nothing_is_thrown_where_nothing_was_agreed(table: Story) -> None:
    table.phase("month-after").then(
        ("outcome_recorded", {"kind": OutcomeKind.NO_AGREEMENT}), ("phase_entered", {"reason": NOTHING_TO_TEST})
    )
    table.when(c.ThrowShock, "trainer").refuses("NOTHING-TO-TEST")
    assert table.tick(5).last == ()
    stress = view(table.session, "mediator").stress
    assert stress is not None
    assert (stress.settled, stress.shocks) == (False, ())
    table.when(c.JudgeAgreement, "trainer", criterion="Q1", level=2).refuses("NOTHING-AGREED")
    table.phase("de-role")
    assert [type(event) for event in table.last] == [e.PhaseEntered, e.PulseOpened]


def test_agreed_packages_are_the_outcome_before_the_test(table: Story) -> None:
    terms = {"hours": "shared-board", "keeper": "elder-keeps"}
    table.do(c.TablePackage, "upper-head", terms=terms)
    table.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT)
    table.phase("month-after").then(
        ("outcome_recorded", {"kind": OutcomeKind.AGREEMENT}), "phase_entered", "shock_thrown"
    )
    shock = thrown(table)[0]
    table.when(c.AnswerShock, "upper-head", shock=shock, clause="keeper").then("shock_answered")


def test_prepared_events_wait_while_the_text_is_tested_but_for_its_own(tested: Scenario) -> None:
    written = tested.events["market-moved"]
    events = {
        **tested.events,
        "market-moved": written.model_copy(update={"when": Condition(minute=9)}),
        "month-over": written.model_copy(update={"when": Condition(phase="month-after", minute=9)}),
    }
    story = signed_in(tested.model_copy(update={"events": events})).phase("month-after").tick(1.5)
    assert story.session.injects["market-moved"].state == "planned"
    assert story.session.injects["month-over"].state == "sent"


# -- a phase that may be passed by ------------------------------------------------------------------------------------


def test_a_phase_without_planned_minutes_is_passed_by_or_entered(optional: Scenario) -> None:
    assert ways_on(optional, "convergence") == ("de-role", "month-after")
    assert phases(optional).allows("convergence", "go:de-role")
    story = signed_in(optional)
    assert view(story.session, "trainer").clock.next == ("de-role", "month-after")
    story.phase("de-role")
    assert not thrown(story)
    story = signed_in(optional).phase("month-after")
    assert len(thrown(story)) == 1
    story.phase("de-role")


def test_a_planned_phase_is_not_passed_by(tested: Scenario) -> None:
    assert ways_on(tested, "convergence") == ("month-after",)
    assert not phases(tested).allows("convergence", "go:de-role")


def test_going_on_by_itself_passes_the_optional_phase_by(optional: Scenario) -> None:
    convergence = optional.phases["convergence"].model_copy(update={"auto": True})
    story = signed_in(optional.model_copy(update={"phases": {**optional.phases, "convergence": convergence}}))
    story.tick(1)
    assert story.session.phase == "de-role"


def test_going_on_by_itself_waits_for_the_outcome(tested: Scenario) -> None:
    written = tested.phases["convergence"]
    always = Condition(minute=0)
    convergence = written.model_copy(update={"auto": True, "leave_when": always})
    scenario = tested.model_copy(update={"phases": {**tested.phases, "convergence": convergence}})
    story = Story(begin(scenario, seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in scenario.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.STAND_IN)
    story.do(c.StartClock, "trainer").wait(5).phase("exploration").phase("convergence").tick(1)
    assert story.session.phase == "convergence"


def test_an_optional_test_gets_its_minutes_from_those_that_may_be_given(optional: Scenario) -> None:
    late = signed_in(optional).wait(17)  # minute 25 of 26
    late.phase("month-after").then(
        ("play_extended", {"minutes": 1}), "phase_entered", "shock_thrown"
    )  # the debriefing has no more to give
    roomy = with_minutes(optional, 0, 0, 10)
    early = signed_in(roomy).phase("month-after")
    assert not [event for event in early.last if isinstance(event, e.PlayExtended)]


def test_the_deadline_ends_the_test_too(tested: Scenario) -> None:
    story = signed_in(tested).phase("month-after").tick(30)
    assert story.session.phase == "de-role"
    assert story.outcome.kind is OutcomeKind.AGREEMENT


# -- answers and judgements -------------------------------------------------------------------------------------------


def test_heads_and_mediators_answer_and_everybody_reads(signed: Story) -> None:
    shock = thrown(signed.phase("month-after"))[0]
    signed.when(
        c.AnswerShock, "upper-head", shock=shock, clause="hours", who="The mediator", when="In 3 days", how="We look"
    ).then(("shock_answered", {"clause": "hours", "who": "The mediator"}))
    signed.when(c.AnswerShock, "mediator", shock=shock).then(("shock_answered", {"clause": None}))
    signed.when(c.AnswerShock, "engineer", shock=shock).refuses("NO-RIGHT")
    signed.when(c.AnswerShock, "watcher", shock=shock).refuses("NO-RIGHT")
    signed.when(c.AnswerShock, "lower-head", shock="no-grain" if shock != "no-grain" else "spilled").refuses("UNKNOWN")
    signed.when(c.AnswerShock, "lower-head", shock=shock, clause="weather").refuses("UNKNOWN")
    stress = view(signed.session, "lower-head").stress
    assert stress is not None
    assert set(stress.shocks[0].answers) == {"upper-head", "mediator"}
    signed.do(c.AnswerShock, "upper-head", shock=shock, clause="keeper")  # a later answer replaces an earlier one
    assert signed.session.stress[shock].answers["upper-head"].clause == "keeper"


def test_a_clause_that_was_set_aside_answers_nothing(table: Story) -> None:
    table.do(c.IssueVersion, "mediator", clauses={"keeper": c.ClauseDraft(option="elder-keeps")})
    table.do(c.ParkClause, "mediator", clause="hours").do(c.PutToAdoption, "mediator")
    for seat in ("upper-head", "lower-head"):
        table.do(c.AnswerAdoption, seat, verdict=Verdict.ADOPT)
    shock = thrown(table.phase("month-after"))[0]
    table.when(c.AnswerShock, "upper-head", shock=shock, clause="hours").refuses("UNKNOWN")
    table.when(c.AnswerShock, "upper-head", shock=shock, clause="keeper").then("shock_answered")


def test_answers_belong_to_the_phase(signed: Story) -> None:
    shock = thrown(signed.phase("month-after"))[0]
    signed.phase("de-role").when(c.AnswerShock, "upper-head", shock=shock).refuses("NOT-IN-PHASE")


def test_the_trainer_or_a_rater_judges_and_nobody_else_reads_it(signed: Story) -> None:
    shock = thrown(signed.phase("month-after"))[0]
    signed.when(c.JudgeShock, "upper-head", shock=shock, level=2).refuses("NO-RIGHT")
    signed.when(c.JudgeShock, "trainer", shock="spilled" if shock != "spilled" else "no-grain", level=2)
    signed.refuses("UNKNOWN")
    for level in (-1, 4):
        signed.when(c.JudgeShock, "trainer", shock=shock, level=level).refuses("OUT-OF-RANGE")
    signed.when(c.JudgeShock, "watcher", shock=shock, level=1, note="No date").then(("shock_judged", {"level": 1}))
    seen = {seat: view(signed.session, seat) for seat in ("trainer", *signed.session.scenario.seats)}
    for seat, sight in seen.items():
        assert sight.stress is not None
        knows = seat in ("trainer", "watcher")
        assert (sight.stress.shocks[0].judged is not None) == knows
        assert any(isinstance(m.event, e.ShockJudged) for m in sight.log) == knows
    signed.when(c.AnswerShock, "upper-head", shock=shock).refuses("JUDGED")
    signed.phase("de-role").do(c.JudgeShock, "trainer", shock=shock, level=3)  # later words count
    assert signed.session.stress[shock].judged.level == 3  # type: ignore[union-attr]


def test_the_agreement_is_judged_criterion_by_criterion(signed: Story) -> None:
    signed.when(c.JudgeAgreement, "trainer", criterion="Q13", level=1).refuses("UNKNOWN")
    signed.when(c.JudgeAgreement, "trainer", criterion="Q0", level=1).refuses("UNKNOWN")
    signed.when(c.JudgeAgreement, "trainer", criterion="Q5", level=4).refuses("OUT-OF-RANGE")
    signed.when(c.JudgeAgreement, "mediator", criterion="Q5", level=2).refuses("NO-RIGHT")
    signed.when(c.JudgeAgreement, "watcher", criterion="Q5", level=2).then(("agreement_judged", {"criterion": "Q5"}))
    control = view(signed.session, "trainer").control
    assert control is not None
    assert control.quality["Q5"].level == 2
    assert not any(isinstance(m.event, e.AgreementJudged) for m in view(signed.session, "mediator").log)


def test_only_the_trainer_reads_the_shocks_that_have_not_come_and_what_they_look_for(signed: Story) -> None:
    signed.phase("month-after")
    written = signed.session.scenario.stress_test
    assert written is not None
    control = view(signed.session, "trainer").control
    assert control is not None
    assert [shock.id for shock in control.shocks] == list(written.shocks)
    for seat in signed.session.scenario.seats:
        words = repr(view(signed.session, seat))
        for name, shock in written.shocks.items():
            assert (repr(shock.text)[1:-1] in words) == (name in thrown(signed))
            assert shock.trainer is None or shock.trainer not in words


def test_a_replay_throws_the_same_shocks(signed: Story) -> None:
    signed.phase("month-after").tick(5)
    shock = thrown(signed)[0]
    signed.do(c.AnswerShock, "mediator", shock=shock, clause="hours").do(c.JudgeShock, "trainer", shock=shock, level=2)
    record = Record(signed.session.scenario, signed.session.seed, tuple(signed.happened))
    assert replay(record) == signed.session


def test_an_optional_test_says_what_it_takes_and_runs_its_longest(optional: Scenario) -> None:
    story = signed_in(optional)
    before = view(story.session, "trainer", story.at)
    assert before.stress is not None
    assert (before.stress.minutes, before.stress.takes) == (10, 0)
    assert [phase.minutes for phase in before.clock.plan if phase.id == "month-after"] == [0]
    late = signed_in(optional).wait(17)
    told = view(late.session, "trainer", late.at).stress
    assert told is not None
    assert told.takes == 1  # all that the debriefing has to give
    late.phase("month-after")
    inside = view(late.session, "trainer", late.at)
    assert inside.clock.remaining == 10 * 60
    assert inside.stress is not None
    assert inside.stress.takes == 0


def test_a_planned_test_takes_nothing_from_the_debriefing(tested: Scenario) -> None:
    told = view(signed_in(tested).session, "trainer").stress
    assert told is not None
    assert told.takes == 0
