"""Drafts, brackets and words of the one text, against tables computed by hand."""

from typing import Any

import pytest

from scoring.findings import Band, Finding
from scoring.process.drafting import bracket_lives, draft_fairness, text_dynamics
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import OutcomeKind, Resolution

Cells = tuple[Any, ...]


def cells(finding: Finding) -> list[Cells]:
    assert finding.table is not None
    return [row.cells for row in finding.table.rows]


def issue(script: Any, minute: float, version: int, **clauses: ClauseDraft) -> Any:
    return script.at(minute, e.VersionIssued, "mediator", version=version, clauses=clauses)


def bracket(script: Any, minute: float, clause: str, number: int, party: str) -> Any:
    return script.at(minute, e.ClauseBracketed, f"{party}-head", clause=clause, bracket=number, party=party)


def lift(script: Any, minute: float, clause: str, number: int, by: str, how: Resolution, **said: str) -> Any:
    return script.at(minute, e.BracketLifted, f"{by}-head", clause=clause, bracket=number, resolution=how, **said)


@pytest.fixture
def drafted(script: Any) -> Any:
    """Version 1 in minute 2, version 2 in minute 8; three brackets, one on a clean clause, one of them never lifted."""
    issue(
        script,
        2,
        1,
        purpose=ClauseDraft(wording="one two three four"),
        hours=ClauseDraft(option="mornings-upper"),  # 11 words in the scenario
        keeper=ClauseDraft(wording=""),
    )
    bracket(script, 3, "hours", 1, "lower")
    script.at(4, e.ReadingClosed, "mediator", version=1, clean=("purpose",))
    bracket(script, 5, "purpose", 1, "upper")
    lift(script, 6, "purpose", 1, "upper", Resolution.MERGED, wording="one two three four five six")
    issue(script, 8, 2, keeper=ClauseDraft(wording="a b c"))
    lift(script, 10, "hours", 1, "lower", Resolution.CHOSE_TEXT)
    bracket(script, 11, "keeper", 1, "lower")
    return script


def test_versions_brackets_churn_and_words(drafted: Any) -> None:
    finding = text_dynamics(drafted.end(14, OutcomeKind.ABORTED).course())
    assert finding.value == 1.0
    assert cells(finding) == [
        (1, 2.0, 2, 1, 1, 1, 2, 8.5),  # (6 + 11) / 2, the empty clause left out
        (2, 8.0, 1, 1, 1, 0, 3, 6.7),  # (6 + 11 + 3) / 3
    ]
    assert finding.reading == (
        "2 versions; 1 bracket open when the talks were over; what had been clean was contested again 1 time; "
        "6.7 words a clause under the last version, 8.5 under the first version."
    )


def test_a_bracket_lives_from_put_to_lift_and_the_open_one_is_told(drafted: Any) -> None:
    finding = bracket_lives(drafted.end(14, OutcomeKind.ABORTED).course())
    assert finding.value == pytest.approx((7 + 1) / 2)
    assert cells(finding) == [
        ("hours", "lower", 3.0, 10.0, 7.0, "chose_text"),
        ("purpose", "upper", 5.0, 6.0, 1.0, "merged"),
        ("keeper", "lower", 11.0, None, None, None),
    ]
    assert finding.reading == (
        "3 brackets (Lower 2 and Upper 1); 2 lifted (1 for the text as it stood and 1 merged), in the middle "
        "case after 4 minutes; 1 still open when the talks were over."
    )
    assert "not in the median" in finding.caution


def test_a_clause_is_contested_again_once_until_it_is_clean_again(script: Any) -> None:
    issue(script, 2, 1, purpose=ClauseDraft(wording="one"))
    script.at(3, e.ReadingClosed, "mediator", version=1, clean=("purpose",))
    bracket(bracket(script, 4, "purpose", 1, "upper"), 5, "purpose", 2, "lower")
    assert cells(text_dynamics(script.course()))[0][5] == 1


def test_a_lift_after_the_talks_is_no_lift(drafted: Any) -> None:
    drafted.end(9, OutcomeKind.NO_AGREEMENT)  # before the lift of minute 10
    assert cells(bracket_lives(drafted.course()))[0] == ("hours", "lower", 3.0, None, None, None)


def test_brackets_that_nobody_lifts_have_no_half_life(script: Any) -> None:
    issue(script, 2, 1, purpose=ClauseDraft(wording="one"))
    finding = bracket_lives(bracket(script, 3, "purpose", 1, "upper").course())
    assert (finding.observed, finding.value) == (True, None)
    assert finding.reading == "1 bracket (Upper 1); 1 still open where the record breaks off."


def test_without_a_text_nothing_is_seen(script: Any) -> None:
    for finding in (draft_fairness(script.course()), text_dynamics(script.course()), bracket_lives(script.course())):
        assert (finding.observed, finding.value, finding.table) == (False, None, None)


def test_a_text_that_nobody_contested(script: Any) -> None:
    course = issue(script, 2, 1, purpose=ClauseDraft(wording="one two")).course()
    assert cells(text_dynamics(course)) == [(1, 2.0, 0, 0, 0, 0, 1, 2.0)]
    assert "under the first version" not in text_dynamics(course).reading
    assert not bracket_lives(course).observed


def test_a_version_reaches_all_and_the_table_says_who_could_not_read_it(script: Any) -> None:
    script.meet(1, 1, "mediator", "upper-head", minutes=4)
    issue(script, 3, 1, purpose=ClauseDraft(wording="one"))
    bracket(script, 6, "purpose", 1, "upper")
    script.at(7, e.ClauseCommented, "lower-head", clause="purpose", text="Vague.")
    script.at(7.5, e.ClauseCommented, "lower-head", clause="purpose", text="Still vague.")
    script.at(8, e.PartyWalkedOut, "lower-head", party="lower")
    issue(script, 9, 2, purpose=ClauseDraft(wording="two"))
    lift(script, 10.5, "purpose", 1, "upper", Resolution.WITHDRAWN)
    script.at(11, e.PartyReturned, "lower-head", party="lower")
    issue(script, 12, 3, purpose=ClauseDraft(wording="three"))
    finding = draft_fairness(script.end(13, OutcomeKind.ABORTED).course())
    assert (finding.value, finding.band) == (0.0, Band.WORTH_A_LOOK)
    assert cells(finding) == [
        (1, 3.0, "upper, lower", "upper", None, "Upper 3, Lower 4"),
        (2, 9.0, "upper, lower", None, "lower", "Upper 1.5"),
        (3, 12.0, "upper, lower", None, None, None),
    ]
    assert finding.reading == (
        "3 versions reached every side at the same time; 1 of them while somebody of a side sat in a private meeting; "
        "1 of them while a side was away."
    )


def test_versions_that_all_could_read(script: Any) -> None:
    script.meet(1, 1, "mediator", "engineer", minutes=4)  # a meeting inside the team
    finding = draft_fairness(issue(script, 3, 1, purpose=ClauseDraft(wording="one")).course())
    assert (finding.reading, finding.band) == ("1 version reached every side at the same time.", Band.AS_PLANNED)
