"""What raters left in a record: the latest rating of each, and the observations that it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.process.course import Course
from simulator.engine.events import (
    ObservationNoted,
    ObservationWithdrawn,
    RaterAdmitted,
    RatingsLocked,
    SeatRated,
)
from simulator.engine.words import Dimension


@dataclass(frozen=True, slots=True)
class Observation:
    """What a rater saw or heard."""

    number: int
    """Of the observation."""
    rater: str
    text: str
    seconds: float
    """Play seconds when it was written."""
    seat: str | None
    """None where it is about nobody in particular."""
    dimension: Dimension | None
    event: int


@dataclass(frozen=True, slots=True)
class Rating:
    """The latest rating of a seat on a dimension by a rater."""

    rater: str
    seat: str
    dimension: Dimension
    level: int | None
    """None for insufficient evidence."""
    observations: tuple[Observation, ...]
    event: int

    @property
    def evidence(self) -> tuple[int, ...]:
        """The events of the rating and of what it rests on."""
        return (self.event, *(seen.event for seen in self.observations))


@dataclass(frozen=True, slots=True)
class Ratings:
    """All that raters left in a record."""

    latest: tuple[Rating, ...] = ()
    """One for each rater, seat and dimension, in the order of dimensions, seats and raters."""
    observations: tuple[Observation, ...] = ()
    raters: tuple[str, ...] = ()
    """Those who were admitted, observed or rated, in order of their first event."""
    locked: Mapping[str, int] = field(default_factory=dict)
    """The event by which each rater's ratings were closed."""

    @property
    def open(self) -> tuple[str, ...]:
        """Raters whose ratings were never closed: they may have been coloured by the debriefing."""
        rated = {rating.rater for rating in self.latest}
        return tuple(rater for rater in self.raters if rater in rated and rater not in self.locked)

    def of_seat(self, seat: str) -> tuple[Rating, ...]:
        """The ratings of one seat."""
        return tuple(rating for rating in self.latest if rating.seat == seat)


def ratings(course: Course) -> Ratings:
    """The latest rating for each rater, seat and dimension, with what it rests on. What came after a lock is left."""
    raters: dict[str, None] = {}
    seen: dict[int, Observation] = {}
    latest: dict[tuple[str, str, Dimension], Rating] = {}
    locked: dict[str, int] = {}
    for moment in course.moments:
        event = moment.event
        if isinstance(event, RaterAdmitted):
            raters.setdefault(event.rater)
        elif isinstance(event, RatingsLocked):
            raters.setdefault(event.rater)
            locked.setdefault(event.rater, moment.number)
        elif isinstance(event, ObservationNoted):
            raters.setdefault(event.rater)
            seen[event.observation] = Observation(
                event.observation,
                event.rater,
                event.text,
                event.seconds,
                event.seat,
                event.dimension,
                moment.number,
            )
        elif isinstance(event, ObservationWithdrawn):
            seen.pop(event.observation, None)
        elif isinstance(event, SeatRated):
            raters.setdefault(event.rater)
            if event.rater not in locked:
                resting = tuple(seen[number] for number in event.observations if number in seen)
                latest[event.rater, event.seat, event.dimension] = Rating(
                    event.rater, event.seat, event.dimension, event.level, resting, moment.number
                )
    dimensions, seats = list(Dimension), list(course.scenario.seats)
    order = {rater: place for place, rater in enumerate(raters)}
    return Ratings(
        tuple(
            sorted(
                latest.values(),
                key=lambda r: (
                    dimensions.index(r.dimension),
                    seats.index(r.seat) if r.seat in seats else len(seats),
                    r.seat,
                    order[r.rater],
                ),
            )
        ),
        tuple(seen.values()),
        tuple(raters),
        locked,
    )
