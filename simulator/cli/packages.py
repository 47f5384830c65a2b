"""A package as a person names it: `issue=option,issue=option`, or a file with a mapping of issues to options."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from scenarios.model import Scenario
from scenarios.problems import listed, nearest
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
        _known(issue, scenario.issues, "issue", "the issues are")
        options = scenario.issues[issue].options
        _known(option, options, f"option of “{issue}”", "its options are")
    return {issue: named[issue] for issue in scenario.issues if issue in named}


def left_out(package: Mapping[str, str], scenario: Scenario) -> str:
    """What the issues that a package leaves out take, as a sentence; empty where it names all."""
    missing = [f"{name}={issue.default}" for name, issue in scenario.issues.items() if name not in package]
    if not missing:
        return ""
    return f"What the package leaves out takes its default and crosses no red line: {', '.join(missing)}."


def _from_words(words: str, scenario: Scenario) -> dict[str, str]:
    named: dict[str, str] = {}
    for part in words.split(","):
        issue, sign, option = (piece.strip() for piece in part.partition("="))
        if not part.strip():
            continue
        if not (issue and sign and option):
            raise Trouble(f"--package: “{part.strip()}” is not issue=option. {_example(scenario)}")
        if issue in named:
            raise Trouble(f"--package: the issue “{issue}” is named twice.")
        named[issue] = option
    if not named:
        raise Trouble(f"--package: the package names no issue. {_example(scenario)}")
    return named


def _from_file(path: Path, scenario: Scenario) -> dict[str, str]:
    from scenarios.yaml12 import parse

    try:
        if not path.is_file() and path.exists():
            raise Trouble(f"{path} is not a file.")
        if path.stat().st_size > LARGEST:
            raise Trouble(f"{path} is larger than {LARGEST // 1024} KB, which no package is.")
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Trouble(f"{path} is not UTF-8 text.") from error
    except (OSError, ValueError) as error:
        raise Trouble(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error
    parsed = parse(text, str(path))
    problems = [problem for problem in parsed.problems if problem.code != "YAML-TOP"]
    if problems:
        first = problems[0]
        raise Trouble(f"{first.file}:{first.line}:{first.column}: {first.message}.")
    named = parsed.data or {}
    for issue, option in named.items():
        if not isinstance(option, str):
            raise Trouble(f"{path}: “{issue}” has no option as its value. {_shape(scenario)}")
    if not named:
        raise Trouble(f"{path} names no issue. {_shape(scenario)}")
    return named


def _known(name: str, known: Iterable[str], kind: str, are: str) -> None:
    names = list(known)
    if name in names:
        return
    near = nearest(name, names)
    guess = f"Did you mean “{near}”?" if near else f"{are.capitalize()} {listed(names)}."
    raise Trouble(f"There is no {kind} called “{name[:100]}”. {guess}")


def _example(scenario: Scenario) -> str:
    name, issue = next(iter(scenario.issues.items()))
    return f"For example: --package {name}={issue.default}"


def _shape(scenario: Scenario) -> str:
    name, issue = next(iter(scenario.issues.items()))
    return f'A file with a package is a mapping: {{"{name}": "{issue.default}"}}'


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
