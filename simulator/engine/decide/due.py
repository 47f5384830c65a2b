"""What the clock brings about: events, deadlines, cuts, collapse."""

from collections.abc import Callable, Iterable
from datetime import datetime

from roles.acts import Family
from scenarios.model import Condition
from simulator.engine import events as e
from simulator.engine.clock import MINUTE, cuts_due, play_ends
from simulator.engine.decide import incidents, reports, shocks
from simulator.engine.decide.adoption import capitals_late, silence_over, to_closing
from simulator.engine.decide.control import outcome_as_it_stands
from simulator.engine.decide.injects import sent
from simulator.engine.decide.phases import entering
from simulator.engine.evolve import evolve
from simulator.engine.injects import holds
from simulator.engine.machines import ways_on
from simulator.engine.session import Session
from simulator.engine.words import TRAINER, Cause, Consent, OutcomeKind


def due(session: Session, at: datetime) -> tuple[e.Event, ...]:
    """All that is due at a time, in the order in which it happens; nothing while the clock stands."""
    if not session.clock.running:
        return ()
    events: list[e.Event] = []
    for rule in _RULES:
        for event in rule(session, at):
            events.append(event)
            session = evolve(session, event)
    return tuple(events)


def _pulses(session: Session, at: datetime) -> Iterable[e.Event]:
    if not _in_play(session):
        return
    now = session.clock.read(at)
    for name, pulse in session.scenario.pulses.items():
        if name not in session.pulses and pulse.minute is not None and now >= pulse.minute * MINUTE:
            yield e.PulseOpened(at=at, by=TRAINER, pulse=name)


def _injects(session: Session, at: datetime) -> Iterable[e.Event]:
    now = session.clock.read(at)
    if not _in_play(session):
        return
    gone: list[e.Event] = []
    for name, inject in session.scenario.events.items():
        state = session.injects[name]
        coming = state.state in ("planned", "armed")
        waits = coming and not inject.by_hand and state.due is None
        if shocks.tests(session) and (inject.when is None or inject.when.phase != session.phase):
            continue  # what was prepared for the talks would disturb the test of the text
        if coming and state.due is not None and now >= state.due:
            cause = Cause.TIME
        elif waits and inject.when is not None and holds(inject.when, session, now):
            cause = _cause(inject.when)
        else:
            continue
        events = sent(session, at, TRAINER, name, cause)
        gone += events
        yield from events
    yield from incidents.reported_with(session, gone)


def _cause(when: Condition) -> Cause:
    """Time where nothing but a phase and the clock was asked for; else what had to hold besides."""
    asked = {name for name in when.model_fields_set if getattr(when, name) is not None}
    return Cause.TIME if "minute" in asked and asked <= {"phase", "minute", "after"} else Cause.CONDITION


def _missed(session: Session, at: datetime) -> Iterable[e.Event]:
    if not _in_play(session):
        return
    now = session.clock.read(at)
    gone: dict[str, e.Event] = {}
    for name, state in session.injects.items():
        inject = session.scenario.events.get(name)
        if inject is None or state.state != "sent" or state.response or inject.expect is None or state.sent is None:
            continue
        if now >= state.sent + inject.expect.within * MINUTE:
            yield e.InjectMissed(at=at, by=TRAINER, inject=name)
            other = inject.contingency
            if other is not None and other not in gone and session.injects[other].state in ("planned", "armed"):
                events = tuple(sent(session, at, TRAINER, other, Cause.CONTINGENCY))
                gone[other] = events[0]
                yield from events
    yield from incidents.reported_with(session, gone.values())


def _overdue(session: Session, at: datetime) -> Iterable[e.Event]:
    if _in_play(session):
        yield from incidents.overdue(session, at)


def _silence(session: Session, at: datetime) -> Iterable[e.Event]:
    """A silence runs out where parties could have broken it: not in a phase without adoption, nor after play."""
    if not _in_play(session) or session.phase is None:
        return
    if Family.ADOPTION not in session.scenario.phases[session.phase].allows:
        return
    for document, text in session.texts.items():
        over = text.until is not None and session.clock.read(at) >= text.until
        if over and text.until is not None and text.until <= play_ends(session):
            yield from silence_over(session, at, document)


def _capitals(session: Session, at: datetime) -> Iterable[e.Event]:
    """Capitals have until their deadline to answer, and no longer than play lasts."""
    if not _in_play(session):
        return
    for document, text in session.texts.items():
        if text.until is not None and session.clock.read(at) >= min(text.until, play_ends(session)):
            yield from capitals_late(session, at, document)


def _collapse(session: Session, at: datetime) -> Iterable[e.Event]:
    if session.outcome is not None or not _in_play(session):
        return
    now, grace = session.clock.read(at), session.scenario.consent_grace * MINUTE
    for party, consent in session.consent.items():
        if consent.consent in (Consent.SUSPENDED, Consent.OUT) and now - consent.since > grace:
            yield e.OutcomeRecorded(
                at=at, by=TRAINER, kind=OutcomeKind.COLLAPSED, terms={}, cause=Cause.COLLAPSE, parties=(party,)
            )
            yield from to_closing(session, at, Cause.COLLAPSE)
            return


def _cuts(session: Session, at: datetime) -> Iterable[e.Event]:
    for phase, minutes in cuts_due(session, session.clock.read(at)):
        yield e.PhaseCut(at=at, by=TRAINER, phase=phase, minutes=minutes)


def _automatic(session: Session, at: datetime) -> Iterable[e.Event]:
    if session.phase is None:
        return
    phase, ways = session.scenario.phases[session.phase], ways_on(session.scenario, session.phase)
    if not phase.auto or phase.leave_when is None or not ways:
        return
    ends = shocks.after_the_talks(session.scenario, ways[0])
    if ends and phase.kind != "closing" and session.outcome is None:
        return
    if holds(phase.leave_when, session, session.clock.read(at)):
        yield from entering(session, e.PhaseEntered(at=at, by=TRAINER, phase=ways[0], cause=Cause.AUTOMATIC))


def _shocks(session: Session, at: datetime) -> Iterable[e.Event]:
    yield from shocks.due(session, at)


def _deadline(session: Session, at: datetime) -> Iterable[e.Event]:
    if session.phase is None or session.scenario.phases[session.phase].kind == "closing":
        return
    if session.clock.read(at) < play_ends(session):
        return
    if session.outcome is None:
        yield outcome_as_it_stands(session, at, Cause.DEADLINE)
    yield from to_closing(session, at, Cause.DEADLINE)


def _in_play(session: Session) -> bool:
    return session.phase is not None and session.scenario.phases[session.phase].kind != "closing"


_RULES: tuple[Callable[[Session, datetime], Iterable[e.Event]], ...] = (
    _pulses,
    _injects,
    _missed,
    _overdue,
    _silence,
    _capitals,
    reports.due,
    _collapse,
    _cuts,
    _automatic,
    _shocks,
    _deadline,
)
