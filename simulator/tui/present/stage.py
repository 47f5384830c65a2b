"""What the panes of the presenter know."""

from dataclasses import dataclass

from scoring.scorecard import Scorecard
from simulator.debrief.sources import Sources
from simulator.engine import Session
from simulator.engine.commands import Fork
from simulator.engine.decide.debriefing import on_the_wall
from simulator.engine.session import Slide
from simulator.tui.boards.findings import Story

QUICK = 16
"""Times as fast as it was: the fastest that the board is played again."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A session in its debriefing, as the presenter shows it."""

    session: Session
    length: int
    """Minutes of the script: as it began, or as it is proposed."""
    sources: Sources | None = None
    """None while the record is scored."""
    story: Story | None = None
    columns: int = 76
    by_goal: bool = False
    """Whether the questions stand by what people should learn."""
    speed: int = 0
    """How many times as fast the board is played again; 0 while it stands."""
    forks: tuple[Fork, ...] = ()
    """How the talks ended in the branches that were played here."""
    branching: float | None = None
    """The play second that a branch has reached; None while none is played."""

    @property
    def card(self) -> Scorecard | None:
        """The scorecard."""
        return self.sources.known.scorecard if self.sources is not None else None

    @property
    def shown(self) -> Slide:
        """What is on the wall now."""
        return on_the_wall(self.session)

    @property
    def end(self) -> float:
        """The play second at which the talks were over."""
        return self.sources.known.course.end if self.sources is not None else 0.0
