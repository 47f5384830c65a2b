"""NegMAS (AGPL), run by the interpreter of the peers' own environment: `python -m benchmarks.peer`."""

import warnings
from collections.abc import Callable, Iterable
from typing import Any

import negmas
from negmas.outcomes import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction, TableFun
from negmas.preferences.ops import calc_scenario_stats, kalai_points, ks_points, nash_points, pareto_frontier

from benchmarks.cases import Tables
from benchmarks.serving import digest, serve


def ufuns(tables: Tables, reservations: list[int]) -> list[Any]:
    """Utility functions of all parties over one outcome space."""
    space = make_os([make_issue(list(range(len(issue))), name=f"issue-{at}") for at, issue in enumerate(tables)])
    return [
        LinearAdditiveUtilityFunction(
            values=[TableFun({at: option[party] for at, option in enumerate(issue)}) for issue in tables],
            weights=[1.0] * len(tables),
            outcome_space=space,
            reserved_value=float(reservation),
        )
        for party, reservation in enumerate(reservations)
    ]


def fast(request: dict[str, Any]) -> Callable[[], Any]:
    """The frontier and the points by the functions that its documentation calls fast."""
    parties = ufuns(request["tables"], request["reservations"])
    space = parties[0].outcome_space

    def call() -> Any:
        frontier, _ = pareto_frontier(parties, list(space.enumerate()))
        ranges = [party.minmax(space, above_reserve=False) for party in parties]
        return (
            frontier,
            *(points(parties, frontier, ranges=ranges) for points in (nash_points, kalai_points, ks_points)),
        )

    return call


def tell_fast(result: Any) -> dict[str, Any]:
    """The frontier's size and digest, and the values of every tied point."""
    frontier, nash, kalai, ks = result
    return told(frontier, *([values for values, _ in points] for points in (nash, kalai, ks)))


def stats(request: dict[str, Any]) -> Callable[[], Any]:
    """The statistics of a scenario as its users get them."""
    parties = ufuns(request["tables"], request["reservations"])
    return lambda: calc_scenario_stats(parties)


def tell_stats(result: Any) -> dict[str, Any]:
    """The same as of the fast path."""
    return told(result.pareto_utils, result.nash_utils, result.kalai_utils, result.ks_utils)


def told(frontier: Iterable[Any], nash: Any, kalai: Any, ks: Any) -> dict[str, Any]:
    """Whole points again, as integers."""
    points = whole(frontier)
    return {
        "front": len(points),
        "digest": digest(points),
        "nash": whole(nash),
        "egalitarian": whole(kalai),
        "kalai_smorodinsky": whole(ks),
    }


def whole(points: Iterable[Iterable[float]]) -> list[tuple[int, ...]]:
    """Points as integers; sums of whole points are exact in a float."""
    return [tuple(int(value) for value in point) for point in points]


def version(request: dict[str, Any]) -> Callable[[], Any]:
    """Which version this is."""
    return lambda: negmas.__version__


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    serve({"fast": (fast, tell_fast), "stats": (stats, tell_stats), "version": (version, lambda it: {"version": it})})
