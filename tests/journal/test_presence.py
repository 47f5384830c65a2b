"""Terminals that tell each other who sits where, and one of which plays the stand-ins."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.journal.presence import BEAT, GONE, Presence
from simulator.journal.store import Journal

WELL = Path(__file__).parents[1] / "cases" / "well" / "scenario.yaml"


class Time:
    """A clock that goes by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Room:
    """A session with a clock, at which terminals are opened."""

    def __init__(self, journal: Journal) -> None:
        self.journal, self.time = journal, Time()
        self.session = journal.new_session("Table 1", WELL.read_text(encoding="utf-8"), 7)

    def terminal(self, host: str = "here", pid: int | None = None) -> Presence:
        """A terminal; two are opened one after the other."""
        self.time.now += 0.001
        return Presence(self.journal, self.session, self.time, self.time, host=host, pid=pid)

    def seen(self) -> float:
        """When the terminal last gave a sign of life."""
        ((moment,),) = self.journal.database.rows("SELECT seen FROM terminals")
        return float(moment)


@pytest.fixture
def room(either: Path | str) -> Iterator[Room]:
    """A session of the well, in a file and on a server."""
    with Journal.open(either) as journal:
        yield Room(journal)


def test_each_terminal_knows_who_sits_at_the_others(room: Room) -> None:
    one, two = room.terminal(), room.terminal()
    one.say("trainer", room.time.now, True)
    two.say("upper-head", room.time.now - 40, False)
    assert [(t.number, t.seat, round(t.idle), t.here) for t in one.terminals()] == [
        (1, "trainer", 0, True),
        (2, "upper-head", 40, False),
    ]
    two.say("", room.time.now, False)
    assert [t.seat for t in one.terminals()] == ["trainer", ""]
    two.leave()
    assert [t.seat for t in one.terminals()] == ["trainer"]


def test_a_terminal_at_rest_writes_once_in_ten_seconds(room: Room) -> None:
    one = room.terminal()
    one.say("trainer", 0, True)
    signs = set[float]()
    for _ in range(400):
        room.time.now += 0.25
        one.say("trainer", 0, True)
        signs.add(room.seen())
    assert len(signs) == 100 / BEAT + 1


def test_one_console_plays_the_stand_ins(room: Room) -> None:
    one, two, three = room.terminal(), room.terminal(), room.terminal()
    assert one.say("trainer", 0, True)
    assert not two.say("trainer", 0, True)
    assert not three.say("upper-head", 0, False)
    assert [t.plays for t in two.terminals()] == [True, False, False]
    one.leave()
    assert two.say("trainer", 0, True)
    assert not one.say("trainer", 0, True), "who comes back finds them taken"


def test_a_console_on_another_machine_that_is_silent_is_followed(room: Room) -> None:
    one, two = room.terminal("there"), room.terminal()
    assert one.say("trainer", 0, True)
    assert not two.say("trainer", 0, True)
    room.time.now += GONE - 1
    assert not two.say("trainer", 0, True)
    room.time.now += 1
    assert two.say("trainer", 0, True)
    assert not one.say("trainer", 0, True), "a laptop that slept wakes up"
    assert [t.plays for t in one.terminals()].count(True) == 1


def test_a_console_on_this_machine_that_was_killed_is_followed_at_once(room: Room) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    one, two = room.terminal(pid=ended.pid), room.terminal()
    assert one.say("trainer", 0, True)
    assert two.say("trainer", 0, True)
    assert [t.seat for t in two.terminals()] == ["trainer"]


def test_a_console_that_is_left_for_a_seat_gives_the_stand_ins_up(room: Room) -> None:
    one, two = room.terminal(), room.terminal()
    assert one.say("trainer", 0, True)
    assert not one.say("", 0, False)
    assert two.say("trainer", 0, True)


def test_what_terminals_say_is_in_no_export(room: Room) -> None:
    room.terminal("secret-host").say("trainer", 0, True)
    assert "secret-host" not in repr(room.journal.record(room.session))
    assert room.journal.faults() == ()
