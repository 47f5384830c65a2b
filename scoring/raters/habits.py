"""What raters do whomever they rate: one impression for everything, a soft or a hard hand, and no level at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from statistics import mean

from scenarios.texts import listing, mark, number, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.raters.reliability import correlates_above
from scoring.rubric import Rating, Ratings
from scoring.sentences import percent, sentence
from simulator.engine.words import Dimension

HALO_ABOVE = Fraction(9, 10)
"""A correlation above which two dimensions were rated as one."""
HALO_SEATS = 5
"""Seats rated on both dimensions below which a correlation says nothing."""
HALO_DIMENSIONS = 3
"""Dimensions that have to be compared before one speaks of all of them."""
LENIENT = Fraction(1, 2)
"""Levels away from the others from which on a hand is soft or hard."""
LENIENT_UNITS = 5
"""Shared units below which no hand is called soft or hard."""

HALO = Finding(
    id="raters.halo",
    title=mark("One impression for everything"),
    panel=Panel.PROCESS,
    observed=False,
    unit="raters",
    caution=mark("People who are good at one thing often are good at another: a halo is a question to the rater."),
    fundamentals=(Fundamental.PREPAREDNESS,),
)
LENIENCY = Finding(
    id="raters.leniency",
    title=mark("Soft and hard hands"),
    panel=Panel.PROCESS,
    observed=False,
    unit="levels",
    caution=mark("With two raters nobody knows which of them is off; the difference says only that they are."),
    fundamentals=(Fundamental.PREPAREDNESS,),
)
INSUFFICIENCY = Finding(
    id="raters.insufficient",
    title=mark("Insufficient evidence"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "“Insufficient evidence” is a valid answer, and better than a guess; many of them ask for another seat to "
        "watch from."
    ),
    fundamentals=(Fundamental.PREPAREDNESS,),
)


def halo(found: Ratings) -> Finding:
    """For each rater, whether all dimensions go together: every correlation over seats above 0.9.

    Dimensions are compared that the rater gave five seats or more a level on, and three dimensions are needed. The
    value counts the raters of whom it is so.
    """
    if not found.latest:
        return replace(HALO.said, reading=tr("Nobody was rated."))
    rows: list[Row] = []
    haloed: list[str] = []
    flat: list[str] = []
    for rater, given in _by_rater(found).items():
        every = {both: correlates_above(levels, HALO_ABOVE) for both, levels in _comparable(given).items()}
        if len(_named(every)) < HALO_DIMENSIONS:
            continue
        # A dimension on which everybody got the same level goes together with nothing.
        told = {both: above for both, above in every.items() if above is not None}
        together: str | None = None
        if len(_named(told)) < HALO_DIMENSIONS:
            flat.append(rater)
        else:
            together = "yes" if all(told.values()) else "no"
            haloed += [rater] if together == "yes" else []
        rows.append(
            Row(
                (rater, len(told), sum(told.values()), len(every) - len(told), together),
                tuple(rating.event for rating in given),
            )
        )
    if not rows:
        return replace(
            HALO.said,
            reading=tr(
                "No rater gave {seats} seats or more levels on {dimensions} dimensions: too few to ask.",
                seats=HALO_SEATS,
                dimensions=HALO_DIMENSIONS,
            ),
        )
    if haloed:
        reading = tr("All dimensions go together for {raters}: was it one impression?", raters=listing(haloed))
    else:
        reading = tr("For no rater with enough seats do all dimensions go together.")
    if flat:
        hardly = tr("Hardly any dimension tells the seats apart for {raters}.", raters=listing(flat))
        reading = f"{reading} {hardly}"
    return replace(
        HALO.said,
        observed=True,
        value=float(len(haloed)),
        reading=reading,
        band=Band.WORTH_A_LOOK if haloed or flat else None,
        evidence=tuple(sorted({event for row in rows for event in row.evidence})),
        table=Table(("rater", "pairs_of_dimensions", "above_0.9", "without_variation", "all_together"), tuple(rows)),
    )


def leniency(found: Ratings) -> Finding:
    """For each rater, the mean of own level - mean of the others' levels, over the units that others rated too.

    The value is the largest distance from the others.
    """
    if not found.latest:
        return replace(LENIENCY.said, reading=tr("Nobody was rated."))
    units: dict[tuple[str, str], list[Rating]] = {}
    for rating in found.latest:
        if rating.level is not None:
            units.setdefault((rating.seat, rating.dimension), []).append(rating)
    rows: list[Row] = []
    said: list[str] = []
    most = Fraction(0)
    for rater in _by_rater(found):
        own: list[int] = []
        others: list[Fraction] = []
        evidence: list[int] = []
        for unit in units.values():
            mine = [rating for rating in unit if rating.rater == rater]
            theirs = [rating for rating in unit if rating.rater != rater]
            if mine and theirs:
                own.append(mine[0].level or 0)
                others.append(mean(Fraction(rating.level or 0) for rating in theirs))
                evidence += [rating.event for rating in unit]
        if not own:
            continue
        apart = mean(map(Fraction, own)) - mean(others)
        most = max(most, abs(apart))
        if abs(apart) >= LENIENT and len(own) >= LENIENT_UNITS:
            levels = number(float(abs(apart)), 1)
            said.append(
                tr("{rater} rates {levels} levels above the others", rater=rater, levels=levels)
                if apart > 0
                else tr("{rater} rates {levels} levels below the others", rater=rater, levels=levels)
            )
        means = [round(float(each), 2) for each in (mean(map(Fraction, own)), mean(others), apart)]
        rows.append(Row((rater, len(own), *means), tuple(sorted(set(evidence)))))
    if not rows:
        return replace(LENIENCY.said, reading=tr("No two raters gave the same seat a level on the same dimension."))
    return replace(
        LENIENCY.said,
        observed=True,
        value=float(most),
        reading=sentence(listing(said)) if said else _nobody_off(rows),
        band=Band.WORTH_A_LOOK if said else None,
        evidence=tuple(sorted({event for row in rows for event in row.evidence})),
        table=Table(("rater", "units", "own_mean", "others_mean", "difference"), tuple(rows)),
    )


def _nobody_off(rows: Sequence[Row]) -> str:
    if not any(int(row.cells[1] or 0) >= LENIENT_UNITS for row in rows):
        return tr("No rater shares {n} units with others, too few to speak of a soft or a hard hand.", n=LENIENT_UNITS)
    return tr("No rater with enough shared units lies half a level from the others.")


def insufficient_evidence(found: Ratings) -> Finding:
    """The share of ratings that say “insufficient evidence”, over all raters and for each."""
    if not found.latest:
        return replace(INSUFFICIENCY.said, reading=tr("Nobody was rated."))
    rows: list[Row] = []
    for rater, given in _by_rater(found).items():
        without = [rating for rating in given if rating.level is None]
        rows.append(
            Row(
                (rater, len(given), len(without), float(Fraction(len(without), len(given)))),
                tuple(rating.event for rating in given),
            )
        )
    without_level = sum(rating.level is None for rating in found.latest)
    whole = float(Fraction(without_level, len(found.latest)))
    reading = trn(
        "{n} of {ratings} says “insufficient evidence” ({share}).",
        "{n} of {ratings} say “insufficient evidence” ({share}).",
        without_level,
        ratings=trn("{n} rating", "{n} ratings", len(found.latest)),
        share=percent(whole),
    )
    if without_level == len(found.latest):
        nobody = tr("Nobody gave a level.")
        reading = f"{reading} {nobody}"
    return replace(
        INSUFFICIENCY.said,
        observed=True,
        value=whole,
        reading=reading,
        evidence=tuple(sorted(rating.event for rating in found.latest)),
        table=Table(("rater", "ratings", "insufficient_evidence", "share"), tuple(rows)),
    )


def _by_rater(found: Ratings) -> dict[str, list[Rating]]:
    given: dict[str, list[Rating]] = {}
    for rater in found.raters:
        if own := [rating for rating in found.latest if rating.rater == rater]:
            given[rater] = own
    return given


def _comparable(given: Sequence[Rating]) -> Mapping[tuple[Dimension, Dimension], list[tuple[int, int]]]:
    """For each two dimensions, the levels of the seats that have one on both, where there are enough."""
    levels: dict[Dimension, dict[str, int]] = {}
    for rating in given:
        if rating.level is not None:
            levels.setdefault(rating.dimension, {})[rating.seat] = rating.level
    pairs = {
        (one, other): [(levels[one][seat], levels[other][seat]) for seat in levels[one] if seat in levels[other]]
        for one, other in combinations(levels, 2)
    }
    return {both: rows for both, rows in pairs.items() if len(rows) >= HALO_SEATS}


def _named(pairs: Iterable[tuple[Dimension, Dimension]]) -> set[Dimension]:
    return {dimension for both in pairs for dimension in both}
