"""The moments worth talking about: where the talks turned, each with a question to ask.

Moments of different kinds are compared on one scale, from 0 to 1: how much of a change that turns talks by itself did
happen. For what has a size the weight is the change divided by such a large change: half of what a side could gain or
lose in points, two of the three steps of consent, two of the six steps of a self-report, brackets in half of the
articles. What happens or does not has a weight of its own in `WEIGHT`. These sizes are a design, not a measurement.
"""

from itertools import islice

from scenarios.texts import tr
from scoring.moments.found import FINDERS
from scoring.moments.kinds import QUESTIONS, WEIGHT, Turned, TurningPoint
from scoring.process import Course
from scoring.process.course import minutes

__all__ = ["MOST", "MOST_OF_A_KIND", "QUESTIONS", "WEIGHT", "Turned", "TurningPoint", "turning_points"]

MOST = 8
"""How many moments a debriefing has time for."""
MOST_OF_A_KIND = 2
"""A room does not discuss four rejected packages."""


def turning_points(course: Course) -> tuple[TurningPoint, ...]:
    """At most eight moments, at most two of a kind, in order of time: those in which most changed.

    Of moments that weigh the same, the kinds come in the order of `Turned`, and earlier events first.
    """
    found: list[TurningPoint] = []
    for kind in Turned:
        heaviest = sorted(FINDERS[kind](course), key=lambda each: (-each[2], each[0].number))
        for moment, why, weight in islice(heaviest, MOST_OF_A_KIND):
            ask = tr(QUESTIONS[kind])
            minute = minutes(moment.seconds)
            found.append(TurningPoint(moment.number, minute, moment.phase, kind, why, ask, round(weight, 4)))
    order = list(Turned)
    found.sort(key=lambda point: (-point.weight, order.index(point.kind), point.number))
    chosen: dict[int, TurningPoint] = {}
    for point in found:
        if len(chosen) < MOST:
            chosen.setdefault(point.number, point)
    return tuple(chosen[number] for number in sorted(chosen))
