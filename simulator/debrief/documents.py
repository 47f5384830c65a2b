"""The documents of a session: one for the room, one for each trainee, one for the trainer; as HTML and as Markdown."""

from collections.abc import Iterator
from pathlib import Path

from scoring.scorecard import Scorecard
from simulator.debrief.after_action import after_action
from simulator.debrief.contents import Known, room
from simulator.debrief.personal import of_people, personal
from simulator.debrief.rendering import html, markdown
from simulator.engine.session import Record


def write(record: Record, out_dir: Path, scorecard: Scorecard | None = None) -> tuple[Path, ...]:
    """Write all documents of a session into a folder, readable for its owner only, and say which.

    The same record makes the same files. Raises OSError where the folder cannot be written.
    """
    return tuple(writing(record, out_dir, scorecard))


def writing(record: Record, out_dir: Path, scorecard: Scorecard | None = None) -> Iterator[Path]:
    """The same one by one, for whoever shows how far it is or may stop; what is written by then stays."""
    for name, text in documents(record, scorecard):
        path = out_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.chmod(0o600)
        path.write_text(text, encoding="utf-8", newline="\n")
        yield path


def how_many(record: Record) -> int:
    """About how many documents a session has: those of seats that nobody played are not written."""
    return 4 + 2 * len(record.scenario.seats)


def documents(record: Record, scorecard: Scorecard | None = None) -> Iterator[tuple[str, str]]:
    """The documents by their names, made one by one."""
    known = Known.of(record, scorecard)
    head = {"head": known.head}
    for_room = head | {"page": room(known), "cast": known.cast}
    yield "debrief.html", html("debrief.html.j2", for_room)
    yield "debrief.md", markdown("debrief.md.j2", for_room)
    for seat in of_people(known):
        own = {"page": personal(known, seat)}
        yield f"seats/{seat}.html", html("seat.html.j2", head | own)
        yield f"seats/{seat}.md", markdown("seat.md.j2", head | own)
    for_trainer = head | {"page": after_action(known), "cast": known.cast, "scenario": known.scenario}
    yield "trainer.html", html("trainer.html.j2", for_trainer)
    yield "trainer.md", markdown("trainer.md.j2", for_trainer)
