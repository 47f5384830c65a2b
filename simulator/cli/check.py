"""goodoffices check: is the scenario well written, and sound?"""

import click

from scenarios.problems import Problem, locate
from scenarios.reading import Reading
from simulator.cli.sources import reading_of
from simulator.cli.talk import FOUND, put, put_json, say


@click.command("check", epilog="Examples: goodoffices check my-case  |  goodoffices check my-case/scenario.yaml --json")
@click.argument("scenario")
@click.option("--json", "as_json", is_flag=True, help="The problems as an array of objects, for programs.")
@click.pass_context
def command(context: click.Context, scenario: str, as_json: bool) -> None:
    """Check SCENARIO (an id, a folder or a YAML file): all problems at once, each with its place and a remedy.

    The exit status is 1 where there is an error; warnings alone leave it 0.
    """
    reading = reading_of(scenario)
    problems = (*reading.problems, *_soundness(reading))
    errors = sum(1 for problem in problems if problem.severity == "error")
    if as_json:
        put_json([problem.as_json() for problem in problems])
    else:
        for problem in problems:
            put(problem.render())
            put("")
        warnings = len(problems) - errors
        say(f"{reading.name}: {_count(errors, 'error')}, {_count(warnings, 'warning')}.")
    if errors:
        context.exit(FOUND)


def _soundness(reading: Reading) -> tuple[Problem, ...]:
    """What the value tables do to the exercise; only where the file is well formed."""
    if reading.scenario is None or reading.errors:
        return ()
    from scoring.feasibility import findings

    return locate(findings(reading.scenario), reading)


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
