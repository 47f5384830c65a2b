"""YAML text in, a Scenario or located Problems out."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from scenarios.checks import faults, references
from scenarios.form import MOST_FINDINGS, formed
from scenarios.model import Scenario
from scenarios.problems import Finding, Place, Problem, locate
from scenarios.schema import schema
from scenarios.yaml12 import parse

LARGEST = 512 * 1024
MOST_PROBLEMS = 200
CASE_FILE = "scenario.yaml"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the scenario if its form is right and every name in it is known, and all that is wrong."""

    name: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    text: str
    positions: Mapping[str, Place] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the scenario from being played."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


@dataclass(frozen=True, slots=True)
class _Source:
    """A text before anything is known about it."""

    name: str
    text: str
    positions: Mapping[str, Place] = field(default_factory=dict)


def read(path: str | os.PathLike[str]) -> Reading:
    """Read a scenario: a YAML file, or a folder with a `scenario.yaml`. Never raises for what lies there."""
    place = Path(path)
    try:
        if place.is_dir():
            place = place / CASE_FILE
        data = _bytes(place)
    except _Unreadable as reason:
        return _refused(str(place), "", "FILE-UNREADABLE", str(reason), "Give a scenario's folder or its YAML file.")
    except (OSError, ValueError) as error:
        reason_text = f"the file cannot be read: {getattr(error, 'strerror', None) or error}"
        return _refused(str(place), "", "FILE-UNREADABLE", reason_text, "Check the name and the permissions.")
    if len(data) > LARGEST:
        message = f"the file is larger than {LARGEST // 1024} KB"
        return _refused(str(place), "", "FILE-SIZE", message, "No scenario needs that much; is this the right file?")
    return _decoded(data, str(place), folder=place.parent.name if place.name == CASE_FILE else None)


def read_text(text: str, name: str = "scenario.yaml") -> Reading:
    """Read a scenario from a text, for instance the one that a record holds."""
    if len(text) > LARGEST:
        message = f"the text is larger than {LARGEST // 1024} KB"
        return _refused(name, "", "FILE-SIZE", message, "No scenario needs that much; is this the right text?")
    return _understood(text, name, None)


class _Unreadable(Exception):
    """The path leads to something that is not a file to be read."""


def _bytes(path: Path) -> bytes:
    """The file's bytes, at most one more than allowed; never waits for a pipe or reads a device."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _Unreadable("this is not a regular file")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    finally:
        os.close(handle)


def _decoded(data: bytes, name: str, folder: str | None) -> Reading:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        message = "the file is written in UTF-16 or UTF-32, or is not a text"
        return _refused(name, "", "FILE-ENCODING", message, "Save it as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the file is not UTF-8: byte {error.start + 1} is 0x{data[error.start]:02X}"
        remedy = "Save it as UTF-8 in your editor."
        return _refused(name, data.decode("utf-8", "replace"), "FILE-ENCODING", message, remedy, line, column)
    return _understood(text, name, folder)


def _understood(text: str, name: str, folder: str | None) -> Reading:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    parsed = parse(text, name)
    problems = parsed.problems
    scenario: Scenario | None = None
    if parsed.data is not None:
        made = formed(Scenario, parsed.data, schema, parsed.doubtful)
        told = {finding.path for finding in made.findings} | parsed.doubtful
        findings: list[Finding] = [*made.findings]
        unknown = islice(references(parsed.data), MOST_FINDINGS)
        findings += (finding for finding in unknown if finding.path not in told)
        if not findings and not problems and isinstance(made.value, Scenario):
            scenario = made.value
            findings += faults(scenario, folder)
        problems += locate(findings, _Source(name, text, parsed.positions))
    problems.sort(key=lambda problem: (problem.line, problem.column))
    if len(problems) > MOST_PROBLEMS:
        last = problems[MOST_PROBLEMS - 1]
        rest = f"only the first {MOST_PROBLEMS} problems are told"
        remedy = "Mend these, and check again."
        more = Problem("FILE-PROBLEMS", "error", rest, remedy, name, last.line, last.column, "", "")
        problems = [*problems[:MOST_PROBLEMS], more]
    return Reading(name, scenario, tuple(problems), text, parsed.positions)


def _refused(name: str, text: str, code: str, message: str, remedy: str, line: int = 1, column: int = 1) -> Reading:
    lines = text.split("\n")
    excerpt = lines[line - 1] if line <= len(lines) else ""
    return Reading(name, None, (Problem(code, "error", message, remedy, name, line, column, excerpt, ""),), text)
