"""problems.md: every code of the checker, with what to do; and the examples that the program shows."""

import json
from collections.abc import Iterator, Mapping
from functools import cache

from docs.pages.told import ROOT, literal, page, text
from scenarios.codes import CODES
from scenarios.explained import REASONS
from scenarios.problems import Problem
from scenarios.reading import read
from scoring.checked import checked

CHAPTERS = {
    "FILE-": "The file",
    "YAML-": "YAML",
    "FORM-": "The form",
    "REF-": "Names",
    "PO-": "Translations",
    "E": "The case: errors",
    "W": "The case: warnings",
}


def problems() -> str:
    """Every code of a problem."""
    messages, shown = _messages(), _examples()
    listed: dict[str, list[str]] = {heading: [] for heading in CHAPTERS.values()}
    for code, meaning in CODES.items():
        why, remedy = REASONS[code]
        parts = [f"### {code}", f"**{meaning}** {why}"]
        if code in shown:
            line, column = shown[code]
            parts.append(f"```text\n{line}\n{' ' * (column - 1)}^\n```")
        if code in messages:
            parts.append(f"For example: {literal(messages[code])}.")
        heading = next(name for start, name in CHAPTERS.items() if code.startswith(start))
        listed[heading].append("\n\n".join([*parts, f"What to do: {remedy}"]))
    parts = [
        text("""
            `goodoffices check` tells all problems of a scenario at once, each with file, line, column, the line itself,
            the nearest known name and what to do. `goodoffices check --explain W4` says what stands on this page about
            a code. A code never changes its meaning. Errors keep a scenario from being played; warnings are advice.

            Codes from W1 to W7, W20, E3 and E4 come from weighing the value tables, which is done once there is no
            error (`goodoffices analyse` shows the counts). A warning that you have weighed and want to keep stands
            under `accepts` with your reason; it is then told in one line, and told again when it no longer occurs:

            ```yaml
            accepts:
              W4: The exercise is about finding this option, which nobody has on the list at first.
            ```
        """)
    ]
    parts += [f"## {heading}\n\n" + "\n\n".join(entries) for heading, entries in listed.items()]
    return page("Problems", *parts)


def examples_file() -> str:
    """What `check --explain` shows: lines with a problem, and what is said about them."""
    told = {code: [*_examples().get(code, ("", 1)), message] for code, message in _messages().items()}
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _broken() -> Iterator[Problem]:
    """What the files in tests/broken are there to show: one problem each, and its place."""
    for path in sorted((ROOT / "tests" / "broken").glob("*.yaml"), key=lambda path: (len(path.stem), path.stem)):
        wanted = path.stem if path.stem in CODES else path.stem.rpartition("-")[0]
        yield from (problem for problem in checked(read(path)).problems if problem.code == wanted)


@cache
def _messages() -> Mapping[str, str]:
    """A message for each code."""
    found: dict[str, str] = {}
    for problem in _broken():
        found.setdefault(problem.code, problem.message)
    return found


@cache
def _examples() -> Mapping[str, tuple[str, int]]:
    """A line for each code, without what stands before it, and the column in it; no line that says nothing."""
    found: dict[str, tuple[str, int]] = {}
    for problem in _broken():
        line = problem.excerpt.lstrip(" ")
        if line.rstrip(":") not in ("", "issues", "parties", "phases") and line.isprintable() and len(line) <= 110:
            column = max(1, problem.column - len(problem.excerpt) + len(line))
            found.setdefault(problem.code, (line, column))
    return found
