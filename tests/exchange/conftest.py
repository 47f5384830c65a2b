"""The Well, played by hand, and what becomes of it outside."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from scenarios.model import Scenario
from scenarios.reading import read
from simulator.engine import Event, Record
from simulator.engine import commands as c
from simulator.engine.words import Dimension
from simulator.exchange import FORMATS, Export, Wish, exported
from simulator.exchange.discretion import TYPED
from simulator.exchange.tables import Known
from tests.debrief.conftest import Play, agreement, begun, closed

TESTS = Path(__file__).parents[1]
PAYLOADS: Mapping[str, str] = json.loads((TESTS / "badinput" / "text_payloads.json").read_text("utf-8"))
ALL = Wish(FORMATS, named=True, scored=True)
WITHOUT_NAMES = Wish(("csv", "json", "xapi"))

Rows = Sequence[Mapping[str, str]]


def made(record: Record, wish: Wish = ALL) -> Mapping[str, bytes]:
    """The files of a session, by name."""
    return {file.name: file.content for file in export(record, wish).files}


def export(record: Record, wish: Wish = ALL) -> Export:
    """The export of a session under one id."""
    return exported("well-1", record, wish)


def rows(content: bytes) -> Rows:
    """The rows of a table, each as long as its heads."""
    heads, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def known(record: Record, named: bool = False) -> Known:
    """A session that is taken apart."""
    return Known.of("well-1", record, named)


def poisoned(record: Record, text: str) -> Record:
    """The same session with one text wherever people wrote, as a record from elsewhere may have it."""

    def spoilt(value: Any, field: str) -> Any:
        if isinstance(value, str) and value and field in TYPED:
            return text
        if isinstance(value, Mapping) and field in TYPED:
            return dict.fromkeys(value, text)
        return value

    def changed(event: Event) -> Event:
        fields = {name: spoilt(getattr(event, name), name) for name in event.__struct_fields__}
        if fields.get("people"):
            fields["people"] = (text,)
        return replace(event, **fields)

    return Record(record.scenario, record.seed, tuple(map(changed, record.events)))


def rated(well: Scenario) -> Play:
    """The Well with a rater, to the end of play."""
    play = begun(well)
    play.do(c.AdmitRater, "trainer", rater="dana")
    play.do(
        c.NoteObservation, "trainer", rater="dana", text="Ada asks twice.", seat="upper-head", dimension=Dimension.D1
    )
    play.do(c.NoteObservation, "trainer", rater="dana", text="A slip.")
    play.do(c.WithdrawObservation, "trainer", rater="dana", observation=2)
    rating = {"rater": "dana", "seat": "upper-head", "dimension": Dimension.D1}
    play.do(c.RateSeat, "trainer", **rating, level=2, observations=(1,))
    play.do(c.RateSeat, "trainer", **rating, level=3, observations=(1,))
    play.do(c.RateSeat, "trainer", rater="dana", seat="mediator", dimension=Dimension.D4)
    return play


@pytest.fixture(scope="session")
def well() -> Scenario:
    """The Well: the smallest complete case."""
    reading = read(TESTS / "cases" / "well" / "scenario.yaml")
    assert reading.scenario is not None, reading.problems
    return reading.scenario


@pytest.fixture(scope="session")
def agreed(well: Scenario) -> Record:
    """The Well, agreed."""
    return agreement(well)


@pytest.fixture(scope="session")
def judged(well: Scenario) -> Record:
    """The Well with ratings, closed without an outcome in play."""
    return closed(rated(well))
