"""Committees: reports to the plenary, disputes over the reference text, messengers, compliance reports, the press."""

from collections.abc import Mapping

from msgspec import Struct

from simulator.engine.commands.intent import Intent
from simulator.engine.words import DisputeKind, Say, Settled

# -- reports ----------------------------------------------------------------------------------------------------------


class ReportLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a body says about one of its issues."""

    settled: Settled
    option: str | None = None
    """The option that it agreed on, or proposes."""
    text: str = ""
    """In its own words: what is agreed, what stands in brackets, what blocks it."""
    uses: Mapping[str, int] = {}
    """What it takes of what several bodies share, by the id under `shared`, besides what the option takes."""


class DeliverReport(Intent, frozen=True):
    """Hand the report of a body to the body that it reports to; a new one replaces one that was returned."""

    body: str
    lines: Mapping[str, ReportLine]
    """By issue."""
    text: str = ""


class AnswerReport(Intent, frozen=True):
    """Answer for one's party whether a report is adopted."""

    report: int
    say: Say
    text: str = ""


class ReturnReport(Intent, frozen=True):
    """Send a report back to its body, with the reason."""

    report: int
    reason: str


class LiftMatter(Intent, frozen=True):
    """Lift what blocks an issue of a report up to the heads."""

    report: int
    issue: str
    to: str = ""
    """The body that takes it up; none for the one that the scenario names."""


# -- disputes over the reference text ---------------------------------------------------------------------------------


class RaiseDispute(Intent, frozen=True):
    """Raise a dispute that points to an article: how it is read, or that it was broken."""

    kind: DisputeKind
    article: str
    text: str
    against: str = ""
    """The party that reads it otherwise, or that is said to have broken it."""


class AnswerDispute(Intent, frozen=True):
    """Answer a dispute for one's party: how it reads the article, or what it says to the charge."""

    dispute: int
    text: str


class ProposeReading(Intent, frozen=True):
    """Propose words on which a dispute could be settled."""

    dispute: int
    text: str


class AcceptReading(Intent, frozen=True):
    """Accept the proposed words for one's party."""

    dispute: int


class ReferDispute(Intent, frozen=True):
    """Refer a dispute to a body, with the reason."""

    dispute: int
    body: str
    reason: str = ""


class WithdrawDispute(Intent, frozen=True):
    """Take one's dispute back."""

    dispute: int


# -- messengers, the observer's report, the press ---------------------------------------------------------------------


class SendMessenger(Intent, frozen=True):
    """Send somebody of one's own team with a message."""

    seat: str
    to: tuple[str, ...]
    """Seats."""
    text: str


class DeliverMessage(Intent, frozen=True):
    """Deliver a message that one was sent with, in the words that one uses."""

    message: int
    text: str


class PublishReport(Intent, frozen=True):
    """Publish a report on compliance: in public, with a level for entries of the follow-up list."""

    text: str
    levels: Mapping[str, int] = {}
    """By the number of the entry, from 0 (not at all) to 3 (full)."""


class IssueStatement(Intent, frozen=True):
    """Issue a statement to the press."""

    text: str


CommitteeCommand = (
    DeliverReport
    | AnswerReport
    | ReturnReport
    | LiftMatter
    | RaiseDispute
    | AnswerDispute
    | ProposeReading
    | AcceptReading
    | ReferDispute
    | WithdrawDispute
    | SendMessenger
    | DeliverMessage
    | PublishReport
    | IssueStatement
)
"""What is asked in committees."""
