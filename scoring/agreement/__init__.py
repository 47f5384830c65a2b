"""How well an agreement can be carried out, what it answers when something goes wrong, and whether it may last.

Most of it is counted from commitment records: who does what by when, how one will know, who pays, and what follows if
not. What a machine cannot see, people judge; their word goes before, and both are shown.
"""

from collections.abc import Callable

from scoring.agreement.articles import Agreement
from scoring.agreement.durability import durability
from scoring.agreement.factions import factions
from scoring.agreement.quality import Index, commitments, quality
from scoring.agreement.stress import stress
from scoring.findings import Finding
from scoring.outcome import Settlement

__all__ = ["MEASURES", "findings"]

MEASURES: tuple[Callable[[Settlement, Index | None], Finding | None], ...] = (
    quality,
    commitments,
    stress,
    factions,
    durability,
)


def findings(settlement: Settlement) -> tuple[Finding, ...]:
    """All measures of the agreement, but for those of what a case does not have; they stand in the panel of the
    outcome."""
    agreement = Agreement.of(settlement)
    index = None if agreement is None else Index.of(agreement)
    return tuple(finding for measure in MEASURES if (finding := measure(settlement, index)) is not None)
