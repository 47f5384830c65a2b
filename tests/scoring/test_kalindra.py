"""The flagship's values: counted package by package in plain Python, and as they were drafted."""

from itertools import product
from math import prod
from pathlib import Path
from typing import Any

import pytest

import scenarios
from scenarios.model import Scenario
from scenarios.reading import read
from scoring.analysis import analyse
from scoring.feasibility import findings
from scoring.preferences import Instructions, acceptable_to, points, raw_value

FOLDER = Path(next(iter(scenarios.__path__))) / "library" / "sources-of-kalindra"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the flagship is not on the shelf yet")


@pytest.fixture(scope="module")
def kalindra() -> Scenario:
    reading = read(FOLDER)
    assert reading.scenario is not None, reading.problems
    return reading.scenario


def test_counted_one_by_one(kalindra: Scenario) -> None:
    parties, start = kalindra.deciding(), Instructions.of(kalindra)
    packages = [
        dict(zip(kalindra.issues, options, strict=True))
        for options in product(*(issue.options for issue in kalindra.issues.values()))
    ]
    values = [tuple(raw_value(kalindra, party, package) for party in parties) for package in packages]

    def undominated(rows: list[tuple[int, ...]]) -> int:
        return sum(
            not any(one != other and all(x >= y for x, y in zip(other, one, strict=True)) for other in rows)
            for one in rows
        )

    signed = [
        row
        for package, row in zip(packages, values, strict=True)
        if all(acceptable_to(kalindra, party, package, start) for party in parties)
    ]
    floors = [start.reservations[party] for party in parties]
    analysis = analyse(kalindra)
    assert analysis.packages == len(packages) == 1296
    assert analysis.acceptable == len(signed) == 29
    assert analysis.efficient == undominated(values) == 123
    assert analysis.efficient_acceptable == undominated(signed) == 14
    assert analysis.points.nash is not None
    best = max(signed, key=lambda row: prod(u - r for u, r in zip(row, floors, strict=True)))
    assert tuple(analysis.points.nash.values.values()) == best == (5150, 7150, 8050)
    assert analysis.points.utilitarian is not None
    assert tuple(analysis.points.utilitarian.values.values()) == max(signed, key=sum) == (4825, 6700, 9700)


def test_as_drafted(kalindra: Scenario, payoffs: dict[str, Any]) -> None:
    draft, stats = payoffs["scenarios"]["S01"], payoffs["stats"]["S01"]
    analysis = analyse(kalindra)
    parties = [kalindra.parties[name] for name in kalindra.deciding()]
    assert [party.reservation for party in parties] == [table["res"] for table in draft["parties"].values()]
    for party, table in zip(parties, draft["parties"].values(), strict=True):
        written = [party.values[issue] for issue in kalindra.issues]
        assert [values.weight for values in written] == table["w"]
        assert [
            [values.options[option] for option in kalindra.issues[issue].options]
            for issue, values in zip(kalindra.issues, written, strict=True)
        ] == table["v"]
    assert analysis.points.kalai_smorodinsky is not None
    assert [points(raw) for raw in analysis.points.kalai_smorodinsky.values.values()] == stats["ks_u"]
    assert [points(party.best_acceptable or 0) for party in analysis.parties.values()] == stats["ideal"]
    assert [round(points(raw), 1) for raw in analysis.middle.surplus.values()] == stats["middle_surplus"]
    assert list(analysis.forced) == ["governance"]


def test_its_events_leave_room_for_agreement(kalindra: Scenario) -> None:
    instructions = Instructions.of(kalindra)
    for event in kalindra.events.values():
        instructions = instructions.after(event.effects)
    assert analyse(kalindra, instructions).acceptable > 0


def test_no_value_rule_is_broken(kalindra: Scenario) -> None:
    assert [finding for finding in findings(kalindra) if finding.severity == "error"] == []
