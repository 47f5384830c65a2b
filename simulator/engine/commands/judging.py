"""Raters: what they saw, and how they rate it."""

from simulator.engine.commands.intent import Intent
from simulator.engine.words import Dimension

# -- raters -----------------------------------------------------------------------------------------------------------


class AdmitRater(Intent, frozen=True):
    """Let somebody rate who sits on no seat of the scenario."""

    rater: str
    """A short name of their own: lower-case words joined by hyphens."""


class NoteObservation(Intent, frozen=True):
    """Write down what was seen or heard, at the minute when it was."""

    rater: str
    text: str
    seat: str | None = None
    dimension: Dimension | None = None
    moment: int | None = None
    """The number of the event that it is about; none for what no screen shows."""


class WithdrawObservation(Intent, frozen=True):
    """Take back an observation on which no rating rests."""

    rater: str
    observation: int


class RateSeat(Intent, frozen=True):
    """Rate a seat on a dimension of the rubric; a later rating replaces an earlier one."""

    rater: str
    seat: str
    dimension: Dimension
    level: int | None = None
    """1 not yet, 2 developing, 3 competent, 4 exemplary; none for insufficient evidence."""
    observations: tuple[int, ...] = ()
    """Numbers of the rater's own observations that it rests on; at least one, but for insufficient evidence."""


class LockRatings(Intent, frozen=True):
    """Close a rater's ratings for good."""

    rater: str
