"""Where theory would settle: four classic solutions over the packages that everybody may sign.

Each takes the packages at or above every reservation with no red line crossed. What an efficient package is not best
at, none is: a tie goes to the larger sum of values, so that a solution is always efficient, then to the declared order
of options. The ties that are told are the other efficient acceptable packages that score exactly as high.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scoring.frontier import Front, front
from scoring.preferences import Instructions
from scoring.tables import Integers, Tables

_NEAR = 1e-9
"""Relative distance from the best float within which scores are compared exactly; 40 roundings err by far less."""
_FACTORS = 16
"""With so many parties the product of shares of the largest gains does not vanish as a float."""


@dataclass(frozen=True, slots=True)
class Point:
    """The package that a solution picks, in numbers."""

    place: int
    """In the declared order of all packages."""
    values: tuple[int, ...]
    """Raw, by party."""
    ties: int | None


@dataclass(frozen=True, slots=True)
class Solution:
    """The package that a solution picks."""

    package: Mapping[str, str]
    values: Mapping[str, int]
    """Raw values by deciding party."""
    ties: int | None
    """How many other efficient acceptable packages score exactly as high; None where they cannot be counted."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The four solutions; all None where no package is acceptable to all."""

    nash: Solution | None
    kalai_smorodinsky: Solution | None
    egalitarian: Solution | None
    utilitarian: Solution | None


def nash(gains: Integers) -> NDArray[np.bool_]:
    """The rows with the largest product of gains over the reservations (Nash 1950)."""
    positive = (gains > 0).all(axis=1)
    if not positive.any():
        return np.ones(len(gains), dtype=np.bool_)
    if gains.shape[1] <= _FACTORS:
        near = (gains / np.maximum(gains.max(axis=0), 1)).prod(axis=1)
        return _largest(gains, np.where(positive, near / near[positive].max(), -1.0), prod)
    near = np.full(len(gains), -np.inf)
    near[positive] = np.log(gains[positive]).sum(axis=1)
    return _largest(gains, near, prod)


def kalai_smorodinsky(gains: Integers) -> NDArray[np.bool_]:
    """The rows with the largest smallest share of what each could gain at best (Kalai & Smorodinsky 1975).

    The share is (u - r) / (a - r), a being a party's best value among these rows; 1 for a party with nothing to gain.
    """
    best = gains.max(axis=0)
    something = np.flatnonzero(best > 0)
    if not len(something):
        return np.ones(len(gains), dtype=np.bool_)
    gains, most = gains[:, something], tuple(map(int, best[something]))

    def share(row: tuple[int, ...]) -> Fraction:
        return min(Fraction(gain, much) for gain, much in zip(row, most, strict=True))

    return _largest(gains, (gains / best[something]).min(axis=1), share)


def egalitarian(gains: Integers) -> NDArray[np.bool_]:
    """The rows with the largest smallest gain (Kalai 1977)."""
    smallest = gains.min(axis=1)
    return np.asarray(smallest == smallest.max())


def utilitarian(gains: Integers) -> NDArray[np.bool_]:
    """The rows with the largest sum of gains (Harsanyi 1955)."""
    total = gains.sum(axis=1)
    return np.asarray(total == total.max())


RULES: Mapping[str, Callable[[Integers], NDArray[np.bool_]]] = {
    "nash": nash,
    "kalai_smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "utilitarian": utilitarian,
}
"""The four solutions, by the names of `Solutions`."""


def settle(acceptable: Front, reservations: Sequence[int], rules: Iterable[str] = tuple(RULES)) -> dict[str, Point]:
    """The points of the efficient acceptable packages, by name; empty where there is none. Reservations are raw."""
    if not len(acceptable) or not reservations:
        return {}
    values = acceptable.values
    gains = values - np.array(reservations, dtype=np.int64)
    tied = {name: np.flatnonzero(rule(gains)) for name, rule in RULES.items() if name in rules}
    rows = np.unique(np.concatenate(list(tied.values())))
    found = dict(zip(rows.tolist(), acceptable.traced(acceptable.steps[rows]), strict=True))
    sums = dict(zip(rows.tolist(), gains[rows].sum(axis=1).tolist(), strict=True))
    points = {}
    for name, places in tied.items():
        row = min(places.tolist(), key=lambda n: (-sums[n], found[n][1]))
        ties = sum(found[n][0] for n in places.tolist()) - 1
        points[name] = Point(found[row][1], tuple(map(int, values[row])), ties)
    return points


def solutions(scenario: Scenario, instructions: Instructions | None = None) -> Solutions:
    """The four solutions under these instructions, by default those of the start.

    Raises `OutOfReach`, `TooEntangled` and `NoValue`.
    """
    instructions = instructions or Instructions.of(scenario)
    parties = scenario.deciding()
    tables = Tables.of(scenario, parties, instructions)
    floors = [instructions.reservations.get(party) for party in parties]
    return named(tables, parties, settle(front(tables, tables.steps(floors)), [floor or 0 for floor in floors]))


def named(tables: Tables, parties: Sequence[str], points: Mapping[str, Point]) -> Solutions:
    """The points in the words of the scenario."""
    made = {
        name: Solution(tables.package(point.place), dict(zip(parties, point.values, strict=True)), point.ties)
        for name, point in points.items()
    }
    return Solutions(*(made.get(name) for name in RULES))


def _largest(
    gains: Integers, near: NDArray[np.float64], exact: Callable[[tuple[int, ...]], int | Fraction]
) -> NDArray[np.bool_]:
    """The rows with the largest exact score; floats sort out those that cannot have it."""
    top = float(near.max())
    places = np.flatnonzero(near >= top - _NEAR * max(1.0, abs(top)))
    rows = list(map(tuple, gains[places].tolist()))
    scores = {row: exact(row) for row in set(rows)}
    best = max(scores.values())
    chosen = np.zeros(len(gains), dtype=np.bool_)
    chosen[places] = [scores[row] == best for row in rows]
    return chosen
