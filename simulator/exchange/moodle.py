"""Who took part, as Moodle's grade book imports it: one row a person, and no grade of what they did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scenarios.texts import tr, trn
from simulator.exchange.attendance import Attendance, attendances, percent
from simulator.exchange.people import parted
from simulator.exchange.safe import Bare, Cell, table
from simulator.exchange.tables.known import Known

NAME = "moodle.csv"
HEADS = ("First name", "Surname", "ID number", "Institution", "Department", "Email address")
"""The columns by which Moodle's own export and import know a person."""
FEEDBACK = "Feedback: {}"
NO_GRADE = Bare("-")
"""What Moodle reads as no grade."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person and all the seats that were theirs."""

    name: str
    seats: Sequence[Attendance]


def people_of(known: Known) -> tuple[Person, ...]:
    """Everybody who was cast, by name.

    Those without an address come first: Moodle gives a row that it cannot match to whoever stood in the row before,
    and refuses the whole file where there is none before.
    """
    found: dict[str, list[Attendance]] = {}
    for seat in attendances(known):
        for person in seat.stretch.people:
            found.setdefault(person, []).append(seat)
    people = [Person(known.people.called(person), tuple(seats)) for person, seats in found.items()]
    return tuple(sorted(people, key=lambda person: bool(parted(person.name).mail)))


def moodle(known: Known, session: str, scored: bool) -> bytes:
    """The file for a session; `session` is its name, under which the items stand in the grade book."""
    item = tr("Participation: {session}", session=session)
    share = (tr("Attendance in percent: {session}", session=session),) if scored else ()
    return table((*HEADS, item, FEEDBACK.format(item), *share), _rows(known, scored))


def _rows(known: Known, scored: bool) -> Iterator[Sequence[Cell]]:
    for person in people_of(known):
        name = parted(person.name)
        there = any(seat.took_part for seat in person.seats)
        share: tuple[Cell, ...] = (percent(person.seats),) if scored else ()
        told = " ".join(_told(known, seat) for seat in person.seats)
        yield (name.first, name.last, "", "", "", name.mail, 1 if there else NO_GRADE, told, *share)


def _told(known: Known, seat: Attendance) -> str:
    """What the record shows of a person at a seat, without judging it."""
    row = seat.row
    parts = [tr("{seat}, {party}.", seat=row.seat_name, party=row.party_name)]
    if row.ready_minute is not None:
        parts.append(tr("Said ready."))
    if row.left_role_minute is not None:
        parts.append(tr("Left the role."))
    parts.append(trn("{n} act in the record.", "{n} acts in the record.", row.acts))
    return " ".join(parts)


def unmatched(known: Known) -> int:
    """How many people have no address by which Moodle could know them."""
    return sum(not parted(person.name).mail for person in people_of(known))
