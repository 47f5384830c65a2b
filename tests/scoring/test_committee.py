"""What reports, contradictions, disputes and factions became, as measures tell it."""

import pytest

from scenarios.model import Scenario
from scoring.findings import Finding
from scoring.scorecard import score
from simulator.engine import commands as c
from simulator.engine.session import Record
from simulator.engine.words import DisputeKind, OutcomeKind, Say
from tests.engine.committee import agreed, all_say, blocked, security, start
from tests.engine.story import Story, scenario


@pytest.fixture(scope="module")
def case() -> Scenario:
    return scenario("committee")


def finding(story: Story, name: str) -> Finding:
    return score(Record(story.session.scenario, 1, tuple(story.happened))).finding(name)


def test_reports_are_told_with_what_became_of_them_and_when(case: Scenario) -> None:
    story = security(start(case))
    story.do(c.DeliverReport, "councils-chair", body="institutions", lines={"councils": blocked("No trust.")})
    story.wait(8).phase("reports")
    story.do(c.LiftMatter, "lead", report=2, issue="councils")
    story.do(c.AnswerReport, "coo-head", report=1, say=Say.NO, text="A hundred is nothing.")
    story.wait(2)
    security(story, "two-hundred", "army").wait(1)
    all_say(story, 3)
    found = finding(story, "M26")
    assert found.observed
    assert found.value == 1
    assert found.table is not None
    assert [row.cells[6] for row in found.table.rows] == ["returned", "lifted", "adopted"]
    assert found.table.rows[2].cells[7] == 1.0
    assert found.reading == (
        "3 reports were handed over; 1 was adopted, 0 of them at once; 1 went back; from 1 report something was lifted "
        "to the heads; the slowest took 1 minute to adoption."
    )
    story.do(c.DeclareOutcome, "lead", kind=OutcomeKind.PARTIAL_AGREEMENT)
    assert finding(story, "outcome.terms").value == 2
    assert set(finding(story, "M26").evidence) >= {row.evidence[0] for row in found.table.rows}


def test_a_contradiction_is_put_right_or_adopted_all_the_same(case: Scenario) -> None:
    story = start(case)
    story.do(c.DeliverReport, "security-chair", body="security", lines={"guards": agreed("two-hundred")})
    story.do(c.DeliverReport, "councils-chair", body="institutions", lines={"councils": agreed("later", officers=150)})
    story.wait(8).phase("reports")
    all_say(story, 1)
    story.do(c.ReturnReport, "lead", report=2, reason="Too many officers.").wait(1)
    found = finding(story, "M26.contradictions")
    assert found.table is not None
    assert [row.cells[:4] for row in found.table.rows] == [("officers", "1, 2", 8.0, "put_right")]
    story.do(c.DeliverReport, "councils-chair", body="institutions", lines={"councils": agreed("later", officers=101)})
    all_say(story, 3)
    found = finding(story, "M26.contradictions")
    assert found.reading == (
        "2 contradictions stood between reports; 1 was put right before adoption; 1 was adopted with it."
    )


def test_disputes_are_told_by_kind_and_end(case: Scenario) -> None:
    story = start(case)
    for article in ("a3", "a7"):
        story.do(
            c.RaiseDispute,
            "coo-head",
            kind=DisputeKind.VIOLATION,
            article=article,
            text="Broken.",
            against="government",
        )
    story.do(c.WithdrawDispute, "coo-head", dispute=2)
    story.do(c.ProposeReading, "lead", dispute=1, text="By June.")
    story.do(c.AcceptReading, "coo-head", dispute=1).wait(2).do(c.AcceptReading, "gov-head", dispute=1)
    found = finding(story, "M27")
    assert found.value == 1
    assert found.reading == (
        "2 disputes were raised: 2 of violation; 1 was settled by accepted words; 1 was taken back; 0 were left open."
    )
    assert found.table is not None
    assert found.table.rows[0].cells[6:] == (1, "settled", 2.0)


@pytest.mark.parametrize(
    ("guards", "councils", "leaving"),
    [
        ("two-hundred", "three-regions", []),
        ("three-hundred", "later", ["government.army", "coordination.wing"]),
        ("hundred", None, ["coordination.wing"]),
    ],
)
def test_factions_leave_over_an_option_or_for_want_of_one(
    case: Scenario, guards: str, councils: str | None, leaving: list[str]
) -> None:
    story = security(start(case), guards)
    line = agreed(councils) if councils else blocked("No trust.")
    story.do(c.DeliverReport, "councils-chair", body="institutions", lines={"councils": line})
    story.wait(8).phase("reports")
    all_say(story, 1)
    all_say(story, 2)
    story.tick(60)
    found = finding(story, "outcome.factions")
    assert found.value == len(leaving)
    assert found.table is not None
    assert [row.cells[1] for row in found.table.rows if row.cells[2] == "would_leave"] == leaving
    assert found.evidence


def test_what_is_agreed_in_own_words_has_no_points_and_drives_no_faction_away(case: Scenario) -> None:
    story = security(start(case))
    line = agreed(text="Councils where elders ask for them.")
    story.do(c.DeliverReport, "councils-chair", body="institutions", lines={"councils": line})
    story.wait(8).phase("reports")
    all_say(story, 1)
    all_say(story, 2)
    story.tick(60)
    assert not finding(story, "outcome.value").observed
    assert "in words of its own" in finding(story, "outcome.value").reading
    assert finding(story, "outcome.factions").value == 0


def test_where_a_case_has_no_committee_nothing_is_said_of_one(well: Scenario) -> None:
    found = {each.id for each in score(Record(well, 1)).findings}
    assert not found & {"M26", "M26.contradictions", "M27", "outcome.factions"}
