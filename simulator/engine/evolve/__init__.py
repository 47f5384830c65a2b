"""What happened changes the session: total, one line an event."""

from typing import assert_never, cast, get_args

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve import committee, course, debriefing, incidents, judging, paper, sheets, talks
from simulator.engine.evolve.change import put
from simulator.engine.session import LOG_LENGTH, Moment, Session

_OF_TEXTS = frozenset(get_args(e.TextEvent))


def evolve(session: Session, event: e.Event) -> Session:
    """The session after an event. What happened is never refused."""
    number = session.number + 1
    after = _change(session, event)
    moment = Moment(number, after.clock.read(event.at), after.phase, event)
    log = (*session.log[-(LOG_LENGTH - 1) :], moment)
    if type(event) not in _OF_TEXTS:
        return replace(after, number=number, last_at=event.at, log=log)
    document = cast(e.TextEvent, event).document
    drafting = put(after.drafting, document, (*after.drafting.get(document, ()), moment))
    return replace(after, number=number, last_at=event.at, log=log, drafting=drafting)


def _change(session: Session, event: e.Event) -> Session:
    match event:
        case e.SessionOpened():
            return course.session_opened(session, event)
        case e.SeatCast():
            return course.seat_cast(session, event)
        case e.ClockStarted():
            return course.clock_started(session, event)
        case e.ClockPaused():
            return course.clock_paused(session, event)
        case e.ClockResumed():
            return course.clock_resumed(session, event)
        case e.ClockJumped():
            return course.clock_jumped(session, event)
        case e.PhaseEntered():
            return course.phase_entered(session, event)
        case e.PhaseCut():
            return course.phase_cut(session, event)
        case e.PlayExtended():
            return course.play_extended(session, event)
        case e.InjectSent():
            return course.inject_sent(session, event)
        case e.InjectImprovised():
            return course.inject_improvised(session, event)
        case e.InjectPutOff():
            return course.inject_put_off(session, event)
        case e.PaperOpened():
            return course.paper_opened(session, event)
        case e.InjectHeld():
            return course.inject_held(session, event)
        case e.InjectArmed():
            return course.inject_armed(session, event)
        case e.InjectSkipped():
            return course.inject_skipped(session, event)
        case e.InjectMet():
            return course.inject_met(session, event)
        case e.InjectMissed():
            return course.inject_missed(session, event)
        case e.InjectMarked():
            return course.inject_marked(session, event)
        case e.CapitalAnswered():
            return talks.capital_answered(session, event)
        case e.OutcomeRecorded():
            return course.outcome_recorded(session, event)
        case e.SessionEnded():
            return course.session_ended(session, event)
        case e.AnnouncementMade():
            return course.announcement_made(session, event)
        case e.WallSet():
            return course.wall_set(session, event)
        case e.SeatReady():
            return course.seat_ready(session, event)
        case e.StopInvoked():
            return course.stop_invoked(session, event)
        case e.RoleLeft():
            return course.role_left(session, event)
        case e.NoteWritten():
            return course.note_written(session, event)
        case e.PulseOpened():
            return course.pulse_opened(session, event)
        case e.PulseAnswered():
            return course.pulse_answered(session, event)
        case e.InjectAnswered():
            return course.inject_answered(session, event)
        case e.FloorRequested():
            return talks.floor_requested(session, event)
        case e.RequestWithdrawn():
            return talks.request_withdrawn(session, event)
        case e.FloorGiven():
            return talks.floor_given(session, event)
        case e.FloorYielded():
            return talks.floor_yielded(session, event)
        case e.SittingSuspended():
            return talks.sitting_suspended(session, event)
        case e.SittingResumed():
            return talks.sitting_resumed(session, event)
        case e.AgendaProposed():
            return talks.agenda_proposed(session, event)
        case e.AgendaEndorsed():
            return talks.agenda_endorsed(session, event)
        case e.AgendaAdopted():
            return talks.agenda_adopted(session, event)
        case e.ConsentChanged():
            return talks.consent_changed(session, event)
        case e.CaucusCalled():
            return talks.caucus_called(session, event)
        case e.CaucusAccepted():
            return talks.caucus_accepted(session, event)
        case e.CaucusOpened():
            return talks.caucus_opened(session, event)
        case e.CaucusDeclined():
            return talks.caucus_declined(session, event)
        case e.CaucusClosed():
            return talks.caucus_closed(session, event)
        case e.InterestDisclosed():
            return talks.interest_disclosed(session, event)
        case e.ReleasePermitted():
            return talks.release_permitted(session, event)
        case e.ReleaseWithdrawn():
            return talks.release_withdrawn(session, event)
        case e.InterestRelayed():
            return talks.interest_relayed(session, event)
        case e.InterestAcknowledged():
            return talks.interest_acknowledged(session, event)
        case e.LearnedRecorded():
            return talks.learned_recorded(session, event)
        case e.PositionStated():
            return paper.position_stated(session, event)
        case e.IssueFramed():
            return paper.issue_framed(session, event)
        case e.FramingContested():
            return paper.framing_contested(session, event)
        case e.OptionUnlocked():
            return paper.option_unlocked(session, event)
        case e.OptionProposed():
            return paper.option_proposed(session, event)
        case e.PackageTabled():
            return paper.package_tabled(session, event)
        case e.PackageAnswered():
            return paper.package_answered(session, event)
        case e.PackageSuperseded():
            return paper.package_superseded(session, event)
        case e.PackageWithdrawn():
            return paper.package_withdrawn(session, event)
        case e.PackageAgreed():
            return paper.package_agreed(session, event)
        case e.PackageRejected():
            return paper.package_rejected(session, event)
        case e.VersionIssued():
            return paper.version_issued(session, event)
        case e.ClauseCommented():
            return paper.clause_commented(session, event)
        case e.ClauseBracketed():
            return paper.clause_bracketed(session, event)
        case e.BracketLifted():
            return paper.bracket_lifted(session, event)
        case e.ClauseParked():
            return paper.clause_parked(session, event)
        case e.ReadingClosed():
            return paper.reading_closed(session, event)
        case e.AdoptionOpened():
            return paper.adoption_opened(session, event)
        case e.AdoptionAnswered():
            return paper.adoption_answered(session, event)
        case e.TextAdopted():
            return paper.text_adopted(session, event)
        case e.AdoptionFailed():
            return paper.adoption_failed(session, event)
        case e.SittingOpened():
            return talks.sitting_opened(session, event)
        case e.SittingClosed():
            return talks.sitting_closed(session, event)
        case e.ChairChanged():
            return talks.chair_changed(session, event)
        case e.ItemObjected():
            return talks.item_objected(session, event)
        case e.ItemTakenUp():
            return talks.item_taken_up(session, event)
        case e.PartyWalkedOut():
            return talks.party_walked_out(session, event)
        case e.PartyReturned():
            return talks.party_returned(session, event)
        case e.StepOffered():
            return talks.step_offered(session, event)
        case e.BracketNarrowed():
            return paper.bracket_narrowed(session, event)
        case e.BracketSupported():
            return paper.bracket_supported(session, event)
        case e.FootnoteAdded():
            return paper.footnote_added(session, event)
        case e.ClauseReferred():
            return paper.clause_referred(session, event)
        case e.ReferralAnswered():
            return paper.referral_answered(session, event)
        case e.TextReferred():
            return paper.text_referred(session, event)
        case e.PositionExplained():
            return paper.position_explained(session, event)
        case e.IncidentReported():
            return incidents.incident_reported(session, event)
        case e.IncidentAcknowledged():
            return incidents.incident_acknowledged(session, event)
        case e.CalledBack():
            return incidents.called_back(session, event)
        case e.VersionAdded():
            return incidents.version_added(session, event)
        case e.VisitAsked():
            return incidents.visit_asked(session, event)
        case e.VisitAgreed():
            return incidents.visit_agreed(session, event)
        case e.VisitMade():
            return incidents.visit_made(session, event)
        case e.IncidentVerified():
            return incidents.incident_verified(session, event)
        case e.IncidentHandled():
            return incidents.incident_handled(session, event)
        case e.IncidentClosed():
            return incidents.incident_closed(session, event)
        case e.HotlineOverdue():
            return incidents.hotline_overdue(session, event)
        case e.FollowUpAdded():
            return incidents.follow_up_added(session, event)
        case e.ProgressReported():
            return incidents.progress_reported(session, event)
        case e.FollowUpStruck():
            return incidents.follow_up_struck(session, event)
        case e.ComplianceJudged():
            return incidents.compliance_judged(session, event)
        case e.ReportDelivered():
            return committee.report_delivered(session, event)
        case e.ReportAnswered():
            return committee.report_answered(session, event)
        case e.ReportAdopted():
            return committee.report_adopted(session, event)
        case e.ReportReturned():
            return committee.report_returned(session, event)
        case e.MatterLifted():
            return committee.matter_lifted(session, event)
        case e.DisputeRaised():
            return committee.dispute_raised(session, event)
        case e.DisputeAnswered():
            return committee.dispute_answered(session, event)
        case e.ReadingProposed():
            return committee.reading_proposed(session, event)
        case e.ReadingAccepted():
            return committee.reading_accepted(session, event)
        case e.DisputeSettled():
            return committee.dispute_settled(session, event)
        case e.DisputeReferred():
            return committee.dispute_referred(session, event)
        case e.DisputeWithdrawn():
            return committee.dispute_withdrawn(session, event)
        case e.MessengerSent():
            return committee.messenger_sent(session, event)
        case e.MessageDelivered():
            return committee.message_delivered(session, event)
        case e.CompliancePublished():
            return committee.compliance_published(session, event)
        case e.StatementIssued():
            return committee.statement_issued(session, event)
        case e.InputFiled():
            return committee.input_filed(session, event)
        case e.InputTagged():
            return committee.input_tagged(session, event)
        case e.SynthesisIssued():
            return committee.synthesis_issued(session, event)
        case e.InputTraced():
            return committee.input_traced(session, event)
        case e.NonPaperIssued():
            return committee.non_paper_issued(session, event)
        case e.SheetWritten():
            return sheets.sheet_written(session, event)
        case e.SheetFiled():
            return sheets.sheet_filed(session, event)
        case e.BeliefNoted():
            return sheets.belief_noted(session, event)
        case e.BeliefStruck():
            return sheets.belief_struck(session, event)
        case e.ConductMarked():
            return sheets.conduct_marked(session, event)
        case e.ExpertAsked():
            return talks.expert_asked(session, event)
        case e.ExpertAnswered():
            return talks.expert_answered(session, event)
        case e.CapitalAsked():
            return talks.capital_asked(session, event)
        case e.AppealMade():
            return talks.appeal_made(session, event)
        case e.CommitmentRecorded():
            return paper.commitment_recorded(session, event)
        case e.CommitmentStruck():
            return paper.commitment_struck(session, event)
        case e.ShockThrown():
            return judging.shock_thrown(session, event)
        case e.ShockAnswered():
            return judging.shock_answered(session, event)
        case e.ShockJudged():
            return judging.shock_judged(session, event)
        case e.AgreementJudged():
            return judging.agreement_judged(session, event)
        case e.RaterAdmitted():
            return judging.rater_admitted(session, event)
        case e.ObservationNoted():
            return judging.observation_noted(session, event)
        case e.ObservationWithdrawn():
            return judging.observation_withdrawn(session, event)
        case e.SeatRated():
            return judging.seat_rated(session, event)
        case e.RatingsLocked():
            return judging.ratings_locked(session, event)
        case e.MoveTagged():
            return judging.move_tagged(session, event)
        case e.TagWithdrawn():
            return judging.tag_withdrawn(session, event)
        case e.PointOfOrderRaised():
            return session
        case e.DebriefBegun():
            return debriefing.debrief_begun(session, event)
        case e.DebriefStepTaken():
            return debriefing.step_taken(session, event)
        case e.DebriefShown():
            return debriefing.shown(session, event)
        case e.MomentsChosen():
            return debriefing.moments_chosen(session, event)
        case e.RolesLeftConfirmed():
            return debriefing.roles_left(session, event)
        case _:
            assert_never(event)
