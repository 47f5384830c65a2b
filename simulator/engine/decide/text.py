"""The single negotiating text: one pen, versions, comments, brackets."""

from collections.abc import Mapping

from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.decide import lookup
from simulator.engine.decide.commitments import with_options
from simulator.engine.decide.packages import revealed
from simulator.engine.decide.pen import demand_clause, demand_pen, demand_text
from simulator.engine.legal import instead, party_of
from simulator.engine.names import clause_is, listed, text_is
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import clean, need
from simulator.engine.words import Resolution

LONGEST_CLAUSE = 8000
"""Characters of one clause."""


def issue_version(command: c.IssueVersion, session: Session) -> tuple[e.Event, ...]:
    demand_pen(session, command.by)
    if session.text.state in ("in_adoption", "adopted", "ad_referendum"):
        raise Refused(
            "TEXT-STATE",
            text_is(session.text.state),
            instead(session, command.by),
        )
    drafts = {**_from_package(session, command), **_from_hand(session, command)}
    if session.text.version == 0:
        for name, clause in session.scenario.text.clauses.items():
            drafts.setdefault(name, c.ClauseDraft(wording=clause.wording or ""))
    if not drafts:
        raise Refused("NO-CHANGE", tr("This version changes nothing."), tr("Draft a clause, or name a package."))
    ordered = {name: drafts[name] for name in session.scenario.text.clauses if name in drafts}
    terms = {
        str(clause.issue): draft.option
        for name, draft in ordered.items()
        if (clause := session.scenario.text.clauses[name]).issue is not None and draft.option is not None
        if not draft.option.startswith("own-")
    }
    issued = e.VersionIssued(
        at=command.at,
        by=command.by,
        version=session.text.version + 1,
        clauses=ordered,
        package=command.package,
    )
    unread = _clean_after_reading(session, tuple(ordered))
    closed = e.ReadingClosed(at=command.at, by=command.by, version=session.text.version, clean=unread)
    options = {name: draft.option for name, draft in ordered.items()}
    return (
        *revealed(session, command, terms),
        *((closed,) if unread else ()),
        issued,
        *with_options(session, options, command.at, command.by),
    )


def _from_package(session: Session, command: c.IssueVersion) -> Mapping[str, c.ClauseDraft]:
    if command.package is None:
        return {}
    terms = lookup.package(session, command.package).terms
    return {
        name: c.ClauseDraft(option=terms[clause.issue])
        for name, clause in session.scenario.text.clauses.items()
        if clause.issue is not None and clause.issue in terms
    }


def _from_hand(session: Session, command: c.IssueVersion) -> Mapping[str, c.ClauseDraft]:
    drafts: dict[str, c.ClauseDraft] = {}
    for name, draft in command.clauses.items():
        if name not in session.scenario.text.clauses:
            known = ", ".join(session.scenario.text.clauses)
            raise Refused(
                "UNKNOWN", tr("There is no clause “{name}”.", name=name[:60]), tr("Clauses: {known}.", known=known)
            )
        drafts[name] = _draft(session, command.by, name, draft.option, draft.wording)
    return drafts


def _draft(session: Session, by: str, name: str, option: str | None, wording: str) -> c.ClauseDraft:
    words = clean(wording, LONGEST_CLAUSE)
    issue = session.scenario.text.clauses[name].issue
    if option is None:
        if not words:
            raise Refused(
                "EMPTY-CLAUSE",
                tr("The clause “{name}” has neither an option nor words.", name=name),
                tr("Give it one."),
            )
        return c.ClauseDraft(wording=words)
    if issue is None:
        raise Refused("NO-ISSUE", tr("The clause “{name}” is about no issue.", name=name), tr("Write its words."))
    if option.startswith("own-") and option in session.issues[issue].board:
        return c.ClauseDraft(wording=words or session.issues[issue].board[option].text)
    return c.ClauseDraft(option=lookup.option(session, by, issue, option), wording=words)


def _clean_after_reading(session: Session, changed: tuple[str, ...]) -> tuple[str, ...]:
    """The clauses that a full reading left uncontested: not bracketed, not changed, not empty."""
    return tuple(
        name
        for name, clause in session.text.clauses.items()
        if clause.state == "proposed" and name not in changed and (clause.option or clause.wording)
    )


def comment_clause(command: c.CommentClause, session: Session) -> tuple[e.Event, ...]:
    demand_clause(session, command.by, command.clause)
    text = need(command.text, tr("the comment"), 1000)
    return (e.ClauseCommented(at=command.at, by=command.by, clause=command.clause, text=text),)


def bracket_clause(command: c.BracketClause, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause)
    if not machines.CLAUSE.allows(clause.state, "bracket"):
        raise Refused("CLAUSE-STATE", clause_is(clause.state), instead(session, command.by))
    party = party_of(session, command.by)
    if any(bracket.party == party for bracket in clause.open_brackets):
        raise Refused("ALREADY", tr("Your party has a bracket in this clause."), tr("Lift it before you put another."))
    draft = c.ClauseDraft()
    if command.option is not None or clean(command.wording, LONGEST_CLAUSE):
        draft = _draft(session, command.by, command.clause, command.option, command.wording)
    issue = session.scenario.text.clauses[command.clause].issue
    terms = {issue: draft.option} if issue is not None and draft.option is not None else {}
    bracketed = e.ClauseBracketed(
        at=command.at,
        by=command.by,
        clause=command.clause,
        bracket=len(clause.brackets) + 1,
        party=party,
        wording=draft.wording,
        option=draft.option,
    )
    return (*revealed(session, command, terms), bracketed)


def lift_bracket(command: c.LiftBracket, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause)
    bracket = next((b for b in clause.open_brackets if b.number == command.bracket), None)
    if bracket is None:
        still = listed(b.number for b in clause.open_brackets)
        raise Refused(
            "UNKNOWN",
            tr("There is no open bracket {bracket} here.", bracket=command.bracket),
            tr("Open: {still}.", still=still),
        )
    if bracket.party != party_of(session, command.by):
        owner = session.scenario.parties[bracket.party].name
        raise Refused("NOT-YOURS", tr("Only {owner} can lift its bracket.", owner=owner), tr("Talk to them."))
    option, wording = clause.option, clause.wording
    if command.resolution is Resolution.CHOSE_ALTERNATIVE:
        if not (bracket.option or bracket.wording):
            raise Refused("NO-ALTERNATIVE", tr("This bracket has no alternative to choose."), tr("Withdraw it."))
        if len(clause.open_brackets) > 1:
            raise Refused(
                "CONTESTED", tr("Somebody else contests this clause too."), tr("Settle the other bracket first.")
            )
        option, wording = bracket.option, bracket.wording
    elif command.resolution in (Resolution.MERGED, Resolution.AMBIGUITY):
        wording = need(command.wording, tr("the merged wording"), LONGEST_CLAUSE)
    lifted = e.BracketLifted(
        at=command.at,
        by=command.by,
        clause=command.clause,
        bracket=bracket.number,
        resolution=command.resolution,
        wording=wording,
        option=option,
    )
    return (lifted, *with_options(session, {command.clause: option}, command.at, command.by))


def park_clause(command: c.ParkClause, session: Session) -> tuple[e.Event, ...]:
    demand_pen(session, command.by)
    clause = demand_clause(session, command.by, command.clause)
    if not machines.CLAUSE.allows(clause.state, "park" if command.parked else "take_up"):
        raise Refused("CLAUSE-STATE", clause_is(clause.state), instead(session, command.by))
    return (e.ClauseParked(at=command.at, by=command.by, clause=command.clause, parked=command.parked),)


def close_reading(command: c.CloseReading, session: Session) -> tuple[e.Event, ...]:
    demand_pen(session, command.by)
    demand_text(session, command.by)
    unread = _clean_after_reading(session, ())
    if not unread:
        raise Refused(
            "NOTHING-TO-CLEAN", tr("No clause waits for the end of the reading."), instead(session, command.by)
        )
    return (e.ReadingClosed(at=command.at, by=command.by, version=session.text.version, clean=unread),)


def narrow_bracket(command: c.NarrowBracket, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def support_bracket(command: c.SupportBracket, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def add_footnote(command: c.AddFootnote, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
