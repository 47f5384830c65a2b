"""The rules, in the order in which they are told."""

from collections.abc import Callable, Iterator

from scenarios.checks.course import (
    events_not_crowded,
    events_sendable,
    minutes_add_up,
    outcome_decided,
    phases_reachable,
    stress_test_played,
    times_within_play,
)
from scenarios.checks.papers import names_apart, reading_time, secrets_kept
from scenarios.checks.table import heads_present, rules_computable, seats_filled, tasks_within_rights
from scenarios.checks.values import (
    all_valued,
    curves_apply,
    dominated_options,
    hidden_interests,
    ids_free,
    linkages_apart,
    options_in_reach,
    weights_sum,
    worthless_inclusion,
)
from scenarios.model import Scenario
from scenarios.problems import Finding

Rule = Callable[[Scenario], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    weights_sum,
    all_valued,
    curves_apply,
    linkages_apart,
    ids_free,
    hidden_interests,
    options_in_reach,
    seats_filled,
    heads_present,
    tasks_within_rights,
    rules_computable,
    phases_reachable,
    minutes_add_up,
    outcome_decided,
    times_within_play,
    events_sendable,
    events_not_crowded,
    stress_test_played,
    reading_time,
    names_apart,
    secrets_kept,
    worthless_inclusion,
    dominated_options,
)
"""Rules for a scenario whose form is right and whose names are all known; each checks one thing."""


def faults(case: Scenario, folder: str | None = None) -> Iterator[Finding]:
    """All that the rules find; `folder` is the name of the scenario's folder, if it lies in one."""
    if folder is not None and folder != case.id:
        message = f"the id is `{case.id}`, and the folder is called `{folder}`"
        yield Finding("E18", "error", "id", message, "Give both the same name: the folder's name is how it is found.")
    for rule in RULES:
        yield from rule(case)
