"""All that can be asked of a session: one frozen value a command, in the imperative.

A command carries intent only. `at` is stamped by the shell (UTC), `by` is the seat that asks.
"""

from simulator.engine.commands.committee import (
    AcceptReading,
    AnswerDispute,
    AnswerReport,
    CommitteeCommand,
    DeliverMessage,
    DeliverReport,
    IssueStatement,
    LiftMatter,
    ProposeReading,
    PublishReport,
    RaiseDispute,
    ReferDispute,
    ReportLine,
    ReturnReport,
    SendMessenger,
    WithdrawDispute,
)
from simulator.engine.commands.control import (
    Announce,
    AnswerCapital,
    AnswerInject,
    AnswerPulse,
    AnswerReferral,
    ArmInject,
    CastSeat,
    CutPhase,
    DeclareOutcome,
    EndSession,
    EnterPhase,
    ExtendPlay,
    HoldInject,
    ImproviseInject,
    InvokeStop,
    JumpClock,
    LeaveRole,
    MarkInject,
    OpenPaper,
    OpenSession,
    PauseClock,
    PutOffInject,
    ResumeClock,
    SayReady,
    SendInject,
    SetWall,
    SkipInject,
    StartClock,
    SwapSeats,
    Tick,
    WriteNote,
)
from simulator.engine.commands.debriefing import (
    BeginDebrief,
    ChooseMoments,
    ConfirmRolesLeft,
    DebriefCommand,
    Fork,
    ShowDebrief,
    TakeDebriefStep,
)
from simulator.engine.commands.incidents import (
    AcknowledgeIncident,
    AddFollowUp,
    AddVersion,
    AgreeVisit,
    AskVisit,
    CallBack,
    CloseIncident,
    HandleIncident,
    IncidentCommand,
    JudgeCompliance,
    ReportIncident,
    ReportProgress,
    StrikeFollowUp,
    VerifyIncident,
)
from simulator.engine.commands.inputs import (
    FileInput,
    InputCommand,
    IssueNonPaper,
    IssueSynthesis,
    SynthesisPoint,
    TagInput,
    TraceInput,
)
from simulator.engine.commands.intent import Intent, tag
from simulator.engine.commands.judging import (
    AdmitRater,
    LockRatings,
    NoteObservation,
    RateSeat,
    WithdrawObservation,
)
from simulator.engine.commands.matter import (
    AcknowledgeInterest,
    AnswerExpert,
    AnswerPackage,
    AskCapital,
    AskExpert,
    ContestFraming,
    DiscloseInterest,
    FrameIssues,
    MakeAppeal,
    PermitRelease,
    ProposeOption,
    RecordLearned,
    RelayInterest,
    StatePosition,
    TablePackage,
    WithdrawPackage,
    WithdrawRelease,
)
from simulator.engine.commands.paper import (
    AddFootnote,
    AnswerAdoption,
    AnswerShock,
    BracketClause,
    ClauseDraft,
    CloseReading,
    CommentClause,
    CommitmentDraft,
    ExplainPosition,
    IssueVersion,
    JudgeAgreement,
    JudgeShock,
    LiftBracket,
    NarrowBracket,
    ParkClause,
    PutToAdoption,
    RecordCommitment,
    ReferClause,
    StrikeCommitment,
    SupportBracket,
    ThrowShock,
)
from simulator.engine.commands.sheets import FileSheet, MarkConduct, NoteBelief, SheetCommand, StrikeBelief, WriteSheet
from simulator.engine.commands.talks import (
    AcceptCaucus,
    AdoptAgenda,
    CallCaucus,
    ChangeChair,
    CloseCaucus,
    CloseSitting,
    DeclineCaucus,
    GiveConsent,
    GiveFloor,
    ImposeAgenda,
    ObjectToItem,
    OfferStep,
    OpenSitting,
    ProposeAgenda,
    RaisePointOfOrder,
    RequestFloor,
    ResumeSitting,
    ReturnToTalks,
    SuspendSitting,
    TagMove,
    TakeUpItem,
    WalkOut,
    WithdrawRequest,
    WithdrawTag,
    YieldFloor,
)

Command = (
    OpenSession
    | CastSeat
    | SwapSeats
    | StartClock
    | PauseClock
    | ResumeClock
    | JumpClock
    | EnterPhase
    | CutPhase
    | ExtendPlay
    | Tick
    | SendInject
    | HoldInject
    | ArmInject
    | SkipInject
    | MarkInject
    | ImproviseInject
    | PutOffInject
    | AnswerCapital
    | AnswerReferral
    | DeclareOutcome
    | EndSession
    | Announce
    | SetWall
    | SayReady
    | InvokeStop
    | LeaveRole
    | WriteNote
    | AnswerPulse
    | AnswerInject
    | OpenPaper
    | RequestFloor
    | WithdrawRequest
    | GiveFloor
    | YieldFloor
    | RaisePointOfOrder
    | SuspendSitting
    | ResumeSitting
    | OpenSitting
    | CloseSitting
    | ChangeChair
    | TagMove
    | WithdrawTag
    | ProposeAgenda
    | AdoptAgenda
    | ObjectToItem
    | ImposeAgenda
    | TakeUpItem
    | GiveConsent
    | WalkOut
    | ReturnToTalks
    | OfferStep
    | CallCaucus
    | AcceptCaucus
    | DeclineCaucus
    | CloseCaucus
    | DiscloseInterest
    | PermitRelease
    | WithdrawRelease
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
    | AskExpert
    | AnswerExpert
    | AskCapital
    | MakeAppeal
    | IssueVersion
    | CommentClause
    | BracketClause
    | LiftBracket
    | NarrowBracket
    | SupportBracket
    | AddFootnote
    | ReferClause
    | ParkClause
    | CloseReading
    | PutToAdoption
    | AnswerAdoption
    | ExplainPosition
    | RecordCommitment
    | StrikeCommitment
    | ThrowShock
    | AnswerShock
    | JudgeShock
    | JudgeAgreement
    | ReportIncident
    | AcknowledgeIncident
    | CallBack
    | AddVersion
    | AskVisit
    | AgreeVisit
    | VerifyIncident
    | HandleIncident
    | CloseIncident
    | AddFollowUp
    | ReportProgress
    | StrikeFollowUp
    | JudgeCompliance
    | DeliverReport
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
    | FileInput
    | TagInput
    | IssueSynthesis
    | TraceInput
    | IssueNonPaper
    | WriteSheet
    | FileSheet
    | NoteBelief
    | StrikeBelief
    | MarkConduct
    | AdmitRater
    | NoteObservation
    | WithdrawObservation
    | RateSeat
    | LockRatings
    | BeginDebrief
    | TakeDebriefStep
    | ShowDebrief
    | ChooseMoments
    | ConfirmRolesLeft
)

__all__ = [
    "AcceptCaucus",
    "AcceptReading",
    "AcknowledgeIncident",
    "AcknowledgeInterest",
    "AddFollowUp",
    "AddFootnote",
    "AddVersion",
    "AdmitRater",
    "AdoptAgenda",
    "AgreeVisit",
    "Announce",
    "AnswerAdoption",
    "AnswerCapital",
    "AnswerDispute",
    "AnswerExpert",
    "AnswerInject",
    "AnswerPackage",
    "AnswerPulse",
    "AnswerReferral",
    "AnswerReport",
    "AnswerShock",
    "ArmInject",
    "AskCapital",
    "AskExpert",
    "AskVisit",
    "BeginDebrief",
    "BracketClause",
    "CallBack",
    "CallCaucus",
    "CastSeat",
    "ChangeChair",
    "ChooseMoments",
    "ClauseDraft",
    "CloseCaucus",
    "CloseIncident",
    "CloseReading",
    "CloseSitting",
    "Command",
    "CommentClause",
    "CommitmentDraft",
    "CommitteeCommand",
    "ConfirmRolesLeft",
    "ContestFraming",
    "CutPhase",
    "DebriefCommand",
    "DeclareOutcome",
    "DeclineCaucus",
    "DeliverMessage",
    "DeliverReport",
    "DiscloseInterest",
    "EndSession",
    "EnterPhase",
    "ExplainPosition",
    "ExtendPlay",
    "FileInput",
    "FileSheet",
    "Fork",
    "FrameIssues",
    "GiveConsent",
    "GiveFloor",
    "HandleIncident",
    "HoldInject",
    "ImposeAgenda",
    "ImproviseInject",
    "IncidentCommand",
    "InputCommand",
    "Intent",
    "InvokeStop",
    "IssueNonPaper",
    "IssueStatement",
    "IssueSynthesis",
    "IssueVersion",
    "JudgeAgreement",
    "JudgeCompliance",
    "JudgeShock",
    "JumpClock",
    "LeaveRole",
    "LiftBracket",
    "LiftMatter",
    "LockRatings",
    "MakeAppeal",
    "MarkConduct",
    "MarkInject",
    "NarrowBracket",
    "NoteBelief",
    "NoteObservation",
    "ObjectToItem",
    "OfferStep",
    "OpenPaper",
    "OpenSession",
    "OpenSitting",
    "ParkClause",
    "PauseClock",
    "PermitRelease",
    "ProposeAgenda",
    "ProposeOption",
    "ProposeReading",
    "PublishReport",
    "PutOffInject",
    "PutToAdoption",
    "RaiseDispute",
    "RaisePointOfOrder",
    "RateSeat",
    "RecordCommitment",
    "RecordLearned",
    "ReferClause",
    "ReferDispute",
    "RelayInterest",
    "ReportIncident",
    "ReportLine",
    "ReportProgress",
    "RequestFloor",
    "ResumeClock",
    "ResumeSitting",
    "ReturnReport",
    "ReturnToTalks",
    "SayReady",
    "SendInject",
    "SendMessenger",
    "SetWall",
    "SheetCommand",
    "ShowDebrief",
    "SkipInject",
    "StartClock",
    "StatePosition",
    "StrikeBelief",
    "StrikeCommitment",
    "StrikeFollowUp",
    "SupportBracket",
    "SuspendSitting",
    "SwapSeats",
    "SynthesisPoint",
    "TablePackage",
    "TagInput",
    "TagMove",
    "TakeDebriefStep",
    "TakeUpItem",
    "ThrowShock",
    "Tick",
    "TraceInput",
    "VerifyIncident",
    "WalkOut",
    "WithdrawDispute",
    "WithdrawObservation",
    "WithdrawPackage",
    "WithdrawRelease",
    "WithdrawRequest",
    "WithdrawTag",
    "WriteNote",
    "WriteSheet",
    "YieldFloor",
    "tag",
]
