"""What was possible, and the way that the packages took."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from scenarios.texts import tr, trn
from scoring.preferences import points
from scoring.sentences import begun, figure, sentence
from simulator.debrief.contents import Known
from simulator.debrief.drawn import axes
from simulator.debrief.drawn.forms import Point, Series, plane
from simulator.debrief.drawn.lettering import counted, tidy
from simulator.debrief.drawn.looks import Mark, Sign
from simulator.debrief.drawn.values import agreed, tabled
from simulator.debrief.naming import clock_text
from simulator.printing import Figure

SHOWN = 150
"""The most efficient packages that are drawn, evenly taken."""
SHAPES: tuple[Mark, ...] = ("disc", "square", "triangle", "cross")
"""Of packages, by the side that tabled them; those of everybody else are rings."""
HEIGHT = 380.0

Values = Mapping[str, int]
"""Raw values by deciding party."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A package of the course."""

    number: int
    party: str
    who: str
    time: str
    agreed: bool
    values: Values


def frontier(known: Known) -> tuple[Figure, ...]:
    """The efficient packages with the course of those tabled, under the reservations as they stood in the end.

    Two deciding parties have an axis each. Three or more are drawn by what the sides gain together and by the smallest
    gain of a side: a package that is best in both is always an efficient one, so that the line shown is the true edge.
    None where nobody bargains, or where there is neither a package with a value nor an analysis.
    """
    deciding = known.scenario.deciding()
    analysis = known.settlement.analysis
    made_of = agreed(known.course, known.settlement)
    steps = tuple(
        _Step(
            event.package,
            event.party,
            tidy(known.names.short(event.party)),
            clock_text(moment.seconds),
            event.package in made_of,
            raw,
        )
        for moment, event, raw in tabled(known)
    )
    if len(deciding) < 2 or not (steps or (analysis is not None and len(analysis.front))):
        return ()
    if len(deciding) == 2:
        return (_both(known, deciding[0], deciding[1], steps),)
    return (_projected(known, steps),)


def _both(known: Known, first: str, second: str, steps: tuple[_Step, ...]) -> Figure:
    """Two sides, an axis each."""
    one, other = (tidy(known.names.short(party)) for party in (first, second))
    floors = points(known.settlement.floor(first)), points(known.settlement.floor(second))
    front = _taken([_at(row, first, second) for row in _front(known)])
    nash, signed = _nash(known), _signed(known)
    lone = [_at(each, first, second) for each in (nash, signed) if each is not None]
    course = [_at(step.values, first, second) for step in steps]
    every = (*front, *course, *lone, floors)
    # Translators: the name of an axis of a drawing: the points of a side.
    across = axes.worth(tuple(x for x, _ in every), tr("points of {party}", party=one))
    up = axes.worth(tuple(y for _, y in every), tr("points of {party}", party=other))
    lines = (
        Series((Point(floors[0], up.least), Point(floors[0], up.most, "none", figure(floors[0]))), "dashed"),
        Series((Point(across.least, floors[1]), Point(across.most, floors[1])), "dashed", figure(floors[1])),
        *_drawn(known, front, steps, course, lone, nash, signed),
    )
    told = [_edge(known, [(one, other, x, y) for x, y in (front[:1] + front[-1:])])]
    told.append(
        tr(
            # Translators: {x} and {y} are like "40 points".
            "The reservations stood at {x} for {one} and {y} for {other} in the end.",
            x=counted(floors[0]),
            y=counted(floors[1]),
            one=one,
            other=other,
        )
    )
    told += _course(steps, [_worth(one, x, other, y) for x, y in course])
    if nash is not None:
        x, y = _at(nash, first, second)
        told.append(tr("The Nash package would give {points}.", points=_worth(one, x, other, y)))
    if signed is not None:
        x, y = _at(signed, first, second)
        told.append(tr("The agreement gives {points}.", points=_worth(one, x, other, y)))
    return Figure(
        tr("What was possible for {one} and {other}, and the way that the packages took", one=one, other=other),
        plane(lines, across, up, _key(known, steps, front, tr("reservation of a side, as it stood")), HEIGHT),
        " ".join(filter(None, told)),
    )


def _projected(known: Known, steps: tuple[_Step, ...]) -> Figure:
    """Three sides or more: the smallest gain over what all gain together."""

    def gains(values: Values) -> tuple[float, float]:
        over = [raw - known.settlement.floor(party) for party, raw in values.items()]
        return points(sum(over)), points(min(over))

    front = _taken(_best({gains(row) for row in _front(known)}))
    nash, signed = _nash(known), _signed(known)
    lone = [gains(each) for each in (nash, signed) if each is not None]
    course = [gains(step.values) for step in steps]
    every = (*front, *course, *lone, (0.0, 0.0))
    across = axes.spread(tuple(x for x, _ in every), tr("points that all sides gain together"))
    up = axes.spread(tuple(y for _, y in every), tr("smallest gain of a side, in points"))
    lines = (
        Series((Point(across.least, 0.0), Point(across.most, 0.0)), "dashed"),
        *_drawn(known, front, steps, course, lone, nash, signed),
    )

    def said(x: float, y: float) -> str:
        # Translators: {x} and {y} are like "40 points", and may be below nought.
        return tr("{x} together, {y} for the side that gains least", x=counted(x), y=counted(y))

    told = [
        tr("Gains are counted over the reservations as they stood in the end, and added up over the sides."),
        _edge(known, []),
        *([_ends(said, front)] if front else []),
        *_course(steps, [said(x, y) for x, y in course]),
    ]
    if nash is not None:
        told.append(tr("The Nash package would give {points}.", points=said(*gains(nash))))
    if signed is not None:
        told.append(tr("The agreement gives {points}.", points=said(*gains(signed))))
    return Figure(
        tr("What was possible, and the way that the packages took"),
        plane(lines, across, up, _key(known, steps, front, tr("below it, a side is better off without it")), HEIGHT),
        " ".join(filter(None, told)),
    )


def _drawn(
    known: Known,
    front: list[tuple[float, float]],
    steps: tuple[_Step, ...],
    course: list[tuple[float, float]],
    lone: list[tuple[float, float]],
    nash: Values | None,
    signed: Values | None,
) -> Iterable[Series]:
    """The edge, the course, and the marked packages; the agreement is part of the course where a package was agreed."""
    yield Series(tuple(Point(x, y, "speck") for x, y in front), "dotted")
    shapes = _shapes(known, steps)
    yield Series(
        tuple(
            Point(x, y, "diamond" if step.agreed else shapes.get(step.party, "ring"), str(step.number), step.agreed)
            for step, (x, y) in zip(steps, course, strict=True)
        ),
        "thin",
    )
    # Translators: beside the point of a package in a drawing: where theory would settle, after John Nash.
    words = [tr("Nash")] * (nash is not None) + [tr("agreement")] * (signed is not None)
    star: Mark = "star"
    diamond: Mark = "diamond"
    marks = [star] * (nash is not None) + [diamond] * (signed is not None)
    for (x, y), word, mark in zip(lone, words, marks, strict=True):
        yield Series((Point(x, y, mark, word, bold=True),))


def _front(known: Known) -> Iterable[Values]:
    analysis = known.settlement.analysis
    return () if analysis is None else analysis.front


def _taken(front: list[tuple[float, float]]) -> list[tuple[float, float]]:
    if len(front) <= SHOWN:
        return front
    return [front[n * (len(front) - 1) // (SHOWN - 1)] for n in range(SHOWN)]


def _best(found: set[tuple[float, float]]) -> list[tuple[float, float]]:
    """Those that no other one beats in both, the one with the largest sum first."""
    kept: list[tuple[float, float]] = []
    for x, y in sorted(found, reverse=True):
        if not kept or y > kept[-1][1]:
            kept.append((x, y))
    return kept


def _at(values: Values, first: str, second: str) -> tuple[float, float]:
    return points(values[first]), points(values[second])


def _nash(known: Known) -> Values | None:
    analysis = known.settlement.analysis
    return None if analysis is None or analysis.points.nash is None else analysis.points.nash.values


def _signed(known: Known) -> Values | None:
    """What the agreement is worth, if there is one that can be counted."""
    terms, found = known.settlement.terms, known.settlement.values
    return found if terms is not None and terms.agreed and found else None


def _shapes(known: Known, steps: tuple[_Step, ...]) -> Mapping[str, Mark]:
    tabling = {step.party for step in steps}
    return dict(zip((party for party in known.scenario.deciding() if party in tabling), SHAPES, strict=False))


def _worth(one: str, x: float, other: str, y: float) -> str:
    # Translators: {x} and {y} are like "40 points".
    return tr("{x} to {one} and {y} to {other}", x=counted(x), y=counted(y), one=one, other=other)


def _edge(known: Known, ends: list[tuple[str, str, float, float]]) -> str:
    """How many efficient packages there were, and between which ends they lie."""
    analysis = known.settlement.analysis
    if analysis is None:
        return known.settlement.no_analysis
    if not analysis.acceptable:
        said = tr("No package was acceptable to all sides; the edge shows those within all red lines.")
    else:
        said = trn(
            "{n} efficient package was acceptable to all sides.",
            "{n} efficient packages were acceptable to all sides.",
            analysis.efficient_acceptable,
        )
    if not ends:
        return said
    low, high = (_worth(one, x, other, y) for one, other, x, y in ends)
    return f"{said} {_between(low, high)}"


def _ends(said: Callable[[float, float], str], front: list[tuple[float, float]]) -> str:
    return _between(said(*front[-1]), said(*front[0]))


def _between(low: str, high: str) -> str:
    # Translators: of the line of efficient packages; {low} and {high} say what the packages at its ends are worth.
    return tr("Their edge reaches from one end ({low}) to the other ({high}).", low=low, high=high)


def _course(steps: tuple[_Step, ...], worth: list[str]) -> list[str]:
    if not steps:
        return [tr("No package with a value was on the table.")]
    clauses: list[str] = []
    for step, value in zip(steps, worth, strict=True):
        parts = {"n": step.number, "time": step.time, "party": step.who, "points": value}
        if step.agreed:
            # Translators: in a list parted by semicolons; {points} is like "40 points", or says it of two sides.
            clauses.append(tr("package {n}, agreed, tabled by {party} at {time}: {points}", **parts))
        else:
            # Translators: in a list parted by semicolons; {points} is like "40 points", or says it of two sides.
            clauses.append(tr("package {n}, tabled by {party} at {time}: {points}", **parts))
    return [begun(sentence(*clauses))]


def _key(
    known: Known, steps: tuple[_Step, ...], front: list[tuple[float, float]], reservation: str
) -> tuple[Sign, ...]:
    shapes = _shapes(known, steps)
    signs = [
        # Translators: in the key of a drawing of packages: who put them on the table.
        Sign(tr("tabled by {party}", party=tidy(known.names.short(party))), shape)
        for party, shape in shapes.items()
    ]
    if any(step.party not in shapes and not step.agreed for step in steps):
        signs.append(Sign(tr("tabled by others"), "ring"))
    if any(step.agreed for step in steps) or _signed(known) is not None:
        signs.append(Sign(tr("the terms agreed"), "diamond"))
    if _nash(known) is not None:
        signs.append(Sign(tr("Nash package, a reference and not a target"), "star"))
    if front:
        signs.append(Sign(tr("edge of what was possible"), "speck", "dotted"))
    signs.append(Sign(reservation, stroke="dashed"))
    if len(steps) > 1:
        signs.append(Sign(tr("the numbers follow the packages in time"), stroke="thin"))
    return tuple(signs)
