"""What leaves the house of an event, and what does not."""

import typing
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import msgspec
import pytest

from scenarios.model import Scenario
from simulator.engine import Event
from simulator.engine import commands as c
from simulator.engine.commands import SynthesisPoint
from simulator.engine.commands.committee import ReportLine
from simulator.engine.events import ReportDelivered, SeatCast, SynthesisIssued
from simulator.engine.words import Settled
from simulator.exchange.discretion import TYPED, WITHHELD, told
from tests.debrief.conftest import begun, closed
from tests.exchange.conftest import WITHOUT_NAMES, made, rows

IDS = frozenset(
    (
        *("by", "seat", "party", "phase", "body", "to", "document", "beside", "inject", "act", "interest", "issue"),
        *("option", "clause", "card", "item", "pulse", "shock", "criterion", "prepared", "article", "against", "hop"),
        *("learned_from", "rater", "language", "people", "seats", "parties", "carry_to", "issues", "clean", "parts"),
        *("terms", "lines", "ref"),
    )
)
"""Fields of events whose texts are ids, are withheld, or are looked at one by one."""


def texts(kind: type) -> Iterator[str]:
    """The names of the fields of a struct in which texts stand, those within others included."""
    for field in msgspec.structs.fields(kind):
        for part in parts(field.type):
            if part is str:
                yield field.name
            elif isinstance(part, type) and issubclass(part, msgspec.Struct):
                yield from texts(part)


def parts(annotation: object) -> Iterator[object]:
    inner = typing.get_args(annotation)
    if typing.get_origin(annotation) is not None and issubclass(
        origin if isinstance(origin := typing.get_origin(annotation), type) else object, Mapping
    ):
        inner = inner[1:]
    if not inner:
        yield annotation
    for part in inner:
        yield from parts(part)


@pytest.mark.parametrize("kind", typing.get_args(Event), ids=lambda kind: kind.__name__)
def test_of_every_text_in_an_event_it_is_known_whether_people_wrote_it(kind: type) -> None:
    assert not set(texts(kind)) - TYPED - IDS, "say in `discretion.TYPED` whether people write in these"


def test_what_is_withheld_is_there() -> None:
    for kind, fields in WITHHELD.items():
        assert set(fields) <= set(kind.__struct_fields__)


def test_what_belongs_to_one_person_alone_is_in_no_file(well: Scenario) -> None:
    play = begun(well)
    play.do(c.WriteNote, "lower-head", text="CANARY-NOTE", seat="upper-head")
    play.do(c.InvokeStop, "lower-head", reason="CANARY-STOP").do(c.ResumeClock, "trainer")
    files = made(closed(play), WITHOUT_NAMES)
    for name, content in files.items():
        for canary in (b"CANARY", b"PRIVATE-UPPER", b"PRIVATE-TRAINER"):
            assert canary not in content, name
    events = rows(files["events.csv"])
    (stop,) = (row for row in events if row["kind"] == "stop_invoked")
    assert (stop["seat"], stop["party"], stop["people"], stop["by"], stop["data"]) == ("", "", "", "", "{}")
    pulses = [row for row in events if row["kind"] == "pulse_answered"]
    assert len(pulses) == 3
    assert {(row["seat"], row["party"], row["people"], row["data"]) for row in pulses} == {
        ("", "", "", '{"pulse":"trust"}')
    }
    notes = [row for row in events if row["kind"] == "note_written"]
    assert [(row["seat"], row["text"], row["data"]) for row in notes] == [
        ("upper-head", "", "{}"), ("", "", "{}"), ("lower-head", "", "{}"),
    ]  # fmt: skip
    # Nor can it be worked out from how much a seat did.
    acts = {row["seat"]: int(row["acts"]) for row in rows(files["cast.csv"])}
    assert acts["lower-head"] == sum(row["seat"] == "lower-head" for row in events)


def test_names_are_replaced_however_deep_they_stand() -> None:
    points = (SynthesisPoint(text="Ada wants water.", inputs=(1,)),)
    issued = SynthesisIssued(at=datetime.now(UTC), by="mediator", version=1, points=points)
    line = ReportLine(settled=Settled.AGREED, option="shared-board", text="As Ada says.")
    report = ReportDelivered(at=datetime.now(UTC), by="mediator", report=1, body="b", to="table", lines={"hours": line})
    for event, words in ((issued, "X wants water."), (report, "As X says.")):
        data = told(event, lambda text: text.replace("Ada", "X"), str).data
        assert words in repr(data)
        assert "Ada" not in repr(data)


def test_a_name_is_in_no_file_unless_it_is_asked_for(well: Scenario) -> None:
    name = "Zuleika Quennell <zq@example.org>"
    play = begun(well, text=f"{name} and zuleika quennell, Quennell, zq@example.org")
    record = closed(play)
    assert any(isinstance(event, SeatCast) and event.people for event in record.events)
    for file, content in made(record, WITHOUT_NAMES).items():
        assert b"uleika" not in content, file
        assert b"uennell" not in content, file
        assert b"zq@" not in content, file
    assert "Zuleika" in made(record)["cast.csv"].decode()
