"""What passes between bodies: reports, disputes over a reference text, messages and statements."""

from collections.abc import Mapping

from msgspec import Struct, field

from simulator.engine.commands import ReportLine
from simulator.engine.words import DisputeKind, Say, Settled


class ReportState(Struct, frozen=True):
    """A report of a body."""

    number: int
    body: str
    to: str
    by: str
    lines: Mapping[str, ReportLine]
    text: str
    delivered: float
    state: str = "delivered"
    """A state of `machines.REPORT`."""
    says: Mapping[str, tuple[Say, str]] = field(default_factory=dict)
    lifted: Mapping[str, str] = field(default_factory=dict)
    """Issues that were lifted, with the body that takes them up."""
    reason: str = ""
    """Why it was returned."""
    adopted: int = 0
    """The number of the event by which it was adopted; 0 where it was not."""

    def agreed(self) -> Mapping[str, ReportLine]:
        """What the body agreed on, by issue."""
        return {issue: line for issue, line in self.lines.items() if line.settled is Settled.AGREED}

    def terms(self) -> Mapping[str, str]:
        """The options on which the body agreed, by issue."""
        return {issue: line.option for issue, line in self.agreed().items() if line.option is not None}


class DisputeState(Struct, frozen=True):
    """A dispute over an article of the reference text."""

    number: int
    kind: DisputeKind
    article: str
    party: str
    against: str
    text: str
    raised: float
    state: str = "raised"
    """A state of `machines.DISPUTE`."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """By party."""
    reading: str = ""
    """The words that are proposed, or that settled it."""
    accepted: frozenset[str] = frozenset()
    body: str = ""
    """The body to which it was referred."""


class Message(Struct, frozen=True):
    """A message that somebody was sent with."""

    number: int
    by: str
    seat: str
    to: tuple[str, ...]
    text: str
    sent: float
    delivered: float | None = None
    said: str = ""
    """The words in which it was delivered."""


class Statement(Struct, frozen=True):
    """What somebody told the press, or published on compliance."""

    by: str
    party: str
    text: str
    seconds: float
    levels: Mapping[str, int] | None = None
    """For a report on compliance: levels by the number of the entry."""
