"""What each deciding party is told to hold out for, as it stands now."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.engine.clock import delay_rounds
from simulator.engine.session import Session


@dataclass(frozen=True, slots=True)
class Line:
    """A red line: options that may not be agreed, unless a package has all of the others too."""

    barred: Mapping[str, str]
    unless: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Instruction:
    """A party's reservation (points, 0-100) and red lines at a moment."""

    reservation: int
    red_lines: tuple[Line, ...]


def instruction(session: Session, party: str, now: float) -> Instruction:
    """The instruction of a deciding party at a play second: its brief, events received, and the cost of delay."""
    written = session.scenario.parties[party]
    lines = [Line(barred, {}) for barred in written.red_lines]
    points = written.reservation or 0
    for name, state in session.injects.items():
        inject = session.scenario.events.get(name)
        if inject is None or state.state != "sent":
            continue
        for effect in inject.effects:
            if effect.party != party:
                continue
            if effect.red_line:
                lines.append(Line(effect.red_line, effect.unless or {}))
            points += effect.reservation or 0
    points -= written.cost_of_delay * delay_rounds(session, now)
    return Instruction(max(0, min(100, points)), tuple(lines))
