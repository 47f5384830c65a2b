"""The axes that the drawings share: minutes of play, points, and counted things."""

from math import ceil, floor

from scenarios.texts import number, tr
from scoring.sentences import figure
from simulator.debrief.drawn.canvas import Axis

_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240)


def playing(start: float, end: float) -> Axis:
    """Minutes of the play clock, from one play second to another."""
    end = max(end, start + 60)
    step = next((each for each in _STEPS if (end - start) / 60 / each <= 10), _STEPS[-1]) * 60
    ticks = tuple((at, number(at // 60)) for at in range(ceil(start / step) * step, int(end) + 1, step))
    # Translators: below the axis of a drawing, on which the minutes of play stand.
    return Axis(start, end, ticks, tr("minute of play"))


def worth(values: tuple[float, ...], name: str) -> Axis:
    """Points from 0 to 100, and further where a value is."""
    least, most = min((0.0, *values)), max((100.0, *values))
    low, high = floor(least / 25) * 25, ceil(most / 25) * 25
    step = 25 if high - low <= 150 else 50 if high - low <= 300 else 100
    ticks = tuple((float(at), figure(at)) for at in range(low - low % step, high + 1, step))
    return Axis(low, high, ticks, name)


def counted(most: float, name: str) -> Axis:
    """From nought to a number of things, or of minutes."""
    most = max(1.0, most)
    step = next(each for each in (s * 10**n for n in range(12) for s in (1, 2, 5)) if most / each <= 8)
    top = ceil(most / step) * step
    return Axis(0, top, tuple((float(at), number(at)) for at in range(0, top + 1, step)), name)


def spread(values: tuple[float, ...], name: str) -> Axis:
    """Points around nought, as far as there are values."""
    least, most = min((0.0, *values)), max((1.0, *values))
    step = next(each for each in (s * 10**n for n in range(12) for s in (1, 2, 5)) if (most - least) / each <= 8)
    low, high = floor(least / step) * step, ceil(most / step) * step
    return Axis(low, high, tuple((float(at), figure(at)) for at in range(low, high + 1, step)), name)
