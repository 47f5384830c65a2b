"""Where the debriefing stands."""

from datetime import datetime

from msgspec import Struct

from simulator.engine.commands import Fork
from simulator.engine.words import DebriefPage, DebriefStep


class Slide(Struct, frozen=True):
    """What of the debriefing the projector shows."""

    page: DebriefPage = DebriefPage.NONE
    ref: str = ""
    number: int = 0
    part: int = 0
    fork: Fork | None = None


class DebriefState(Struct, frozen=True):
    """The course of the debriefing; its clock is the time of day, since play is over."""

    minutes: int = 0
    """The length of its script; 0 before it begins."""
    begun: datetime | None = None
    taken: tuple[tuple[DebriefStep, datetime], ...] = ()
    """The steps in the order in which they were taken, the latest last."""
    shown: Slide = Slide()
    moments: tuple[int, ...] = ()
    """The events that were chosen to be talked about."""
    cards: tuple[str, ...] = ()
    """The data cards that were shown."""

    @property
    def step(self) -> DebriefStep | None:
        """The step that it is at."""
        return self.taken[-1][0] if self.taken else None
