"""The play clock and the plan: what is late, what is cut, and how much time is reserved after play."""

from dataclasses import dataclass

from scenarios.model import Phase, Scenario
from simulator.engine.session import Session

MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A phase in the plan: when it starts (play seconds) and how long it is planned to be (minutes)."""

    phase: str
    start: float
    minutes: int
    state: str
    """`done`, `now` or `ahead`."""


def reserved_minutes(scenario: Scenario) -> int:
    """Minutes kept for the phases after play."""
    return sum(p.minutes[1] for p in scenario.phases.values() if p.kind == "closing")


def play_ends(session: Session) -> float:
    """The play second at which the reserved time begins."""
    return (session.scenario.minutes - reserved_minutes(session.scenario) + session.extended) * MINUTE


def may_extend(session: Session) -> int:
    """Minutes that play may still be given: the closing phases keep their shortest length."""
    closing = [p for p in session.scenario.phases.values() if p.kind == "closing"]
    spare = sum(p.minutes[1] - p.minutes[0] for p in closing)
    return max(0, spare - session.extended)


def minutes_of(session: Session, phase: str) -> int:
    """The planned minutes of a phase, after cuts; an optional one, planned with none, has its longest once entered."""
    _, planned, longest = session.scenario.phases[phase].minutes
    return session.cuts.get(phase, planned or (longest if phase == session.phase else 0))


def ahead(session: Session) -> tuple[str, ...]:
    """The phases still to come on the straight way, in the order of the scenario."""
    names = tuple(session.scenario.phases)
    if session.phase is None:
        return names
    return names[names.index(session.phase) + 1 :]


def plan(session: Session) -> tuple[Slot, ...]:
    """The phases in order: the past as it was, the rest as planned from now."""
    slots: list[Slot] = []
    begun: dict[str, float] = {}
    for visit in session.visits:
        begun.setdefault(visit.phase, visit.since)
    coming = set(ahead(session))
    start = 0.0
    for name in session.scenario.phases:
        minutes = minutes_of(session, name)
        if name == session.phase:
            slots.append(Slot(name, session.phase_since, minutes, "now"))
            start = session.phase_since + minutes * MINUTE
        elif name in coming:
            slots.append(Slot(name, start, minutes, "ahead"))
            start += minutes * MINUTE
        elif name in begun:
            slots.append(Slot(name, begun[name], minutes, "done"))
    return tuple(slots)


def late(session: Session, now: float) -> float:
    """Play seconds by which the phases of play still ahead no longer fit before the reserved time."""
    if session.phase is None or session.scenario.phases[session.phase].kind == "closing":
        return 0.0
    here = max(now, session.phase_since + minutes_of(session, session.phase) * MINUTE)
    needed = sum(minutes_of(session, p) for p in ahead(session) if _plays(session, p)) * MINUTE
    return max(0.0, here + needed - play_ends(session))


def cuts_due(session: Session, now: float) -> tuple[tuple[str, int], ...]:
    """The phases to cut now, with their new planned minutes, until play fits again or nothing is left to cut."""
    missing = late(session, now)
    due: list[tuple[str, int]] = []
    order = sorted(
        (phase.cut, name)
        for name, phase in session.scenario.phases.items()
        if phase.cut is not None and name in ahead(session)
    )
    for _, name in order:
        if missing <= 0:
            break
        planned, shortest = minutes_of(session, name), session.scenario.phases[name].minutes[0]
        if planned <= shortest:
            continue
        minutes = max(shortest, planned - int(-(-missing // MINUTE)))
        due.append((name, minutes))
        missing -= (planned - minutes) * MINUTE
    return tuple(due)


def delay_rounds(session: Session, now: float) -> int:
    """Started rounds of delay: what waiting has cost so far is this times a party's cost."""
    delay = session.scenario.delay
    if delay is None or session.outcome is not None or now < delay.from_minute * MINUTE:
        return 0
    return 1 + int((now - delay.from_minute * MINUTE) // (delay.every * MINUTE))


def _plays(session: Session, phase: str) -> bool:
    return _phase(session, phase).kind != "closing"


def _phase(session: Session, phase: str) -> Phase:
    return session.scenario.phases[phase]
