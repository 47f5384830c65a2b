"""Every shipped scenario, and the small cases of the tests that use one mechanism each."""

from functools import cache
from pathlib import Path

from scenarios.model import Scenario
from scenarios.reading import read

ROOT = Path(__file__).parents[2]
SHIPPED = {path.parent.name: path for path in sorted((ROOT / "scenarios" / "library").glob("*/scenario.yaml"))}
"""The scenarios of the library, by id."""
SMALL = {path.parent.name: path for path in sorted((ROOT / "tests" / "cases").glob("*/scenario.yaml"))}
"""The cases of the tests, by id."""
FILES = SHIPPED | SMALL


@cache
def load(name: str) -> Scenario:
    """A case by its id, read once for all tests."""
    reading = read(FILES[name])
    assert reading.scenario is not None, reading.problems
    return reading.scenario
