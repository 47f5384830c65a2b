"""The twelve drafted value tables as scenarios, and records of the Well written by hand."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scenarios.model import Scenario
from scenarios.reading import read
from scoring.process import Course
from simulator.engine import events as e
from simulator.engine.events import Event
from simulator.engine.session import Record
from simulator.engine.words import Cause, OutcomeKind, Permission
from tests.pseudo import pseudo as pseudo


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


START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class Script:
    """A record of the Well written by hand: events at play minutes. The clock starts in exploration, as events 1, 2."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.events: list[Event] = []
        self.at(0, e.ClockStarted).phase(0, "exploration")

    def at(self, minute: float, kind: type[e.Fact], by: str = "trainer", /, **fields: Any) -> "Script":
        """An event."""
        event: Any = kind(at=START + timedelta(minutes=minute), by=by, **fields)
        self.events.append(event)
        return self

    def phase(self, minute: float, name: str, loop: bool = False) -> "Script":
        """A phase begins."""
        return self.at(minute, e.PhaseEntered, phase=name, cause=Cause.BY_HAND, loop=loop)

    def speak(self, minute: float, seat: str, minutes: float | None) -> "Script":
        """A turn at the table; None for one that nobody ends."""
        self.at(minute, e.FloorGiven, "mediator", body="table", seat=seat)
        if minutes is not None:
            self.at(minute + minutes, e.FloorYielded, seat, body="table", seat=seat, seconds=minutes * 60)
        return self

    def meet(self, minute: float, number: int, caller: str, *others: str, minutes: float | None) -> "Script":
        """A private meeting that opens at once; None for one that nobody closes."""
        self.at(minute, e.CaucusCalled, caller, caucus=number, seats=(caller, *others))
        self.at(minute, e.CaucusOpened, caller, caucus=number)
        if minutes is not None:
            self.at(minute + minutes, e.CaucusClosed, caller, caucus=number, seconds=minutes * 60)
        return self

    def tell(self, minute: float, interest: str, by: str, *to: str) -> "Script":
        """An interest is disclosed."""
        return self.at(
            minute, e.InterestDisclosed, by, interest=interest, to=to, permission=Permission.CLOSED, caucus=None
        )

    def offer(self, minute: float, number: int, seat: str, floated: bool = False, **terms: str) -> "Script":
        """A package on the table; options by issue."""
        party = self.scenario.seats[seat].party
        return self.at(minute, e.PackageTabled, seat, package=number, party=party, terms=terms, floated=floated)

    def end(self, minute: float, kind: OutcomeKind, **fields: Any) -> "Script":
        """The outcome is recorded, and the roles are left."""
        self.at(minute, e.OutcomeRecorded, kind=kind, **{"terms": {}} | fields)
        return self.phase(minute, "de-role")

    def record(self) -> Record:
        """The record, its events in order of time."""
        return Record(self.scenario, 7, tuple(sorted(self.events, key=lambda event: event.at)))

    def course(self) -> Course:
        """What the measures look at."""
        return Course.of(self.record())


@pytest.fixture(scope="session")
def well() -> Scenario:
    """The Well: two deciding parties, two issues of three options, 30 minutes.

    Values (upper, lower), with reservations 40 and 35 and the cost of delay 2 and 3 points from minute 10, every 5:

                        upper-keeps  lower-keeps  elder-keeps
        mornings-upper  100,   5      60,  50      84,  35
        mornings-lower   40,  55       0, 100      24,  85
        shared-board     88,  40      48,  85      72,  70

    The upper village cannot accept `lower-keeps`, the lower one not `upper-keeps`.
    """
    reading = read(Path(__file__).parents[1] / "cases" / "well")
    assert reading.scenario is not None, reading.problems
    return reading.scenario


@pytest.fixture
def script(well: Scenario) -> Script:
    """A record of the Well to be written."""
    return Script(well)


@pytest.fixture(scope="session")
def blank(well: Scenario) -> Callable[[], Script]:
    """Begins a new record of the Well, for tests that try many."""
    return lambda: Script(well)
