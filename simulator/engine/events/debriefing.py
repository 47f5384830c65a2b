"""The debriefing: its course, and what of it the projector shows."""

from simulator.engine.commands import Fork
from simulator.engine.events.fact import Fact
from simulator.engine.words import DebriefPage, DebriefStep

# -- the debriefing ---------------------------------------------------------------------------------------------------


class DebriefBegun(Fact, frozen=True):
    """The debriefing began, or goes on with the script of another length."""

    minutes: int


class DebriefStepTaken(Fact, frozen=True):
    """The debriefing went on to a step, which the projector shows."""

    step: DebriefStep


class DebriefShown(Fact, frozen=True):
    """Exercise control chose what of the debriefing the projector shows."""

    page: DebriefPage
    ref: str = ""
    number: int = 0
    part: int = 0
    fork: Fork | None = None


class MomentsChosen(Fact, frozen=True):
    """Exercise control chose the moments to talk about."""

    numbers: tuple[int, ...]


class RolesLeftConfirmed(Fact, frozen=True):
    """Exercise control confirmed that these seats have left their roles."""

    seats: tuple[str, ...]


DebriefEvent = DebriefBegun | DebriefStepTaken | DebriefShown | MomentsChosen | RolesLeftConfirmed
