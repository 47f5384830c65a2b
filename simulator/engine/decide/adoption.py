"""Adoption of the text, and how the talks end."""

from collections.abc import Mapping
from datetime import datetime

from scenarios.model import RuleKind
from scenarios.texts import tr
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.clock import MINUTE
from simulator.engine.decide import lookup
from simulator.engine.decide.control import agreement, agreement_on
from simulator.engine.decide.phases import entering
from simulator.engine.decisions import Standing, on_the_text, rule_of
from simulator.engine.legal import demand_say, instead
from simulator.engine.names import text_is
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import clean
from simulator.engine.words import TRAINER, Cause, OutcomeKind, Verdict


def put_to_adoption(command: c.PutToAdoption, session: Session) -> tuple[e.Event, ...]:
    text = session.text
    if text.version == 0:
        raise Refused("NO-TEXT", tr("There is no text to adopt."), instead(session, command.by))
    if session.outcome is not None or not machines.TEXT.allows(text.state, "put"):
        said = text_is(text.state) if session.outcome is None else tr("The outcome is recorded.")
        raise Refused("TEXT-STATE", said, instead(session, command.by))
    contested = [name for name, clause in text.clauses.items() if clause.state == "bracketed"]
    if contested:
        raise Refused(
            "BRACKETS",
            tr("Still in brackets: {contested}.", contested=", ".join(contested)),
            tr("Lift the brackets, or park these clauses."),
        )
    if on_the_text(session, {}) is Standing.IMPOSSIBLE:
        raise Refused("PARTY-AWAY", tr("A party that must agree has left the talks."), tr("Bring it back first."))
    unread = tuple(name for name, cl in text.clauses.items() if cl.state == "proposed" and (cl.option or cl.wording))
    events: list[e.Event] = []
    if unread:
        events.append(e.ReadingClosed(at=command.at, by=command.by, version=text.version, clean=unread))
    rule = rule_of(session.scenario)
    until = None
    if rule.kind is RuleKind.SILENCE:
        until = session.clock.read(command.at) + (rule.minutes or 1) * MINUTE
    events.append(e.AdoptionOpened(at=command.at, by=command.by, version=text.version, until=until))
    if rule.kind is RuleKind.CHAIR_DECLARES:
        events += adopted(session, command.at, command.by, ())
    return tuple(events)


def answer_adoption(command: c.AnswerAdoption, session: Session) -> tuple[e.Event, ...]:
    party = demand_say(session, command.by)
    if session.text.state != "in_adoption" or session.outcome is not None:
        raise Refused("NOT-PUT", tr("No text is put to adoption."), instead(session, command.by))
    if session.text.until is not None and session.clock.read(command.at) >= session.text.until:
        raise Refused("TOO-LATE", tr("The time of the silence is over."), instead(session, command.by))
    if party in session.text.verdicts:
        raise Refused("ALREADY", tr("Your party has answered."), instead(session, command.by))
    text = clean(command.text, 1000)
    if command.verdict is Verdict.ADOPT_WITH_RESERVATION and not text:
        raise Refused("EMPTY-TEXT", tr("A reservation needs its words."), tr("Write them."))
    answered = e.AdoptionAnswered(at=command.at, by=command.by, party=party, verdict=command.verdict, text=text)
    verdicts = {p: v for p, (v, _) in session.text.verdicts.items()} | {party: command.verdict}
    match on_the_text(session, verdicts):
        case Standing.MET:
            return (answered, *adopted(session, command.at, command.by, _referred(verdicts)))
        case Standing.IMPOSSIBLE:
            version = session.text.version
            return (answered, e.AdoptionFailed(at=command.at, by=command.by, version=version))
        case _:
            return (answered,)


def _referred(verdicts: Mapping[str, Verdict]) -> tuple[str, ...]:
    return tuple(p for p, v in verdicts.items() if v is Verdict.AD_REFERENDUM)


def adopted(session: Session, at: datetime, by: str, referred: tuple[str, ...]) -> tuple[e.Event, ...]:
    """The text is adopted, and with it the outcome: partial where an issue stays open."""
    text, written = session.text, session.scenario.text.clauses
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
        e.TextAdopted(at=at, by=by, version=text.version),
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


def to_closing(session: Session, at: datetime, cause: Cause) -> tuple[e.Event, ...]:
    """Leave play for the first closing phase, wherever the session is."""
    here = session.scenario.phases[session.phase] if session.phase else None
    closing = next((n for n, p in session.scenario.phases.items() if p.kind == "closing"), None)
    if closing is None or here is None or here.kind == "closing":
        return ()
    return entering(session, e.PhaseEntered(at=at, by=TRAINER, phase=closing, cause=cause))


def refer_clause(command: c.ReferClause, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def explain_position(command: c.ExplainPosition, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError


def answer_referral(command: c.AnswerReferral, session: Session) -> tuple[e.Event, ...]:
    raise NotImplementedError
