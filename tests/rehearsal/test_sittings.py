"""Stand-ins in bodies with chairs and agendas: they open, dispute, reword, leave and come back."""

from typing import Any

import pytest

from simulator.engine import begin, view
from simulator.engine import commands as c
from simulator.engine.words import Consent, Source
from simulator.rehearsal import sittings
from simulator.rehearsal.course import rehearsal
from tests.engine.story import Story, scenario

HEADS = ("east-head", "west-head", "island-head")


@pytest.fixture
def meeting() -> Story:
    """The first round at the ford, ten minutes on; an agenda with a sore name is proposed."""
    written = scenario("ford")
    story = Story(begin(written, seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in written.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.STAND_IN)
    story.do(c.StartClock, "trainer").wait(4).phase("round-1")
    for head in HEADS:
        story.do(c.GiveConsent, head, consent=Consent.IN)
    return story.wait(2).do(c.ProposeAgenda, "first", issues=("name", "crossing")).wait(2)


def asked(story: Story, habit: Any, seat: str) -> Any:
    return habit(view(story.session, seat, story.at))


def test_a_chair_rewords_what_is_disputed_unless_it_insists(meeting: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting.do(c.ObjectToItem, "west-head", item="name", reason="No.").wait(2)
    monkeypatch.setattr(sittings, "insists", lambda *_: True)
    assert asked(meeting, sittings.propose_agenda, "first") is None
    monkeypatch.setattr(sittings, "insists", lambda *_: False)
    reworded = asked(meeting, sittings.propose_agenda, "first")
    assert reworded.wordings == {"name": "The situation on the island that the east bank calls Eastholm"}
    meeting.do(c.ProposeAgenda, "first", issues=reworded.issues, wordings={"name": "The situation on the island"})
    meeting.do(c.ObjectToItem, "west-head", item="name", reason="No.").wait(2)
    assert asked(meeting, sittings.propose_agenda, "first").issues == ("crossing",)


def test_only_the_chair_opens_and_only_who_stays_offers_a_step(meeting: Story) -> None:
    assert asked(meeting, sittings.open_sitting, "first") is None
    assert asked(meeting, sittings.open_sitting, "second").body == "group"
    assert asked(meeting, sittings.offer_step, "first") is None
    meeting.do(c.WalkOut, "west-head", body="meeting", reason="No.").wait(3)
    step = asked(meeting, sittings.offer_step, "first")
    assert (step.party, step.body) == ("west", "meeting")
    assert asked(meeting, sittings.come_back, "west-head") is None
    meeting.do(c.OfferStep, "first", party="west", text=step.text, body="meeting")
    assert asked(meeting, sittings.come_back, "west-head").body == "meeting"


def test_a_rehearsal_uses_all_of_it_and_is_refused_nothing() -> None:
    played = rehearsal(scenario("ford"), 1)
    told = {type(event).__struct_config__.tag for event in played.record.events}
    assert told >= {
        "sitting_opened",
        "sitting_closed",
        "agenda_adopted",
        "item_objected",
        "item_taken_up",
        "chair_changed",
    }
    assert not played.refusals
    assert played.session.ended


def test_a_case_without_agendas_of_bodies_is_played_as_before() -> None:
    story = Story(begin(scenario("well"), seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in story.session.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.STAND_IN)
    story.do(c.StartClock, "trainer").wait(5).phase("exploration").wait(4)
    habits = (sittings.open_sitting, sittings.close_sitting, sittings.propose_agenda, sittings.take_up_item)
    assert not any(asked(story, habit, "mediator") for habit in habits)
