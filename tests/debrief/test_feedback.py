"""What feedback is told of: what holds for a seat and its team, and not what the record only half shows."""

from dataclasses import replace

from simulator.debrief.contents import Known
from simulator.debrief.feedback.growth import RULES
from simulator.debrief.feedback.point import Own
from tests.debrief.conftest import flagship_in

SAT_ALONE = "You sat alone with some sides"


def told_to(known: Known, seat: str) -> list[str]:
    """All growth points of a seat."""
    return [point.text for rule in RULES if (point := rule(Own.of(known, seat))) is not None]


def met(known: Known, seat: str) -> set[str]:
    """The parties that a seat sat alone with."""
    scenario = known.scenario
    there = {other for one in known.course.meetings if seat in one.seats for other in one.seats}
    return {scenario.seats[other].party for other in there} & set(scenario.deciding())


def test_a_mediator_is_not_blamed_for_a_side_that_a_colleague_met() -> None:
    known = Known.of(flagship_in("en"))
    assert met(known, "special-envoy") | met(known, "co-mediator") == set(known.scenario.deciding())
    assert met(known, "special-envoy") < set(known.scenario.deciding())
    assert SAT_ALONE not in " ".join(told_to(known, "special-envoy"))
    hers = tuple(one for one in known.course.meetings if "co-mediator" not in one.seats)
    without = replace(known, course=replace(known.course, meetings=hers))
    assert SAT_ALONE in " ".join(told_to(without, "special-envoy"))
    assert SAT_ALONE not in " ".join(told_to(without, "co-mediator"))
