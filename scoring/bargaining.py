"""Where theory would settle: four classic solutions over the packages that everybody may sign.

Each takes the packages at or above every reservation with no red line crossed. A tie goes to the larger sum of values,
then to the declared order of options, so that a solution is always efficient among the acceptable packages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import prod

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scoring.frontier import Space
from scoring.preferences import Instructions

Integers = NDArray[np.int64]

_NEAR = 1e-9
"""Relative distance from the best float within which scores are compared exactly; 24 roundings err by far less."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The package that a solution picks."""

    package: Mapping[str, str]
    values: Mapping[str, int]
    """Raw values by deciding party."""
    ties: int
    """How many other acceptable packages score exactly as high."""


@dataclass(frozen=True, slots=True)
class Solutions:
    """The four solutions; all None where no package is acceptable to all."""

    nash: Solution | None
    kalai_smorodinsky: Solution | None
    egalitarian: Solution | None
    utilitarian: Solution | None


def nash(gains: Integers) -> NDArray[np.bool_]:
    """The rows with the largest product of gains over the reservations (Nash 1950)."""
    return _largest(gains, gains.astype(np.float64).prod(axis=1), prod)


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


def solutions(scenario: Scenario, instructions: Instructions | None = None, *, space: Space | None = None) -> Solutions:
    """The four solutions under these instructions, by default those of the start.

    Raises `TooManyPackages` and `NoValue`. `space` spares the enumeration where it is at hand.
    """
    space = space or Space.of(scenario)
    instructions = instructions or Instructions.of(scenario)
    places = np.flatnonzero(space.acceptable(instructions))
    if not len(places) or not space.parties:
        return Solutions(None, None, None, None)
    floors = np.array([instructions.reservations.get(party, 0) for party in space.parties], dtype=np.int64)
    gains = space.values[places] - floors

    def pick(rule: Callable[[Integers], NDArray[np.bool_]]) -> Solution:
        tied = np.flatnonzero(rule(gains))
        place = int(places[tied[np.argmax(gains[tied].sum(axis=1))]])  # argmax takes the first of equal sums
        return Solution(space.package(place), space.values_at(place), len(tied) - 1)

    return Solutions(pick(nash), pick(kalai_smorodinsky), pick(egalitarian), pick(utilitarian))


def _largest(
    gains: Integers, near: NDArray[np.float64], exact: Callable[[tuple[int, ...]], int | Fraction]
) -> NDArray[np.bool_]:
    """The rows with the largest exact score; floats sort out those that cannot have it."""
    top = float(near.max())
    if top == 0.0:  # a score of zero is exact
        return np.asarray(near == 0.0)
    places = np.flatnonzero(near >= top * (1 - _NEAR))
    rows, row_of = np.unique(gains[places], axis=0, return_inverse=True)
    scores = [exact(tuple(map(int, row))) for row in rows]
    best = max(scores)
    chosen = np.zeros(len(gains), dtype=np.bool_)
    chosen[places] = np.array([score == best for score in scores])[row_of.reshape(-1)]
    return chosen
