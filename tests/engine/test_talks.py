"""The floor, private meetings, interests, agenda, calls."""

from simulator.engine import commands as c
from simulator.engine import view
from simulator.engine.words import Permission, Source
from tests.engine.story import Story


def test_turns_are_measured(exploring: Story) -> None:
    exploring.do(c.RequestFloor, "lower-head", body="table")
    exploring.when(c.GiveFloor, "lower-head", body="table", seat="lower-head").refuses("NO-RIGHT")
    exploring.do(c.GiveFloor, "mediator", body="table", seat="lower-head", limit=120)
    assert exploring.session.floors["table"].queue == ()
    exploring.wait(1.5).when(c.GiveFloor, "mediator", body="table", seat="upper-head").then(
        ("floor_yielded", {"seat": "lower-head", "seconds": 90.0}), ("floor_given", {"seat": "upper-head"})
    )
    assert exploring.session.seats["lower-head"].spoken == 90


def test_a_turn_ends_with_the_phase_when_the_body_no_longer_sits(converging: Story) -> None:
    converging.do(c.GiveFloor, "mediator", body="table", seat="lower-head").wait(1)
    converging.when(c.EnterPhase, "trainer", phase="de-role")
    assert "FloorYielded" in [type(e).__name__ for e in converging.last]


def test_a_body_that_is_suspended_hears_nobody(exploring: Story) -> None:
    exploring.do(c.SuspendSitting, "mediator", body="table")
    exploring.when(c.RequestFloor, "upper-head", body="table").refuses("SUSPENDED")
    exploring.do(c.ResumeSitting, "mediator", body="table").do(c.RequestFloor, "upper-head", body="table")


def test_the_expert_speaks_when_invited(exploring: Story) -> None:
    exploring.do(c.RequestFloor, "engineer", body="table")
    exploring.when(c.CommentClause, "engineer", clause="hours", text="Six hours").refuses("NOT-IN-PHASE")


def test_a_private_meeting_opens_when_every_party_has_accepted(exploring: Story) -> None:
    exploring.when(c.CallCaucus, "mediator", seats=("upper-head", "lower-head")).then(("caucus_called", {"caucus": 1}))
    exploring.when(c.AcceptCaucus, "upper-head", caucus=1).then("caucus_accepted")
    exploring.when(c.AcceptCaucus, "upper-head", caucus=1).refuses("ALREADY")
    exploring.when(c.AcceptCaucus, "lower-head", caucus=1).then("caucus_accepted", "caucus_opened")
    exploring.when(c.CallCaucus, "mediator", seats=("upper-head",)).refuses("BUSY")
    exploring.wait(2).when(c.CloseCaucus, "upper-head", caucus=1).then(("caucus_closed", {"seconds": 120.0}))


def test_a_private_meeting_is_nobody_elses_business(exploring: Story) -> None:
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1)
    assert view(exploring.session, "lower-head").caucuses == ()
    exploring.when(c.CloseCaucus, "lower-head", caucus=1).refuses("UNKNOWN")


def test_an_interest_told_in_confidence_unlocks_an_option_for_who_heard_it(exploring: Story) -> None:
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1)
    exploring.when(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",)).then(
        ("interest_disclosed", {"caucus": 1, "permission": Permission.CLOSED}),
        ("option_unlocked", {"option": "shared-board", "parties": ("mediation",)}),
    )
    token = exploring.session.interests["upper.school"]
    assert (token.state, token.first_told) == ("elicited", exploring.session.clock.read(exploring.at))
    exploring.when(c.DiscloseInterest, "upper-head", interest="lower.thefts", to=("mediator",)).refuses("UNKNOWN")
    assert "school" not in [i.id for i in view(exploring.session, "lower-head").interests]


def test_carrying_what_was_told_in_confidence_is_a_breach_that_must_be_meant(exploring: Story) -> None:
    exploring.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",))
    exploring.when(c.RelayInterest, "mediator", interest="upper.school", to=("lower-head",)).refuses("IN-CONFIDENCE")
    exploring.do(c.PermitRelease, "upper-head", interest="upper.school")
    exploring.when(c.RelayInterest, "mediator", interest="upper.school", to=("lower-head",)).then(
        ("interest_relayed", {"breach": False}), ("option_unlocked", {"parties": ("lower",)})
    )
    exploring.when(c.AcknowledgeInterest, "lower-head", interest="upper.school").then("interest_acknowledged")
    assert exploring.session.interests["upper.school"].state == "acknowledged"


def test_a_breach_is_recorded(exploring: Story) -> None:
    exploring.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",))
    exploring.when(
        c.RelayInterest, "mediator", interest="upper.school", to=("lower-head",), despite_confidence=True
    ).then(("interest_relayed", {"breach": True}), "option_unlocked")


def test_an_interest_said_in_public_puts_its_option_on_the_board(exploring: Story) -> None:
    exploring.when(c.DiscloseInterest, "upper-head", interest="upper.school", to=("all",)).then(
        "interest_disclosed", "option_unlocked", ("option_proposed", {"option": "shared-board"})
    )
    assert "shared-board" in exploring.session.issues["hours"].board


def test_an_option_that_one_does_not_know_is_unknown(exploring: Story) -> None:
    exploring.when(c.ProposeOption, "lower-head", issue="hours", option="shared-board").refuses("UNKNOWN")
    assert "shared-board" not in exploring.refusal.instead
    exploring.when(c.ProposeOption, "upper-head", issue="hours", option="shared-board").then("option_proposed")


def test_the_agenda_is_adopted_by_the_rule(exploring: Story) -> None:
    exploring.when(c.AdoptAgenda, "upper-head").refuses("NO-PROPOSAL")
    exploring.do(c.ProposeAgenda, "mediator", issues=("keeper", "hours"))
    exploring.when(c.AdoptAgenda, "upper-head").then("agenda_endorsed")
    exploring.when(c.AdoptAgenda, "lower-head").then("agenda_endorsed", ("agenda_adopted", {"imposed": False}))
    assert exploring.session.issues["keeper"].state == "on_agenda"


def test_framing_can_be_contested(exploring: Story) -> None:
    exploring.do(c.FrameIssues, "mediator", issues=("hours", "keeper"))
    exploring.when(c.ContestFraming, "lower-head", issue="keeper", reason="It says key, we say well").then(
        "framing_contested"
    )
    assert exploring.session.issues["keeper"].state == "on_agenda"


def test_the_expert_has_so_many_calls(exploring: Story) -> None:
    for question in ("How much?", "How long?"):
        exploring.do(c.AskExpert, "mediator", text=question)
    exploring.when(c.AskExpert, "mediator", text="And?").refuses("NO-CALLS-LEFT")
    exploring.when(c.AnswerExpert, "engineer", call=1, card="flow").then(("expert_answered", {"card": "flow"}))
    exploring.when(c.AnswerExpert, "engineer", call=1, card="flow").refuses("NO-CALL")


def test_the_trainer_answers_as_the_capital(exploring: Story) -> None:
    exploring.do(c.AskCapital, "upper-head", text="May we share the hours?")
    exploring.when(c.AskCapital, "lower-head", text="And we?").refuses("NO-CAPITAL")
    exploring.when(c.AnswerCapital, "trainer", call=1, text="If noon is safe.").then("capital_answered")
    assert view(exploring.session, "lower-head").capital_calls == ()
    assert view(exploring.session, "upper-head").capital_calls[0].answer == "If noon is safe."


def test_a_delegate_decides_when_nobody_plays_the_head(opened: Story) -> None:
    opened.do(c.CastSeat, "trainer", seat="engineer", source=Source.EMPTY).do(c.StartClock, "trainer")
    me = view(opened.session, "upper-head").me
    assert me is not None
    assert me.heads


def test_text_from_people_is_kept_but_acts_on_nothing(exploring: Story) -> None:
    exploring.when(c.WriteNote, "mediator", text="a\x1b]0;x\x07b\u202e c\x9b31m\r\nd").then(
        ("note_written", {"text": "a␛]0;x␇b c\ufffd31m\nd"})
    )
    exploring.when(c.WriteNote, "mediator", text="x" * 100_000).refuses("TOO-LONG")
    exploring.when(c.WriteNote, "mediator", text=" \u200b\n ").refuses("EMPTY-TEXT")
