"""All that can happen in a session: one frozen value an event, in the past tense.

An event is a fact with everything that replay needs; its number is its place in the record, from 1.
`by` is the seat that acted, or `trainer` for what exercise control and the clock bring about.
"""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from simulator.engine.commands import ClauseDraft, CommitmentDraft, tag
from simulator.engine.words import (
    Answer,
    Cause,
    Consent,
    Dimension,
    Move,
    OutcomeKind,
    Permission,
    Resolution,
    Source,
    Verdict,
)


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="event", tag=tag):
    """Base of the events."""

    at: datetime
    by: str


# -- exercise control -------------------------------------------------------------------------------------------------


class SessionOpened(Fact, frozen=True):
    """The session exists."""

    name: str
    language: str


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


class PhaseCut(Fact, frozen=True):
    """The planned minutes of a phase were cut because play is late."""

    phase: str
    minutes: int


class PlayExtended(Fact, frozen=True):
    """Play got more minutes."""

    minutes: int
    reason: str = ""


class InjectSent(Fact, frozen=True):
    """An event reached its addressees."""

    inject: str
    cause: Cause
    to: tuple[str, ...]
    """Seats."""


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


class PulseOpened(Fact, frozen=True):
    """A self-report is asked for."""

    pulse: str


class PulseAnswered(Fact, frozen=True):
    """A seat answered a self-report."""

    pulse: str
    answers: Mapping[str, int]


class InjectAnswered(Fact, frozen=True):
    """A seat said how it answers an event."""

    inject: str
    text: str


# -- the floor --------------------------------------------------------------------------------------------------------


class FloorRequested(Fact, frozen=True):
    """A seat asked to speak."""

    body: str


class RequestWithdrawn(Fact, frozen=True):
    """A seat took its request back."""

    body: str


class FloorGiven(Fact, frozen=True):
    """A seat has the floor."""

    body: str
    seat: str
    limit: int | None = None


class FloorYielded(Fact, frozen=True):
    """A turn ended."""

    body: str
    seat: str
    seconds: float
    """Play seconds of the turn."""


class PointOfOrderRaised(Fact, frozen=True):
    """Somebody interrupted on procedure."""

    body: str
    text: str


class SittingSuspended(Fact, frozen=True):
    """A body was suspended."""

    body: str
    reason: str = ""


class SittingResumed(Fact, frozen=True):
    """A body sits again."""

    body: str


class MoveTagged(Fact, frozen=True):
    """What a seat did was tagged."""

    seat: str
    move: Move
    issue: str | None = None


# -- agenda and consent -----------------------------------------------------------------------------------------------


class AgendaProposed(Fact, frozen=True):
    """An agenda was proposed."""

    issues: tuple[str, ...]


class AgendaEndorsed(Fact, frozen=True):
    """A party agreed to the proposed agenda."""

    party: str


class AgendaAdopted(Fact, frozen=True):
    """The agenda stands."""

    issues: tuple[str, ...]
    imposed: bool = False
    reason: str = ""


class ConsentChanged(Fact, frozen=True):
    """A party's consent changed."""

    party: str
    consent: Consent
    conditions: str = ""


class PartyWalkedOut(Fact, frozen=True):
    """A party left the talks."""

    party: str
    reason: str = ""


class PartyReturned(Fact, frozen=True):
    """A party came back."""

    party: str
    step: str = ""


# -- caucuses ---------------------------------------------------------------------------------------------------------


class CaucusCalled(Fact, frozen=True):
    """Somebody asked seats into a private meeting; `seats` includes the caller."""

    caucus: int
    seats: tuple[str, ...]
    place: str = ""


class CaucusAccepted(Fact, frozen=True):
    """A party accepted."""

    caucus: int
    party: str


class CaucusOpened(Fact, frozen=True):
    """The meeting began."""

    caucus: int


class CaucusDeclined(Fact, frozen=True):
    """The meeting will not take place."""

    caucus: int
    reason: str = ""


class CaucusClosed(Fact, frozen=True):
    """The meeting ended after so many play seconds."""

    caucus: int
    seconds: float


# -- interests and positions ------------------------------------------------------------------------------------------


class InterestDisclosed(Fact, frozen=True):
    """An interest was told by its owner. `to` has `all` when it was said in public."""

    interest: str
    to: tuple[str, ...]
    permission: Permission
    caucus: int | None = None


class ReleasePermitted(Fact, frozen=True):
    """The owner allowed an interest to be carried."""

    interest: str


class InterestRelayed(Fact, frozen=True):
    """An interest was carried by somebody else."""

    interest: str
    to: tuple[str, ...]
    breach: bool = False


class InterestAcknowledged(Fact, frozen=True):
    """A party said that it understands another's interest."""

    interest: str
    party: str


class LearnedRecorded(Fact, frozen=True):
    """The mediators noted what they learned."""

    party: str
    text: str
    releasable: bool
    interest: str | None = None


class PositionStated(Fact, frozen=True):
    """A party stated its position."""

    party: str
    issue: str
    text: str
    option: str | None = None


# -- options and packages ---------------------------------------------------------------------------------------------


class IssueFramed(Fact, frozen=True):
    """An issue was put as a neutral question."""

    issue: str
    wording: str = ""


class FramingContested(Fact, frozen=True):
    """A party objected to the framing."""

    issue: str
    reason: str


class OptionUnlocked(Fact, frozen=True):
    """An interest that was disclosed made an option known to parties."""

    issue: str
    option: str
    interest: str
    parties: tuple[str, ...]


class OptionProposed(Fact, frozen=True):
    """An option is on the board; `own-…` ids are options in somebody's own words."""

    issue: str
    option: str
    text: str = ""


class PackageTabled(Fact, frozen=True):
    """An offer is on the table."""

    package: int
    party: str
    terms: Mapping[str, str]
    text: str = ""
    counter_to: int | None = None
    floated: bool = False


class PackageAnswered(Fact, frozen=True):
    """A party answered a package."""

    package: int
    party: str
    answer: Answer
    text: str = ""


class PackageSuperseded(Fact, frozen=True):
    """A newer package of the same party replaced it."""

    package: int
    newer: int


class PackageWithdrawn(Fact, frozen=True):
    """Its author took it off the table."""

    package: int


class PackageAgreed(Fact, frozen=True):
    """The decision rule is met: the package is agreed."""

    package: int


class PackageRejected(Fact, frozen=True):
    """The decision rule can no longer be met."""

    package: int


# -- the text ---------------------------------------------------------------------------------------------------------


class VersionIssued(Fact, frozen=True):
    """A version of the text reached everybody; clauses that it does not name stand as before."""

    version: int
    clauses: Mapping[str, ClauseDraft]
    package: int | None = None


class ClauseCommented(Fact, frozen=True):
    """Somebody said what is wrong with a clause."""

    clause: str
    text: str


class ClauseBracketed(Fact, frozen=True):
    """A clause is contested."""

    clause: str
    bracket: int
    party: str
    wording: str = ""
    option: str | None = None


class BracketLifted(Fact, frozen=True):
    """A bracket was closed."""

    clause: str
    bracket: int
    resolution: Resolution
    wording: str = ""
    option: str | None = None


class ClauseParked(Fact, frozen=True):
    """A clause was set aside, or taken up again."""

    clause: str
    parked: bool


class ReadingClosed(Fact, frozen=True):
    """A reading ended with these clauses clean."""

    version: int
    clean: tuple[str, ...]


class AdoptionOpened(Fact, frozen=True):
    """The version was put to adoption; `until` is the play second at which silence means consent."""

    version: int
    until: float | None = None


class AdoptionAnswered(Fact, frozen=True):
    """A party adopted or refused."""

    party: str
    verdict: Verdict
    text: str = ""


class TextAdopted(Fact, frozen=True):
    """The version is adopted."""

    version: int


class AdoptionFailed(Fact, frozen=True):
    """The version was refused; it is under reading again."""

    version: int


# -- calls ------------------------------------------------------------------------------------------------------------


class ExpertAsked(Fact, frozen=True):
    """The mediators asked the expert."""

    call: int
    text: str


class ExpertAnswered(Fact, frozen=True):
    """The expert answered."""

    call: int
    text: str
    card: str | None = None


class CapitalAsked(Fact, frozen=True):
    """A party asked its capital."""

    call: int
    party: str
    text: str


class AppealMade(Fact, frozen=True):
    """An elder appealed to everybody."""

    text: str


# -- commitments, and the test of the text ----------------------------------------------------------------------------


class CommitmentRecorded(Fact, frozen=True):
    """A commitment record stands under an article; the same number again replaces it."""

    commitment: int
    clause: str
    record: CommitmentDraft


class CommitmentStruck(Fact, frozen=True):
    """A commitment record was taken out."""

    commitment: int


class ShockThrown(Fact, frozen=True):
    """A shock reached everybody."""

    shock: str
    cause: Cause


class ShockAnswered(Fact, frozen=True):
    """A seat said where the text answers a shock."""

    shock: str
    clause: str | None = None
    who: str = ""
    when: str = ""
    how: str = ""


class ShockJudged(Fact, frozen=True):
    """The answer of the text to a shock was judged, 0 to 3."""

    shock: str
    level: int
    note: str = ""


class AgreementJudged(Fact, frozen=True):
    """The adopted text was judged on a criterion, 0 to 3."""

    criterion: str
    level: int
    note: str = ""


# -- raters -----------------------------------------------------------------------------------------------------------


class RaterAdmitted(Fact, frozen=True):
    """Somebody without a seat may rate."""

    rater: str


class ObservationNoted(Fact, frozen=True):
    """A rater wrote down what was seen or heard."""

    observation: int
    rater: str
    text: str
    seconds: float
    """Play seconds when it was written."""
    seat: str | None = None
    dimension: Dimension | None = None


class SeatRated(Fact, frozen=True):
    """A rater rated a seat on a dimension."""

    rater: str
    seat: str
    dimension: Dimension
    level: int | None = None
    observations: tuple[int, ...] = ()


class RatingsLocked(Fact, frozen=True):
    """A rater's ratings are closed."""

    rater: str
    cause: Cause


Event = (
    SessionOpened
    | SeatCast
    | ClockStarted
    | ClockPaused
    | ClockResumed
    | ClockJumped
    | PhaseEntered
    | PhaseCut
    | PlayExtended
    | InjectSent
    | InjectHeld
    | InjectArmed
    | InjectSkipped
    | InjectMet
    | InjectMissed
    | InjectMarked
    | CapitalAnswered
    | OutcomeRecorded
    | SessionEnded
    | SeatReady
    | StopInvoked
    | RoleLeft
    | NoteWritten
    | PulseOpened
    | PulseAnswered
    | InjectAnswered
    | FloorRequested
    | RequestWithdrawn
    | FloorGiven
    | FloorYielded
    | PointOfOrderRaised
    | SittingSuspended
    | SittingResumed
    | MoveTagged
    | AgendaProposed
    | AgendaEndorsed
    | AgendaAdopted
    | ConsentChanged
    | PartyWalkedOut
    | PartyReturned
    | CaucusCalled
    | CaucusAccepted
    | CaucusOpened
    | CaucusDeclined
    | CaucusClosed
    | InterestDisclosed
    | ReleasePermitted
    | InterestRelayed
    | InterestAcknowledged
    | LearnedRecorded
    | PositionStated
    | IssueFramed
    | FramingContested
    | OptionUnlocked
    | OptionProposed
    | PackageTabled
    | PackageAnswered
    | PackageSuperseded
    | PackageWithdrawn
    | PackageAgreed
    | PackageRejected
    | VersionIssued
    | ClauseCommented
    | ClauseBracketed
    | BracketLifted
    | ClauseParked
    | ReadingClosed
    | AdoptionOpened
    | AdoptionAnswered
    | TextAdopted
    | AdoptionFailed
    | ExpertAsked
    | ExpertAnswered
    | CapitalAsked
    | AppealMade
    | CommitmentRecorded
    | CommitmentStruck
    | ShockThrown
    | ShockAnswered
    | ShockJudged
    | AgreementJudged
    | RaterAdmitted
    | ObservationNoted
    | SeatRated
    | RatingsLocked
)
