"""Exercise control, and what everybody in the room may do."""

from collections.abc import Mapping

from simulator.engine.events.fact import Fact
from simulator.engine.words import Cause, Channel, OutcomeKind, Source, WallPage

# -- exercise control -------------------------------------------------------------------------------------------------


class SessionOpened(Fact, frozen=True, omit_defaults=True):
    """The session exists."""

    name: str
    language: str
    exercise: str = ""
    """The exercise that it belongs to as one of several groups."""


class SeatCast(Fact, frozen=True):
    """Somebody, a stand-in or nobody plays a seat."""

    seat: str
    source: Source
    people: tuple[str, ...] = ()


class ClockStarted(Fact, frozen=True):
    """The play clock began to run."""


class ClockPaused(Fact, frozen=True):
    """The play clock stopped."""

    reason: str = ""


class ClockResumed(Fact, frozen=True):
    """The play clock ran on."""


class ClockJumped(Fact, frozen=True):
    """The play clock was set, in seconds."""

    seconds: float


class PhaseEntered(Fact, frozen=True):
    """A phase began."""

    phase: str
    cause: Cause
    reason: str = ""
    loop: bool = False


class PhaseCut(Fact, frozen=True, omit_defaults=True):
    """The planned minutes of a phase were cut, because play is late or by hand."""

    phase: str
    minutes: int
    cause: Cause = Cause.TIME


class PlayExtended(Fact, frozen=True):
    """Play got more minutes."""

    minutes: int
    reason: str = ""


class InjectSent(Fact, frozen=True, omit_defaults=True):
    """An event reached its addressees."""

    inject: str
    cause: Cause
    to: tuple[str, ...]
    """Seats."""
    text: str = ""
    """What they read instead of what the scenario has, where the trainer changed it."""


class InjectImprovised(Fact, frozen=True):
    """An event that the scenario does not have reached its addressees."""

    inject: str
    """`+1`, `+2`, and so on: no event of a scenario is called so."""
    title: str
    sender: str
    channel: Channel
    text: str
    to: tuple[str, ...]
    """Seats."""
    tests: str = ""
    """Why the trainer sent it."""


class InjectPutOff(Fact, frozen=True):
    """An event comes by itself at another time."""

    inject: str
    seconds: float
    """The play second at which it comes."""


class InjectHeld(Fact, frozen=True):
    """An event is kept back."""

    inject: str


class InjectArmed(Fact, frozen=True):
    """A held event may come by itself again."""

    inject: str


class InjectSkipped(Fact, frozen=True):
    """An event was taken out."""

    inject: str
    reason: str = ""


class InjectMet(Fact, frozen=True):
    """The expected response to an event came."""

    inject: str
    act: str
    seat: str


class InjectMissed(Fact, frozen=True):
    """The expected response did not come in time."""

    inject: str


class InjectMarked(Fact, frozen=True):
    """The trainer judged the response to an event."""

    inject: str
    met: bool
    note: str = ""


class CapitalAnswered(Fact, frozen=True):
    """A capital answered."""

    call: int
    party: str
    text: str


class OutcomeRecorded(Fact, frozen=True):
    """The talks ended."""

    kind: OutcomeKind
    terms: Mapping[str, str]
    """The option settled for each issue; issues that stay open are missing."""
    version: int | None = None
    package: int | None = None
    cause: Cause = Cause.BY_HAND
    note: str = ""
    parties: tuple[str, ...] = ()
    """The parties that stayed out of talks that collapsed, or whose capital has to agree to what they adopted."""


class SessionEnded(Fact, frozen=True):
    """The session was closed."""


class AnnouncementMade(Fact, frozen=True):
    """Exercise control told everybody something, or took it down."""

    text: str = ""


class WallSet(Fact, frozen=True):
    """Exercise control chose what the projector shows."""

    page: WallPage = WallPage.TURN
    body: str = ""
    document: str = ""
    beside: str = ""


# -- people -----------------------------------------------------------------------------------------------------------


class SeatReady(Fact, frozen=True):
    """A seat is ready."""


class StopInvoked(Fact, frozen=True):
    """Somebody said the stop word."""

    reason: str = ""


class RoleLeft(Fact, frozen=True):
    """A seat left its role."""


class NoteWritten(Fact, frozen=True):
    """A seat wrote a private note."""

    text: str
    caucus: int | None = None
    """The private meeting that it is about."""
    seat: str | None = None
    """The seat that it is about."""


class PulseOpened(Fact, frozen=True):
    """A self-report is asked for."""

    pulse: str


class PulseAnswered(Fact, frozen=True):
    """A seat answered a self-report."""

    pulse: str
    answers: Mapping[str, int]


class PaperOpened(Fact, frozen=True):
    """A seat opened an event that had reached it."""

    inject: str


class InjectAnswered(Fact, frozen=True):
    """A seat said how it answers an event."""

    inject: str
    text: str
