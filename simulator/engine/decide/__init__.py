"""The rules: what a command makes happen, or why it is refused."""

from datetime import datetime
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from roles.acts import Act
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine.decide import (
    adoption,
    caucuses,
    commitments,
    control,
    disputes,
    floor,
    follow_up,
    incidents,
    inputs,
    interests,
    messages,
    packages,
    people,
    process,
    ratings,
    reports,
    shocks,
    text,
)
from simulator.engine.decide.due import due
from simulator.engine.decide.expected import met
from simulator.engine.decisions import body_of_text
from simulator.engine.events import Event
from simulator.engine.legal import ACT_OF, demand, demand_control, demand_there
from simulator.engine.refused import Refused
from simulator.engine.session import Session, main_body
from simulator.engine.words import TRAINER

Control = (
    c.OpenSession
    | c.CastSeat
    | c.StartClock
    | c.PauseClock
    | c.ResumeClock
    | c.JumpClock
    | c.EnterPhase
    | c.ExtendPlay
    | c.Tick
    | c.SendInject
    | c.HoldInject
    | c.ArmInject
    | c.SkipInject
    | c.MarkInject
    | c.AnswerCapital
    | c.AnswerReferral
    | c.EndSession
    | c.ThrowShock
    | c.AdmitRater
)
"""What only exercise control asks."""

_TRAINER_TOO = (c.YieldFloor, c.CloseCaucus)
"""What the trainer ends for others, without a right of their own to the act."""

_AGENDA = (c.ProposeAgenda, c.AdoptAgenda, c.ObjectToItem, c.ImposeAgenda, c.TakeUpItem)
"""Where these name no body, they mean the first plenary."""

_PLENARY = (c.TablePackage, c.WithdrawPackage, c.AnswerPackage)
"""What the first plenary decides on."""

_MOST = 10**9
"""No number of a meeting, package or minute comes near."""


def decide(command: c.Command, session: Session) -> tuple[Event, ...]:
    """What a command makes happen.

    Time never runs backwards: a command stamped before the last event counts as of that event.
    Raises Refused, and nothing else, where the rules say no.
    """
    _sound(command)
    at = command.at if session.last_at is None else max(command.at, session.last_at)
    command = replace(command, at=at)
    _known(command, session)
    if isinstance(command, Control):
        demand_control(session, command.by)
    act = _act(command, session)
    if act is not None and not (command.by == TRAINER and isinstance(command, _TRAINER_TOO)):
        demand(session, command.by, act, _body(command, session))
        if isinstance(command, _PLENARY) or hasattr(command, "document"):
            demand_there(session, command.by, act, _body(command, session) or main_body(session.scenario))
    events = _decide(command, session)
    if act is not None:
        events = (*events, *met(session, command.by, act, at))
    return events


def _body(command: c.Command, session: Session) -> str:
    """The body that a command names, or that has the report that it names; none where the scenario has no such body."""
    if isinstance(command, c.AnswerReport | c.ReturnReport | c.LiftMatter):
        report = session.reports.get(command.report)
        return "" if report is None else report.to
    if isinstance(command, c.ReferDispute):
        return ""  # the body that takes it up, and not the one where it is said
    document = getattr(command, "document", "")
    if document in session.scenario.texts:
        return body_of_text(session.scenario, document)
    name = getattr(command, "body", "")
    if not name and isinstance(command, _AGENDA):
        return main_body(session.scenario)
    return name if name in session.scenario.bodies else ""


def _act(command: c.Command, session: Session) -> Act | None:
    """The act that a command is; going on with an agenda is the chair's everywhere but in the first plenary."""
    if isinstance(command, c.ImposeAgenda) and _body(command, session) not in ("", main_body(session.scenario)):
        return Act.PRESIDE
    return ACT_OF.get(type(command))


def due_now(session: Session, at: datetime) -> tuple[Event, ...]:
    """What the clock brings about by a time."""
    return due(session, at)


def _sound(command: c.Command) -> None:
    """What a program may hand over that no screen does: times without a zone, numbers that nothing has."""
    if command.at.utcoffset() is None:
        raise Refused("NO-ZONE", tr("The time of this command does not say its zone."), tr("Stamp commands in UTC."))
    for name in command.__struct_fields__:
        if not _sane(getattr(command, name)):
            raise Refused(
                "OUT-OF-RANGE",
                tr("“{name}” has a number that nothing here has.", name=name),
                tr("Give a smaller number."),
            )


def _sane(value: object) -> bool:
    if isinstance(value, tuple):
        return all(_sane(part) for part in value)
    if isinstance(value, Struct):
        return all(_sane(getattr(value, name)) for name in value.__struct_fields__)
    return not isinstance(value, float) and not (isinstance(value, int) and not -_MOST <= value <= _MOST)


def _known(command: c.Command, session: Session) -> None:
    if command.by != TRAINER and command.by not in session.scenario.seats:
        raise Refused(
            "NO-SUCH-SEAT", tr("There is no seat “{name}”.", name=command.by[:60]), tr("Use a seat of this scenario.")
        )
    if session.number == 0 and not isinstance(command, c.OpenSession):
        raise Refused("NOT-OPEN", tr("The session has not been opened."), tr("Open the session first."))
    if session.ended and not isinstance(command, c.WriteNote | c.AnswerPulse | c.Tick):
        raise Refused("SESSION-ENDED", tr("The session has ended."), tr("Branch it to go on from an earlier moment."))


def _decide(command: c.Command, session: Session) -> tuple[Event, ...]:
    if isinstance(command, c.IncidentCommand):
        return _incidents(command, session)
    if isinstance(command, c.CommitteeCommand):
        return _committee(command, session)
    if isinstance(command, c.InputCommand):
        return _inputs(command, session)
    match command:
        case c.OpenSession():
            return control.open_session(command, session)
        case c.CastSeat():
            return control.cast_seat(command, session)
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
        case c.ExtendPlay():
            return control.extend_play(command, session)
        case c.Tick():
            return due(session, command.at)
        case c.SendInject():
            return control.send_inject(command, session)
        case c.HoldInject():
            return control.hold_inject(command, session)
        case c.ArmInject():
            return control.arm_inject(command, session)
        case c.SkipInject():
            return control.skip_inject(command, session)
        case c.MarkInject():
            return control.mark_inject(command, session)
        case c.AnswerCapital():
            return people.answer_capital(command, session)
        case c.DeclareOutcome():
            return adoption.declare_outcome(command, session)
        case c.EndSession():
            return control.end_session(command, session)
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
