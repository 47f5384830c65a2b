"""What a seat sees of a committee: reports, contradictions, disputes, reference text, messages, statements."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.model import ReferenceText
from simulator.engine.contradictions import Contradiction, contradictions
from simulator.engine.legal import in_body, party_of
from simulator.engine.session import DisputeState, Message, ReportState, Session, Statement
from simulator.engine.words import TRAINER


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """A committee's work, as a seat sees it."""

    reports: tuple[ReportState, ...]
    contradictions: tuple[Contradiction, ...]
    """Between reports that this seat sees."""
    disputes: tuple[DisputeState, ...]
    reference: ReferenceText | None
    """The agreement in force, without how parties read it."""
    readings: Mapping[str, str]
    """How this seat's party reads articles."""
    messages: tuple[Message, ...]
    """Messages that this seat sent, carries or got; what was sent is empty for those who only got it."""
    statements: tuple[Statement, ...]


def committee(session: Session, seat: str) -> CommitteeView:
    """A committee's work for a seat."""
    reports = tuple(r for r in session.reports.values() if _reads(session, seat, r))
    reference, party = session.scenario.reference, party_of(session, seat)
    articles = reference.articles if reference is not None else {}
    return CommitteeView(
        reports=reports,
        contradictions=contradictions(session, reports),
        disputes=tuple(session.disputes.values()),
        reference=reference,
        readings={name: article.readings[party] for name, article in articles.items() if party in article.readings},
        messages=tuple(m for m in session.messages.values() if _knows(session, seat, m)),
        statements=session.statements,
    )


def _reads(session: Session, seat: str, report: ReportState) -> bool:
    if seat == TRAINER or not session.scenario.bodies[report.body].confidential:
        return True
    return in_body(session, seat, report.body) or in_body(session, seat, report.to)


def _knows(session: Session, seat: str, message: Message) -> bool:
    if seat in (TRAINER, message.by, message.seat) or party_of(session, seat) == party_of(session, message.by):
        return True
    return seat in message.to and message.delivered is not None
