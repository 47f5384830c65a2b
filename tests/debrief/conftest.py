"""Cases for the debrief."""

from pathlib import Path

import pytest

from scenarios.model import Scenario
from scenarios.reading import read

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture(scope="session")
def well() -> Scenario:
    """The Well: the smallest complete case."""
    reading = read(CASES / "well" / "scenario.yaml")
    assert reading.scenario is not None, reading.problems
    return reading.scenario
