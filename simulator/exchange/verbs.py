"""What people do at the table, in the words of the Experience API: a verb and what it is done to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from scenarios.texts import LANGUAGES, spoken_in, trc
from simulator.engine import events as e

BASE = "https://good-offices.example/xapi/"
"""Under it lie all identifiers of ours. The domain is reserved and leads nowhere."""
ADL = "http://adlnet.gov/expapi/"

Thing = Literal[
    "session", "body", "agenda", "agenda-item", "consent", "caucus", "interest", "issue", "option", "package",
    "expert-call", "capital-call", "text", "clause", "commitment", "shock", "event", "incident", "follow-up", "report",
    "dispute", "message", "compliance", "statement", "input", "synthesis", "paper",
]  # fmt: skip
"""What something is done to."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its identifier."""

    iri: str
    display: Callable[[], str]
    """What it is called in the language that is spoken, in the past tense."""

    def said(self) -> dict[str, str]:
        """What it is called, by language."""
        found: dict[str, str] = {}
        for code in LANGUAGES:
            with spoken_in(code):
                found[code] = self.display()
        return found


def _adl(name: str, display: Callable[[], str]) -> Verb:
    return Verb(f"{ADL}verbs/{name}", display)


def _own(name: str, display: Callable[[], str]) -> Verb:
    return Verb(f"{BASE}verbs/{name}", display)


# Translators: a deed is what somebody did, in the past tense, before what it was done to: “attended the session”.
ATTENDED = _adl("attended", lambda: trc("deed", "attended"))
ASKED = _adl("asked", lambda: trc("deed", "asked"))
ANSWERED = _adl("answered", lambda: trc("deed", "answered"))
SHARED = _adl("shared", lambda: trc("deed", "shared"))
COMMENTED = _adl("commented", lambda: trc("deed", "commented on"))

READY = _own("was-ready", lambda: trc("deed", "was ready for"))
LEFT_ROLE = _own("left-role", lambda: trc("deed", "left the role in"))
OPENED = _own("opened", lambda: trc("deed", "opened"))
CLOSED = _own("closed", lambda: trc("deed", "closed"))
SUSPENDED = _own("suspended", lambda: trc("deed", "suspended"))
RESUMED = _own("resumed", lambda: trc("deed", "resumed"))
REQUESTED = _own("asked-to-speak", lambda: trc("deed", "asked to speak in"))
GAVE_FLOOR = _own("gave-floor", lambda: trc("deed", "gave the floor in"))
SPOKE = _own("spoke", lambda: trc("deed", "spoke in"))
ORDER = _own("raised-point-of-order", lambda: trc("deed", "raised a point of order in"))
PROPOSED = _own("proposed", lambda: trc("deed", "proposed"))
ACCEPTED = _own("accepted", lambda: trc("deed", "accepted"))
DECLINED = _own("declined", lambda: trc("deed", "declined"))
OBJECTED = _own("objected", lambda: trc("deed", "objected to"))
WITHDREW = _own("withdrew", lambda: trc("deed", "withdrew"))
CALLED = _own("called", lambda: trc("deed", "called"))
LEFT = _own("left", lambda: trc("deed", "left"))
RETURNED = _own("returned", lambda: trc("deed", "returned to"))
STEPPED = _own("offered-step", lambda: trc("deed", "took a step towards a party that had left"))
PERMITTED = _own("permitted", lambda: trc("deed", "allowed to be carried"))
ACKNOWLEDGED = _own("acknowledged", lambda: trc("deed", "acknowledged"))
STATED = _own("stated-position", lambda: trc("deed", "stated a position on"))
FRAMED = _own("framed", lambda: trc("deed", "framed"))
APPEALED = _own("appealed", lambda: trc("deed", "made an appeal in"))
ISSUED = _own("issued", lambda: trc("deed", "issued"))
BRACKETED = _own("bracketed", lambda: trc("deed", "put brackets in"))
LIFTED = _own("lifted-bracket", lambda: trc("deed", "lifted brackets in"))
NARROWED = _own("narrowed-bracket", lambda: trc("deed", "narrowed brackets in"))
SUPPORTED = _own("supported-bracket", lambda: trc("deed", "joined or left brackets in"))
REFERRED = _own("referred", lambda: trc("deed", "referred"))
PARKED = _own("parked", lambda: trc("deed", "set aside or took up"))
SUBMITTED = _own("put-to-adoption", lambda: trc("deed", "put to adoption"))
RECORDED = _own("recorded", lambda: trc("deed", "recorded"))
REPORTED = _own("reported", lambda: trc("deed", "reported on"))
VISITED = _own("visited", lambda: trc("deed", "visited the place of"))
VERIFIED = _own("verified", lambda: trc("deed", "verified"))
SENT = _own("sent", lambda: trc("deed", "sent"))


@dataclass(frozen=True, slots=True)
class Deed:
    """What an event says that somebody did."""

    verb: Verb
    thing: Thing
    number: str = ""
    """The field of the event that says which one; none for those that there is one of."""
    response: str = ""
    """The field whose word is the result: an answer, a verdict, a consent."""


DEEDS: Mapping[type[e.Fact], Deed] = {
    e.SeatReady: Deed(READY, "session"),
    e.RoleLeft: Deed(LEFT_ROLE, "session"),
    e.PaperOpened: Deed(OPENED, "event", "inject"),
    e.InjectAnswered: Deed(ANSWERED, "event", "inject"),
    e.FloorRequested: Deed(REQUESTED, "body", "body"),
    e.FloorGiven: Deed(GAVE_FLOOR, "body", "body"),
    e.FloorYielded: Deed(SPOKE, "body", "body"),
    e.PointOfOrderRaised: Deed(ORDER, "body", "body"),
    e.SittingOpened: Deed(OPENED, "body", "body"),
    e.SittingClosed: Deed(CLOSED, "body", "body"),
    e.SittingSuspended: Deed(SUSPENDED, "body", "body"),
    e.SittingResumed: Deed(RESUMED, "body", "body"),
    e.AgendaProposed: Deed(PROPOSED, "agenda", "body"),
    e.AgendaEndorsed: Deed(ACCEPTED, "agenda", "body"),
    e.ItemObjected: Deed(OBJECTED, "agenda-item", "item"),
    e.ItemTakenUp: Deed(OPENED, "agenda-item", "item"),
    e.ConsentChanged: Deed(ANSWERED, "consent", "party", "consent"),
    e.PartyWalkedOut: Deed(LEFT, "body", "body"),
    e.PartyReturned: Deed(RETURNED, "body", "body"),
    e.StepOffered: Deed(STEPPED, "body", "body"),
    e.CaucusCalled: Deed(CALLED, "caucus", "caucus"),
    e.CaucusAccepted: Deed(ACCEPTED, "caucus", "caucus"),
    e.CaucusDeclined: Deed(DECLINED, "caucus", "caucus"),
    e.CaucusClosed: Deed(CLOSED, "caucus", "caucus"),
    e.InterestDisclosed: Deed(SHARED, "interest", "interest"),
    e.InterestRelayed: Deed(SHARED, "interest", "interest"),
    e.ReleasePermitted: Deed(PERMITTED, "interest", "interest"),
    e.ReleaseWithdrawn: Deed(WITHDREW, "interest", "interest"),
    e.InterestAcknowledged: Deed(ACKNOWLEDGED, "interest", "interest"),
    e.PositionStated: Deed(STATED, "issue", "issue"),
    e.IssueFramed: Deed(FRAMED, "issue", "issue"),
    e.FramingContested: Deed(OBJECTED, "issue", "issue"),
    e.OptionProposed: Deed(PROPOSED, "option", "option"),
    e.PackageTabled: Deed(PROPOSED, "package", "package"),
    e.PackageAnswered: Deed(ANSWERED, "package", "package", "answer"),
    e.PackageWithdrawn: Deed(WITHDREW, "package", "package"),
    e.ExpertAsked: Deed(ASKED, "expert-call", "call"),
    e.ExpertAnswered: Deed(ANSWERED, "expert-call", "call"),
    e.CapitalAsked: Deed(ASKED, "capital-call", "call"),
    e.AppealMade: Deed(APPEALED, "session"),
    e.VersionIssued: Deed(ISSUED, "text", "document"),
    e.ClauseCommented: Deed(COMMENTED, "clause", "clause"),
    e.ClauseBracketed: Deed(BRACKETED, "clause", "clause"),
    e.BracketLifted: Deed(LIFTED, "clause", "clause", "resolution"),
    e.BracketNarrowed: Deed(NARROWED, "clause", "clause"),
    e.BracketSupported: Deed(SUPPORTED, "clause", "clause"),
    e.FootnoteAdded: Deed(COMMENTED, "clause", "clause"),
    e.ClauseReferred: Deed(REFERRED, "clause", "clause"),
    e.ClauseParked: Deed(PARKED, "clause", "clause"),
    e.ReadingClosed: Deed(CLOSED, "text", "document"),
    e.AdoptionOpened: Deed(SUBMITTED, "text", "document"),
    e.AdoptionAnswered: Deed(ANSWERED, "text", "document", "verdict"),
    e.PositionExplained: Deed(COMMENTED, "text", "document"),
    e.CommitmentRecorded: Deed(RECORDED, "commitment", "commitment"),
    e.CommitmentStruck: Deed(WITHDREW, "commitment", "commitment"),
    e.ShockAnswered: Deed(ANSWERED, "shock", "shock"),
    e.IncidentReported: Deed(REPORTED, "incident", "incident"),
    e.IncidentAcknowledged: Deed(ACKNOWLEDGED, "incident", "incident"),
    e.CalledBack: Deed(ANSWERED, "incident", "incident"),
    e.VersionAdded: Deed(COMMENTED, "incident", "incident"),
    e.VisitAsked: Deed(ASKED, "incident", "incident"),
    e.VisitAgreed: Deed(ACCEPTED, "incident", "incident"),
    e.VisitMade: Deed(VISITED, "incident", "incident"),
    e.IncidentVerified: Deed(VERIFIED, "incident", "incident"),
    e.IncidentHandled: Deed(RECORDED, "incident", "incident"),
    e.IncidentClosed: Deed(CLOSED, "incident", "incident"),
    e.FollowUpAdded: Deed(RECORDED, "follow-up", "entry"),
    e.ProgressReported: Deed(REPORTED, "follow-up", "entry", "progress"),
    e.FollowUpStruck: Deed(WITHDREW, "follow-up", "entry"),
    e.ReportDelivered: Deed(ISSUED, "report", "report"),
    e.ReportAnswered: Deed(ANSWERED, "report", "report", "say"),
    e.ReportReturned: Deed(DECLINED, "report", "report"),
    e.MatterLifted: Deed(REFERRED, "issue", "issue"),
    e.DisputeRaised: Deed(OPENED, "dispute", "dispute"),
    e.DisputeAnswered: Deed(ANSWERED, "dispute", "dispute"),
    e.ReadingProposed: Deed(COMMENTED, "dispute", "dispute"),
    e.ReadingAccepted: Deed(ACCEPTED, "dispute", "dispute"),
    e.DisputeReferred: Deed(REFERRED, "dispute", "dispute"),
    e.DisputeWithdrawn: Deed(WITHDREW, "dispute", "dispute"),
    e.MessengerSent: Deed(SENT, "message", "message"),
    e.MessageDelivered: Deed(SHARED, "message", "message"),
    e.CompliancePublished: Deed(ISSUED, "compliance"),
    e.StatementIssued: Deed(ISSUED, "statement"),
    e.InputFiled: Deed(PROPOSED, "input", "input"),
    e.InputTraced: Deed(ANSWERED, "input", "input", "uptake"),
    e.SynthesisIssued: Deed(ISSUED, "synthesis"),
    e.NonPaperIssued: Deed(ISSUED, "paper", "paper"),
}
"""What people do, by the event that says it."""

NO_DEEDS: frozenset[type[e.Fact]] = frozenset(
    (
        # what exercise control and the clock bring about
        *(e.SessionOpened, e.SeatCast, e.ClockStarted, e.ClockPaused, e.ClockResumed, e.ClockJumped, e.PhaseEntered),
        *(e.PhaseCut, e.PlayExtended, e.InjectSent, e.InjectHeld, e.InjectArmed, e.InjectSkipped, e.InjectMet),
        *(e.InjectMissed, e.InjectMarked, e.InjectImprovised, e.InjectPutOff, e.CapitalAnswered, e.OutcomeRecorded),
        *(e.SessionEnded, e.AnnouncementMade, e.WallSet, e.PulseOpened, e.ShockThrown, e.HotlineOverdue),
        *(e.ChairChanged, e.ReferralAnswered, e.DebriefBegun, e.DebriefStepTaken, e.DebriefShown, e.MomentsChosen),
        e.RolesLeftConfirmed,
        # what follows from what somebody did
        *(e.AgendaAdopted, e.CaucusOpened, e.OptionUnlocked, e.PackageSuperseded, e.PackageAgreed, e.PackageRejected),
        *(e.TextReferred, e.TextAdopted, e.AdoptionFailed, e.ReportAdopted, e.DisputeSettled),
        # what is one person's own, or a team's
        *(e.StopInvoked, e.NoteWritten, e.PulseAnswered, e.LearnedRecorded, e.SheetWritten, e.SheetFiled),
        *(e.BeliefNoted, e.BeliefStruck, e.ConductMarked),
        # what is said of somebody
        *(e.MoveTagged, e.TagWithdrawn, e.ShockJudged, e.AgreementJudged, e.ComplianceJudged, e.RaterAdmitted),
        *(e.ObservationNoted, e.ObservationWithdrawn, e.SeatRated, e.RatingsLocked),
        # slips and sorting
        *(e.RequestWithdrawn, e.InputTagged),
    )
)
"""Events that make no statement about anybody."""
