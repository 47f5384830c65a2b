"""Reports of bodies to the body that they report to: handed over, answered, returned, lifted to the heads."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec.structs import replace

from scenarios.model import RuleKind
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.clock import MINUTE
from simulator.engine.decide import lookup
from simulator.engine.decide.packages import revealed
from simulator.engine.decisions import Standing, rule_of, standing
from simulator.engine.legal import demand_say, in_body, instead
from simulator.engine.names import listed, report_state
from simulator.engine.refused import Refused
from simulator.engine.session import ReportState, Session
from simulator.engine.speech import clean, need
from simulator.engine.words import TRAINER, Say, Settled

LONGEST_LINE = 1000
"""Characters that a report may say about one issue."""
MOST_OF_IT = 10**6
"""No report takes more of anything."""


def deliver_report(command: c.DeliverReport, session: Session) -> tuple[e.Event, ...]:
    body = lookup.body(session, command.body)
    written = session.scenario.bodies[body]
    if not in_body(session, command.by, body):
        raise Refused(
            "NOT-IN-BODY", tr("You have no seat in {body}.", body=written.name), tr("Somebody who sits in it can.")
        )
    if written.reports_to is None:
        raise Refused("NO-REPORT", tr("{body} reports to nobody.", body=written.name), instead(session, command.by))
    if not session.floors[body].sittings:
        raise Refused("NOT-SAT", tr("{body} has not sat yet.", body=written.name), tr("Report when it has met."))
    if not command.lines:
        raise Refused(
            "EMPTY-REPORT", tr("A report says something about one issue at least."), tr("Say how far an issue is.")
        )
    theirs = issues_of(session, body)
    for issue in command.lines:
        lookup.issue(session, issue)
        if issue not in theirs:
            title = session.scenario.issues[issue].title
            titles = listed(session.scenario.issues[name].title for name in theirs)
            raise Refused(
                "NOT-THEIRS",
                tr("{body} does not work on “{issue}”.", body=written.name, issue=title),
                tr("Its issues: {issues}.", issues=titles),
            )
    lines = {issue: _line(session, command, issue) for issue in theirs if issue in command.lines}
    options = {issue: line.option for issue, line in lines.items() if line.option is not None}
    delivered = e.ReportDelivered(
        at=command.at,
        by=command.by,
        report=max(session.reports, default=0) + 1,
        body=body,
        to=written.reports_to,
        lines=lines,
        text=clean(command.text, 2000),
    )
    return (*revealed(session, command, options), delivered)


def issues_of(session: Session, body: str) -> tuple[str, ...]:
    """The issues on which a body reports: its own, and those that were lifted to it."""
    written = session.scenario.bodies[body]
    lifted = {issue for report in session.reports.values() for issue, to in report.lifted.items() if to == body}
    return tuple(i for i in session.scenario.issues if not written.issues or i in written.issues or i in lifted)


def _line(session: Session, command: c.DeliverReport, issue: str) -> c.ReportLine:
    line, title = command.lines[issue], session.scenario.issues[issue].title
    text, option = clean(line.text, LONGEST_LINE), line.option
    if option is not None:
        board = session.issues[issue].board
        own = board[option].text if option in board else ""
        if own:
            option, text = None, text or clean(own, LONGEST_LINE)
        else:
            lookup.option(session, command.by, issue, option)
    if line.settled is Settled.AGREED and option is None and not text:
        raise Refused(
            "NOTHING-AGREED",
            tr("The report does not say what is agreed on “{issue}”.", issue=title),
            tr("Choose an option, or write the words."),
        )
    if line.settled is Settled.BRACKETED and option is None and not text:
        raise Refused(
            "EMPTY-BRACKET",
            tr("The report does not say what stands in brackets on “{issue}”.", issue=title),
            tr("Choose an option, or write the words."),
        )
    if line.settled is Settled.BLOCKED and not text:
        raise Refused(
            "NO-REASON", tr("The report does not say what blocks “{issue}”.", issue=title), tr("Write what blocks it.")
        )
    return replace(line, option=option, text=text, uses=_uses(session, line.uses))


def _uses(session: Session, uses: Mapping[str, int]) -> Mapping[str, int]:
    shared = session.scenario.shared
    for name, amount in uses.items():
        if name not in shared:
            raise Refused(
                "UNKNOWN",
                tr("Nothing that is shared is called “{name}”.", name=name[:60]),
                tr("Known: {known}.", known=listed(shared)),
            )
        if not 0 <= amount <= MOST_OF_IT:
            raise Refused(
                "OUT-OF-RANGE",
                tr("A report cannot take that much of {what}.", what=shared[name].name),
                tr("Give a number from 0 to 1 000 000."),
            )
    return {name: uses[name] for name in shared if name in uses}


def answer_report(command: c.AnswerReport, session: Session) -> tuple[e.Event, ...]:
    report = _open(session, command.report, "adopt", command.by)
    lookup.sitting(session, report.to)
    text = clean(command.text, LONGEST_LINE)
    if rule_of(session.scenario, report.to).kind is RuleKind.CHAIR_DECLARES:
        return _declared(command, session, report, text)
    party = demand_say(session, command.by, report.to)
    if report.says.get(party) == (command.say, text):
        raise Refused("ALREADY", tr("Your party has given this answer already."), instead(session, command.by))
    answered = e.ReportAnswered(
        at=command.at, by=command.by, report=report.number, party=party, say=command.say, text=text
    )
    says = {p: say for p, (say, _) in report.says.items()} | {party: command.say}
    match standing(session, says, report.to):
        case Standing.MET:
            return (answered, e.ReportAdopted(at=command.at, by=command.by, report=report.number))
        case Standing.IMPOSSIBLE:
            returned = e.ReportReturned(at=command.at, by=command.by, report=report.number, reason=text)
            return (answered, returned)
        case _:
            return (answered,)


def _declared(
    command: c.AnswerReport, session: Session, report: ReportState, text: str
) -> tuple[e.ReportAdopted | e.ReportReturned, ...]:
    """The answer where the chair says what is decided."""
    if command.by not in session.floors[report.to].chair:
        body = session.scenario.bodies[report.to].name
        raise Refused("CHAIR-ONLY", tr("In {body} the chair declares.", body=body), instead(session, command.by))
    if command.say is Say.YES:
        return (e.ReportAdopted(at=command.at, by=command.by, report=report.number),)
    return (e.ReportReturned(at=command.at, by=command.by, report=report.number, reason=text),)


def return_report(command: c.ReturnReport, session: Session) -> tuple[e.Event, ...]:
    report = _open(session, command.report, "return", command.by)
    _rules(session, report, command.by)
    reason = need(command.reason, tr("the reason"), LONGEST_LINE)
    return (e.ReportReturned(at=command.at, by=command.by, report=report.number, reason=reason),)


def lift_matter(command: c.LiftMatter, session: Session) -> tuple[e.Event, ...]:
    report = _open(session, command.report, "lift", command.by)
    _rules(session, report, command.by)
    lookup.issue(session, command.issue)
    title = session.scenario.issues[command.issue].title
    line = report.lines.get(command.issue)
    if line is None or line.settled is Settled.AGREED:
        raise Refused(
            "NOT-BLOCKED",
            tr("Report {number} has nothing in brackets and nothing blocked on “{issue}”.", number=report.number,
               issue=title),
            tr("Lift an issue that the body could not settle."),
        )  # fmt: skip
    to = _heads(session, report, command.to)
    if report.lifted.get(command.issue) == to:
        raise Refused("ALREADY", tr("“{issue}” was lifted already.", issue=title), instead(session, command.by))
    return (e.MatterLifted(at=command.at, by=command.by, report=report.number, issue=command.issue, to=to),)


def _heads(session: Session, report: ReportState, to: str) -> str:
    """The body of heads that takes a matter up."""
    bodies = session.scenario.bodies
    if to:
        lookup.body(session, to)
    else:
        to = bodies[report.body].lifts_to or bodies[report.to].lifts_to or ""
    kinds = [name for name, body in bodies.items() if body.kind == "heads"]
    if not to or (to not in kinds and to != bodies[report.body].lifts_to):
        raise Refused(
            "NOT-HEADS",
            tr("{body} is no body of heads.", body=bodies[to].name) if to else tr("No body takes up what blocks."),
            tr("Bodies of heads: {bodies}.", bodies=listed(bodies[name].name for name in kinds)),
        )
    return to


def _open(session: Session, number: int, trigger: str, by: str) -> ReportState:
    """The report of that number, if it can go that way; one that a seat may not read is unknown to it."""
    report = session.reports.get(number)
    if report is None or not reads(session, by, report):
        known = [str(n) for n, r in session.reports.items() if reads(session, by, r)]
        raise Refused(
            "UNKNOWN",
            tr("There is no report “{name}”.", name=str(number)[:60]),
            tr("Known: {known}.", known=listed(known)),
        )
    if not machines.REPORT.allows(report.state, trigger):
        state = report_state(report.state)
        raise Refused(
            "REPORT-STATE",
            tr("Report {number} is {state}.", number=number, state=state),
            instead(session, by),
        )
    return report


def reads(session: Session, seat: str, report: ReportState) -> bool:
    """Whether a seat reads a report: that of a confidential body is for its members and for whom it reports to."""
    if seat == TRAINER or not session.scenario.bodies[report.body].confidential:
        return True
    return in_body(session, seat, report.body) or in_body(session, seat, report.to)


def _rules(session: Session, report: ReportState, by: str) -> None:
    """Raise Refused unless a seat chairs the body that has the report, or controls the exercise."""
    if by != TRAINER and by not in session.floors[report.to].chair:
        body = session.scenario.bodies[report.to].name
        raise Refused(
            "CHAIR-ONLY", tr("The chair of {body} decides on this.", body=body), instead(session, by)
        )  # fmt: skip


def due(session: Session, at: datetime) -> Iterable[e.Event]:
    """Reports that silence adopts: nobody objected in time since they lie before the body that sits."""
    if session.phase is None or session.outcome is not None:
        return
    now, phase = session.clock.read(at), session.scenario.phases[session.phase]
    for report in session.reports.values():
        rule = rule_of(session.scenario, report.to)
        if rule.kind is not RuleKind.SILENCE or report.to not in phase.in_:
            continue
        if not machines.REPORT.allows(report.state, "adopt"):
            continue
        if now >= max(report.delivered, session.phase_since) + (rule.minutes or 1) * MINUTE:
            yield e.ReportAdopted(at=at, by=TRAINER, report=report.number)
