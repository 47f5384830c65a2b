"""What every scenario has to pass: whatever people do, a session ends, replays, keeps its secrets and travels."""

import tempfile
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.reading import read
from simulator.engine import EVERYBODY, TRAINER, Event, Record, replay, view
from simulator.engine.legal import party_of
from simulator.journal import read_record, write_record
from tests.conformance.cases import FILES, SHIPPED, SMALL, load
from tests.conformance.discretion import assert_nothing_leaks, leaks_to_the_room, secrets_of_the_table, texts_in
from tests.conformance.table import Table, bring_to_an_end

EVERY_EVENT = msgspec.json.Decoder(Event)
PLAYTHROUGHS = Path(__file__).parents[1] / "playthroughs"


def conforms(name: str, seed: int, steps: int) -> None:
    """Play a case at random to its end, and look at all that has to hold."""
    table = Table(load(name), seed)
    for number in range(steps):
        table.step()
        if number % 80 == 79:
            assert_nothing_leaks(table.session)
    bring_to_an_end(table)
    assert table.session.ended
    assert all(refusal.code and refusal.why for refusal in table.refused)
    record = Record(table.scenario, seed, tuple(table.events))
    assert replay(record) == table.session
    wire = [msgspec.json.encode(event) for event in table.events]
    assert [EVERY_EVENT.decode(line) for line in wire] == table.events
    assert [event.at for event in table.events] == sorted(event.at for event in table.events)
    bound = read(FILES[name]).bound
    with tempfile.TemporaryDirectory() as folder:
        path, again = Path(folder) / "one.jsonl", Path(folder) / "two.jsonl"
        write_record(record, bound, path)
        found, _ = read_record(path)
        assert found.events == record.events
        assert found.scenario == record.scenario
        write_record(found, bound, again)
        assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", SMALL)
@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_people_do_in_a_small_case(name: str, seed: int) -> None:
    conforms(name, seed, 240)


@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=4, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_people_do(name: str, seed: int) -> None:
    conforms(name, seed, 240)


@pytest.mark.soak
@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_people_do_for_long(name: str, seed: int) -> None:
    conforms(name, seed, 1200)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_has_a_golden_playthrough(name: str) -> None:
    kept = {path.name for path in (PLAYTHROUGHS / name).iterdir()}
    assert {"commands.yaml", "record.jsonl", "scorecard.json", "debrief.md"} <= kept


@pytest.mark.parametrize(("seeds", "left"), [(2, 30), pytest.param(8, 12, marks=pytest.mark.soak)])
def test_people_at_random_do_nearly_everything(seeds: int, left: int) -> None:
    """The positive control: the dice reach nearly every kind of event, so that the properties say something."""
    seen: set[str] = set()
    for name in FILES:
        for seed in range(seeds):
            table = Table(load(name), seed)
            for _ in range(400):
                table.step()
            bring_to_an_end(table)
            seen |= {type(event).__name__ for event in table.events}
    missing = {kind.__name__ for kind in get_args(Event)} - seen
    assert len(missing) <= left, missing


def test_a_leak_would_be_found() -> None:
    """The positive control of the leak test: a view of another seat's is one."""
    table = Table(load("well"), 3)
    secret = table.scenario.parties["upper"].brief
    assert repr(secret)[1:-1] in repr(view(table.session, "upper-head"))
    assert repr(secret)[1:-1] not in repr(view(table.session, "lower-head"))
    assert EVERYBODY == "all"
    assert party_of(table.session, TRAINER) == ""


@pytest.mark.parametrize("name", SHIPPED)
def test_a_leak_on_the_wall_would_be_found(name: str) -> None:
    """The positive control: what any seat reads of its own papers would be found among the words of the room."""
    table = Table(load(name), 5)
    assert len(secrets_of_the_table(table.session)) > 40
    for seat in table.scenario.seats:
        seen = view(table.session, seat)
        assert f"brief of {seat}" in leaks_to_the_room(table.session, "\n".join(texts_in(seen)))
