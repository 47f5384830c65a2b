"""The places of everything in a chart; the templates draw them as SVG, in lines and shapes that need no colour."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scenarios.texts import tr
from scoring.outcome import Settlement
from scoring.preferences import points
from scoring.process import Course
from scoring.process.offers import worth
from scoring.sentences import figure, sentence
from simulator.debrief.naming import Names, clock_text
from simulator.debrief.timeline import Stretch
from simulator.engine import moments
from simulator.engine.events import PackageAgreed
from simulator.engine.instructions import instruction
from simulator.engine.session import Record

LEFT, TOP, BOTTOM = 34.0, 16.0, 150.0
"""The field of a value chart in its view box, 180 high."""
NARROW, WIDE = 320.0, 660.0
"""Widths of value charts: with few packages, and with more than `FEW`."""
FEW = 8
BAR_LEFT, BAR_RIGHT = 190.0, 580.0
"""The field of the bars in their view box of 660."""
RIBBON = 950.0
"""The width of the ribbon of phases, in a view box of 960."""
APART = 21.0
"""The least distance between two flags on it."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A package in a value chart."""

    x: float
    y: float
    package: int
    number: int
    """The event that tabled it."""
    kind: str
    """`own`, `other` or `agreed`."""
    value: str
    time: str
    who: str
    named: bool
    """Whether its number stands beside it; where there are many, only the party's own have one."""


@dataclass(frozen=True, slots=True)
class Curve:
    """What the packages on the table were worth to one party, over time."""

    party: str
    name: str
    dots: tuple[Dot, ...]
    line: str
    """The points of the line through the dots."""
    floor: str
    """The points of the reservation, a line in steps."""
    width: float
    floor_value: str
    """The reservation at the end."""
    minutes: tuple[tuple[float, str], ...]
    """Places and labels of the time axis."""
    told: str
    """The chart in words."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What the terms are worth to one party at the end."""

    name: str
    y: float
    value: str
    width: float
    floor_x: float
    floor: str
    nash_x: float | None
    nash: str
    verdict: str
    """Above or below the reservation, in words."""


@dataclass(frozen=True, slots=True)
class Bars:
    """The terms at the end beside reservations and the Nash package."""

    agreed: bool
    what: str
    bars: tuple[Bar, ...]
    height: float
    told: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A phase on the ribbon of time."""

    x: float
    width: float
    place: int
    name: str
    time: str
    odd: bool


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The course of the exercise on one line."""

    segments: tuple[Segment, ...]
    marks: tuple[tuple[float, int], ...]
    """Place and rank of the moments worth talking about."""
    end: str


def curves(record: Record, course: Course, settlement: Settlement, names: Names) -> tuple[Curve, ...]:
    """One small chart a deciding party; none where no package has a value."""
    offers = [(moment, event, worth(record.scenario, event.terms)) for moment, event in course.offers()]
    valued = [(moment, event, values) for moment, event, values in offers if values]
    if not valued:
        return ()
    agreed = {event.package for _, event in course.every(PackageAgreed)} | _as_agreed(course, settlement)
    first = valued[0][0].seconds
    start = max(0.0, first - 0.3 * max(60.0, course.end - first))
    span = max(60.0, course.end - start)
    width = NARROW if len(valued) <= FEW else WIDE
    steps = _reservations(record, course, start)

    def x(seconds: float) -> float:
        return round(LEFT + (width - LEFT - 14) * (seconds - start) / span, 1)

    charts: list[Curve] = []
    for party in record.scenario.deciding():
        dots = tuple(
            Dot(
                x=x(moment.seconds),
                y=_y(points(values[party])),
                package=event.package,
                number=moment.number,
                kind="agreed" if event.package in agreed else "own" if event.party == party else "other",
                value=figure(points(values[party])),
                time=clock_text(moment.seconds),
                who=names.short(event.party),
                named=len(valued) <= FEW or event.party == party or event.package in agreed,
            )
            for moment, event, values in valued
        )
        floor: list[str] = []
        level = steps[0][1][party]
        for seconds, reservations in steps:
            floor += [f"{x(seconds)},{_y(level)}", f"{x(seconds)},{_y(reservations[party])}"]
            level = reservations[party]
        floor.append(f"{x(course.end)},{_y(level)}")
        said = sentence(
            *(tr("package {n} at {time}: {points} points", n=d.package, time=d.time, points=d.value) for d in dots)
        )
        stood = tr("The reservation stood at {points} points in the end.", points=figure(level))
        charts.append(
            Curve(
                party=party,
                name=names.party(party),
                dots=dots,
                line=" ".join(f"{dot.x},{dot.y}" for dot in dots),
                floor=" ".join(dict.fromkeys(floor)),
                width=width,
                floor_value=figure(level),
                minutes=_ticks(start, span, x),
                told=f"{said} {stood}",
            )
        )
    return tuple(charts)


def bars(settlement: Settlement, names: Names) -> Bars | None:
    """The value of the terms beside the reservations as they stood and the Nash package."""
    terms = settlement.terms
    if terms is None or settlement.no_value or not settlement.values:
        return None
    nash = settlement.analysis.points.nash if settlement.analysis else None
    made: list[Bar] = []
    for place, (party, raw) in enumerate(settlement.values.items()):
        floor = settlement.floor(party)
        reference = None if nash is None else points(nash.values[party])
        made.append(
            Bar(
                name=names.short(party),
                y=34.0 + 46.0 * place,
                value=figure(points(raw)),
                width=round(_x(points(raw)) - BAR_LEFT, 1),
                floor_x=_x(points(floor)),
                floor=figure(points(floor)),
                nash_x=None if reference is None else _x(reference),
                nash="" if reference is None else figure(reference),
                verdict=_verdict(settlement, party, raw - floor),
            )
        )
    told = sentence(
        *(
            tr(
                "{party}: {points} points, reservation {reservation}, {verdict}",
                party=bar.name,
                points=bar.value,
                reservation=bar.floor,
                verdict=bar.verdict,
            )
            for bar in made
        )
    )
    return Bars(terms.agreed, terms.called, tuple(made), 34.0 + 46.0 * len(made), told)


def ribbon(timeline: Sequence[Stretch], seconds: Mapping[int, float]) -> Ribbon | None:
    """The phases on one line, with the moments worth talking about, by rank, at their play seconds."""
    shown = [stretch for stretch in timeline if stretch.phase is not None]
    end = shown[-1].until if shown else 0.0
    if end <= 0:
        return None
    scale = RIBBON / end
    segments = tuple(
        Segment(
            round(stretch.since * scale, 1),
            round(max(0.0, stretch.until - stretch.since) * scale, 1),
            place,
            stretch.name,
            stretch.time,
            place % 2 == 1,
        )
        for place, stretch in enumerate(shown, 1)
    )
    marks: list[tuple[float, int]] = []
    for rank, at in seconds.items():
        x = round(at * scale, 1)
        marks.append((max(x, marks[-1][0] + APART) if marks else x, rank))
    return Ribbon(segments, tuple(marks), clock_text(end))


def _verdict(settlement: Settlement, party: str, over: int) -> str:
    agreed = settlement.terms is not None and settlement.terms.agreed
    if settlement.may_sign(party):
        if not over:
            return tr("just at the reservation")
        return tr("{points} above the reservation", points=figure(points(over)))
    if over >= 0:
        return tr("crosses a red line") if agreed else tr("crosses a red line: no was right")
    if agreed:
        return tr("{points} below the reservation", points=figure(points(-over)))
    return tr("{points} below: no was right", points=figure(points(-over)))


def _as_agreed(course: Course, settlement: Settlement) -> set[int]:
    """The last package with the very terms that were agreed, where a text and no package was adopted."""
    terms = settlement.terms
    if terms is None or not terms.agreed:
        return set()
    return {event.package for _, event in course.offers() if event.terms == terms.options and not terms.own_words}


def _reservations(record: Record, course: Course, start: float) -> list[tuple[float, Mapping[str, int]]]:
    """The reservations of the deciding parties in points from a play second on, whenever one changed."""
    steps: list[tuple[float, Mapping[str, int]]] = []
    for (moment, session), _ in zip(moments(record), course.during, strict=False):
        if moment.phase is None:
            continue
        told = {party: instruction(session, party, moment.seconds) for party in record.scenario.deciding()}
        level = {party: each.reservation for party, each in told.items()}
        if moment.seconds <= start:
            steps = [(start, level)]
        elif not steps or steps[-1][1] != level:
            steps.append((moment.seconds, level))
    final = {party: instruction(course.talks, party, course.end).reservation for party in record.scenario.deciding()}
    return [*steps, (course.end, final)]


def _ticks(start: float, span: float, x: Callable[[float], float]) -> tuple[tuple[float, str], ...]:
    step = next((each for each in (1, 2, 5, 10, 15, 20, 30, 60, 120) if span / 60 / each <= 6), 240) * 60
    first = int(-(-start // step)) * step
    return tuple((x(at), str(at // 60)) for at in range(first, int(start + span) + 1, step))


def _y(value: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * max(0.0, min(100.0, value)) / 100, 1)


def _x(value: float) -> float:
    return round(BAR_LEFT + (BAR_RIGHT - BAR_LEFT) * max(0.0, min(100.0, value)) / 100, 1)
