"""How paper changes the session: positions, options, packages, texts."""

from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from simulator.engine import events as e
from simulator.engine.evolve.change import put, step
from simulator.engine.machines import CLAUSE, ISSUE, PACKAGE, TEXT
from simulator.engine.session import (
    BoardOption,
    Bracket,
    ClauseState,
    Commitment,
    Footnote,
    IssueState,
    Package,
    Position,
    Session,
    Text,
    clauses_of,
    text_of,
)
from simulator.engine.words import Answer, Resolution


def _issue(session: Session, name: str, issue: IssueState) -> Session:
    return replace(session, issues=put(session.issues, name, issue))


def position_stated(session: Session, event: e.PositionStated) -> Session:
    issue = session.issues[event.issue]
    before = issue.positions.get(event.party)
    changed = 0
    if before is not None:
        changed = before.changed + ((before.text, before.option) != (event.text, event.option))
    position = Position(event.text, event.option, session.number + 1, changed)
    return _issue(session, event.issue, replace(issue, positions=put(issue.positions, event.party, position)))


def issue_framed(session: Session, event: e.IssueFramed) -> Session:
    issue = session.issues[event.issue]
    state = step(ISSUE, issue.state, "frame")
    return _issue(session, event.issue, replace(issue, state=state, wording=event.wording, contested=""))


def framing_contested(session: Session, event: e.FramingContested) -> Session:
    issue = session.issues[event.issue]
    state = step(ISSUE, issue.state, "contest")
    return _issue(session, event.issue, replace(issue, state=state, contested=event.reason))


def option_unlocked(session: Session, event: e.OptionUnlocked) -> Session:
    issue = session.issues[event.issue]
    if event.option not in issue.known:
        return session
    known = put(issue.known, event.option, issue.known[event.option] | set(event.parties))
    unlocked = issue.unlocked
    if event.option not in unlocked:
        unlocked = put(unlocked, event.option, session.clock.read(event.at))
    return _issue(session, event.issue, replace(issue, known=known, unlocked=unlocked))


def option_proposed(session: Session, event: e.OptionProposed) -> Session:
    issue = session.issues[event.issue]
    option = BoardOption(event.by, event.text, session.clock.read(event.at))
    known = {name: parties for name, parties in issue.known.items() if name != event.option}
    board = put(issue.board, event.option, option)
    if sum(1 for o in board.values() if o.by) >= 1:
        issue = replace(issue, state=step(ISSUE, issue.state, "option"))
    return _issue(session, event.issue, replace(issue, board=board, known=known))


def package_tabled(session: Session, event: e.PackageTabled) -> Session:
    package = Package(
        event.package,
        event.by,
        event.party,
        event.terms,
        event.text,
        event.counter_to,
        event.floated,
        session.clock.read(event.at),
    )
    return replace(session, packages=put(session.packages, event.package, package))


def package_answered(session: Session, event: e.PackageAnswered) -> Session:
    package = session.packages[event.package]
    answers = put(package.answers, event.party, (event.answer, event.text))
    state = package.state
    if state == "rejected" and event.answer is Answer.ACCEPT:
        state = step(PACKAGE, state, "reconsider")
    return _package(session, replace(package, answers=answers, state=state))


def package_superseded(session: Session, event: e.PackageSuperseded) -> Session:
    return _step_package(session, event.package, "supersede")


def package_withdrawn(session: Session, event: e.PackageWithdrawn) -> Session:
    return _step_package(session, event.package, "withdraw")


def package_agreed(session: Session, event: e.PackageAgreed) -> Session:
    package = session.packages[event.package]
    agreed = replace(package, state=step(PACKAGE, package.state, "agree"), agreed=session.number + 1)
    return _package(session, agreed)


def package_rejected(session: Session, event: e.PackageRejected) -> Session:
    return _step_package(session, event.package, "reject")


def _package(session: Session, package: Package) -> Session:
    return replace(session, packages=put(session.packages, package.number, package))


def _step_package(session: Session, number: int, trigger: str) -> Session:
    package = session.packages[number]
    return _package(session, replace(package, state=step(PACKAGE, package.state, trigger)))


def version_issued(session: Session, event: e.VersionIssued) -> Session:
    before_text = text_of(session, event.document)
    clauses = dict(before_text.clauses)
    issues = dict(session.issues)
    written = clauses_of(session, event.document)
    for name, draft in event.clauses.items():
        before = clauses.get(name)
        if before is None:
            clauses[name] = ClauseState(draft.option, draft.wording)
        else:
            state = step(CLAUSE, before.state, "redraft")
            if before.open_brackets:
                state = step(CLAUSE, state, "bracket")
            clauses[name] = replace(
                before, option=draft.option, wording=draft.wording, state=state, comments=(), referred=frozenset()
            )
        clause = written.get(name)
        if not event.document and clause is not None and clause.issue in issues:
            issue = issues[clause.issue]
            issues[clause.issue] = replace(issue, state=step(ISSUE, issue.state, "draft"))
    text = replace(
        before_text,
        version=event.version,
        state=step(TEXT, before_text.state, "issue"),
        clauses=clauses,
        verdicts={},
        referred={},
        until=None,
    )
    return _text(replace(session, issues=issues), event.document, text)


def clause_commented(session: Session, event: e.ClauseCommented) -> Session:
    clause = _clause_of(session, event)
    return _clause(session, event, replace(clause, comments=(*clause.comments, (event.by, event.text))))


def clause_bracketed(session: Session, event: e.ClauseBracketed) -> Session:
    clause = _clause_of(session, event)
    bracket = Bracket(event.bracket, event.by, event.party, event.wording, event.option, inside=event.inside)
    clause = replace(clause, brackets=(*clause.brackets, bracket), state=step(CLAUSE, clause.state, "bracket"))
    session = _clause(session, event, clause)
    session = _step_issue_of(session, event.document, event.clause, "reopen")
    text = text_of(session, event.document)
    return _text(session, event.document, replace(text, state=step(TEXT, text.state, "contest")))


def bracket_lifted(session: Session, event: e.BracketLifted) -> Session:
    clause = _clause_of(session, event)
    lifted = next((b for b in clause.brackets if b.number == event.bracket), None)
    within = lifted is not None and lifted.inside is not None
    brackets = tuple(
        replace(b, resolution=event.resolution) if b.number == event.bracket else b for b in clause.brackets
    )
    takes_words = event.resolution in (Resolution.CHOSE_ALTERNATIVE, Resolution.MERGED, Resolution.AMBIGUITY)
    if takes_words and within and lifted is not None:
        brackets = tuple(
            replace(b, option=event.option, wording=event.wording) if b.number == lifted.inside else b for b in brackets
        )
    clause = replace(clause, brackets=brackets)
    if takes_words and not within:
        clause = replace(clause, option=event.option, wording=event.wording, referred=frozenset())
    if not clause.open_brackets:
        clause = replace(clause, state=step(CLAUSE, clause.state, "lift"))
    return _clause(session, event, clause)


def bracket_narrowed(session: Session, event: e.BracketNarrowed) -> Session:
    return _bracket(
        session,
        event,
        event.bracket,
        lambda b: replace(b, wording=event.wording, option=event.option, narrowed=b.narrowed + 1),
    )


def bracket_supported(session: Session, event: e.BracketSupported) -> Session:
    def named(bracket: Bracket) -> Bracket:
        others = tuple(p for p in bracket.supporters if p != event.party)
        return replace(bracket, supporters=(*others, event.party) if event.supports else others)

    return _bracket(session, event, event.bracket, named)


def footnote_added(session: Session, event: e.FootnoteAdded) -> Session:
    clause = _clause_of(session, event)
    return _clause(session, event, replace(clause, footnotes=(*clause.footnotes, Footnote(event.party, event.text))))


def clause_referred(session: Session, event: e.ClauseReferred) -> Session:
    clause = _clause_of(session, event)
    return _clause(session, event, replace(clause, referred=clause.referred | {event.party}))


def referral_answered(session: Session, event: e.ReferralAnswered) -> Session:
    text = text_of(session, event.document)
    if event.clause is None:
        referred = put(text.referred, event.party, event.agrees)
        clauses = {n: replace(clause, referred=clause.referred - {event.party}) for n, clause in text.clauses.items()}
        return _text(session, event.document, replace(text, referred=referred, clauses=clauses))
    clause = text.clauses[event.clause]
    clause = replace(clause, referred=clause.referred - {event.party})
    return _text(session, event.document, replace(text, clauses=put(text.clauses, event.clause, clause)))


def clause_parked(session: Session, event: e.ClauseParked) -> Session:
    clause = _clause_of(session, event)
    state = step(CLAUSE, clause.state, "park" if event.parked else "take_up")
    if not event.parked and clause.open_brackets:
        state = step(CLAUSE, state, "bracket")
    session = _clause(session, event, replace(clause, state=state))
    return _step_issue_of(session, event.document, event.clause, "park" if event.parked else "draft")


def reading_closed(session: Session, event: e.ReadingClosed) -> Session:
    text = text_of(session, event.document)
    clauses = dict(text.clauses)
    for name in event.clean:
        clauses[name] = replace(clauses[name], state=step(CLAUSE, clauses[name].state, "clean"))
    state = text.state
    if all(c.state in ("clean", "parked") for c in clauses.values()):
        state = step(TEXT, state, "clean")
    session = _text(session, event.document, replace(text, clauses=clauses, state=state))
    for name in event.clean:
        session = _step_issue_of(session, event.document, name, "clean")
    return session


def adoption_opened(session: Session, event: e.AdoptionOpened) -> Session:
    text = text_of(session, event.document)
    state = step(TEXT, text.state, "put")
    return _text(session, event.document, replace(text, state=state, verdicts={}, referred={}, until=event.until))


def adoption_answered(session: Session, event: e.AdoptionAnswered) -> Session:
    text = text_of(session, event.document)
    verdicts = put(text.verdicts, event.party, (event.verdict, event.text))
    return _text(session, event.document, replace(text, verdicts=verdicts))


def text_referred(session: Session, event: e.TextReferred) -> Session:
    text = text_of(session, event.document)
    return _text(
        session,
        event.document,
        replace(text, state=step(TEXT, text.state, "refer"), until=event.until, referred=dict.fromkeys(event.parties)),
    )


def text_adopted(session: Session, event: e.TextAdopted) -> Session:
    text = text_of(session, event.document)
    clauses = {
        name: replace(clause, state=step(CLAUSE, clause.state, "close"), referred=frozenset())
        for name, clause in text.clauses.items()
    }
    return _text(session, event.document, replace(text, state=step(TEXT, text.state, "adopt"), clauses=clauses))


def adoption_failed(session: Session, event: e.AdoptionFailed) -> Session:
    text = text_of(session, event.document)
    return _text(session, event.document, replace(text, state=step(TEXT, text.state, "fail"), until=None))


def position_explained(session: Session, event: e.PositionExplained) -> Session:
    text = text_of(session, event.document)
    explained = (*text.explanations, (event.party, event.text))
    return _text(session, event.document, replace(text, explanations=explained))


def commitment_recorded(session: Session, event: e.CommitmentRecorded) -> Session:
    record = Commitment(event.commitment, event.clause, event.record, event.by)
    text = replace(
        session.text,
        commitments=put(session.text.commitments, event.commitment, record),
        recorded=max(session.text.recorded, event.commitment),
    )
    return _text(session, "", text)


def commitment_struck(session: Session, event: e.CommitmentStruck) -> Session:
    left = {n: record for n, record in session.text.commitments.items() if n != event.commitment}
    return _text(session, "", replace(session.text, commitments=left))


class _OfAClause(Protocol):
    @property
    def clause(self) -> str: ...

    @property
    def document(self) -> str: ...


def _clause_of(session: Session, event: _OfAClause) -> ClauseState:
    return text_of(session, event.document).clauses[event.clause]


def _clause(session: Session, event: _OfAClause, clause: ClauseState) -> Session:
    text = text_of(session, event.document)
    return _text(session, event.document, replace(text, clauses=put(text.clauses, event.clause, clause)))


def _bracket(session: Session, event: _OfAClause, number: int, change: Callable[[Bracket], Bracket]) -> Session:
    clause = _clause_of(session, event)
    brackets = tuple(change(b) if b.number == number else b for b in clause.brackets)
    return _clause(session, event, replace(clause, brackets=brackets))


def _text(session: Session, document: str, text: Text) -> Session:
    return replace(session, texts=put(session.texts, document, text))


def _step_issue_of(session: Session, document: str, clause: str, trigger: str) -> Session:
    """The issue of a clause, one step on; only the main text settles issues."""
    if document:
        return session
    written = clauses_of(session, document).get(clause)
    if written is None or written.issue is None or written.issue not in session.issues:
        return session
    issue = session.issues[written.issue]
    return _issue(session, written.issue, replace(issue, state=step(ISSUE, issue.state, trigger)))
