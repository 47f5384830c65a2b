"""Exercise control: seats, clock, phases and events."""

from collections.abc import Mapping
from datetime import datetime

from scenarios.texts import tr, trn
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine import machines
from simulator.engine.clock import MINUTE, ahead, may_extend, minutes_of
from simulator.engine.decide import lookup, shocks
from simulator.engine.decide.phases import entering
from simulator.engine.evolve import evolve
from simulator.engine.names import listed
from simulator.engine.refused import Refused
from simulator.engine.session import Session
from simulator.engine.speech import clean, need
from simulator.engine.words import TRAINER, Cause, OutcomeKind, Source


def open_session(command: c.OpenSession, session: Session) -> tuple[e.Event, ...]:
    if session.number:
        raise Refused("ALREADY-OPEN", tr("The session is open already."), tr("Cast the seats or start the clock."))
    name = need(command.name, tr("the name of the session"), 120)
    return (
        e.SessionOpened(
            at=command.at,
            by=command.by,
            name=name,
            language=clean(command.language, 8),
            exercise=clean(command.exercise, 120),
        ),
    )


def cast_seat(command: c.CastSeat, session: Session) -> tuple[e.Event, ...]:
    seat = lookup.seat(session, command.seat)
    people = tuple(need(person, tr("the name of a person"), 80) for person in command.people)
    if len(people) > 4:
        raise Refused("TOO-MANY", tr("A seat is shared by four people at most."), tr("Give some of them another seat."))
    if people and command.source is not Source.HUMAN:
        raise Refused("NOT-HUMAN", tr("Only a seat that people play has people."), tr("Cast it as human."))
    if command.source is Source.EMPTY and session.clock.started and not session.scenario.seats[seat].optional:
        name = session.scenario.seats[seat].name
        raise Refused(
            "MANDATORY", tr("{name} cannot be left empty during play.", name=name), tr("Cast a person or a stand-in.")
        )
    return (e.SeatCast(at=command.at, by=command.by, seat=seat, source=command.source, people=people),)


def swap_seats(command: c.SwapSeats, session: Session) -> tuple[e.Event, ...]:
    one, other = lookup.seat(session, command.seat), lookup.seat(session, command.other)
    if one == other:
        raise Refused("SAME-SEAT", tr("That is one seat."), tr("Name two seats whose people change places."))
    before, after = session.seats[one], session.seats[other]
    if Source.HUMAN not in (before.source, after.source):
        raise Refused("NOT-HUMAN", tr("No person sits on either seat."), tr("Cast a person on one of them."))
    return tuple(
        event
        for seat, now in ((one, after), (other, before))
        for event in cast_seat(
            c.CastSeat(at=command.at, by=command.by, seat=seat, source=now.source, people=now.people), session
        )
    )


def start_clock(command: c.StartClock, session: Session) -> tuple[e.Event, ...]:
    if session.clock.started:
        raise Refused("RUNNING", tr("The clock was started already."), tr("Pause or resume it."))
    empty = [
        seat.name
        for name, seat in session.scenario.seats.items()
        if not seat.optional and session.seats[name].source is Source.EMPTY
    ]
    if empty:
        raise Refused(
            "SEATS-EMPTY",
            tr("Nobody plays: {empty}.", empty=", ".join(empty)),
            tr("Cast a person or a stand-in on each of these seats."),
        )
    first = next(iter(session.scenario.phases))
    entered = e.PhaseEntered(at=command.at, by=command.by, phase=first, cause=Cause.BY_HAND)
    return (e.ClockStarted(at=command.at, by=command.by), *entering(session, entered))


def demand_started(session: Session) -> None:
    """Raise Refused before the clock has started."""
    if not session.clock.started:
        raise Refused("NOT-STARTED", tr("The clock has not been started."), tr("Start it first."))


def pause_clock(command: c.PauseClock, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    if not session.clock.running:
        raise Refused("PAUSED", tr("The clock is paused already."), tr("Resume it."))
    return (e.ClockPaused(at=command.at, by=command.by, reason=clean(command.reason, 300)),)


def resume_clock(command: c.ResumeClock, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    if session.clock.running:
        raise Refused("RUNNING", tr("The clock is running."), tr("Pause it."))
    return (e.ClockResumed(at=command.at, by=command.by),)


def jump_clock(command: c.JumpClock, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    if not 0 <= command.minute <= 24 * 60:
        raise Refused(
            "OUT-OF-RANGE",
            tr("Minute {minute} is not on this clock.", minute=command.minute),
            tr("Give a minute from 0 to 1440."),
        )
    return (e.ClockJumped(at=command.at, by=command.by, seconds=command.minute * MINUTE),)


def enter_phase(command: c.EnterPhase, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    here = session.phase
    assert here is not None
    table = machines.phases(session.scenario)
    forward = command.phase in machines.onward(session.scenario, here)
    back = table.allows(here, f"back:{command.phase}")
    if not forward and not back:
        loops = (w.removeprefix("back:") for w in table.ways_on(here) if w.startswith("back:"))
        ways = listed((*machines.onward(session.scenario, here), *loops))
        raise Refused(
            "NO-WAY",
            tr("There is no way from “{here}” to “{there}”.", here=here, there=command.phase[:60]),
            tr("Ways on: {ways}.", ways=ways),
        )
    entered = e.PhaseEntered(
        at=command.at,
        by=command.by,
        phase=command.phase,
        cause=Cause.BY_HAND,
        reason=clean(command.reason, 300),
        loop=back,
    )
    outcome = _outcome_after_the_talks(session, command)
    for recorded in outcome:
        session = evolve(session, recorded)
    return (*outcome, *shocks.time_for(session, command.phase, command.at), *entering(session, entered))


def _outcome_after_the_talks(session: Session, command: c.EnterPhase) -> tuple[e.OutcomeRecorded, ...]:
    if session.outcome is not None or not shocks.after_the_talks(session.scenario, command.phase):
        return ()
    if session.phase is not None and session.scenario.phases[session.phase].kind == "closing":
        return ()
    return (outcome_as_it_stands(session, command.at, Cause.BY_HAND),)


def outcome_as_it_stands(session: Session, at: datetime, cause: Cause) -> e.OutcomeRecorded:
    """The outcome when play ends now: agreed packages and adopted reports count, anything less is no agreement."""
    agreed = agreement(session, at, TRAINER, cause, "")
    return agreed or e.OutcomeRecorded(at=at, by=TRAINER, kind=OutcomeKind.NO_AGREEMENT, terms={}, cause=cause)


def agreement(session: Session, at: datetime, by: str, cause: Cause, note: str) -> e.OutcomeRecorded | None:
    """The outcome that agreed packages and adopted reports make together, named for the package agreed last.

    None where nothing is agreed, or not everything where the scenario asks for it.
    """
    package, terms, words = session.agreed_package(), session.agreed_terms(), session.agreed_in_words()
    if not terms and not words:
        return None
    kind = agreement_on(session, {**terms, **words})
    if kind is OutcomeKind.PARTIAL_AGREEMENT and not session.scenario.early_harvest:
        return None
    return e.OutcomeRecorded(
        at=at,
        by=by,
        kind=kind,
        terms=terms,
        package=None if package is None else package.number,
        cause=cause,
        note=note,
    )


def agreement_on(session: Session, terms: Mapping[str, str]) -> OutcomeKind:
    """An agreement is partial where the terms leave an issue open."""
    whole = len(terms) == len(session.scenario.issues)
    return OutcomeKind.AGREEMENT if whole else OutcomeKind.PARTIAL_AGREEMENT


def extend_play(command: c.ExtendPlay, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    spare = may_extend(session)
    if command.minutes < 1 or command.minutes > spare:
        raise Refused(
            "DEBRIEF-PROTECTED",
            trn(
                "Play can be given {n} more minute, not {minutes}: the debriefing keeps its time.",
                "Play can be given {n} more minutes, not {minutes}: the debriefing keeps its time.",
                spare,
                minutes=command.minutes,
            ),
            trn("Give {n} minute.", "Give 1 to {n} minutes.", spare)
            if spare
            else tr("Shorten another phase, or close play."),
        )
    reason = clean(command.reason, 300)
    return (e.PlayExtended(at=command.at, by=command.by, minutes=command.minutes, reason=reason),)


def cut_phase(command: c.CutPhase, session: Session) -> tuple[e.Event, ...]:
    demand_started(session)
    written = session.scenario.phases.get(command.phase)
    if written is None or written.kind == "closing" or command.phase not in (session.phase, *ahead(session)):
        raise Refused(
            "NO-SUCH-PHASE",
            tr("“{phase}” is no phase of play that is on or still to come.", phase=command.phase[:60]),
            tr("The minutes after play are protected."),
        )
    shortest, planned = written.minutes[0], minutes_of(session, command.phase)
    if not shortest <= command.minutes < planned:
        raise Refused(
            "OUT-OF-RANGE",
            trn(
                "“{phase}” needs {n} minute at least, and {planned} are planned now.",
                "“{phase}” needs {n} minutes at least, and {planned} are planned now.",
                shortest,
                phase=written.name,
                planned=planned,
            ),
            tr("Give a number between them.") if shortest < planned else tr("Shorten another phase, or close play."),
        )
    return (
        e.PhaseCut(at=command.at, by=command.by, phase=command.phase, minutes=command.minutes, cause=Cause.BY_HAND),
    )


def end_session(command: c.EndSession, session: Session) -> tuple[e.Event, ...]:
    phase = session.scenario.phases[session.phase] if session.phase else None
    if phase is not None and phase.kind != "closing":
        raise Refused(
            "IN-PLAY", tr("The session is in play."), tr("Go on to the closing phases, or declare it aborted.")
        )
    return (e.SessionEnded(at=command.at, by=command.by),)
