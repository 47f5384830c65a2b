"""Options that touch a norm or would hurt somebody, against tables computed by hand on records of the Well."""

from typing import Any

import pytest

from scoring.findings import Band
from scoring.process.norms import harm, norms
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.words import OutcomeKind


def cells(finding: Any) -> list[tuple[Any, ...]]:
    return [row.cells for row in finding.table.rows]


@pytest.fixture
def flagged(script: Any) -> Any:
    """Lower's mornings and Lower's key touch norms, and Upper's mornings hurt the gardeners' children."""
    issues = dict(script.scenario.issues)
    for issue, option, changed in (
        ("hours", "mornings-lower", {"norm_flags": ("discrimination",)}),
        ("keeper", "lower-keeps", {"norm_flags": ("amnesty", "property")}),
        ("hours", "mornings-upper", {"harm": "The children of the gardeners go without."}),
    ):
        options = dict(issues[issue].options)
        options[option] = options[option].model_copy(update=changed)
        issues[issue] = issues[issue].model_copy(update={"options": options})
    script.scenario = script.scenario.model_copy(update={"issues": issues})
    return script


def test_a_flag_that_stands_and_one_that_was_dropped(flagged: Any) -> None:
    flagged.offer(4, 1, "lower-head", hours="mornings-lower", keeper="lower-keeps")
    terms = {"hours": "mornings-lower", "keeper": "elder-keeps"}
    flagged.offer(6, 2, "mediator", True, **terms)
    finding = norms(flagged.end(9, OutcomeKind.AGREEMENT, terms=terms, package=2).course())
    assert (finding.value, finding.band) == (1.0, Band.WORTH_A_LOOK)
    assert cells(finding) == [
        ("hours", "mornings-lower", "discrimination", 4.0, "stands"),
        ("keeper", "lower-keeps", "amnesty; property", 4.0, "dropped"),
    ]
    assert finding.reading == "2 options that touch a norm came on the table; 1 of them stands in the agreement."


def test_harm_is_a_finding_of_its_own(flagged: Any) -> None:
    flagged.at(3, e.VersionIssued, "mediator", version=1, clauses={"hours": ClauseDraft(option="mornings-upper")})
    finding = harm(flagged.course())
    assert finding.value == 1.0
    assert cells(finding) == [
        ("hours", "mornings-upper", "The children of the gardeners go without.", 3.0, "stands"),
    ]
    assert finding.reading == (
        "1 option that would hurt people without a vote came on the table; it stands in the last text."
    )


def test_clean_terms_are_observed(flagged: Any) -> None:
    flagged.offer(4, 1, "upper-head", hours="shared-board", keeper="elder-keeps")
    finding = norms(flagged.end(9, OutcomeKind.NO_AGREEMENT).course())
    assert (finding.observed, finding.value, finding.band) == (True, 0.0, Band.AS_PLANNED)


def test_no_flag_in_the_case_and_nothing_on_the_table(script: Any, flagged: Any) -> None:
    finding = norms(flagged.end(3, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value, finding.reading) == (False, None, "Nothing was on the table.")


def test_a_case_without_flags(script: Any) -> None:
    finding = norms(script.offer(4, 1, "lower-head", hours="mornings-lower").course())
    assert (finding.observed, finding.reading) == (False, "The scenario marks no option as one that touches a norm.")
    assert harm(script.course()).reading == "The scenario marks no option as one that would hurt people without a vote."
