"""How a stand-in plays: drawn once for its seat, and how far it trusts the mediators by now."""

from dataclasses import dataclass

from simulator.engine import View
from simulator.engine import events as e
from simulator.engine.chance import draw
from simulator.engine.view import InterestView, PackageView
from simulator.rehearsal.situation import mediating


@dataclass(frozen=True, slots=True)
class Character:
    """The traits of a seat, from 0 to 1 where nothing else is said."""

    concession: float
    """Exponent of the concession curve: below 1 holds out until late (Boulware), above 1 gives way early."""
    trust: float
    """Trust in the mediators before anything has happened."""
    candour: float
    """How early it says what it wants."""
    temper: float
    """How easily it leaves the room."""
    talkative: float
    inclusive: float
    """For mediators: how early they meet those who are not parties."""
    discreet: float
    """For mediators: how well they keep what was told in confidence."""
    pragmatic: float
    """Whether it settles at the end: a party for less, a mediator by setting aside what stays contested."""


def character(view: View) -> Character:
    """The character of a seat."""
    dice = draw(view.seed, 0, "character")
    return Character(
        concession=0.25 * 6 ** dice.random(),
        trust=dice.uniform(0.35, 0.65),
        candour=dice.random(),
        temper=dice.random(),
        talkative=dice.random(),
        inclusive=dice.random(),
        discreet=dice.random(),
        pragmatic=dice.random(),
    )


def trust(view: View) -> float:
    """Trust in the mediators, from 0 to 1.

    It rises by 0.05 for a private meeting, by 0.03 for an own interest that somebody acknowledged and by 0.05 for
    an offer that serves an interest one has told; it falls by 0.15 for a confidence that was broken.
    """
    score = character(view).trust
    met = [caucus for caucus in view.caucuses if view.seat in caucus.seats and caucus.state in ("open", "closed")]
    score += 0.05 * sum(1 for caucus in met if any(mediating(view, seat) for seat in caucus.seats))
    told = tuple(interest for interest in view.interests if interest.own and interest.state != "kept")
    score += 0.03 * sum(len(interest.acknowledged) for interest in told)
    party = view.party.id if view.party else ""
    offers = [offer for offer in view.packages if offer.package.party != party]
    score += 0.05 * min(2, sum(1 for offer in offers if _serves(offer, told)))
    score -= 0.15 * len(breaches(view))
    return max(0.0, min(1.0, score))


def breaches(view: View) -> tuple[float, ...]:
    """The play seconds at which a confidence of the own party was broken, as far as the latest events tell."""
    party = view.party.id if view.party else ""
    return tuple(
        moment.seconds
        for moment in view.log
        if isinstance(moment.event, e.InterestRelayed)
        if moment.event.breach and moment.event.interest.split(".", 1)[0] == party
    )


def _serves(offer: PackageView, told: tuple[InterestView, ...]) -> bool:
    terms = offer.package.terms
    return any(terms.get(issue) in options for interest in told for issue, options in interest.served_by.items())
