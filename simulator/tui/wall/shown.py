"""What the wall is given to show."""

from dataclasses import dataclass

from simulator.debrief.posters import Poster
from simulator.engine import Room


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the wall knows."""

    room: Room
    beside: Room | None = None
    """The same in a second language, where the trainer wants two."""
    lost: str = ""
    """The time of day of the last news, while the journal cannot be read."""
    poster: Poster | None = None
    """The page of the debriefing that is to be shown; none while it is made, or where none is."""
    also: Poster | None = None
    """The same page in the second language, where it has one."""
