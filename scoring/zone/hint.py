"""One package that would be better than what lies on the table, and how near at hand it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from scoring.frontier import OutOfReach, Progress, front
from scoring.nearby import nearby
from scoring.preferences import acceptable_to, complete
from scoring.tables import Tables
from scoring.zone.on_table import OnTable, Terms

TRIED = 200
"""So many of the best rows of a front are looked at for one that nobody put forward."""


class Within(StrEnum):
    """The options that a package is made of."""

    BOARD = "board"
    """Everybody sees them, or they are a default."""
    KNOWN = "known"
    """Somebody knows each of them."""
    CASE = "case"
    """All options of the case."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A package that everybody may sign, and that is better than what lies on the table where something does."""

    package: Mapping[str, str]
    """Complete, in the order of the scenario."""
    values: Mapping[str, int]
    """Raw values by deciding party."""
    over: Terms | None
    """What it is compared with; None where nothing that can be counted lies on the table."""
    gains: Mapping[str, int]
    """By deciding party, raw: over the terms that it is compared with, else over the reservations."""
    within: Within
    """The nearest options that such a package can be made of."""
    missing: tuple[tuple[str, str], ...]
    """`(issue, option)` that are not on the board."""
    since: float | None
    """The play second since which all its options are at hand; None where nobody knows one of them."""
    proposed: int | None
    """The number of the package that said the same before; None where nobody put it forward."""
    exact: bool
    """Whether it is the best of its kind, and not only the best that was found."""

    @property
    def preferred(self) -> bool:
        """Whether nobody loses by it."""
        return all(gain >= 0 for gain in self.gains.values())


def hint(table: OnTable, progress: Progress | None = None) -> Hint | None:
    """A package that everybody may sign and that is better, made of options as near at hand as can be.

    Better than the terms on the table is what is worth as much to all and more to one; best among them is the largest
    smallest gain, then the largest sum of gains. Where the terms are not acceptable to all and nothing better is, it is
    a package that all may sign: the largest smallest gain over the reservations. A package that nobody put forward goes
    before one that somebody did. None where there is no such package. Raises `TooEntangled` and `NoValue`.
    """
    scenario = table.scenario
    parties = scenario.deciding()
    if not parties:
        return None
    latest = table.latest
    here: dict[str, int] | None = None
    signed = False
    if latest is not None and not latest.own_words:
        whole = complete(scenario, latest.options)
        here = {party: scenario.worth(party, whole) for party in parties}
        signed = all(acceptable_to(scenario, party, latest.options, table.instructions) for party in parties)
    floors = [table.instructions.reservations.get(party, 0) for party in parties]
    whole_tables = Tables.of(scenario, parties, table.instructions)
    for n, within in enumerate(Within):
        if progress is not None:
            progress("", 0.7 + 0.1 * n)
        tables = whole_tables.only(allowed(table, within))
        for own in ([here] if here is not None else []) + ([] if signed else [None]):
            base = floors if own is None else [own[party] for party in parties]
            found = _best(table, tables, [max(pair) for pair in zip(floors, base, strict=True)], base, own is None)
            if found is not None:
                place, proposed, exact = found
                return _hint(table, latest if here is not None else None, here, place, tables, within, proposed, exact)
    return None


def allowed(table: OnTable, within: Within) -> list[list[int]]:
    """By issue, the options that a package may be made of, counted from 0."""
    found = []
    for issue, written in table.scenario.issues.items():
        at_hand = {*table.board.get(issue, ()), *(table.known.get(issue, ()) if within is Within.KNOWN else ())}
        found.append([n for n, option in enumerate(written.options) if within is Within.CASE or option in at_hand])
    return found


def _best(
    table: OnTable, tables: Tables, floors: Sequence[int], base: Sequence[int], equal: bool
) -> tuple[int, int | None, bool] | None:
    """The place of the best package above the floors, the number under which it was put forward, and whether it is
    exact; with `equal` one that gains nothing will do."""
    if not tables.packages:
        return None
    proposed = {
        tuple(complete(table.scenario, terms.options).items()): terms.number
        for terms in table.terms
        if terms.source == "package"
    }
    first: tuple[int, int | None, bool] | None = None
    for place, exact in _candidates(tables, floors, base, equal):
        number = proposed.get(tuple(tables.package(place).items()))
        if number is None:
            return place, None, exact
        first = first or (place, number, exact)
    return first


def _candidates(tables: Tables, floors: Sequence[int], base: Sequence[int], equal: bool) -> Iterator[tuple[int, bool]]:
    """Places of packages above the floors, the best first, and whether they are exact."""
    steps = tables.steps(list(floors))
    own = np.array(base, dtype=np.int64)
    try:
        above = front(tables, steps)
    except OutOfReach:
        near = nearby(tables, steps, list(base))
        gained = [
            (place, np.array(row) - own) for place, row in zip(near.places, _rows(tables, near.places), strict=True)
        ]
        better = [(place, gain) for place, gain in gained if (gain >= 0).all() and (equal or gain.any())]
        for place, _ in sorted(better, key=lambda found: (-int(found[1].min()), -int(found[1].sum()), found[0])):
            yield place, False
        return
    if not len(above):
        return
    gains = above.values - own
    rows = np.arange(len(gains)) if equal else np.flatnonzero(gains.any(axis=1))
    order = rows[np.lexsort((-gains[rows].sum(axis=1), -gains[rows].min(axis=1)))]
    for row in order[:TRIED]:
        yield above.traced(above.steps[[row]])[0][1], True


def _rows(tables: Tables, places: Sequence[int]) -> list[tuple[int, ...]]:
    return [tables.values_at(place) for place in places]


def _hint(
    table: OnTable,
    over: Terms | None,
    here: Mapping[str, int] | None,
    place: int,
    tables: Tables,
    within: Within,
    proposed: int | None,
    exact: bool,
) -> Hint:
    package = tables.package(place)
    values = {party: table.scenario.worth(party, package) for party in table.scenario.deciding()}
    base = here if here is not None else table.instructions.reservations
    missing = tuple((issue, o) for issue, o in package.items() if o not in table.board.get(issue, ()))
    at_hand = [
        table.board.get(issue, {}).get(option, table.known.get(issue, {}).get(option))
        for issue, option in package.items()
    ]
    since = [second for second in at_hand if second is not None]
    return Hint(
        package=package,
        values=values,
        over=over,
        gains={party: value - base.get(party, 0) for party, value in values.items()},
        within=within,
        missing=missing,
        since=max(since, default=0.0) if len(since) == len(at_hand) else None,
        proposed=proposed,
        exact=exact,
    )
