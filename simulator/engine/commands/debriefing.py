"""The debriefing: how long it is, where it stands, and what of it the projector shows."""

from collections.abc import Mapping

from msgspec import Struct, field

from simulator.engine.commands.intent import Intent
from simulator.engine.words import DebriefPage, DebriefStep, OutcomeKind

# -- the debriefing ---------------------------------------------------------------------------------------------------


class Fork(Struct, frozen=True, forbid_unknown_fields=True):
    """How the talks ended where stand-ins played on from a moment."""

    after: int
    """How many events the branch has in common with the session."""
    seconds: int
    """The play second at which it ended."""
    outcome: OutcomeKind
    terms: Mapping[str, str] = field(default_factory=dict)
    """What was agreed there, or lay last on the table."""


class BeginDebrief(Intent, frozen=True):
    """Begin the debriefing with the script of so many minutes, or go on with a longer or a shorter one."""

    minutes: int = 55
    """30, 55, 60 or 90."""


class TakeDebriefStep(Intent, frozen=True):
    """Go on to a step of the debriefing, and show it to the room."""

    step: DebriefStep


class ShowDebrief(Intent, frozen=True):
    """Choose what of the debriefing the projector shows."""

    page: DebriefPage = DebriefPage.NONE
    ref: str = ""
    """What it is about: the id of a step, of a party, or of a data card."""
    number: int = 0
    """Which question, event, incident or play second."""
    part: int = 0
    """0 asks, 1 gives the answer."""
    fork: Fork | None = None
    """What a branch led to, for the page that shows it."""


class ChooseMoments(Intent, frozen=True):
    """Choose the moments to talk about, three at most, by the numbers of their events."""

    numbers: tuple[int, ...] = ()


class ConfirmRolesLeft(Intent, frozen=True):
    """Confirm that everybody has left their role in the room, also who did not say so at a terminal."""


DebriefCommand = BeginDebrief | TakeDebriefStep | ShowDebrief | ChooseMoments | ConfirmRolesLeft
