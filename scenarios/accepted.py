"""Warnings that a designer has weighed and wants to keep, with the reason written in the scenario."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from scenarios.model import Scenario
from scenarios.problems import Finding, Problem
from scenarios.texts import tr

VALUE_RULES = ("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W20")
"""Warnings of the value tables, which are weighed after the scenario was read."""


class Parted(NamedTuple):
    """Problems, without the warnings that are accepted, and those."""

    told: tuple[Problem, ...]
    accepted: tuple[Problem, ...]


def parted(problems: Iterable[Problem], scenario: Scenario | None) -> Parted:
    """Set aside the warnings that the scenario accepts."""
    known = scenario.accepts if scenario is not None else {}
    every = tuple(problems)
    return Parted(
        tuple(problem for problem in every if problem.code not in known),
        tuple(problem for problem in every if problem.code in known),
    )


def needless(scenario: Scenario, found: Collection[str], *, values: bool) -> tuple[Finding, ...]:
    """W25: accepted warnings that are not among the codes found, those of the value rules or all others."""
    return tuple(
        Finding(
            "W25",
            "warning",
            f"accepts.{code}",
            tr("`{code}` is accepted and does not occur", code=code),
            tr("Remove the line, so that you are told when it occurs one day."),
            at_key=True,
        )
        for code in scenario.accepts
        if code not in found and (code in VALUE_RULES) is values
    )
