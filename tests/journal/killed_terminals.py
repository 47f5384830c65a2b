"""Real terminals that are killed at any moment; run as a program: `killed_terminals.py PLACE SESSION KILLS SEED`.

Each terminal is the app in a pseudo-terminal of its own, at the console of the session, where notes are written as fast
as the journal takes them. The parent never opens the journal. It hears what each terminal is about to ask and what was
acknowledged, kills it, and lets the next one begin by asking again, under the same id, what was under way. A witness
writes all the while and is never killed. Prints what was heard as JSON.
"""

import json
import os
import pty
import random
import select
import signal
import sys
import time
from pathlib import Path
from typing import Any

from simulator.engine import TRAINER
from simulator.engine.commands import WriteNote
from simulator.journal import Journal, LiveSession, wall
from simulator.tui import app
from simulator.tui.app import GoodOffices

PAUSE = 0.02
"""Seconds between two notes of a terminal: it has to paint as well."""


def place_of(said: str) -> Path | str:
    """A file or a URL."""
    return said if "://" in said else Path(said)


class Driven(GoodOffices):
    """The app, in which somebody writes note after note."""

    CSS_PATH = str(Path(app.__file__).with_name("app.tcss"))

    def __init__(self, place: Path | str, session: str, name: str, under_way: str, pipe: int) -> None:
        super().__init__(place, session=session, start="console")
        self._writer = name
        self._to_ask = [under_way] if under_way else []
        self._written = 0
        self._tell = pipe

    async def on_mount(self) -> None:
        """Begin to write when the session is open."""
        await super().on_mount()
        self.set_interval(PAUSE, self.write_one)

    def write_one(self) -> None:
        """Ask for one note, announced before and acknowledged after."""
        if self.desk.live is None:
            return
        command = self._to_ask.pop() if self._to_ask else f"{self._writer}-{self._written}"
        self._written += 1
        os.write(self._tell, f"about {command}\n".encode())
        self.desk.live.issue(WriteNote(at=wall.now(), by=TRAINER, text=command), command)
        os.write(self._tell, f"kept {command}\n".encode())


def witness(place: Path | str, session: str, pipe: int) -> None:
    """Write without being killed."""
    with Journal.open(place) as journal:
        live = LiveSession(journal, session)
        step = 0
        while True:
            command = f"witness-{step}"
            live.issue(WriteNote(at=wall.now(), by=TRAINER, text=command), command)
            os.write(pipe, f"kept {command}\n".encode())
            step += 1
            time.sleep(0.05)


def main(place: Path | str, session: str, kills: int, seed: int) -> None:
    """Kill so many terminals, and let a witness write beside them."""
    watch, say = os.pipe()
    watcher = os.fork()
    if watcher == 0:
        witness(place, session, say)
    os.close(say)
    try:
        heard = kill_them(place, session, kills, random.Random(seed))
    finally:
        os.kill(watcher, signal.SIGKILL)
        os.waitpid(watcher, 0)
    seen = b""
    while rest := os.read(watch, 65536):
        seen += rest
    print(json.dumps({**heard, "witnessed": [line.split(" ")[1] for line in seen.decode().splitlines()]}))


def kill_them(place: Path | str, session: str, kills: int, chance: random.Random) -> dict[str, Any]:
    """Kill so many terminals, one after the other."""
    acknowledged: set[str] = set()
    under_way, under_way_kills, painted = "", 0, 0
    for kill in range(kills):
        hear, tell = os.pipe()
        child, screen = pty.fork()
        if child == 0:
            os.close(hear)
            os.environ["TERM"] = "xterm-256color"
            Driven(place, session, f"k{kill}", under_way, tell).run()
            os._exit(1)
        os.close(tell)
        heard, end = b"", 0.0
        shown = b""
        while end == 0.0 or time.monotonic() < end:
            ready = select.select([hear, screen], [], [], 0.01)[0]
            if hear in ready:
                heard += os.read(hear, 65536)
            if screen in ready:
                try:
                    shown += os.read(screen, 65536)
                except OSError:  # it ended by itself, which is a defect that the parent will see
                    break
            # From its first screen on at any moment; every other terminal lives until something was acknowledged.
            if end == 0.0 and (b"about" if kill % 2 else b"kept") in heard and len(shown) > 2000:
                end = time.monotonic() + chance.uniform(0, 0.5)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"terminal {kill} ended by itself: {shown[-2000:]!r}"
        painted += len(shown)
        while rest := os.read(hear, 65536):
            heard += rest
        os.close(hear)
        os.close(screen)
        for line in heard.decode().splitlines():
            word, command = line.split(" ")
            under_way = command if word == "about" else ""
            if word == "kept":
                acknowledged.add(command)
        under_way_kills += bool(under_way)
    return {"acknowledged": sorted(acknowledged), "killed_under_way": under_way_kills, "painted": painted}


if __name__ == "__main__":
    main(place_of(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
