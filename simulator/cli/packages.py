"""A package as a person names it: `issue=option,issue=option`, or a file with a mapping of issues to options."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from scenarios.model import Scenario
from scenarios.problems import listed, nearest
from scenarios.texts import mark, tr
from simulator.cli.talk import Trouble

SUFFIXES = (".json", ".yaml", ".yml")
LARGEST = 64 * 1024
"""Bytes that a file with a package may have."""


def package_of(words: str, scenario: Scenario) -> dict[str, str]:
    """The options by issue, in the order of the scenario. Raises Trouble with the nearest name."""
    path = Path(words)
    if path.suffix.lower() in SUFFIXES or ("=" not in words and _is_file(path)):
        named = _from_file(path, scenario)
    else:
        named = _from_words(words, scenario)
    for issue, option in named.items():
        if issue not in scenario.issues:
            raise Trouble(
                tr("There is no issue called “{name}”.", name=issue[:100])
                + " "
                + near_or(issue, scenario.issues, mark("The issues are {names}."))
            )
        options = scenario.issues[issue].options
        if option not in options:
            raise Trouble(
                tr("There is no option of “{issue}” called “{name}”.", issue=issue, name=option[:100])
                + " "
                + near_or(option, options, mark("Its options are {names}."))
            )
    return {issue: named[issue] for issue in scenario.issues if issue in named}


def left_out(package: Mapping[str, str], scenario: Scenario) -> str:
    """What the issues that a package leaves out take, as a sentence; empty where it names all."""
    missing = [f"{name}={issue.default}" for name, issue in scenario.issues.items() if name not in package]
    if not missing:
        return ""
    return tr(
        "What the package leaves out takes its default and crosses no red line: {issues}.", issues=", ".join(missing)
    )


def _from_words(words: str, scenario: Scenario) -> dict[str, str]:
    named: dict[str, str] = {}
    for part in words.split(","):
        issue, sign, option = (piece.strip() for piece in part.partition("="))
        if not part.strip():
            continue
        if not (issue and sign and option):
            raise Trouble(
                tr(
                    "--package: “{words}” is not issue=option. For example: {example}",
                    words=part.strip(),
                    example=_example(scenario),
                )
            )
        if issue in named:
            raise Trouble(tr("--package: the issue “{issue}” is named twice.", issue=issue))
        named[issue] = option
    if not named:
        raise Trouble(tr("--package: the package names no issue. For example: {example}", example=_example(scenario)))
    return named


def _from_file(path: Path, scenario: Scenario) -> dict[str, str]:
    from scenarios.yaml12 import parse

    try:
        if not path.is_file() and path.exists():
            raise Trouble(tr("{path} is not a file.", path=path))
        if path.stat().st_size > LARGEST:
            raise Trouble(tr("{path} is larger than {n} KB, which no package is.", path=path, n=LARGEST // 1024))
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Trouble(tr("{path} is not UTF-8 text.", path=path)) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise Trouble(tr("{path} cannot be read: {why}.", path=path, why=why)) from error
    parsed = parse(text, str(path))
    problems = [problem for problem in parsed.problems if problem.code != "YAML-TOP"]
    if problems:
        first = problems[0]
        raise Trouble(f"{first.file}:{first.line}:{first.column}: {first.message}.")
    named = parsed.data or {}
    for issue, option in named.items():
        if not isinstance(option, str):
            raise Trouble(
                tr(
                    "{path}: “{issue}” has no option as its value. A file with a package is a mapping: {example}",
                    path=path,
                    issue=issue,
                    example=_shape(scenario),
                )
            )
    if not named:
        raise Trouble(
            tr(
                "{path} names no issue. A file with a package is a mapping: {example}",
                path=path,
                example=_shape(scenario),
            )
        )
    return named


def near_or(name: str, known: Iterable[str], all_names: str) -> str:
    """The nearest known name as a question, or a sentence, still in English, with all of them."""
    names = list(known)
    near = nearest(name, names)
    return tr("Did you mean “{near}”?", near=near) if near else tr(all_names, names=listed(names))


def _example(scenario: Scenario) -> str:
    name, issue = next(iter(scenario.issues.items()))
    return f"--package {name}={issue.default}"


def _shape(scenario: Scenario) -> str:
    name, issue = next(iter(scenario.issues.items()))
    return f'{{"{name}": "{issue.default}"}}'


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
