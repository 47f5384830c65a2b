"""Bodies that sit in parallel: chairs, members and observers, agendas, walk-outs and returns."""

import pytest
from msgspec.structs import replace

from roles.acts import Act
from scenarios.model import Scenario
from simulator.engine import begin, view
from simulator.engine import commands as c
from simulator.engine.legal import possible
from simulator.engine.words import Consent, Source, Verdict
from tests.engine.story import Story, scenario

HEADS = ("east-head", "west-head", "island-head")


@pytest.fixture(scope="module")
def ford() -> Scenario:
    """Three banks that meet in rounds, with a working group of its own chair."""
    return scenario("ford")


@pytest.fixture
def round_one(ford: Scenario) -> Story:
    """In the first round, everybody in."""
    story = Story(begin(ford, seed=1))
    story.do(c.OpenSession, "trainer", name="Test")
    for seat in ford.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(4).phase("round-1")
    for head in HEADS:
        story.do(c.GiveConsent, head, consent=Consent.IN)
    return story


@pytest.fixture
def adopted(round_one: Story) -> Story:
    """The meeting has an agenda."""
    round_one.do(c.ProposeAgenda, "first", issues=("name", "crossing"))
    for head in HEADS:
        round_one.do(c.AdoptAgenda, head)
    return round_one


def knows(story: Story, seat: str, kind: str) -> bool:
    """Whether a seat's log has an event of that name."""
    return any(type(m.event).__struct_config__.tag == kind for m in view(story.session, seat).log)


# -- sittings ---------------------------------------------------------------------------------------------------------


def test_a_chair_opens_suspends_resumes_and_closes_its_body(round_one: Story) -> None:
    round_one.when(c.RequestFloor, "island-head", body="group").refuses("NOT-OPENED")
    round_one.when(c.OpenSitting, "second", body="group").then(("sitting_opened", {"body": "group"}))
    round_one.when(c.OpenSitting, "second", body="group").refuses("ALREADY")
    round_one.do(c.GiveFloor, "second", body="group", seat="island-head")
    round_one.when(c.SuspendSitting, "second", body="group").then("floor_yielded", "sitting_suspended")
    round_one.when(c.OpenSitting, "second", body="group").refuses("SUSPENDED")
    round_one.when(c.GiveFloor, "second", body="group", seat="island-head").refuses("SUSPENDED")
    round_one.do(c.ResumeSitting, "second", body="group")
    round_one.do(c.GiveFloor, "second", body="group", seat="island-head").wait(1)
    round_one.when(c.CloseSitting, "second", body="group").then(("floor_yielded", {"seconds": 60.0}), "sitting_closed")
    round_one.when(c.CloseSitting, "second", body="group").refuses("NOT-OPENED")
    assert round_one.session.floors["group"].sittings == 1


def test_only_its_chair_or_the_trainer_opens_a_body(round_one: Story) -> None:
    round_one.when(c.OpenSitting, "first", body="group").refuses("CHAIR-ONLY")
    round_one.when(c.OpenSitting, "west-head", body="group").refuses("NO-RIGHT")
    round_one.when(c.OpenSitting, "trainer", body="group").then("sitting_opened")
    round_one.when(c.OpenSitting, "trainer", body="nowhere").refuses("UNKNOWN")


def test_a_body_that_does_not_sit_in_the_phase_is_not_opened(round_one: Story) -> None:
    round_one.wait(30).phase("round-2").wait(20).phase("signing")
    round_one.when(c.OpenSitting, "second", body="group").refuses("NOT-SITTING")


def test_two_bodies_have_a_floor_and_a_queue_each(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group")
    round_one.do(c.RequestFloor, "west-head", body="meeting").do(c.RequestFloor, "west-head", body="group")
    round_one.do(c.GiveFloor, "first", body="meeting", seat="east-head")
    round_one.do(c.GiveFloor, "second", body="group", seat="west-head")
    floors = round_one.session.floors
    assert (floors["meeting"].speaker, floors["meeting"].queue) == ("east-head", ("west-head",))
    assert (floors["group"].speaker, floors["group"].queue) == ("west-head", ())


def test_leaving_a_phase_closes_what_a_chair_opened_and_nothing_else(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group").do(c.GiveFloor, "second", body="group", seat="west-head")
    round_one.wait(20).when(c.EnterPhase, "trainer", phase="round-2").then("phase_entered")
    assert round_one.session.floors["group"].state == "open"  # it sits in both rounds
    round_one.do(c.SuspendSitting, "second", body="group").wait(20)
    round_one.when(c.EnterPhase, "trainer", phase="signing").then(
        ("sitting_closed", {"body": "group"}), "phase_entered"
    )
    assert round_one.session.floors["meeting"].state == "open"


def test_a_phase_that_is_left_ends_turns_before_it_closes_sittings(round_one: Story) -> None:
    round_one.wait(20).phase("round-2").do(c.OpenSitting, "second", body="group")
    round_one.do(c.GiveFloor, "second", body="group", seat="west-head").wait(20)
    round_one.when(c.EnterPhase, "trainer", phase="signing").then("floor_yielded", "sitting_closed", "phase_entered")


# -- members, observers, chairs ---------------------------------------------------------------------------------------


def test_an_observer_speaks_when_the_chair_invites_it(round_one: Story) -> None:
    round_one.when(c.RequestFloor, "teacher", body="meeting").refuses("OBSERVER")
    round_one.when(c.GiveFloor, "first", body="meeting", seat="teacher").then("floor_given")
    round_one.when(c.YieldFloor, "teacher", body="meeting").then("floor_yielded")
    round_one.when(c.ProposeAgenda, "teacher", issues=("crossing",)).refuses("ON-INVITATION")
    round_one.do(c.GiveFloor, "first", body="meeting", seat="teacher")
    round_one.when(c.ProposeAgenda, "teacher", issues=("crossing",)).refuses("OBSERVER")


def test_who_has_no_seat_in_a_body_has_no_part_in_it(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group")
    round_one.when(c.RequestFloor, "east-head", body="group").refuses("NOT-A-MEMBER")
    round_one.when(c.ProposeAgenda, "east-head", body="group", issues=("crossing",)).refuses("NOT-A-MEMBER")
    round_one.when(c.GiveFloor, "second", body="group", seat="east-head").refuses("NOT-A-MEMBER")
    round_one.when(c.WalkOut, "island-head", body="nowhere").refuses("UNKNOWN")


def test_a_new_chair_has_the_rights_of_the_chair_in_that_body_only(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group")
    assert Act.GIVE_FLOOR not in possible(round_one.session, "monitor")
    round_one.when(c.ChangeChair, "first", body="group", seats=("monitor",)).refuses("CHAIR-ONLY")
    round_one.when(c.ChangeChair, "second", body="group", seats=("east-head",)).refuses("NOT-A-MEMBER")
    round_one.when(c.ChangeChair, "second", body="group", seats=()).refuses("NO-CHAIR")
    round_one.when(c.ChangeChair, "second", body="group", seats=("second",)).refuses("ALREADY")
    round_one.when(c.ChangeChair, "second", body="group", seats=("monitor",), reason="I have to go.").then(
        ("chair_changed", {"body": "group", "seats": ("monitor",), "reason": "I have to go."})
    )
    round_one.when(c.GiveFloor, "second", body="group", seat="west-head").refuses("CHAIR-ONLY")
    round_one.when(c.GiveFloor, "monitor", body="group", seat="west-head").then("floor_given")
    round_one.when(c.SuspendSitting, "monitor", body="group").then("floor_yielded", "sitting_suspended")
    round_one.when(c.GiveFloor, "monitor", body="meeting", seat="west-head").refuses("NO-RIGHT")
    assert possible(round_one.session, "monitor")[Act.PRESIDE] is None


def test_the_second_chair_does_not_hand_on_the_chair(round_one: Story) -> None:
    round_one.when(c.ChangeChair, "second", body="meeting", seats=("second",)).refuses("CHAIR-ONLY")
    round_one.when(c.ChangeChair, "trainer", body="meeting", seats=("second",)).then("chair_changed")
    round_one.when(c.ChangeChair, "first", body="meeting", seats=("first",)).refuses("CHAIR-ONLY")


def test_a_chair_that_nobody_plays_is_refused(round_one: Story) -> None:
    seat = round_one.session.seats["monitor"]
    seats = {**round_one.session.seats, "monitor": replace(seat, source=Source.EMPTY)}
    round_one.session = replace(round_one.session, seats=seats)
    round_one.when(c.ChangeChair, "second", body="group", seats=("monitor",)).refuses("SEAT-EMPTY")


def test_an_event_changes_the_chair(round_one: Story) -> None:
    round_one.when(c.SendInject, "trainer", inject="recalled").then(
        "inject_sent", ("chair_changed", {"body": "meeting", "seats": ("second",)})
    )
    round_one.when(c.GiveFloor, "first", body="meeting", seat="west-head").refuses("CHAIR-ONLY")
    round_one.when(c.GiveFloor, "second", body="meeting", seat="west-head").then("floor_given")


def test_a_chair_can_open_its_body_before_it_sits(round_one: Story) -> None:
    round_one.do(c.ChangeChair, "trainer", body="group", seats=("monitor",))
    assert possible(round_one.session, "monitor")[Act.PRESIDE] is None
    seen = view(round_one.session, "monitor").bodies["group"]
    assert (seen.state, seen.can[Act.PRESIDE]) == ("planned", None)


# -- rights: role, body, act ------------------------------------------------------------------------------------------


def test_a_body_gives_a_role_an_act_that_it_has_nowhere_else(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group")
    round_one.when(c.ProposeAgenda, "east-herder", body="group", issues=("crossing",)).then("agenda_proposed")
    round_one.when(c.ProposeAgenda, "east-herder", issues=("crossing",)).refuses("NO-RIGHT")
    bodies = view(round_one.session, "east-herder").bodies
    assert bodies["group"].can[Act.PROPOSE_AGENDA] is None
    assert bodies["meeting"].can[Act.PROPOSE_AGENDA]


def test_a_body_takes_an_act_from_a_role(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group")
    round_one.when(c.RaisePointOfOrder, "monitor", body="group", text="The rope").refuses("NO-RIGHT")
    round_one.when(c.RaisePointOfOrder, "island-head", body="group", text="The rope").then("point_of_order_raised")


def test_a_body_asks_for_the_leave_of_its_chair(round_one: Story) -> None:
    assert possible(round_one.session, "monitor")[Act.PROPOSE_OPTION]  # on invitation, by its role
    round_one.do(c.OpenSitting, "second", body="group").do(c.GiveFloor, "second", body="group", seat="monitor")
    assert possible(round_one.session, "monitor")[Act.PROPOSE_OPTION] is None


# -- confidential bodies ----------------------------------------------------------------------------------------------


def test_what_a_confidential_body_does_stays_with_who_sits_in_it(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group")
    round_one.do(
        c.ProposeAgenda, "second", body="group", issues=("crossing",), wordings={"crossing": "Ropes and knots"}
    )
    for head in ("west-head", "island-head"):
        round_one.do(c.AdoptAgenda, head, body="group")
    round_one.do(c.TakeUpItem, "second", body="group", item="crossing")
    round_one.do(c.WalkOut, "west-head", body="group", item="crossing", reason="Not this.")
    round_one.do(c.OfferStep, "second", party="west", text="A break.", body="group")
    told = (
        "sitting_opened",
        "agenda_proposed",
        "agenda_endorsed",
        "agenda_adopted",
        "item_taken_up",
        "party_walked_out",
    )
    for kind in (*told, "step_offered"):
        assert knows(round_one, "island-head", kind)
        assert knows(round_one, "teacher", kind)  # observes it
        assert not knows(round_one, "east-head", kind)
        assert knows(round_one, "trainer", kind)
    outside = view(round_one.session, "east-head")
    assert (outside.bodies["group"].state, outside.bodies["group"].agenda.proposed) == ("", ())
    assert outside.bodies["group"].away == ()
    assert not outside.steps
    assert view(round_one.session, "island-head").bodies["group"].away == ("west",)
    assert "Ropes and knots" not in str(outside)


# -- agendas ----------------------------------------------------------------------------------------------------------


def test_each_body_has_an_agenda_of_its_own(adopted: Story) -> None:
    adopted.do(c.OpenSitting, "second", body="group")
    adopted.when(c.ProposeAgenda, "second", body="group", issues=("repair",)).refuses("NOT-ITS-ITEM")
    adopted.when(c.ProposeAgenda, "second", body="group", issues=("next-date", "crossing")).then(
        ("agenda_proposed", {"body": "group", "issues": ("next-date", "crossing")})
    )
    adopted.when(c.AdoptAgenda, "west-head", body="group").then("agenda_endorsed")
    adopted.when(c.AdoptAgenda, "island-head", body="group").then(
        "agenda_endorsed", ("agenda_adopted", {"body": "group"})
    )
    assert adopted.session.agenda.proposed == ("name", "crossing")


def test_bad_items_and_wordings_are_refused(round_one: Story) -> None:
    round_one.when(c.ProposeAgenda, "first", issues=()).refuses("EMPTY-AGENDA")
    round_one.when(c.ProposeAgenda, "first", issues=("nothing",)).refuses("UNKNOWN")
    round_one.when(c.ProposeAgenda, "first", issues=("name",), wordings={"repair": "x"}).refuses("NO-ITEM")
    round_one.when(c.ProposeAgenda, "first", issues=("name",), wordings={"name": "x" * 161}).refuses("TOO-LONG")
    round_one.when(c.AdoptAgenda, "east-head").refuses("NO-PROPOSAL")
    round_one.when(c.TakeUpItem, "first", item="name").refuses("NO-AGENDA")


def test_an_objection_to_a_wording_takes_the_agreement_back(round_one: Story) -> None:
    round_one.do(c.ProposeAgenda, "first", issues=("name", "crossing"))
    round_one.do(c.AdoptAgenda, "west-head")
    round_one.when(c.ObjectToItem, "west-head", item="crossing", reason="").refuses("EMPTY-TEXT")
    round_one.when(c.ObjectToItem, "west-head", item="repair", reason="Why?").refuses("NO-ITEM")
    said = {"item": "name", "reason": "That is not its name.", "wording": "The situation on the island"}
    round_one.when(c.ObjectToItem, "west-head", **said).then(("item_objected", {"party": "west", **said}))
    round_one.when(c.ObjectToItem, "west-head", **said).refuses("ALREADY")
    assert "west" not in round_one.session.agenda.endorsed
    assert knows(round_one, "teacher", "item_objected")
    round_one.do(c.AdoptAgenda, "east-head").do(c.AdoptAgenda, "island-head")
    assert round_one.session.agenda.adopted is None
    words = {"name": "The situation on the island"}
    round_one.do(c.ProposeAgenda, "second", issues=("name", "crossing"), wordings=words)
    assert not round_one.session.agenda.objections
    for head in HEADS:
        round_one.do(c.AdoptAgenda, head)
    round_one.when(c.TakeUpItem, "first", item="name").then(
        ("item_taken_up", {"called": "The situation on the island"})
    )


def test_who_objects_may_agree_after_all(round_one: Story) -> None:
    round_one.do(c.ProposeAgenda, "first", issues=("name",)).do(c.ObjectToItem, "west-head", item="name", reason="No.")
    round_one.do(c.AdoptAgenda, "east-head").do(c.AdoptAgenda, "island-head")
    round_one.when(c.AdoptAgenda, "west-head").then("agenda_endorsed", "agenda_adopted")


def test_the_play_goes_on_without_an_agenda_and_the_next_round_begins_a_new_one(round_one: Story) -> None:
    round_one.do(c.ProposeAgenda, "first", issues=("name",)).do(c.ObjectToItem, "west-head", item="name", reason="No.")
    round_one.do(c.GiveFloor, "first", body="meeting", seat="west-head").do(c.YieldFloor, "west-head", body="meeting")
    round_one.wait(20).phase("round-2")
    assert not round_one.session.agenda.proposed
    assert not round_one.session.agenda.objections
    round_one.when(c.ProposeAgenda, "first", issues=("crossing",)).then("agenda_proposed")


def test_items_are_taken_up_by_the_chair_from_the_adopted_agenda(adopted: Story) -> None:
    adopted.when(c.TakeUpItem, "west-head", item="name").refuses("NO-RIGHT")
    adopted.when(c.TakeUpItem, "first", item="repair").refuses("NO-ITEM")
    adopted.when(c.TakeUpItem, "first", item="name").then("item_taken_up")
    adopted.when(c.TakeUpItem, "first", item="name").refuses("ALREADY")
    adopted.do(c.TakeUpItem, "trainer", item="crossing")
    assert (adopted.session.agenda.item, adopted.session.agenda.done) == ("crossing", ("name",))
    adopted.do(c.SuspendSitting, "first", body="meeting")
    adopted.when(c.TakeUpItem, "first", item="name").refuses("SUSPENDED")


def test_a_chair_goes_on_without_everybody_in_its_own_body_only(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group")
    round_one.do(c.ProposeAgenda, "second", body="group", issues=("crossing",))
    round_one.when(c.ImposeAgenda, "first", body="group", reason="Time.").refuses("NOT-A-MEMBER")
    round_one.when(c.ImposeAgenda, "second", body="group", reason="Time.").then(
        ("agenda_adopted", {"imposed": True, "body": "group"})
    )


# -- walking out and coming back --------------------------------------------------------------------------------------


def test_who_leaves_a_body_stays_in_the_talks(round_one: Story) -> None:
    round_one.do(c.OpenSitting, "second", body="group").do(c.GiveFloor, "second", body="group", seat="west-head")
    round_one.when(c.WalkOut, "west-head", body="group", reason="Not with that list.").then(
        "floor_yielded", ("party_walked_out", {"party": "west", "body": "group", "item": ""})
    )
    assert round_one.session.consent["west"].consent is Consent.IN
    round_one.when(c.RequestFloor, "west-head", body="group").refuses("PARTY-AWAY")
    round_one.when(c.GiveFloor, "second", body="group", seat="west-head").refuses("PARTY-AWAY")
    round_one.when(c.RequestFloor, "west-head", body="meeting").then("floor_requested")
    round_one.when(c.WalkOut, "west-head", body="group").refuses("PARTY-AWAY")
    round_one.tick(20)
    assert round_one.session.outcome is None  # only who leaves the talks lets them collapse


def test_who_leaves_the_first_plenary_answers_nothing_there(adopted: Story) -> None:
    adopted.do(c.TablePackage, "east-head", terms={"crossing": "daylight"})
    adopted.do(c.WalkOut, "west-head", body="meeting")
    adopted.when(c.AnswerPackage, "west-head", package=1, answer="accept").refuses("PARTY-AWAY")
    adopted.when(c.TablePackage, "west-head", terms={"crossing": "free"}).refuses("PARTY-AWAY")
    adopted.when(c.BracketClause, "west-head", clause="crossing", wording="x").refuses("PARTY-AWAY")
    adopted.when(c.CallCaucus, "west-head", seats=("first",)).then("caucus_called")


def test_a_walk_out_for_an_item_ends_with_the_item(adopted: Story) -> None:
    adopted.do(c.TakeUpItem, "first", item="name")
    adopted.when(c.WalkOut, "west-head", item="repair").refuses("NO-ITEM")
    adopted.when(c.WalkOut, "west-head", item="name", reason="It has no such name.").then(
        ("party_walked_out", {"body": "meeting", "item": "name"})
    )
    adopted.when(c.RequestFloor, "west-head", body="meeting").refuses("PARTY-AWAY")
    adopted.do(c.TakeUpItem, "first", item="crossing")
    adopted.when(c.RequestFloor, "west-head", body="meeting").then("floor_requested")
    assert not adopted.session.floors["meeting"].away


def test_a_party_says_before_that_it_will_leave_for_an_item(adopted: Story) -> None:
    adopted.do(c.TakeUpItem, "first", item="name").do(c.WalkOut, "west-head", item="crossing")
    adopted.do(c.RequestFloor, "west-head", body="meeting")
    adopted.do(c.TakeUpItem, "first", item="crossing")
    adopted.when(c.RaisePointOfOrder, "west-head", body="meeting", text="x").refuses("PARTY-AWAY")


def test_a_new_round_brings_back_who_had_left_for_an_item(adopted: Story) -> None:
    adopted.do(c.TakeUpItem, "first", item="name").do(c.WalkOut, "west-head", item="name")
    adopted.do(c.WalkOut, "island-head", body="meeting")
    adopted.wait(20).phase("round-2")
    assert dict(adopted.session.floors["meeting"].away) == {"island": ""}


@pytest.mark.parametrize("body", ["", "meeting"])
def test_a_return_waits_for_a_step(adopted: Story, body: str) -> None:
    adopted.do(c.WalkOut, "west-head", body=body)
    adopted.when(c.ReturnToTalks, "west-head", body=body, step="Well").refuses("NO-STEP")
    adopted.when(c.OfferStep, "first", party="island", text="A break").refuses("NOT-AWAY")
    adopted.when(c.OfferStep, "west-head", party="west", text="A break").refuses(
        "PARTY-AWAY" if not body else "OWN-PARTY"
    )
    adopted.when(c.OfferStep, "first", party="west", text="").refuses("EMPTY-TEXT")
    adopted.when(c.OfferStep, "island-head", party="west", text="We leave the name out.").then(
        ("step_offered", {"party": "west", "body": body})
    )
    assert view(adopted.session, "teacher").steps["west"] == ("We leave the name out.",)
    adopted.do(c.ReturnToTalks, "west-head", body=body, step="The name is gone.")
    adopted.when(c.ReturnToTalks, "west-head", body=body).refuses("NOT-AWAY")
    adopted.do(c.WalkOut, "west-head", body=body)
    adopted.when(c.ReturnToTalks, "west-head", body=body).refuses("NO-STEP")  # an old step does not count


def test_consent_is_no_way_round_the_step(adopted: Story) -> None:
    adopted.do(c.WalkOut, "west-head")
    adopted.when(c.GiveConsent, "west-head", consent=Consent.IN).refuses("NO-STEP")
    adopted.do(c.OfferStep, "trainer", party="west", text="The list is withdrawn.")
    adopted.when(c.GiveConsent, "west-head", consent=Consent.IN).then("party_returned", "consent_changed")


def test_those_who_stay_adopt_the_agenda_without_who_left(round_one: Story) -> None:
    round_one.do(c.ProposeAgenda, "first", issues=("name",))
    round_one.do(c.AdoptAgenda, "east-head").do(c.AdoptAgenda, "island-head")
    round_one.when(c.AdoptAgenda, "island-head").refuses("ALREADY")
    round_one.do(c.WalkOut, "west-head", body="meeting")
    round_one.when(c.AdoptAgenda, "island-head").then("agenda_adopted")


def test_leaving_the_body_that_adopts_is_a_refusal(adopted: Story) -> None:
    clauses = {"crossing": c.ClauseDraft(option="daylight"), "repair": c.ClauseDraft(option="joint")}
    adopted.do(c.IssueVersion, "first", clauses=clauses).do(c.PutToAdoption, "first")
    adopted.do(c.AnswerAdoption, "east-head", verdict=Verdict.ADOPT)
    adopted.when(c.WalkOut, "west-head", body="meeting").then("party_walked_out", "adoption_failed")


# -- one person, two seats --------------------------------------------------------------------------------------------


def test_one_person_may_hold_two_seats(ford: Scenario) -> None:
    story = Story(begin(ford, seed=1)).do(c.OpenSession, "trainer", name="Test")
    story.do(c.CastSeat, "trainer", seat="monitor", source=Source.HUMAN, people=("Zoe",))
    story.when(c.CastSeat, "trainer", seat="teacher", source=Source.HUMAN, people=("Zoe",)).then("seat_cast")
    assert story.session.seats["monitor"].people == story.session.seats["teacher"].people
