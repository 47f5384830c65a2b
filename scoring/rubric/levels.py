"""What was rated: how often each level on each dimension, and seat by seat."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.process.course import counted, percent
from scoring.rubric.dimensions import DIMENSIONS, INSUFFICIENT, LEVELS
from scoring.rubric.ratings import Rating, Ratings

RATED = Finding(
    id="rubric.levels",
    title="Levels by dimension",
    panel=Panel.PROCESS,
    observed=False,
    unit="ratings",
    caution="Levels are not marks: they are never added over dimensions, and a few raters are a few pairs of eyes.",
    fundamentals=(Fundamental.PREPAREDNESS,),
)
SEATS = Finding(
    id="rubric.seats",
    title="Ratings of each seat",
    panel=Panel.PROCESS,
    observed=False,
    unit="seats",
    caution="For the person rated and the trainer only; read the observations before the level.",
    fundamentals=(Fundamental.PREPAREDNESS,),
)


def levels_by_dimension(found: Ratings) -> Finding:
    """How often each level was given on each dimension, and the share of “insufficient evidence”.

    The value counts the ratings, over all raters and seats.
    """
    if not found.latest:
        return replace(RATED, reading="Nobody was rated.")
    rows: list[Row] = []
    for dimension in DIMENSIONS:
        given = [rating for rating in found.latest if rating.dimension is dimension]
        if given:
            often = Counter(rating.level for rating in given)
            rows.append(
                Row(
                    (
                        dimension.value,
                        len({rating.seat for rating in given}),
                        len({rating.rater for rating in given}),
                        *(often[level] for level in LEVELS),
                        often[None],
                        float(Fraction(often[None], len(given))),
                    ),
                    _evidence(given),
                )
            )
    total = len(found.latest)
    without = sum(rating.level is None for rating in found.latest)
    raters = len({rating.rater for rating in found.latest})
    reading = (
        f"{counted(total, 'rating')} by {counted(raters, 'rater')} on {counted(len(rows), 'dimension')}; "
        f"{percent(float(Fraction(without, total)))} say “{INSUFFICIENT}”."
    )
    if found.open:
        have = "has" if len(found.open) == 1 else "have"
        reading += f" {counted(len(found.open), 'rater')} {have} not closed the ratings."
    return replace(
        RATED,
        observed=True,
        value=float(total),
        reading=reading,
        evidence=_evidence(found.latest),
        table=Table(
            (
                "dimension",
                "seats",
                "raters",
                *(name.replace(" ", "_") for name in LEVELS.values()),
                INSUFFICIENT.replace(" ", "_"),
                "share",
            ),
            tuple(rows),
        ),
    )


def ratings_of_seats(found: Ratings) -> Finding:
    """Each rating with the observations that it rests on; the value counts the seats that were rated."""
    if not found.latest:
        return replace(SEATS, reading="Nobody was rated.")
    seats = dict.fromkeys(rating.seat for rating in found.latest)
    rows = tuple(
        Row(
            (
                "seat",
                rating.seat,
                rating.dimension.value,
                rating.rater,
                rating.level,
                INSUFFICIENT if rating.level is None else LEVELS.get(rating.level, ""),
                said(rating),
            ),
            rating.evidence,
        )
        for seat in seats
        for rating in found.of_seat(seat)
    )
    unsupported = sum(rating.level is not None and not rating.observations for rating in found.latest)
    reading = f"{counted(len(seats), 'seat')} rated, on {counted(len(found.observations), 'observation')}."
    if unsupported:
        rests = "rests" if unsupported == 1 else "rest"
        reading += f" {counted(unsupported, 'rating')} with a level {rests} on no observation."
    return replace(
        SEATS,
        observed=True,
        value=float(len(seats)),
        reading=reading,
        evidence=_evidence(found.latest),
        table=Table(("scope", "seat", "dimension", "rater", "level", "level_name", "observations"), rows),
    )


def said(rating: Rating) -> str | None:
    """What a rating rests on, in its rater's words."""
    return " · ".join(seen.text for seen in rating.observations) or None


def _evidence(given: Sequence[Rating]) -> tuple[int, ...]:
    return tuple(sorted({number for rating in given for number in rating.evidence}))
