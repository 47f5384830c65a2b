"""How many packages everybody could sign now, and what lies on the table, weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.counting import Count, Progress, count_at_least
from scoring.preferences import NoValue
from scoring.tables import Tables, TooManyPackages
from scoring.what_if import Weighed, weighed
from scoring.zone.hint import Hint, Within, allowed, hint
from scoring.zone.on_table import OnTable, Terms


@dataclass(frozen=True, slots=True)
class Room:
    """How many packages every deciding party may sign, by the options that they are made of."""

    packages: int
    """All packages there are, those over a red line too."""
    acceptable: Count


@dataclass(frozen=True, slots=True)
class Offer:
    """Terms with what they are worth."""

    terms: Terms
    weighed: Weighed | None
    """None where they cannot be counted."""
    no_value: str = ""
    """Why not, as a clause; empty where issues are settled in words of their own, or where they are counted."""

    @property
    def least(self) -> tuple[int, int]:
        """The smallest gain over the reservations, raw, and their sum: what the best offer has most of."""
        if self.weighed is None:
            return (0, 0)
        gains = [worth.value - (worth.reservation or 0) for worth in self.weighed.parties.values()]
        return (min(gains, default=0), sum(gains))


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted of what lies on the table."""

    table: OnTable
    offers: tuple[Offer, ...]
    """What stands: the latest package first, then the text, then what reports settle."""
    best: Offer | None
    """The best of all that was ever put forward, under the instructions as they stand."""
    room: Mapping[Within, Room]
    better: Hint | None
    why_not: str = ""
    """Why packages cannot be compared, as a clause; empty where they can."""


def count(table: OnTable, progress: Progress | None = None) -> Counted:
    """Count all that can be counted; exact where the tables allow, else with bounds.

    An exception that `progress` raises ends the work.
    """
    try:
        offers = weigh_offers(table, progress)
        room = {within: _room(table, within, progress) for within in Within}
        better = hint(table, progress)
    except (NoValue, TooManyPackages) as error:
        return Counted(table, (), None, {}, None, str(error))
    counted = [offer for offer in offers if offer.weighed is not None]
    stand = [offer for offer in offers if offer.terms.stand]
    order = [o for o in reversed(stand) if o.terms.source == "package"]
    order += [o for o in stand if o.terms.source != "package"]
    best = max(counted, key=lambda o: (o.weighed is not None and o.weighed.acceptable_to_all, o.least), default=None)
    return Counted(table, tuple(order), best, room, better)


def weigh_offers(table: OnTable, progress: Progress | None = None) -> tuple[Offer, ...]:
    """All terms on the table, weighed under the instructions as they stand; those that lie there no more without a
    place among all packages."""
    found: list[Offer] = []
    if not table.scenario.deciding():
        return ()
    for n, terms in enumerate(table.terms):
        if progress is not None:
            progress("", 0.3 * n / len(table.terms))
        if terms.own_words:
            found.append(Offer(terms, None))
            continue
        try:
            whole = weighed(table.scenario, terms.options, table.instructions, place=terms.stand)
        except NoValue as error:
            found.append(Offer(terms, None, str(error)))
        else:
            found.append(Offer(terms, whole))
    return tuple(found)


def _room(table: OnTable, within: Within, progress: Progress | None) -> Room:
    parties = table.scenario.deciding()
    if not parties:
        return Room(0, Count(0, 0))
    made = Tables.of(table.scenario, parties, table.instructions).only(allowed(table, within))
    every = Tables.of(table.scenario, parties).only(allowed(table, within)).packages
    if not made.packages:
        return Room(every, Count(0, 0))
    floors = made.steps([table.instructions.reservations.get(party) for party in parties])
    return Room(every, count_at_least(made, floors, progress))
