"""What became of inputs, and how faithfully messages were carried."""

import pytest

from scenarios.model import Scenario
from scoring import process
from scoring.findings import Finding
from scoring.process import Course
from scoring.process.inclusion import uptake
from scoring.process.messengers import fidelity, messages
from scoring.process.traces import handed_in, trace
from simulator.debrief.cards import card
from simulator.debrief.naming import Names
from simulator.engine import commands as c
from simulator.engine.session import Record
from simulator.engine.words import Uptake, Verdict
from tests.engine.heard import drafting, heard
from tests.engine.story import Story


def course(story: Story) -> Course:
    return Course.of(Record(story.session.scenario, 1, tuple(story.happened)))


def found(finding: Finding | None) -> Finding:
    assert finding is not None
    return finding


def cells(finding: Finding | None) -> list[tuple[object, ...]]:
    table = found(finding).table
    return [] if table is None else [row.cells for row in table.rows]


@pytest.fixture
def adopted() -> Story:
    """Noon was traced and is not in the text; the key is in the text and was not traced."""
    story = drafting()
    story.do(c.FileInput, "upper-head", text="Tell us who_pays.", issues=("hours",))
    story.do(c.IssueSynthesis, "mediator", points=(c.SynthesisPoint(text="Noon", inputs=(1, 3)),))
    story.do(c.TraceInput, "mediator", input=1, uptake=Uptake.IN_PART, clause="purpose")
    story.do(c.TraceInput, "mediator", input=3, uptake=Uptake.NOT_TAKEN_UP, reason="Nobody pays.")
    story.do(c.PutToAdoption, "mediator").do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT)
    return story.do(c.AnswerAdoption, "lower-head", verdict=Verdict.ADOPT)


def test_uptake_is_told_by_kind_of_party_and_beside_it_what_nobody_traced(adopted: Story) -> None:
    finding = found(handed_in(course(adopted)))
    assert finding.value == pytest.approx(1 / 3)
    assert cells(finding) == [("civil_society", 2, 0, 1, 0, 1, 0.5, 1), ("side", 1, 0, 0, 1, 0, 0.0, 0)]
    assert finding.reading == (
        "Of 3 inputs 1 went into a clause; nobody said what became of 1; 1 of these is found in what stood in the end, "
        "without a trace."
    )


def test_the_way_from_an_input_to_a_clause(adopted: Story) -> None:
    finding = found(trace(course(adopted)))
    rows = [(row[0], row[2], *row[4:]) for row in cells(finding)]
    assert rows == [
        (1, "An hour at noon for the school", "in_part", "/purpose", None, "not_reflected"),
        (2, "A key that is in neither village", "not_traced", None, None, "reflected"),
        (3, "Tell us who_pays.", "not_taken_up", None, "Nobody pays.", "cannot_be_seen"),
    ]
    assert "said to be taken up, and not shown by what stood in the end: input 1" in finding.reading
    assert finding.reading.endswith("the synthesis has 67 % of them.")
    told = card(finding, Names(adopted.session.scenario)).rows
    assert told[0].cells == (
        "1", "Valley", "“An hour at noon for the school”", "5", "in part", "Purpose", "–", "not reflected",
    )  # fmt: skip
    assert told[2].cells[2] == "“Tell us who_pays.”"


def test_what_civil_society_handed_in_counts_among_what_it_put_in(adopted: Story) -> None:
    assert [(row[1], row[6]) for row in cells(uptake(course(adopted)))] == [
        ("input", "not_reflected"),
        ("input", "reflected"),
    ]


def test_a_clause_that_was_set_aside_takes_up_nothing() -> None:
    story = drafting().do(c.TraceInput, "mediator", input=2, uptake=Uptake.TAKEN_UP, clause="keeper")
    assert "not shown" not in found(trace(course(story))).reading
    story.do(c.ParkClause, "mediator", clause="keeper")
    assert "said to be taken up, and not shown by what stood in the end: input 2" in found(trace(course(story))).reading


def test_a_case_without_inputs_and_messengers_has_no_such_findings(well: Scenario) -> None:
    ids = [finding.id for finding in process.findings(Course.of(Record(well, 0)))]
    assert not {"M15.inputs", "M15.trace", "M17.messages"} & set(ids)


def test_nothing_handed_in_and_nobody_sent_is_said() -> None:
    for finding in (handed_in(course(heard())), trace(course(heard())), messages(course(heard()))):
        assert (found(finding).observed, found(finding).value) == (False, None)


@pytest.mark.parametrize(
    ("sent", "said", "like"),
    [
        ("Open the lid by Friday.", "Open the lid by Friday!", 1.0),
        ("Open the lid by Friday.", "open the lid", 0.75),
        ("Open the lid by Friday.", "Nobody knows.", 0.0),
        ("L’accord tient.", "l'accord tient", 1.0),
        ("...", "Well.", 0.0),
    ],
)
def test_likeness_is_that_of_the_words(sent: str, said: str, like: float) -> None:
    assert fidelity(sent, said) == pytest.approx(like)


def test_messages_are_compared_and_lost_ones_told() -> None:
    story = heard()
    for text in ("Open the lid by Friday.", "Come at noon."):
        story.do(c.SendMessenger, "mediator", seat="runner", to=("lower-head",), text=text)
    story.wait(2).do(c.DeliverMessage, "runner", message=1, text="Open the lid, if you can.")
    finding = found(messages(course(story)))
    assert finding.value == pytest.approx(0.55, abs=0.01)
    assert finding.band is not None
    assert finding.reading == (
        "1 message was delivered, after 2 minutes, and is like what was sent by 0.55 of 1; 1 was never delivered."
    )
    assert cells(finding)[0][5:] == (2.0, 0.55, "Open the lid by Friday.", "Open the lid, if you can.")
    assert cells(finding)[1][5:] == (None, None, "Come at noon.", None)
    room, trainer = (card(finding, Names(story.session.scenario), personal) for personal in (False, True))
    assert "Teo" not in str(room.rows)
    assert "Teo Maller (Team)" in trainer.rows[0].cells
