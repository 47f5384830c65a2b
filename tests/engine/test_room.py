"""The wall: what the room may know, what is announced, and what the trainer lets it show."""

import pytest

from simulator.engine import Session, begin, room
from simulator.engine import commands as c
from simulator.engine.words import Source, WallPage
from tests.conformance.cases import load
from tests.engine.story import Story


def test_an_announcement_stands_until_it_is_taken_down(exploring: Story) -> None:
    exploring.when(c.Announce, "mediator", text="Lunch").refuses("CONTROL-ONLY")
    exploring.when(c.Announce, "trainer", text=" ").refuses("EMPTY-TEXT")
    exploring.when(c.Announce, "trainer", text="x" * 201).refuses("TOO-LONG")
    exploring.when(c.Announce, "trainer", text=" Back at\n11:05 ").then(
        ("announcement_made", {"text": "Back at 11:05"})
    )
    assert room(exploring.session).announcement == "Back at 11:05"
    exploring.when(c.Announce, "trainer").then(("announcement_made", {"text": ""}))
    assert room(exploring.session).announcement == ""
    assert [n.text for n in room(exploring.session).news] == ["Back at 11:05"]


def test_the_next_phase_takes_an_announcement_down(exploring: Story) -> None:
    exploring.do(c.Announce, "trainer", text="Back at 11:05").phase("convergence")
    assert room(exploring.session).announcement == ""


def test_the_trainer_chooses_what_the_wall_shows(exploring: Story) -> None:
    exploring.when(c.SetWall, "mediator", page=WallPage.TEXT).refuses("CONTROL-ONLY")
    exploring.when(c.SetWall, "trainer", body="nobody").refuses("UNKNOWN")
    exploring.when(c.SetWall, "trainer", document="nothing").refuses("UNKNOWN")
    exploring.when(c.SetWall, "trainer", beside="xx").refuses("UNKNOWN")
    exploring.when(c.SetWall, "trainer", page=WallPage.TEXT, beside="fr").then(
        ("wall_set", {"page": WallPage.TEXT, "beside": "fr"})
    )
    assert room(exploring.session).page is WallPage.TEXT


def opened(case: str) -> Story:
    """A shipped case, cast and begun."""
    written = load(case)
    story = Story(begin(written, seed=1)).do(c.OpenSession, "trainer", name="Test")
    for seat in written.seats:
        story.do(c.CastSeat, "trainer", seat=seat, source=Source.HUMAN)
    return story.do(c.StartClock, "trainer")


@pytest.mark.parametrize("case", ["mezraya-accord", "port-lumiere-pact"])
def test_a_body_that_meets_in_confidence_has_no_wall(case: str) -> None:
    story = opened(case)
    for name, body in story.session.scenario.bodies.items():
        asked = story.when(c.SetWall, "trainer", body=name)
        if body.confidential:
            asked.refuses("CONFIDENTIAL")
        else:
            asked.then("wall_set")
            assert room(story.session).hall.name == body.name
    assert not {b for b in room(story.session).halls if story.session.scenario.bodies[b].confidential}


def test_the_room_sees_who_speaks_and_who_waits(exploring: Story) -> None:
    speaks(exploring)
    hall = room(exploring.session, exploring.at).hall
    assert hall.speaker is not None
    assert hall.speaker.name == exploring.session.scenario.seats["upper-head"].name
    assert [p.name for p in hall.queue] == [exploring.session.scenario.seats["lower-head"].name]
    assert hall.spoken == 60.0


def speaks(story: Story) -> Session:
    """Upper speaks for a minute, and Lower waits."""
    body = next(iter(story.session.scenario.bodies))
    story.do(c.RequestFloor, "lower-head", body=body)
    story.do(c.GiveFloor, "mediator", body=body, seat="upper-head").wait(1)
    return story.session
