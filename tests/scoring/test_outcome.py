"""The panel of the outcome, against values computed by hand on records of the Well (see its table in `conftest`)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from scoring import outcome
from scoring.findings import Finding
from scoring.process import Course
from simulator.engine import events as e
from simulator.engine.commands import ClauseDraft
from simulator.engine.session import Record
from simulator.engine.words import Cause, OutcomeKind

SHARED = {"hours": "shared-board", "keeper": "elder-keeps"}


def panel(script: Any) -> dict[str, Finding]:
    return {finding.id: finding for finding in outcome.findings(script.course())}


def cells(finding: Finding) -> list[tuple[Any, ...]]:
    assert finding.table is not None, finding.reading
    return [row.cells for row in finding.table.rows]


@pytest.fixture
def agreed(script: Any) -> Any:
    """The fair package agreed in minute 18, after two started rounds of delay."""
    script.offer(15, 1, "upper-head", **SHARED).at(18, e.PackageAgreed, "lower-head", package=1)
    return script.end(18, OutcomeKind.AGREEMENT, terms=SHARED, package=1)


def test_what_was_agreed(agreed: Any) -> None:
    finding = panel(agreed)["outcome.terms"]
    assert (finding.value, finding.evidence) == (2.0, (5,))
    assert finding.reading == "Agreement in minute 18: 2 of 2 issues settled."
    assert cells(finding) == [("hours", "shared-board", "agreed"), ("keeper", "elder-keeps", "agreed")]


def test_value_against_the_reservation_after_two_rounds_of_delay(agreed: Any) -> None:
    finding = panel(agreed)["outcome.value"]
    assert finding.value == 2.0
    assert cells(finding) == [
        ("upper", 72.0, 40.0, 36.0, 36.0, None, "yes"),  # 40 - 2 × 2
        ("lower", 70.0, 35.0, 29.0, 41.0, None, "yes"),  # 35 - 2 × 3
    ]


def test_no_delay_before_its_first_minute(script: Any) -> None:
    script.end(9.9, OutcomeKind.AGREEMENT, terms=SHARED)
    assert [row[3] for row in cells(panel(script)["outcome.value"])] == [40.0, 35.0]


def test_an_event_changes_instructions_from_when_it_was_sent(agreed: Any) -> None:
    agreed.at(16, e.InjectSent, inject="message-home", cause=Cause.BY_HAND, to=("upper-head",))
    finding = panel(agreed)["outcome.value"]
    assert cells(finding)[0] == ("upper", 72.0, 40.0, 31.0, 41.0, None, "yes")  # 40 - 5 - 2 × 2
    assert finding.table is not None
    assert [row.evidence for row in finding.table.rows] == [(6, 4), (6,)]


def test_an_event_that_is_sent_after_the_talks_changes_nothing(agreed: Any) -> None:
    agreed.at(19, e.InjectSent, inject="message-home", cause=Cause.BY_HAND, to=("upper-head",))
    assert cells(panel(agreed)["outcome.value"])[0][3] == 36.0


def test_shares_of_what_each_could_gain(agreed: Any) -> None:
    finding = panel(agreed)["outcome.surplus"]
    assert finding.value == 0.75
    assert cells(finding) == [
        ("upper", 36.0, 48.0, 0.75),  # at best 84, with its mornings and the elder
        ("lower", 41.0, 41.0, 1.0),
    ]


def test_nash_and_kalai_smorodinsky_meet_in_the_fair_package(agreed: Any) -> None:
    found = panel(agreed)
    assert found["outcome.points"].value == 1.0
    rows = cells(found["outcome.points"])
    assert rows[:4] == [
        ("nash", "issue", "hours", "shared-board", None),
        ("nash", "issue", "keeper", "elder-keeps", None),
        ("nash", "party", "upper", 72.0, 36.0),
        ("nash", "party", "lower", 70.0, 41.0),
    ]
    assert cells(found["outcome.balance"]) == [
        ("kalai_smorodinsky_fairness", 0.75),
        ("nash_efficiency", 1.0),
        ("smallest_share", 0.75),
    ]
    assert found["outcome.balance"].value == 0.75


def test_an_unbalanced_agreement(script: Any) -> None:
    script.end(18, OutcomeKind.AGREEMENT, terms={"hours": "mornings-upper", "keeper": "elder-keeps"})
    found = panel(script)
    assert cells(found["outcome.surplus"]) == [("upper", 48.0, 48.0, 1.0), ("lower", 6.0, 41.0, 0.146)]
    assert found["outcome.balance"].value == pytest.approx(6 / 41)
    assert cells(found["outcome.balance"])[1] == ("nash_efficiency", round((48 * 6 / (36 * 41)) ** 0.5, 3))
    assert cells(found["outcome.joint"]) == [("gain", 54.0), ("possible", 77.0), ("left", 23.0)]
    assert found["outcome.efficiency"].value == 0.0  # what dominates it crosses a red line of the lower village


def test_the_room_for_agreement(agreed: Any) -> None:
    finding = panel(agreed)["outcome.room"]
    assert finding.value == 2.0
    assert cells(finding) == [
        ("all", 9),
        ("within_red_lines", 3),
        ("acceptable", 2),
        ("efficient", 5),
        ("efficient_acceptable", 2),
    ]


def test_an_efficient_agreement_leaves_nothing(agreed: Any) -> None:
    found = panel(agreed)
    assert (found["outcome.efficiency"].value, found["outcome.joint"].value) == (0.0, 0.0)
    assert "is efficient" in found["outcome.efficiency"].reading
    assert not found["outcome.no_deal"].observed


@pytest.fixture
def refused(script: Any) -> Any:
    """No agreement in minute 18; the last package crosses a red line of the lower village."""
    script.offer(14, 1, "upper-head", hours="mornings-lower", keeper="upper-keeps")
    return script.at(16, e.PackageRejected, "lower-head", package=1).end(18, OutcomeKind.NO_AGREEMENT)


def test_no_was_right_across_a_red_line(refused: Any) -> None:
    found = panel(refused)
    assert cells(found["outcome.value"]) == [
        ("upper", 40.0, 40.0, 36.0, 4.0, None, "yes"),
        ("lower", 55.0, 35.0, 29.0, 26.0, "keeper.upper-keeps", "no"),
    ]
    assert found["outcome.no_deal"].value == 1.0
    reading = found["outcome.no_deal"].reading
    assert reading.startswith("No was right for Lower (across a red line): the last package on the table, package ")
    assert cells(found["outcome.no_deal"]) == [("upper", 40.0, 36.0, "no"), ("lower", 55.0, 29.0, "yes")]
    assert not found["outcome.balance"].observed


def test_one_better_package_with_its_gains(refused: Any) -> None:
    finding = panel(refused)["outcome.efficiency"]
    assert finding.value == 15.0  # 72 - 40 = 32 and 70 - 55 = 15: the smaller of the two
    assert "1 package would have been better" in finding.reading
    assert cells(finding) == [
        ("issue", "hours", "mornings-lower", "shared-board", None),
        ("issue", "keeper", "upper-keeps", "elder-keeps", None),
        ("party", "upper", 40.0, 72.0, 32.0),
        ("party", "lower", 55.0, 70.0, 15.0),
    ]


def test_without_agreement_all_that_was_possible_is_left(refused: Any) -> None:
    assert cells(panel(refused)["outcome.joint"]) == [("gain", 0.0), ("possible", 77.0), ("left", 77.0)]


def test_a_no_that_everybody_could_have_been_a_yes(script: Any) -> None:
    script.offer(14, 1, "mediator", True, **SHARED).end(18, OutcomeKind.NO_AGREEMENT)
    finding = panel(script)["outcome.no_deal"]
    assert finding.value == 0.0
    assert "could have signed" in finding.reading


def test_no_was_right_below_the_reservation(script: Any) -> None:
    script.offer(14, 1, "lower-head", hours="mornings-lower", keeper="elder-keeps").end(18, OutcomeKind.COLLAPSED)
    finding = panel(script)["outcome.no_deal"]
    assert finding.value == 1.0
    assert cells(finding)[0] == ("upper", 24.0, 36.0, "yes")


def test_nobody_said_no_when_the_exercise_was_ended_early(script: Any) -> None:
    found = panel(script.end(3, OutcomeKind.ABORTED))
    assert found["outcome.terms"].reading == "Aborted in minute 3."
    assert [id for id, finding in found.items() if finding.observed] == [
        "outcome.terms",
        "outcome.joint",
        "outcome.points",
        "outcome.room",
    ]


def test_what_a_partial_agreement_leaves_open_takes_its_default(script: Any) -> None:
    script.end(18, OutcomeKind.PARTIAL_AGREEMENT, terms={"keeper": "elder-keeps"})
    found = panel(script)
    assert found["outcome.terms"].value == 1.0
    assert cells(found["outcome.terms"]) == [
        ("hours", "mornings-lower", "default"),
        ("keeper", "elder-keeps", "agreed"),
    ]
    assert [row[1] for row in cells(found["outcome.value"])] == [24.0, 85.0]
    assert found["outcome.value"].value == 1.0


def test_own_words_have_no_points(script: Any) -> None:
    clauses = {"hours": ClauseDraft(wording="By turns."), "keeper": ClauseDraft(option="elder-keeps")}
    script.at(15, e.VersionIssued, "mediator", version=1, clauses=clauses)
    script.at(16, e.AdoptionOpened, "mediator", version=1).at(17, e.TextAdopted, "lower-head", version=1)
    script.end(17, OutcomeKind.AGREEMENT, terms={"keeper": "elder-keeps"}, version=1)
    found = panel(script)
    assert found["outcome.terms"].value == 2.0
    assert cells(found["outcome.terms"])[0] == ("hours", None, "own_words")
    for id in ("outcome.value", "outcome.surplus", "outcome.efficiency", "outcome.joint", "outcome.balance"):
        assert not found[id].observed
        assert "“Hours at the well” in words of its own" in found[id].reading
    assert found["outcome.room"].observed


# -- which terms stand ------------------------------------------------------------------------------------------------


def standing(script: Any) -> str:
    found = panel(script.end(18, OutcomeKind.NO_AGREEMENT))["outcome.terms"]
    return found.reading


def test_a_package_that_was_taken_back_does_not_stand(script: Any) -> None:
    script.offer(12, 1, "upper-head", **SHARED).offer(13, 2, "lower-head", **SHARED)
    assert "package 1" in standing(script.at(14, e.PackageWithdrawn, "lower-head", package=2))


def test_a_trial_balloon_of_a_side_does_not_stand(script: Any) -> None:
    script.offer(12, 1, "upper-head", **SHARED).offer(13, 2, "lower-head", True, keeper="lower-keeps")
    assert "package 1" in standing(script)


def test_what_the_mediators_float_stands(script: Any) -> None:
    script.offer(12, 1, "upper-head", **SHARED).offer(13, 2, "mediator", True, **SHARED)
    assert "package 2" in standing(script)


def test_a_text_that_was_refused_stands_after_an_older_package(script: Any) -> None:
    script.offer(12, 1, "upper-head", **SHARED)
    clauses = {"hours": ClauseDraft(option="mornings-lower"), "keeper": ClauseDraft(option="elder-keeps")}
    script.at(13, e.VersionIssued, "mediator", version=1, clauses=clauses)
    script.at(14, e.ClauseParked, "mediator", clause="hours", parked=True)
    script.at(15, e.AdoptionOpened, "mediator", version=1).at(16, e.AdoptionFailed, "upper-head", version=1)
    assert "version 1" in standing(script)
    assert [row[1] for row in cells(panel(script)["outcome.value"])] == [24.0, 85.0]  # parked hours: their default


def test_nothing_was_ever_tabled(script: Any) -> None:
    found = panel(script.end(18, OutcomeKind.NO_AGREEMENT))
    assert not found["outcome.no_deal"].observed
    assert not found["outcome.value"].observed


def test_a_record_that_breaks_off_is_judged_by_what_stood(script: Any) -> None:
    found = panel(script.offer(12, 1, "upper-head", **SHARED))
    assert not found["outcome.terms"].observed
    assert found["outcome.value"].value == 2.0


# -- other scenarios --------------------------------------------------------------------------------------------------


def played(scenario: Any, kind: OutcomeKind, **terms: str) -> dict[str, Finding]:
    at = datetime(2026, 1, 5, tzinfo=UTC)
    recorded = e.OutcomeRecorded(at=at, by="trainer", kind=kind, terms=terms)
    return {f.id: f for f in outcome.findings(Course.of(Record(scenario, 0, (recorded,))))}


def test_no_package_was_acceptable_to_all(table_scenario: Any) -> None:
    sides = {"w": [100], "res": 80}
    scenario = table_scenario({"land": 2}, {"north": {**sides, "v": [[0, 100]]}, "south": {**sides, "v": [[100, 0]]}})
    found = played(scenario, OutcomeKind.NO_AGREEMENT)
    assert found["outcome.no_deal"].observed
    assert (
        found["outcome.no_deal"].reading == "No package was acceptable to all, so no agreement was the right outcome."
    )
    assert found["outcome.room"].value == 0.0
    assert not found["outcome.points"].observed
    assert not found["outcome.joint"].observed


def test_a_side_that_can_gain_nothing_has_no_share(table_scenario: Any) -> None:
    scenario = table_scenario(
        {"land": 2},
        {"north": {"w": [100], "v": [[60, 60]], "res": 60}, "south": {"w": [100], "v": [[40, 90]], "res": 40}},
    )
    found = played(scenario, OutcomeKind.AGREEMENT, land="o2")
    assert cells(found["outcome.surplus"]) == [("north", 0.0, 0.0, None), ("south", 50.0, 50.0, 1.0)]
    assert cells(found["outcome.balance"])[1] == ("nash_efficiency", None)


def test_who_has_no_vote_is_shown_what_it_means(table_scenario: Any) -> None:
    scenario = table_scenario({"land": 3}, {"north": {"w": [100], "v": [[0, 50, 100]]}})
    people = scenario.parties["north"].model_copy(update={"decides": False, "name": "The people"})
    scenario = scenario.model_copy(update={"parties": {**scenario.parties, "people": people}})
    found = played(scenario, OutcomeKind.AGREEMENT, land="o2")
    assert cells(found["outcome.affected"]) == [("people", 50.0, 0.0, 100.0)]


def test_many_packages_are_weighed_all_the_same(table_scenario: Any) -> None:
    issues = {f"issue-{number}": 10 for number in range(7)}
    table = {"w": [100, 0, 0, 0, 0, 0, 0], "v": [[0, *[50] * 9]] * 7}
    found = played(table_scenario(issues, {"north": table, "south": table}), OutcomeKind.PARTIAL_AGREEMENT)
    assert found["outcome.room"].value == 10**7
    assert found["outcome.efficiency"].value == 50.0
    assert "9,000,000 packages" in found["outcome.place"].reading


def test_packages_that_are_all_tied_together_leave_the_value_alone(table_scenario: Any) -> None:
    issues = {f"issue-{number}": 10 for number in range(7)}
    scenario = table_scenario(issues, {"north": {"w": [10] * 7, "v": [[50] * 10] * 7}})
    line = dict.fromkeys(issues, "o2")
    north = scenario.parties["north"].model_copy(update={"red_lines": (line,)})
    found = played(scenario.model_copy(update={"parties": {"north": north}}), OutcomeKind.PARTIAL_AGREEMENT)
    assert found["outcome.value"].observed
    for id in ("outcome.place", "outcome.efficiency", "outcome.points", "outcome.room", "outcome.surplus"):
        assert not found[id].observed
        assert "10,000,000 combinations" in found[id].reading


def test_the_place_of_an_agreement_among_all_packages(script: Any) -> None:
    """The Well's nine packages by hand: (88, 40) is above 7 of 9 values of the upper village, and 2 of the lower."""
    script.end(18, OutcomeKind.AGREEMENT, terms={"hours": "shared-board", "keeper": "upper-keeps"})
    finding = panel(script)["outcome.place"]
    assert cells(finding) == [
        ("upper", 88.0, 77.8, 11.1, 11.1, "yes"),
        ("lower", 40.0, 22.2, 11.1, 66.7, "yes"),
    ]
    assert finding.value == 0.0
    assert finding.reading.endswith("0 packages are better for everybody.")


def test_a_record_that_breaks_off_leaves_open_whether_no_was_right(script: Any) -> None:
    script.offer(14, 1, "mediator", True, **SHARED)
    assert panel(script)["outcome.no_deal"].reading == "No outcome was recorded, so whether no was right is open."


def test_a_reservation_that_delay_lowered_is_told_with_what_it_was(refused: Any) -> None:
    assert "against a reservation of 36 (40 at the start)" in panel(refused)["outcome.value"].reading


def test_nothing_is_left_on_the_table_before_the_talks_have_an_outcome(script: Any, blank: Any) -> None:
    before = panel(script.phase(5, "convergence"))["outcome.joint"]
    assert not before.observed
    assert before.reading == "No outcome was recorded, so nothing was gained or left yet."
    after = panel(blank().end(18, OutcomeKind.NO_AGREEMENT))["outcome.joint"]
    assert (after.observed, after.evidence) == (True, (3,))
