"""A list of commands as people write it: YAML, or one JSON object a line."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scenarios.problems import Problem
from scenarios.texts import tr
from scenarios.yaml12 import parse

LARGEST = 4 * 1024 * 1024
"""Bytes that a script may have."""

_WRAP = "commands:\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as it is written, with its line."""

    line: int
    fields: Mapping[str, Any]


def read_script(path: str | os.PathLike[str]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The commands of a file, and all that keeps it from being read; one of the two is empty."""
    place = Path(path)
    try:
        data = place.read_bytes() if place.stat().st_size <= LARGEST else None
    except OSError as error:
        said = tr("the file cannot be read: {reason}", reason=error.strerror)
        return (), (_problem(place, "FILE-UNREADABLE", said, 1),)
    if data is None:
        said = tr("the file is larger than {n} KB", n=LARGEST // 1024)
        return (), (_problem(place, "FILE-SIZE", said, 1),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return (), (_problem(place, "FILE-ENCODING", tr("byte {byte} is not UTF-8", byte=error.start), line),)
    if place.suffix in (".jsonl", ".ndjson", ".json") or text.lstrip().startswith("{"):
        return _json_lines(place, text)
    return _yaml(place, text)


def _json_lines(place: Path, text: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(_problem(place, "FORM-TYPE", tr("this line is not JSON: {why}", why=error), number))
            continue
        if isinstance(fields, dict):
            entries.append(Entry(number, fields))
        else:
            problems.append(_problem(place, "FORM-TYPE", tr("this line is not a JSON object"), number))
    return ((), tuple(problems)) if problems else (tuple(entries), ())


def _yaml(place: Path, text: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    parsed = parse(_WRAP + text, str(place))
    if parsed.problems:
        return (), tuple(replace(p, line=max(1, p.line - 1)) for p in parsed.problems)
    items = parsed.data.get("commands") if isinstance(parsed.data, dict) else None
    if not isinstance(items, list):
        said = tr("a script is a list of commands, each beginning with `- do:`")
        return (), (_problem(place, "FORM-TYPE", said, 1),)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, item in enumerate(items):
        spot = parsed.positions.get(f"commands.{number}")
        line = max(1, spot.line - 1) if spot else 1
        if isinstance(item, dict):
            entries.append(Entry(line, item))
        else:
            problems.append(_problem(place, "FORM-TYPE", tr("this is not a mapping with `do`"), line))
    return ((), tuple(problems)) if problems else (tuple(entries), ())


def _problem(place: Path, code: str, message: str, line: int) -> Problem:
    return Problem(
        code=code,
        severity="error",
        message=message,
        remedy=tr("Write a list of commands in YAML, or one JSON object a line, in UTF-8."),
        file=str(place),
        line=line,
        column=1,
        excerpt="",
        path="",
        suggestion=None,
    )
