"""Whose terms were agreed, against tables computed by hand on records of the Well."""

from typing import Any

from scoring.findings import Band
from scoring.process.ownership import ownership
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import OutcomeKind

SHARED = {"hours": "shared-board", "keeper": "elder-keeps"}


def cells(finding: Any) -> list[tuple[Any, ...]]:
    return [row.cells for row in finding.table.rows]


def test_who_put_it_forward_first(script: Any) -> None:
    """shared-board: Lower's position at 2; elder-keeps: the team's package at 4, before Upper's at 6."""
    script.at(2, e.PositionStated, "lower-head", party="lower", issue="hours", text="A board.", option="shared-board")
    script.offer(4, 1, "mediator", True, **SHARED).offer(6, 2, "upper-head", **SHARED)
    finding = ownership(script.end(9, OutcomeKind.AGREEMENT, terms=SHARED, package=2).course())
    assert (finding.value, finding.band) == (0.5, Band.AS_PLANNED)
    assert cells(finding) == [
        ("hours", "shared-board", "sides", "lower", 2.0),
        ("keeper", "elder-keeps", "mediators", "mediation", 4.0),
    ]
    assert finding.reading == (
        "Of 2 issues in the agreement the sides put forward 1 first (50 %), the mediators 1 and others 0; "
        "Upper put it together as a package."
    )
    assert finding.evidence == (3, 4, 5, 6)


def test_a_package_in_answer_to_one_of_the_mediators(script: Any) -> None:
    script.offer(4, 1, "mediator", True, **SHARED)
    script.at(6, e.PackageTabled, "upper-head", package=2, party="upper", terms=SHARED, counter_to=1)
    finding = ownership(script.end(9, OutcomeKind.AGREEMENT, terms=SHARED, package=2).course())
    assert finding.reading.endswith("; Upper put it together as a package, in answer to package 1 of Team.")


def test_a_text_of_the_mediators_alone_is_worth_a_look(script: Any) -> None:
    drafts = {
        "hours": ClauseDraft(option="shared-board"),
        "keeper": ClauseDraft(wording="The schoolmistress keeps it."),
    }
    script.at(4, e.VersionIssued, "mediator", version=1, clauses=drafts)
    agreed = {"hours": "shared-board"}
    finding = ownership(script.end(9, OutcomeKind.AGREEMENT, terms=agreed, version=1).course())
    assert (finding.value, finding.band) == (0.0, Band.WORTH_A_LOOK)
    assert cells(finding) == [
        ("hours", "shared-board", "mediators", "mediation", 4.0),
        ("keeper", None, "mediators", "mediation", 4.0),
    ]


def test_words_that_a_side_wrote_into_its_bracket_are_its_own(script: Any) -> None:
    script.at(3, e.VersionIssued, "mediator", version=1, clauses={"keeper": ClauseDraft(option="elder-keeps")})
    words = "Two elders keep it."
    script.at(4, e.ClauseBracketed, "upper-head", clause="keeper", bracket=1, party="upper", wording=words)
    script.at(5, e.VersionIssued, "mediator", version=2, clauses={"keeper": ClauseDraft(wording=words)})
    finding = ownership(script.course())
    assert cells(finding) == [("keeper", None, "sides", "upper", 4.0)]
    assert "in the last text" in finding.reading


def test_what_an_interest_opened_belongs_to_its_owner_when_others_carry_it(script: Any) -> None:
    opened = {"issue": "hours", "option": "shared-board"}
    script.at(3, e.InterestRelayed, "mediator", interest="upper.school", to=("all",))
    script.at(3, e.OptionUnlocked, "mediator", **opened, interest="upper.school", parties=("lower",))
    script.at(3, e.OptionProposed, "mediator", **opened)
    finding = ownership(script.end(9, OutcomeKind.PARTIAL_AGREEMENT, terms={"hours": "shared-board"}).course())
    assert cells(finding) == [("hours", "shared-board", "sides", "upper", 3.0)]


def test_without_agreement_what_came_last_counts_and_not_what_was_taken_back(script: Any) -> None:
    script.offer(4, 1, "upper-head", **SHARED).offer(5, 2, "lower-head", hours="mornings-lower")
    script.at(6, e.PackageWithdrawn, "lower-head", package=2)
    finding = ownership(script.end(9, OutcomeKind.NO_AGREEMENT).course())
    assert (finding.value, len(cells(finding))) == (1.0, 2)
    assert finding.reading.startswith("Of 2 issues in the last package, package 1, the sides put forward 2 first")


def test_nothing_on_the_table_and_nobody_on_record(script: Any) -> None:
    aborted = ownership(script.end(3, OutcomeKind.ABORTED).course())
    assert (aborted.observed, aborted.value) == (False, None)
    assert aborted.reading == "Nothing was agreed, and no package or text was on the table."


def test_terms_that_nobody_is_recorded_to_have_put_forward(script: Any) -> None:
    finding = ownership(script.end(9, OutcomeKind.AGREEMENT, terms=SHARED).course())
    assert (finding.observed, finding.value) == (False, None)
    assert [row[2] for row in cells(finding)] == ["not_recorded", "not_recorded"]
