"""What was rated: how often each level on each dimension, and seat by seat."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from scenarios.texts import mark, tr, trn
from scoring.findings import Finding, Fundamental, Panel, Row, Table
from scoring.rubric.dimensions import DIMENSIONS, INSUFFICIENT, LEVELS
from scoring.rubric.ratings import Rating, Ratings
from scoring.sentences import percent

RATED = Finding(
    id="rubric.levels",
    title=mark("Levels by dimension"),
    panel=Panel.PROCESS,
    observed=False,
    unit="ratings",
    caution=mark(
        "Levels are not marks: they are never added over dimensions, and a few raters are a few pairs of eyes."
    ),
    fundamentals=(Fundamental.PREPAREDNESS,),
)
SEATS = Finding(
    id="rubric.seats",
    title=mark("Ratings of each seat"),
    panel=Panel.PROCESS,
    observed=False,
    unit="seats",
    caution=mark("For the person rated and the trainer only; read the observations before the level."),
    fundamentals=(Fundamental.PREPAREDNESS,),
)


def levels_by_dimension(found: Ratings) -> Finding:
    """How often each level was given on each dimension, and the share of “insufficient evidence”.

    The value counts the ratings, over all raters and seats.
    """
    if not found.latest:
        return replace(RATED.said, reading=tr("Nobody was rated."))
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
    reading = tr(
        "{ratings} by {raters} on {dimensions}; {share} say “insufficient evidence”.",
        ratings=trn("{n} rating", "{n} ratings", total),
        raters=trn("{n} rater", "{n} raters", raters),
        dimensions=trn("{n} dimension", "{n} dimensions", len(rows)),
        share=percent(float(Fraction(without, total))),
    )
    if found.open:
        open_ = trn("{n} rater has not closed the ratings.", "{n} raters have not closed the ratings.", len(found.open))
        reading = f"{reading} {open_}"
    return replace(
        RATED.said,
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
        return replace(SEATS.said, reading=tr("Nobody was rated."))
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
    reading = trn(
        "{n} seat rated, on {observations}.",
        "{n} seats rated, on {observations}.",
        len(seats),
        observations=trn("{n} observation", "{n} observations", len(found.observations)),
    )
    if unsupported:
        bare = trn(
            "{n} rating with a level rests on no observation.",
            "{n} ratings with a level rest on no observation.",
            unsupported,
        )
        reading = f"{reading} {bare}"
    return replace(
        SEATS.said,
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
