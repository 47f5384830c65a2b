"""The axes that the drawings share: minutes of play, points, and counted things."""

from dataclasses import dataclass
from itertools import count
from math import ceil, floor

from scenarios.texts import number, tr
from scoring.sentences import figure

_MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120)


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis reaches from and to, and what stands along it."""

    least: float
    most: float
    ticks: tuple[tuple[float, str], ...]
    name: str


def playing(start: float, end: float) -> Axis:
    """Minutes of the play clock, from one play second to another."""
    end = max(end, start + 60)
    length = (end - start) / 60
    step = next((each for each in _MINUTES if length / each <= 10), 240 * ceil(length / 2400)) * 60
    ticks = tuple((at, number(at // 60)) for at in range(ceil(start / step) * step, int(end) + 1, step))
    # Translators: below the axis of a drawing, on which the minutes of play stand.
    return Axis(start, end, ticks, tr("minute of play"))


def worth(values: tuple[float, ...], name: str) -> Axis:
    """Points from 0 to 100, and further if a value is."""
    if min(values) < 0 or max(values) > 100:
        return spread((0.0, 100.0, *values), name)
    return Axis(0, 100, tuple((float(at), figure(at)) for at in (0, 25, 50, 75, 100)), name)


def spread(values: tuple[float, ...], name: str) -> Axis:
    """Points around nought, as far as there are values."""
    least, most = min((0.0, *values)), max((1.0, *values))
    step = _step(most - least)
    low, high = floor(least / step) * step, ceil(most / step) * step
    return Axis(low, high, tuple((float(at), figure(at)) for at in range(low, high + 1, step)), name)


def counted(most: float, name: str) -> Axis:
    """From nought to a number of things, or of minutes."""
    step = _step(max(1.0, most))
    top = ceil(max(1.0, most) / step) * step
    return Axis(0, top, tuple((float(at), number(at)) for at in range(0, top + 1, step)), name)


def _step(length: float) -> int:
    """The least round step of which a length has eight at most."""
    whole = ceil(length)
    return next(each for each in (unit * int(10**n) for n in count() for unit in (1, 2, 5)) if whole <= 8 * each)
