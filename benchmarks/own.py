"""This program's value analysis, and what it is held against in numpy: plain enumeration, and one pass in float32."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import moocore
import numpy as np
from numpy.typing import NDArray

from benchmarks.cases import Tables, least
from benchmarks.serving import digest, serve
from scoring.bargaining import Point, settle
from scoring.counting import Shares, histogram
from scoring.frontier import Front, OutOfReach, front
from scoring.tables import Tables as ExactTables

Floats = NDArray[np.float64]


def ours(request: dict[str, Any]) -> Callable[[], Any]:
    """The efficient set among what all may sign, and the four points; None where that is refused as out of reach."""
    issues = [np.array(issue, dtype=np.int64) for issue in request["tables"]]
    reservations = request["reservations"]

    def call() -> tuple[Front, dict[str, Point]] | None:
        tables = ExactTables.additive(issues)
        try:
            found = front(tables, tables.steps(reservations))
        except OutOfReach:
            return None
        return found, settle(found, reservations)

    return call


def tell_ours(result: Any) -> dict[str, Any]:
    """The front's size and digest, how it was found, and the points."""
    if result is None:
        return {"out_of_reach": True}
    found, points = result
    rows = [tuple(row) for row in found.values.tolist()]
    method = {"front": len(rows), "digest": digest(rows), "method": found.method.value}
    return method | {name: point.values for name, point in points.items()}


def scale(request: dict[str, Any]) -> Callable[[], Any]:
    """The same, and for each party the place of the Nash package among all packages there are."""
    settled, reservations = ours(request), request["reservations"]

    def call() -> tuple[Front, dict[str, Point], list[Shares]] | None:
        settlement = settled()
        if settlement is None:
            return None
        found, points = settlement
        parties = range(len(reservations))
        return (
            found,
            points,
            [histogram(found.tables.columns([party])).around(points["nash"].values[party]) for party in parties],
        )

    return call


def tell_scale(result: Any) -> dict[str, Any]:
    """The front's size, how it was found, and the share of packages that are worth less to each party."""
    if result is None:
        return {"out_of_reach": True}
    found, points, places = result
    shares = [float(place.share_less) for place in places]
    return {"front": len(found), "method": found.method.value, "nash": points["nash"].values, "share_less": shares}


def one_pass(request: dict[str, Any]) -> Callable[[], Any]:
    """The values of all packages for all parties, party by party into one buffer, as outer sums of two halves.

    Nothing that looks at every package is faster than this: it is bound by memory.
    """
    halves = _halves(request["tables"])
    (near, parties), far = halves[0].shape, len(halves[1])
    left, right = (np.ascontiguousarray(half.T, dtype=np.float32) for half in halves)
    buffer = np.empty((near, far), dtype=np.float32)

    def call() -> None:
        for party in range(parties):
            np.add.outer(left[party], right[party], out=buffer)

    return call


def enumeration(request: dict[str, Any]) -> Callable[[], Any]:
    """Every package with its values, the efficient ones by moocore, the points by the largest entry of an array."""
    tables, reservations = request["tables"], request["reservations"]

    def call() -> tuple[Floats, dict[str, tuple[int, ...]]]:
        near, far = _halves(tables)
        values = (near[:, None, :] + far[None, :, :]).reshape(-1, near.shape[1])
        front = values[moocore.is_nondominated(values, maximise=True, keep_weakly=True)]
        gains = values - np.array(reservations, dtype=np.float64)
        gains, signed = gains[(gains >= 0).all(axis=1)], values[(gains >= 0).all(axis=1)]
        if not len(gains):
            return front, {}
        most = np.maximum(gains.max(axis=0), 1.0)
        return front, {
            "nash": _best(signed, gains, np.prod(gains, axis=1), _product),
            "egalitarian": _best(signed, gains, gains.min(axis=1), min),
            "kalai_smorodinsky": _best(signed, gains, (gains / most).min(axis=1), _least_share(most)),
            "utilitarian": _best(signed, gains, gains.sum(axis=1), sum),
        }

    return call


def tell_enumeration(result: Any) -> dict[str, Any]:
    """The front's size and digest, and the points."""
    front, points = result
    rows = [tuple(int(value) for value in row) for row in front]
    return {"front": len(set(rows)), "packages": len(rows), "digest": digest(rows), **points}


def _halves(tables: Tables) -> tuple[Floats, Floats]:
    """The values of all beginnings and of all endings of packages; where they meet leaves the halves near equal."""
    middle = (len(tables) + 1) // 2
    return _sums(tables[:middle]), _sums(tables[middle:])


def _sums(tables: Tables) -> Floats:
    parties = len(tables[0][0])
    values = np.zeros((1, parties), dtype=np.float64)
    for issue in tables:
        values = (values[:, None, :] + np.array(issue, dtype=np.float64)[None, :, :]).reshape(-1, parties)
    return values


def _best(values: Floats, gains: Floats, scores: Floats, exact: Callable[[list[int]], Any]) -> tuple[int, ...]:
    """The values of the largest score, compared exactly among those that floats cannot tell apart; then by sum."""
    near = np.flatnonzero(scores >= scores.max() * (1 - 1e-9))
    found = max(near, key=lambda at: (exact([int(gain) for gain in gains[at]]), float(values[at].sum()), -at))
    return tuple(int(value) for value in values[found])


def _product(gains: list[int]) -> int:
    product = 1
    for gain in gains:
        product *= gain
    return product


def _least_share(most: Floats) -> Callable[[list[int]], Fraction]:
    return lambda gains: min(Fraction(gain, int(whole)) for gain, whole in zip(gains, most, strict=True))


if __name__ == "__main__":
    tiny = [[[1, 0], [0, 1]]] * 4
    for prepare in (ours, one_pass, enumeration):  # what is imported or built at first use is not measured
        prepare({"tables": tiny, "reservations": least(tiny)})()
    serve(
        {
            "ours": (ours, tell_ours),
            "scale": (scale, tell_scale),
            "pass": (one_pass, lambda nothing: {}),
            "enumeration": (enumeration, tell_enumeration),
        }
    )
