"""Adoption of texts, what capitals say to it, and how the talks end."""

from collections.abc import Collection, Mapping
from datetime import datetime

from scenarios.model import RuleKind
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.clock import MINUTE
from simulator.engine.decide import lookup
from simulator.engine.decide.control import agreement, agreement_on
from simulator.engine.decide.pen import clause_of, demand_clause, demand_document, demand_place
from simulator.engine.decide.phases import entering
from simulator.engine.decisions import Standing, body_of_text, borne, on_the_text, rule_of, rule_of_text
from simulator.engine.legal import demand_head, demand_say, instead, party_of
from simulator.engine.names import clause_is, text_is
from simulator.engine.refused import Refused
from simulator.engine.session import Session, text_of
from simulator.engine.speech import clean, need
from simulator.engine.words import TRAINER, Cause, OutcomeKind, Verdict


def put_to_adoption(command: c.PutToAdoption, session: Session) -> tuple[e.Event, ...]:
    demand_document(session, command.by, command.document)
    text, rule = text_of(session, command.document), rule_of_text(session.scenario, command.document)
    if text.version == 0:
        raise Refused("NO-TEXT", tr("There is no text to adopt."), instead(session, command.by))
    over = _over(session, command.document)
    if over or not machines.TEXT.allows(text.state, "put"):
        said = tr("The outcome is recorded.") if over else text_is(text.state)
        raise Refused("TEXT-STATE", said, instead(session, command.by))
    contested = [name for name, clause in text.clauses.items() if clause.state == "bracketed"]
    if contested:
        raise Refused(
            "BRACKETS",
            tr("Still in brackets: {contested}.", contested=", ".join(contested)),
            tr("Lift the brackets, or park these clauses."),
        )
    grey = [name for name, clause in text.clauses.items() if clause.referred and clause.state != "parked"]
    if grey and rule.kind is not RuleKind.AD_REFERENDUM:
        raise Refused(
            "REFERRED",
            tr("Capitals have not answered on: {clauses}.", clauses=", ".join(grey)),
            tr("Wait for them, or park these clauses."),
        )
    if not command.document:
        _demand_everything(session, settled_by_text(session))
    if on_the_text(session, {}, command.document) is Standing.IMPOSSIBLE:
        raise Refused("PARTY-AWAY", tr("A party that must agree has left the talks."), tr("Bring it back first."))
    unread = tuple(name for name, cl in text.clauses.items() if cl.state == "proposed" and (cl.option or cl.wording))
    events: list[e.Event] = []
    if unread:
        events.append(
            e.ReadingClosed(at=command.at, by=command.by, version=text.version, clean=unread, document=command.document)
        )
    until = None
    if rule.kind is RuleKind.SILENCE:
        until = session.clock.read(command.at) + (rule.minutes or 1) * MINUTE
    events.append(
        e.AdoptionOpened(at=command.at, by=command.by, version=text.version, until=until, document=command.document)
    )
    if rule.kind is RuleKind.CHAIR_DECLARES:
        events += adopted(session, command.at, command.by, (), command.document)
    return tuple(events)


def _over(session: Session, document: str) -> bool:
    """Whether the outcome is recorded, with which the main text ends and no other."""
    return not document and session.outcome is not None


def answer_adoption(command: c.AnswerAdoption, session: Session) -> tuple[e.Event, ...]:
    document = command.document
    demand_document(session, command.by, document)
    body, rule = body_of_text(session.scenario, document), rule_of_text(session.scenario, document)
    party, text = demand_say(session, command.by, body, rule), text_of(session, document)
    if text.state != "in_adoption" or _over(session, document):
        raise Refused("NOT-PUT", tr("No text is put to adoption."), instead(session, command.by))
    if text.until is not None and session.clock.read(command.at) >= text.until:
        raise Refused("TOO-LATE", tr("The time of the silence is over."), instead(session, command.by))
    if party in text.verdicts:
        raise Refused("ALREADY", tr("Your party has answered."), instead(session, command.by))
    words = clean(command.text, 1000)
    if command.verdict is Verdict.ADOPT_WITH_RESERVATION and not words:
        raise Refused("EMPTY-TEXT", tr("A reservation needs its words."), tr("Write them."))
    answered = e.AdoptionAnswered(
        at=command.at, by=command.by, party=party, verdict=command.verdict, text=words, document=document
    )
    verdicts = {p: v for p, (v, _) in text.verdicts.items()} | {party: command.verdict}
    return (answered, *_decided(session, document, verdicts, command.at, command.by))


def _decided(
    session: Session, document: str, verdicts: Mapping[str, Verdict], at: datetime, by: str
) -> tuple[e.Event, ...]:
    """What follows when the rule of a text is met, or cannot be met any more; nothing while it is open."""
    version = text_of(session, document).version
    match on_the_text(session, verdicts, document):
        case Standing.MET:
            rule, waiting = rule_of_text(session.scenario, document), _waiting(session, document, verdicts)
            if rule.kind is RuleKind.AD_REFERENDUM and waiting:
                until = session.clock.read(at) + (rule.minutes or 1) * MINUTE
                return (e.TextReferred(at=at, by=by, version=version, parties=waiting, until=until, document=document),)
            return adopted(session, at, by, _referred(verdicts), document)
        case Standing.IMPOSSIBLE:
            return (e.AdoptionFailed(at=at, by=by, version=version, document=document),)
        case _:
            return ()


def _referred(verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    return tuple(p for p, v in verdicts.items() if v is Verdict.AD_REFERENDUM)


def _waiting(session: Session, document: str, verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    """Who adopted subject to its capital, or waits for it on a clause, in the order of the scenario."""
    grey = {p for clause in text_of(session, document).clauses.values() for p in clause.referred}
    return tuple(p for p in session.scenario.parties if p in grey or verdicts.get(p) is Verdict.AD_REFERENDUM)


def left_behind(session: Session, at: datetime, by: str, party: str, body: str = "") -> tuple[e.Event, ...]:
    """What becomes of adoptions when a party leaves the talks, or a body: leaving is a refusal.

    A text that nobody can adopt any more must not block. Where consensus bears the objection, it is kept: the rule
    counts it, and asks nobody who is away.
    """
    events: list[e.Event] = []
    for document, text in session.texts.items():
        if body and body_of_text(session.scenario, document) != body:
            continue
        if text.state != "in_adoption" or _over(session, document) or party in text.verdicts:
            continue
        verdicts = {p: verdict for p, (verdict, _) in text.verdicts.items()} | {party: Verdict.REFUSE}
        if borne(session, verdicts, document):
            refused = e.AdoptionAnswered(at=at, by=by, party=party, verdict=Verdict.REFUSE, document=document)
            events.append(refused)
        events += _decided(session, document, verdicts, at, by)
    return tuple(events)


def adopted(
    session: Session, at: datetime, by: str, referred: tuple[str, ...], document: str = ""
) -> tuple[e.Event, ...]:
    """A text is adopted; with the main text comes the outcome: partial where an issue stays open."""
    text, written = text_of(session, document), session.scenario.text.clauses
    adoption = e.TextAdopted(at=at, by=by, version=text.version, document=document)
    if document:
        return (adoption,)
    terms: dict[str, str] = {}
    settled: set[str] = set()
    for name, clause in text.clauses.items():
        issue = written[name].issue if name in written else None
        if issue is None or clause.state == "parked":
            continue
        if clause.option is not None:
            terms[issue] = clause.option
        if clause.option is not None or clause.wording:
            settled.add(issue)
    whole = settled >= set(session.scenario.issues)
    return (
        adoption,
        e.OutcomeRecorded(
            at=at,
            by=by,
            kind=OutcomeKind.AGREEMENT if whole else OutcomeKind.PARTIAL_AGREEMENT,
            terms={name: terms[name] for name in session.scenario.issues if name in terms},
            version=text.version,
            cause=Cause.AUTOMATIC,
            parties=referred,
        ),
    )


def declare_outcome(command: c.DeclareOutcome, session: Session) -> tuple[e.Event, ...]:
    if session.phase is None or session.outcome is not None:
        why = tr("The exercise has not started.") if session.phase is None else tr("The outcome is recorded.")
        raise Refused("NO-OUTCOME", why, instead(session, command.by))
    note = clean(command.note, 1000)
    if command.kind in (OutcomeKind.AGREEMENT, OutcomeKind.PARTIAL_AGREEMENT):
        return _agreed(command, session, note)
    if command.kind in (OutcomeKind.ABORTED, OutcomeKind.COLLAPSED) and command.by != TRAINER:
        raise Refused("CONTROL-ONLY", tr("Only the trainer ends the exercise early."), instead(session, command.by))
    recorded = e.OutcomeRecorded(at=command.at, by=command.by, kind=command.kind, terms={}, note=note)
    if command.kind in (OutcomeKind.ABORTED, OutcomeKind.COLLAPSED):
        return (recorded, *to_closing(session, command.at, Cause.BY_HAND))
    return (recorded,)


def _agreed(command: c.DeclareOutcome, session: Session, note: str) -> tuple[e.Event, ...]:
    if command.package is None:
        agreed = agreement(session, command.at, command.by, Cause.BY_HAND, note)
        if agreed is None:
            raise Refused("NOT-AGREED", tr("No package is agreed and no text adopted."), tr("Record what did happen."))
        return (agreed,)
    package = lookup.package(session, command.package)
    _demand_everything(session, package.terms)
    declares = rule_of(session.scenario).kind is RuleKind.CHAIR_DECLARES and package.state == "tabled"
    if package.state != "agreed" and not declares:
        raise Refused(
            "NOT-AGREED", tr("Package {package} is not agreed.", package=command.package), instead(session, command.by)
        )
    recorded = e.OutcomeRecorded(
        at=command.at,
        by=command.by,
        kind=agreement_on(session, package.terms),
        terms=package.terms,
        package=package.number,
        note=note,
    )
    declared = e.PackageAgreed(at=command.at, by=command.by, package=package.number)
    return (declared, recorded) if declares else (recorded,)


def settled_by_text(session: Session) -> frozenset[str]:
    """The issues that the main text settles as it reads now."""
    written = session.scenario.text.clauses
    return frozenset(
        issue
        for name, clause in session.text.clauses.items()
        if clause.state != "parked" and (clause.option is not None or clause.wording)
        if name in written and (issue := written[name].issue) is not None
    )


def _demand_everything(session: Session, settled: Collection[str]) -> None:
    """Raise Refused where nothing is agreed until everything is, and issues are open."""
    missing = [issue.title for name, issue in session.scenario.issues.items() if name not in settled]
    if missing and not session.scenario.early_harvest:
        raise Refused(
            "NOT-EVERYTHING",
            tr("Nothing is agreed until everything is agreed; still open: {issues}.", issues=", ".join(missing)),
            tr("Settle these, or record that there is no agreement."),
        )


def to_closing(session: Session, at: datetime, cause: Cause) -> tuple[e.Event, ...]:
    """Leave play for the first closing phase, wherever the session is."""
    here = session.scenario.phases[session.phase] if session.phase else None
    closing = next((n for n, p in session.scenario.phases.items() if p.kind == "closing"), None)
    if closing is None or here is None or here.kind == "closing":
        return ()
    return entering(session, e.PhaseEntered(at=at, by=TRAINER, phase=closing, cause=cause))


# -- capitals, and what is said after the decision --------------------------------------------------------------------


def refer_clause(command: c.ReferClause, session: Session) -> tuple[e.Event, ...]:
    clause = demand_clause(session, command.by, command.clause, command.document)
    body, rule = body_of_text(session.scenario, command.document), rule_of_text(session.scenario, command.document)
    party = demand_say(session, command.by, body, rule)
    if clause.state not in ("proposed", "clean"):
        raise Refused("CLAUSE-STATE", clause_is(clause.state), instead(session, command.by))
    if party in clause.referred:
        raise Refused("ALREADY", tr("Your capital has this clause already."), tr("Wait for its answer."))
    return (
        e.ClauseReferred(at=command.at, by=command.by, clause=command.clause, party=party, document=command.document),
    )


def answer_referral(command: c.AnswerReferral, session: Session) -> tuple[e.Event, ...]:
    document = command.document
    demand_document(session, command.by, document)
    party = session.scenario.parties[lookup.party(session, command.party)].name
    answered = e.ReferralAnswered(
        at=command.at,
        by=command.by,
        party=command.party,
        agrees=command.agrees,
        clause=command.clause,
        text=clean(command.text, 1000),
        document=document,
    )
    if command.clause is not None:
        return _clause_answered(command, session, answered, command.clause)
    text = text_of(session, document)
    if text.state != "ad_referendum" or text.referred.get(command.party, False) is not None or _over(session, document):
        raise Refused(
            "NOT-REFERRED",
            tr("The capital of {party} has nothing to answer on this text.", party=party),
            tr("Answer for a party that waits for its capital."),
        )
    if text.until is not None and session.clock.read(command.at) >= text.until:
        raise Refused("TOO-LATE", tr("The time of the capitals is over."), tr("Let happen what is due."))
    return (answered, *_capitals_said(session, document, {command.party: command.agrees}, command.at, command.by))


def _clause_answered(
    command: c.AnswerReferral, session: Session, answered: e.ReferralAnswered, name: str
) -> tuple[e.Event, ...]:
    """A capital that refuses a clause contests it in the name of its party, and with it a text put to adoption."""
    document, party = command.document, command.party
    text, clause = text_of(session, document), clause_of(session, name, document)
    if party not in clause.referred:
        raise Refused(
            "NOT-REFERRED",
            tr("{party} waits for no answer on that clause.", party=session.scenario.parties[party].name),
            tr("Answer for a party that waits for its capital."),
        )
    if command.agrees:
        return (answered,)
    events: list[e.Event] = [answered]
    if text.state in ("in_adoption", "ad_referendum"):
        events.append(e.AdoptionFailed(at=command.at, by=command.by, version=text.version, document=document))
    if not any(b.party == party and b.inside is None for b in clause.open_brackets):
        events.append(
            e.ClauseBracketed(
                at=command.at,
                by=command.by,
                clause=name,
                bracket=len(clause.brackets) + 1,
                party=party,
                document=document,
            )
        )
    return tuple(events)


def _capitals_said(
    session: Session, document: str, said: Mapping[str, bool], at: datetime, by: str
) -> tuple[e.Event, ...]:
    """What follows from what capitals answered: one refusal is enough, and all have to agree."""
    text = text_of(session, document)
    answers = {**text.referred, **said}
    if any(agrees is False for agrees in answers.values()):
        return (e.AdoptionFailed(at=at, by=by, version=text.version, document=document),)
    return adopted(session, at, by, (), document) if all(answers.values()) else ()


def capitals_late(session: Session, at: datetime, document: str) -> tuple[e.Event, ...]:
    """What capitals that have not answered in time count as, and what follows."""
    text, rule = text_of(session, document), rule_of_text(session.scenario, document)
    if text.state != "ad_referendum" or _over(session, document):
        return ()
    agrees = rule.unanswered == "agrees"
    silent = tuple(party for party, answer in text.referred.items() if answer is None)
    answered = tuple(
        e.ReferralAnswered(at=at, by=TRAINER, party=party, agrees=agrees, in_time=False, document=document)
        for party in silent
    )
    return (*answered, *_capitals_said(session, document, dict.fromkeys(silent, agrees), at, TRAINER))


def silence_over(session: Session, at: datetime, document: str) -> tuple[e.Event, ...]:
    """The adoption of a text whose silence nobody broke."""
    if text_of(session, document).state != "in_adoption" or _over(session, document):
        return ()
    return adopted(session, at, TRAINER, (), document)


def explain_position(command: c.ExplainPosition, session: Session) -> tuple[e.Event, ...]:
    demand_place(session, command.by, command.document)
    party, text = party_of(session, command.by), text_of(session, command.document)
    if session.scenario.parties[party].decides:
        demand_head(session, command.by)
    if text.state not in ("adopted", "failed"):
        said = text_is(text.state)
        raise Refused("TEXT-STATE", said, tr("Explain it when the text is adopted or refused."))
    if any(who == party for who, _ in text.explanations):
        raise Refused("ALREADY", tr("Your party has explained its position."), instead(session, command.by))
    words = need(command.text, tr("the explanation"), 2000)
    return (e.PositionExplained(at=command.at, by=command.by, party=party, text=words, document=command.document),)
