"""The rule for each command: every one has its room, and a command without a rule does not type-check."""

from typing import assert_never

from simulator.engine import commands as c
from simulator.engine.decide import (
    adoption,
    caucuses,
    commitments,
    control,
    debriefing,
    disputes,
    floor,
    follow_up,
    incidents,
    injects,
    inputs,
    interests,
    messages,
    packages,
    people,
    process,
    ratings,
    reports,
    sheets,
    shocks,
    text,
    wall,
)
from simulator.engine.decide.due import due
from simulator.engine.events import Event
from simulator.engine.session import Session


def asked(command: c.Command, session: Session) -> tuple[Event, ...]:
    """What the rule for a command makes happen. Raises Refused where it says no."""
    if isinstance(command, c.IncidentCommand):
        return _incidents(command, session)
    if isinstance(command, c.CommitteeCommand):
        return _committee(command, session)
    if isinstance(command, c.InputCommand):
        return _inputs(command, session)
    if isinstance(command, c.SheetCommand):
        return _sheets(command, session)
    if isinstance(command, c.DebriefCommand):
        return _debriefing(command, session)
    match command:
        case c.OpenSession():
            return control.open_session(command, session)
        case c.CastSeat():
            return control.cast_seat(command, session)
        case c.SwapSeats():
            return control.swap_seats(command, session)
        case c.StartClock():
            return control.start_clock(command, session)
        case c.PauseClock():
            return control.pause_clock(command, session)
        case c.ResumeClock():
            return control.resume_clock(command, session)
        case c.JumpClock():
            return control.jump_clock(command, session)
        case c.EnterPhase():
            return control.enter_phase(command, session)
        case c.CutPhase():
            return control.cut_phase(command, session)
        case c.ExtendPlay():
            return control.extend_play(command, session)
        case c.Tick():
            return due(session, command.at)
        case c.SendInject():
            return injects.send_inject(command, session)
        case c.HoldInject():
            return injects.hold_inject(command, session)
        case c.ArmInject():
            return injects.arm_inject(command, session)
        case c.SkipInject():
            return injects.skip_inject(command, session)
        case c.MarkInject():
            return injects.mark_inject(command, session)
        case c.ImproviseInject():
            return injects.improvise_inject(command, session)
        case c.PutOffInject():
            return injects.put_off_inject(command, session)
        case c.AnswerCapital():
            return people.answer_capital(command, session)
        case c.DeclareOutcome():
            return adoption.declare_outcome(command, session)
        case c.EndSession():
            return control.end_session(command, session)
        case c.Announce():
            return wall.announce(command, session)
        case c.SetWall():
            return wall.set_wall(command, session)
        case c.SayReady():
            return people.say_ready(command, session)
        case c.InvokeStop():
            return people.invoke_stop(command, session)
        case c.LeaveRole():
            return people.leave_role(command, session)
        case c.WriteNote():
            return people.write_note(command, session)
        case c.AnswerPulse():
            return people.answer_pulse(command, session)
        case c.AnswerInject():
            return people.answer_inject(command, session)
        case c.OpenPaper():
            return people.open_paper(command, session)
        case c.RequestFloor():
            return floor.request_floor(command, session)
        case c.WithdrawRequest():
            return floor.withdraw_request(command, session)
        case c.GiveFloor():
            return floor.give_floor(command, session)
        case c.YieldFloor():
            return floor.yield_floor(command, session)
        case c.RaisePointOfOrder():
            return floor.raise_point_of_order(command, session)
        case c.SuspendSitting():
            return floor.suspend_sitting(command, session)
        case c.ResumeSitting():
            return floor.resume_sitting(command, session)
        case c.WithdrawTag():
            return ratings.withdraw_tag(command, session)
        case c.TagMove():
            return floor.tag_move(command, session)
        case c.ProposeAgenda():
            return process.propose_agenda(command, session)
        case c.AdoptAgenda():
            return process.adopt_agenda(command, session)
        case c.ImposeAgenda():
            return process.impose_agenda(command, session)
        case c.GiveConsent():
            return process.give_consent(command, session)
        case c.WalkOut():
            return process.walk_out(command, session)
        case c.ReturnToTalks():
            return process.return_to_talks(command, session)
        case c.CallCaucus():
            return caucuses.call_caucus(command, session)
        case c.AcceptCaucus():
            return caucuses.accept_caucus(command, session)
        case c.DeclineCaucus():
            return caucuses.decline_caucus(command, session)
        case c.CloseCaucus():
            return caucuses.close_caucus(command, session)
        case c.DiscloseInterest():
            return interests.disclose_interest(command, session)
        case c.PermitRelease():
            return interests.permit_release(command, session)
        case c.WithdrawRelease():
            return interests.withdraw_release(command, session)
        case c.RelayInterest():
            return interests.relay_interest(command, session)
        case c.AcknowledgeInterest():
            return interests.acknowledge_interest(command, session)
        case c.RecordLearned():
            return interests.record_learned(command, session)
        case c.StatePosition():
            return interests.state_position(command, session)
        case c.FrameIssues():
            return process.frame_issues(command, session)
        case c.ContestFraming():
            return process.contest_framing(command, session)
        case c.ProposeOption():
            return packages.propose_option(command, session)
        case c.TablePackage():
            return packages.table_package(command, session)
        case c.AnswerPackage():
            return packages.answer_package(command, session)
        case c.WithdrawPackage():
            return packages.withdraw_package(command, session)
        case c.IssueVersion():
            return text.issue_version(command, session)
        case c.CommentClause():
            return text.comment_clause(command, session)
        case c.BracketClause():
            return text.bracket_clause(command, session)
        case c.LiftBracket():
            return text.lift_bracket(command, session)
        case c.ParkClause():
            return text.park_clause(command, session)
        case c.CloseReading():
            return text.close_reading(command, session)
        case c.PutToAdoption():
            return adoption.put_to_adoption(command, session)
        case c.AnswerAdoption():
            return adoption.answer_adoption(command, session)
        case c.AskExpert():
            return people.ask_expert(command, session)
        case c.AnswerExpert():
            return people.answer_expert(command, session)
        case c.AskCapital():
            return people.ask_capital(command, session)
        case c.MakeAppeal():
            return people.make_appeal(command, session)
        case c.RecordCommitment():
            return commitments.record_commitment(command, session)
        case c.StrikeCommitment():
            return commitments.strike_commitment(command, session)
        case c.ThrowShock():
            return shocks.throw_shock(command, session)
        case c.AnswerShock():
            return shocks.answer_shock(command, session)
        case c.JudgeShock():
            return shocks.judge_shock(command, session)
        case c.JudgeAgreement():
            return shocks.judge_agreement(command, session)
        case c.AdmitRater():
            return ratings.admit_rater(command, session)
        case c.NoteObservation():
            return ratings.note_observation(command, session)
        case c.WithdrawObservation():
            return ratings.withdraw_observation(command, session)
        case c.RateSeat():
            return ratings.rate_seat(command, session)
        case c.LockRatings():
            return ratings.lock_ratings(command, session)
        case c.OpenSitting():
            return floor.open_sitting(command, session)
        case c.CloseSitting():
            return floor.close_sitting(command, session)
        case c.ChangeChair():
            return floor.change_chair(command, session)
        case c.ObjectToItem():
            return process.object_to_item(command, session)
        case c.TakeUpItem():
            return process.take_up_item(command, session)
        case c.OfferStep():
            return process.offer_step(command, session)
        case c.NarrowBracket():
            return text.narrow_bracket(command, session)
        case c.SupportBracket():
            return text.support_bracket(command, session)
        case c.AddFootnote():
            return text.add_footnote(command, session)
        case c.ReferClause():
            return adoption.refer_clause(command, session)
        case c.ExplainPosition():
            return adoption.explain_position(command, session)
        case c.AnswerReferral():
            return adoption.answer_referral(command, session)
        case _:
            assert_never(command)


def _incidents(command: c.IncidentCommand, session: Session) -> tuple[Event, ...]:
    match command:
        case c.ReportIncident():
            return incidents.report_incident(command, session)
        case c.AcknowledgeIncident():
            return incidents.acknowledge_incident(command, session)
        case c.CallBack():
            return incidents.call_back(command, session)
        case c.AddVersion():
            return incidents.add_version(command, session)
        case c.AskVisit():
            return incidents.ask_visit(command, session)
        case c.AgreeVisit():
            return incidents.agree_visit(command, session)
        case c.VerifyIncident():
            return incidents.verify_incident(command, session)
        case c.HandleIncident():
            return incidents.handle_incident(command, session)
        case c.CloseIncident():
            return incidents.close_incident(command, session)
        case c.AddFollowUp():
            return follow_up.add_follow_up(command, session)
        case c.ReportProgress():
            return follow_up.report_progress(command, session)
        case c.StrikeFollowUp():
            return follow_up.strike_follow_up(command, session)
        case c.JudgeCompliance():
            return follow_up.judge_compliance(command, session)
        case _:
            assert_never(command)


def _committee(command: c.CommitteeCommand, session: Session) -> tuple[Event, ...]:
    match command:
        case c.DeliverReport():
            return reports.deliver_report(command, session)
        case c.AnswerReport():
            return reports.answer_report(command, session)
        case c.ReturnReport():
            return reports.return_report(command, session)
        case c.LiftMatter():
            return reports.lift_matter(command, session)
        case c.RaiseDispute():
            return disputes.raise_dispute(command, session)
        case c.AnswerDispute():
            return disputes.answer_dispute(command, session)
        case c.ProposeReading():
            return disputes.propose_reading(command, session)
        case c.AcceptReading():
            return disputes.accept_reading(command, session)
        case c.ReferDispute():
            return disputes.refer_dispute(command, session)
        case c.WithdrawDispute():
            return disputes.withdraw_dispute(command, session)
        case c.SendMessenger():
            return messages.send_messenger(command, session)
        case c.DeliverMessage():
            return messages.deliver_message(command, session)
        case c.PublishReport():
            return messages.publish_report(command, session)
        case c.IssueStatement():
            return messages.issue_statement(command, session)
        case _:
            assert_never(command)


def _inputs(command: c.InputCommand, session: Session) -> tuple[Event, ...]:
    match command:
        case c.FileInput():
            return inputs.file_input(command, session)
        case c.TagInput():
            return inputs.tag_input(command, session)
        case c.IssueSynthesis():
            return inputs.issue_synthesis(command, session)
        case c.TraceInput():
            return inputs.trace_input(command, session)
        case c.IssueNonPaper():
            return messages.issue_non_paper(command, session)
        case _:
            assert_never(command)


def _sheets(command: c.SheetCommand, session: Session) -> tuple[Event, ...]:
    match command:
        case c.WriteSheet():
            return sheets.write_sheet(command, session)
        case c.FileSheet():
            return sheets.file_sheet(command, session)
        case c.NoteBelief():
            return sheets.note_belief(command, session)
        case c.StrikeBelief():
            return sheets.strike_belief(command, session)
        case c.MarkConduct():
            return sheets.mark_conduct(command, session)
        case _:
            assert_never(command)


def _debriefing(command: c.DebriefCommand, session: Session) -> tuple[Event, ...]:
    match command:
        case c.BeginDebrief():
            return debriefing.begin_debrief(command, session)
        case c.TakeDebriefStep():
            return debriefing.take_step(command, session)
        case c.ShowDebrief():
            return debriefing.show(command, session)
        case c.ChooseMoments():
            return debriefing.choose_moments(command, session)
        case c.ConfirmRolesLeft():
            return debriefing.confirm_roles_left(command, session)
        case _:
            assert_never(command)
