"""What was possible: the true edge, the course in its order, and the packages that stand out."""

from collections.abc import Callable

import numpy as np

from scoring.frontier import Space
from scoring.preferences import points
from scoring.sentences import figure
from simulator.debrief.contents import Known
from simulator.debrief.drawn import frontier
from simulator.debrief.drawn.lettering import counted
from simulator.engine import Record
from tests.debrief.drawn.conftest import texts


def test_two_sides_have_an_axis_each(agreed: Record) -> None:
    known = Known.of(agreed)
    (drawn,) = frontier(known)
    shown = texts(drawn)
    assert {"points of Upper", "points of Lower", "1", "2"} <= set(shown)
    assert any({"3", "agreement"} <= set(text.split(", ")) for text in shown)
    assert any("Nash" in text.split(", ") for text in shown)
    for party in ("upper", "lower"):
        floor = points(known.settlement.floor(party))
        assert figure(floor) in shown
        assert f"{counted(floor)} for {known.names.short(party)}" in drawn.told
    nash = known.settlement.analysis and known.settlement.analysis.points.nash
    assert nash
    upper, lower = (counted(points(nash.values[party])) for party in ("upper", "lower"))
    assert f"The Nash package would give {upper} to Upper and {lower} to Lower." in drawn.told


def test_the_edge_of_three_sides_is_that_of_all_packages_that_everybody_may_sign(kalindra: Known) -> None:
    space = Space.of(kalindra.scenario)
    instructions = kalindra.settlement.instructions
    floors = np.array([instructions.reservations[party] for party in space.parties])
    gains = space.values[space.acceptable(instructions)] - floors
    every = {(int(row.sum()), int(row.min())) for row in gains}
    edge = sorted(one for one in every if not any(o != one and o[0] >= one[0] and o[1] >= one[1] for o in every))
    low, high = (
        f"{counted(points(total))} together, {counted(points(least))} for the side that gains least"
        for total, least in (edge[0], edge[-1])
    )
    (drawn,) = frontier(kalindra)
    assert f"Their edge reaches from one end ({low}) to the other ({high})." in drawn.told
    assert len(edge) > 1


def test_the_course_of_packages_is_numbered(tabling: Callable[..., Known]) -> None:
    (drawn,) = frontier(tabling(6, 0.1))
    assert [drawn.told.index(f"ackage {n}, ") for n in range(1, 7)] == sorted(
        drawn.told.index(f"ackage {n}, ") for n in range(1, 7)
    )
    assert "the numbers follow the packages in time" in texts(drawn)
