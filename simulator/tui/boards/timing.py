"""The clock and the phase in words."""

from scenarios.texts import tr
from simulator.engine.view.shapes import ClockView
from simulator.tui.boards.line import STATES, clock, told


def time_line(view: ClockView) -> str:
    """The play clock in words."""
    played = tr("{time} of {total}", time=clock(view.seconds), total=clock(view.total * 60))
    return f"{played}  {tr(STATES.get(view.state, view.state))}"


def phase_line(view: ClockView) -> str:
    """The phase and what is left of it."""
    if view.phase is None:
        return tr("before play")
    over = view.remaining < 0
    left = tr("{time} OVER", time=clock(-view.remaining)) if over else tr("{time} left", time=clock(view.remaining))
    return told(view.phase.name, left)
