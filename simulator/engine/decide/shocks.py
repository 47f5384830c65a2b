"""The test of the text: shocks come by lot or by name, the text answers, somebody judges the answer."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from roles.rights import Kind
from scenarios.model import Scenario, Shock
from scenarios.texts import tr
from simulator.engine import chance, machines
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.clock import MINUTE, may_extend, minutes_of, play_ends
from simulator.engine.legal import heads, instead, party_of
from simulator.engine.names import listed
from simulator.engine.notes import NOTHING_TO_TEST
from simulator.engine.refused import Refused
from simulator.engine.session import Session, ShockState
from simulator.engine.speech import clean
from simulator.engine.words import TRAINER, Cause

_LEVELS = range(4)
_CRITERIA = tuple(f"Q{number}" for number in range(1, 13))


def tests(session: Session) -> bool:
    """Whether the session is in the phase in which the text is tested."""
    test = session.scenario.stress_test
    return test is not None and session.phase == test.phase


def after_the_talks(scenario: Scenario, phase: str) -> bool:
    """Whether a phase comes after the outcome: the closing phases, and the test of the text."""
    test = scenario.stress_test
    return scenario.phases[phase].kind == "closing" or (test is not None and test.phase == phase)


def length(session: Session, phase: str) -> int:
    """The minutes of the test: those planned, or the longest where it is optional."""
    return minutes_of(session, phase) or session.scenario.phases[phase].minutes[2]


def takes(session: Session, phase: str, now: float) -> int:
    """The minutes that an optional test, entered at a play second, takes from the time after play."""
    if phase == session.phase or minutes_of(session, phase):
        return 0
    over = now + length(session, phase) * MINUTE - play_ends(session)
    return max(0, min(may_extend(session), int(-(-over // MINUTE))))


# -- how shocks come --------------------------------------------------------------------------------------------------


def time_for(session: Session, phase: str, at: datetime) -> tuple[e.Event, ...]:
    """The minutes that an optional test of the text needs beyond the end of play, as far as play may have them."""
    test = session.scenario.stress_test
    if test is None or test.phase != phase or not session.settled:
        return ()
    minutes = takes(session, phase, session.clock.read(at))
    if minutes < 1:
        return ()
    return (e.PlayExtended(at=at, by=TRAINER, minutes=minutes, reason=session.scenario.phases[phase].name),)


def said(session: Session, entered: e.PhaseEntered) -> e.PhaseEntered:
    """The beginning of a phase, which says so where there is nothing to test in it."""
    test = session.scenario.stress_test
    if test is None or test.phase != entered.phase or session.settled or entered.reason:
        return entered
    return replace(entered, reason=NOTHING_TO_TEST)


def first(session: Session, phase: str, at: datetime) -> tuple[e.Event, ...]:
    """The shock that the phase begins with, where something was agreed and none came before."""
    test = session.scenario.stress_test
    if test is None or test.phase != phase or not session.settled or session.stress:
        return ()
    return (e.ShockThrown(at=at, by=TRAINER, shock=_drawn(session), cause=Cause.AUTOMATIC),)


def due(session: Session, at: datetime) -> Iterable[e.Event]:
    """The next shocks, evenly spaced over the minutes of the phase."""
    test = session.scenario.stress_test
    if test is None or not tests(session) or not session.settled:
        return
    drawn = min(test.draw, len(test.shocks))
    passed = session.clock.read(at) - session.phase_since
    spacing = length(session, test.phase) * MINUTE / drawn
    thrown = dict(session.stress)
    while len(thrown) < drawn and passed >= len(thrown) * spacing:
        shock = _drawn(replace(session, stress=thrown, number=session.number + len(thrown) - len(session.stress)))
        thrown[shock] = ShockState(0.0, Cause.TIME)
        yield e.ShockThrown(at=at, by=TRAINER, shock=shock, cause=Cause.TIME)


def throw_shock(command: c.ThrowShock, session: Session) -> tuple[e.Event, ...]:
    test = session.scenario.stress_test
    if test is None:
        raise Refused("NO-TEST", tr("This exercise has no test of the text."), instead(session, command.by))
    if not tests(session):
        name = session.scenario.phases[test.phase].name
        raise Refused("NOT-IN-PHASE", tr("Shocks are thrown in the phase “{name}”.", name=name), tr("Enter it first."))
    if not session.settled:
        raise Refused(
            "NOTHING-TO-TEST", tr("Nothing was agreed that a shock could test."), tr("Go on to the next phase.")
        )
    left = _left(session)
    if not left:
        raise Refused("NO-SHOCK-LEFT", tr("Every shock has been thrown."), tr("Go on to the next phase."))
    if command.shock is not None and command.shock not in left:
        name = command.shock[:60]
        thrown = command.shock in test.shocks
        raise Refused(
            "UNKNOWN",
            tr("The shock “{name}” was thrown already.", name=name)
            if thrown
            else tr("The shock “{name}” is none of this exercise.", name=name),
            tr("Left: {left}.", left=", ".join(left)),
        )
    shock = command.shock or _drawn(session)
    return (e.ShockThrown(at=command.at, by=command.by, shock=shock, cause=Cause.BY_HAND),)


def _left(session: Session) -> dict[str, Shock]:
    test = session.scenario.stress_test
    return {} if test is None else {name: shock for name, shock in test.shocks.items() if name not in session.stress}


def _drawn(session: Session) -> str:
    """A shock by lot: of a kind that came least often so far, so that the kinds take turns."""
    test, left = session.scenario.stress_test, _left(session)
    assert test is not None
    came = [test.shocks[name].kind for name in session.stress if name in test.shocks]
    fewest = min(came.count(shock.kind) for shock in left.values())
    names = [name for name, shock in left.items() if came.count(shock.kind) == fewest]
    return chance.draw(session.seed, session.number, "shock").choice(names)


# -- what is said to them ---------------------------------------------------------------------------------------------


def _thrown(session: Session, by: str, name: str) -> ShockState:
    if name not in session.stress:
        known = listed(session.stress)
        raise Refused(
            "UNKNOWN", tr("No shock “{name}” has been thrown.", name=name[:60]), tr("Thrown: {known}.", known=known)
        )
    return session.stress[name]


def answer_shock(command: c.AnswerShock, session: Session) -> tuple[e.Event, ...]:
    party = party_of(session, command.by)
    mediates = bool(party) and session.scenario.parties[party].kind is Kind.MEDIATION
    if not mediates and not heads(session, command.by):
        raise Refused(
            "HEAD-ONLY", tr("The heads of the deciding parties and the mediators answer."), instead(session, command.by)
        )
    state = _thrown(session, command.by, command.shock)
    if not machines.SHOCK.allows(state.state, "answer"):
        raise Refused("JUDGED", tr("The answer of the text has been judged."), instead(session, command.by))
    if command.clause is not None:
        _demand_clause(session, command.clause)
    who, when, how = (clean(text, 300) for text in (command.who, command.when, command.how))
    return (
        e.ShockAnswered(
            at=command.at, by=command.by, shock=command.shock, clause=command.clause, who=who, when=when, how=how
        ),
    )


def _demand_clause(session: Session, name: str) -> None:
    """A clause of the text as it was agreed; any clause where the talks ended on a package alone."""
    if not session.text.version:
        known = tuple(session.scenario.text.clauses)
    else:
        known = tuple(n for n, clause in session.text.clauses.items() if clause.state != "parked")
    if name not in known:
        raise Refused(
            "UNKNOWN",
            tr("There is no clause “{name}” in what was agreed.", name=name[:60]),
            tr("Clauses: {known}.", known=", ".join(known)),
        )


def judge_shock(command: c.JudgeShock, session: Session) -> tuple[e.Event, ...]:
    _thrown(session, command.by, command.shock)
    note = clean(command.note, 1000)
    level = demand_level(command.level)
    return (e.ShockJudged(at=command.at, by=command.by, shock=command.shock, level=level, note=note),)


def judge_agreement(command: c.JudgeAgreement, session: Session) -> tuple[e.Event, ...]:
    if command.criterion not in _CRITERIA:
        raise Refused(
            "UNKNOWN",
            tr("There is no criterion “{criterion}”.", criterion=command.criterion[:60]),
            tr("Criteria: Q1 to Q12."),
        )
    if not session.settled and session.text.state != "adopted":
        raise Refused("NOTHING-AGREED", tr("Nothing is agreed that could be judged."), instead(session, command.by))
    note = clean(command.note, 1000)
    level = demand_level(command.level)
    return (e.AgreementJudged(at=command.at, by=command.by, criterion=command.criterion, level=level, note=note),)


def demand_level(level: int) -> int:
    """A level from 0 to 3; raises Refused for any other."""
    if type(level) is not int or level not in _LEVELS:
        raise Refused(
            "OUT-OF-RANGE", tr("A judgement is a level from 0 to 3."), tr("0 absent, 3 complete and checkable.")
        )
    return level
