"""Where an exact answer is out of reach: packages that are found, and ceilings that no package passes.

What is found comes from merging with a limit: of partial sums that lie close together only one is kept, and the best
ones are then improved block by block. The ceilings are those of Lagrangian duality (Everett, Operations Research 1963):
for any weights the best weighted sum of gains is the sum of the best rows of the blocks, which costs next to nothing.
They hold exactly, whatever the weights; the weights are only looked for in floats.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm, prod

import numpy as np

from scenarios.texts import tr
from scoring.frontier.dominance import undominated
from scoring.frontier.merging import Floats, Progress
from scoring.tables import Integers, Places, Tables, sums

KEPT = 4_000
"""Partial sums that are kept of each block."""
MANY = 8
"""With more parties than this hardly a partial sum dominates another, and none is looked for."""
ROUNDS = 200
"""Steps that the search for weights takes."""
FINE = 1 << 24
"""What the largest weight becomes in whole numbers."""

Score = Callable[[Integers], Sequence[int | Fraction]]
"""What rows of raw gains score; larger is better."""


def found(
    tables: Tables, floors: Sequence[int], kept: int = KEPT, progress: Progress | None = None
) -> tuple[Integers, Places]:
    """Packages that reach the floors: their steps and their places. None may be found where there are some."""
    need = np.array(floors, dtype=np.int64)
    most = np.array([block.values.max(axis=0, initial=0) for block in tables.blocks], dtype=np.int64)
    left = most.sum(axis=0)
    rows, places = np.zeros((1, tables.parties), dtype=np.int64), np.zeros(1, dtype=tables.blocks[0].places.dtype)
    for step, block in enumerate(tables.blocks):
        if progress is not None:
            progress(tr("packages near the efficient ones"), step / len(tables.blocks))
        left = left - most[step]
        thin = _thin(block.values, kept)
        values, own = block.values[thin], block.places[thin]
        slices = max(1, (1 << 20) // max(1, len(rows)))
        parts = []
        for start in range(0, len(values), slices):
            made = sums(rows, values[start : start + slices])
            where = (places[:, None] + own[None, start : start + slices]).reshape(-1)
            alive = (made + left >= need).all(axis=1)
            made, where = made[alive], where[alive]
            some = _thin(made, 4 * kept)
            made, where = made[some], where[some]
            if tables.parties <= MANY:
                free = undominated(made, once=True)
                made, where = made[free], where[free]
            parts.append((made, where))
        if not parts:
            return rows[:0], places[:0]
        rows, places = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
        some = _thin(rows, kept)
        rows, places = rows[some], places[some]
    return rows, places


def improved(tables: Tables, place: int, reservations: Sequence[int], score: Score) -> int:
    """The place of a package that no change in a single block improves, starting from one; it keeps what floors it has.

    Better is the larger score of raw gains, then the larger sum.
    """
    low = np.array(reservations, dtype=np.int64)
    at = tables.rows(place)
    steps = sum((block.values[n] for block, n in zip(tables.blocks, at, strict=True)), np.zeros(tables.parties, "i8"))
    best = _judged(score, (tables.raw(steps) - low)[None, :])[0]
    for _ in range(4 * len(at)):
        better: tuple[int, int] | None = None
        for n, block in enumerate(tables.blocks):
            gains = tables.raw(steps - block.values[at[n]] + block.values) - low
            rows = np.flatnonzero((gains >= 0).all(axis=1))
            for row, value in zip(rows.tolist(), _judged(score, gains[rows]), strict=True):
                if value > best:
                    best, better = value, (n, row)
        if better is None:
            break
        n, row = better
        steps = steps - tables.blocks[n].values[at[n]] + tables.blocks[n].values[row]
        at[n] = row
    return sum(int(block.places[n]) for block, n in zip(tables.blocks, at, strict=True))


def smallest_ceiling(tables: Tables, reservations: Sequence[int], scales: Sequence[int | Fraction]) -> Fraction:
    """What the smallest scaled gain cannot pass in any package: max over p of min over i of scale_i × (u_i - r_i).

    A party with scale 0 does not count.
    """
    dual = _Dual(tables, reservations)
    wanted = np.array([float(scale) for scale in scales])
    weights = (wanted > 0).astype(np.float64)

    def bound(weights: Floats) -> Fraction:
        whole = [
            _whole(weight, weights) if scale else 0 for weight, scale in zip(weights.tolist(), scales, strict=True)
        ]
        return dual.most([weight * scale for weight, scale in zip(whole, scales, strict=True)]) / sum(whole)

    def turn(weights: Floats, gains: Floats, pace: float) -> Floats:
        scaled = gains * wanted
        middle = float((weights * scaled).sum() / weights.sum())
        spread = float(np.abs(scaled - middle).max()) or 1.0
        turned: Floats = weights * (1 - pace * (scaled - middle) / spread)
        return turned

    return dual.search(weights, wanted, bound, turn)


def product_ceiling(tables: Tables, reservations: Sequence[int]) -> Fraction:
    """What the product of raw gains cannot pass in a package with no gain below zero.

    The product of weighted gains is at most the power of their mean.
    """
    dual = _Dual(tables, reservations)
    parties = tables.parties

    def bound(weights: Floats) -> Fraction:
        whole = [_whole(weight, weights) for weight in weights.tolist()]
        return max(Fraction(0), dual.most(whole) / parties) ** parties / prod(whole)

    def turn(weights: Floats, gains: Floats, pace: float) -> Floats:
        total = float((weights * gains).sum())
        if total <= 0:
            return weights
        excess = np.clip(parties * weights * gains / total - 1, -1, 1)
        return weights * (1 - pace * excess)

    best = np.maximum(1.0, dual.best())
    return dual.search(1 / best, np.ones(parties), bound, turn)


def sum_ceiling(tables: Tables, reservations: Sequence[int], parties: Sequence[int]) -> Fraction:
    """What the sum of the raw gains of some parties cannot pass in a package with no gain below zero."""
    dual = _Dual(tables, reservations)
    own = np.zeros(tables.parties)
    own[list(parties)] = 1.0

    def bound(extra: Floats) -> Fraction:
        whole = [int(FINE * wanted) + int(FINE * more) for wanted, more in zip(own, extra, strict=True)]
        return dual.most(whole) / FINE

    def turn(extra: Floats, gains: Floats, pace: float) -> Floats:
        spread = float(np.abs(gains).max()) or 1.0
        return np.maximum(0.0, extra - pace * gains / spread)

    return dual.search(np.zeros(tables.parties), np.ones(tables.parties), bound, turn, own)


class _Dual:
    """The best weighted sum of raw gains, which falls apart into the blocks."""

    def __init__(self, tables: Tables, reservations: Sequence[int]) -> None:
        self.tables = tables
        self.blocks = [
            block.values[undominated(block.values, once=True)] if len(block) else block.values
            for block in tables.blocks
        ]
        self.rows = np.concatenate(self.blocks).astype(np.float64)
        self.starts = np.cumsum([0, *map(len, self.blocks)])[:-1]
        self.unit = np.array(tables.unit, dtype=np.float64)
        self.base = [offset - floor for offset, floor in zip(tables.offset, reservations, strict=True)]

    def best(self) -> Floats:
        """The most that each party could gain alone."""
        most: Floats = self.unit * np.array(self.tables.spans, dtype=np.float64) + np.array(self.base, dtype=np.float64)
        return most

    def most(self, weights: Sequence[int | Fraction]) -> Fraction:
        """The largest weighted sum of raw gains, exactly."""
        common = lcm(*(Fraction(weight).denominator for weight in weights))
        whole = [int(Fraction(weight) * common) for weight in weights]
        total = sum(weight * base for weight, base in zip(whole, self.base, strict=True))
        factors = np.array([weight * unit for weight, unit in zip(whole, self.tables.unit, strict=True)], dtype=object)
        for block in self.blocks:
            total += max((block.astype(object) * factors).sum(axis=1).tolist())
        return Fraction(total, common)

    def gains(self, weights: Floats) -> Floats:
        """The raw gains of the package with the largest weighted sum, the first row of each block among equals."""
        weighted = np.zeros(len(self.rows))
        for column, factor in enumerate((weights * self.unit).tolist()):
            weighted += self.rows[:, column] * factor
        total = np.zeros(self.tables.parties)
        for start, block in zip(self.starts.tolist(), self.blocks, strict=True):
            total += block[int(weighted[start : start + len(block)].argmax())]
        gains: Floats = total * self.unit + np.array(self.base, dtype=np.float64)
        return gains

    def search(
        self,
        weights: Floats,
        counted: Floats,
        bound: Callable[[Floats], Fraction],
        turn: Callable[[Floats, Floats, float], Floats],
        own: Floats | None = None,
    ) -> Fraction:
        """The lowest ceiling among the weights that the steps come by; only a few are worked out exactly."""
        tried: list[Floats] = [weights]
        for step in range(ROUNDS):
            gains = self.gains(weights if own is None else own + weights)
            weights = turn(weights, gains, 0.5 / (1 + step / 8))
            if own is None:
                weights = np.where(counted > 0, np.maximum(weights / weights.max(), 1e-6), 0.0)
            tried.append(weights)
        late = tried[ROUNDS // 2 :]
        mean = late[0].copy()
        for each in late[1:]:
            mean += each
        return min(map(bound, (tried[0], mean / len(late), *tried[:: ROUNDS // 10], tried[-1])))


def _whole(weight: float, weights: Floats) -> int:
    return max(1, int(FINE * weight / float(weights.max())))


def _judged(score: Score, gains: Integers) -> list[tuple[int | Fraction, int]]:
    return list(zip(score(gains), gains.sum(axis=1).tolist(), strict=True))


def _thin(rows: Integers, kept: int) -> Integers:
    """At most so many of the rows: of those in one cell of a grid the one with the largest sum, then the first."""
    chosen = np.arange(len(rows))
    width = 1
    while len(chosen) > kept:
        width *= 2
        cells = rows[chosen] // width
        order = np.lexsort((-rows[chosen].sum(axis=1), *cells.T))
        ordered = cells[order]
        first = np.concatenate(([True], (ordered[1:] != ordered[:-1]).any(axis=1)))
        chosen = np.sort(chosen[order[first]])
    return chosen
