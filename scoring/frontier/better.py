"""What would have been better for everybody than a package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from scenarios.model import Scenario
from scoring.counting import Count, tally
from scoring.frontier.merging import Front, front
from scoring.preferences import Instructions, Package, complete
from scoring.tables import Tables


@dataclass(frozen=True, slots=True)
class Better:
    """A package that is better for somebody and worse for nobody."""

    package: Mapping[str, str]
    values: Mapping[str, int]
    """Raw values by deciding party."""
    gains: Mapping[str, int]
    """What each deciding party would gain, raw."""
    count: Count
    """How many packages dominate, this one included."""


def dominating(scenario: Scenario, package: Package, instructions: Instructions | None = None) -> Better | None:
    """The best package among those that dominate this one, or None when it is efficient.

    Best is the largest smallest gain, then the largest sum of gains, then the declared order. With `instructions`, only
    packages that cross no red line of a deciding party count. Raises `OutOfReach`, `TooEntangled` and `NoValue`.
    """
    parties, here, tables, above = _above(scenario, package, instructions)
    place = best_gain(above, tuple(here.values()))
    if place is None:
        return None
    found = tables.package(place)
    values = {party: scenario.worth(party, found) for party in parties}
    return Better(
        found,
        values,
        {party: values[party] - here[party] for party in parties},
        tally(tables, list(here.values())).dominating,
    )


def pareto_gap(scenario: Scenario, package: Package, instructions: Instructions | None = None) -> int:
    """How much more every deciding party could have had at once, raw: max over q of min over i of u_i(q) - u_i(p).

    0 for a weakly efficient package. The candidates are those of `dominating`. Raises as it does.
    """
    _, here, _, above = _above(scenario, package, instructions)
    return gap(above, tuple(here.values()))


def best_gain(above: Front, here: tuple[int, ...]) -> int | None:
    """The place of the best package among those that dominate raw values; `above` is the front that reaches them."""
    gains = above.values - np.array(here, dtype=np.int64)
    better = np.flatnonzero(gains.any(axis=1))
    if not len(better):
        return None
    smallest, total = gains.min(axis=1), gains.sum(axis=1)
    order = np.lexsort((-total[better], -smallest[better]))
    first = better[order[0]]
    tied = better[(smallest[better] == smallest[first]) & (total[better] == total[first])]
    return min(place for _, place in above.traced(above.steps[tied]))


def gap(above: Front, here: tuple[int, ...]) -> int:
    """The largest smallest gain over raw values, 0 where nothing reaches them."""
    if not here or not len(above):
        return 0
    return int((above.values - np.array(here, dtype=np.int64)).min(axis=1).max())


def _above(
    scenario: Scenario, package: Package, instructions: Instructions | None
) -> tuple[tuple[str, ...], dict[str, int], Tables, Front]:
    parties = scenario.deciding()
    tables = Tables.of(scenario, parties, instructions)
    whole = complete(scenario, package)
    here = {party: scenario.worth(party, whole) for party in parties}
    return parties, here, tables, front(tables, tables.steps(list(here.values())))
