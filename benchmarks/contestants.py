"""Processes that are measured: each in its own, and asked in turns, so that a busy machine is busy for all alike."""

import json
import select
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "build" / "bench-peers" / "bin" / "python"
"""The interpreter of the environment that `make bench` makes for the peers."""

OWN = (sys.executable, "-m", "benchmarks.own")
PEER = (str(PEERS), "-m", "benchmarks.peer")


@dataclass(slots=True)
class Measured:
    """What came of measuring one contestant."""

    seconds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    """Seconds of processor time, which do not count while other work has the processor."""
    mib: float = 0.0
    """The most memory of its process, imports and all."""
    told: dict[str, Any] = field(default_factory=dict)
    gave_up: bool = False
    """Whether it was stopped because it took too long."""

    @property
    def median(self) -> float:
        """Seconds, the median of all repeats."""
        return median(self.seconds) if self.seconds else float("nan")

    @property
    def least(self) -> float:
        """Seconds, the fastest repeat: the least disturbed one."""
        return min(self.seconds, default=float("nan"))

    @property
    def processor(self) -> float:
        """Seconds of processor time, the median of all repeats."""
        return median(self.busy) if self.busy else float("nan")

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "median_s": self.median,
            "least_s": self.least,
            "processor_s": self.processor,
            "repeats": len(self.seconds),
            "mib": self.mib,
            "gave_up": self.gave_up,
            "told": self.told,
        }


class TooLong(Exception):
    """A contestant did not answer in time."""


class Contestant:
    """A worker process that answers requests; see `serving`. It is ended with the block."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, request: Mapping[str, Any], seconds: float = 600.0) -> dict[str, Any]:
        """One request and its answer. Raises TooLong; then the process is of no more use."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        if not select.select([self._process.stdout], [], [], seconds)[0]:
            raise TooLong
        line = self._process.stdout.readline()
        if not line:
            raise ChildProcessError(f"{' '.join(map(str, self._process.args))} ended without an answer")  # type: ignore[arg-type]
        answer: dict[str, Any] = json.loads(line)
        return answer


def side_by_side(
    jobs: Mapping[str, tuple[tuple[str, ...], Mapping[str, Any]]],
    *,
    rounds: int,
    patience: float = 600.0,
    budget: float = 20.0,
    progress: Callable[[str], None] = lambda line: None,
) -> dict[str, Measured]:
    """Measure jobs (a worker's command and a request) in turns, each in a fresh process.

    Every job runs once at least; it drops out when it has used its budget of seconds, or its patience in one request.
    """
    measured = {name: Measured() for name in jobs}
    workers = {name: Contestant(command) for name, (command, _) in jobs.items()}
    try:
        for turn in range(rounds):
            for name, (_, request) in jobs.items():
                mine = measured[name]
                if mine.gave_up or (turn and sum(mine.seconds) > budget):
                    continue
                progress(f"{name}, {turn + 1} of {rounds}")
                try:
                    answer = workers[name].ask(request, patience)
                except TooLong:
                    mine.gave_up = True
                    continue
                mine.seconds += answer["seconds"]
                mine.busy += answer["busy"]
                mine.mib, mine.told = answer["mib"], answer["told"]
    finally:
        for worker in workers.values():
            worker.__exit__()
    return measured
