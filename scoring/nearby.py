"""The four solutions where the efficient set is out of reach: the best packages found, and what none can pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

import numpy as np

from scoring.bargaining import RULES, Point
from scoring.frontier import Progress
from scoring.frontier.bounds import found, improved, product_ceiling, smallest_ceiling, sum_ceiling
from scoring.preferences import HUNDREDTHS
from scoring.tables import Integers, Tables

Pair = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True, eq=False)
class Nearby:
    """Acceptable packages that were found, and bounds."""

    places: tuple[int, ...]
    values: Integers
    """Their raw values."""
    points: Mapping[str, Point]
    """The best package found for each solution; ties are not counted."""
    scores: Mapping[str, Pair]
    """The score of each solution: that of the package found, and what none can pass; gains in points."""
    impossible: bool
    """Whether it is proven that no package is acceptable."""


def nearby(
    tables: Tables, floors: Sequence[int], reservations: Sequence[int], progress: Progress | None = None
) -> Nearby:
    """Look for acceptable packages, in bounded time and always with the same result."""
    every = [1] * tables.parties
    if smallest_ceiling(tables, _tight(tables, floors), every) < 0:
        return Nearby((), np.zeros((0, tables.parties), dtype=np.int64), {}, {}, True)
    steps, places = found(tables, floors, progress=progress)
    values = tables.raw(steps)
    if not len(values):
        return Nearby((), values, {}, {}, False)
    gains = values - np.array(reservations, dtype=np.int64)
    best = [int(gain) for gain in gains.max(axis=0)]
    points: dict[str, Point] = {}
    chosen: dict[str, tuple[int, ...]] = {}
    rules: Mapping[str, Callable[[Integers], Sequence[int | Fraction]]] = {
        "nash": lambda rows: [prod(row) for row in rows.tolist()],
        "kalai_smorodinsky": lambda rows: [_share(row, best) for row in rows.tolist()],
        "egalitarian": lambda rows: rows.min(axis=1).tolist(),
        "utilitarian": lambda rows: rows.sum(axis=1).tolist(),
    }
    sums = gains.sum(axis=1).tolist()
    for name in RULES:
        *_, first = max(zip(rules[name](gains), sums, [-place for place in places.tolist()], strict=True))
        place = improved(tables, -first, reservations, rules[name])
        own = tables.values_at(place)
        chosen[name] = tuple(value - floor for value, floor in zip(own, reservations, strict=True))
        points[name] = Point(place, own, None)
    unit = Fraction(1, HUNDREDTHS)
    shares = [Fraction(1, gain) if gain > 0 else 0 for gain in best]
    fair = smallest_ceiling(tables, reservations, shares) if any(shares) else Fraction(1)
    most = [sum_ceiling(tables, reservations, [n]) for n in range(tables.parties)]
    bounds: dict[str, Pair] = {
        "nash": (
            Fraction(prod(chosen["nash"])) * unit**tables.parties,
            product_ceiling(tables, reservations) * unit**tables.parties,
        ),
        "kalai_smorodinsky": (_share(chosen["kalai_smorodinsky"], most), min(Fraction(1), fair)),
        "egalitarian": (min(chosen["egalitarian"]) * unit, smallest_ceiling(tables, reservations, every) * unit),
        "utilitarian": (
            sum(chosen["utilitarian"]) * unit,
            sum_ceiling(tables, reservations, range(tables.parties)) * unit,
        ),
    }
    return Nearby(tuple(point.place for point in points.values()), values, points, bounds, False)


def _tight(tables: Tables, floors: Sequence[int]) -> list[int]:
    return [offset + unit * floor for offset, unit, floor in zip(tables.offset, tables.unit, floors, strict=True)]


def _share(row: Sequence[int], best: Sequence[int | Fraction]) -> Fraction:
    return min((Fraction(gain, most) for gain, most in zip(row, best, strict=True) if most > 0), default=Fraction(1))
