"""How incidents were handled, what was done before they were verified, and what became of promises, as told."""

from scoring.findings import Finding
from scoring.scorecard import score
from simulator.engine import commands as c
from simulator.engine.session import Record
from simulator.engine.words import TRAINER, Move, OutcomeKind, Progress
from tests.engine.hotline import fence, first_round, seen
from tests.engine.story import Story, scenario


def finding(story: Story, name: str) -> Finding:
    return score(Record(story.session.scenario, 1, tuple(story.happened))).finding(name)


def test_an_incident_is_told_with_the_time_of_every_step_its_versions_and_its_end() -> None:
    found = finding(seen(), "M19")
    assert found.observed
    assert found.value == 1
    assert found.table is not None
    assert found.table.rows[0].cells == ("1. A broken fence", 5.0, 1.0, 3.0, 2.0, 0, 2, "verified", "closed")
    assert found.reading == (
        "1 incident was reported, and 1 handled or closed; 3 of 3 steps on the hotline came in time; all whom it "
        "concerns have their version in the record of 1 of 1 incident."
    )
    assert len(found.evidence) == 11
    assert set(found.evidence) == set(found.table.rows[0].evidence)


def test_a_step_that_came_late_and_one_that_never_came_are_late() -> None:
    story = fence().tick(3).do(c.CallBack, "upper-head", incident=1, text="Not us.").tick(5)
    found = finding(story, "M19")
    assert found.table is not None
    assert found.table.rows[0].cells[2:6] == (3.0, None, None, 2)
    assert "0 of 2 steps on the hotline came in time" in found.reading
    assert found.value == 0


def test_a_step_whose_time_is_not_over_does_not_count() -> None:
    found = finding(fence().wait(1), "M19")
    assert "hotline" not in found.reading


def test_the_clock_set_forward_makes_nobody_slow() -> None:
    story = fence().do(c.JumpClock, TRAINER, minute=15).wait(1).do(c.AcknowledgeIncident, "mediator", incident=1)
    found = finding(story, "M19")
    assert found.table is not None
    assert found.table.rows[0].cells[2] == 1.0


def test_where_nothing_was_reported_there_is_nothing_to_see() -> None:
    found = finding(first_round(), "M19")
    assert (found.observed, found.reading) == (False, "No incident was reported.")
    ids = [f.id for f in score(Record(scenario("well"), 1)).findings]
    assert "M19" in ids
    assert not {"M19.before", "M28"} & set(ids)


def test_what_was_done_against_others_before_anybody_knew_is_told() -> None:
    story = fence().do(c.TagMove, "mediator", seat="upper-head", move=Move.THREAT)
    story.do(c.WalkOut, "lower-head", reason="Goats!")
    found = finding(story, "M19.before")
    assert found.value == 2
    assert found.table is not None
    assert [row.cells[2:] for row in found.table.rows] == [("threat", "upper"), ("walk_out", "lower")]
    later = seen().do(c.WalkOut, "lower-head", reason="Enough.")
    assert finding(later, "M19.before").value == 0
    assert finding(later, "M19.before").reading.startswith("Nobody walked out")


def test_promises_are_told_with_how_far_they_came() -> None:
    story = first_round().do(c.ReportProgress, "upper-head", entry=1, progress=Progress.DONE)
    story.do(c.JudgeCompliance, "observer", entry=1, level=2).phase("second-round")
    story.do(c.DeclareOutcome, "mediator", kind=OutcomeKind.NO_AGREEMENT)
    found = finding(story, "M28")
    assert found.value == 0.5
    assert found.reading == (
        "1 of 2 promises were done; 1 was carried from round to round; 2 were judged, on average 1.5 of 3."
    )
    assert found.table is not None
    assert found.table.rows[0].cells == ("Mend the pump beside the lid", "upper", "before the market day", "done", 1, 2)
    assert found.table.rows[1].cells[1] == "everybody"
