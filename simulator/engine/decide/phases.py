"""What entering a phase brings with it: sittings that end, self-reports, locked ratings, the first shock."""

from datetime import datetime

from simulator.engine import events as e
from simulator.engine.decide import ratings, shocks
from simulator.engine.session import Session
from simulator.engine.words import TRAINER


def entering(session: Session, entered: e.PhaseEntered) -> tuple[e.Event, ...]:
    """The phase, with what ends before it and what begins with it."""
    phase, at = entered.phase, entered.at
    return (
        *close_sittings(session, phase, at),
        shocks.said(session, entered),
        *ratings.locked_by(session, phase, at),
        *pulses_of(session, phase, at),
        *shocks.first(session, phase, at),
    )


def close_sittings(session: Session, phase: str, at: datetime) -> tuple[e.Event, ...]:
    """End the turns of bodies, the sittings that a chair opened, and the private meetings that do not go on."""
    target = session.scenario.phases[phase]
    now = session.clock.read(at)
    events: list[e.Event] = []
    for name, floor in session.floors.items():
        if floor.speaker is not None and name not in target.in_:
            seconds = max(0.0, round(now - floor.since, 3))
            events.append(e.FloorYielded(at=at, by=TRAINER, body=name, seat=floor.speaker, seconds=seconds))
        by_chair = session.scenario.bodies[name].opens == "by_chair"
        if by_chair and floor.state in ("open", "suspended") and name not in target.in_:
            events.append(e.SittingClosed(at=at, by=TRAINER, body=name))
    if "caucus" not in {family.value for family in target.allows}:
        for caucus in session.caucuses.values():
            if caucus.state == "open":
                seconds = max(0.0, round(now - caucus.opened, 3))
                events.append(e.CaucusClosed(at=at, by=TRAINER, caucus=caucus.number, seconds=seconds))
            elif caucus.state in ("requested", "granted"):
                events.append(e.CaucusDeclined(at=at, by=TRAINER, caucus=caucus.number))
    return tuple(events)


def pulses_of(session: Session, phase: str, at: datetime) -> tuple[e.Event, ...]:
    """The self-reports that open on entering a phase."""
    return tuple(
        e.PulseOpened(at=at, by=TRAINER, pulse=name)
        for name, pulse in session.scenario.pulses.items()
        if pulse.phase == phase and name not in session.pulses
    )
