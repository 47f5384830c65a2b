"""Raters: what they saw, and how they rate it."""

from simulator.engine.events.fact import Fact
from simulator.engine.words import Cause, Dimension

# -- raters -----------------------------------------------------------------------------------------------------------


class RaterAdmitted(Fact, frozen=True):
    """Somebody without a seat may rate."""

    rater: str


class ObservationNoted(Fact, frozen=True):
    """A rater wrote down what was seen or heard."""

    observation: int
    rater: str
    text: str
    seconds: float
    """Play seconds when it was written."""
    seat: str | None = None
    dimension: Dimension | None = None
    moment: int | None = None
    """The number of the event that it is about."""


class ObservationWithdrawn(Fact, frozen=True):
    """A rater took an observation back."""

    rater: str
    observation: int


class SeatRated(Fact, frozen=True):
    """A rater rated a seat on a dimension."""

    rater: str
    seat: str
    dimension: Dimension
    level: int | None = None
    observations: tuple[int, ...] = ()


class RatingsLocked(Fact, frozen=True):
    """A rater's ratings are closed."""

    rater: str
    cause: Cause
