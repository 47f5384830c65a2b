"""Incidents on the hotline, and the follow-up list."""

from typing import Any

import pytest

from scenarios.texts import spoken_in
from simulator.debrief.naming import Names
from simulator.debrief.told.incidents import sentence
from simulator.engine import commands as c
from simulator.engine import view
from simulator.engine.events import IncidentEvent
from simulator.engine.words import TRAINER, Progress
from tests.engine.hotline import before, first_round
from tests.engine.story import Story


@pytest.fixture
def ready() -> Story:
    """The watched Well, cast, its clock started."""
    return before()


@pytest.fixture
def round_one() -> Story:
    """In the first round, both sides in."""
    return first_round()


@pytest.fixture
def reported(round_one: Story) -> Story:
    """The broken fence was reported by exercise control."""
    return round_one.do(c.ReportIncident, TRAINER, incident="broken-fence")


@pytest.fixture
def called(reported: Story) -> Story:
    """Both sides have called back."""
    reported.do(c.AcknowledgeIncident, "mediator", incident=1)
    reported.do(c.CallBack, "upper-head", incident=1, text="Our goats were on the slope.")
    return reported.do(c.CallBack, "lower-head", incident=1, text="The goats broke it.")


# -- reporting --------------------------------------------------------------------------------------------------------


def test_an_event_reports_its_incident_with_the_words_of_the_scenario(round_one: Story) -> None:
    round_one.wait(2).when(c.Tick, TRAINER).then(
        "inject_sent",
        (
            "incident_reported",
            {"incident": 1, "prepared": "broken-fence", "party": "", "place": "the beds below the well"},
        ),
    )
    round_one.tick(1).then()


def test_an_event_sent_by_hand_reports_it_once(round_one: Story) -> None:
    round_one.when(c.SendInject, TRAINER, inject="fence-call").then("inject_sent", "incident_reported")
    round_one.when(c.ReportIncident, TRAINER, incident="broken-fence").refuses("ALREADY")


def test_an_event_whose_incident_is_known_reports_nothing(reported: Story) -> None:
    reported.when(c.SendInject, TRAINER, inject="fence-call").then("inject_sent")


@pytest.mark.parametrize(
    ("seat", "incident", "code"),
    [
        ("upper-head", "night-shots", ""),
        ("lower-head", "night-shots", "UNKNOWN"),
        ("lower-head", "lost-key", ""),
        ("monitor", "lost-key", ""),
        ("monitor", "broken-fence", "UNKNOWN"),
        ("upper-head", "broken-fence", "UNKNOWN"),
        ("mediator", "night-shots", "UNKNOWN"),
        ("upper-head", "no-such", "UNKNOWN"),
        (TRAINER, "broken-fence", ""),
    ],
)
def test_a_prepared_incident_is_reported_by_who_knows_of_it(
    round_one: Story, seat: str, incident: str, code: str
) -> None:
    round_one.when(c.ReportIncident, seat, incident=incident)
    if code:
        assert incident not in round_one.refuses(code).refusal.instead
    else:
        round_one.then(("incident_reported", {"prepared": incident}))


def test_what_a_party_keeps_to_itself_is_not_said_by_its_report(round_one: Story) -> None:
    round_one.do(c.ReportIncident, "lower-head", incident="lost-key")
    incident = round_one.session.incidents[1]
    assert (incident.text, incident.versions) == ("The key of the pump shed is gone.", {})


def test_an_incident_in_own_words_is_the_version_of_who_reports_it(round_one: Story) -> None:
    round_one.when(c.ReportIncident, "upper-head", title="Stones", place="the path", text="Two stones flew.").then(
        ("incident_reported", {"party": "upper", "prepared": None, "place": "the path"})
    )
    assert round_one.session.incidents[1].versions == {"upper": "Two stones flew."}
    round_one.when(c.ReportIncident, "upper-head", title="", text="Two stones flew.").refuses("EMPTY-TEXT")
    round_one.when(c.ReportIncident, "upper-head", title="Stones", text=" ").refuses("EMPTY-TEXT")
    round_one.when(c.ReportIncident, "observer", title="Stones", text="One.").refuses("NO-RIGHT")


def test_the_hotline_is_open_where_the_phase_says_so(ready: Story) -> None:
    ready.when(c.ReportIncident, "upper-head", title="Stones", text="One.").refuses("NOT-IN-PHASE")


# -- acknowledged, called back ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        ("upper-head", ""),
        ("lower-head", ""),
        ("mediator", ""),
        ("monitor", ""),
        (TRAINER, ""),
        ("observer", "NO-RIGHT"),
    ],
)
def test_who_says_that_a_report_has_arrived(reported: Story, seat: str, code: str) -> None:
    reported.wait(1).when(c.AcknowledgeIncident, seat, incident=1)
    if code:
        reported.refuses(code)
        return
    reported.then("incident_acknowledged")
    incident = reported.session.incidents[1]
    assert incident.state == "acknowledged"
    assert incident.acknowledged == incident.reported + 60
    reported.when(c.AcknowledgeIncident, "mediator", incident=1).refuses("ALREADY")


def test_somebody_else_acknowledges_and_calls_back(round_one: Story) -> None:
    round_one.do(c.ReportIncident, "upper-head", title="Stones", text="Two stones flew.")
    round_one.when(c.AcknowledgeIncident, "upper-head", incident=1).refuses("OWN-REPORT")
    round_one.when(c.CallBack, "upper-head", incident=1, text="As I said.").refuses("OWN-REPORT")
    round_one.when(c.CallBack, "lower-head", incident=1, text="Nobody threw.").then(
        ("incident_acknowledged", {"party": "lower"}), ("called_back", {"party": "lower"})
    )
    assert view(round_one.session, "mediator").hotline.incidents[0].awaited == ()


def test_each_party_concerned_calls_back_and_both_versions_stand(called: Story) -> None:
    incident = called.session.incidents[1]
    assert incident.state == "called_back"
    assert incident.versions == {"upper": "Our goats were on the slope.", "lower": "The goats broke it."}
    called.when(c.CallBack, "upper-head", incident=1, text="Again.").refuses("ALREADY")
    called.when(c.CallBack, "mediator", incident=1, text="We think.").refuses("NOT-CONCERNED")
    called.when(c.AddVersion, "lower-head", incident=1, text="The goats broke it.").refuses("ALREADY")
    called.when(c.AddVersion, "lower-head", incident=1, text="There are prints.").then(
        ("version_added", {"party": "lower"})
    )
    called.when(c.AddVersion, "monitor", incident=1, text="I saw a mule.").then(("version_added", {"party": "watch"}))
    called.when(c.AddVersion, "mediator", incident=1, text="We think.").refuses("NOT-CONCERNED")
    assert list(called.session.incidents[1].versions) == ["upper", "lower", "watch"]


def test_an_incident_that_concerns_one_party_is_not_the_business_of_another(round_one: Story) -> None:
    round_one.do(c.ReportIncident, TRAINER, incident="night-shots")
    round_one.when(c.AcknowledgeIncident, "lower-head", incident=1).refuses("NOT-CONCERNED")
    round_one.when(c.CallBack, "lower-head", incident=1, text="We?").refuses("NOT-CONCERNED")
    round_one.when(c.AcknowledgeIncident, "mediator", incident=2).refuses("UNKNOWN")


def test_the_hotline_stays_open_to_a_party_that_walked_out(reported: Story) -> None:
    reported.do(c.WalkOut, "lower-head", reason="Enough.")
    reported.when(c.CallBack, "lower-head", incident=1, text="Not us.").then("incident_acknowledged", "called_back")


# -- times ------------------------------------------------------------------------------------------------------------


def test_every_step_that_is_late_is_said_once(reported: Story) -> None:
    reported.tick(1.9).then()
    reported.tick(0.1).then("inject_sent", ("hotline_overdue", {"incident": 1, "hop": "acknowledge"}))
    reported.tick(1).then()
    reported.do(c.AcknowledgeIncident, "mediator", incident=1).do(c.AskVisit, "mediator", incident=1)
    reported.tick(4).then(("hotline_overdue", {"hop": "call_back"}))
    reported.tick(1).then(("hotline_overdue", {"hop": "visit"}))
    assert reported.session.incidents[1].overdue == ("acknowledge", "call_back", "visit")


def test_a_jump_of_the_clock_leaves_the_steps_their_time(reported: Story) -> None:
    reported.do(c.SkipInject, TRAINER, inject="fence-call").wait(1)
    reported.do(c.JumpClock, TRAINER, minute=12).tick(0.5).then()
    reported.tick(0.5).then("hotline_overdue")


def test_nobody_is_late_while_the_hotline_is_closed(reported: Story) -> None:
    reported.do(c.SendInject, TRAINER, inject="fence-call")
    reported.phase("second-round").phase("de-role").tick(3)
    assert reported.session.incidents[1].overdue == ()


# -- the visit --------------------------------------------------------------------------------------------------------


def test_a_visit_takes_place_when_the_last_one_agrees(called: Story) -> None:
    called.when(c.AgreeVisit, "upper-head", incident=1).refuses("NO-VISIT")
    called.when(c.AskVisit, "upper-head", incident=1).then("visit_asked", ("visit_agreed", {"party": "upper"}))
    called.when(c.AskVisit, "mediator", incident=1).refuses("ALREADY")
    called.when(c.AgreeVisit, "upper-head", incident=1).refuses("ALREADY")
    assert "Lower" in called.refusal.instead
    called.when(c.AgreeVisit, "mediator", incident=1).refuses("NOT-CONCERNED")
    called.when(c.AgreeVisit, "lower-head", incident=1).then(
        "visit_agreed", ("visit_made", {"finding": "The prints are those of a mule; no goat has been there."})
    )
    called.when(c.AskVisit, "mediator", incident=1).refuses("ALREADY")


def test_nobody_asks_for_a_visit_before_the_report_has_arrived(reported: Story) -> None:
    reported.when(c.AskVisit, "mediator", incident=1).refuses("NOT-ACKNOWLEDGED")


def test_what_could_not_be_established_is_not_verified(round_one: Story) -> None:
    round_one.do(c.ReportIncident, TRAINER, incident="night-shots")
    round_one.do(c.AcknowledgeIncident, "mediator", incident=1)
    round_one.when(c.AskVisit, "upper-head", incident=1).then("visit_asked", "visit_agreed", "visit_made")
    assert view(round_one.session, "lower-head").hotline.incidents[0].inconclusive
    round_one.when(c.VerifyIncident, "monitor", incident=1, verified=True, text="Shots.").refuses("NOT-ESTABLISHED")
    round_one.when(c.VerifyIncident, "monitor", incident=1, verified=False, text="Old holes.").then("incident_verified")
    assert round_one.session.incidents[1].state == "unverified"


# -- verified, handled, closed ----------------------------------------------------------------------------------------


def test_nothing_is_verified_by_one_version(reported: Story) -> None:
    reported.when(c.VerifyIncident, "monitor", incident=1, verified=True, text="Goats.").refuses("NOT-ACKNOWLEDGED")
    reported.do(c.CallBack, "lower-head", incident=1, text="The goats broke it.")
    reported.when(c.VerifyIncident, "monitor", incident=1, verified=True, text="Goats.").refuses("ONE-VERSION")
    reported.when(c.VerifyIncident, "mediator", incident=1, verified=True, text="Goats.").refuses("NO-RIGHT")
    reported.do(c.CallBack, "upper-head", incident=1, text="Not ours.")
    reported.when(c.VerifyIncident, "monitor", incident=1, verified=True, text="A mule.").then("incident_verified")
    reported.when(c.CloseIncident, "mediator", incident=1).then("incident_closed")


def test_an_incident_is_handled_after_somebody_was_heard_and_by_who_keeps_the_record(reported: Story) -> None:
    reported.do(c.AcknowledgeIncident, "mediator", incident=1)
    reported.when(c.HandleIncident, "mediator", incident=1, text="A new fence.").refuses("NOT-HEARD")
    reported.when(c.CloseIncident, "mediator", incident=1).refuses("INCIDENT-STATE")
    reported.do(c.CallBack, "lower-head", incident=1, text="The goats broke it.")
    reported.when(c.HandleIncident, "monitor", incident=1, text="A new fence.").refuses("NO-RIGHT")
    reported.when(c.HandleIncident, "mediator", incident=1, text="A new fence.").then("incident_handled")
    reported.when(c.CallBack, "upper-head", incident=1, text="Late.").refuses("INCIDENT-STATE")
    reported.when(c.CloseIncident, "mediator", incident=1).then("incident_closed")
    for command in (c.AcknowledgeIncident, c.AskVisit, c.AgreeVisit, c.CloseIncident):
        reported.when(command, "mediator" if command is not c.AgreeVisit else "upper-head", incident=1)
        reported.refuses("INCIDENT-STATE")


def test_where_the_scenario_names_keepers_the_trainer_keeps_the_record_too(called: Story) -> None:
    called.when(c.HandleIncident, TRAINER, incident=1, text="A new fence.").then("incident_handled")


# -- who knows what ---------------------------------------------------------------------------------------------------


def test_a_party_reads_its_own_knowledge_and_nobody_but_the_trainer_the_truth(reported: Story) -> None:
    def seen(seat: str) -> str:
        return repr(view(reported.session, seat).hotline)

    for seat in reported.session.scenario.seats:
        assert ("A gardener broke the fence" in seen(seat)) is (seat == "upper-head"), seat
        assert ("There are prints in the beds" in seen(seat)) is (seat == "lower-head"), seat
        assert "The mule of a trader" not in seen(seat)
        assert "prints are those of a mule" not in seen(seat)
        assert ("lies in a shed" in seen(seat)) is (seat == "observer"), seat
        assert ("A lost key" in seen(seat)) is (seat in ("lower-head", "monitor")), seat
    assert "The mule of a trader" in seen(TRAINER)
    assert "lies in a shed" in seen(TRAINER)


# -- the follow-up list -----------------------------------------------------------------------------------------------


def test_what_was_promised_before_play_stands_on_the_list_and_is_carried(ready: Story) -> None:
    assert [e.state for e in ready.session.follow_up.values()] == ["scheduled", "in_progress"]
    ready.phase("first-round").do(c.ReportProgress, "upper-head", entry=1, progress=Progress.DONE)
    ready.phase("second-round")
    assert [e.carried for e in ready.session.follow_up.values()] == [1, 2]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": "Build a fence", "actor": "lower", "article": "path"}, ""),
        ({"text": ""}, "EMPTY-TEXT"),
        ({"text": "Build", "actor": "nobody"}, "UNKNOWN"),
        ({"text": "Build", "article": "well"}, "UNKNOWN"),
        ({"text": "Build", "incident": 4}, "UNKNOWN"),
        ({"text": "Build", "incident": 1}, ""),
    ],
)
def test_an_entry_is_put_on_the_list(reported: Story, fields: dict[str, Any], code: str) -> None:
    reported.when(c.AddFollowUp, "mediator", **fields)
    if code:
        reported.refuses(code)
        return
    reported.then(("follow_up_added", {"entry": 3, **fields}))
    reported.when(c.StrikeFollowUp, "mediator", entry=3, reason=" ").refuses("EMPTY-TEXT")
    reported.do(c.StrikeFollowUp, "mediator", entry=3, reason="Said twice.")
    reported.do(c.AddFollowUp, "mediator", text="Another")
    assert list(reported.session.follow_up) == [1, 2, 4]


def test_an_article_needs_an_agreement_in_force(exploring: Story) -> None:
    exploring.when(c.AddFollowUp, TRAINER, text="Build", article="path").refuses("NO-REFERENCE")


@pytest.mark.parametrize(
    ("seat", "entry", "code"),
    [
        ("upper-head", 1, ""),
        ("lower-head", 1, "NOT-YOURS"),
        ("upper-head", 2, ""),
        ("lower-head", 2, ""),
        ("monitor", 1, ""),
        ("observer", 1, ""),
        ("mediator", 1, ""),
        (TRAINER, 1, ""),
        ("upper-head", 9, "UNKNOWN"),
    ],
)
def test_progress_is_reported_by_whose_promise_it_is_or_who_looks(
    round_one: Story, seat: str, entry: int, code: str
) -> None:
    round_one.when(c.ReportProgress, seat, entry=entry, progress=Progress.BLOCKED, text="No part.")
    if code:
        round_one.refuses(code)
    else:
        round_one.then(("progress_reported", {"entry": entry}))
        assert round_one.session.follow_up[entry].state == "blocked"


def test_what_is_done_can_be_violated_but_not_planned(round_one: Story) -> None:
    round_one.do(c.ReportProgress, "upper-head", entry=1, progress=Progress.DONE)
    round_one.when(c.ReportProgress, "upper-head", entry=1, progress=Progress.DONE).refuses("ALREADY")
    round_one.when(c.ReportProgress, "upper-head", entry=1, progress=Progress.SCHEDULED).refuses("PROGRESS-STATE")
    round_one.when(c.ReportProgress, "monitor", entry=1, progress=Progress.VIOLATED, text="Gone.").then(
        "progress_reported"
    )


def test_compliance_is_judged_from_nought_to_three(round_one: Story) -> None:
    round_one.when(c.JudgeCompliance, "observer", entry=1, level=4).refuses("OUT-OF-RANGE")
    round_one.when(c.JudgeCompliance, "mediator", entry=1, level=2).refuses("NO-RIGHT")
    round_one.when(c.JudgeCompliance, "observer", entry=1, level=2, text="Seen.").then(
        ("compliance_judged", {"level": 2})
    )
    round_one.when(c.JudgeCompliance, "observer", entry=1, level=2).refuses("ALREADY")
    assert round_one.session.follow_up[1].level == 2


# -- what is told -----------------------------------------------------------------------------------------------------


def test_every_event_of_the_hotline_is_a_sentence_in_both_languages(called: Story) -> None:
    called.do(c.AskVisit, "mediator", incident=1).do(c.AgreeVisit, "upper-head", incident=1)
    called.do(c.AgreeVisit, "lower-head", incident=1)
    called.do(c.AddVersion, "monitor", incident=1, text="Prints of a mule.")
    called.do(c.VerifyIncident, "monitor", incident=1, verified=True, text="A mule.")
    called.do(c.HandleIncident, "mediator", incident=1, text="A new fence").do(c.CloseIncident, "mediator", incident=1)
    called.do(c.AddFollowUp, "mediator", text="Build a fence", actor="lower", due="tomorrow", incident=1)
    called.do(c.ReportProgress, "lower-head", entry=3, progress=Progress.BLOCKED, text="No wood.")
    called.do(c.StrikeFollowUp, "mediator", entry=3, reason="Done by others.")
    called.do(c.JudgeCompliance, "observer", entry=1, level=0)
    for tongue in ("en", "fr"):
        with spoken_in(tongue):
            told = [e for e in called.happened if isinstance(e, IncidentEvent)]
            said = [sentence(event, Names(called.session.scenario)) for event in told]
            assert len({type(event) for event in told}) == 14
            assert all(each.endswith(".") for each in said)
            assert "{" not in "".join(said)
