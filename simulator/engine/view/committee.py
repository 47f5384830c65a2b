"""What a seat sees of a committee: reports, contradictions, disputes, the reference text, factions, messages."""

from collections.abc import Mapping
from dataclasses import dataclass

from roles.acts import Act
from roles.rights import Right
from scenarios.model import Faction, Shared
from simulator.engine.contradictions import Contradiction, contradictions
from simulator.engine.decide.disputes import concerns
from simulator.engine.decide.lookup import knows_option
from simulator.engine.decide.reports import issues_of, reads
from simulator.engine.legal import in_body, party_of, right_of
from simulator.engine.session import DisputeState, Message, ReportState, Session, Statement
from simulator.engine.view.messages import messages
from simulator.engine.words import TRAINER


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article of the reference text."""

    id: str
    heading: str
    text: str
    readings: Mapping[str, str]
    """How parties read it: one's own party, and every party for the trainer."""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """The agreement in force."""

    title: str
    date: str
    preamble: str
    articles: Mapping[str, ArticleView]


@dataclass(frozen=True, slots=True)
class FactionView:
    """An institution or a faction inside a party, with the options that a seat knows."""

    name: str
    line: str
    breaks_on: tuple[Mapping[str, str], ...]
    leaves_without: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """A committee's work, as a seat sees it."""

    reports: tuple[ReportState, ...]
    contradictions: tuple[Contradiction, ...]
    """Between reports that this seat sees."""
    reporting: Mapping[str, tuple[str, ...]]
    """The bodies whose report this seat can hand over, with the issues that they report on."""
    lifted: Mapping[str, str]
    """Issues that were lifted, with the body that takes them up: for who reads the report, and for who sits there."""
    settled: Mapping[str, str]
    """What adopted reports, and packages with them, settle so far: the option of each issue."""
    shared: Mapping[str, Shared]
    """What several bodies dispose of."""
    disputes: tuple[DisputeState, ...]
    concerned: Mapping[int, tuple[str, ...]]
    """The parties that have to accept the words of each dispute."""
    reference: ReferenceView | None
    factions: Mapping[str, Mapping[str, FactionView]]
    """Institutions and factions inside one's own party, and inside every party for the trainer; by party."""
    spokes: Mapping[str, str]
    """The faction for which a seat speaks, as far as this seat knows."""
    messages: tuple[Message, ...]
    """Messages that this seat sent, carries or got; what was sent is empty for those who only got it."""
    statements: tuple[Statement, ...]

    @property
    def empty(self) -> bool:
        """Whether the scenario has no committee's work for this seat."""
        return self.reference is None and not self.reports and not self.reporting and not self.disputes


def committee(session: Session, seat: str) -> CommitteeView:
    """A committee's work for a seat."""
    scenario, party = session.scenario, party_of(session, seat)
    reports = tuple(r for r in session.reports.values() if reads(session, seat, r))
    inside = [p for p in scenario.parties if seat == TRAINER or p == party]
    return CommitteeView(
        reports=reports,
        contradictions=contradictions(scenario, reports) if scenario.shared else (),
        reporting={body: issues_of(session, body) for body in scenario.bodies if _reports(session, seat, body)},
        lifted={
            issue: body
            for report in session.reports.values()
            for issue, body in report.lifted.items()
            if reads(session, seat, report) or in_body(session, seat, body)
        },
        settled=session.agreed_terms() if any(report.adopted for report in session.reports.values()) else {},
        shared=scenario.shared,
        disputes=tuple(session.disputes.values()),
        concerned={dispute.number: concerns(session, dispute) for dispute in session.disputes.values()},
        reference=_reference(session, seat, party),
        factions={
            p: {name: _faction(session, seat, faction) for name, faction in scenario.parties[p].factions.items()}
            for p in inside
            if scenario.parties[p].factions
        },
        spokes={s: written.faction for s, written in scenario.seats.items() if written.faction
                and written.party in inside},
        messages=messages(session, seat),
        statements=session.statements,
    )  # fmt: skip


def _reports(session: Session, seat: str, body: str) -> bool:
    if seat == TRAINER or session.scenario.bodies[body].reports_to is None or not in_body(session, seat, body):
        return False
    return right_of(session, seat, Act.DELIVER_REPORT, body) is Right.MAY


def _faction(session: Session, seat: str, faction: Faction) -> FactionView:
    """A faction without the options that the seat does not know."""

    def known(issue: str, option: str) -> bool:
        return seat == TRAINER or knows_option(session, seat, issue, option)

    wanted = {
        issue: tuple(option for option in options if known(issue, option))
        for issue, options in faction.leaves_without.items()
    }
    return FactionView(
        faction.name,
        faction.line,
        tuple(line for line in faction.breaks_on if all(known(issue, option) for issue, option in line.items())),
        {issue: options for issue, options in wanted.items() if options},
    )


def _reference(session: Session, seat: str, party: str) -> ReferenceView | None:
    written = session.scenario.reference
    if written is None:
        return None
    return ReferenceView(
        title=written.title,
        date=written.date or "",
        preamble=written.preamble or "",
        articles={
            name: ArticleView(
                name,
                article.heading,
                article.text,
                {p: said for p, said in article.readings.items() if seat == TRAINER or p == party},
            )
            for name, article in written.articles.items()
        },
    )
