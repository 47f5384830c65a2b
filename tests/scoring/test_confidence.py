"""Confidences kept and broken, against tables computed by hand on records of the Well."""

from typing import Any

import pytest

from scoring.findings import Band
from scoring.process.confidence import breaches, permissions
from simulator.engine import events as e
from simulator.engine.words import OutcomeKind, Permission


def cells(finding: Any) -> list[tuple[Any, ...]]:
    return [row.cells for row in finding.table.rows]


def told(script: Any, minute: float, interest: str, by: str, permission: Permission, caucus: int | None = None) -> Any:
    to = ("mediator",)
    return script.at(minute, e.InterestDisclosed, by, interest=interest, to=to, permission=permission, caucus=caucus)


def test_carried_with_and_without_permission(script: Any) -> None:
    """school: told closed at 2 (3), carried at 3 (5) as a breach, released at 6 (6), carried at 7 (7) with leave."""
    told(script, 2, "upper.school", "upper-head", Permission.CLOSED)  # 3
    told(script, 2.5, "lower.thefts", "lower-head", Permission.RELEASABLE)  # 4
    script.at(3, e.InterestRelayed, "mediator", interest="upper.school", to=("lower-head",), breach=True)  # 5
    script.at(6, e.ReleasePermitted, "upper-head", interest="upper.school")  # 6
    script.at(7, e.InterestRelayed, "engineer", interest="upper.school", to=("all",))  # 7
    finding = breaches(script.course())
    assert (finding.value, finding.band, finding.unit) == (1.0, Band.WORTH_A_LOOK, "breaches")
    assert finding.reading == (
        "2 interests were told in private, 1 of them in confidence; others carried 1 interest further, 1 time with "
        "permission and 1 time without (1 by mediators)."
    )
    assert cells(finding) == [
        ("upper.school", "mediator", "lower-head", 3.0, "no"),
        ("upper.school", "engineer", "all", 7.0, "yes"),
    ]
    assert finding.table is not None
    assert [row.evidence for row in finding.table.rows] == [(3, 5), (3, 6, 7)]


def test_what_was_kept_is_observed_as_none(script: Any) -> None:
    finding = breaches(told(script, 2, "upper.school", "upper-head", Permission.CLOSED).course())
    assert (finding.observed, finding.value, finding.band) == (True, 0.0, Band.AS_PLANNED)


def test_nothing_to_keep_is_not_kept(script: Any) -> None:
    script.at(1, e.InterestDisclosed, "upper-head", interest="upper.herds", to=("all",), permission=Permission.CLOSED)
    finding = breaches(script.course())
    assert (finding.observed, finding.value) == (False, None)
    assert finding.reading == "No interest was told in private, so there was nothing to keep."


def test_permissions_at_the_end_of_meetings(script: Any) -> None:
    """Four meetings: leave with the telling, leave four minutes after, none, and nothing recorded."""
    script.meet(1, 1, "mediator", "upper-head", minutes=2)
    told(script, 2, "upper.school", "upper-head", Permission.RELEASABLE, 1)
    script.meet(4, 2, "mediator", "lower-head", minutes=2)
    told(script, 5, "lower.thefts", "lower-head", Permission.CLOSED, 2)
    script.at(10, e.ReleasePermitted, "lower-head", interest="lower.thefts")
    script.meet(12, 3, "mediator", "upper-head", minutes=1)
    script.at(12.5, e.LearnedRecorded, "mediator", party="upper", text="Tired.", releasable=False)
    script.meet(14, 4, "mediator", "lower-head", minutes=1)
    script.meet(16, 5, "upper-head", "lower-head", minutes=1)  # no mediator
    script.meet(17, 6, "mediator", "engineer", minutes=1)  # mediators only
    finding = permissions(script.course())
    assert finding.value == pytest.approx(2 / 3)
    assert cells(finding) == [
        (1, "upper", 1.0, 1, 0, "permission"),
        (2, "lower", 4.0, 1, 0, "permission"),
        (3, "upper", 12.0, 0, 1, "none"),
        (4, "lower", 14.0, 0, 0, "nothing_recorded"),
    ]
    assert finding.reading == (
        "2 of 3 meetings (67 %) in which something was told ended with a permission to carry it; of 1 more nothing is "
        "recorded."
    )


def test_a_permission_six_minutes_later_belongs_to_no_meeting(script: Any) -> None:
    script.meet(1, 1, "mediator", "upper-head", minutes=2)
    told(script, 2, "upper.school", "upper-head", Permission.CLOSED, 1)
    script.at(9.5, e.ReleasePermitted, "upper-head", interest="upper.school")
    assert permissions(script.course()).value == 0.0


def test_a_meeting_that_nobody_closes_lasts_until_its_phase_ends(script: Any) -> None:
    script.meet(1, 1, "mediator", "upper-head", minutes=None).phase(6, "convergence")
    told(script, 5, "upper.school", "upper-head", Permission.RELEASABLE)
    assert permissions(script.course()).value == 1.0


@pytest.mark.parametrize("silent", [True, False])
def test_no_meeting_or_nothing_recorded_is_not_observed(script: Any, silent: bool) -> None:
    if silent:
        script.meet(1, 1, "mediator", "upper-head", minutes=2)
    finding = permissions(script.end(3, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value) == (False, None)
    assert finding.reading == (
        "In 1 meeting with mediators nothing was recorded that could be carried."
        if silent
        else "The mediators met nobody alone."
    )
