"""How reports, disputes, messengers, inputs and statements change the session."""

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put, step
from simulator.engine.machines import DISPUTE, ISSUE, REPORT
from simulator.engine.session import (
    DisputeState,
    InputState,
    Message,
    NonPaper,
    ReportState,
    Session,
    Statement,
)


def _report(session: Session, report: ReportState) -> Session:
    return replace(session, reports=put(session.reports, report.number, report))


def report_delivered(session: Session, event: e.ReportDelivered) -> Session:
    reports = {
        number: replace(report, state=step(REPORT, report.state, "replace")) if report.body == event.body else report
        for number, report in session.reports.items()
    }
    now = session.clock.read(event.at)
    report = ReportState(event.report, event.body, event.to, event.by, event.lines, event.text, now)
    return _report(replace(session, reports=reports), report)


def report_answered(session: Session, event: e.ReportAnswered) -> Session:
    report = session.reports[event.report]
    return _report(session, replace(report, says=put(report.says, event.party, (event.say, event.text))))


def report_adopted(session: Session, event: e.ReportAdopted) -> Session:
    report = session.reports[event.report]
    adopted = replace(report, state=step(REPORT, report.state, "adopt"), adopted=session.number + 1)
    issues = dict(session.issues)
    for name in adopted.terms():
        if name in issues:
            issues[name] = replace(issues[name], state=step(ISSUE, issues[name].state, "option"))
    return _report(replace(session, issues=issues), adopted)


def report_returned(session: Session, event: e.ReportReturned) -> Session:
    report = session.reports[event.report]
    return _report(session, replace(report, state=step(REPORT, report.state, "return"), reason=event.reason))


def matter_lifted(session: Session, event: e.MatterLifted) -> Session:
    report = session.reports[event.report]
    lifted = put(report.lifted, event.issue, event.to)
    state = report.state if report.adopted else step(REPORT, report.state, "lift")
    return _report(session, replace(report, state=state, lifted=lifted))


def _dispute(session: Session, dispute: DisputeState, trigger: str = "") -> Session:
    if trigger:
        dispute = replace(dispute, state=step(DISPUTE, dispute.state, trigger))
    return replace(session, disputes=put(session.disputes, dispute.number, dispute))


def dispute_raised(session: Session, event: e.DisputeRaised) -> Session:
    now = session.clock.read(event.at)
    return _dispute(
        session,
        DisputeState(event.dispute, event.kind, event.article, event.party, event.against, event.text, now),
    )


def dispute_answered(session: Session, event: e.DisputeAnswered) -> Session:
    dispute = session.disputes[event.dispute]
    return _dispute(session, replace(dispute, answers=put(dispute.answers, event.party, event.text)), "answer")


def reading_proposed(session: Session, event: e.ReadingProposed) -> Session:
    dispute = replace(session.disputes[event.dispute], reading=event.text, accepted=frozenset())
    return _dispute(session, dispute, "propose")


def reading_accepted(session: Session, event: e.ReadingAccepted) -> Session:
    dispute = session.disputes[event.dispute]
    return _dispute(session, replace(dispute, accepted=dispute.accepted | {event.party}))


def dispute_settled(session: Session, event: e.DisputeSettled) -> Session:
    return _dispute(session, replace(session.disputes[event.dispute], reading=event.text), "settle")


def dispute_referred(session: Session, event: e.DisputeReferred) -> Session:
    return _dispute(session, replace(session.disputes[event.dispute], body=event.body), "refer")


def dispute_withdrawn(session: Session, event: e.DisputeWithdrawn) -> Session:
    return _dispute(session, session.disputes[event.dispute], "withdraw")


def messenger_sent(session: Session, event: e.MessengerSent) -> Session:
    message = Message(event.message, event.by, event.seat, event.to, event.text, session.clock.read(event.at))
    return replace(session, messages=put(session.messages, event.message, message))


def message_delivered(session: Session, event: e.MessageDelivered) -> Session:
    message = replace(session.messages[event.message], delivered=session.clock.read(event.at), said=event.text)
    return replace(session, messages=put(session.messages, event.message, message))


def compliance_published(session: Session, event: e.CompliancePublished) -> Session:
    follow_up = {
        number: replace(entry, level=event.levels.get(str(number), entry.level))
        for number, entry in session.follow_up.items()
    }
    statement = Statement(
        event.by, _party(session, event.by), event.text, session.clock.read(event.at), levels=event.levels
    )
    return replace(session, follow_up=follow_up, statements=(*session.statements, statement))


def statement_issued(session: Session, event: e.StatementIssued) -> Session:
    statement = Statement(event.by, event.party, event.text, session.clock.read(event.at))
    return replace(session, statements=(*session.statements, statement))


def input_filed(session: Session, event: e.InputFiled) -> Session:
    filed = InputState(event.input, event.by, event.party, event.text, event.issues, card=event.card)
    return replace(session, inputs=put(session.inputs, event.input, filed))


def input_tagged(session: Session, event: e.InputTagged) -> Session:
    tagged = replace(session.inputs[event.input], issues=event.issues)
    return replace(session, inputs=put(session.inputs, event.input, tagged))


def synthesis_issued(session: Session, event: e.SynthesisIssued) -> Session:
    return replace(session, syntheses=(*session.syntheses, event.points))


def input_traced(session: Session, event: e.InputTraced) -> Session:
    traced = replace(
        session.inputs[event.input],
        uptake=event.uptake,
        document=event.document,
        clause=event.clause,
        reason=event.reason,
    )
    return replace(session, inputs=put(session.inputs, event.input, traced))


def non_paper_issued(session: Session, event: e.NonPaperIssued) -> Session:
    paper = NonPaper(event.paper, event.by, event.title, event.text, event.to, session.clock.read(event.at))
    return replace(session, non_papers=(*session.non_papers, paper))


def _party(session: Session, seat: str) -> str:
    found = session.scenario.seats.get(seat)
    return found.party if found else ""
