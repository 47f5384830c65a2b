"""Shocks thrown at the text, how the agreement was judged, and what raters wrote down."""

from collections.abc import Mapping

from msgspec import Struct, field

from simulator.engine.words import Cause, Dimension, Move


class ShockAnswer(Struct, frozen=True):
    """Where a seat finds the answer of the text to a shock."""

    clause: str | None
    who: str
    when: str
    how: str


class Judgement(Struct, frozen=True):
    """A level from 0 to 3, who gave it, and why."""

    level: int
    by: str
    note: str


class ShockState(Struct, frozen=True):
    """A shock that was thrown at the text."""

    thrown: float
    cause: Cause
    state: str = "thrown"
    """A state of `machines.SHOCK`."""
    answers: Mapping[str, ShockAnswer] = field(default_factory=dict)
    """The latest answer of each seat."""
    judged: Judgement | None = None


class Tag(Struct, frozen=True):
    """What somebody tagged: who did it, and what it was."""

    number: int
    """Of the event."""
    by: str
    seat: str
    move: Move
    seconds: float
    issue: str | None = None


class Observation(Struct, frozen=True):
    """What a rater saw or heard."""

    number: int
    text: str
    seconds: float
    seat: str | None
    dimension: Dimension | None
    moment: int | None = None
    """The number of the event that it is about."""


class Rating(Struct, frozen=True):
    """How a rater sees a seat on a dimension."""

    seat: str
    dimension: Dimension
    level: int | None
    """1 to 4; None for insufficient evidence."""
    observations: tuple[int, ...]


class RatingSheet(Struct, frozen=True):
    """All that a rater wrote down."""

    rater: str
    observations: Mapping[int, Observation] = field(default_factory=dict)
    ratings: tuple[Rating, ...] = ()
    """The latest of each seat and dimension."""
    locked: bool = False
