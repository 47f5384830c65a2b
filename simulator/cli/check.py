"""goodoffices check: are the scenarios well written, and sound?"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from scenarios.folder import CASE_FILE
from scenarios.problems import Problem, nearest, shown
from scenarios.reading import Reading, read
from scenarios.shelf import NotOnShelf, find
from scenarios.texts import mark, tr, trn
from scoring.checked import Checked, checked
from simulator.cli.talk import FOUND, Trouble, put, put_json, say

FORMATS = ("text", "json", "github")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in one scenario."""

    reading: Reading
    found: Checked

    @property
    def texts(self) -> tuple[str, ...]:
        """The files that were read for it."""
        return tuple(os.path.join(os.path.dirname(self.reading.name), name) for name in self.reading.folder.files)


@click.command(
    "check",
    epilog="Examples: goodoffices check my-case --watch  |  goodoffices check . --format github  |  "
    "goodoffices check --explain W4",
)
@click.argument("paths", nargs=-1, metavar="SCENARIO...")
@click.option("--watch", is_flag=True, help=mark("Check again whenever a file is saved, until Ctrl-C."))
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default="text",
    help=mark("For people, for programs (one array over all files), or as annotations of a pull request."),
)
@click.option("--json", "as_json", is_flag=True, help=mark("The same as --format json."))
@click.option("--explain", "code", metavar="CODE", help=mark("Say what a code means, why it matters and what to do."))
@click.pass_context
def command(
    context: click.Context, paths: tuple[str, ...], watch: bool, shape: str, as_json: bool, code: str | None
) -> None:
    """Check each SCENARIO (an id, a folder or a YAML file): all problems at once, each with its place and a remedy.

    A folder of scenarios stands for all that are in it. The exit status is 1 where there is an error; warnings alone
    leave it 0.
    """
    if code is not None:
        put(_explained(code))
        return
    if not paths:
        raise click.UsageError(tr("Name a SCENARIO: an id, a folder or a YAML file."), context)
    files = [file for path in paths for file in cases(path)]

    def check() -> tuple[Answer, ...]:
        answers = tuple(answer(file) for file in files)
        _tell("json" if as_json else shape, answers)
        return answers

    if watch:
        from simulator.cli.watching import watched

        watched(files, lambda: {name for one in check() for name in one.texts})
    elif any(one.found.errors for one in check()):
        context.exit(FOUND)


def cases(name: str) -> tuple[Path, ...]:
    """The YAML files that a word names: one, or all in a folder of scenarios. Raises Trouble where there is none."""
    try:
        return (find(name),)
    except NotOnShelf as missing:
        folder = Path(name).expanduser() if "\0" not in name else Path()
        inside = sorted(folder.glob(f"*/{CASE_FILE}")) if "\0" not in name and os.path.isdir(folder) else []
        if inside:
            return tuple(inside)
        raise Trouble(f"{missing}") from missing


def answer(file: Path) -> Answer:
    """Read and check one scenario."""
    reading = read(file)
    return Answer(reading, checked(reading))


def _tell(shape: str, answers: Sequence[Answer]) -> None:
    if shape == "json":
        put_json([_as_json(problem) for one in answers for problem in one.found.problems])
    elif shape == "github":
        for one in answers:
            for problem in one.found.problems:
                put(annotation(problem))
    else:
        for one in answers:
            for problem in one.found.problems:
                _put(problem)
            for problem in one.found.accepted:
                _say_accepted(problem, one.reading)
            say(_summary(one))


def _put(problem: Problem) -> None:
    first, *rest = problem.render().split("\n")
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        click.echo(click.style(shown(first), bold=True))
    else:
        put(first)
    put("\n".join([*rest, f"    goodoffices check --explain {problem.code}", ""]))


def _say_accepted(problem: Problem, reading: Reading) -> None:
    reason = reading.scenario.accepts[problem.code] if reading.scenario is not None else ""
    say(tr("accepted: {code} ({reason})", code=problem.code, reason=reason.rstrip(".")))


def _summary(one: Answer) -> str:
    """The last line about a file: how many errors and warnings."""
    return tr(
        "{file}: {errors}, {warnings}.",
        file=one.reading.name,
        errors=trn("{n} error", "{n} errors", one.found.errors) if one.found.errors else tr("no errors"),
        warnings=trn("{n} warning", "{n} warnings", one.found.warnings) if one.found.warnings else tr("no warnings"),
    )


def _as_json(problem: Problem) -> dict[str, object]:
    return {**problem.as_json(), "page": f"docs/problems.md#{problem.code.lower()}"}


def annotation(problem: Problem) -> str:
    """A problem as a command of GitHub's workflows, which shows it beside the line."""
    inside = os.path.relpath(problem.file)
    file = problem.file if inside.startswith(os.pardir) else inside
    marks = {"file": file, "line": problem.line, "col": problem.column, "title": problem.code}
    named = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in marks.items())
    return f"::{problem.severity} {named}::{_escaped(f'{problem.message}. {problem.remedy}')}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" or char in also else char for char in text)


def _explained(code: str) -> str:
    from scenarios.codes import CODES
    from scenarios.explained import explained

    asked = code.upper()
    if asked not in CODES:
        near = nearest(asked, CODES)
        if near is not None:
            raise Trouble(tr("There is no code “{code}”. Did you mean “{near}”?", code=code[:40], near=near))
        raise Trouble(tr("There is no code “{code}”.", code=code[:40]))
    return explained(asked)
