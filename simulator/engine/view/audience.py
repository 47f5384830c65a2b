"""Who may know that an event happened: everybody, some seats, or exercise control only."""

from collections.abc import Mapping
from typing import assert_never, cast, get_args

from roles.rights import Sight
from scenarios.once import once
from simulator.engine import events as e
from simulator.engine.decide.pen import sees_text
from simulator.engine.decide.reports import reads
from simulator.engine.legal import archetype_of, in_body, party_of
from simulator.engine.session import Moment, Session, main_body
from simulator.engine.words import EVERYBODY, TRAINER

_PUBLIC = frozenset(
    (
        e.SessionOpened,
        e.SeatCast,
        e.ClockStarted,
        e.ClockPaused,
        e.ClockResumed,
        e.ClockJumped,
        e.PhaseEntered,
        e.PhaseCut,
        e.PlayExtended,
        e.OutcomeRecorded,
        e.SessionEnded,
        e.AnnouncementMade,
        e.SeatReady,
        e.RoleLeft,
        e.DebriefBegun,
        e.DebriefStepTaken,
        e.RolesLeftConfirmed,
        e.PulseOpened,
        e.ConsentChanged,
        e.PositionStated,
        e.IssueFramed,
        e.FramingContested,
        e.OptionProposed,
        e.PackageTabled,
        e.PackageAnswered,
        e.PackageSuperseded,
        e.PackageWithdrawn,
        e.PackageAgreed,
        e.PackageRejected,
        e.VersionIssued,
        e.ClauseCommented,
        e.ClauseBracketed,
        e.BracketLifted,
        e.ClauseParked,
        e.ReadingClosed,
        e.AdoptionOpened,
        e.AdoptionAnswered,
        e.TextAdopted,
        e.AdoptionFailed,
        e.AppealMade,
        e.CommitmentRecorded,
        e.CommitmentStruck,
        e.ShockThrown,
        e.ShockAnswered,
        e.BracketNarrowed,
        e.BracketSupported,
        e.FootnoteAdded,
        e.ClauseReferred,
        e.ReferralAnswered,
        e.TextReferred,
        e.PositionExplained,
        e.IncidentReported,
        e.IncidentAcknowledged,
        e.CalledBack,
        e.VersionAdded,
        e.VisitAsked,
        e.VisitAgreed,
        e.VisitMade,
        e.IncidentVerified,
        e.IncidentHandled,
        e.IncidentClosed,
        e.HotlineOverdue,
        e.FollowUpAdded,
        e.ProgressReported,
        e.FollowUpStruck,
        e.ComplianceJudged,
        e.DisputeRaised,
        e.DisputeAnswered,
        e.ReadingProposed,
        e.ReadingAccepted,
        e.DisputeSettled,
        e.DisputeReferred,
        e.DisputeWithdrawn,
        e.CompliancePublished,
        e.StatementIssued,
        e.InputFiled,
        e.InputTagged,
        e.SynthesisIssued,
        e.InputTraced,
    )
)
"""Events that everybody at the table may know. Looked up first, because a log is mostly made of them."""

_OF_TEXTS = frozenset(get_args(e.TextEvent))


def may_know(event: e.Event, session: Session, seat: str) -> bool:
    """Whether a seat may know an event, with all that the event says. Exercise control knows them all."""
    if seat == TRAINER or _open(event):
        return True
    if type(event) in _OF_TEXTS:
        return sees_text(session, seat, cast(e.TextEvent, event).document)
    if event.by == seat:
        return not isinstance(event, e.InjectMet)  # what control waits for is not said to who did it unawares
    match event:
        case (
            e.FloorRequested()
            | e.RequestWithdrawn()
            | e.FloorGiven()
            | e.FloorYielded()
            | e.PointOfOrderRaised()
            | e.SittingSuspended()
            | e.SittingResumed()
        ):
            return event.body not in session.scenario.bodies or in_body(session, seat, event.body)
        case e.CaucusCalled() | e.CaucusAccepted() | e.CaucusOpened() | e.CaucusDeclined() | e.CaucusClosed():
            caucus = session.caucuses.get(event.caucus)
            return caucus is not None and (seat in caucus.seats or archetype_of(session, seat).sight is not Sight.OWN)
        case e.InjectSent():
            return seat in event.to
        case (
            e.InjectImprovised()  # with why it was sent: its paper says the rest
            | e.InjectPutOff()
            | e.PaperOpened()
            | e.InjectHeld()
            | e.InjectArmed()
            | e.InjectSkipped()
            | e.InjectMet()
            | e.InjectMissed()
            | e.InjectMarked()
            | e.StopInvoked()
            | e.NoteWritten()
            | e.PulseAnswered()
            | e.InjectAnswered()
            | e.MoveTagged()
            | e.TagWithdrawn()
            | e.WallSet()
            | e.DebriefShown()
            | e.MomentsChosen()
            | e.ShockJudged()
            | e.AgreementJudged()
            | e.RaterAdmitted()
        ):
            return False
        case e.ObservationNoted() | e.ObservationWithdrawn() | e.SeatRated() | e.RatingsLocked():
            return event.rater == seat
        case (
            e.SittingOpened()
            | e.SittingClosed()
            | e.ChairChanged()
            | e.AgendaProposed()
            | e.AgendaEndorsed()
            | e.AgendaAdopted()
            | e.ItemObjected()
            | e.ItemTakenUp()
        ):
            return _hears_of(session, seat, event.body)
        case e.PartyWalkedOut() | e.PartyReturned() | e.StepOffered():
            return _hears_of(session, seat, event.body) or party_of(session, seat) == event.party
        case e.InterestDisclosed():
            return EVERYBODY in event.to or seat in event.to or _owns(session, seat, event.interest)
        case e.InterestRelayed():
            told = EVERYBODY in event.to or seat in event.to
            return told or (not event.breach and _owns(session, seat, event.interest))
        case e.ReleasePermitted() | e.ReleaseWithdrawn():
            token = session.interests.get(event.interest)
            return (token is not None and seat in token.told) or _owns(session, seat, event.interest)
        case e.InterestAcknowledged():
            token = session.interests.get(event.interest)
            return (token is not None and token.public) or _owns(session, seat, event.interest)
        case (
            e.LearnedRecorded()
            | e.SheetWritten()
            | e.SheetFiled()
            | e.BeliefNoted()
            | e.BeliefStruck()
            | e.ConductMarked()
        ):
            return party_of(session, event.by) == party_of(session, seat)
        case e.OptionUnlocked():
            return party_of(session, seat) in event.parties
        case e.ExpertAsked() | e.ExpertAnswered():
            expert = session.scenario.expert
            call = session.expert_calls.get(event.call)
            asked = call is not None and call.party == party_of(session, seat)
            return asked or (expert is not None and seat == expert.seat)
        case e.ReportDelivered() | e.ReportAnswered() | e.ReportAdopted() | e.ReportReturned() | e.MatterLifted():
            report = session.reports.get(event.report)
            return report is not None and reads(session, seat, report)
        case e.MessengerSent():
            return seat == event.seat or party_of(session, seat) == party_of(session, event.by)
        case e.MessageDelivered():
            message = session.messages.get(event.message)
            if message is None:
                return False
            return seat in message.to or party_of(session, seat) == party_of(session, message.by)
        case e.NonPaperIssued():
            return EVERYBODY in event.to or seat in event.to
        case e.CapitalAsked() | e.CapitalAnswered():
            return party_of(session, seat) == event.party
        case (
            e.SessionOpened()
            | e.SeatCast()
            | e.ClockStarted()
            | e.ClockPaused()
            | e.ClockResumed()
            | e.ClockJumped()
            | e.PhaseEntered()
            | e.PhaseCut()
            | e.PlayExtended()
            | e.OutcomeRecorded()
            | e.SessionEnded()
            | e.AnnouncementMade()
            | e.SeatReady()
            | e.RoleLeft()
            | e.DebriefBegun()
            | e.DebriefStepTaken()
            | e.RolesLeftConfirmed()
            | e.PulseOpened()
            | e.ConsentChanged()
            | e.PositionStated()
            | e.IssueFramed()
            | e.FramingContested()
            | e.OptionProposed()
            | e.PackageTabled()
            | e.PackageAnswered()
            | e.PackageSuperseded()
            | e.PackageWithdrawn()
            | e.PackageAgreed()
            | e.PackageRejected()
            | e.VersionIssued()
            | e.ClauseCommented()
            | e.ClauseBracketed()
            | e.BracketLifted()
            | e.ClauseParked()
            | e.ReadingClosed()
            | e.AdoptionOpened()
            | e.AdoptionAnswered()
            | e.TextAdopted()
            | e.AdoptionFailed()
            | e.AppealMade()
            | e.CommitmentRecorded()
            | e.CommitmentStruck()
            | e.ShockThrown()
            | e.ShockAnswered()
            | e.BracketNarrowed()
            | e.BracketSupported()
            | e.FootnoteAdded()
            | e.ClauseReferred()
            | e.ReferralAnswered()
            | e.TextReferred()
            | e.PositionExplained()
            | e.IncidentReported()
            | e.IncidentAcknowledged()
            | e.CalledBack()
            | e.VersionAdded()
            | e.VisitAsked()
            | e.VisitAgreed()
            | e.VisitMade()
            | e.IncidentVerified()
            | e.IncidentHandled()
            | e.IncidentClosed()
            | e.HotlineOverdue()
            | e.FollowUpAdded()
            | e.ProgressReported()
            | e.FollowUpStruck()
            | e.ComplianceJudged()
            | e.DisputeRaised()
            | e.DisputeAnswered()
            | e.ReadingProposed()
            | e.ReadingAccepted()
            | e.DisputeSettled()
            | e.DisputeReferred()
            | e.DisputeWithdrawn()
            | e.CompliancePublished()
            | e.StatementIssued()
            | e.InputFiled()
            | e.InputTagged()
            | e.SynthesisIssued()
            | e.InputTraced()
        ):
            return True
        case _:
            assert_never(event)


def known(log: tuple[Moment, ...], session: Session, seat: str) -> tuple[Moment, ...]:
    """The events of a log that a seat may know, in order."""
    if seat == TRAINER:
        return log
    hears = {body: in_body(session, seat, body) for body in session.scenario.bodies}
    hidden = {m.number for m in _guarded(session, log) if not _told(m.event, session, seat, hears)}
    return tuple(m for m in log if m.number not in hidden) if hidden else log


def _told(event: e.Event, session: Session, seat: str, hears: Mapping[str, bool]) -> bool:
    """The same as `may_know`, with the frequent kinds looked up; `hears` says which bodies the seat is in."""
    kind = type(event)
    if kind in _ITS_AUTHORS:
        return event.by == seat
    if kind in _ON_THE_FLOOR:
        return event.by == seat or hears.get(cast(e.FloorGiven, event).body, True)
    return may_know(event, session, seat)


def _guarded(session: Session, log: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """The events of a log that not everybody may know."""
    return _guarded_now(session) if log is session.log else tuple(m for m in log if not _open(m.event))


@once
def _guarded_now(session: Session) -> tuple[Moment, ...]:
    common = {n for n, b in session.scenario.bodies.items() if b.members == "all" and not b.confidential}
    return tuple(
        m
        for m in session.log
        if not (_open(m.event) or (type(m.event) in _ON_THE_FLOOR and cast(e.FloorGiven, m.event).body in common))
    )


_ITS_AUTHORS = frozenset(
    (e.MoveTagged, e.TagWithdrawn, e.PulseAnswered, e.InjectAnswered, e.NoteWritten, e.PaperOpened)
)
"""Events that only their author may know."""

_ON_THE_FLOOR = frozenset(
    (
        e.FloorRequested,
        e.RequestWithdrawn,
        e.FloorGiven,
        e.FloorYielded,
        e.PointOfOrderRaised,
        e.SittingSuspended,
        e.SittingResumed,
    )
)
"""Events of the floor of a body, which everybody knows where everybody sits in it."""


def _open(event: e.Event) -> bool:
    """Whether everybody may know an event: of a text beside the main one, those who may know of the text."""
    kind = type(event)
    return kind in _PUBLIC and not (kind in _OF_TEXTS and cast(e.TextEvent, event).document)


def _owns(session: Session, seat: str, interest: str) -> bool:
    return interest.split(".", 1)[0] == party_of(session, seat)


def _hears_of(session: Session, seat: str, body: str) -> bool:
    """Whether a seat may know what a body does: all may, unless the body is confidential."""
    name = body or main_body(session.scenario)
    written = session.scenario.bodies.get(name)
    return written is None or not written.confidential or in_body(session, seat, name)
