"""The day on which a case is played: what a printed kit says about it, besides the case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known about the day; what is not known is left blank for a pen."""

    start: time | None = None
    """When the exercise begins; without it, the agenda counts minutes."""
    session: str | None = None
    """The id to join with."""
    name: str | None = None
    """What the session is called."""
    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who plays which seat."""
