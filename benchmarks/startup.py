"""How long `goodoffices analyse` takes as a whole process, against an interpreter that does nothing."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.contestants import ROOT
from benchmarks.sheets import progress, sheet, span, times

CASE = "sources-of-kalindra"
PYTHON = sys.executable
PROGRAM = str(Path(sys.executable).with_name("goodoffices"))
COMMANDS: dict[str, tuple[str, ...]] = {
    "bare python": (PYTHON, "-c", "pass"),
    "python with numpy": (PYTHON, "-c", "import numpy"),
    "python with numpy and moocore": (PYTHON, "-c", "import numpy, moocore"),
    "goodoffices --version": (PROGRAM, "--version"),
    "reading the case alone": (
        PYTHON,
        "-c",
        f"from scenarios.reading import read; from scenarios.shelf import find; read(find({CASE!r}))",
    ),
    f"goodoffices analyse {CASE}": (PROGRAM, "analyse", CASE),
    f"goodoffices analyse {CASE} --json": (PROGRAM, "analyse", CASE, "--json"),
}


def run(size: str) -> tuple[str, dict[str, Any]]:
    """The page and the figures."""
    rounds = 5 if size == "quick" else 21
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    peaks: dict[str, float] = {}
    for turn in range(rounds + 1):
        for name, command in COMMANDS.items():
            progress(f"{name}, {turn} of {rounds}")
            spent, peaks[name] = whole_process(command)
            if turn:  # the first turn fills the disk's cache
                seconds[name].append(spent)
    bare = median(seconds["bare python"])
    rows = [
        (name, span(median(spent)), span(min(spent)), times(median(spent), bare), f"{peaks[name]:.0f}")
        for name, spent in seconds.items()
    ]
    page = f"## Start-up, whole processes\n\n{sheet(('process', 'median', 'fastest', 'of bare', 'MiB'), rows)}"
    return page, {name: {"seconds": spent, "mib": peaks[name]} for name, spent in seconds.items()}


def whole_process(command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds from start to end of an interpreter, and its peak memory in MiB. Raises where it fails."""
    begun = perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        spent = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return spent, used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
