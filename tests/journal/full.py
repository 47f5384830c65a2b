"""A disk that fills up and is given room again; run as a program: `full.py JOURNAL SESSION BYTES`.

A limit on the size of files stands for the full disk. Prints how many events were acknowledged before, what was said,
and how many after.
"""

import json
import resource
import sys
from datetime import UTC, datetime
from pathlib import Path

from simulator.engine.events import NoteWritten
from simulator.journal import Journal, JournalError

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


def main(path: Path, session: str, limit: int) -> None:
    """Fill, fail, make room, go on."""
    with Journal.open(path) as journal:
        number = journal.session(session).events
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        said = ""
        while not said and number < 2000:
            try:
                journal.append(session, number, [NoteWritten(at=AT, by="mediator", text=f"{number} " * 400)])
                number += 1
            except JournalError as error:
                said = str(error)
        readable = len(journal.events(session))
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        after = number
        for _ in range(20):
            journal.append(session, after, [NoteWritten(at=AT, by="mediator", text="room again")])
            after += 1
    print(json.dumps({"before": number, "readable": readable, "said": said, "after": after}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
