"""YAML text in, a Scenario or located Problems out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from scenarios.accepted import needless, parted
from scenarios.checks import faults, references
from scenarios.folder import (
    CASE_FILE,
    LARGEST,
    Folder,
    InHand,
    NotRead,
    OnDisk,
    Source,
    bind,
    plain_lines,
    too_large,
    unbind,
    written_at,
)
from scenarios.form import MOST_FINDINGS, formed
from scenarios.model import Scenario
from scenarios.pieces import Whole, whole
from scenarios.problems import Finding, Place, Problem, in_order, locate
from scenarios.schema import schema
from scenarios.texts import tr, trn
from scenarios.translation.checks import translation_problems
from scenarios.translation.po import Catalogue, read_po

__all__ = ["CASE_FILE", "LARGEST", "MOST_PROBLEMS", "Reading", "read", "read_folder", "read_text"]

MOST_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the scenario if its form is right and every name in it is known, and all that is wrong."""

    name: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    text: str
    positions: Mapping[str, Place] = field(default_factory=dict)
    pieces: Mapping[str, str] = field(default_factory=dict)
    """The texts of the pieces that it extends, by what problems call them."""
    folder: Folder = field(default_factory=lambda: Folder({CASE_FILE: ""}))
    """All texts of the case."""
    accepted: tuple[Problem, ...] = ()
    """Warnings that the scenario accepts, which are no problems."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the scenario from being played."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def bound(self) -> str:
        """The case with its pieces and translations as one text, for a record; `read_text` reads it."""
        return bind(self.folder)


@dataclass(frozen=True, slots=True)
class _Source:
    """A text before anything is known about it."""

    name: str
    text: str
    positions: Mapping[str, Place]
    pieces: Mapping[str, str]


def read(path: str | os.PathLike[str]) -> Reading:
    """Read a scenario: a YAML file, or a folder with a `scenario.yaml`. Never raises for what lies there."""
    place = Path(path)
    try:
        if os.path.isdir(place):
            place = place / CASE_FILE
        text = written_at(place)
    except NotRead as refusal:
        return _refused(str(place), refusal)
    named = place.name == CASE_FILE
    folder = os.path.basename(os.path.dirname(os.path.abspath(place))) if named else None
    return _understood(text, str(place), OnDisk(place.parent), folder, named)


def read_text(text: str, name: str = CASE_FILE) -> Reading:
    """Read a scenario from a text, for instance the one that a record holds: YAML, or a bound folder."""
    try:
        return read_folder(unbind(text), name)
    except NotRead as refusal:
        return _refused(name, refusal)


def read_folder(folder: Folder, name: str = CASE_FILE) -> Reading:
    """Read a scenario from the texts of its folder."""
    text = plain_lines(folder.text.removeprefix("\ufeff"))
    if len(text) > LARGEST:
        return _refused(name, too_large())
    return _understood(text, name, InHand(folder.files), None, True)


def _understood(text: str, name: str, source: Source, folder: str | None, translated: bool) -> Reading:
    made = whole(text, name, source)
    parsed = made.parsed
    problems = parsed.problems
    scenario: Scenario | None = None
    if parsed.data is not None:
        written = formed(Scenario, parsed.data, schema, parsed.doubtful)
        known = {finding.path for finding in written.findings} | parsed.doubtful
        findings: list[Finding] = [*written.findings]
        unknown = islice(references(parsed.data), MOST_FINDINGS)
        findings += (finding for finding in unknown if finding.path not in known)
        if not findings and not problems and isinstance(written.value, Scenario):
            scenario = written.value
            findings += faults(scenario, folder)
        problems += locate(findings, _Source(name, text, parsed.positions, made.pieces))
    if translated:
        catalogues, unread = _catalogues(made, source)
        declared, faulty = translation_problems(scenario, catalogues)
        problems += locate(declared, _Source(name, text, parsed.positions, made.pieces))
        problems += (*unread, *faulty)
    told, accepted = parted(problems, scenario)
    if scenario is not None:
        superfluous = needless(scenario, {problem.code for problem in accepted}, values=False)
        told += locate(superfluous, _Source(name, text, parsed.positions, made.pieces))
    told_in_order = in_order(told, name)
    if len(told_in_order) > MOST_PROBLEMS:
        told_in_order = (*told_in_order[:MOST_PROBLEMS], _too_many(told_in_order[MOST_PROBLEMS - 1]))
    return Reading(name, scenario, told_in_order, text, parsed.positions, made.pieces, Folder(made.texts), accepted)


def _catalogues(made: Whole, source: Source) -> tuple[dict[str, Catalogue], list[Problem]]:
    """Take in the translations that lie beside the scenario; the catalogues, and what cannot be read."""
    catalogues: dict[str, Catalogue] = {}
    problems: list[Problem] = []
    for file in source.catalogues():
        try:
            made.texts[file] = source.fetch(file)
        except NotRead as refusal:
            problems += _refused(source.shown(file), refusal).problems
        else:
            catalogues[file[:2]] = read_po(made.texts[file], source.shown(file))
    return catalogues, problems


def _too_many(last: Problem) -> Problem:
    message = trn("only the first problem is told", "only the first {n} problems are told", MOST_PROBLEMS)
    remedy = tr("Mend these, and check again.")
    return Problem("FILE-PROBLEMS", "error", message, remedy, last.file, last.line, last.column, "", "")


def _refused(name: str, refusal: NotRead) -> Reading:
    lines = refusal.text.split("\n")
    excerpt = lines[refusal.line - 1] if refusal.line <= len(lines) else ""
    problem = Problem(
        refusal.code, "error", refusal.message, refusal.remedy, name, refusal.line, refusal.column, excerpt, ""
    )
    return Reading(name, None, (problem,), refusal.text, folder=Folder({CASE_FILE: refusal.text}))
