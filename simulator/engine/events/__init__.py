"""All that can happen in a session: one frozen value an event, in the past tense.

An event is a fact with everything that replay needs; its number is its place in the record, from 1.
`by` is the seat that acted, or `trainer` for what exercise control and the clock bring about.
"""

from simulator.engine.events.committee import (
    CommitteeEvent,
    CompliancePublished,
    DisputeAnswered,
    DisputeRaised,
    DisputeReferred,
    DisputeSettled,
    DisputeWithdrawn,
    MatterLifted,
    MessageDelivered,
    MessengerSent,
    ReadingAccepted,
    ReadingProposed,
    ReportAdopted,
    ReportAnswered,
    ReportDelivered,
    ReportReturned,
    StatementIssued,
)
from simulator.engine.events.control import (
    AnnouncementMade,
    CapitalAnswered,
    ClockJumped,
    ClockPaused,
    ClockResumed,
    ClockStarted,
    InjectAnswered,
    InjectArmed,
    InjectHeld,
    InjectImprovised,
    InjectMarked,
    InjectMet,
    InjectMissed,
    InjectPutOff,
    InjectSent,
    InjectSkipped,
    NoteWritten,
    OutcomeRecorded,
    PaperOpened,
    PhaseCut,
    PhaseEntered,
    PlayExtended,
    PulseAnswered,
    PulseOpened,
    RoleLeft,
    SeatCast,
    SeatReady,
    SessionEnded,
    SessionOpened,
    StopInvoked,
    WallSet,
)
from simulator.engine.events.debriefing import (
    DebriefBegun,
    DebriefEvent,
    DebriefShown,
    DebriefStepTaken,
    MomentsChosen,
    RolesLeftConfirmed,
)
from simulator.engine.events.fact import Fact
from simulator.engine.events.incidents import (
    CalledBack,
    ComplianceJudged,
    FollowUpAdded,
    FollowUpStruck,
    HotlineOverdue,
    IncidentAcknowledged,
    IncidentClosed,
    IncidentEvent,
    IncidentHandled,
    IncidentReported,
    IncidentVerified,
    ProgressReported,
    VersionAdded,
    VisitAgreed,
    VisitAsked,
    VisitMade,
)
from simulator.engine.events.inputs import (
    InputEvent,
    InputFiled,
    InputTagged,
    InputTraced,
    NonPaperIssued,
    SynthesisIssued,
)
from simulator.engine.events.judging import (
    ObservationNoted,
    ObservationWithdrawn,
    RaterAdmitted,
    RatingsLocked,
    SeatRated,
)
from simulator.engine.events.matter import (
    AppealMade,
    CapitalAsked,
    ExpertAnswered,
    ExpertAsked,
    FramingContested,
    InterestAcknowledged,
    InterestDisclosed,
    InterestRelayed,
    IssueFramed,
    LearnedRecorded,
    OptionProposed,
    OptionUnlocked,
    PackageAgreed,
    PackageAnswered,
    PackageRejected,
    PackageSuperseded,
    PackageTabled,
    PackageWithdrawn,
    PositionStated,
    ReleasePermitted,
    ReleaseWithdrawn,
)
from simulator.engine.events.paper import (
    AdoptionAnswered,
    AdoptionFailed,
    AdoptionOpened,
    AgreementJudged,
    BracketEvent,
    BracketLifted,
    BracketNarrowed,
    BracketSupported,
    ClauseBracketed,
    ClauseCommented,
    ClauseParked,
    ClauseReferred,
    CommitmentRecorded,
    CommitmentStruck,
    FootnoteAdded,
    PositionExplained,
    ReadingClosed,
    ReferralAnswered,
    ShockAnswered,
    ShockJudged,
    ShockThrown,
    TextAdopted,
    TextEvent,
    TextReferred,
    VersionIssued,
)
from simulator.engine.events.sheets import (
    BeliefNoted,
    BeliefStruck,
    ConductMarked,
    SheetEvent,
    SheetFiled,
    SheetWritten,
)
from simulator.engine.events.talks import (
    AgendaAdopted,
    AgendaEndorsed,
    AgendaProposed,
    CaucusAccepted,
    CaucusCalled,
    CaucusClosed,
    CaucusDeclined,
    CaucusOpened,
    ChairChanged,
    ConsentChanged,
    FloorGiven,
    FloorRequested,
    FloorYielded,
    ItemObjected,
    ItemTakenUp,
    MoveTagged,
    PartyReturned,
    PartyWalkedOut,
    PointOfOrderRaised,
    RequestWithdrawn,
    SittingClosed,
    SittingEvent,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
    StepOffered,
    TagWithdrawn,
)

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
    | InjectImprovised
    | InjectPutOff
    | CapitalAnswered
    | OutcomeRecorded
    | SessionEnded
    | AnnouncementMade
    | WallSet
    | SeatReady
    | StopInvoked
    | RoleLeft
    | NoteWritten
    | PulseOpened
    | PulseAnswered
    | InjectAnswered
    | PaperOpened
    | FloorRequested
    | RequestWithdrawn
    | FloorGiven
    | FloorYielded
    | PointOfOrderRaised
    | SittingSuspended
    | SittingResumed
    | SittingOpened
    | SittingClosed
    | ChairChanged
    | MoveTagged
    | TagWithdrawn
    | AgendaProposed
    | AgendaEndorsed
    | AgendaAdopted
    | ItemObjected
    | ItemTakenUp
    | ConsentChanged
    | PartyWalkedOut
    | PartyReturned
    | StepOffered
    | CaucusCalled
    | CaucusAccepted
    | CaucusOpened
    | CaucusDeclined
    | CaucusClosed
    | InterestDisclosed
    | ReleasePermitted
    | ReleaseWithdrawn
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
    | ExpertAsked
    | ExpertAnswered
    | CapitalAsked
    | AppealMade
    | VersionIssued
    | ClauseCommented
    | ClauseBracketed
    | BracketLifted
    | BracketNarrowed
    | BracketSupported
    | FootnoteAdded
    | ClauseReferred
    | ReferralAnswered
    | ClauseParked
    | ReadingClosed
    | AdoptionOpened
    | AdoptionAnswered
    | TextReferred
    | TextAdopted
    | AdoptionFailed
    | PositionExplained
    | CommitmentRecorded
    | CommitmentStruck
    | ShockThrown
    | ShockAnswered
    | ShockJudged
    | AgreementJudged
    | IncidentReported
    | IncidentAcknowledged
    | CalledBack
    | VersionAdded
    | VisitAsked
    | VisitAgreed
    | VisitMade
    | IncidentVerified
    | IncidentHandled
    | IncidentClosed
    | HotlineOverdue
    | FollowUpAdded
    | ProgressReported
    | FollowUpStruck
    | ComplianceJudged
    | ReportDelivered
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
    | InputFiled
    | InputTagged
    | SynthesisIssued
    | InputTraced
    | NonPaperIssued
    | SheetWritten
    | SheetFiled
    | BeliefNoted
    | BeliefStruck
    | ConductMarked
    | RaterAdmitted
    | ObservationNoted
    | ObservationWithdrawn
    | SeatRated
    | RatingsLocked
    | DebriefBegun
    | DebriefStepTaken
    | DebriefShown
    | MomentsChosen
    | RolesLeftConfirmed
)

__all__ = [
    "AdoptionAnswered",
    "AdoptionFailed",
    "AdoptionOpened",
    "AgendaAdopted",
    "AgendaEndorsed",
    "AgendaProposed",
    "AgreementJudged",
    "AnnouncementMade",
    "AppealMade",
    "BeliefNoted",
    "BeliefStruck",
    "BracketEvent",
    "BracketLifted",
    "BracketNarrowed",
    "BracketSupported",
    "CalledBack",
    "CapitalAnswered",
    "CapitalAsked",
    "CaucusAccepted",
    "CaucusCalled",
    "CaucusClosed",
    "CaucusDeclined",
    "CaucusOpened",
    "ChairChanged",
    "ClauseBracketed",
    "ClauseCommented",
    "ClauseParked",
    "ClauseReferred",
    "ClockJumped",
    "ClockPaused",
    "ClockResumed",
    "ClockStarted",
    "CommitmentRecorded",
    "CommitmentStruck",
    "CommitteeEvent",
    "ComplianceJudged",
    "CompliancePublished",
    "ConductMarked",
    "ConsentChanged",
    "DebriefBegun",
    "DebriefEvent",
    "DebriefShown",
    "DebriefStepTaken",
    "DisputeAnswered",
    "DisputeRaised",
    "DisputeReferred",
    "DisputeSettled",
    "DisputeWithdrawn",
    "Event",
    "ExpertAnswered",
    "ExpertAsked",
    "Fact",
    "FloorGiven",
    "FloorRequested",
    "FloorYielded",
    "FollowUpAdded",
    "FollowUpStruck",
    "FootnoteAdded",
    "FramingContested",
    "HotlineOverdue",
    "IncidentAcknowledged",
    "IncidentClosed",
    "IncidentEvent",
    "IncidentHandled",
    "IncidentReported",
    "IncidentVerified",
    "InjectAnswered",
    "InjectArmed",
    "InjectHeld",
    "InjectImprovised",
    "InjectMarked",
    "InjectMet",
    "InjectMissed",
    "InjectPutOff",
    "InjectSent",
    "InjectSkipped",
    "InputEvent",
    "InputFiled",
    "InputTagged",
    "InputTraced",
    "InterestAcknowledged",
    "InterestDisclosed",
    "InterestRelayed",
    "IssueFramed",
    "ItemObjected",
    "ItemTakenUp",
    "LearnedRecorded",
    "MatterLifted",
    "MessageDelivered",
    "MessengerSent",
    "MomentsChosen",
    "MoveTagged",
    "NonPaperIssued",
    "NoteWritten",
    "ObservationNoted",
    "ObservationWithdrawn",
    "OptionProposed",
    "OptionUnlocked",
    "OutcomeRecorded",
    "PackageAgreed",
    "PackageAnswered",
    "PackageRejected",
    "PackageSuperseded",
    "PackageTabled",
    "PackageWithdrawn",
    "PaperOpened",
    "PartyReturned",
    "PartyWalkedOut",
    "PhaseCut",
    "PhaseEntered",
    "PlayExtended",
    "PointOfOrderRaised",
    "PositionExplained",
    "PositionStated",
    "ProgressReported",
    "PulseAnswered",
    "PulseOpened",
    "RaterAdmitted",
    "RatingsLocked",
    "ReadingAccepted",
    "ReadingClosed",
    "ReadingProposed",
    "ReferralAnswered",
    "ReleasePermitted",
    "ReleaseWithdrawn",
    "ReportAdopted",
    "ReportAnswered",
    "ReportDelivered",
    "ReportReturned",
    "RequestWithdrawn",
    "RoleLeft",
    "RolesLeftConfirmed",
    "SeatCast",
    "SeatRated",
    "SeatReady",
    "SessionEnded",
    "SessionOpened",
    "SheetEvent",
    "SheetFiled",
    "SheetWritten",
    "ShockAnswered",
    "ShockJudged",
    "ShockThrown",
    "SittingClosed",
    "SittingEvent",
    "SittingOpened",
    "SittingResumed",
    "SittingSuspended",
    "StatementIssued",
    "StepOffered",
    "StopInvoked",
    "SynthesisIssued",
    "TagWithdrawn",
    "TextAdopted",
    "TextEvent",
    "TextReferred",
    "VersionAdded",
    "VersionIssued",
    "VisitAgreed",
    "VisitAsked",
    "VisitMade",
    "WallSet",
]
