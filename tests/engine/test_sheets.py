"""Preparation sheets, the mediators' map and code of conduct, and the terms on which an interest is carried."""

import pytest

from scenarios.model import Condition, Scenario
from simulator.engine import TRAINER, begin, view
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.injects import holds
from simulator.engine.view.audience import may_know
from simulator.engine.words import Permission, Source
from tests.conformance.discretion import assert_nothing_leaks
from tests.engine.story import Story, scenario

SECRET = "The school comes before the gardens, whatever we say."


@pytest.fixture
def story(exploring: Story) -> Story:
    """The Well in its exploration."""
    return exploring


@pytest.fixture
def sheet(opened: Story) -> Story:
    """Before the clock starts."""
    return opened


class TestPreparation:
    """A party's sheet: written by any seat of it, filed, changed, filed again."""

    def test_it_is_written_part_by_part_and_filed(self, sheet: Story) -> None:
        written = ("sheet_written", {"party": "upper", "parts": {"interests": SECRET}})
        sheet.when(c.WriteSheet, "upper-head", parts={"interests": f"  {SECRET} "}).then(written)
        sheet.when(c.FileSheet, "upper-head").then(("sheet_filed", {"party": "upper"}))
        found = view(sheet.session, "upper-head").preparation["upper"]
        assert [part.text for part in found.parts if part.text] == [SECRET]
        assert found.filed is not None
        assert not found.changed

    def test_a_change_keeps_the_plan_that_was_filed(self, sheet: Story) -> None:
        sheet.do(c.WriteSheet, "upper-head", parts={"opening": "All of it."}).do(c.FileSheet, "upper-head")
        sheet.do(c.WriteSheet, "upper-head", parts={"opening": "Half of it."})
        found = view(sheet.session, "upper-head").preparation["upper"]
        assert next((p.planned, p.text) for p in found.parts if p.id == "opening") == ("All of it.", "Half of it.")
        assert found.changed
        sheet.do(c.WriteSheet, "upper-head", parts={"opening": ""})
        assert sheet.session.sheets["upper"].parts == {}

    def test_the_rules_say_no_to_what_is_none(self, sheet: Story) -> None:
        sheet.when(c.WriteSheet, "upper-head", parts={"hopes": "x"}).refuses("UNKNOWN")
        sheet.when(c.WriteSheet, "upper-head", parts={"opening": " "}).refuses("NO-CHANGE")
        sheet.when(c.FileSheet, "upper-head").refuses("EMPTY-TEXT")
        sheet.do(c.WriteSheet, "upper-head", parts={"opening": "x"}).do(c.FileSheet, "upper-head")
        sheet.when(c.FileSheet, "upper-head").refuses("ALREADY")
        sheet.when(c.WriteSheet, "trainer", parts={"opening": "x"}).refuses("NO-RIGHT")
        sheet.when(c.WriteSheet, "upper-head", parts={"opening": "x" * 2001}).refuses("TOO-LONG")

    def test_nobody_else_reads_it(self, sheet: Story) -> None:
        sheet.do(c.WriteSheet, "upper-head", parts={"interests": SECRET}).do(c.FileSheet, "upper-head")
        for seat, chair in sheet.session.scenario.seats.items():
            assert (SECRET in repr(view(sheet.session, seat))) == (chair.party == "upper"), seat
            told = [m for m in sheet.session.log if isinstance(m.event, e.SheetEvent)]
            assert {may_know(m.event, sheet.session, seat) for m in told} == {chair.party == "upper"}
        assert SECRET in repr(view(sheet.session, TRAINER).preparation)

    def test_mediators_have_other_parts_than_sides(self, sheet: Story) -> None:
        parts = {seat: [p.id for p in view(sheet.session, seat).preparation[party].parts]
                 for seat, party in (("mediator", "mediation"), ("upper-head", "upper"))}  # fmt: skip
        assert "caucuses" in parts["mediator"]
        assert "batna" in parts["upper-head"]

    def test_a_condition_can_wait_for_it(self, sheet: Story) -> None:
        asked = Condition(prepared=("upper", "lower"))
        sheet.do(c.WriteSheet, "upper-head", parts={"opening": "x"}).do(c.FileSheet, "upper-head")
        assert not holds(asked, sheet.session, 0)
        sheet.do(c.WriteSheet, "lower-head", parts={"opening": "x"}).do(c.FileSheet, "lower-head")
        assert holds(asked, sheet.session, 0)


class TestMap:
    """What the mediators believe of the parties."""

    def test_a_belief_is_noted_changed_and_struck(self, story: Story) -> None:
        fields = {"party": "upper", "text": "They fear for the school.", "sure": 1, "issue": "hours"}
        story.when(c.NoteBelief, "mediator", **fields).then(("belief_noted", {"belief": 1, "by": "mediator", **fields}))
        story.do(c.NoteBelief, "mediator", belief=1, party="upper", text=SECRET, sure=3, learned_from="lower")
        (belief,) = view(story.session, "mediator").beliefs
        assert (belief.text, belief.sure, belief.learned_from, belief.issue) == (SECRET, 3, "lower", None)
        assert belief.before == ("They fear for the school.",)
        story.do(c.StrikeBelief, "mediator", belief=1, reason="They said no.")
        (belief,) = view(story.session, "mediator").beliefs
        assert belief.struck
        story.when(c.StrikeBelief, "mediator", belief=1).refuses("UNKNOWN")
        story.when(c.NoteBelief, "mediator", belief=1, **fields).refuses("UNKNOWN")

    def test_only_an_interest_that_was_heard_can_stand_behind_it(self, story: Story) -> None:
        fields = {"party": "upper", "text": "The school.", "sure": 2, "interest": "upper.school"}
        story.when(c.NoteBelief, "mediator", **fields).refuses("UNKNOWN")
        story.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",))
        story.do(c.NoteBelief, "mediator", **fields)
        assert view(story.session, "mediator").beliefs[0].interest == "upper.school"
        story.when(c.NoteBelief, "mediator", **fields | {"party": "lower"}).refuses("UNKNOWN")

    def test_the_rules_say_no_to_what_is_none(self, story: Story) -> None:
        story.when(c.NoteBelief, "mediator", party="mediation", text="x", sure=1).refuses("OWN-PARTY")
        story.when(c.NoteBelief, "mediator", party="upper", text="x", sure=4).refuses("OUT-OF-RANGE")
        story.when(c.NoteBelief, "mediator", party="upper", text=" ", sure=1).refuses("EMPTY-TEXT")
        story.when(c.NoteBelief, "mediator", party="upper", text="x", sure=1, issue="moon").refuses("UNKNOWN")
        story.when(c.NoteBelief, "upper-head", party="lower", text="x", sure=1).refuses("NO-RIGHT")

    def test_it_stays_with_the_team(self, story: Story) -> None:
        story.do(c.NoteBelief, "mediator", party="upper", text=SECRET, sure=2)
        for seat, chair in story.session.scenario.seats.items():
            assert (SECRET in repr(view(story.session, seat))) == (chair.party == "mediation"), seat
        assert view(story.session, TRAINER).beliefs
        assert_nothing_leaks(story.session)


class TestConduct:
    """The mediators' own code of conduct."""

    def test_an_item_is_ticked_and_taken_back(self, story: Story) -> None:
        story.do(c.MarkConduct, "mediator", item="consent", text="Both, at the door.")
        items = {i.id: i.tick for i in view(story.session, "mediator").conduct["mediation"]}
        tick = items["consent"]
        assert tick is not None
        assert tick.text == "Both, at the door."
        assert items["absent"] is None
        story.when(c.MarkConduct, "mediator", item="consent").refuses("ALREADY")
        story.do(c.MarkConduct, "mediator", item="consent", done=False)
        story.when(c.MarkConduct, "mediator", item="consent", done=False).refuses("ALREADY")
        story.when(c.MarkConduct, "mediator", item="charm").refuses("UNKNOWN")
        story.when(c.MarkConduct, "upper-head", item="consent").refuses("NO-RIGHT")
        assert view(story.session, "upper-head").conduct == {}

    def test_a_scenario_can_have_its_own(self, well: Scenario) -> None:
        case = well.model_copy(update={"code_of_conduct": {"gifts": "We took no gift."}})
        story = Story(begin(case, seed=1)).do(c.OpenSession, "trainer", name="Test")
        story.do(c.CastSeat, "trainer", seat="mediator", source=Source.HUMAN, people=("Ann",))
        assert [(i.id, i.text) for i in view(story.session, "mediator").conduct["mediation"]] == [
            ("gifts", "We took no gift.")
        ]


class TestTerms:
    """To whom an interest may be carried, and that this can be taken back."""

    def test_it_may_go_only_where_its_owner_said(self) -> None:
        story = Story(begin(scenario("well-tested"), seed=1)).do(c.OpenSession, "trainer", name="Test")
        for seat in story.session.scenario.seats:
            story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
        story.do(c.StartClock, "trainer").wait(5).phase("exploration")
        story.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",),
                 permission=Permission.RELEASABLE, carry_to=("lower",))  # fmt: skip
        heard = next(i for i in view(story.session, "mediator").interests if i.id == "upper.school")
        assert heard.carry_to == ("lower",)
        story.when(c.RelayInterest, "mediator", interest="upper.school", to=("all",)).refuses("IN-CONFIDENCE")
        story.do(c.RelayInterest, "mediator", interest="upper.school", to=("lower-head",))
        assert not story.session.interests["upper.school"].breached
        own = next(i for i in view(story.session, "upper-head").interests if i.id == "upper.school")
        assert own.carried == ("lower-head",)

    def test_leave_can_be_taken_back(self, story: Story) -> None:
        story.when(c.WithdrawRelease, "upper-head", interest="upper.school").refuses("ALREADY")
        story.do(c.DiscloseInterest, "upper-head", interest="upper.school", to=("mediator",),
                 permission=Permission.RELEASABLE)  # fmt: skip
        story.when(c.WithdrawRelease, "upper-head", interest="upper.school").then(
            ("release_withdrawn", {"interest": "upper.school"})
        )
        assert story.session.interests["upper.school"].state == "elicited"
        story.when(c.RelayInterest, "mediator", interest="upper.school", to=("lower-head",)).refuses("IN-CONFIDENCE")
        story.do(c.PermitRelease, "upper-head", interest="upper.school", carry_to=("lower",))
        story.when(c.PermitRelease, "upper-head", interest="upper.school", carry_to=("lower",)).refuses("ALREADY")
        story.do(c.PermitRelease, "upper-head", interest="upper.school")
        assert view(story.session, "mediator").interests[-1].carry_to == ()


class TestNotes:
    """Private notes that belong to a meeting or to somebody."""

    def test_a_note_belongs_to_a_meeting(self, story: Story) -> None:
        story.do(c.CallCaucus, "mediator", seats=("upper-head",)).do(c.AcceptCaucus, "upper-head", caucus=1)
        story.do(c.WriteNote, "mediator", text=SECRET, caucus=1).do(c.WriteNote, "mediator", text="Plain.")
        seen = view(story.session, "mediator")
        assert [(about.caucus, about.seat) for about in seen.notes_about] == [(1, None), (None, None)]
        assert [text for _, text in seen.notes] == [SECRET, "Plain."]
        story.when(c.WriteNote, "lower-head", text="x", caucus=1).refuses("UNKNOWN")
        story.when(c.WriteNote, "lower-head", text="x", seat="nobody").refuses("UNKNOWN")
        assert SECRET not in repr(view(story.session, "upper-head"))
