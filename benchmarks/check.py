"""How long `goodoffices check` takes as a whole process, and where the time goes inside it."""

import json
import subprocess
import sys
from statistics import median
from typing import Any

from benchmarks.contestants import ROOT
from benchmarks.sheets import progress, sheet, span
from benchmarks.startup import CASE, PROGRAM, PYTHON, whole_process

GOAL = 0.5
"""Seconds of the whole process, on a quiet machine."""

INSIDE = f"""
import json, time
laps, begun = {{}}, time.process_time()
laps["start of the interpreter"] = begun
def lap(name):
    global begun
    now = time.process_time()
    laps[name] = laps.get(name, 0.0) + now - begun
    begun = now
import simulator.cli
lap("modules: command line")
import gc, os
gc.set_threshold(100_000, 50, 50)
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
import pydantic, pydantic.fields, pydantic.main
lap("modules: pydantic")
import scenarios.model
lap("modules: the model")
import scenarios.reading, scenarios.shelf, scoring.checked, simulator.cli.check
lap("modules: all others")
from scenarios.archetypes import archetypes
archetypes()
lap("archetypes")
from scenarios.checks import faults, references
from scenarios.folder import written_at
from scenarios.form import formed
from scenarios.model import Scenario
from scenarios.schema import schema
from scenarios.translation.checks import translation_problems
from scenarios.translation.po import read_po
from scenarios.yaml12 import parse
from scoring.feasibility import findings
file = scenarios.shelf.find({CASE!r})
text = written_at(file)
lap("finding and reading the file")
parsed = parse(text, str(file))
lap("YAML")
case = formed(Scenario, parsed.data, schema).value
lap("form")
assert not list(references(parsed.data))
lap("references")
list(faults(case))
lap("rules")
beside = {{name.stem: read_po(name.read_text("utf-8"), str(name)) for name in file.parent.glob("??.po")}}
translation_problems(case, beside)
lap("translations")
findings(case)
lap("soundness of the values")
reading = scenarios.reading.read(file)
scoring.checked.checked(reading)
lap("(all of it once more, as --watch does)")
print(json.dumps(laps))
"""


def run(size: str) -> tuple[str, dict[str, Any]]:
    """The page and the figures."""
    rounds = 5 if size == "quick" else 21
    whole: list[float] = []
    bare: list[float] = []
    laps: dict[str, list[float]] = {}
    peak = 0.0
    for turn in range(rounds + 1):
        progress(f"check, {turn} of {rounds}")
        spent, peak = whole_process((PROGRAM, "check", CASE))
        nothing, _ = whole_process((PYTHON, "-c", "pass"))
        told = subprocess.run((sys.executable, "-c", INSIDE), cwd=ROOT, capture_output=True, text=True, check=True)
        if turn:  # the first turn fills the disk's cache
            whole.append(spent)
            bare.append(nothing)
            for name, seconds in json.loads(told.stdout).items():
                laps.setdefault(name, []).append(seconds)
    rows = [(name, span(median(spent)), span(min(spent))) for name, spent in laps.items()]
    lines = (text := (ROOT / "scenarios" / "library" / CASE / "scenario.yaml").read_text("utf-8")).count("\n")
    met = "met" if median(whole) <= GOAL else "met by the fastest" if min(whole) <= GOAL else "MISSED"
    page = "\n\n".join(
        [
            "## Checking a case",
            f"`goodoffices check {CASE}`, {lines:,} lines, {len(text) // 1024} KB, with its translations: "
            f"{span(median(whole))}, the fastest {span(min(whole))}, {peak:.0f} MiB; "
            f"an interpreter that does nothing: {span(median(bare))}.",
            sheet(("processor time of", "median", "fastest"), rows),
            f"- The whole process in {span(median(whole))}; goal {span(GOAL)}: {met}.",
        ]
    )
    return page, {"whole": whole, "bare": bare, "mib": peak, "laps": laps}
