"""What a seat may not learn from events, refusals and lists: who met, who told whom, what control waits for."""

from simulator.engine import commands as c
from simulator.engine import view
from simulator.engine.events import Event
from simulator.engine.words import Consent
from tests.engine.story import Story


def kinds(story: Story, seat: str) -> list[str]:
    """The names of the events that a seat may know."""
    return [type(moment.event).__name__ for moment in view(story.session, seat).log]


def events(story: Story, seat: str, kind: type[Event]) -> list[Event]:
    """The events of a kind that a seat may know."""
    return [moment.event for moment in view(story.session, seat).log if isinstance(moment.event, kind)]


def test_who_does_what_an_event_asks_for_is_not_told_so(exploring: Story) -> None:
    exploring.tick(4).do(c.FrameIssues, "mediator", issues=("hours",))
    assert "InjectMet" in [type(event).__name__ for event in exploring.last]
    assert "InjectMet" in kinds(exploring, "trainer")
    assert "InjectMet" not in kinds(exploring, "mediator")


def test_a_refusal_does_not_say_that_others_meet_in_private(exploring: Story) -> None:
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1)
    said = []
    for number in (1, 2, 99):
        for kind in (c.AcceptCaucus, c.DeclineCaucus, c.CloseCaucus):
            exploring.when(kind, "lower-head", caucus=number).refuses("UNKNOWN")
            said.append((exploring.refusal.why.replace(str(number), "N"), exploring.refusal.instead))
    assert len(set(said)) == 1
    exploring.when(c.CallCaucus, "lower-head", seats=("upper-head",)).refuses("BUSY")
    assert "meeting" not in f"{exploring.refusal}"


def test_a_turn_that_a_private_meeting_ends_does_not_say_whose_meeting_it_is(exploring: Story) -> None:
    exploring.do(c.GiveFloor, "mediator", body="table", seat="upper-head")
    exploring.do(c.CallCaucus, "upper-head", seats=("lower-head",))
    exploring.when(c.AcceptCaucus, "lower-head", caucus=1).then(
        "caucus_accepted", ("floor_yielded", {"by": "upper-head"}), "caucus_opened"
    )


def test_a_carrier_does_not_learn_who_knows_already(exploring: Story) -> None:
    exploring.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator", "lower-head"))
    exploring.do(c.PermitRelease, "upper-head", interest="upper.school")
    exploring.do(c.DiscloseInterest, "lower-head", interest="lower.thefts", to=("upper-head",))
    exploring.do(c.DiscloseInterest, "lower-head", interest="lower.thefts", to=("mediator",))
    exploring.when(
        c.RelayInterest, "mediator", interest="lower.thefts", to=("upper-head",), despite_confidence=True
    ).then("interest_relayed")
    exploring.when(c.RelayInterest, "mediator", interest="lower.thefts", to=("lower-head",)).refuses("NOBODY")


def test_an_owner_learns_of_a_breach_in_the_debriefing(exploring: Story) -> None:
    exploring.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",))
    exploring.do(c.RelayInterest, "mediator", interest="upper.school", to=("lower-head",), despite_confidence=True)
    assert "InterestRelayed" not in kinds(exploring, "upper-head")
    assert "InterestRelayed" in kinds(exploring, "lower-head")


def test_who_says_no_has_no_floor(exploring: Story) -> None:
    exploring.do(c.GiveFloor, "mediator", body="table", seat="lower-head")
    exploring.when(c.GiveConsent, "lower-head", consent=Consent.OUT).then("floor_yielded", "consent_changed")


def test_the_trainer_may_end_a_turn_and_a_private_meeting(exploring: Story) -> None:
    exploring.do(c.GiveFloor, "mediator", body="table", seat="lower-head")
    exploring.when(c.YieldFloor, "trainer", body="table").then("floor_yielded")
    exploring.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1)
    exploring.when(c.CloseCaucus, "trainer", caucus=1).then("caucus_closed")
    exploring.when(c.CloseCaucus, "trainer", caucus=7).refuses("UNKNOWN")


def test_a_note_may_be_written_after_the_end(exploring: Story) -> None:
    exploring.do(c.DeclareOutcome, "trainer", kind="aborted").do(c.EndSession, "trainer")
    exploring.when(c.WriteNote, "mediator", text="Next time, ask about noon first.").then("note_written")
    exploring.when(c.EndSession, "trainer").refuses("SESSION-ENDED")
