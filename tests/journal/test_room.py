"""A full room: many terminals on one journal. What they saw is compared with the store, read by other code."""

import hashlib
import json
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import TRAINER
from simulator.engine import commands as c
from simulator.engine.words import Source
from simulator.journal import Journal, LiveSession
from simulator.journal.sqlite import driver

HERE = Path(__file__).parent
BASE = ("upper-head", "lower-head", "mediator", "engineer")


@pytest.fixture
def store(either: Path | str) -> Path | str:
    """A file, and then a server."""
    return either


def crowded(case_text: str, seats: int) -> tuple[str, list[str]]:
    """The well with more seats, and with three hours."""
    extra = [f"guest-{number}" for number in range(seats - len(BASE))]
    told = "".join(
        f"  {seat}:\n    name: {seat.title()}\n    title: Guest\n    party: mediation\n    archetype: expert-on-call\n"
        "    optional: true\n    brief: You listen.\n"
        for seat in extra
    )
    text = case_text.replace("\nseats:\n", f"\nseats:\n{told}", 1).replace("\nminutes: 30\n", "\nminutes: 180\n", 1)
    return text, [*BASE, *extra]


def rows_of(store: Path | str, session: str) -> list[tuple[Any, ...]]:
    """The events as they lie in the store."""
    asked = "SELECT number, command, event, seal FROM {}events WHERE session = '" + session + "' ORDER BY number"
    if isinstance(store, Path):
        with closing(driver.connect(str(store))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            found: list[tuple[Any, ...]] = connection.execute(asked.format("")).fetchall()
            return found
    import psycopg

    with psycopg.connect(store) as connection:
        return [tuple(row) for row in connection.execute(asked.format("good_offices.").encode())]


def percentile(values: list[float], share: float) -> float:
    """In milliseconds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000


@dataclass(frozen=True)
class Course:
    """How many sit where, how fast the clock runs, for how many seconds, and how long each waits between two acts."""

    terminals: int
    seats: int
    speed: int
    seconds: float
    pause: float
    console: bool = False


SHORT = Course(terminals=3, seats=6, speed=1, seconds=3, pause=0.6)
REAL_PACE = Course(terminals=10, seats=40, speed=1, seconds=60, pause=30)
THREE_HOURS = Course(terminals=10, seats=40, speed=60, seconds=180, pause=0.5, console=True)


@pytest.mark.parametrize(
    "course",
    [
        pytest.param(SHORT, id="short"),
        pytest.param(REAL_PACE, id="real-pace", marks=[pytest.mark.soak, pytest.mark.timeout(900)]),
        pytest.param(THREE_HOURS, id="three-hours", marks=[pytest.mark.soak, pytest.mark.timeout(900)]),
    ],
)
def test_no_event_is_lost_doubled_or_out_of_order(store: Path | str, case_text: str, course: Course) -> None:
    terminals, seconds = course.terminals, course.seconds
    text, names = crowded(case_text, course.seats)
    at = datetime.now(UTC)
    with Journal.open(store) as journal:
        session = journal.new_session("Full room", text, 7)
        live = LiveSession(journal, session)
        live.issue(c.OpenSession(at=at, by=TRAINER, name="Full room"))
        for seat in names:
            live.issue(c.CastSeat(at=at, by=TRAINER, seat=seat, source=Source.HUMAN, people=()))
        live.issue(c.StartClock(at=at, by=TRAINER))
    how = f"{course.speed}@{int(time.time()) - 1}"
    each = len(names) // terminals
    players = [(f"t{number}", ",".join(names[number * each : (number + 1) * each])) for number in range(terminals)]
    programs = [
        subprocess.Popen(
            [sys.executable, str(HERE / "room.py"), str(store), session, name, own, how, str(seconds),
             str(course.pause)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for name, own in [*players, *([("console", "")] if course.console else [])]
    ]  # fmt: skip
    try:
        for word in ("ready\n", "done\n"):
            for program in programs:
                assert program.stdout is not None
                assert program.stdin is not None
                assert program.stdout.readline() == word
            for program in programs:
                assert program.stdin is not None
                program.stdin.write("go\n")
                program.stdin.flush()
        told = [json.loads(program.communicate(timeout=120)[0].splitlines()[-1]) for program in programs]
    finally:
        for program in programs:
            if program.poll() is None:
                program.kill()
            program.communicate()
    found = told[:terminals]
    rows = rows_of(store, session)
    took = [one for terminal in found for one in terminal["took"]]
    waits = [one for terminal in found for one in terminal["waits"]]
    print(
        f"\n{type(store).__name__}: {len(rows)} events, {len(took) / seconds:.0f} acts/s at {terminals} terminals; "
        f"commit p50 {percentile(took, 0.5):.1f} p99 {percentile(took, 0.99):.0f} max {max(took) * 1000:.0f} ms; "
        f"visible p50 {percentile(waits, 0.5):.0f} p99 {percentile(waits, 0.99):.0f} max {max(waits) * 1000:.0f} ms; "
        f"refused {sum(t['refused'] for t in found)}; "
        f"a terminal grew by {max(t['mib'][-1] - t['mib'][1] for t in found):.1f} MiB"
    )
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    for (_, _, _, before), (number, command, event, seal) in pairwise(rows):
        assert hashlib.sha256(bytes(before) + f"{number}\n{command}\n{event}".encode()).digest() == bytes(seal)
    digest = hashlib.sha256("".join(row[2] for row in rows).encode()).hexdigest()
    assert {terminal["seen"] for terminal in found} == {digest}
    last: dict[str, int] = {}
    for number, command, _, _ in rows:
        assert last.get(command, number - 1) == number - 1, "the events of a command stand together, once"
        last[command] = number
    for terminal in found:
        assert {name: last.get(name) for name in terminal["kept"]} == terminal["kept"]
    assert set(last) >= {name for terminal in found for name in terminal["kept"]}
    if course.console:
        memory = told[-1]["memory"]
        assert told[-1]["number"] == len(rows)
        print(
            "console MiB by simulated minute: " + ", ".join(f"{minute:.0f}: {size:.0f}" for minute, size in memory[::6])
        )
        settled = max(size for minute, size in memory if minute <= 40)
        assert max(size for _, size in memory) - settled <= 10
        assert percentile(took, 0.99) <= 250
        assert percentile(waits, 0.99) <= 1000
    elif seconds > 10:
        assert percentile(waits, 0.99) <= 250
