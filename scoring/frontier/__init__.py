"""Which packages leave nothing on the table, at any size, and what would be better than one."""

from __future__ import annotations

from scenarios.model import Scenario
from scoring.frontier.better import Better, best_gain, dominating, gap, pareto_gap
from scoring.frontier.dominance import undominated
from scoring.frontier.merging import MOST_WORK, Front, Method, OutOfReach, Progress, front
from scoring.frontier.reach import Reached, reach
from scoring.frontier.space import Space
from scoring.tables import LIMIT, TooEntangled, TooManyPackages

__all__ = [
    "LIMIT",
    "MOST_WORK",
    "Better",
    "Front",
    "Method",
    "OutOfReach",
    "Progress",
    "Reached",
    "Space",
    "TooEntangled",
    "TooManyPackages",
    "best_gain",
    "dominating",
    "efficient",
    "front",
    "gap",
    "pareto_gap",
    "reach",
    "undominated",
]


def efficient(scenario: Scenario) -> tuple[dict[str, str], ...]:
    """The packages that no package dominates, all of them, in declared order; `front` finds how many there are.

    Raises `TooManyPackages` and `NoValue`.
    """
    space = Space.of(scenario)
    return tuple(space.package(int(place)) for place in space.efficient())
