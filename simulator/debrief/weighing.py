"""What the terms at the end are worth to each side, beside the reservations as they stood and the Nash package."""

from dataclasses import dataclass

from scenarios.texts import tr
from scoring.outcome import Settlement
from scoring.preferences import points
from scoring.sentences import figure
from simulator.debrief.naming import Names


@dataclass(frozen=True, slots=True)
class Weight:
    """What the terms are worth to one side."""

    name: str
    value: str
    floor: str
    """The reservation."""
    nash: str
    """The Nash package; empty where there is none."""
    verdict: str
    """Above or below the reservation, in words."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms at the end, side by side."""

    agreed: bool
    what: str
    sides: tuple[Weight, ...]


def weighed(settlement: Settlement, names: Names) -> Weighed | None:
    """The terms at the end in points; nothing where there are none or they have no value."""
    terms = settlement.terms
    if terms is None or settlement.no_value or not settlement.values:
        return None
    nash = settlement.analysis.points.nash if settlement.analysis else None
    sides = tuple(
        Weight(
            name=names.short(party),
            value=figure(points(raw)),
            floor=figure(points(settlement.floor(party))),
            nash="" if nash is None else figure(points(nash.values[party])),
            verdict=_verdict(settlement, party, raw - settlement.floor(party)),
        )
        for party, raw in settlement.values.items()
    )
    return Weighed(terms.agreed, terms.called, sides)


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
