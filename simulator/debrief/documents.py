"""The documents of a session: for the room, each trainee, the mediation team and the trainer, in four formats."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from scenarios.texts import spoken_in
from scoring.scorecard import Scorecard
from simulator.debrief.contents import Known
from simulator.debrief.papers import after_action, certificate, forms, handout, mediators, own_record, personal, room
from simulator.debrief.personal import of_people
from simulator.engine import replay
from simulator.engine.decide.debriefing import in_role as still_in_role
from simulator.engine.events import SessionEnded
from simulator.engine.session import Record
from simulator.engine.words import Source
from simulator.printing import Document
from simulator.printing.document import Paper
from simulator.printing.writing import printed

USUAL = ("html", "md")
"""The formats that need no library beside the core."""


def to_hand_out() -> tuple[str, ...]:
    """The formats to hand out: HTML, and PDF where it can be made."""
    return ("html", "pdf") if find_spec("typst") is not None else ("html",)


@dataclass(frozen=True, slots=True)
class Named:
    """A document and the name of its files, without an ending, with `/` between folders."""

    name: str
    document: Document


def in_role(record: Record) -> tuple[str, ...]:
    """The seats whose people have not left their role: until they have, only the trainer is handed a document.

    A session that was ended has nobody in role.
    """
    if any(isinstance(event, SessionEnded) for event in record.events):
        return ()
    return still_in_role(replay(record))


def documents(known: Known, roles_left: bool = False) -> Iterator[Named]:
    """The documents, made one by one, in the language that is spoken; those that take longest come first.

    With `roles_left` somebody answers for it that everybody has left their role, whatever the record says.
    """
    out_of_role = roles_left or not in_role(known.record)
    yield Named("trainer", after_action.paper(known, beside_the_room=out_of_role))
    if out_of_role:
        yield Named("debrief", room.paper(known))
        yield Named("handout", handout.paper(known))
        for seat in of_people(known):
            yield Named(f"seats/{seat}", personal.paper(known, seat))
            yield Named(f"seats/{seat}-record", own_record.paper(known, seat))
            yield Named(f"certificates/{seat}", certificate.paper(known, seat))
        team = mediators.paper(known)
        if team is not None:
            yield Named("mediators", team)
        yield Named("forms/reflection", forms.reflection(known))
        yield Named("forms/follow-up", forms.follow_up(known))


def how_many(record: Record, formats: Sequence[str] = USUAL, roles_left: bool = False) -> int:
    """About how many files a session has."""
    if in_role(record) and not roles_left:
        return len(formats)
    people = sum(seat.source is Source.HUMAN for seat in replay(record).seats.values())
    return len(formats) * (6 + 3 * people)


def write(record: Record, out: Path, scorecard: Scorecard | None = None) -> tuple[Path, ...]:
    """Write all documents of a session into a folder, and say which. See `writing`."""
    return tuple(writing(record, out, scorecard))


def writing(
    record: Record,
    out: Path,
    scorecard: Scorecard | None = None,
    formats: Sequence[str] = USUAL,
    size: Paper = "a4",
    template: Path | None = None,
    workers: int = 1,
    roles_left: bool = False,
) -> Iterator[Path]:
    """Write all documents of a session into a folder, file by file, for whoever shows how far it is or may stop.

    Files are readable for their owner only, and each is there whole or not at all. The same record, language and
    options make the same bytes. `workers` is how many processes set what takes long. Raises OSError where the folder
    cannot be written, and Unprintable where a format cannot be made.
    """
    named = ((each.name, each.document) for each in documents(Known.of(record, scorecard), roles_left))
    yield from printed(named, formats, out, size, template, workers)


def writing_in(
    told: Iterable[tuple[str, str, Record]],
    out: Path,
    formats: Sequence[str] = USUAL,
    size: Paper = "a4",
    template: Path | None = None,
    workers: int = 1,
    roles_left: bool = False,
) -> Iterator[Path]:
    """Write a session in several languages: for each the folder inside `out`, its code, and the record told in it.

    The processes that set one language go on with the next. Otherwise like `writing`.
    """
    yield from printed(_named(told, roles_left), formats, out, size, template, workers)


def _named(told: Iterable[tuple[str, str, Record]], roles_left: bool) -> Iterator[tuple[str, Document]]:
    for folder, code, record in told:
        with spoken_in(code):
            made = documents(Known.of(record), roles_left)
        while True:
            with spoken_in(code):  # and not while somebody else goes on between two documents
                each = next(made, None)
            if each is None:
                break
            yield str(PurePosixPath(folder, each.name)), each.document
