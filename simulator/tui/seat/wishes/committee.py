"""Wishes in a committee: reports and what becomes of them, disputes over articles."""

from collections.abc import Callable, Mapping
from typing import Any

from roles.acts import Act
from scenarios.texts import mark, tr
from simulator.engine import commands as c
from simulator.engine.commands import ReportLine
from simulator.engine.session import DisputeState, ReportState
from simulator.engine.view.shapes import View
from simulator.engine.words import TRAINER, DisputeKind, Say, Settled
from simulator.tui.boards.committee import (
    OPEN,
    article_name,
    find,
    find_dispute,
    kind_name,
    line_said,
    settled_name,
    unanswered,
    warnings,
)
from simulator.tui.boards.line import issue_title, series
from simulator.tui.safe import one_line
from simulator.tui.seat import words
from simulator.tui.seat.fields import Field, Form, Maker, NotNow, Number, Pick, Telling, Values, Writing
from simulator.tui.seat.wishes.wish import Wish, picked

MOST = 1_000_000


def _mine(view: View) -> str:
    return view.party.id if view.party else ""


def waiting_committee(view: View) -> str | None:
    """What a committee waits for from this seat's party, the first thing first."""
    mine = _mine(view)
    if view.me is None or not view.me.heads or not mine:
        return None
    for report in view.committee.reports:
        sits = report.to in view.bodies and view.bodies[report.to].sits
        if sits and mine in unanswered(view, report) and view.possible(Act.ANSWER_REPORT):
            return tr("Report {n} waits for your party's answer. Press 0.", n=report.number)
    for dispute in view.committee.disputes:
        asked = mine in view.committee.concerned.get(dispute.number, ()) and mine not in dispute.accepted
        if dispute.state == "proposed" and asked and view.possible(Act.RAISE_DISPUTE):
            return tr("Words are proposed on dispute {n}. Press 0.", n=dispute.number)
    return None


# -- reports ----------------------------------------------------------------------------------------------------------


def _deliver(view: View, pick: str | None) -> Form:
    reporting = view.committee.reporting
    if not reporting:
        raise NotNow(tr("You chair no body that reports, and keep the record of none."))
    at = find(view, pick)
    wanted = picked(pick, "body") or (at.body if at is not None else "")
    body = wanted if wanted in reporting else next(iter(reporting))
    before = next((r for r in reversed(view.committee.reports) if r.body == body), None)
    issues, shared = reporting[body], view.committee.shared
    fields: list[Field] = []
    for issue in issues:
        line = before.lines.get(issue) if before is not None else None
        title = issue_title(view, issue)
        options = tuple((o.id, one_line(o.label)) for o in view.issues[issue].options)
        fields += [
            Pick(f"how:{issue}", title, tuple((s.value, settled_name(s)) for s in Settled),
                 line.settled.value if line is not None else None, none=tr("not in this report")),
            Pick(f"option:{issue}", tr("{issue}: option", issue=title), options,
                 line.option if line is not None else None, none=tr("none")),
            Writing(f"text:{issue}", tr("{issue}: in words, or what blocks it", issue=title), 1,
                    line.text if line is not None else "", needed=False),
            *(
                Number(f"use:{issue}:{name}", tr("{issue}: what it takes of “{what}”", issue=title,
                                                 what=one_line(shared[name].name)),
                       0, MOST, line.uses.get(name) if line is not None else None)
                for name in shared
            ),
        ]  # fmt: skip
    fields.append(Writing("text", tr("A word to the report"), 2, needed=False))

    def finish(values: Values) -> Mapping[str, Any] | str:
        lines = {issue: _line(values, issue, tuple(shared)) for issue in issues if values.get(f"how:{issue}")}
        if not lines:
            return tr("Say of one issue at least how far it is.")
        return {"body": body, "lines": lines, "text": str(values.get("text", "")).strip()}

    to = one_line(view.bodies[view.bodies[body].reports_to].name)
    title = tr("Report of {body} to {to}", body=one_line(view.bodies[body].name), to=to)
    return Form(title, tuple(fields), finish=finish, send=tr("Hand it over"))


def _line(values: Values, issue: str, shared: tuple[str, ...]) -> ReportLine:
    uses = {name: values[key] for name in shared if values.get(key := f"use:{issue}:{name}") is not None}
    return ReportLine(
        settled=Settled(values[f"how:{issue}"]),
        option=values.get(f"option:{issue}"),
        text=str(values.get(f"text:{issue}", "")).strip(),
        uses=uses,
    )


def _open(view: View, pick: str | None, fits: Callable[[ReportState], bool], none: str) -> ReportState:
    """The report that a wish is about: the picked one, or else the oldest that fits. Raises NotNow."""
    at = find(view, pick)
    fitting = [r for r in view.committee.reports if r.state in OPEN and fits(r)]
    if not fitting or (at is not None and at not in fitting):
        raise NotNow(none)
    return at if at is not None else fitting[0]


def _told(view: View, report: ReportState) -> tuple[Telling, ...]:
    said = tr("; ").join(line_said(view, issue, line) for issue, line in report.lines.items())
    return (Telling(said), *(Telling(warning, warning=True) for warning in warnings(view, report)))


def _answer(say: Say, title: str, send: str) -> Maker:
    """What is given here is marked: it is said when the form is made."""

    def form(view: View, pick: str | None) -> Form:
        none = tr("No report waits for an answer in a body that sits now.")
        report = _open(view, pick, lambda r: r.to in view.bodies and view.bodies[r.to].sits, none)
        told = _told(view, report) if say is not Say.NO else _told(view, report)[:1]
        return Form(
            tr(title, number=report.number),
            (*told, Writing("text", tr("A word to it"), 2, needed=False)),
            {"report": report.number, "say": say},
            send=tr(send),
        )

    return form


def _chairs(view: View) -> Callable[[ReportState], bool]:
    def chairs(report: ReportState) -> bool:
        return view.seat == TRAINER or (report.to in view.bodies and view.seat in view.bodies[report.to].chair)

    return chairs


def _return(view: View, pick: str | None) -> Form:
    report = _open(view, pick, _chairs(view), tr("No report lies before a body that you chair."))
    return Form(
        tr("Send report {n} back", n=report.number),
        (*_told(view, report)[:1], Writing("reason", tr("The reason: what has to change"), 3)),
        {"report": report.number},
        send=tr("Send it back"),
    )


def _lift(view: View, pick: str | None) -> Form:
    def fits(report: ReportState) -> bool:
        return _chairs(view)(report) and bool(_liftable(report))

    none = tr("No report before a body that you chair leaves an issue open.")
    report = _open(view, pick, fits, none)
    issues = tuple((issue, line_said(view, issue, report.lines[issue])) for issue in _liftable(report))
    heads = tuple((b.id, one_line(b.name)) for b in view.bodies.values() if b.kind == "heads")
    usual = view.bodies[report.body].lifts_to or view.bodies[report.to].lifts_to
    if not heads:
        raise NotNow(tr("No body of heads takes up what blocks."))
    to = usual if any(usual == name for name, _ in heads) else heads[0][0]
    return Form(
        tr("Lift an issue of report {n} to the heads", n=report.number),
        (
            Pick("issue", tr("Issue"), issues, issues[0][0]),
            Pick("to", tr("Who takes it up"), heads, to),
        ),
        {"report": report.number},
        send=tr("Lift it"),
    )


def _liftable(report: ReportState) -> tuple[str, ...]:
    return tuple(
        issue
        for issue, line in report.lines.items()
        if line.settled is not Settled.AGREED and issue not in report.lifted
    )


# -- disputes ---------------------------------------------------------------------------------------------------------


def _raise(view: View, pick: str | None) -> Form:
    reference = view.committee.reference
    if reference is None:
        raise NotNow(tr("No agreement is in force to whose articles a dispute could point."))
    articles = tuple((a.id, one_line(a.heading)) for a in reference.articles.values())
    parties = tuple((p.id, one_line(p.name)) for p in view.parties.values() if p.id != _mine(view))
    return Form(
        tr("A dispute over an article"),
        (
            Pick("kind", tr("What it is about"), tuple((k, kind_name(k)) for k in DisputeKind),
                 DisputeKind.INTERPRETATION),
            Pick("article", tr("Article"), articles, picked(pick, "article")),
            Pick("against", tr("With whom"), parties, none=tr("nobody: it concerns all that decide")),
            Writing("text", tr("How we read it, or what happened"), 3),
        ),
        send=tr("Raise it"),
    )  # fmt: skip


def _which(view: View, pick: str | None, fits: Callable[[DisputeState], bool], none: str) -> DisputeState:
    at = find_dispute(view, pick)
    fitting = [d for d in view.committee.disputes if d.state not in ("settled", "withdrawn") and fits(d)]
    if not fitting or (at is not None and at not in fitting):
        raise NotNow(none)
    return at if at is not None else fitting[0]


def _called(view: View, dispute: DisputeState) -> Telling:
    party = words.party_short(view, dispute.party)
    head = tr("Dispute {n}: {article}", n=dispute.number, article=article_name(view, dispute.article))
    return Telling(series((head, f"{party}: {one_line(dispute.text)[:300]}")))


def _answer_dispute(view: View, pick: str | None) -> Form:
    dispute = _which(view, pick, lambda d: d.party != _mine(view), tr("No dispute of others is open."))
    return Form(
        tr("Answer dispute {n}", n=dispute.number),
        (_called(view, dispute), Writing("text", tr("How we read it, or what we say to the charge"), 3)),
        {"dispute": dispute.number},
        send=tr("Answer"),
    )


def _propose(view: View, pick: str | None) -> Form:
    def fits(dispute: DisputeState) -> bool:
        return not dispute.body or (dispute.body in view.bodies and view.bodies[dispute.body].mine)

    dispute = _which(view, pick, fits, tr("No dispute is open in which you can propose words."))
    return Form(
        tr("Words to settle dispute {n}", n=dispute.number),
        (_called(view, dispute), Writing("text", tr("The words"), 3, dispute.reading)),
        {"dispute": dispute.number},
        send=tr("Propose"),
    )


def _accept(view: View, pick: str | None) -> Form:
    mine = _mine(view)

    def fits(dispute: DisputeState) -> bool:
        concerned = view.committee.concerned.get(dispute.number, ())
        return dispute.state == "proposed" and mine in concerned and mine not in dispute.accepted

    dispute = _which(view, pick, fits, tr("No words wait for your party."))
    return Form(
        tr("Accept the words on dispute {n}", n=dispute.number),
        (Telling(one_line(dispute.reading)),),
        {"dispute": dispute.number},
        send=tr("Accept"),
    )


def _refer(view: View, pick: str | None) -> Form:
    dispute = _which(view, pick, lambda d: d.state != "referred", tr("No dispute is open that could be referred."))
    bodies = tuple((b.id, one_line(b.name)) for b in view.bodies.values() if b.id != dispute.body)
    return Form(
        tr("Refer dispute {n} to a body", n=dispute.number),
        (
            _called(view, dispute),
            Pick("body", tr("Who takes it up"), bodies),
            Writing("reason", tr("Why"), 2, needed=False),
        ),
        {"dispute": dispute.number},
        send=tr("Refer"),
    )


def _withdraw(view: View, pick: str | None) -> Form:
    dispute = _which(view, pick, lambda d: d.party == _mine(view), tr("Your party has no open dispute."))
    return Form(
        tr("Take dispute {n} back", n=dispute.number),
        (_called(view, dispute),),
        {"dispute": dispute.number},
        send=tr("Take back"),
    )


DELIVER = Wish(
    "deliver_report", "t", mark("Report"), mark("Committee"), mark("Hand over the report of a body, issue by issue."),
    Act.DELIVER_REPORT, c.DeliverReport, _deliver, rows=("body",))  # fmt: skip
ADOPT = Wish(
    "adopt_report", "y", mark("Adopt"), mark("Committee"), mark("Agree for your party to a report."),
    Act.ANSWER_REPORT, c.AnswerReport, _answer(Say.YES, mark("Agree to report {number}"), mark("Agree")),
    rows=("report",))  # fmt: skip
OBJECT = Wish(
    "object_report", "d", mark("Object"), mark("Committee"), mark("Object for your party to a report."),
    Act.ANSWER_REPORT, c.AnswerReport, _answer(Say.NO, mark("Object to report {number}"), mark("Object")),
    rows=("report",))  # fmt: skip
ABSTAIN = Wish(
    "abstain_report", "i", mark("Abstain"), mark("Committee"), mark("Abstain for your party on a report."),
    Act.ANSWER_REPORT, c.AnswerReport, _answer(Say.ABSTAINS, mark("Abstain on report {number}"), mark("Abstain")),
    footer=False)  # fmt: skip
RETURN = Wish(
    "return_report", "r", mark("Send back"), mark("Committee"), mark("Send a report back to its body."),
    Act.RULE_ON_REPORT, c.ReturnReport, _return, rows=("report",))  # fmt: skip
LIFT = Wish(
    "lift_matter", "u", mark("Lift"), mark("Committee"), mark("Lift what a report leaves open to the heads."),
    Act.RULE_ON_REPORT, c.LiftMatter, _lift)  # fmt: skip
RAISE = Wish(
    "raise_dispute", "g", mark("Dispute"), mark("Committee"), mark("Raise a dispute over an article."),
    Act.RAISE_DISPUTE, c.RaiseDispute, _raise, rows=("article",))  # fmt: skip
ACCEPT = Wish(
    "accept_reading", "c", mark("Accept words"), mark("Committee"), mark("Accept the words proposed on a dispute."),
    Act.RAISE_DISPUTE, c.AcceptReading, _accept, rows=("dispute",))  # fmt: skip
ANSWER = Wish(
    "answer_dispute", "o", mark("Answer"), mark("Committee"), mark("Answer a dispute for your party."),
    Act.RAISE_DISPUTE, c.AnswerDispute, _answer_dispute, rows=("dispute",))  # fmt: skip
PROPOSE = Wish(
    "propose_reading", "w", mark("Propose words"), mark("Committee"), mark("Propose words that settle a dispute."),
    Act.PROPOSE_READING, c.ProposeReading, _propose, rows=("dispute",))  # fmt: skip
REFER = Wish(
    "refer_dispute", "f", mark("Refer"), mark("Committee"), mark("Refer a dispute to a body."),
    Act.PROPOSE_READING, c.ReferDispute, _refer, footer=False)  # fmt: skip
WITHDRAW = Wish(
    "withdraw_dispute", "z", mark("Take back"), mark("Committee"), mark("Take your party's dispute back."),
    Act.RAISE_DISPUTE, c.WithdrawDispute, _withdraw, footer=False)  # fmt: skip

COMMITTEE = (DELIVER, ADOPT, OBJECT, ABSTAIN, RETURN, LIFT, RAISE, ACCEPT, ANSWER, PROPOSE, REFER, WITHDRAW)
