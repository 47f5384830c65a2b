"""What the packages on the table were worth to each side, over time."""

from collections.abc import Mapping
from itertools import pairwise

from scenarios.texts import tr
from scoring.outcome import Settlement
from scoring.preferences import points
from scoring.process import Course
from scoring.process.offers import worth
from scoring.sentences import begun, figure, sentence
from simulator.debrief.contents import Known
from simulator.debrief.drawn import axes
from simulator.debrief.drawn.forms import Point, Series, plane
from simulator.debrief.drawn.lettering import counted, tidy
from simulator.debrief.drawn.looks import Mark, Sign
from simulator.debrief.naming import clock_text
from simulator.engine import moments
from simulator.engine.events import PackageAgreed, PackageTabled
from simulator.engine.instructions import instruction
from simulator.engine.session import Moment
from simulator.printing import Figure

FEW = 8
"""With more packages, only their numbers stand beside the points, and those of the side's own in bold."""


def values(known: Known) -> tuple[Figure, ...]:
    """One drawing a deciding party; none where no package has a value."""
    course, names = known.course, known.names
    valued = tabled(known)
    if not valued:
        return ()
    made_of = agreed(course, known.settlement)
    times = [moment.seconds for moment, _, _ in valued]
    first, last = min(times), max(course.end, *times)
    start = max(0.0, first - 0.1 * max(60.0, last - first))
    steps = _reservations(known, start)
    across = axes.playing(start, last)
    figures: list[Figure] = []
    for party in known.scenario.deciding():
        floor: list[Point] = []
        for seconds, level in steps:
            if floor:
                floor.append(Point(seconds, floor[-1].y))
            floor.append(Point(seconds, level[party]))
        dots: list[Point] = []
        said: list[str] = []
        for moment, event, raw in valued:
            own, taken = event.party == party, event.package in made_of
            kind: Mark = "diamond" if taken else "disc" if own else "ring"
            value = figure(points(raw[party]))
            label = f"{event.package}\N{NO-BREAK SPACE}· {value}" if taken or len(valued) <= FEW else str(event.package)
            dots.append(Point(moment.seconds, points(raw[party]), kind, label, bold=own or taken))
            said.append(
                _told(
                    event,
                    clock_text(moment.seconds),
                    counted(points(raw[party])),
                    tidy(names.short(event.party)),
                    agreed=taken,
                )
            )
        up = axes.worth(
            tuple(point.y for point in (*dots, *floor)),
            # Translators: above the upright axis of a drawing.
            tr("points"),
        )
        lines = (
            Series(tuple(floor), "dashed", figure(floor[-1].y)),
            Series(tuple(dots), "thin"),
        )
        name = tidy(names.short(party))
        figures.append(
            Figure(
                tr("What the packages on the table were worth to {party}", party=name),
                plane(
                    lines,
                    across,
                    up,
                    _key({dot.mark for dot in dots}, few=len(valued) <= FEW),
                ),
                " ".join((begun(sentence(*said)), _stood(steps, party))),
            )
        )
    return tuple(figures)


def tabled(known: Known) -> tuple[tuple[Moment, PackageTabled, Mapping[str, int]], ...]:
    """The packages on the table that have a value, each with its raw value to every deciding party."""
    found = ((moment, event, worth(known.scenario, event.terms)) for moment, event in known.course.offers())
    return tuple((moment, event, raw) for moment, event, raw in found if raw)


def agreed(course: Course, settlement: Settlement) -> set[int]:
    """The packages that were agreed, or the last one with the very terms that were."""
    found = {event.package for _, event in course.every(PackageAgreed)}
    terms = settlement.terms
    if terms is not None and terms.agreed and not terms.own_words:
        same = [event.package for _, event in course.offers() if event.terms == terms.options]
        found |= set(same[-1:])
    return found


def _told(event: PackageTabled, time: str, value: str, who: str, *, agreed: bool) -> str:
    values = {"n": event.package, "time": time, "party": who, "points": value}
    if agreed:
        # Translators: in a list parted by semicolons; {points} is like "40 points", or says it of two sides.
        return tr("package {n}, agreed, tabled by {party} at {time}: {points}", **values)
    # Translators: in a list parted by semicolons; {points} is like "40 points", or says it of two sides.
    return tr("package {n}, tabled by {party} at {time}: {points}", **values)


def _stood(steps: list[tuple[float, Mapping[str, int]]], party: str) -> str:
    """How the reservation moved, as sentences."""
    said = [tr("The reservation stood at {points} at first.", points=counted(steps[0][1][party]))]
    for (_, before), (seconds, after) in pairwise(steps):
        if before[party] != after[party]:
            time, level = clock_text(seconds), counted(after[party])
            said.append(tr("From {time} on it stood at {points}.", time=time, points=level))
    return " ".join(said)


def _reservations(known: Known, start: float) -> list[tuple[float, Mapping[str, int]]]:
    """The reservations of the deciding parties in points from a play second on, whenever one changed.

    The seconds never go back, even where the trainer set the clock back.
    """
    record, course = known.record, known.course
    deciding = record.scenario.deciding()
    steps: list[tuple[float, Mapping[str, int]]] = []
    for (moment, session), _ in zip(moments(record), course.during, strict=False):
        if moment.phase is None:
            continue
        level = {party: instruction(session, party, moment.seconds).reservation for party in deciding}
        if moment.seconds <= start:
            steps = [(start, level)]
        elif not steps or steps[-1][1] != level:
            steps.append((max(moment.seconds, steps[-1][0] if steps else start), level))
    final = {party: instruction(course.talks, party, course.end).reservation for party in deciding}
    steps = steps or [(start, final)]
    return [*steps, (max(course.end, steps[-1][0]), final)]


def _key(marks: set[Mark], *, few: bool) -> tuple[Sign, ...]:
    number = (
        # Translators: in the key of a drawing: what the words beside its points are.
        tr("beside a point: number of the package · points") if few else tr("beside a point: number of the package")
    )
    points = (
        # Translators: in the key of a drawing of packages: who put them on the table.
        Sign(tr("tabled by this side"), "disc"),
        Sign(tr("tabled by others"), "ring"),
        Sign(tr("the terms agreed"), "diamond"),
    )
    return (
        *(sign for sign in points if sign.mark in marks),
        Sign(tr("reservation: below it, no agreement is better"), stroke="dashed"),
        Sign(number),
    )
