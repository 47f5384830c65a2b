"""Messengers, reports on compliance, statements to the press, non-papers."""

import pytest

from simulator.engine import commands as c
from simulator.engine import view
from simulator.engine.words import Source
from tests.engine.heard import heard
from tests.engine.story import Story


@pytest.fixture
def story() -> Story:
    return heard()


def send(story: Story) -> Story:
    return story.do(c.SendMessenger, "mediator", seat="runner", to=("lower-head",), text="Open the lid by Friday.")


def test_a_messenger_is_of_the_own_team_and_goes_to_others(story: Story) -> None:
    story.when(c.SendMessenger, "mediator", seat="observer", to=("lower-head",), text="Go").refuses("NO-MESSENGER")
    story.when(c.SendMessenger, "mediator", seat="engineer", to=("lower-head",), text="Go").refuses("NO-MESSENGER")
    story.when(c.SendMessenger, "mediator", seat="mediator", to=("lower-head",), text="Go").refuses("NO-MESSENGER")
    story.when(c.SendMessenger, "mediator", seat="runner", to=("engineer",), text="Go").refuses("NOBODY")
    story.when(c.SendMessenger, "mediator", seat="runner", to=("nobody",), text="Go").refuses("UNKNOWN")
    story.when(c.SendMessenger, "mediator", seat="runner", to=("lower-head",), text=" ").refuses("EMPTY-TEXT")
    story.when(c.SendMessenger, "upper-head", seat="runner", to=("lower-head",), text="Go").refuses("NO-RIGHT")
    story.do(c.CastSeat, "trainer", seat="runner", source=Source.EMPTY)
    story.when(c.SendMessenger, "mediator", seat="runner", to=("lower-head",), text="Go").refuses("NO-MESSENGER")


def test_a_message_is_on_its_way_before_it_is_delivered(story: Story) -> None:
    send(story)
    story.wait(59 / 60).when(c.DeliverMessage, "runner", message=1, text="Soon.").refuses("ON-THE-WAY")
    assert "for 1 second." in story.refusal.why
    story.wait(1 / 60).when(c.DeliverMessage, "mediator", message=1, text="Soon.").refuses("UNKNOWN")
    story.when(c.DeliverMessage, "runner", message=2, text="Soon.").refuses("UNKNOWN")
    story.when(c.DeliverMessage, "runner", message=1, text="Open it soon.").then(
        ("message_delivered", {"to": ("lower-head",), "text": "Open it soon."})
    )
    story.when(c.DeliverMessage, "runner", message=1, text="Again.").refuses("ALREADY")


def test_who_gets_a_message_never_reads_what_was_sent(story: Story) -> None:
    send(story)
    assert view(story.session, "lower-head").committee.messages == ()
    assert not [m for m in view(story.session, "lower-head").log if "Friday" in str(m.event)]
    story.wait(1).do(c.DeliverMessage, "runner", message=1, text="Open it soon.")
    (got,) = view(story.session, "lower-head").committee.messages
    assert (got.said, got.text, got.sent) == ("Open it soon.", "", got.delivered)
    assert "Friday" not in str(view(story.session, "lower-head").log)
    assert view(story.session, "upper-head").committee.messages == ()
    assert "soon" not in str(view(story.session, "upper-head").log)
    for team in ("mediator", "runner", "engineer", "trainer"):
        (both,) = view(story.session, team).committee.messages
        assert (both.text, both.said) == ("Open the lid by Friday.", "Open it soon.")


def test_the_observer_publishes_levels_of_entries_that_exist(story: Story) -> None:
    story.when(c.PublishReport, "observer", text="See", levels={"7": 1}).refuses("UNKNOWN")
    story.when(c.PublishReport, "observer", text="See", levels={"1": 4}).refuses("OUT-OF-RANGE")
    story.when(c.PublishReport, "observer", text="See", levels={"1": -1}).refuses("OUT-OF-RANGE")
    story.when(c.PublishReport, "observer", text=" ", levels={"1": 1}).refuses("EMPTY-TEXT")
    story.when(c.PublishReport, "mediator", text="See", levels={"1": 1}).refuses("NO-RIGHT")
    story.when(c.PublishReport, "observer", text="The lid is open to the rain.", levels={"2": 3, "1": 0}).then(
        ("compliance_published", {"levels": {"1": 0, "2": 3}})
    )
    assert [entry.level for entry in story.session.follow_up.values()] == [0, 3]
    (report,) = view(story.session, "lower-head").committee.statements
    assert (report.by, report.levels) == ("observer", {"1": 0, "2": 3})


def test_what_is_told_to_the_press_everybody_reads(story: Story) -> None:
    story.when(c.IssueStatement, "runner", text="No comment.").refuses("NO-RIGHT")
    story.when(c.IssueStatement, "reporter", text="The lid stays shut.").then(("statement_issued", {"party": "watch"}))
    assert view(story.session, "upper-head").committee.statements[0].text == "The lid stays shut."


def test_a_non_paper_reaches_whom_it_is_handed_to(story: Story) -> None:
    story.when(c.IssueNonPaper, "upper-head", title="Hours", text="Six each", to=("upper-head",)).refuses("NOBODY")
    story.when(c.IssueNonPaper, "upper-head", title="", text="Six each", to=("all",)).refuses("EMPTY-TEXT")
    story.when(c.IssueNonPaper, "runner", title="Hours", text="Six each", to=("all",)).refuses("NO-RIGHT")
    story.do(c.IssueNonPaper, "upper-head", title="Hours", text="Six each", to=("mediator", "upper-head"))
    for seat in ("mediator", "upper-head", "trainer"):
        assert [p.title for p in view(story.session, seat).inputs.non_papers] == ["Hours"]
    assert view(story.session, "lower-head").inputs.non_papers == ()
    assert "Six each" not in str(view(story.session, "lower-head").log)
    story.do(c.IssueNonPaper, "upper-head", title="Key", text="To an elder", to=("all", "mediator"))
    assert [p.title for p in view(story.session, "lower-head").inputs.non_papers] == ["Key"]


def test_a_phase_opens_inputs_and_messages(story: Story) -> None:
    send(story).wait(3).phase("convergence").wait(1).phase("de-role")
    story.when(c.DeliverMessage, "runner", message=1, text="Too late.").refuses("NOT-IN-PHASE")
    story.when(c.FileInput, "speaker", card="noon-for-school").refuses("NOT-IN-PHASE")
