"""Commitment records: who writes them, what they may say, and how they follow the options of the text."""

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import view
from simulator.engine.commands import ClauseDraft, CommitmentDraft
from simulator.engine.words import Answer, OutcomeKind, Resolution, Verdict
from tests.engine.story import Story

BOARD = {"hours": ClauseDraft(option="shared-board"), "keeper": ClauseDraft(option="elder-keeps")}


@pytest.fixture
def plain(table: Story) -> Story:
    """With a first version in own words: no commitment came with it."""
    draft = ClauseDraft(wording="We shall see.")
    table.do(c.IssueVersion, "mediator", clauses={"hours": draft, "keeper": draft})
    return table.then("version_issued")


def record(story: Story, clause: str = "hours", **fields: object) -> Story:
    draft = CommitmentDraft(**{"action": "sweeps the board", **fields})  # type: ignore[arg-type]
    return story.when(c.RecordCommitment, "mediator", clause=clause, record=draft)


def test_options_bring_their_commitments_as_drafts(table: Story) -> None:
    table.when(c.IssueVersion, "mediator", clauses=BOARD)
    table.then(
        "version_issued",
        ("commitment_recorded", {"commitment": 1, "clause": "hours", "by": "mediator"}),
        ("commitment_recorded", {"commitment": 2, "clause": "hours"}),
        ("commitment_recorded", {"commitment": 3, "clause": "keeper"}),
    )
    first, second, third = table.session.text.commitments.values()
    assert first.record == CommitmentDraft(
        actor="The mediator",
        action="hangs the board beside the lid, with the hours of the first month",
        deadline="before the market day",
        days=3,
        place="At the well",
        verifier="The two speakers",
        method="They sign the board together each Friday",
        if_not="The district writes the hours",
    )
    assert (second.record.actor, second.record.after) == ("", ())  # what the file says in free words names no number
    assert third.record.days == 0


def test_a_version_from_a_package_brings_them_too(table: Story) -> None:
    terms = {"hours": "shared-board", "keeper": "elder-keeps"}
    table.do(c.TablePackage, "mediator", terms=terms, floated=True)
    table.do(c.IssueVersion, "mediator", package=1)
    assert sorted(table.session.text.commitments) == [1, 2, 3]


def test_another_version_of_the_same_option_brings_nothing_new(table: Story) -> None:
    table.do(c.IssueVersion, "mediator", clauses=BOARD)
    table.when(c.IssueVersion, "mediator", clauses={"hours": ClauseDraft(option="shared-board", wording="In words.")})
    assert not [event for event in table.last if isinstance(event, e.CommitmentRecorded | e.CommitmentStruck)]


def test_what_came_with_an_option_leaves_with_it_but_not_what_somebody_wrote(table: Story) -> None:
    table.do(c.IssueVersion, "mediator", clauses=BOARD)
    table.do(
        c.RecordCommitment,
        "mediator",
        clause="hours",
        commitment=2,
        record=CommitmentDraft(actor="The elder", action="keeps noon free"),
    )
    table.when(
        c.IssueVersion,
        "mediator",
        clauses={"hours": ClauseDraft(option="mornings-upper"), "keeper": ClauseDraft(option="upper-keeps")},
    )
    table.then(
        "reading_closed",
        "version_issued",
        ("commitment_struck", {"commitment": 1}),
        ("commitment_struck", {"commitment": 3}),
    )
    assert [known.record.actor for known in table.session.text.commitments.values()] == ["The elder"]
    table.do(c.IssueVersion, "mediator", clauses={"keeper": ClauseDraft(option="elder-keeps")})
    assert sorted(table.session.text.commitments) == [2, 4]  # a struck number is not given again


def test_a_bracket_that_wins_brings_the_commitments_of_its_option(table: Story) -> None:
    table.do(
        c.IssueVersion,
        "mediator",
        clauses={"hours": ClauseDraft(wording="We shall see."), "keeper": ClauseDraft(option="upper-keeps")},
    )
    table.do(c.BracketClause, "lower-head", clause="keeper", option="elder-keeps")
    table.when(c.LiftBracket, "lower-head", clause="keeper", bracket=1, resolution=Resolution.CHOSE_ALTERNATIVE).then(
        "bracket_lifted", ("commitment_recorded", {"clause": "keeper", "commitment": 1})
    )


def test_the_pen_holder_writes_and_everybody_reads(plain: Story) -> None:
    record(plain, actor="The mediator", deadline="each Friday").then(("commitment_recorded", {"commitment": 1}))
    for seat in plain.session.scenario.seats:
        (seen,) = view(plain.session, seat).text.commitments_under("hours")
        assert (seen.number, seen.record.actor, seen.by) == (1, "The mediator", "mediator")
        assert any(isinstance(m.event, e.CommitmentRecorded) for m in view(plain.session, seat).log)
    draft = CommitmentDraft(action="sweeps")
    plain.when(c.RecordCommitment, "upper-head", clause="hours", record=draft).refuses("NO-RIGHT")
    plain.when(c.StrikeCommitment, "lower-head", commitment=1).refuses("NO-RIGHT")


def test_there_must_be_a_text_and_a_clause(table: Story) -> None:
    record(table).refuses("NO-TEXT")
    table.do(c.IssueVersion, "mediator", clauses=BOARD)
    record(table, "weather").refuses("UNKNOWN")
    record(table, action="  ").refuses("EMPTY-TEXT")
    record(table, method="x" * 301).refuses("TOO-LONG")
    record(table, days=-1).refuses("OUT-OF-RANGE")
    record(table, days=7301).refuses("OUT-OF-RANGE")
    record(table, days=2**63).refuses("OUT-OF-RANGE")
    record(table, after=(10**4000,)).refuses("OUT-OF-RANGE")
    record(table, days=7300).then("commitment_recorded")


def test_an_article_holds_twelve(plain: Story) -> None:
    for number in range(12):
        record(plain, action=f"sweeps stone {number}")
    record(plain).refuses("TOO-MANY")
    record(plain, "keeper").then("commitment_recorded")
    plain.when(c.RecordCommitment, "mediator", clause="hours", commitment=12, record=CommitmentDraft(action="rests"))
    plain.then(("commitment_recorded", {"commitment": 12}))


def test_a_revised_record_keeps_its_number_and_may_move(plain: Story) -> None:
    record(plain)
    draft = CommitmentDraft(action="washes the board", actor="Lower Ardel")
    plain.when(c.RecordCommitment, "mediator", clause="keeper", commitment=1, record=draft)
    plain.then(("commitment_recorded", {"commitment": 1, "clause": "keeper"}))
    (only,) = plain.session.text.commitments.values()
    assert (only.clause, only.record.action) == ("keeper", "washes the board")
    plain.when(c.RecordCommitment, "mediator", clause="hours", commitment=9, record=draft).refuses("UNKNOWN")


def test_what_comes_before_must_exist_and_never_goes_in_a_circle(plain: Story) -> None:
    record(plain, after=(1,)).refuses("UNKNOWN")
    record(plain)
    record(plain, after=(1,))
    record(plain, after=(2, 2))
    assert plain.session.text.commitments[3].record.after == (2,)
    draft = CommitmentDraft(action="sweeps", after=(3,))
    plain.when(c.RecordCommitment, "mediator", clause="hours", commitment=1, record=draft).refuses("CIRCLE")
    assert "1 waits for 3, 3 waits for 2, 2 waits for 1" in plain.refusal.why
    itself = CommitmentDraft(action="sweeps", after=(1,))
    plain.when(c.RecordCommitment, "mediator", clause="hours", commitment=1, record=itself).refuses("CIRCLE")
    assert "1 waits for 1" in plain.refusal.why


def test_striking_leaves_the_others_and_their_numbers(plain: Story) -> None:
    record(plain)
    record(plain, after=(1,))
    plain.when(c.StrikeCommitment, "mediator", commitment=1).refuses("WAITED-FOR")
    assert "Commitment 2" in plain.refusal.why
    plain.when(c.StrikeCommitment, "mediator", commitment=2).then(("commitment_struck", {"commitment": 2}))
    plain.when(c.StrikeCommitment, "mediator", commitment=2).refuses("UNKNOWN")
    record(plain).then(("commitment_recorded", {"commitment": 3}))
    assert sorted(plain.session.text.commitments) == [1, 3]


def test_nothing_changes_once_the_text_is_put_or_adopted(plain: Story) -> None:
    record(plain)
    plain.do(c.PutToAdoption, "mediator")
    record(plain).refuses("TEXT-STATE")
    plain.when(c.StrikeCommitment, "mediator", commitment=1).refuses("TEXT-STATE")
    plain.do(c.AnswerAdoption, "upper-head", verdict=Verdict.REFUSE)
    record(plain).then("commitment_recorded")  # refused: the text is open again
    plain.do(c.IssueVersion, "mediator", clauses={"hours": ClauseDraft(wording="Half and half.")})
    plain.do(c.PutToAdoption, "mediator")
    plain.do(c.AnswerAdoption, "upper-head", verdict=Verdict.ADOPT)
    plain.do(c.AnswerAdoption, "lower-head", verdict=Verdict.ADOPT)
    record(plain).refuses("TEXT-STATE")
    plain.when(c.StrikeCommitment, "mediator", commitment=1).refuses("TEXT-STATE")
    assert len(plain.session.text.commitments) == 2


def test_nothing_changes_once_the_outcome_is_recorded_on_a_package(plain: Story) -> None:
    terms = {"hours": "mornings-upper", "keeper": "elder-keeps"}
    plain.do(c.TablePackage, "upper-head", terms=terms)
    plain.do(c.AnswerPackage, "lower-head", package=1, answer=Answer.ACCEPT)
    plain.do(c.DeclareOutcome, "mediator", kind=OutcomeKind.AGREEMENT, package=1)
    record(plain).refuses("TEXT-STATE")
