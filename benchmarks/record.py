"""How long a scorecard of a long record takes and where the time goes; whether the console keeps up with its frames."""

import sys
from typing import Any

from benchmarks.contestants import side_by_side
from benchmarks.sheets import progress, sheet, span

SITTING = (sys.executable, "-m", "benchmarks.sitting")
GOAL = 1.0
"""Seconds for a scorecard of 10,000 events."""
FRAME = 1 / 60
"""A frame of a good screen, in seconds."""
SCREEN = 1 / 30
"""Half of the time that Textual gives a frame at 60 a second is not ours: what is under this is never seen to lag."""

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
            span(scored[f"score {n}"].median / n),
            span(scored[f"replay {n}"].median),
            f"{scored[f'score {n}'].mib:.0f}",
            f"{scored[f'score {n}'].told['observed']} of {scored[f'score {n}'].told['findings']}",
        )
        for n in events
    ]
    head = ("events", "scorecard", "fastest", "an event", "replay alone", "MiB", "findings observed")
    profile = side_by_side({"profile": (SITTING, {"do": "profile", "events": 10_000})}, rounds=1, progress=progress)
    rooms = profile["profile"].told["rooms"]
    spent = [(name, f"{100 * share:.0f} %") for name, share in rooms.items() if share >= 0.01]
    jobs = {"view": (SITTING, {"do": "view", "events": 10_000})}
    jobs |= {task: (SITTING, {"do": task, "events": 10_000}) for task in ("worth", "event", "log")}
    panes = ("Course", "Events", "Floor", "Seats", "Offers")
    jobs |= {pane: (SITTING, {"do": "console", "events": 10_000, "pane": pane}) for pane in panes}
    live = side_by_side(jobs, rounds=rounds, progress=progress)
    packages = live["view"].told["packages"]
    named = {
        "event": "one more event",
        "view": f"the trainer's view ({packages} packages)",
        "worth": f"worth and red lines of {packages} packages",
        "log": f"the log of {live['log'].told['rows']} events, in sentences",
        **{pane: f"event, view, pane “{pane}” and log" for pane in panes},
    }
    frames = [
        (name, span(live[job].median), span(live[job].least), f"{100 * live[job].median / FRAME:.0f} %")
        for job, name in named.items()
    ]
    slowest = max(live[pane].median for pane in panes)
    page = "\n\n".join(
        [
            "## A long record",
            sheet(head, rows),
            f"Where the time of 10,000 events goes (by profile):\n\n{sheet(('room', 'share'), spent)}",
            "## The live console after 10,000 events",
            sheet(("what", "median", "fastest", "of a 60 Hz frame"), frames),
            _verdict(scored["score 10000"].median, slowest),
        ]
    )
    figures = {name: one.as_json() for name, one in (scored | live | profile).items()}
    return page, figures


def _verdict(score: float, slowest: float) -> str:
    kept = "within a frame" if slowest <= FRAME else "within two frames" if slowest <= SCREEN else "NOT within a frame"
    met = "met" if score <= GOAL else "MISSED"
    return f"10,000 events in {span(score)}: goal of {span(GOAL)} {met}. The slowest pane of the console is {kept}."
