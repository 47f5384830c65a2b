"""What came out of the talks, in points that no player could see.

The formulas are those of cooperative bargaining over the scenario's value tables: u_i is the value of a package to
party i, r_i its reservation as it stood when the talks were over, a_i its best value over the packages acceptable to
all. Without agreement the last terms on the table are judged, and a side is left with r_i.
"""

from collections.abc import Callable

from scoring.findings import Finding
from scoring.outcome.possible import balance, efficiency, joint, place, reference_points, room
from scoring.outcome.settlement import Settlement
from scoring.outcome.worth import affected, no_deal, surplus, terms, value
from scoring.process import Course

__all__ = ["MEASURES", "Settlement", "findings"]

MEASURES: tuple[Callable[[Settlement], Finding], ...] = (
    terms,
    value,
    surplus,
    place,
    efficiency,
    joint,
    balance,
    reference_points,
    room,
    no_deal,
    affected,
)


def findings(course: Course) -> tuple[Finding, ...]:
    """All measures of the outcome."""
    settlement = Settlement.of(course)
    return tuple(measure(settlement) for measure in MEASURES)
