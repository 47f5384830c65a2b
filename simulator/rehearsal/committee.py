"""Committees: chairs report, heads answer, what is blocked goes up; parties dispute articles, mediators find words."""

from collections.abc import Mapping

from roles.acts import Act
from simulator.engine import Command, View
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.commands import ReportLine
from simulator.engine.session import DisputeState, ReportState
from simulator.engine.words import Consent, DisputeKind, Say, Settled
from simulator.rehearsal.bargaining import aim, repair
from simulator.rehearsal.character import character, trust
from simulator.rehearsal.offers import told
from simulator.rehearsal.phrases import say
from simulator.rehearsal.situation import (
    MINUTE,
    UNSTAMPED,
    Habit,
    about,
    closing,
    deciding,
    latest,
    leads,
    left,
    nature,
    played,
    scale,
    share,
    waited,
)
from simulator.rehearsal.soundings import sounding

OPEN = ("delivered", "lifted")
"""States of a report that waits for its answer."""

_MOST = 3
"""Reports that a stand-in hands over for one body."""

_PART = 0.95
"""Of what a party wants of the whole, the share that it wants of a part: the rest can still bring it in."""


# -- reports ----------------------------------------------------------------------------------------------------------


def deliver_report(view: View) -> Command | None:
    """Hand over what the body seems to agree on: near the end of its time, again when it went back or was lifted."""
    if not view.possible(Act.DELIVER_REPORT) or view.outcome is not None:
        return None
    for body in view.committee.reporting:
        if not _reports(view, body) or not view.bodies[body].reports_to:
            continue
        issues = _to_report(view, body)
        if not issues:
            continue
        lines = {issue: line for issue in issues if (line := _line(view, body, issue)) is not None}
        if lines:
            return c.DeliverReport(at=UNSTAMPED, by=view.seat, body=body, lines=lines)
    return None


def _reports(view: View, body: str) -> bool:
    """Whether this seat is the one that reports for a body: its chair, or else who keeps its record."""
    known = view.bodies[body]
    chair = next((seat for seat in known.chair if played(view, seat)), None)
    return view.seat == chair if chair is not None else True


def _to_report(view: View, body: str) -> tuple[str, ...]:
    """The issues on which it is time to report."""
    known = view.bodies[body]
    before = [report for report in view.committee.reports if report.body == body]
    last = before[-1] if before else None
    if last is not None and last.state in OPEN:
        return ()
    if len(before) >= _MOST:
        return ()
    issues = view.committee.reporting[body]
    if known.kind == "heads":
        issues = tuple(issue for issue in issues if _waits_for(view, body, issue))
        lifted = latest(view, e.MatterLifted, about("to", body))
        pause = nature(view, f"heads {body} {len(before)}").uniform(40, 120) * scale(view)
        return issues if waited(view, lifted) >= pause else ()
    if last is not None and last.state == "adopted":
        return ()
    if last is not None:
        returned = latest(view, e.ReportReturned, about("report", last.number))
        pause = nature(view, f"again {body} {len(before)}").uniform(60, 150) * scale(view)
        return issues if waited(view, returned) >= pause else ()
    phase = view.clock.phase
    planned = phase.minutes * MINUTE if phase is not None else 0.0
    late = nature(view, f"report {body}").uniform(0.08, 0.35)
    return issues if not known.sits or view.clock.remaining <= late * planned else ()


def _waits_for(view: View, body: str, issue: str) -> bool:
    """Whether an issue was lifted to a body that has not said anything on it since."""
    lifted = [r.number for r in view.committee.reports if r.lifted.get(issue) == body]
    said = [r.number for r in view.committee.reports if r.body == body and issue in r.lines and r.state != "returned"]
    return bool(lifted) and max(lifted) > max(said, default=0)


def _line(view: View, body: str, issue: str) -> ReportLine | None:
    """What the parties in a body seem to make of an issue: agreed where all can live with one option."""
    options = [option for option in view.issues[issue].options if not option.own_words]
    if not options:
        return None
    parties = view.bodies[body].decides or deciding(view)
    wishes = [sounding(view, party).wish[issue] for party in parties]
    noise = nature(view, f"option {body} {issue}")
    stirred = {option.id: noise.uniform(0, 0.03) for option in options}
    chosen = max(
        (option.id for option in options),
        key=lambda name: (
            stirred[name]
            + sum(w.get(name, 0.5) for w in wishes) / max(1, len(wishes))
            + 1.5 * min((w.get(name, 0.5) for w in wishes), default=0.5)
        ),
    )
    least = min((wish.get(chosen, 0.5) for wish in wishes), default=0.5)
    tried = sum(1 for report in view.committee.reports if report.body == body)
    dice = nature(view, f"line {body} {issue} {tried}").uniform(-0.1, 0.12)
    title = view.issues[issue].title
    if least + dice + 0.1 * tried >= 0.42:
        return ReportLine(settled=Settled.AGREED, option=chosen)
    if least + dice >= 0.25:
        text = say(view, "report-bracketed", issue=title)
        return ReportLine(settled=Settled.BRACKETED, option=chosen, text=text)
    return ReportLine(settled=Settled.BLOCKED, text=say(view, "report-blocked", issue=title))


def answer_report(view: View) -> Command | None:
    """Answer for the party: yes to what it can live with, no where a report crosses a line or gives it too little."""
    if not view.possible(Act.ANSWER_REPORT) or view.me is None or view.outcome is not None:
        return None
    if view.party is None or not view.me.heads or view.worth is None:
        return None
    own = view.party.id
    for report in view.committee.reports:
        body = view.bodies.get(report.to)
        if report.state not in OPEN or body is None or not body.sits or own not in body.decides or own in report.says:
            continue
        look = nature(view, f"report {report.number}").uniform(15, 70) * scale(view)
        if view.clock.seconds - max(report.delivered, view.clock.seconds - view.clock.phase_seconds) < look:
            continue
        return _answer(view, report)
    return None


def _answer(view: View, report: ReportState) -> Command:
    terms = report.terms()
    if not terms:
        return c.AnswerReport(at=UNSTAMPED, by=view.seat, report=report.number, say=Say.YES)
    if _bearable(view, terms):
        abstains = nature(view, f"abstain {report.number}").random() < 0.08
        word = Say.ABSTAINS if abstains else Say.YES
        return c.AnswerReport(at=UNSTAMPED, by=view.seat, report=report.number, say=word)
    change = repair(view, {**view.committee.settled, **terms}, aim(view))
    text = say(view, "report-refuse")
    if change is not None and change[0] in terms:
        issue, option, _ = change
        text = say(view, "hurts", issue=view.issues[issue].title, option=told(view, issue, option))
    return c.AnswerReport(at=UNSTAMPED, by=view.seat, report=report.number, say=Say.NO, text=text)


def _bearable(view: View, terms: Mapping[str, str]) -> bool:
    """Whether a party can live with what a report agrees on, beside what stands already.

    Of the points that its issues have for the party it wants a share that falls with time, and no less over all
    than its reservation asks for.
    """
    sheet = view.worth
    assert sheet is not None
    together = {**view.committee.settled, **terms}
    if sheet.crossed(together):
        return False
    if set(together) >= set(sheet.issues):
        points = sheet.points(together, view.defaults())
        return points is not None and points >= sheet.reservation
    weight = sum(sheet.issues[issue].weight for issue in terms if issue in sheet.issues)
    got = sum(sheet.issues[i].weight * sheet.issues[i].points.get(o, 0) for i, o in terms.items() if i in sheet.issues)
    if not weight:
        return True
    proud = nature(view, "pride").uniform(0.0, 25.0)
    wanted = min(aim(view), sheet.reservation + proud * (1.2 - share(view)))
    if left(view) < 5 * MINUTE * scale(view) and character(view).pragmatic > 0.4:
        wanted = sheet.reservation * 0.8
    return got / weight >= _PART * wanted


def return_report(view: View) -> Command | None:
    """The chair sends a report back that contradicts another one, once for each body."""
    if not view.possible(Act.RULE_ON_REPORT) or view.outcome is not None:
        return None
    for found in view.committee.contradictions:
        for report in _before_me(view):
            if report.number not in found.uses or report.number != max(found.uses):
                continue
            reads = nature(view, f"contradiction {report.number}").random() < 0.35 + 0.5 * character(view).discreet
            back = any(r.body == report.body and r.state in ("returned", "replaced") for r in view.committee.reports)
            if reads and not back and _lain(view, report, 10):
                shared = view.committee.shared[found.shared].name
                reason = say(view, "contradiction", shared=shared)
                return c.ReturnReport(at=UNSTAMPED, by=view.seat, report=report.number, reason=reason)
    return None


def lift_matter(view: View) -> Command | None:
    """The chair lifts what a report leaves open to the heads, where there are heads."""
    if not view.possible(Act.RULE_ON_REPORT) or view.outcome is not None:
        return None
    for report in _before_me(view, (*OPEN, "adopted")):
        to = view.bodies[report.body].lifts_to or view.bodies[report.to].lifts_to
        if not to or to not in view.bodies or report.body == to or not view.bodies[to].sits:
            continue
        for issue, line in report.lines.items():
            settled = line.settled is Settled.AGREED or issue in view.committee.settled
            if not settled and issue not in report.lifted and _lain(view, report, 30):
                return c.LiftMatter(at=UNSTAMPED, by=view.seat, report=report.number, issue=issue)
    return None


def _before_me(view: View, states: tuple[str, ...] = OPEN) -> tuple[ReportState, ...]:
    """The reports that lie before a body that this seat chairs and that sits."""
    return tuple(
        report
        for report in view.committee.reports
        if report.state in states
        if report.to in view.bodies and view.bodies[report.to].sits and view.seat in view.bodies[report.to].chair
    )


def _lain(view: View, report: ReportState, seconds: float) -> bool:
    """Whether a report has lain before the body that sits for so long."""
    since = max(report.delivered, view.clock.seconds - view.clock.phase_seconds)
    return view.clock.seconds - since >= nature(view, f"rule {report.number}").uniform(1, 3) * seconds * scale(view)


def declare_report(view: View) -> Command | None:
    """Where the chair declares, the chair adopts what nobody spoke against."""
    if not view.possible(Act.ANSWER_REPORT) or view.outcome is not None:
        return None
    for report in _before_me(view):
        if view.bodies[report.to].rule.kind.value == "chair_declares" and _lain(view, report, 40):
            return c.AnswerReport(at=UNSTAMPED, by=view.seat, report=report.number, say=Say.YES)
    return None


# -- disputes ---------------------------------------------------------------------------------------------------------


def raise_dispute(view: View) -> Command | None:
    """Raise a dispute over an article that the party reads in a way of its own, or over one that it sees broken."""
    reference = view.committee.reference
    if reference is None or not view.possible(Act.RAISE_DISPUTE) or not _speaks(view) or closing(view):
        return None
    own = view.party.id if view.party else ""
    raised = any(dispute.party == own for dispute in view.committee.disputes)
    if raised or nature(view, "disputes").random() > 0.65:
        return None
    if share(view) < nature(view, "dispute when").uniform(0.05, 0.6):
        return None
    read = [article for article in reference.articles.values() if article.readings.get(own)]
    disputed = {dispute.article for dispute in view.committee.disputes}
    read = [article for article in read if article.id not in disputed]
    others = [party for party in deciding(view) if party != own]
    against = nature(view, "dispute with").choice(others) if others else ""
    if read:
        article = nature(view, "dispute over").choice(read)
        return c.RaiseDispute(
            at=UNSTAMPED,
            by=view.seat,
            kind=DisputeKind.INTERPRETATION,
            article=article.id,
            text=article.readings[own][:800],
            against=against if nature(view, "dispute against").random() < 0.6 else "",
        )
    if character(view).temper < 0.6 or not against:
        return None
    article = nature(view, "broken").choice(list(reference.articles.values()))
    if article.id in disputed:
        return None
    return c.RaiseDispute(
        at=UNSTAMPED,
        by=view.seat,
        kind=DisputeKind.VIOLATION,
        article=article.id,
        text=say(view, "dispute-violation", article=article.heading),
        against=against,
    )


def _speaks(view: View) -> bool:
    """Whether this seat speaks for a party that takes part."""
    there = view.party is not None and view.party.consent not in (Consent.SUSPENDED, Consent.OUT)
    return there and view.me is not None and view.me.heads


def _alive(view: View) -> tuple[DisputeState, ...]:
    return tuple(d for d in view.committee.disputes if d.state not in ("settled", "withdrawn"))


def answer_dispute(view: View) -> Command | None:
    """Answer a charge, or say how the own party reads an article."""
    if not view.possible(Act.RAISE_DISPUTE) or not _speaks(view) or view.party is None:
        return None
    own, reference = view.party.id, view.committee.reference
    for dispute in _alive(view):
        if dispute.party == own or own in dispute.answers or own not in view.committee.concerned[dispute.number]:
            continue
        if view.clock.seconds - dispute.raised < nature(view, f"dispute {dispute.number}").uniform(20, 90) * scale(
            view
        ):
            continue
        article = reference.articles.get(dispute.article) if reference is not None else None
        reading = article.readings.get(own) if article is not None else None
        if reading is None and dispute.against != own:
            continue
        heading = article.heading if article is not None else ""
        text = reading[:800] if reading is not None else say(view, "dispute-answer", article=heading)
        return c.AnswerDispute(at=UNSTAMPED, by=view.seat, dispute=dispute.number, text=text)
    return None


def propose_reading(view: View) -> Command | None:
    """Find words for a dispute once both were heard, and others when they do not please."""
    if not view.possible(Act.PROPOSE_READING) or view.outcome is not None:
        return None
    for dispute in _alive(view):
        referred = bool(dispute.body)
        if referred and (dispute.body not in view.bodies or not view.bodies[dispute.body].mine):
            continue
        if not referred and not leads(view, Act.PROPOSE_READING):
            continue
        tried = sum(1 for m in view.log if isinstance(m.event, e.ReadingProposed) and _on(m.event.dispute, dispute))
        last = latest(view, e.ReadingProposed, about("dispute", dispute.number))
        heard = dispute.answers or view.clock.seconds - dispute.raised > 150 * scale(view)
        pause = 120 * scale(view)
        if not heard or tried >= _MOST or waited(view, last) < pause:
            continue
        if view.clock.seconds - dispute.raised < 40 * scale(view):
            continue
        heading = view.committee.reference.articles[dispute.article].heading if view.committee.reference else ""
        text = say(view, f"reading-{tried + 1}", article=heading)
        if text != dispute.reading:
            return c.ProposeReading(at=UNSTAMPED, by=view.seat, dispute=dispute.number, text=text)
    return None


def _on(number: int, dispute: DisputeState) -> bool:
    return number == dispute.number


def refer_dispute(view: View) -> Command | None:
    """Refer a dispute that words did not settle to the heads, or to a body that works on smaller things."""
    if not view.possible(Act.PROPOSE_READING) or not leads(view, Act.PROPOSE_READING) or view.outcome is not None:
        return None
    for dispute in _alive(view):
        tried = sum(1 for m in view.log if isinstance(m.event, e.ReadingProposed) and _on(m.event.dispute, dispute))
        if dispute.body or tried < 2 or nature(view, f"refer {dispute.number}").random() > 0.4:
            continue
        if waited(view, latest(view, e.ReadingProposed, about("dispute", dispute.number))) < 90 * scale(view):
            continue
        bodies = sorted(
            (b for b in view.bodies.values() if b.kind != "plenary" and b.mine), key=lambda b: b.kind != "heads"
        )
        if bodies:
            reason = say(view, "dispute-refer")
            return c.ReferDispute(at=UNSTAMPED, by=view.seat, dispute=dispute.number, body=bodies[0].id, reason=reason)
    return None


def accept_reading(view: View) -> Command | None:
    """Accept words where the party trusts who found them, or is tired of the dispute."""
    if not view.possible(Act.RAISE_DISPUTE) or not _speaks(view) or view.party is None:
        return None
    own = view.party.id
    for dispute in _alive(view):
        if dispute.state != "proposed" or own in dispute.accepted:
            continue
        if own not in view.committee.concerned[dispute.number]:
            continue
        proposed = latest(view, e.ReadingProposed, about("dispute", dispute.number))
        number = proposed.number if proposed is not None else 0
        dice = nature(view, f"words {dispute.number} {number}")
        if waited(view, proposed) < dice.uniform(15, 60) * scale(view):
            continue
        if dice.random() < 0.3 + 0.7 * trust(view) - 0.25 * character(view).temper:
            return c.AcceptReading(at=UNSTAMPED, by=view.seat, dispute=dispute.number)
    return None


def withdraw_dispute(view: View) -> Command | None:
    """Late in the talks, let a dispute go that leads nowhere."""
    if not view.possible(Act.RAISE_DISPUTE) or not _speaks(view) or view.party is None or share(view) < 0.8:
        return None
    for dispute in _alive(view):
        tired = nature(view, f"tired {dispute.number}").random() < 0.3 * character(view).pragmatic
        if dispute.party == view.party.id and tired:
            return c.WithdrawDispute(at=UNSTAMPED, by=view.seat, dispute=dispute.number)
    return None


DELEGATIONS: tuple[Habit, ...] = (answer_report, accept_reading, answer_dispute, withdraw_dispute, raise_dispute)
"""What delegations do in a committee."""

CHAIRS: tuple[Habit, ...] = (
    return_report,
    lift_matter,
    declare_report,
    deliver_report,
    propose_reading,
    refer_dispute,
)
"""What chairs, mediators and keepers of records do in a committee."""
