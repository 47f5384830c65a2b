"""Rehearsed sessions, played once for all tests that look at them."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import scenarios
from scenarios.model import Scenario
from scenarios.reading import read
from simulator.rehearsal import Rehearsal, rehearsal

WELL = Path(__file__).parents[1] / "cases" / "well"
FLAGSHIP = Path(next(iter(scenarios.__path__))) / "library" / "sources-of-kalindra"

Rehearsed = Callable[[str, int], Rehearsal]


@cache
def scenario_at(place: Path) -> Scenario:
    """The scenario in a folder; the test is skipped where there is none."""
    if not place.is_dir():
        pytest.skip(f"{place.name} is not on the shelf yet")
    reading = read(place)
    assert reading.scenario is not None, reading.problems
    return reading.scenario


@cache
def _rehearsed(case: str, seed: int) -> Rehearsal:
    return rehearsal(scenario_at(FLAGSHIP if case == "flagship" else WELL), seed)


@pytest.fixture(scope="session")
def rehearsed() -> Rehearsed:
    """A rehearsal of `well` or `flagship` with a seed."""
    return _rehearsed


@pytest.fixture(scope="session")
def well() -> Scenario:
    """The smallest complete case."""
    return scenario_at(WELL)
