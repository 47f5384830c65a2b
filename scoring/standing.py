"""Where a package stands among all that could have been agreed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from scenarios.model import Scenario
from scoring.counting import Count, Shares, histogram, tally
from scoring.frontier import Better, OutOfReach, best_gain, front, gap
from scoring.frontier.bounds import found, smallest_ceiling
from scoring.preferences import Instructions, NoValue, Package, complete
from scoring.tables import Tables

__all__ = ["Count", "Shares", "Standing", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a package stands; exact, unless a count has two bounds."""

    packages: int
    """All packages, those over a red line too."""
    values: Mapping[str, int]
    """Raw values, by party with points: those that decide first, then those that do not."""
    shares: Mapping[str, Shares]
    """How many of all packages are worth less to a party, as much, and more."""
    better_for_all: Count
    """Packages worth more to every deciding party."""
    dominating: Count
    """Packages worth as much at least to every deciding party, and more to one."""
    better: Better | None
    """The best dominating package: the largest smallest gain, then the largest sum, then the declared order. Where the
    efficient set is out of reach, the best one found."""
    gap: Count
    """How much more every deciding party could have had at once, raw; in bounds where it is out of reach."""


def standing(scenario: Scenario, package: Package, instructions: Instructions | None = None) -> Standing:
    """Where a package stands; an issue that it leaves out takes its default.

    With `instructions`, only packages that cross no red line of a deciding party count as better. A party that does
    not decide and whose points are not complete is left out. Raises `TooEntangled` and `NoValue`.
    """
    whole = complete(scenario, package)
    deciding = scenario.deciding()
    alone = {name: Tables.of(scenario, (name,)) for name in deciding} | _affected(scenario)
    values = {name: scenario.worth(name, whole) for name in alone}
    here = tuple(values[name] for name in deciding)
    tables = Tables.of(scenario, deciding, _lines(instructions, deciding))
    floors = tables.steps(here)
    numbers = tally(tables, here)
    better: int | None
    try:
        above = front(tables, floors)
    except OutOfReach:
        better, most = _nearest(tables, floors, here)
    else:
        better, exact = best_gain(above, here), gap(above, here)
        most = Count(exact, exact)
    return Standing(
        next(iter(alone.values())).packages if alone else tables.packages,
        values,
        {name: histogram(table).around(values[name]) for name, table in alone.items()},
        numbers.better_for_all,
        numbers.dominating,
        None if better is None else _better(scenario, tables, better, values, numbers.dominating),
        most,
    )


def _affected(scenario: Scenario) -> dict[str, Tables]:
    found = {}
    for name, party in scenario.parties.items():
        if party.values and not party.decides:
            with suppress(NoValue):
                found[name] = Tables.of(scenario, (name,))
    return found


def _lines(instructions: Instructions | None, deciding: tuple[str, ...]) -> Instructions | None:
    if instructions is None:
        return None
    return Instructions(
        instructions.reservations,
        {party: lines for party, lines in instructions.red_lines.items() if party in deciding},
    )


def _nearest(tables: Tables, floors: tuple[int, ...], here: tuple[int, ...]) -> tuple[int | None, Count]:
    """The best dominating package that is found, and the bounds of the gap."""
    steps, places = found(tables, floors)
    gains = [
        (min(gain), sum(gain), -place)
        for row, place in zip(tables.raw(steps).tolist(), places.tolist(), strict=True)
        if any(gain := [value - own for value, own in zip(row, here, strict=True)])
    ]
    ceiling = smallest_ceiling(tables, here, [1] * len(here))
    if not gains:
        return None, Count(0, max(0, int(ceiling)))
    least, _, place = max(gains)
    return -place, Count(least, max(least, int(ceiling)))


def _better(scenario: Scenario, tables: Tables, place: int, here: Mapping[str, int], count: Count) -> Better:
    package = tables.package(place)
    values = {party: scenario.worth(party, package) for party in scenario.deciding()}
    return Better(package, values, {party: raw - here[party] for party, raw in values.items()}, count)
