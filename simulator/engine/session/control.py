"""The clock, the seats, the phases and the events of exercise control."""

from datetime import datetime

from msgspec import Struct

from simulator.engine.words import Cause, Channel, Source, WallPage


class Clock(Struct, frozen=True):
    """The play clock: it ran from `anchor` with `seconds` already on it, or it stands."""

    seconds: float = 0.0
    anchor: datetime | None = None
    started: bool = False

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.anchor is not None

    def read(self, at: datetime) -> float:
        """Play seconds at a time; never less than what is already on the clock."""
        if self.anchor is None:
            return self.seconds
        return self.seconds + max(0.0, (at - self.anchor).total_seconds())


class SeatState(Struct, frozen=True):
    """Who plays a seat, and how far they are."""

    source: Source = Source.EMPTY
    people: tuple[str, ...] = ()
    ready: bool = False
    left_role: bool = False
    spoken: float = 0.0
    """Play seconds on the floor of open bodies."""


class Visit(Struct, frozen=True):
    """A stay in a phase."""

    phase: str
    since: float
    cause: Cause
    loop: bool = False


class InjectState(Struct, frozen=True):
    """Where a prepared event is."""

    state: str = "planned"
    """A state of `machines.INJECT`."""
    sent: float | None = None
    to: tuple[str, ...] = ()
    cause: Cause | None = None
    response: str = ""
    """`met`, `missed` or nothing yet."""
    answers: tuple[tuple[str, str], ...] = ()
    """(seat, text)."""
    due: float | None = None
    """The play second at which it comes where the trainer put it off."""
    text: str = ""
    """What its readers were given instead of what is written."""
    opened: tuple[str, ...] = ()
    """The seats that opened it."""


class Improvised(Struct, frozen=True):
    """The words of an event that the scenario does not have."""

    title: str
    sender: str
    channel: Channel
    text: str
    tests: str = ""


class WallState(Struct, frozen=True):
    """What the projector in the room shows, and what was announced on it."""

    page: WallPage = WallPage.TURN
    body: str = ""
    document: str = ""
    beside: str = ""
    announced: tuple[tuple[float, str, str | None], ...] = ()
    """(play second, words, phase) of all announcements, the latest last."""
    stands: bool = False
    """Whether the latest one was not taken down."""


class About(Struct, frozen=True):
    """What a private note is about."""

    caucus: int | None = None
    seat: str | None = None


class Call(Struct, frozen=True):
    """A question to the expert or to a capital."""

    number: int
    by: str
    party: str
    question: str
    asked: float
    answer: str | None = None
    card: str | None = None
