"""All that is wrong with a written case: its text and its value tables, without the warnings that it accepts."""

from __future__ import annotations

from dataclasses import dataclass

from scenarios.accepted import needless, parted
from scenarios.problems import Problem, in_order, locate
from scenarios.reading import Reading
from scoring.feasibility import findings


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check finds."""

    problems: tuple[Problem, ...]
    """In the order of the file."""
    accepted: tuple[Problem, ...]
    """Warnings that the scenario accepts."""

    @property
    def errors(self) -> int:
        """How many problems keep the scenario from being played."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are advice."""
        return len(self.problems) - self.errors


def checked(reading: Reading) -> Checked:
    """Add what the value tables do to the exercise; only where the file is well formed."""
    if reading.scenario is None or reading.errors:
        return Checked(reading.problems, reading.accepted)
    told, accepted = parted(locate(findings(reading.scenario), reading), reading.scenario)
    superfluous = needless(reading.scenario, {problem.code for problem in accepted}, values=True)
    problems = (*reading.problems, *told, *locate(superfluous, reading))
    return Checked(in_order(problems, reading.name), (*reading.accepted, *accepted))
