"""What was agreed as it stands on paper: articles, commitment records, and what people judged of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from scenarios.model import Commitment as Written
from scenarios.model import Option
from scenarios.texts import tr
from scoring.outcome.settlement import Settlement, Terms
from scoring.process.course import Course
from scoring.sentences import quoted
from simulator.engine.commands import CommitmentDraft
from simulator.engine.events import AgreementJudged, CommitmentRecorded, CommitmentStruck


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the agreement."""

    clause: str
    heading: str
    issue: str | None
    """None for a general article, which need not hold a commitment."""
    option: str | None
    text: str
    on_paper: bool
    """Whether the negotiated text says so, and its commitment records therefore count."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment record of the agreement; what is empty was left open."""

    clause: str
    number: int | None
    """None for one that the text of an option holds."""
    draft: CommitmentDraft
    evidence: tuple[int, ...]
    after_words: tuple[str, ...] = ()
    """What has to come before it, where it is told in words."""

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        if self.number is None:
            return quoted(self.draft.action)
        return tr("commitment {n}", n=self.number)

    @property
    def ordered(self) -> bool:
        """Whether it says what has to come before it."""
        return bool(self.draft.after or self.after_words)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody judged, 0 to 3; a later word of the same seat replaces the earlier one."""

    by: str
    level: int
    note: str
    event: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement on paper."""

    settlement: Settlement
    terms: Terms
    articles: Mapping[str, Article]
    """By clause."""
    commitments: tuple[Commitment, ...]
    """Those that stood when it was agreed, in order of their articles."""
    judged: Mapping[str, tuple[Judgement, ...]]
    """By criterion, Q1 to Q12."""

    @classmethod
    def of(cls, settlement: Settlement) -> Agreement | None:
        """The agreement that a session reached; None without one."""
        terms = settlement.terms
        if terms is None or not terms.agreed:
            return None
        articles = _articles(settlement.course, terms)
        commitments = _commitments(settlement.course, terms, articles)
        judged: dict[str, list[tuple[int, AgreementJudged]]] = {}
        for moment in settlement.course.moments:
            if isinstance(moment.event, AgreementJudged):
                judged.setdefault(moment.event.criterion, []).append((moment.number, moment.event))
        return cls(
            settlement,
            terms,
            articles,
            commitments,
            {
                criterion: latest(Judgement(e.by, e.level, e.note, number) for number, e in given)
                for criterion, given in judged.items()
            },
        )

    @property
    def course(self) -> Course:
        """The course of the session."""
        return self.settlement.course

    @property
    def options(self) -> Mapping[str, Option]:
        """The options of the scenario that were agreed, by issue."""
        issues = self.course.scenario.issues
        return {
            issue: issues[issue].options[option]
            for issue, option in self.terms.options.items()
            if issue in issues and option in issues[issue].options
        }

    @property
    def bare(self) -> tuple[Article, ...]:
        """Articles that settle an issue and hold no commitment record."""
        held = {commitment.clause for commitment in self.commitments}
        return tuple(article for article in self.articles.values() if article.issue and article.clause not in held)

    def under(self, clauses: Iterable[str]) -> tuple[Commitment, ...]:
        """The commitments under some articles."""
        wanted = set(clauses)
        return tuple(commitment for commitment in self.commitments if commitment.clause in wanted)


def latest(given: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The last judgement of each seat."""
    return tuple({judgement.by: judgement for judgement in given}.values())


def middle(given: Iterable[Judgement]) -> int | None:
    """The level in the middle of what several people judged, the lower of two; None where nobody judged."""
    levels = sorted(judgement.level for judgement in given)
    return levels[(len(levels) - 1) // 2] if levels else None


def _articles(course: Course, terms: Terms) -> dict[str, Article]:
    """The articles of an adopted version, or those that an agreed package would fill."""
    written, text = course.scenario.text.clauses, course.talks.text.clauses
    told = course.told.text.clauses
    found: dict[str, Article] = {}
    for name, clause in written.items():
        state = text.get(name)
        standing = state is not None and state.state != "parked"
        option: str | None
        if terms.source == "version":
            if state is None or not standing:
                continue
            option, wording, on_paper = state.option, state.wording or told[name].wording or "", True
        elif clause.issue is not None and clause.issue in terms.options:
            option, wording = terms.options[clause.issue], ""
            on_paper = state is not None and standing and state.option == option
        else:
            continue
        if not wording and clause.issue is not None and option is not None:
            wording = _text_of(course, clause.issue, option)
        found[name] = Article(name, clause.heading, clause.issue, option, wording, on_paper)
    return found


def _text_of(course: Course, issue: str, option: str) -> str:
    written = course.told.issues[issue].options.get(option)
    if written is not None:
        return written.text
    board = course.talks.issues[issue].board if issue in course.talks.issues else {}
    return board[option].text if option in board else ""


def _commitments(course: Course, terms: Terms, articles: Mapping[str, Article]) -> tuple[Commitment, ...]:
    """The records of the text; for an article that never had any, what the text of its option holds."""
    standing: dict[int, Commitment] = {}
    touched: set[str] = set()
    for moment in course.during:
        event = moment.event
        if isinstance(event, CommitmentRecorded):
            standing[event.commitment] = Commitment(event.clause, event.commitment, event.record, (moment.number,))
            touched.add(event.clause)
        elif isinstance(event, CommitmentStruck):
            standing.pop(event.commitment, None)
    found: list[Commitment] = []
    for name, article in articles.items():
        held = _of_option(course, article, terms.evidence)
        if article.on_paper and name in touched:
            # What an option says in words of what has to come before still holds while nobody wrote the record anew.
            words = {each.draft: each.after_words for each in held}
            found += [
                replace(each, after_words=words.get(each.draft, ()))
                for _, each in sorted(standing.items())
                if each.clause == name
            ]
        else:
            found += held
    return tuple(found)


def _of_option(course: Course, article: Article, evidence: tuple[int, ...]) -> list[Commitment]:
    """The commitments that the text of an article's option holds."""
    if article.issue is None or article.option is None:
        return []
    option = course.told.issues[article.issue].options.get(article.option)
    return [
        Commitment(article.clause, None, _draft(written), evidence, written.after)
        for written in (option.commitments if option else ())
    ]


def _draft(written: Written) -> CommitmentDraft:
    return CommitmentDraft(
        actor=written.actor or "",
        action=written.action,
        deadline=written.deadline or "",
        days=written.days,
        place=written.place or "",
        verifier=written.verifier or "",
        method=written.method or "",
        resources=written.resources or "",
        if_not=written.if_not or "",
    )
