"""Who was there: what a record can say of it without judging anybody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.engine.words import Source
from simulator.exchange.people import Stretch
from simulator.exchange.rows import CastRow
from simulator.exchange.tables.course import cast, lasted
from simulator.exchange.tables.known import Known


@dataclass(frozen=True, slots=True)
class Attendance:
    """People at a seat, and how long they were cast there while the play clock ran."""

    stretch: Stretch
    row: CastRow
    start: float
    """Seconds that the play clock had run by then."""
    end: float
    whole: float
    """Seconds that it ran in all."""

    @property
    def seconds(self) -> float:
        """How long they were cast there while the play clock ran."""
        return self.end - self.start

    @property
    def took_part(self) -> bool:
        """Whether the record shows that anybody was there: the seat said that it was ready, acted or left its role."""
        return self.row.ready_minute is not None or self.row.left_role_minute is not None or self.row.acts > 0


def attendances(known: Known) -> Iterator[Attendance]:
    """Everybody's attendance, seat by seat."""
    every = known.course.moments
    whole = known.course.running(every[-1]) if every else 0.0
    stretches = {stretch.cast.number: stretch for of_seat in known.people.stretches.values() for stretch in of_seat}
    for row in cast(known):
        stretch = stretches[row.event or 0]
        if stretch.source is Source.HUMAN:
            start = known.course.running(stretch.cast)
            yield Attendance(stretch, row, start, start + lasted(known, stretch), whole)


def percent(seats: Iterable[Attendance]) -> float | None:
    """The share of the time of the play clock in which any of the seats was theirs; None where it never ran."""
    covered = until = whole = 0.0
    for seat in sorted(seats, key=lambda seat: seat.start):
        covered += max(0.0, seat.end - max(until, seat.start))
        until, whole = max(until, seat.end), seat.whole
    return round(100 * covered / whole, 1) if whole else None
