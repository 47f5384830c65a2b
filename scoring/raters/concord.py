"""Where raters agree and where they do not, over seats and dimensions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from scenarios.texts import mark, number, tr, trn
from scoring.findings import Band, Finding, Fundamental, Panel, Row, Table
from scoring.raters.reliability import (
    FEWEST_UNITS,
    Interval,
    Unit,
    agreement,
    alpha,
    interval,
    reads,
    shared,
    weighted_kappa,
)
from scoring.rubric import DIMENSIONS, Rating, Ratings, said
from scoring.sentences import percent, sentence

APART = 2
"""Levels between two raters from which on they should talk about what they saw."""
ALL = "all"
"""In the place of a dimension: all of them."""

AGREEMENT = Finding(
    id="raters.agreement",
    title=mark("Agreement between raters"),
    panel=Panel.PROCESS,
    observed=False,
    unit="share",
    caution=mark(
        "Raters who talked before they rated agree without seeing the same; over all dimensions, agreement is also "
        "that some dimensions go better than others."
    ),
    fundamentals=(Fundamental.PREPAREDNESS,),
)
DIVERGENCES = Finding(
    id="raters.divergences",
    title=mark("Ratings two levels apart"),
    panel=Panel.PROCESS,
    observed=False,
    unit="divergences",
    caution=mark(
        "Two raters may have seen different moments of the same seat: compare the observations, not the raters."
    ),
    fundamentals=(Fundamental.PREPAREDNESS,),
)


@dataclass(frozen=True, slots=True)
class Concord:
    """How far raters agree on some units."""

    raters: int
    units: int
    """Units that two raters or more gave a level."""
    exact: Fraction | None
    adjacent: Fraction | None
    """At most one level apart."""
    kappa: Fraction | None
    alpha: float | None
    interval: Interval | None

    @classmethod
    def of(cls, given: Sequence[Rating], seed: int) -> "Concord":
        """Count some ratings. Kappa and alpha are left out below `FEWEST_UNITS` shared units."""
        units = shared(units_of(given))
        raters = sorted({rater for unit in units for rater in unit})
        enough = len(units) >= FEWEST_UNITS
        two = [(unit[raters[0]], unit[raters[1]]) for unit in units] if enough and len(raters) == 2 else []
        return cls(
            len(raters),
            len(units),
            agreement(units),
            agreement(units, within=1),
            weighted_kappa(two),
            alpha(units) if enough else None,
            interval(units, seed) if enough else None,
        )


def units_of(given: Sequence[Rating]) -> tuple[Unit, ...]:
    """The levels of each seat on each dimension, by rater; “insufficient evidence” is a missing level."""
    units: dict[tuple[str, str], dict[str, int]] = {}
    for rating in given:
        if rating.level is not None:
            units.setdefault((rating.seat, rating.dimension), {})[rating.rater] = rating.level
    return tuple(units.values())


def agreement_between_raters(found: Ratings, seed: int) -> Finding:
    """Exact agreement and agreement within one level, over pairs of ratings of the same seat on the same dimension.

    From 20 shared units on also quadratic weighted kappa (for two raters), Krippendorff's alpha for ordered levels
    with a 95 % bootstrap interval, and how to read it: from 0.8 sound, from 0.667 tentative, below it coach the
    raters. The value is the share of exact agreement.
    """
    missing = _why_not(found)
    if missing:
        return replace(AGREEMENT.said, reading=missing)
    over_all = Concord.of(found.latest, seed)
    rows = [_row(ALL, over_all, _sharing(found.latest))]
    for dimension in DIMENSIONS:
        given = [rating for rating in found.latest if rating.dimension is dimension]
        concord = Concord.of(given, seed)
        if concord.units:
            rows.append(_row(dimension.value, concord, _sharing(given)))
    exact, adjacent = over_all.exact or Fraction(0), over_all.adjacent or Fraction(0)
    shared_ = tr(
        "{raters} shared {units} (a seat on a dimension): {exact} of the pairs agree exactly, {adjacent} within one "
        "level",
        raters=trn("{n} rater", "{n} raters", over_all.raters),
        units=trn("{n} unit", "{n} units", over_all.units),
        exact=percent(float(exact)),
        adjacent=percent(float(adjacent)),
    )
    band: Band | None = None
    if over_all.alpha is not None:
        how = reads(over_all.alpha)
        reading = sentence(shared_, _alpha(over_all.alpha, over_all.interval, how))
        band = {"sound": Band.AS_PLANNED, "coach": Band.WORTH_A_LOOK}.get(how)
    elif over_all.units < FEWEST_UNITS:
        few = tr("Below {n} shared units nothing more is told.", n=FEWEST_UNITS)
        reading = f"{sentence(shared_)} {few}"
    else:
        same = tr("Every level is the same, so alpha cannot be told: agreement and habit look alike.")
        reading = f"{sentence(shared_)} {same}"
    return replace(
        AGREEMENT.said,
        observed=True,
        value=float(exact),
        reading=reading,
        band=band,
        evidence=_sharing(found.latest),
        table=Table(
            (
                "dimension",
                "raters",
                "units",
                "exact",
                "within_one",
                "weighted_kappa",
                "alpha",
                "alpha_from",
                "alpha_to",
                "how_to_read",
            ),
            tuple(rows),
        ),
    )


def _alpha(value: float, spread: Interval | None, how: str) -> str:
    """Alpha and how to read it, as a clause."""
    alpha_ = tr("alpha is {alpha}", alpha=number(value, 2))
    if spread:
        alpha_ = tr(
            "alpha is {alpha}, 95 % interval {low} to {high}",
            alpha=number(value, 2),
            low=number(spread.low, 2),
            high=number(spread.high, 2),
        )
    match how:
        case "sound":
            # Translators: {alpha} is "alpha is 0.85, 95 % interval 0.80 to 0.90".
            return tr("{alpha}, sound", alpha=alpha_)
        case "tentative":
            return tr("{alpha}, enough for tentative conclusions only", alpha=alpha_)
    return tr("{alpha}, too low to rely on: coach the raters, and publish no ratings", alpha=alpha_)


def divergences(found: Ratings) -> Finding:
    """Pairs of ratings of the same seat on the same dimension, two levels or more apart, with what each rests on."""
    missing = _why_not(found)
    if missing:
        return replace(DIVERGENCES.said, reading=missing)
    rows: list[tuple[int, Row]] = []
    for one, other in _pairs(found.latest):
        low, high = sorted((one, other), key=lambda rating: rating.level or 0)
        gap = (high.level or 0) - (low.level or 0)
        if gap >= APART:
            row = Row(
                (
                    "seat",
                    low.seat,
                    low.dimension.value,
                    low.rater,
                    low.level,
                    said(low),
                    high.rater,
                    high.level,
                    said(high),
                ),
                (*low.evidence, *high.evidence),
            )
            rows.append((gap, row))
    rows.sort(key=lambda pair: -pair[0])
    table = Table(
        ("scope", "seat", "dimension", "lower_by", "lower", "seen_by_lower", "higher_by", "higher", "seen_by_higher"),
        tuple(row for _, row in rows),
    )
    reading = tr("No two ratings of the same seat and dimension lie two levels or more apart.")
    if rows:
        reading = trn(
            "{n} pair of ratings lies two levels or more apart: let the raters read each other's observations.",
            "{n} pairs of ratings lie two levels or more apart: let the raters read each other's observations.",
            len(rows),
        )
    return replace(
        DIVERGENCES.said,
        observed=True,
        value=float(len(rows)),
        reading=reading,
        band=Band.WORTH_A_LOOK if rows else None,
        evidence=tuple(sorted({n for _, row in rows for n in row.evidence})) or _sharing(found.latest),
        table=table,
    )


def _why_not(found: Ratings) -> str:
    """Why raters cannot be compared, as a sentence; empty where they can."""
    if not found.latest:
        return tr("Nobody was rated.")
    levelled = [rating for rating in found.latest if rating.level is not None]
    if not levelled:
        return tr("Every rating says “insufficient evidence”, so there is no level to compare.")
    if len({rating.rater for rating in found.latest}) == 1:
        return tr("One rater alone cannot agree or disagree; let a second one rate some of the seats.")
    if not shared(units_of(levelled)):
        return tr("No two raters gave the same seat a level on the same dimension.")
    return ""


def _pairs(given: Sequence[Rating]) -> list[tuple[Rating, Rating]]:
    units: dict[tuple[str, str], list[Rating]] = {}
    for rating in given:
        if rating.level is not None:
            units.setdefault((rating.seat, rating.dimension), []).append(rating)
    return [pair for unit in units.values() for pair in combinations(unit, 2)]


def _sharing(given: Sequence[Rating]) -> tuple[int, ...]:
    """The events of the ratings that can be compared."""
    return tuple(sorted({rating.event for pair in _pairs(given) for rating in pair}))


def _row(dimension: str, concord: Concord, evidence: tuple[int, ...]) -> Row:
    spread = concord.interval
    return Row(
        (
            dimension,
            concord.raters,
            concord.units,
            _rounded(concord.exact),
            _rounded(concord.adjacent),
            _rounded(concord.kappa),
            _rounded(concord.alpha),
            _rounded(spread.low if spread else None),
            _rounded(spread.high if spread else None),
            None if concord.alpha is None else reads(concord.alpha),
        ),
        evidence,
    )


def _rounded(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), 3)
