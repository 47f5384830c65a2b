"""The committee: reports with what they agree on, contradictions, disputes, the agreement in force, factions."""

from collections.abc import Mapping

from textual.content import Content

from scenarios.texts import number, tr, trc, trn
from simulator.engine import View
from simulator.engine.commands import ReportLine
from simulator.engine.contradictions import Contradiction
from simulator.engine.names import dispute_state, report_state
from simulator.engine.session import DisputeState, ReportState
from simulator.engine.words import TRAINER, DisputeKind, Say, Settled
from simulator.tui.boards.line import (
    cell,
    clock,
    issue_title,
    option,
    page,
    paragraph,
    row,
    series,
    short,
    told,
    who,
    words,
)
from simulator.tui.safe import lines, one_line

OPEN = ("delivered", "lifted")
"""States of a report that waits for its answer."""

LOUD = "bold reverse"


def shown(view: View) -> bool:
    """Whether this exercise has bodies that report, an agreement in force, or disputes."""
    return not view.committee.empty or any(body.reports_to for body in view.bodies.values())


def rows(view: View) -> list[tuple[str, Content]]:
    """Reports, contradictions, disputes, the agreement in force and the own factions."""
    known = view.committee
    listed = [(f"report:{report.number}", _report_row(view, report)) for report in reversed(known.reports)]
    for body in known.reporting:
        if not any(report.body == body and report.state != "replaced" for report in known.reports):
            # Translators: a report that somebody may hand over, at most 15 characters.
            state = trc("a report", "to hand over")
            listed.append((f"body:{body}", row(cell("·", 3), cell(_body(view, body), 24), cell(state, 15, "italic"))))
    listed += [(f"contradiction:{each.shared}", _contradiction_row(view, each)) for each in known.contradictions]
    listed += [(f"dispute:{dispute.number}", _dispute_row(view, dispute)) for dispute in reversed(known.disputes)]
    if known.reference is not None:
        for article in known.reference.articles.values():
            reads = series(short(view, party) for party in article.readings)
            mark = tr("read by {parties}", parties=reads) if reads else ""
            listed.append((f"article:{article.id}", row(cell("§", 3), cell(article.heading, 40), words(mark))))
    for party, factions in known.factions.items():
        for name, faction in factions.items():
            listed.append((f"faction:{party}.{name}", row(cell("◦", 3), cell(faction.name, 26), short(view, party))))
    return listed


def find(view: View, pick: str | None) -> ReportState | None:
    """The report of a row."""
    return next((r for r in view.committee.reports if pick == f"report:{r.number}"), None)


def find_dispute(view: View, pick: str | None) -> DisputeState | None:
    """The dispute of a row."""
    return next((d for d in view.committee.disputes if pick == f"dispute:{d.number}"), None)


def settled_name(settled: Settled) -> str:
    """How far a body came with an issue."""
    return {
        Settled.AGREED: trc("a line of a report", "agreed"),
        Settled.BRACKETED: trc("a line of a report", "in brackets"),
        Settled.BLOCKED: trc("a line of a report", "blocked"),
    }[settled]


def say_name(say: Say) -> str:
    """What a party says to a report."""
    return {
        Say.YES: trc("an answer to a report", "agrees"),
        Say.NO: trc("an answer to a report", "objects"),
        Say.ABSTAINS: trc("an answer to a report", "abstains"),
    }[say]


def kind_name(kind: DisputeKind) -> str:
    """What is in dispute about an article."""
    if kind is DisputeKind.INTERPRETATION:
        return trc("a dispute", "interpretation")
    return trc("a dispute", "violation")


def article_name(view: View, article: str) -> str:
    """The heading of an article."""
    reference = view.committee.reference
    found = reference.articles.get(article) if reference is not None else None
    return one_line(found.heading) if found is not None else article


def unanswered(view: View, report: ReportState) -> tuple[str, ...]:
    """The parties that decide on a report and have not answered it."""
    if report.state not in OPEN or report.to not in view.bodies:
        return ()
    body = view.bodies[report.to]
    return tuple(p for p in body.decides if p not in report.says and p not in body.away)


def _body(view: View, body: str) -> str:
    return one_line(view.bodies[body].name) if body in view.bodies else body


def _report_row(view: View, report: ReportState) -> Content:
    counts = [line.settled for line in report.lines.values()]
    agreed = trn("{n} agreed", "{n} agreed", counts.count(Settled.AGREED))
    other = len(counts) - counts.count(Settled.AGREED)
    open_ = trn("{n} open", "{n} open", other) if other else ""
    against = any(report.number in each.uses for each in view.committee.contradictions)
    return row(
        cell(f"{report.number}", 3),
        cell(_body(view, report.body), 24),
        cell(report_state(report.state), 15, "bold" if report.state in OPEN else ""),
        words(series((agreed, open_, tr("CONTRADICTION") if against else ""))),
    )


def _contradiction_row(view: View, found: Contradiction) -> Content:
    return row(cell("!", 3, "bold"), words(contradiction(view, found), "bold"))


def contradiction(view: View, found: Contradiction) -> str:
    """What does not add up between reports, in a sentence."""
    shared = view.committee.shared[found.shared]
    uses = series(
        # Translators: what one report takes, or the day that it names.
        tr("report {n}: {amount}", n=report, amount=number(amount))
        for report, amount in found.uses.items()
    )
    if found.kind == "date":
        return tr("{what} differs: {uses}.", what=one_line(shared.name), uses=uses)
    return tr(
        "{what}: {total} of {available} are taken ({uses}).",
        what=one_line(shared.name),
        total=number(sum(found.uses.values())),
        available=number(found.available or 0),
        uses=uses,
    )


def _dispute_row(view: View, dispute: DisputeState) -> Content:
    against = short(view, dispute.against) if dispute.against else ""
    between = tr("{party} with {other}", party=short(view, dispute.party), other=against) if against else ""
    return row(
        # Translators: the number of a dispute, at most 3 characters.
        cell(tr("D{n}", n=dispute.number), 3),
        cell(article_name(view, dispute.article), 24),
        cell(dispute_state(dispute.state), 15, "" if dispute.state in ("settled", "withdrawn") else "bold"),
        words(series((kind_name(dispute.kind), between or short(view, dispute.party)))),
    )


# -- in full ----------------------------------------------------------------------------------------------------------


def detail(view: View, pick: str | None) -> Content:
    """What stands behind a row."""
    kind, _, rest = (pick or "").partition(":")
    report, dispute = find(view, pick), find_dispute(view, pick)
    if report is not None:
        return _report(view, report)
    if dispute is not None:
        return _dispute(view, dispute)
    if kind == "contradiction":
        found = next((each for each in view.committee.contradictions if each.shared == rest), None)
        return Content("") if found is None else _contradiction(view, found)
    if kind == "article":
        return _article(view, rest)
    if kind == "faction":
        return _faction(view, rest)
    if kind == "body" and rest in view.committee.reporting:
        issues = series(issue_title(view, issue) for issue in view.committee.reporting[rest])
        to = _body(view, view.bodies[rest].reports_to)
        report_on = tr("It reports to {body} on {issues}.", body=to, issues=issues)
        return page(words(_body(view, rest), "bold"), words(report_on))
    return Content("")


def report_lines(view: View, report: ReportState) -> Content:
    """What a report says, issue by issue: agreed, then in brackets, then blocked."""
    found = [
        words(f"• {line_said(view, issue, line)}" + _lifted(view, report, issue))
        for settled in Settled
        for issue, line in report.lines.items()
        if line.settled is settled
    ]
    return Content("\n").join(found)


def line_said(view: View, issue: str, line: ReportLine) -> str:
    """A line of a report: the issue, how far it is, and on what."""
    what = series(
        (
            option(view, issue, line.option) if line.option is not None else "",
            one_line(line.text).rstrip("."),
            _uses(view, line),
        )
    )
    # Translators: an issue, how far a body came with it, and on what: “Guards, agreed: two hundred”.
    return tr(
        "{issue}, {settled}: {what}", issue=issue_title(view, issue), settled=settled_name(line.settled), what=what
    )


def _uses(view: View, line: ReportLine) -> str:
    shared = view.committee.shared
    return series(
        told(one_line(shared[name].name), number(amount)) for name, amount in line.uses.items() if name in shared
    )


def _lifted(view: View, report: ReportState, issue: str) -> str:
    to = report.lifted.get(issue)
    return "" if to is None else " → " + _body(view, to)


def warnings(view: View, report: ReportState) -> list[str]:
    """What to weigh before a report is adopted: contradictions, and the own red lines that it crosses."""
    found = [contradiction(view, each) for each in view.committee.contradictions if report.number in each.uses]
    if view.worth is not None:
        crossed = view.worth.crossed(report.terms())
        found += [tr("CROSSES a red line: {line}", line=_all(view, line.barred)) for line in crossed]
    return found


def _report(view: View, report: ReportState) -> Content:
    heading = tr(
        "Report {n} of {body} to {to}", n=report.number, body=_body(view, report.body), to=_body(view, report.to)
    )
    by = who(view, report.by)
    handed = tr("Handed over by {seat} at {time}; {state}.", seat=by, time=clock(report.delivered),
                state=report_state(report.state))  # fmt: skip
    answers = [
        words("• " + told(short(view, party), series((say_name(say), one_line(text)))))
        for party, (say, text) in report.says.items()
    ]
    missing = series(short(view, party) for party in unanswered(view, report))
    if missing:
        answers.append(words(tr("Still to answer: {parties}.", parties=missing)))
    return page(
        Content("\n").join([words(heading, "bold"), words(handed)]),
        Content("\n").join([words(warning, LOUD) for warning in warnings(view, report)]),
        report_lines(view, report),
        lines(report.text) if report.text else None,
        paragraph(tr("Why it went back"), lines(report.reason)) if report.reason else None,
        paragraph(trc("heading", "Answers"), Content("\n").join(answers)) if answers else None,
    )


def _contradiction(view: View, found: Contradiction) -> Content:
    reports = [report for report in view.committee.reports if report.number in found.uses]
    return page(
        words(contradiction(view, found), "bold"),
        *(
            paragraph(tr("Report {n} of {body}", n=r.number, body=_body(view, r.body)), report_lines(view, r))
            for r in reports
        ),
        words(tr("A report can be adopted all the same; the record shows it.")),
    )


def _dispute(view: View, dispute: DisputeState) -> Content:
    heading = tr("Dispute {n}: {article}", n=dispute.number, article=article_name(view, dispute.article))
    facts = [
        told(trc("a dispute", "Kind"), kind_name(dispute.kind)),
        told(trc("a dispute", "Raised by"), short(view, dispute.party)),
        told(trc("a dispute", "With"), short(view, dispute.against)) if dispute.against else "",
        told(trc("a dispute", "State"), dispute_state(dispute.state)),
        told(trc("a dispute", "Referred to"), _body(view, dispute.body)) if dispute.body else "",
    ]
    answers = [words("• " + told(short(view, party), text)) for party, text in dispute.answers.items()]
    concerned = view.committee.concerned.get(dispute.number, ())
    reading = None
    if dispute.reading:
        accepted = series(short(view, p) for p in concerned if p in dispute.accepted)
        missing = series(short(view, p) for p in concerned if p not in dispute.accepted)
        over = dispute.state == "settled"
        reading = page(
            paragraph(tr("The words that settled it") if over else tr("The words proposed"), lines(dispute.reading)),
            words(series((tr("Accepted by {parties}", parties=accepted) if accepted else "",
                          tr("still to accept: {parties}", parties=missing) if missing and not over else ""))),
        )  # fmt: skip
    return page(
        Content("\n").join([words(heading, "bold"), *(words(fact) for fact in facts if fact)]),
        lines(dispute.text),
        paragraph(trc("heading", "Answers"), Content("\n").join(answers)) if answers else None,
        reading,
        _article(view, dispute.article),
    )


def _article(view: View, name: str) -> Content:
    reference = view.committee.reference
    article = reference.articles.get(name) if reference is not None else None
    if reference is None or article is None:
        return Content("")
    title = series((one_line(reference.title), one_line(reference.date)))
    return page(
        words(title),
        paragraph(article.heading, lines(article.text)),
        *(
            paragraph(_reading(view, party), lines(text))
            for party, text in article.readings.items()
        ),
    )  # fmt: skip


def _reading(view: View, party: str) -> str:
    if view.seat == TRAINER:
        return tr("How {party} reads it", party=short(view, party))
    return tr("How we read it (confidential)")


def _faction(view: View, name: str) -> Content:
    party, _, short_name = name.partition(".")
    faction = view.committee.factions.get(party, {}).get(short_name)
    if faction is None:
        return Content("")
    speaks = [view.seats[seat].name for seat, of in view.committee.spokes.items()
              if of == short_name and view.seats[seat].party == party]  # fmt: skip
    breaks = [words("• " + _all(view, options)) for options in faction.breaks_on]
    lacks = [
        words("• " + told(issue_title(view, issue), tr(" or ").join(option(view, issue, o) for o in wanted)))
        for issue, wanted in faction.leaves_without.items()
    ]
    spoken = tr("{seats} speaks for it.", seats=series(speaks)) if len(speaks) == 1 else ""
    spoken = tr("{seats} speak for it.", seats=series(speaks)) if len(speaks) > 1 else spoken
    return page(
        Content("\n").join([words(faction.name, "bold"), words(view.parties[party].name), words(spoken)]),
        lines(faction.line),
        paragraph(tr("It leaves over"), Content("\n").join(breaks)) if breaks else None,
        paragraph(tr("It leaves without"), Content("\n").join(lacks)) if lacks else None,
    )


def _all(view: View, options: Mapping[str, str]) -> str:
    return series(told(issue_title(view, issue), option(view, issue, name)) for issue, name in options.items())
