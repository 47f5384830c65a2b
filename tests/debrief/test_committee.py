"""What the debriefing tells of reports, disputes and factions, and to whom."""

from collections.abc import Mapping

import pytest

from simulator.debrief.narration import sentence
from simulator.engine import commands as c
from simulator.engine.replay import moments
from simulator.engine.session import Record
from simulator.engine.words import DisputeKind, Say
from tests.debrief.conftest import out_of_role, pages
from tests.engine.committee import agreed, all_say, blocked, security, start
from tests.engine.story import scenario


@pytest.fixture(scope="module")
def record() -> Record:
    story = security(start(scenario("committee")), "three-hundred")
    lines = {"councils": blocked("No trust.")}
    story.do(c.DeliverReport, "councils-chair", body="institutions", lines=lines, text="We tried.")
    story.do(
        c.RaiseDispute, "coo-head", kind=DisputeKind.VIOLATION, article="a3", text="Nothing!", against="government"
    )
    story.do(c.AnswerDispute, "gov-head", dispute=1, text="Not so.")
    story.do(c.ProposeReading, "lead", dispute=1, text="By June.").do(c.ReferDispute, "lead", dispute=1, body="heads")
    story.do(c.ProposeReading, "lead", dispute=1, text="By July.")
    story.do(c.AcceptReading, "coo-head", dispute=1).do(c.AcceptReading, "gov-head", dispute=1)
    story.do(c.RaiseDispute, "pla-head", kind=DisputeKind.INTERPRETATION, article="a7", text="Money is a stop.")
    story.do(c.WithdrawDispute, "pla-head", dispute=2)
    story.wait(8).phase("reports")
    story.do(c.LiftMatter, "lead", report=2, issue="councils")
    story.do(c.ReturnReport, "lead", report=2, reason="Say what you need.")
    line = agreed("later", officers=20)
    story.do(c.DeliverReport, "lead", body="heads", lines={"councils": line})
    story.do(c.AnswerReport, "coo-head", report=3, say=Say.ABSTAINS)
    all_say(story, 1)
    story.do(c.AnswerReport, "coo-head", report=3, say=Say.NO, text="Never.").tick(60)
    return Record(story.session.scenario, 1, tuple(story.happened))


def told(record: Record) -> list[str]:
    return [sentence(moment, record.scenario) for moment, _ in moments(record)]


def test_every_step_is_a_sentence(record: Record) -> None:
    said = told(record)
    for wanted in (
        "Jonas Rede (Team) handed Plenary report 1 of Sub-committee on security: Mixed guards: agreed on Three "
        "hundred; Road escorts: agreed on Mixed escorts.",
        "Aya Brandt (Team) handed Plenary report 2 of Sub-committee on institutions: Local councils: blocked, “No "
        "trust.”, saying “We tried.”",
        "Coordination of the North raised dispute 1, that Government of Tamarel broke “Article 3. Councils”",
        "Government of Tamarel answered dispute 1: “Not so.”",
        "Mira Solheim (Team) referred dispute 1 to The heads.",
        "Dispute 1 is settled: “By July.”",
        "Platform of the Roads raised dispute 2 over how “Article 7. Roads” is read: “Money is a stop.”",
        "Bru Hadden (PLA) took dispute 2 back.",
        "Mira Solheim (Team) lifted Local councils, which report 2 leaves open, to The heads.",
        "Report 2 went back to its body, saying “Say what you need.”",
        "Mira Solheim (Team) handed Plenary report 3 of The heads: Local councils: agreed on New calendar (Officers "
        "paid by the fund: 20).",
        "Coordination of the North abstained on report 3.",
        "Coordination of the North objected to report 3, saying “Never.”",
        "Report 1 is adopted.",
    ):
        assert any(line.startswith(wanted) for line in said), wanted


@pytest.fixture(scope="module")
def written(record: Record) -> Mapping[str, str]:
    return pages(out_of_role(record))


def test_the_room_reads_the_measures_and_at_the_reveal_readings_and_lines(written: Mapping[str, str]) -> None:
    page = written["debrief.md"]
    assert "Reports of bodies" in page
    assert "Disputes over articles" in page
    assert "The army (GOV) would leave over Three hundred" in page
    assert "**How they read Article 3. Councils.** Progressively means when a region is safe." in page
    assert "**The northern wing.** No councils, no Coordination." in page


def test_no_seat_is_handed_the_reading_or_the_lines_of_others(written: Mapping[str, str]) -> None:
    made = {name: page for name, page in written.items() if "pla-head" in name}
    assert made
    assert not any("when a region is safe" in page or "No councils" in page for page in made.values())
