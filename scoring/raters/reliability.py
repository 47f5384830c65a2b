"""How far raters agree, as numbers over units: exact and adjacent agreement, weighted kappa, Krippendorff's alpha.

A unit is what several raters rated, here a seat on a dimension; its values are the levels that they gave. Shares and
kappa are exact fractions. Alpha is computed by the library `krippendorff`, the only door to it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from random import Random

import krippendorff
import numpy as np
from numpy.typing import ArrayLike

Unit = Mapping[str, int]
"""The levels that raters gave to one thing, by rater; who gave none is not in it."""

SOUND, TENTATIVE = 0.8, 0.667
"""From here on alpha supports conclusions, or tentative ones (Krippendorff, Content Analysis, 2nd ed. 2004, p. 241)."""
FEWEST_UNITS = 20
"""Shared units below which only raw agreement is told."""
RESAMPLES = 1000


def shared(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units that two raters or more gave a level."""
    return tuple(unit for unit in units if len(unit) > 1)


def agreement(units: Sequence[Unit], within: int = 0) -> Fraction | None:
    """The share of pairs of ratings of the same unit that differ by `within` levels at most; None without a pair."""
    gaps = [abs(one - other) for unit in units for one, other in combinations(unit.values(), 2)]
    return Fraction(sum(gap <= within for gap in gaps), len(gaps)) if gaps else None


def squared(one: int, other: int) -> int:
    """The weight of a disagreement: the square of the distance."""
    return (one - other) ** 2


def weighted_kappa(pairs: Sequence[tuple[int, int]], weight: Callable[[int, int], int] = squared) -> Fraction | None:
    """1 - observed / expected weighted disagreement of two raters (Cohen, Psychological Bulletin 70, 1968, 213-220).

    None without a pair, and where no disagreement is to be expected: each rater always gave one and the same level.
    """
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(n * m * weight(one, other) for one, n in first.items() for other, m in second.items())
    observed = sum(weight(one, other) for one, other in pairs)
    return 1 - Fraction(observed * len(pairs), expected) if expected else None


def alpha(units: Sequence[Unit]) -> float | None:
    """Krippendorff's alpha for ordered levels, with any number of raters and missing ratings.

    None without a shared unit, and where all levels in shared units are the same: then there is nothing to tell apart,
    and agreement and habit look alike.
    """
    given = shared(units)
    levels = sorted({level for unit in given for level in unit.values()})
    return _alpha([_counts(unit, levels) for unit in given], levels) if len(levels) > 1 else None


@dataclass(frozen=True, slots=True)
class Interval:
    """Where alpha would lie in 95 of 100 draws of as many units."""

    low: float
    high: float
    undefined: int
    """Draws without variation, which have no alpha and are left out."""


def interval(units: Sequence[Unit], seed: int, resamples: int = RESAMPLES) -> Interval | None:
    """The 95 % percentile interval of alpha by bootstrap (Efron & Tibshirani, An Introduction to the Bootstrap, 1993).

    Hayes & Krippendorff (Communication Methods and Measures 1, 2007, 77-89) propose a bootstrapped interval for alpha;
    they draw pairs of values and keep the expected disagreement. Here whole units are drawn with replacement and alpha
    is computed anew, which does not treat the pairs of one unit as independent. The same seed gives the same interval.
    None below `FEWEST_UNITS` shared units, without variation, and where most draws have none.
    """
    given = shared(units)
    levels = sorted({level for unit in given for level in unit.values()})
    if len(given) < FEWEST_UNITS or len(levels) < 2:
        return None
    counts = np.array([_counts(unit, levels) for unit in given])
    chance = Random(seed)
    found: list[float] = []
    for _ in range(resamples):
        drawn = counts[[int(chance.random() * len(given)) for _ in given]]
        if np.count_nonzero(drawn.any(axis=0)) > 1:
            found.append(_alpha(drawn, levels))
    if 2 * len(found) <= resamples:
        return None
    low, high = np.percentile(found, (2.5, 97.5))
    return Interval(float(low), float(high), resamples - len(found))


def reads(value: float) -> str:
    """How alpha is read: `sound`, `tentative`, or `coach`: coach the raters, and keep the ratings to yourselves."""
    return "sound" if value >= SOUND else "tentative" if value >= TENTATIVE else "coach"


def correlates_above(pairs: Sequence[tuple[int, int]], limit: Fraction) -> bool | None:
    """Whether Pearson's correlation of two rows of levels is above a limit of 0 or more; None without variation."""
    n = len(pairs)
    first, second = sum(one for one, _ in pairs), sum(other for _, other in pairs)
    together = n * sum(one * other for one, other in pairs) - first * second
    one_alone = n * sum(one * one for one, _ in pairs) - first * first
    other_alone = n * sum(other * other for _, other in pairs) - second * second
    if not one_alone or not other_alone:
        return None
    return together > 0 and together * together > limit * limit * one_alone * other_alone


def _counts(unit: Unit, levels: Sequence[int]) -> tuple[int, ...]:
    given = Counter(unit.values())
    return tuple(given[level] for level in levels)


def _alpha(counts: ArrayLike, levels: Sequence[int]) -> float:
    return float(krippendorff.alpha(value_counts=counts, value_domain=list(levels), level_of_measurement="ordinal"))
