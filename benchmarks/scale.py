"""How the exact analysis grows with issues and parties, far beyond what anybody can enumerate."""

from typing import Any

from benchmarks.cases import Case, least
from benchmarks.contestants import OWN, Measured, side_by_side
from benchmarks.sheets import progress, sheet, span

GOALS = {(20, 3, 100): 0.010, (20, 4, 100): 0.150, (20, 5, 50): 1.0}
"""Seconds, by issues, parties and points."""
PER_VALUE = 1.3e-9
"""Seconds for one value in float32 where memory is the limit: what a pass over all packages would take at best."""


def run(size: str) -> tuple[str, dict[str, Any]]:
    """The page and the figures."""
    rows, figures, goals = [], {}, []
    for case in _cases(size):
        request = {"tables": case.tables(), "reservations": least(case.tables()), "do": "scale"}
        measured = side_by_side(
            {"ours": (OWN, request)},
            rounds=3 if size == "quick" else 7,
            patience=60.0 if size == "quick" else 300.0,
            budget=3.0 if size == "quick" else 30.0,
            progress=lambda line, case=case: progress(f"{case}: {line}"),  # type: ignore[misc]
        )["ours"]
        figures[str(case)] = measured.as_json()
        rows.append(_row(case, measured))
        goal = GOALS.get((case.issues, case.parties, case.points))
        if goal is not None and case.data == "opp":
            met = [took <= goal for took in (measured.median, measured.processor)]
            said = "met" if met[0] else "met by processor time only" if met[1] else "MISSED"
            took = f"{span(measured.median)}, {span(measured.processor)} of processor time"
            goals.append(f"- {case}: {took}; goal {span(goal)}: {said}.")
    head = (
        "issues x 5",
        "parties",
        "points",
        "data",
        "packages",
        "front",
        "median",
        "fastest",
        "processor",
        "MiB",
        "one pass",
        "method",
    )
    return f"## The scale curve\n\n{sheet(head, rows)}\n\n" + "\n".join(goals), figures


def _cases(size: str) -> list[Case]:
    issues = (4, 8, 12, 20) if size == "quick" else (4, 6, 8, 10, 12, 14, 16, 18, 20)
    cases = [Case(n, 5, parties, 50 if parties == 5 else 100) for parties in (2, 3, 4, 5) for n in issues]
    cases += [Case(40, 5, 2, 100)]
    if size == "full":
        cases += [Case(20, 5, parties, 50 if parties == 5 else 100, "ind") for parties in (2, 3, 4, 5)]
        cases += [Case(20, 5, 2, 1000), Case(20, 5, 2, 10_000), Case(20, 5, 3, 1000)]
    return cases


def _row(case: Case, measured: Measured) -> tuple[str, ...]:
    told = measured.told
    return (
        str(case.issues),
        str(case.parties),
        str(case.points),
        case.data,
        f"{case.packages:.2g}",
        f"{told['front']:,}" if "front" in told else "refused" if told else "-",
        "gave up" if measured.gave_up and not told else span(measured.median),
        span(measured.least),
        span(measured.processor),
        f"{measured.mib:.0f}",
        span(case.packages * case.parties * PER_VALUE),
        str(told.get("method", "-")),
    )
