"""Utilities, efficient set and points of solution: this program, NegMAS, plain enumeration, and the physical limit."""

from fractions import Fraction
from math import nan
from typing import Any

from benchmarks.cases import Case, Tables, least, most
from benchmarks.contestants import OWN, PEER, Contestant, Measured, side_by_side
from benchmarks.sheets import progress, sheet, span, times

DIGITS = {10**4: 4, 10**5: 5, 10**6: 6}
"""Issues of ten options each."""
POINTS = 1000

STATS_LIMIT = {"quick": 30_000, "full": 300_000}
"""Values (packages times parties) up to which the peer's whole statistics are asked for; they take minutes beyond."""
FAST_LIMIT = {"quick": 300_000, "full": 3_000_000}
"""The same for its fast path."""
PATIENCE = {"quick": 60.0, "full": 400.0}
"""Seconds that anybody gets for one answer."""

CROSSED: Tables = [[[100, 0], [0, 100], [80, 60], [55, 62]]]
"""One issue, two parties, four packages, all efficient: the smallest case in which the two points part."""


def run(size: str) -> tuple[str, dict[str, Any]]:
    """The page and the figures."""
    cases = [
        Case(digits, 10, parties, POINTS, data)
        for packages, digits in DIGITS.items()
        for parties in (2, 3, 6)
        for data in (("opp", "ind") if size == "full" and parties == 3 else ("opp",))
        if size == "full" or packages * parties <= 3_000_000
    ]
    rows, points, figures = [], [], {}
    with Contestant(PEER) as peer:
        version = peer.ask({"do": "version"})["told"]["version"]
    for case in cases:
        tables = case.tables()
        found = _measure(case, tables, size)
        figures[str(case)] = {name: one.as_json() for name, one in found.items()}
        rows.append(_row(case, found))
        if "fast" in found and found["fast"].told and "front" in found["ours"].told:
            points.append(_smorodinsky(str(case), tables, found["ours"].told, found["fast"].told))
    goals = [line for case in cases for line in _goals(case, figures[str(case)])]
    crossed = side_by_side(_jobs(CROSSED, ("ours", "fast")), rounds=1)
    idle = {name: one.mib for name, one in crossed.items()}
    points.insert(0, _smorodinsky("the table below", CROSSED, crossed["ours"].told, crossed["fast"].told))
    head = (
        *("packages x parties, data", "front", "ours", "processor", "NegMAS statistics", "NegMAS fast path"),
        *("enumeration", "float32 passes", "MiB ours", "NegMAS", "enumeration", "agree"),
    )
    page = "\n\n".join(
        [
            f"## Efficient set and points of solution, against NegMAS {version}",
            sheet(head, rows),
            "Times of the others are multiples of ours: of the medians by the clock, in brackets by processor time, "
            "which other work disturbs less; “-” was not asked, as it takes minutes. Memory is the peak of a process, "
            f"which is {idle['ours']:.0f} MiB for ours and {idle['fast']:.0f} MiB for NegMAS at the start. "
            "“agree”: the efficient sets (distinct values), Nash and egalitarian points are equal in all that ran.",
            "\n".join(goals),
            "### Kalai-Smorodinsky: the textbook's point and that of NegMAS",
            sheet(("case", "ours", "smallest gain", "NegMAS", "its smallest gain", "the same"), points),
            f"The smallest of the gains as shares of what each party could gain at most. The table: {_shown(CROSSED)}.",
        ]
    )
    return page, figures


def _jobs(tables: Tables, names: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], dict[str, Any]]]:
    asked = {"tables": tables, "reservations": least(tables)}
    return {name: (PEER if name in ("fast", "stats") else OWN, asked | {"do": name}) for name in names}


def _measure(case: Case, tables: Tables, size: str) -> dict[str, Measured]:
    names = ["ours", "pass", "enumeration"]
    values = case.packages * case.parties
    names += ["fast"] * (values <= FAST_LIMIT[size]) + ["stats"] * (values <= STATS_LIMIT[size])
    return side_by_side(
        _jobs(tables, tuple(names)),
        rounds=3 if size == "quick" else 5,
        patience=PATIENCE[size],
        budget=6.0 if size == "quick" else 20.0,
        progress=lambda line: progress(f"{case}: {line}"),
    )


def _row(case: Case, found: dict[str, Measured]) -> tuple[str, ...]:
    ours, limit = found["ours"], found["pass"]
    none = Measured()
    return (
        f"10^{DIGITS[case.packages]} x {case.parties} {case.data}",
        "refused" if "out_of_reach" in ours.told else f"{ours.told.get('front', 0):,}",
        span(ours.median),
        span(ours.processor),
        _times(found.get("stats", none), ours),
        _times(found.get("fast", none), ours),
        _times(found["enumeration"], ours),
        f"{ours.median / limit.median:.3g} ({ours.processor / limit.processor:.3g})",
        f"{ours.mib:.0f}",
        _peak(found.get("fast", none), found.get("stats", none)),
        f"{found['enumeration'].mib:.0f}",
        _agreement(found),
    )


def _times(theirs: Measured, ours: Measured) -> str:
    """How many times as long they take: by the clock, and by processor time."""
    clock, processor = times(theirs.median, ours.median), times(theirs.processor, ours.processor)
    return f"{clock} ({processor})" if theirs.seconds else "gave up" if theirs.gave_up else "-"


def _peak(*theirs: Measured) -> str:
    """The most memory that one of them needed."""
    mib = max(one.mib for one in theirs)
    return f"{mib:.0f}" if mib else "-"


def _goals(case: Case, figures: dict[str, Any]) -> list[str]:
    """What was aimed at, and whether it was reached."""

    def verdict(what: str, other: str, goal: float, sign: int) -> str:
        clock, processor = (
            (figures[other][it] / figures["ours"][it]) ** sign if other in figures else nan
            for it in ("median_s", "processor_s")
        )
        met = [(ratio >= goal) if sign > 0 else (ratio <= goal) for ratio in (clock, processor)]
        said = "met" if met[0] else "met by processor time only" if met[1] else "MISSED"
        return f"- {case}: {clock:,.0f} {what} ({processor:,.0f} by processor time), goal {goal:,.0f}: {said}."

    if (case.packages, case.parties, case.data) == (10**4, 3, "opp"):
        return [
            verdict("times as fast as the peer's statistics", "stats", 1000, 1),
            verdict("times as fast as its fast path", "fast", 50, 1),
        ]
    if (case.packages, case.parties, case.data) == (10**6, 3, "opp"):
        mib = figures["ours"]["mib"]
        return [
            verdict("passes in float32", "pass", 25, -1),
            f"- {case}: {mib:.0f} MiB, goal 250: {'met' if mib <= 250 else 'MISSED'}.",
        ]
    return []


def _agreement(found: dict[str, Measured]) -> str:
    ours: dict[str, Any] = found["ours"].told
    wrong: list[str] = []
    if "front" not in ours:
        return "-"
    for name, other in found.items():
        if name in ("ours", "pass") or not other.told:
            continue
        if other.told["digest"] != ours["digest"]:
            wrong.append(f"{name}: front")
        for point in ("nash", "egalitarian"):
            theirs = other.told[point]
            if ours[point] not in (theirs if name in ("fast", "stats") else [theirs]):
                wrong.append(f"{name}: {point}")
        if name == "enumeration":
            wrong += [f"{name}: {it}" for it in ("kalai_smorodinsky", "utilitarian") if ours[it] != other.told[it]]
    return "NO: " + ", ".join(wrong) if wrong else "yes"


def _smorodinsky(name: str, tables: Tables, ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[str, ...]:
    here, there = ours["kalai_smorodinsky"], theirs["kalai_smorodinsky"]
    return (
        name,
        _point(here),
        f"{float(_share(tables, here)):.4f}",
        " or ".join(map(_point, there)),
        " or ".join(f"{float(_share(tables, point)):.4f}" for point in there),
        "yes" if here in there else "no",
    )


def _share(tables: Tables, point: list[int]) -> Fraction:
    """The smallest gain over the worst package, as a share of the largest one possible."""
    bounds = zip(point, least(tables), most(tables), strict=True)
    return min(Fraction(value - low, high - low) for value, low, high in bounds)


def _point(values: list[int]) -> str:
    return "(" + ", ".join(map(str, values)) + ")"


def _shown(tables: Tables) -> str:
    return ", ".join(_point(option) for issue in tables for option in issue)
