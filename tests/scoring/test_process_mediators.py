"""Questions and style of the mediators, against tables computed by hand."""

from typing import Any

import pytest

from scoring.findings import Finding
from scoring.process.mediators import STYLE_OF_MOVE, question_profile, style_profile
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import Move, OutcomeKind

Cells = tuple[Any, ...]


def cells(finding: Finding) -> list[Cells]:
    assert finding.table is not None
    return [row.cells for row in finding.table.rows]


def tag(script: Any, minute: float, seat: str, move: Move) -> Any:
    return script.at(minute, e.MoveTagged, "engineer", seat=seat, move=move)


# -- questions --------------------------------------------------------------------------------------------------------


@pytest.fixture
def asking(script: Any) -> Any:
    """The team has the floor for 4 minutes of exploration and 2 of convergence, and for 3 that nobody tags."""
    script.speak(0, "mediator", 4).speak(5, "upper-head", 2).phase(10, "convergence").speak(10, "mediator", 2)
    tag(script, 1, "mediator", Move.OPEN_QUESTION)
    tag(script, 2, "mediator", Move.OPEN_QUESTION)
    tag(script, 3, "mediator", Move.CLOSED_QUESTION)
    tag(script, 4, "mediator", Move.PARAPHRASE)
    tag(script, 6, "upper-head", Move.OPEN_QUESTION)  # a side's question
    tag(script, 11, "engineer", Move.CHECK)
    return script.phase(13, "exploration", loop=True).end(16, OutcomeKind.ABORTED)


def test_questions_by_phase_and_for_ten_minutes(asking: Any) -> None:
    finding = question_profile(asking.course())
    assert finding.value == 0.5
    assert cells(finding) == [
        ("exploration", 4, 2, 1, 0, 4.0, 7.5),
        ("convergence", 1, 0, 0, 1, 2.0, 5.0),
    ]
    assert finding.reading.endswith(
        "2 open, 1 closed, 1 check; in the phases with tags they had the floor for 6 minutes and asked at least 6.7 "
        "every 10 minutes."
    )
    assert "5 tags for 2 turns" in finding.caution


def test_a_phase_without_tags_has_no_rate(script: Any) -> None:
    tag(script.speak(0, "mediator", 4), 1, "mediator", Move.CHECK).phase(10, "convergence").speak(10, "mediator", 2)
    finding = question_profile(script.course())
    assert cells(finding)[1] == ("convergence", 0, 0, 0, 0, 2.0, None)
    assert "they had the floor for 4 minutes and asked at least 2.5 every 10 minutes" in finding.reading


def test_tags_of_one_phase_and_minutes_of_another_make_no_rate(script: Any) -> None:
    tag(script.speak(0, "mediator", 4).phase(10, "convergence"), 11, "mediator", Move.OPEN_QUESTION)
    finding = question_profile(script.course())
    assert finding.reading == "1 question of the mediators was tagged: 1 open, 0 closed, 0 checks."


def test_questions_without_the_speaking_clock_have_no_rate(script: Any) -> None:
    finding = question_profile(tag(script, 1, "mediator", Move.OPEN_QUESTION).course())
    assert (finding.value, cells(finding)) == (1.0, [("exploration", 1, 1, 0, 0, 0.0, None)])
    assert finding.reading == "1 question of the mediators was tagged: 1 open, 0 closed, 0 checks."


def test_tags_without_a_question_have_no_share(script: Any) -> None:
    finding = question_profile(tag(script.speak(0, "mediator", 5), 1, "mediator", Move.SUMMARY).course())
    assert (finding.observed, finding.value) == (True, None)
    assert cells(finding)[0] == ("exploration", 1, 0, 0, 0, 5.0, 0.0)


def test_untagged_questions_are_not_zero(script: Any) -> None:
    finding = question_profile(tag(script.speak(0, "mediator", 5), 6, "upper-head", Move.CHECK).course())
    assert (finding.observed, finding.value, finding.table) == (False, None, None)


# -- style ------------------------------------------------------------------------------------------------------------


def test_every_move_has_a_style() -> None:
    assert set(STYLE_OF_MOVE) == set(Move)


def test_style_counts_tags_and_acts_by_phase(script: Any) -> None:
    tag(script, 1, "mediator", Move.OPEN_QUESTION)
    tag(script, 2, "mediator", Move.REALITY_TEST)
    tag(script, 3, "mediator", Move.THREAT)
    tag(script, 3, "lower-head", Move.THREAT)
    script.at(4, e.IssueFramed, "mediator", issue="hours").at(4, e.IssueFramed, "mediator", issue="keeper")  # one act
    script.at(5, e.InterestAcknowledged, "mediator", interest="upper.school", party="mediation")
    script.at(6, e.AgendaAdopted, "mediator", issues=("hours",), imposed=True, reason="Time.")
    script.phase(10, "convergence")
    script.at(11, e.OptionProposed, "mediator", issue="hours", option="shared-board")  # comes with the package
    script.offer(11, 1, "mediator", True, hours="shared-board").offer(12, 2, "upper-head", hours="mornings-upper")
    draft = ClauseDraft(option="shared-board")
    script.at(13, e.VersionIssued, "mediator", version=1, clauses={"hours": draft})
    finding = style_profile(script.end(14, OutcomeKind.ABORTED).course())
    assert finding.value == pytest.approx(3 / 8)
    assert cells(finding) == [("exploration", 3, 1, 2), ("convergence", 0, 2, 0)]
    assert finding.reading == (
        "Of 8 interventions of the mediators 38 % facilitative, 38 % formulative and 25 % manipulative."
    )


def test_an_agenda_that_all_adopted_or_the_trainer_imposed_is_no_style(script: Any) -> None:
    tag(script, 1, "mediator", Move.SUMMARY)
    script.at(2, e.AgendaAdopted, "mediator", issues=("hours",))
    script.at(3, e.AgendaAdopted, issues=("hours",), imposed=True, reason="Time.")
    assert cells(style_profile(script.course())) == [("exploration", 1, 0, 0)]


def test_without_tags_style_is_not_known(script: Any) -> None:
    finding = style_profile(script.at(4, e.IssueFramed, "mediator", issue="hours").course())
    assert (finding.observed, finding.value) == (False, None)
    assert finding.reading.startswith("The mediators did 1 act on the screen, and nobody tagged")
    assert cells(finding) == [("exploration", 1, 0, 0)]
