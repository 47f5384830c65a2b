"""Rows are made once and still always show what is true."""

import msgspec
import pytest
from textual.content import Content

from benchmarks.long_record import long_record
from scenarios.model import Scenario
from scenarios.reading import read
from scenarios.shelf import find
from simulator.debrief.naming import Names
from simulator.debrief.narration import narrate
from simulator.engine import TRAINER, Record, begin, evolve, view
from simulator.tui.boards import log, offers
from simulator.tui.boards.kept import Kept


class Thing(msgspec.Struct, frozen=True):
    """Something that never changes."""

    said: str


@pytest.fixture
def made() -> list[str]:
    return []


def test_a_row_is_made_anew_only_for_another_object(made: list[str]) -> None:
    def make(thing: Thing) -> Content:
        made.append(thing.said)
        return Content(thing.said)

    kept, one, two = Kept(), Thing("one"), Thing("two")
    assert [str(row) for _, row in kept.rows([("1", one)], make)] == ["one"]
    assert [name for name, _ in kept.rows([("2", two), ("1", one)], make)] == ["2", "1"]
    assert made == ["one", "two"]
    kept.rows([("1", Thing("one"))], make)  # equal, but another one: of another session, say
    assert made == ["one", "two", "one"]
    kept.rows([("1", one), ("2", two)], make)  # what was not shown is not kept
    assert made == ["one", "two", "one", "one", "two"]


def test_all_rows_are_made_anew_when_what_they_are_about_changes(made: list[str]) -> None:
    def make(thing: Thing) -> Content:
        made.append(thing.said)
        return Content(thing.said)

    kept, one = Kept(), Thing("one")
    for width in (80, 80, 120, 80):
        kept.rows([("1", one)], make, about=(width, (Thing("table"),)))
    assert made == ["one"] * 3


def test_kept_rows_are_those_that_would_be_made_after_every_event() -> None:
    scenario = read(find("sources-of-kalindra")).scenario
    assert isinstance(scenario, Scenario)
    record: Record = long_record(scenario, 700)
    names = Names(scenario)
    session = begin(scenario, record.seed)
    told, tabled = Kept(), Kept()
    for number, event in enumerate(record.events):
        session = evolve(session, event)
        if number % 7 and number < len(record.events) - 20:
            continue
        now = view(session, TRAINER)
        width = 78 if number % 2 else 120
        assert _plain(log.rows(now, lambda moment: narrate(moment, names), told)) == _plain(
            log.rows(now, lambda moment: narrate(moment, names))
        )
        assert _plain(offers.rows(now, width, tabled)) == _plain(offers.rows(now, width))
    assert len(session.packages) > 5


def _plain(rows: list[tuple[str, Content]]) -> list[tuple[str, str, object]]:
    return [(name, row.plain, row.spans) for name, row in rows]
