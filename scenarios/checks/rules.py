"""The rules, in the order in which they are told."""

from collections.abc import Callable, Iterator

from scenarios.checks.bodies import (
    bodies_presided,
    incidents_known,
    mechanisms_open,
    reports_arrive,
    rules_computable,
    shared_suffices,
    silences_end,
    texts_begin,
)
from scenarios.checks.course import (
    debriefing_long_enough,
    events_not_crowded,
    events_sendable,
    minutes_add_up,
    outcome_decided,
    phases_reachable,
    responses_in_time,
    stress_test_played,
    times_within_play,
)
from scenarios.checks.papers import names_apart, names_fictional, reading_time, secrets_kept
from scenarios.checks.table import heads_present, seats_busy, seats_filled, tasks_within_rights
from scenarios.checks.values import (
    all_valued,
    curves_apply,
    defaults_known,
    dominated_options,
    hidden_interests,
    ids_free,
    interests_matter,
    linkages_apart,
    options_in_reach,
    size_teachable,
    weights_sum,
    worthless_inclusion,
)
from scenarios.model import Scenario
from scenarios.problems import Finding
from scenarios.texts import tr

Rule = Callable[[Scenario], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    weights_sum,
    all_valued,
    curves_apply,
    linkages_apart,
    ids_free,
    hidden_interests,
    interests_matter,
    options_in_reach,
    defaults_known,
    seats_filled,
    heads_present,
    seats_busy,
    tasks_within_rights,
    bodies_presided,
    rules_computable,
    reports_arrive,
    silences_end,
    texts_begin,
    shared_suffices,
    mechanisms_open,
    incidents_known,
    phases_reachable,
    minutes_add_up,
    outcome_decided,
    times_within_play,
    events_sendable,
    events_not_crowded,
    responses_in_time,
    debriefing_long_enough,
    stress_test_played,
    reading_time,
    names_fictional,
    names_apart,
    secrets_kept,
    worthless_inclusion,
    dominated_options,
    size_teachable,
)
"""Rules for a scenario whose form is right and whose names are all known; each checks one thing."""


def faults(case: Scenario, folder: str | None = None) -> Iterator[Finding]:
    """All that the rules find; `folder` is the name of the scenario's folder, if it lies in one."""
    if folder is not None and folder != case.id:
        message = tr("the id is `{id}`, and the folder is called `{folder}`", id=case.id, folder=folder)
        remedy = tr("Give both the same name: the folder's name is how it is found.")
        yield Finding("E18", "error", "id", message, remedy)
    for rule in RULES:
        yield from rule(case)
