"""A terminal that writes as fast as it may; run as a program: `writers.py JOURNAL SESSION NAME NOTES`."""

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from simulator.engine.commands import WriteNote
from simulator.journal import Journal, LiveSession


def main(path: Path, session: str, name: str, notes: int) -> None:
    """Write notes; prints the slowest and the median seconds of one, and how many events were seen in the end."""
    with Journal.open(path) as journal:
        live = LiveSession(journal, session)
        print("ready", flush=True)
        sys.stdin.readline()
        took = []
        for step in range(notes):
            began = time.perf_counter()
            live.issue(WriteNote(at=datetime.now(UTC), by="mediator", text=f"{name}-{step}"), f"{name}-{step}")
            took.append(time.perf_counter() - began)
        print(json.dumps({"median": sorted(took)[notes // 2], "slowest": max(took)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
