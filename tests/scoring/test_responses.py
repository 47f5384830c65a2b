"""Events answered, missed, marked and taken out, against tables computed by hand on records of the Well."""

from typing import Any

import pytest

from scoring.process.incidents import incident_handling
from scoring.process.responses import early_warning, responses
from simulator.engine import events as e
from simulator.engine.words import Cause, OutcomeKind


def cells(finding: Any) -> list[tuple[Any, ...]]:
    return [row.cells for row in finding.table.rows]


def sent(script: Any, minute: float, inject: str, cause: Cause = Cause.TIME) -> Any:
    return script.at(minute, e.InjectSent, inject=inject, cause=cause, to=("mediator",))


def met(script: Any, minute: float, inject: str) -> Any:
    return script.at(minute, e.InjectMet, "mediator", inject=inject, act="call_caucus", seat="mediator")


def test_a_response_in_time(script: Any) -> None:
    met(sent(script, 9, "market-moved"), 11, "market-moved")
    script.at(12, e.InjectAnswered, "upper-head", inject="market-moved", text="We wait.")
    finding = responses(script.course())
    assert (finding.value, finding.unit) == (1.0, "share")
    assert cells(finding) == [("market-moved", 9.0, "time", "met", 2.0, 4, None, 1)]
    assert finding.reading == (
        "After 1 of 1 event that asked for a response an expected act came in time, in the middle case after 2 minutes."
    )
    assert finding.evidence == (3, 4, 5)


def test_a_response_within_seconds_may_have_been_under_way(script: Any) -> None:
    finding = responses(met(sent(script, 9, "market-moved"), 9.1, "market-moved").course())
    assert "1 came within half a minute and may have been under way" in finding.reading


def test_a_miss_and_what_was_sent_for_it(script: Any) -> None:
    sent(script, 9, "market-moved").at(13, e.InjectMissed, inject="market-moved")
    finding = responses(sent(script, 13, "children-waiting", Cause.CONTINGENCY).course())
    assert finding.value == 0.0
    assert cells(finding) == [
        ("market-moved", 9.0, "time", "missed", None, 4, None, 0),
        ("children-waiting", 13.0, "contingency", "none_expected", None, None, None, 0),
    ]
    assert finding.reading.endswith("; 1 event followed because a response did not come.")


@pytest.mark.parametrize(("mark", "value", "wait"), [(True, 1.0, 5.0), (False, 0.0, None)])
def test_the_mark_of_the_trainer_goes_before_the_record(script: Any, mark: bool, value: float, wait: Any) -> None:
    sent(script, 9, "market-moved")
    script.at(13, e.InjectMissed, inject="market-moved") if mark else met(script, 10, "market-moved")
    finding = responses(script.at(14, e.InjectMarked, inject="market-moved", met=mark, note="Hm.").course())
    assert (finding.value, cells(finding)[0][4]) == (value, wait)
    assert "Hm." not in str(finding)


def test_a_mark_after_play_has_no_minutes(script: Any) -> None:
    sent(script, 9, "market-moved").at(13, e.InjectMissed, inject="market-moved").end(18, OutcomeKind.NO_AGREEMENT)
    finding = responses(script.at(25, e.InjectMarked, inject="market-moved", met=True).course())
    assert (finding.value, cells(finding)[0][3:5]) == (1.0, ("met", None))


def test_a_response_before_it_was_due_belongs_to_no_event(script: Any) -> None:
    """What came before the event was sent is no response to it, and no minutes are negative."""
    script.at(5, e.InjectAnswered, "mediator", inject="market-moved", text="We know.")
    met(script, 6, "market-moved").at(7, e.InjectMarked, inject="market-moved", met=True)
    early = responses(script.course())
    assert (early.observed, early.reading) == (False, "No event was sent.")
    finding = responses(sent(script, 9, "market-moved").at(13, e.InjectMissed, inject="market-moved").course())
    assert (finding.value, cells(finding)) == (0.0, [("market-moved", 9.0, "time", "missed", None, 4, None, 0)])


def test_an_event_that_was_taken_out(script: Any) -> None:
    script.at(5, e.InjectSkipped, inject="market-moved", reason="Too late.")
    alone = responses(script.course())
    assert (alone.observed, alone.reading) == (False, "No event was sent; 1 was taken out.")
    finding = responses(sent(script, 9, "message-home", Cause.BY_HAND).course())
    assert (finding.observed, finding.value) == (False, None)
    assert cells(finding) == [
        ("message-home", 9.0, "by_hand", "none_expected", None, None, None, 0),
        ("market-moved", None, None, "taken_out", None, None, None, 0),
    ]


def test_talks_that_end_before_the_time_is_over(script: Any) -> None:
    finding = responses(sent(script, 2, "market-moved").end(3, OutcomeKind.ABORTED).course())
    assert (finding.observed, finding.value) == (False, None)
    assert cells(finding)[0][3] == "talks_ended"


def test_a_clock_that_was_set_back_makes_no_wait_negative(script: Any) -> None:
    sent(script, 9, "market-moved").at(10, e.ClockJumped, seconds=120.0)
    (row,) = cells(responses(met(script, 11, "market-moved").course()))
    assert row[4] == 2.0


@pytest.mark.parametrize("measure", [incident_handling, early_warning])
def test_what_no_format_plays_is_not_observed(script: Any, measure: Any) -> None:
    finding = measure(script.end(20, OutcomeKind.NO_AGREEMENT).course())
    assert (finding.observed, finding.value, finding.band, finding.evidence) == (False, None, None, ())
    assert finding.reading.startswith("This exercise ")
