"""One package that would have been better, and since when it was within reach."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scoring.frontier import OutOfReach
from scoring.preferences import NoValue, acceptable_to, points
from scoring.zone import OnTable, Terms, Within, hint
from simulator.debrief.board import Past
from simulator.debrief.contents import Known
from simulator.engine import TRAINER, view
from simulator.engine.session import Session


@dataclass(frozen=True, slots=True)
class Reach:
    """A package that every side could have signed, and that is better than what was agreed or lay last on the table.

    Within reach it was from the first minute at which all its options were on the board (or a party that could have
    said so knew them) and every side could have signed it under its instructions as they stood, until the talks ended.
    """

    package: Mapping[str, str]
    values: Mapping[str, float]
    """In points, by deciding party."""
    gains: Mapping[str, float]
    """Over what was agreed or lay last on the table, else over the reservations."""
    preferred: bool
    """Whether nobody would have had less by it."""
    proposed: int | None
    """The package that said the same; None where nobody proposed it."""
    on_board: float | None
    """The play second since which everybody saw all its options; None where they never did."""
    known: float | None
    """The play second since which somebody knew each of its options; None where nobody did."""
    signable: int | None
    """The first minute from which every side could have signed it to the end; None where it never could."""

    @property
    def since(self) -> float | None:
        """The play second since which it was within reach of the table."""
        if self.known is None or self.signable is None:
            return None
        return max(self.on_board if self.on_board is not None else self.known, self.signable * 60.0)


def within_reach(past: Past, known: Known) -> Reach | None:
    """The better package at the end of the talks; None where there is none, or where packages cannot be counted."""
    if not known.scenario.deciding():
        return None
    try:
        found = hint(_at_the_end(known))
    except (NoValue, OutOfReach, ValueError):
        return None
    if found is None:
        return None
    return Reach(
        package=found.package,
        values={party: points(value) for party, value in found.values.items()},
        gains={party: points(gain) for party, gain in found.gains.items()},
        preferred=found.preferred,
        proposed=found.proposed,
        on_board=found.since if found.within is Within.BOARD else None,
        known=found.since,
        signable=_signable(past, found.package, int(known.course.end // 60)),
    )


def _at_the_end(known: Known) -> OnTable:
    """What was counted when the talks were over, with what was agreed or lay last as the only terms that stand."""
    table, settled = _table(known.course.talks), known.settlement.terms
    if settled is None:
        return table
    before = tuple(replace(terms, stand=False) for terms in table.terms)
    last = Terms("text", settled.number or 0, settled.options, own_words=tuple(settled.own_words))
    return replace(table, terms=(*before, last))


def _table(session: Session) -> OnTable:
    return OnTable.of(view(session, TRAINER))


def _signable(past: Past, package: Mapping[str, str], last: int) -> int | None:
    """The first minute of the stretch, up to the end of the talks, in which every side could have signed."""
    first: int | None = None
    for minute in range(last, -1, -1):
        session = past.at(minute * 60 + 59)
        if session is None:
            break
        instructions = _table(session).instructions
        scenario = session.scenario
        if not all(acceptable_to(scenario, party, package, instructions) for party in scenario.deciding()):
            break
        first = minute
    return first
