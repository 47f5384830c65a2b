"""Committees: reports to the plenary, disputes over the reference text, messengers, compliance reports, the press."""

from collections.abc import Mapping

from simulator.engine.commands.committee import ReportLine
from simulator.engine.events.fact import Fact
from simulator.engine.words import DisputeKind, Say

# -- reports ----------------------------------------------------------------------------------------------------------


class ReportDelivered(Fact, frozen=True):
    """A body handed its report to the body that it reports to."""

    report: int
    body: str
    to: str
    lines: Mapping[str, ReportLine]
    text: str = ""


class ReportAnswered(Fact, frozen=True):
    """A party said whether a report is adopted."""

    report: int
    party: str
    say: Say
    text: str = ""


class ReportAdopted(Fact, frozen=True):
    """The decision rule is met: what the report agrees on is agreed."""

    report: int


class ReportReturned(Fact, frozen=True):
    """A report went back to its body."""

    report: int
    reason: str = ""


class MatterLifted(Fact, frozen=True):
    """What blocked an issue was lifted up to the heads."""

    report: int
    issue: str
    to: str


# -- disputes over the reference text ---------------------------------------------------------------------------------


class DisputeRaised(Fact, frozen=True):
    """A dispute over an article was raised."""

    dispute: int
    kind: DisputeKind
    article: str
    party: str
    text: str
    against: str = ""


class DisputeAnswered(Fact, frozen=True):
    """A party answered a dispute."""

    dispute: int
    party: str
    text: str


class ReadingProposed(Fact, frozen=True):
    """Words were proposed on which a dispute could be settled; earlier agreement to other words is gone."""

    dispute: int
    text: str


class ReadingAccepted(Fact, frozen=True):
    """A party accepted the proposed words."""

    dispute: int
    party: str


class DisputeSettled(Fact, frozen=True):
    """All whom a dispute concerns have accepted the same words."""

    dispute: int
    text: str


class DisputeReferred(Fact, frozen=True):
    """A dispute was referred to a body."""

    dispute: int
    body: str
    reason: str = ""


class DisputeWithdrawn(Fact, frozen=True):
    """A dispute was taken back."""

    dispute: int


# -- messengers, the observer's report, the press ---------------------------------------------------------------------


class MessengerSent(Fact, frozen=True):
    """Somebody was sent with a message."""

    message: int
    seat: str
    to: tuple[str, ...]
    text: str


class MessageDelivered(Fact, frozen=True):
    """A message was delivered, in these words."""

    message: int
    to: tuple[str, ...]
    text: str


class CompliancePublished(Fact, frozen=True):
    """A report on compliance was published."""

    text: str
    levels: Mapping[str, int] = {}
    """By the number of the entry of the follow-up list, from 0 to 3."""


class StatementIssued(Fact, frozen=True):
    """A statement went to the press."""

    party: str
    text: str


CommitteeEvent = (
    ReportDelivered
    | ReportAnswered
    | ReportAdopted
    | ReportReturned
    | MatterLifted
    | DisputeRaised
    | DisputeAnswered
    | ReadingProposed
    | ReadingAccepted
    | DisputeSettled
    | DisputeReferred
    | DisputeWithdrawn
    | MessengerSent
    | MessageDelivered
    | CompliancePublished
    | StatementIssued
)
"""What happens in committees."""
