"""A terminal of a full room; run as a program: `room.py PLACE SESSION NAME SEATS SPEED SECONDS PAUSE`.

It holds a session as the app does: it looks for news ten times a second and at the clock twice a second, and each of
its SEATS (separated by commas) acts every PAUSE seconds or so. At the end it waits for a line, takes in the rest, and
prints what it measured, what was acknowledged, and a digest of all that it saw, in order.

As `console` it is the real app, headless, on the console of the session: it prints its memory by simulated minutes.
"""

import asyncio
import hashlib
import json
import os
import random
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from simulator.engine import TRAINER, Command, Event, Refused
from simulator.engine import commands as c
from simulator.engine.events import NoteWritten
from simulator.journal import Journal, LiveSession, wall, writing
from simulator.journal.errors import Away


def place_of(said: str) -> Path | str:
    """A file or a URL."""
    return said if "://" in said else Path(said)


def mib() -> float:
    """The memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Watched(LiveSession):
    """A session that remembers what it saw, and how long after it was written."""

    def __init__(self, journal: Journal, session: str, name: str) -> None:
        self.seen = hashlib.sha256()
        self.waits: list[float] = []
        self.name = name
        self.begun = False
        super().__init__(journal, session)
        self.begun = True

    def _fold(self, events: Iterable[Event]) -> None:
        moment = time.time()
        events = tuple(events)
        super()._fold(events)
        for event in events:
            self.seen.update(writing.written(event).encode())
            if self.begun and isinstance(event, NoteWritten) and not event.text.startswith(f"{self.name} "):
                self.waits.append(moment - float(event.text.split()[-1]))


def act(chance: random.Random, live: LiveSession, seat: str, name: str, step: int) -> Command:
    """What people do: mostly small things, now and then something at the table."""
    at = wall.now()
    text = f"{name} {step} {time.time():.6f}"
    kinds = ["note"] * 6 + ["floor", "yield", "position", "package"]
    match chance.choice(kinds):
        case "floor":
            return c.RequestFloor(at=at, by=seat, body="plenary")
        case "yield":
            return c.YieldFloor(at=at, by=seat, body="plenary")
        case "position" if seat.endswith("-head"):
            return c.StatePosition(at=at, by=seat, issue="hours", text=text)
        case "package" if seat.endswith("-head"):
            return c.TablePackage(at=at, by=seat, terms={"hours": "shared-board", "keeper": "elder-keeps"})
        case _:
            return c.WriteNote(at=at, by=seat, text=text)


def terminal(place: str, session: str, name: str, seats: list[str], seconds: float, pause: float) -> None:
    """Play."""
    chance = random.Random(name)
    with Journal.open(place_of(place)) as journal:
        live = Watched(journal, session, name)
        print("ready", flush=True)
        sys.stdin.readline()
        begun = time.monotonic()
        due = {seat: begun + chance.expovariate(1 / pause) for seat in seats}
        took: list[float] = []
        kept: dict[str, int] = {}
        refused = step = 0
        beat = 0.0
        memory = [mib()]
        while (now := time.monotonic()) < begun + seconds:
            live.refresh()
            if now >= beat:
                beat = now + 0.5
                live.tick(wall.now())
            for seat in [seat for seat, moment in due.items() if moment <= now]:
                due[seat] = now + chance.expovariate(1 / pause)
                step += 1
                command, command_id = act(chance, live, seat, name, step), f"{name}-{step}"
                before = time.perf_counter()
                try:
                    live.issue(command, command_id)
                except Refused:
                    refused += 1
                else:
                    took.append(time.perf_counter() - before)
                    kept[command_id] = live.session.number
            if now - begun > seconds / 6 and len(memory) == 1:
                memory.append(mib())
            time.sleep(max(0.0, min([0.1, *(moment - time.monotonic() for moment in due.values())])))
        print("done", flush=True)
        sys.stdin.readline()
        live.refresh()
        print(json.dumps({
            "took": took, "waits": live.waits, "kept": kept, "refused": refused, "number": live.session.number,
            "seen": live.seen.hexdigest(), "mib": [*memory, mib()],
        }))  # fmt: skip


def console(place: str, session: str, seconds: float) -> None:
    """Follow the session at the real console, through all its panes, and look at the memory."""
    from simulator.tui.app import GoodOffices

    app = GoodOffices(place_of(place), session=session, start="console")
    memory: list[tuple[float, float]] = []

    async def watch() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause(1)
            print("ready", flush=True)
            sys.stdin.readline()
            begun = time.monotonic()
            while (passed := time.monotonic() - begun) < seconds:
                memory.append((passed * wall.speed() / 60, mib()))
                await pilot.press(str(1 + len(memory) % 9))
                await asyncio.sleep(seconds / 60)
            print("done", flush=True)
            sys.stdin.readline()
            await pilot.pause(1)
            print(json.dumps({"memory": memory, "number": app.desk.session.number}))

    asyncio.run(watch())


def main(place: str, session: str, name: str, seats: str, speed: str, seconds: str, pause: str) -> None:
    """Sit down."""
    wall.hasten(speed)
    try:
        if name == "console":
            console(place, session, float(seconds))
        else:
            terminal(place, session, name, seats.split(","), float(seconds), float(pause))
    except Away as away:
        sys.exit(f"{TRAINER}: {away}")


if __name__ == "__main__":
    main(*sys.argv[1:])
