"""What bodies agreed to talk about (M29), and who left what (M14), in sessions told step by step."""

import pytest

from scoring.process import Course
from scoring.process.agendas import agendas
from scoring.process.consent import consent_course
from scoring.process.milestones import milestones
from simulator.engine import begin
from simulator.engine import commands as c
from simulator.engine.session import Record
from simulator.engine.words import Consent, Source
from tests.engine.story import Story, scenario

HEADS = ("east-head", "west-head", "island-head")


@pytest.fixture
def rounds() -> Story:
    """Two rounds at the ford: a dispute over a name, a walk-out for an item, one from a body, and a return."""
    written = scenario("ford")
    story = Story(begin(written, seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in written.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN, people=("Somebody",))
    story.do(c.StartClock, "trainer").wait(4).phase("round-1")
    for head in HEADS:
        story.do(c.GiveConsent, head, consent=Consent.IN)
    story.wait(1).do(c.ProposeAgenda, "first", issues=("name", "crossing"))
    story.wait(1).do(c.ObjectToItem, "west-head", item="name", reason="No.").do(c.AdoptAgenda, "east-head")
    story.wait(2).do(c.ImposeAgenda, "first", reason="Time.").do(c.TakeUpItem, "first", item="name")
    story.wait(1).do(c.WalkOut, "west-head", item="name", reason="No.")
    story.wait(3).do(c.TakeUpItem, "first", item="crossing")
    story.do(c.OpenSitting, "second", body="group").do(c.ProposeAgenda, "second", body="group", issues=("crossing",))
    story.do(c.AdoptAgenda, "west-head", body="group").do(c.AdoptAgenda, "island-head", body="group")
    story.wait(1).do(c.WalkOut, "island-head", body="group", reason="Enough.")
    story.wait(2).do(c.OfferStep, "second", party="island", body="group", text="A break.")
    story.do(c.ReturnToTalks, "island-head", body="group")
    story.wait(7).phase("round-2")
    return story.do(c.ProposeAgenda, "first", issues=("name",)).wait(1)


def course(story: Story) -> Course:
    return Course.of(Record(story.session.scenario, 1, tuple(story.happened)))


def test_each_agenda_has_a_row(rounds: Story) -> None:
    found = agendas(course(rounds))
    assert found is not None
    assert found.table is not None
    assert [row.cells for row in found.table.rows] == [
        ("meeting", "round-1", 1, 1, "imposed", 4.0, 2, 2),
        ("group", "round-1", 1, 0, "adopted", 8.0, 1, 0),
        ("meeting", "round-2", 1, 0, "not adopted", None, 0, 0),
    ]
    assert found.value == pytest.approx(1 / 3)
    assert found.reading == "1 agenda was adopted; 1 imposed; 1 never adopted; there was 1 objection to an item."


def test_who_leaves_a_body_is_counted_beside_who_leaves_the_talks(rounds: Story) -> None:
    found = consent_course(course(rounds))
    assert found.table is not None
    assert found.table.columns[-2:] == ("bodies_left", "minutes_out_of_bodies")
    rows = {row.cells[0]: row.cells for row in found.table.rows}
    assert rows["west"][-2:] == (1, 3.0)
    assert rows["island"][-2:] == (1, 2.0)
    assert rows["east"][-2:] == (0, 0.0)
    assert rows["west"][2] == 0
    assert found.value == 2
    assert "2 times a party left a body, or left it for an item, and stayed in the talks" in found.reading


def test_the_agenda_of_a_working_group_is_no_milestone_of_the_talks(rounds: Story) -> None:
    found = milestones(course(rounds))
    assert found.table is not None
    assert found.table.rows[0].cells[:2] == ("agenda_adopted", 8.0)


def test_a_case_without_agendas_of_bodies_has_no_such_measure() -> None:
    assert agendas(Course.of(Record(scenario("well"), 1, ()))) is None
