"""What feedback is told of: what holds for a seat and its team, and not what the record only half shows."""

from dataclasses import replace

from simulator.debrief.contents import Known
from simulator.debrief.feedback.growth import MOST, RULES, growth
from simulator.debrief.feedback.point import Own
from simulator.debrief.feedback.strengths import RULES as STRENGTHS
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


def test_no_sentence_to_try_is_told_twice_on_a_page() -> None:
    known = Known.of(flagship_in("en"))
    for seat in known.scenario.seats:
        tried = [point.instead for point in growth(Own.of(known, seat))]
        assert len(set(tried)) == len(tried) == MOST, seat


def test_every_strength_names_a_competency_and_no_growth_point_does() -> None:
    known = Known.of(flagship_in("en"))
    seats = [Own.of(known, seat) for seat in known.scenario.seats]
    assert all(point.skill for own in seats for rule in STRENGTHS if (point := rule(own)) is not None)
    assert not any(point.skill for own in seats for rule in RULES if (point := rule(own)) is not None)
