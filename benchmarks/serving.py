"""A worker's side: requests come in as lines of JSON, and each is answered by one line. No library is needed here."""

import json
import resource
import sys
from collections.abc import Callable
from hashlib import sha256
from time import perf_counter, process_time
from typing import Any

Task = Callable[[dict[str, Any]], Callable[[], Any]]
"""Prepares a request and gives the call that is timed."""
Told = Callable[[Any], dict[str, Any]]
"""What to tell of its result; not timed."""

ENOUGH = 0.1
"""Seconds after which a call is not repeated within one request."""
REPEATS = 50
"""The most times that a call is repeated within one request."""


def serve(tasks: dict[str, tuple[Task, Told]]) -> None:
    """Answer requests until the input ends; a request names its task under `do`."""
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints must not mix with the answers
    for line in sys.stdin:
        request = json.loads(line)
        prepare, tell = tasks[request["do"]]
        call = prepare(request)
        seconds: list[float] = []
        busy: list[float] = []
        while not seconds or (sum(seconds) < ENOUGH and len(seconds) < REPEATS):
            result = None  # the result before is let go first, or two would count as memory
            begun, at_work = perf_counter(), process_time()
            result = call()
            seconds.append(perf_counter() - begun)
            busy.append(process_time() - at_work)
        answer = {"seconds": seconds, "busy": busy, "mib": peak_mib(), "told": tell(result)}
        out.write(json.dumps(answer) + "\n")
        out.flush()


def peak_mib() -> float:
    """The most memory that this process held so far, in MiB (ru_maxrss counts KiB on Linux, bytes on macOS)."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def digest(points: list[tuple[int, ...]]) -> str:
    """A mark that two sets of points have in common exactly when they are equal."""
    return sha256(json.dumps(sorted(set(points))).encode()).hexdigest()[:16]
