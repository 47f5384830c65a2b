"""How long a scorecard of a long record takes and where the time goes; whether the console keeps up with its frames."""

import sys
from typing import Any

from benchmarks.contestants import Measured, side_by_side
from benchmarks.sheets import progress, sheet, span

SITTING = (sys.executable, "-m", "benchmarks.sitting")
PANES = ("Course", "Events", "Floor", "Seats", "Offers")
GOAL = 1.0
"""Seconds for a scorecard of 10,000 events."""
FRAME = 1 / 60
"""A frame of a good screen, in seconds."""
EVENTS = {"quick": (1_000, 10_000), "full": (1_000, 2_500, 5_000, 10_000, 20_000)}


def run(size: str) -> tuple[str, dict[str, Any]]:
    """The page and the figures."""
    events = EVENTS[size]
    rounds = 3 if size == "quick" else 9
    jobs = {f"{task} {n}": (SITTING, {"do": task, "events": n}) for n in events for task in ("score", "replay")}
    scored = side_by_side(jobs, rounds=rounds, progress=progress)
    rows = [
        (
            f"{n:,}",
            span(scored[f"score {n}"].median),
            span(scored[f"score {n}"].least),
            span(scored[f"score {n}"].processor),
            span(scored[f"score {n}"].median / n),
            span(scored[f"replay {n}"].median),
            f"{scored[f'score {n}'].mib:.0f}",
            f"{scored[f'score {n}'].told['observed']} of {scored[f'score {n}'].told['findings']}",
        )
        for n in events
    ]
    head = ("events", "scorecard", "fastest", "processor", "an event", "replay alone", "MiB", "findings observed")
    profile = side_by_side({"profile": (SITTING, {"do": "profile", "events": 10_000})}, rounds=1, progress=progress)
    rooms = profile["profile"].told["rooms"]
    spent = [(name, f"{100 * share:.0f} %") for name, share in rooms.items() if share >= 0.01]
    live = {n: _console(n, rounds) for n in (1_000, 10_000)}
    page = "\n\n".join(
        [
            "## A long record",
            sheet(head, rows),
            f"Where the time of 10,000 events goes (by profile):\n\n{sheet(('room', 'share'), spent)}",
            *(_frames(n, measured) for n, measured in live.items()),
            _verdict(scored["score 10000"], [live[10_000][pane] for pane in PANES]),
        ]
    )
    figures = {name: one.as_json() for name, one in (scored | profile).items()}
    figures |= {f"{name} {n}": one.as_json() for n, measured in live.items() for name, one in measured.items()}
    return page, figures


def _console(events: int, rounds: int) -> dict[str, Measured]:
    jobs = {task: (SITTING, {"do": task, "events": events}) for task in ("event", "view", "worth", "log")}
    jobs |= {pane: (SITTING, {"do": "console", "events": events, "pane": pane}) for pane in PANES}
    return side_by_side(jobs, rounds=rounds, progress=progress)


def _frames(events: int, measured: dict[str, Measured]) -> str:
    packages = measured["view"].told["packages"]
    named = {
        "event": "one more event",
        "view": f"the trainer's view ({packages} packages)",
        "worth": f"worth and red lines of {packages} packages",
        **{pane: f"event, view, pane “{pane}” and log" for pane in PANES},
        "log": f"once, on opening: {measured['log'].told['rows']} events in sentences",
    }
    rows = [
        (
            name,
            span(measured[job].median),
            span(measured[job].processor),
            f"{100 * measured[job].median / FRAME:.0f} %",
            f"{100 * measured[job].processor / FRAME:.0f} %",
        )
        for job, name in named.items()
    ]
    head = ("what", "median", "processor", "of a 60 Hz frame", "by processor")
    return f"## The live console at {events:,} events\n\n{sheet(head, rows)}"


def _verdict(score: Measured, panes: list[Measured]) -> str:
    slowest = max(panes, key=lambda pane: pane.processor)
    met = "met" if score.median <= GOAL else "met by processor time only" if score.processor <= GOAL else "MISSED"
    kept = "within a frame" if slowest.processor <= FRAME else "NOT within a frame"
    took = f"{span(score.median)}, {span(score.processor)} of processor time"
    return (
        f"- 10,000 events in {took}; goal {span(GOAL)}: {met}.\n"
        f"- The slowest pane takes {span(slowest.processor)} of processor time: {kept}."
    )
