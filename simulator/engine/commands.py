"""All that can be asked of a session: one frozen value a command, in the imperative.

A command carries intent only. `at` is stamped by the shell (UTC), `by` is the seat that asks.
"""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from simulator.engine.words import (
    Answer,
    Consent,
    Dimension,
    Move,
    OutcomeKind,
    Permission,
    Resolution,
    Source,
    Verdict,
)


def tag(name: str) -> str:
    """The wire name of a class: `GiveFloor` is `give_floor`."""
    return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


class Intent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag=tag):
    """Base of the commands."""

    at: datetime
    by: str


# -- exercise control -------------------------------------------------------------------------------------------------


class OpenSession(Intent, frozen=True):
    """Open the session; the first command of every record."""

    name: str
    language: str = "en"


class CastSeat(Intent, frozen=True):
    """Say who plays a seat."""

    seat: str
    source: Source
    people: tuple[str, ...] = ()


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
    """Go on to another phase, or loop back."""

    phase: str
    reason: str = ""


class ExtendPlay(Intent, frozen=True):
    """Give play more minutes, taken from the time after it."""

    minutes: int
    reason: str = ""


class Tick(Intent, frozen=True):
    """Let happen what is due: events, deadlines, expired answers."""


class SendInject(Intent, frozen=True):
    """Send a prepared event now."""

    inject: str


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


class DeclareOutcome(Intent, frozen=True):
    """Record how the talks ended."""

    kind: OutcomeKind
    package: int | None = None
    note: str = ""


class EndSession(Intent, frozen=True):
    """Close the session after the debriefing."""


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


class AnswerPulse(Intent, frozen=True):
    """Answer a short self-report, each statement from 1 to 7."""

    pulse: str
    answers: Mapping[str, int]


class AnswerInject(Intent, frozen=True):
    """Say how one answers an event."""

    inject: str
    text: str


# -- the floor --------------------------------------------------------------------------------------------------------


class RequestFloor(Intent, frozen=True):
    """Ask to speak."""

    body: str


class WithdrawRequest(Intent, frozen=True):
    """Take the request back."""

    body: str


class GiveFloor(Intent, frozen=True):
    """Give a seat the floor, with a limit in seconds."""

    body: str
    seat: str
    limit: int | None = None


class YieldFloor(Intent, frozen=True):
    """End one's turn; the chair may end another's."""

    body: str


class RaisePointOfOrder(Intent, frozen=True):
    """Interrupt on a matter of procedure."""

    body: str
    text: str


class SuspendSitting(Intent, frozen=True):
    """Suspend a body."""

    body: str
    reason: str = ""


class ResumeSitting(Intent, frozen=True):
    """Let a suspended body sit again."""

    body: str


class TagMove(Intent, frozen=True):
    """Tag what a seat just did."""

    seat: str
    move: Move
    issue: str | None = None


# -- agenda and consent -----------------------------------------------------------------------------------------------


class ProposeAgenda(Intent, frozen=True):
    """Propose the issues to talk about, in order."""

    issues: tuple[str, ...]


class AdoptAgenda(Intent, frozen=True):
    """Agree to the proposed agenda."""


class ImposeAgenda(Intent, frozen=True):
    """Go on with the proposed agenda without everybody's agreement."""

    reason: str = ""


class GiveConsent(Intent, frozen=True):
    """Say whether one's party takes part."""

    consent: Consent
    conditions: str = ""


class WalkOut(Intent, frozen=True):
    """Leave the talks on behalf of one's party."""

    reason: str = ""


class ReturnToTalks(Intent, frozen=True):
    """Come back after a walk-out."""

    step: str = ""


# -- caucuses ---------------------------------------------------------------------------------------------------------


class CallCaucus(Intent, frozen=True):
    """Ask seats into a private meeting."""

    seats: tuple[str, ...]
    place: str = ""


class AcceptCaucus(Intent, frozen=True):
    """Accept for one's party; the meeting opens when every invited party has accepted."""

    caucus: int


class DeclineCaucus(Intent, frozen=True):
    """Decline, or take back, a private meeting that is not open yet."""

    caucus: int
    reason: str = ""


class CloseCaucus(Intent, frozen=True):
    """End a private meeting."""

    caucus: int


# -- interests and positions ------------------------------------------------------------------------------------------


class DiscloseInterest(Intent, frozen=True):
    """Tell an interest of one's own party (`party.interest`) to seats, or to everybody."""

    interest: str
    to: tuple[str, ...]
    permission: Permission = Permission.CLOSED


class PermitRelease(Intent, frozen=True):
    """Allow those who were told an interest in private to carry it."""

    interest: str


class RelayInterest(Intent, frozen=True):
    """Carry an interest of another party to seats, or to everybody."""

    interest: str
    to: tuple[str, ...]
    despite_confidence: bool = False
    """Must be said when it was told in confidence: the record will show the breach."""


class AcknowledgeInterest(Intent, frozen=True):
    """Say that one has understood an interest of another party."""

    interest: str


class RecordLearned(Intent, frozen=True):
    """Add to the mediators' two-column note."""

    party: str
    text: str
    releasable: bool = False
    interest: str | None = None


class StatePosition(Intent, frozen=True):
    """State one's party's position on an issue."""

    issue: str
    text: str
    option: str | None = None


# -- options and packages ---------------------------------------------------------------------------------------------


class FrameIssues(Intent, frozen=True):
    """Put issues as neutral questions; without words of one's own the scenario's question stands."""

    issues: tuple[str, ...]
    wording: str = ""


class ContestFraming(Intent, frozen=True):
    """Object to the framing of an issue."""

    issue: str
    reason: str


class ProposeOption(Intent, frozen=True):
    """Put an option on the board: one of the scenario's, or one in own words."""

    issue: str
    option: str | None = None
    text: str = ""


class TablePackage(Intent, frozen=True):
    """Table an offer: an option for each of one or more issues."""

    terms: Mapping[str, str]
    text: str = ""
    counter_to: int | None = None
    floated: bool = False
    """Not an offer of anybody's: the mediators ask what people think of it."""


class AnswerPackage(Intent, frozen=True):
    """Answer a package for one's party."""

    package: int
    answer: Answer
    text: str = ""


class WithdrawPackage(Intent, frozen=True):
    """Take one's package off the table."""

    package: int


# -- the text ---------------------------------------------------------------------------------------------------------


class ClauseDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a version says in a clause: an option of its issue, or own words, or both."""

    option: str | None = None
    wording: str = ""


class IssueVersion(Intent, frozen=True):
    """Issue a version of the single negotiating text, clause by clause or from a package."""

    clauses: Mapping[str, ClauseDraft] = {}
    package: int | None = None


class CommentClause(Intent, frozen=True):
    """Say what is wrong with a clause."""

    clause: str
    text: str


class BracketClause(Intent, frozen=True):
    """Put a clause in brackets with an alternative."""

    clause: str
    wording: str = ""
    option: str | None = None


class LiftBracket(Intent, frozen=True):
    """Close one's bracket, and say how."""

    clause: str
    bracket: int
    resolution: Resolution
    wording: str = ""


class ParkClause(Intent, frozen=True):
    """Set a clause aside: what it is about stays open."""

    clause: str
    parked: bool = True


class CloseReading(Intent, frozen=True):
    """End the reading of the version: what nobody bracketed is clean."""


class PutToAdoption(Intent, frozen=True):
    """Ask the parties to adopt the version as it stands."""


class AnswerAdoption(Intent, frozen=True):
    """Adopt or refuse for one's party."""

    verdict: Verdict
    text: str = ""


# -- calls ------------------------------------------------------------------------------------------------------------


class AskExpert(Intent, frozen=True):
    """Ask the expert on call."""

    text: str


class AnswerExpert(Intent, frozen=True):
    """Answer as the expert, in own words or by a prepared card."""

    call: int
    text: str = ""
    card: str | None = None


class AskCapital(Intent, frozen=True):
    """Ask one's principal for instructions."""

    text: str


class MakeAppeal(Intent, frozen=True):
    """Appeal to everybody's conscience, as an elder."""

    text: str


# -- commitments, and the test of the text ----------------------------------------------------------------------------


class CommitmentDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who does what by when, and how one will know; an empty field is left open."""

    actor: str = ""
    """One named body or party."""
    action: str
    """What it does, beginning with a verb."""
    deadline: str = ""
    """By when, in words."""
    days: int | None = None
    """Days after the signature, where the deadline can be counted."""
    place: str = ""
    verifier: str = ""
    method: str = ""
    """How it is verified, and with what access."""
    after: tuple[int, ...] = ()
    """Numbers of the commitments that have to be kept before this one."""
    resources: str = ""
    """Who pays, from which budget."""
    if_not: str = ""
    """What happens when it is not done."""


class RecordCommitment(Intent, frozen=True):
    """Write a commitment record under an article, or write one anew under its number."""

    clause: str
    record: CommitmentDraft
    commitment: int | None = None
    """The number of the record that is replaced; none for a new one."""


class StrikeCommitment(Intent, frozen=True):
    """Take a commitment record out."""

    commitment: int


class ThrowShock(Intent, frozen=True):
    """Throw the next shock at the text, drawn by lot, or a named one."""

    shock: str | None = None


class AnswerShock(Intent, frozen=True):
    """Say where the text answers a shock: who acts, by when, and how it is verified."""

    shock: str
    clause: str | None = None
    """The article that answers; none where no article does."""
    who: str = ""
    when: str = ""
    how: str = ""


class JudgeShock(Intent, frozen=True):
    """Judge how well the text answered, from 0 (not at all) to 3 (complete and checkable)."""

    shock: str
    level: int
    note: str = ""


class JudgeAgreement(Intent, frozen=True):
    """Judge the adopted text on a criterion of agreement quality, Q1 to Q12, from 0 to 3."""

    criterion: str
    level: int
    note: str = ""


# -- raters -----------------------------------------------------------------------------------------------------------


class AdmitRater(Intent, frozen=True):
    """Let somebody rate who sits on no seat of the scenario."""

    rater: str
    """A short name of their own: lower-case words joined by hyphens."""


class NoteObservation(Intent, frozen=True):
    """Write down what was seen or heard, at the minute when it was."""

    rater: str
    text: str
    seat: str | None = None
    dimension: Dimension | None = None


class RateSeat(Intent, frozen=True):
    """Rate a seat on a dimension of the rubric; a later rating replaces an earlier one."""

    rater: str
    seat: str
    dimension: Dimension
    level: int | None = None
    """1 not yet, 2 developing, 3 competent, 4 exemplary; none for insufficient evidence."""
    observations: tuple[int, ...] = ()
    """Numbers of the rater's own observations that it rests on; at least one, but for insufficient evidence."""


class LockRatings(Intent, frozen=True):
    """Close a rater's ratings for good."""

    rater: str


Command = (
    OpenSession
    | CastSeat
    | StartClock
    | PauseClock
    | ResumeClock
    | JumpClock
    | EnterPhase
    | ExtendPlay
    | Tick
    | SendInject
    | HoldInject
    | ArmInject
    | SkipInject
    | MarkInject
    | AnswerCapital
    | DeclareOutcome
    | EndSession
    | SayReady
    | InvokeStop
    | LeaveRole
    | WriteNote
    | AnswerPulse
    | AnswerInject
    | RequestFloor
    | WithdrawRequest
    | GiveFloor
    | YieldFloor
    | RaisePointOfOrder
    | SuspendSitting
    | ResumeSitting
    | TagMove
    | ProposeAgenda
    | AdoptAgenda
    | ImposeAgenda
    | GiveConsent
    | WalkOut
    | ReturnToTalks
    | CallCaucus
    | AcceptCaucus
    | DeclineCaucus
    | CloseCaucus
    | DiscloseInterest
    | PermitRelease
    | RelayInterest
    | AcknowledgeInterest
    | RecordLearned
    | StatePosition
    | FrameIssues
    | ContestFraming
    | ProposeOption
    | TablePackage
    | AnswerPackage
    | WithdrawPackage
    | IssueVersion
    | CommentClause
    | BracketClause
    | LiftBracket
    | ParkClause
    | CloseReading
    | PutToAdoption
    | AnswerAdoption
    | AskExpert
    | AnswerExpert
    | AskCapital
    | MakeAppeal
    | RecordCommitment
    | StrikeCommitment
    | ThrowShock
    | AnswerShock
    | JudgeShock
    | JudgeAgreement
    | AdmitRater
    | NoteObservation
    | RateSeat
    | LockRatings
)
