"""Writers that are killed at any moment; run as a program: `kills.py JOURNAL SESSION KILLS SEED`.

The parent never opens the journal. It hears from each writer what it is about to append and what was acknowledged,
kills it, and lets the next one begin by repeating what was under way. The first writer lives until it kept something.
Prints what it heard as JSON.
"""

import json
import os
import random
import select
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from simulator.engine.events import NoteWritten
from simulator.journal import Journal

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


def write_until_killed(path: Path, session: str, name: str, under_way: str, pipe: int) -> None:
    """Append event after event, each announced before and acknowledged after."""
    with Journal.open(path) as journal:
        number = journal.session(session).events
        commands = [under_way] if under_way else []
        step = 0
        while True:
            command = commands.pop() if commands else f"{name}-{step}"
            step += 1
            os.write(pipe, f"about {command}\n".encode())
            event = NoteWritten(at=AT, by="mediator", text=command)
            known = journal.answered(session, command, "d") is not None
            journal.append(session, number, [event], command, "d")
            number += not known
            os.write(pipe, f"{'known' if known else 'kept'} {command} {number}\n".encode())


def main(path: Path, session: str, kills: int, seed: int) -> None:
    """Kill so many writers."""
    chance = random.Random(seed)
    acknowledged: dict[str, int] = {}
    found_again = under_way_kills = 0
    under_way = ""
    for kill in range(kills):
        hear, say = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(hear)
            write_until_killed(path, session, f"k{kill}", under_way, say)
        os.close(say)
        heard = b""
        end = time.monotonic() + chance.uniform(0, 0.05)
        while (left := end - time.monotonic()) > 0 or (kill == 0 and b"kept" not in heard):
            if select.select([hear], [], [], max(left, 0.01))[0]:
                heard += os.read(hear, 65536)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while rest := os.read(hear, 65536):
            heard += rest
        os.close(hear)
        for line in heard.decode().splitlines():
            word, command, *number = line.split(" ")
            if word == "about":
                under_way = command
            else:
                acknowledged[command] = int(number[0]) if word == "kept" else acknowledged.get(command, 0)
                found_again += word == "known"
                under_way = ""
        under_way_kills += bool(under_way)
    said = {"acknowledged": acknowledged, "found_again": found_again, "killed_under_way": under_way_kills}
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
