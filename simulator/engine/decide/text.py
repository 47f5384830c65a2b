"""Texts under negotiation: one pen, versions, comments, brackets, footnotes."""

from collections.abc import Mapping

from scenarios.model import Clause
from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.decide import lookup
from simulator.engine.decide.commitments import with_options
from simulator.engine.decide.packages import revealed
from simulator.engine.decide.pen import demand_clause, demand_pen, demand_text
from simulator.engine.decisions import away, body_of_text
from simulator.engine.legal import instead, party_of
from simulator.engine.names import clause_is, listed, text_is
from simulator.engine.refused import Refused
from simulator.engine.session import Bracket, ClauseState, Session, Text, clauses_of, text_of
from simulator.engine.speech import clean, need
from simulator.engine.words import Resolution

LONGEST_CLAUSE = 8000
"""Characters of one clause."""
MOST_FOOTNOTES = 4
"""Footnotes of a party under one clause."""


def issue_version(command: c.IssueVersion, session: Session) -> tuple[e.Event, ...]:
    document = command.document
    demand_pen(session, command.by, document)
    text, written = text_of(session, document), clauses_of(session, document)
    if text.state in ("in_adoption", "adopted", "ad_referendum"):
        raise Refused(
            "TEXT-STATE",
            text_is(text.state),
            instead(session, command.by),
        )
    drafts = {**_from_package(session, command), **_from_hand(session, command)}
    if text.version == 0:
        for name, clause in written.items():
            drafts.setdefault(name, c.ClauseDraft(wording=clause.wording or ""))
    if not drafts:
        raise Refused("NO-CHANGE", tr("This version changes nothing."), tr("Draft a clause, or name a package."))
    ordered = {name: drafts[name] for name in written if name in drafts}
    terms = {
        str(clause.issue): draft.option
        for name, draft in ordered.items()
        if (clause := written[name]).issue is not None and draft.option is not None
        if not draft.option.startswith("own-")
    }
    issued = e.VersionIssued(
        at=command.at,
        by=command.by,
        version=text.version + 1,
        clauses=ordered,
        package=command.package,
        document=document,
    )
    unread = _clean_after_reading(text, tuple(ordered))
    closed = e.ReadingClosed(at=command.at, by=command.by, version=text.version, clean=unread, document=document)
    options = {name: draft.option for name, draft in ordered.items()}
    return (
        *revealed(session, command, terms),
        *((closed,) if unread else ()),
        issued,
        *(() if document else with_options(session, options, command.at, command.by)),
    )


def _from_package(session: Session, command: c.IssueVersion) -> Mapping[str, c.ClauseDraft]:
    if command.package is None:
        return {}
    terms = lookup.package(session, command.package).terms
    return {
        name: c.ClauseDraft(option=terms[clause.issue])
        for name, clause in clauses_of(session, command.document).items()
        if clause.issue is not None and clause.issue in terms
    }


def _from_hand(session: Session, command: c.IssueVersion) -> Mapping[str, c.ClauseDraft]:
    written = clauses_of(session, command.document)
    drafts: dict[str, c.ClauseDraft] = {}
    for name, draft in command.clauses.items():
        if name not in written:
            raise lookup.no_clause(name, written)
        drafts[name] = _draft(session, command.by, written[name], name, draft)
    return drafts


def _draft(session: Session, by: str, clause: Clause, name: str, draft: c.ClauseDraft) -> c.ClauseDraft:
    words, option, issue = clean(draft.wording, LONGEST_CLAUSE), draft.option, clause.issue
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


def _clean_after_reading(text: Text, changed: tuple[str, ...]) -> tuple[str, ...]:
    """The clauses that a full reading left uncontested: not bracketed, not changed, not empty."""
    return tuple(
        name
        for name, clause in text.clauses.items()
        if clause.state == "proposed" and name not in changed and (clause.option or clause.wording)
    )


def comment_clause(command: c.CommentClause, session: Session) -> tuple[e.Event, ...]:
    demand_clause(session, command.by, command.clause, command.document)
    text = need(command.text, tr("the comment"), 1000)
    return (
        e.ClauseCommented(at=command.at, by=command.by, clause=command.clause, text=text, document=command.document),
    )


def park_clause(command: c.ParkClause, session: Session) -> tuple[e.Event, ...]:
    demand_pen(session, command.by, command.document)
    clause = demand_clause(session, command.by, command.clause, command.document)
    if not machines.CLAUSE.allows(clause.state, "park" if command.parked else "take_up"):
        raise Refused("CLAUSE-STATE", clause_is(clause.state), instead(session, command.by))
    return (
        e.ClauseParked(
            at=command.at, by=command.by, clause=command.clause, parked=command.parked, document=command.document
        ),
    )


def close_reading(command: c.CloseReading, session: Session) -> tuple[e.Event, ...]:
    demand_pen(session, command.by, command.document)
    demand_text(session, command.by, command.document)
    text = text_of(session, command.document)
    unread = _clean_after_reading(text, ())
    if not unread:
        raise Refused(
            "NOTHING-TO-CLEAN", tr("No clause waits for the end of the reading."), instead(session, command.by)
        )
    return (
        e.ReadingClosed(at=command.at, by=command.by, version=text.version, clean=unread, document=command.document),
    )


# -- brackets ---------------------------------------------------------------------------------------------------------


def bracket_clause(command: c.BracketClause, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause, command.document)
    if not machines.CLAUSE.allows(clause.state, "bracket"):
        raise Refused("CLAUSE-STATE", clause_is(clause.state), instead(session, command.by))
    party = party_of(session, command.by)
    if command.inside is not None:
        _demand_contestable(session, clause, command.inside, party)
    if any(bracket.party == party and bracket.inside == command.inside for bracket in clause.open_brackets):
        raise Refused("ALREADY", tr("Your party has a bracket in this clause."), tr("Lift it before you put another."))
    draft = _alternative(session, command)
    bracketed = e.ClauseBracketed(
        at=command.at,
        by=command.by,
        clause=command.clause,
        bracket=len(clause.brackets) + 1,
        party=party,
        wording=draft.wording,
        option=draft.option,
        inside=command.inside,
        document=command.document,
    )
    return (*revealed(session, command, _terms(session, command, draft)), bracketed)


def _demand_contestable(session: Session, clause: ClauseState, number: int, party: str) -> None:
    """Raise Refused where the alternative of a bracket cannot be contested by a party."""
    outer = _open_bracket(clause, number)
    if outer.inside is not None:
        raise Refused(
            "TOO-DEEP",
            tr("Bracket {bracket} stands inside another; brackets are nested to two levels.", bracket=number),
            tr("Put your words in a bracket of the clause, or talk to its author."),
        )
    if outer.party == party:
        raise Refused("OWN-BRACKET", tr("It is your party's own bracket."), tr("Narrow it, or lift it."))
    if not (outer.option or outer.wording):
        raise Refused(
            "NO-ALTERNATIVE",
            tr("Bracket {bracket} has no alternative to contest.", bracket=number),
            tr("Put a bracket in the clause."),
        )


def _alternative(session: Session, command: c.BracketClause | c.NarrowBracket) -> c.ClauseDraft:
    """What a bracket wants instead; empty where it only contests."""
    if command.option is None and not clean(command.wording, LONGEST_CLAUSE):
        return c.ClauseDraft()
    written = clauses_of(session, command.document)[command.clause]
    draft = c.ClauseDraft(option=command.option, wording=command.wording)
    return _draft(session, command.by, written, command.clause, draft)


def _terms(session: Session, command: c.BracketClause | c.NarrowBracket, draft: c.ClauseDraft) -> Mapping[str, str]:
    """The option that an alternative puts on the board, by its issue."""
    issue = clauses_of(session, command.document)[command.clause].issue
    return {issue: draft.option} if issue is not None and draft.option is not None else {}


def _open_bracket(clause: ClauseState, number: int) -> Bracket:
    bracket = next((b for b in clause.open_brackets if b.number == number), None)
    if bracket is None:
        still = listed(b.number for b in clause.open_brackets)
        raise Refused(
            "UNKNOWN",
            tr("There is no open bracket {bracket} here.", bracket=number),
            tr("Open: {still}.", still=still),
        )
    return bracket


def _demand_author(session: Session, by: str, bracket: Bracket) -> None:
    if bracket.party != party_of(session, by):
        owner = session.scenario.parties[bracket.party].name
        raise Refused("NOT-YOURS", tr("Only {owner} can lift its bracket.", owner=owner), tr("Talk to them."))


def lift_bracket(command: c.LiftBracket, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause, command.document)
    bracket = _open_bracket(clause, command.bracket)
    _demand_author(session, command.by, bracket)
    _demand_alone(session, command.document, clause, bracket)
    outer = next((b for b in clause.brackets if b.number == bracket.inside), None)
    option, wording = (clause.option, clause.wording) if outer is None else (outer.option, outer.wording)
    if command.resolution is Resolution.CHOSE_ALTERNATIVE:
        if not (bracket.option or bracket.wording):
            raise Refused("NO-ALTERNATIVE", tr("This bracket has no alternative to choose."), tr("Withdraw it."))
        if sum(1 for b in clause.open_brackets if b.inside == bracket.inside) > 1:
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
        document=command.document,
    )
    if command.document or outer is not None:
        return (lifted,)
    return (lifted, *with_options(session, {command.clause: option}, command.at, command.by))


def _demand_alone(session: Session, document: str, clause: ClauseState, bracket: Bracket) -> None:
    """Raise Refused while others stand behind a bracket, or contest what it says."""
    inside = tuple(b.number for b in clause.open_brackets if b.inside == bracket.number)
    if inside:
        raise Refused(
            "BRACKETS-INSIDE",
            tr("Its own words are in brackets: {brackets}.", brackets=listed(inside)),
            tr("Those have to be lifted first."),
        )
    body = body_of_text(session.scenario, document)
    behind = [session.scenario.parties[p].short for p in bracket.supporters if not away(session, p, body)]
    if behind:
        raise Refused(
            "SUPPORTED",
            tr("Others support this bracket: {parties}.", parties=listed(behind)),
            tr("They take their names off first."),
        )


def narrow_bracket(command: c.NarrowBracket, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause, command.document)
    bracket = _open_bracket(clause, command.bracket)
    _demand_author(session, command.by, bracket)
    draft = _alternative(session, command)
    if not (draft.option or draft.wording):
        raise Refused(
            "EMPTY-CLAUSE", tr("A narrower bracket needs other words."), tr("Write them, or lift the bracket.")
        )
    if (draft.option, draft.wording) == (bracket.option, bracket.wording):
        raise Refused("NO-CHANGE", tr("The bracket says this already."), tr("Write other words, or lift it."))
    narrowed = e.BracketNarrowed(
        at=command.at,
        by=command.by,
        clause=command.clause,
        bracket=bracket.number,
        wording=draft.wording,
        option=draft.option,
        document=command.document,
    )
    return (*revealed(session, command, _terms(session, command, draft)), narrowed)


def support_bracket(command: c.SupportBracket, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause, command.document)
    bracket, party = _open_bracket(clause, command.bracket), party_of(session, command.by)
    if bracket.party == party:
        raise Refused("OWN-BRACKET", tr("It is your party's own bracket."), tr("Narrow it, or lift it."))
    if command.supports and party in bracket.supporters:
        raise Refused("ALREADY", tr("Your party's name is on it."), tr("Take it off when you can live without it."))
    if not command.supports and party not in bracket.supporters:
        raise Refused("NOT-NAMED", tr("Your party's name is not on it."), instead(session, command.by))
    return (
        e.BracketSupported(
            at=command.at,
            by=command.by,
            clause=command.clause,
            bracket=bracket.number,
            party=party,
            supports=command.supports,
            document=command.document,
        ),
    )


def add_footnote(command: c.AddFootnote, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause, command.document)
    party = party_of(session, command.by)
    words = need(command.text, tr("the footnote"), 600)
    if sum(1 for note in clause.footnotes if note.party == party) >= MOST_FOOTNOTES:
        raise Refused(
            "TOO-MANY",
            trn(
                "A party puts at most {n} footnote under a clause.",
                "A party puts at most {n} footnotes under a clause.",
                MOST_FOOTNOTES,
            ),
            tr("Put a bracket, or explain your position after the adoption."),
        )
    return (
        e.FootnoteAdded(
            at=command.at,
            by=command.by,
            clause=command.clause,
            party=party,
            text=words,
            document=command.document,
        ),
    )
