"""How long all documents of a session take as a whole process, and where the time goes inside it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from msgspec.structs import replace

from benchmarks.contestants import ROOT
from benchmarks.sheets import progress, sheet, span
from benchmarks.startup import CASE, PROGRAM
from scenarios.reading import read
from scenarios.shelf import find
from simulator.engine import Record
from simulator.engine.events import SeatCast
from simulator.engine.words import Source
from simulator.journal import write_record
from simulator.rehearsal import rehearsal

GOAL = 20.0
"""Seconds for the documents of 17 seats in two languages, on two cores."""

INSIDE = """
import json, sys, time
from collections import defaultdict
from pathlib import Path
laps, begun = defaultdict(float), time.process_time()
def lap(name):
    global begun
    now = time.process_time()
    laps[name] += now - begun
    begun = now
from scenarios.texts import spoken_in
from simulator.debrief.contents import Known
from simulator.debrief.documents import documents
from simulator.journal import read_record
from simulator.printing.html import html
from simulator.printing.pdf import pdf
lap("modules")
with spoken_in("en"):
    record, _ = read_record(Path(sys.argv[1]), "en")
    lap("reading the record")
    known = Known.of(record)
    lap("replay and scores")
    made = documents(known)
    while (each := next(made, None)) is not None:
        lap("papers, as values")
        html(each.document)
        lap("HTML")
        pdf(each.document)
        folder, _, seat = each.name.partition("/")
        kind = {"seats": "trainees' records" if seat.endswith("-record") else "trainees"}.get(folder, folder)
        lap(f"PDF: {kind}")
print(json.dumps(laps))
"""


def run(size: str) -> tuple[str, dict[str, Any]]:
    """The page and the figures."""
    rounds = 3 if size == "quick" else 9
    whole: list[float] = []
    processor: list[float] = []
    laps: dict[str, list[float]] = {}
    with TemporaryDirectory(prefix="goodoffices-bench-") as folder:
        played = Path(folder) / "record.jsonl"
        seats, events = _played(played)
        files = 0
        for turn in range(rounds + 1):
            progress(f"documents, {turn} of {rounds}")
            spent, used, files = _written(played, Path(folder) / f"papers-{turn}")
            command = (sys.executable, "-c", INSIDE, str(played))
            told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
            if turn:  # the first turn fills the disk's cache
                whole.append(spent)
                processor.append(used)
                for name, seconds in json.loads(told.stdout).items():
                    laps.setdefault(name, []).append(seconds)
    rows = [(name, span(median(spent)), span(min(spent))) for name, spent in laps.items()]
    met = "met" if max(whole) <= GOAL else "met by the median" if median(whole) <= GOAL else "MISSED"
    page = "\n\n".join(
        [
            "## The documents of a session",
            f"`goodoffices debrief --lang en,fr` for {seats} people and {events} events, {files} files (HTML and PDF): "
            f"{span(median(whole))}, the fastest {span(min(whole))}, the slowest {span(max(whole))}; processor time "
            f"{span(median(processor))}. Inside, one language in one process:",
            sheet(("processor time of", "median", "fastest"), rows),
            f"- The whole process in {span(median(whole))}; goal {span(GOAL)}: {met}.",
        ]
    )
    return page, {"whole": whole, "processor": processor, "files": files, "laps": laps}


def _played(path: Path) -> tuple[int, int]:
    """A session of the flagship in which people sit at all seats, as a file; how many people, how many events."""
    reading = read(find(CASE))
    assert reading.scenario is not None
    record = rehearsal(reading.scenario, 1).record
    events = tuple(
        replace(event, source=Source.HUMAN, people=(f"Person {number}",)) if isinstance(event, SeatCast) else event
        for number, event in enumerate(record.events)
    )
    write_record(Record(record.scenario, record.seed, events), reading.bound, path)
    return sum(isinstance(event, SeatCast) for event in events), len(events)


def _written(played: Path, out: Path) -> tuple[float, float, int]:
    """Seconds by the clock and of processors, and how many files there are."""
    command = (PROGRAM, "debrief", str(played), "--out", str(out), "--lang", "en,fr")
    begun = perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        spent = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return spent, used.ru_utime + used.ru_stime, sum(each.is_file() for each in out.rglob("*"))
