"""The test language of the rules: given(events).when(command).then(events)."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from scenarios.model import Scenario
from scenarios.reading import read
from simulator.engine import Event, Refused, Session, decide, evolve
from simulator.engine import commands as c
from simulator.engine.events import OutcomeRecorded

CASES = Path(__file__).parents[1] / "cases"
START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@dataclass
class Story:
    """A session told step by step: `minute` moves the clock, `do` asks, `then` compares what happened."""

    session: Session
    at: datetime = START
    happened: list[Event] = field(default_factory=list)
    """All events so far."""
    last: tuple[Event, ...] = ()
    refused: Refused | None = None

    def do(self, command_type: type[c.Intent], by: str, /, **fields: Any) -> "Story":
        """Ask for something that the rules allow."""
        command: Any = command_type(at=self.at, by=by, **fields)
        self.refused = None
        self._take(decide(command, self.session))
        return self

    def when(self, command_type: type[c.Intent], by: str, /, **fields: Any) -> "Story":
        """Ask for something that may be refused."""
        command: Any = command_type(at=self.at, by=by, **fields)
        self.last, self.refused = (), None
        try:
            self._take(decide(command, self.session))
        except Refused as refusal:
            self.refused = refusal
        return self

    def _take(self, events: tuple[Event, ...]) -> None:
        self.last = events
        for event in events:
            self.session = evolve(self.session, event)
            self.happened.append(event)

    def wait(self, minutes: float) -> "Story":
        """Let time pass without a tick."""
        self.at += timedelta(minutes=minutes)
        return self

    def tick(self, minutes: float = 0) -> "Story":
        """Let time pass, then let happen what is due."""
        self.wait(minutes)
        return self.do(c.Tick, "trainer")

    @property
    def refusal(self) -> Refused:
        """Why the last command was refused."""
        assert self.refused is not None
        return self.refused

    @property
    def outcome(self) -> OutcomeRecorded:
        """How the talks ended."""
        assert self.session.outcome is not None
        return self.session.outcome

    def phase(self, name: str) -> "Story":
        """Enter a phase as the trainer."""
        return self.do(c.EnterPhase, "trainer", phase=name)

    def then(self, *expected: tuple[str, dict[str, Any]] | str) -> "Story":
        """The last command made exactly these events, each a wire name with some of its fields."""
        assert self.refused is None, self.refused
        found = [_name(event) for event in self.last]
        names = [e if isinstance(e, str) else e[0] for e in expected]
        assert found == names
        for event, entry in zip(self.last, expected, strict=True):
            if not isinstance(entry, str):
                fields = asdict(event)
                assert {k: fields[k] for k in entry[1]} == entry[1]
        return self

    def refuses(self, code: str) -> "Story":
        """The last command was refused with this code and a reason in words."""
        assert self.refused is not None, [_name(e) for e in self.last]
        assert self.refused.code == code, (self.refused.code, self.refused.why)
        assert self.refused.why.endswith((".", "?"))
        return self


def _name(event: Event) -> str:
    return str(type(event).__struct_config__.tag)


def scenario(name: str) -> Scenario:
    """A case of `tests/cases`."""
    reading = read(CASES / name / "scenario.yaml")
    assert reading.scenario is not None, reading.problems
    return reading.scenario
