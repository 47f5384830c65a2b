"""The twelve drafted value tables as scenarios."""

import json
from pathlib import Path
from typing import Any

import pytest

from scenarios.model import Scenario


@pytest.fixture(scope="session")
def payoffs() -> dict[str, Any]:
    """The drafted tables and the statistics that were computed for them, as they were handed over."""
    file: dict[str, Any] = json.loads(Path(__file__).with_name("payoffs.json").read_text(encoding="utf-8"))
    return file


@pytest.fixture(scope="session")
def drafts(payoffs: dict[str, Any], table_scenario: Any) -> dict[str, Scenario]:
    """The drafted tables as scenarios, by their number."""
    return {
        number: table_scenario(
            {_id(issue): len(options) for issue, options in draft["issues"].items()},
            {
                _id(party): table | {"red": {_id(issue): barred for issue, barred in table["red"].items()}}
                for party, table in draft["parties"].items()
            },
        )
        for number, draft in payoffs["scenarios"].items()
    }


def _id(name: str) -> str:
    return name.lower().replace("_", "-")
