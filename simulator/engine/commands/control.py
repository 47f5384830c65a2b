"""Exercise control, and what everybody in the room may do."""

from collections.abc import Mapping

from simulator.engine.commands.intent import Intent
from simulator.engine.words import Channel, OutcomeKind, Source, WallPage

# -- exercise control -------------------------------------------------------------------------------------------------


class OpenSession(Intent, frozen=True):
    """Open the session; the first command of every record."""

    name: str
    language: str = "en"
    exercise: str = ""
    """The exercise that it belongs to as one of several groups."""


class CastSeat(Intent, frozen=True):
    """Say who plays a seat."""

    seat: str
    source: Source
    people: tuple[str, ...] = ()


class SwapSeats(Intent, frozen=True):
    """Let the people of two seats change places, in one act."""

    seat: str
    other: str


class StartClock(Intent, frozen=True):
    """Start the play clock; the first phase begins."""


class PauseClock(Intent, frozen=True):
    """Stop the play clock for everybody."""

    reason: str = ""


class ResumeClock(Intent, frozen=True):
    """Let the play clock run on; also ends a stop."""


class JumpClock(Intent, frozen=True):
    """Set the play clock to a minute."""

    minute: int


class EnterPhase(Intent, frozen=True):
    """Go on to another phase, jump ahead as far as leaving the roles, or loop back."""

    phase: str
    reason: str = ""


class CutPhase(Intent, frozen=True):
    """Plan fewer minutes for a phase of play, no fewer than it needs."""

    phase: str
    minutes: int


class ExtendPlay(Intent, frozen=True):
    """Give play more minutes, taken from the time after it."""

    minutes: int
    reason: str = ""


class Tick(Intent, frozen=True):
    """Let happen what is due: events, deadlines, expired answers."""


class SendInject(Intent, frozen=True):
    """Send a prepared event now, as it is written or as the trainer changed it."""

    inject: str
    to: tuple[str, ...] = ()
    """`all`, parties or seats; nothing for those that the scenario names."""
    text: str = ""
    """What everybody whom it reaches reads instead of what is written."""


class ImproviseInject(Intent, frozen=True):
    """Send an event now that the scenario does not have."""

    title: str
    sender: str
    text: str
    to: tuple[str, ...]
    """`all`, parties or seats."""
    channel: Channel = Channel.PAPER
    tests: str = ""
    """Why the trainer sends it; only the trainer's documents say so."""


class PutOffInject(Intent, frozen=True):
    """Let a prepared event come by itself in so many minutes, whatever it waited for."""

    inject: str
    minutes: int


class HoldInject(Intent, frozen=True):
    """Keep a prepared event back until it is sent by hand or armed again."""

    inject: str


class ArmInject(Intent, frozen=True):
    """Let a held event come by its own condition again."""

    inject: str


class SkipInject(Intent, frozen=True):
    """Take a prepared event out of this session."""

    inject: str
    reason: str = ""


class MarkInject(Intent, frozen=True):
    """Judge by hand whether the expected response came."""

    inject: str
    met: bool
    note: str = ""


class AnswerCapital(Intent, frozen=True):
    """Answer a party as its capital."""

    call: int
    text: str


class AnswerReferral(Intent, frozen=True):
    """Answer as the capital of a party what it agreed to ad referendum: a clause, or a text as a whole."""

    party: str
    agrees: bool
    clause: str | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""
    text: str = ""


class DeclareOutcome(Intent, frozen=True):
    """Record how the talks ended."""

    kind: OutcomeKind
    package: int | None = None
    note: str = ""


class EndSession(Intent, frozen=True):
    """Close the session after the debriefing."""


class Announce(Intent, frozen=True):
    """Tell everybody something of the exercise, on the projector; without words, take the last one down."""

    text: str = ""


class SetWall(Intent, frozen=True):
    """Choose what the projector in the room shows."""

    page: WallPage = WallPage.TURN
    body: str = ""
    """Whose room it stands in; none for the first plenary. A body that meets in confidence has no projector."""
    document: str = ""
    """The id under `texts`; none for the main text."""
    beside: str = ""
    """A second language for the title and the phase; none for one language."""


# -- people -----------------------------------------------------------------------------------------------------------


class SayReady(Intent, frozen=True):
    """Say that one has read the brief and is ready."""


class InvokeStop(Intent, frozen=True):
    """Say the stop word: play stops, no reason needed."""

    reason: str = ""


class LeaveRole(Intent, frozen=True):
    """Leave the role."""


class WriteNote(Intent, frozen=True):
    """Write a private note."""

    text: str
    caucus: int | None = None
    """The private meeting that it is about."""
    seat: str | None = None
    """The seat that it is about."""


class AnswerPulse(Intent, frozen=True):
    """Answer a short self-report, each statement from 1 to 7."""

    pulse: str
    answers: Mapping[str, int]


class OpenPaper(Intent, frozen=True):
    """Open an event that reached one's seat."""

    inject: str


class AnswerInject(Intent, frozen=True):
    """Say how one answers an event."""

    inject: str
    text: str
