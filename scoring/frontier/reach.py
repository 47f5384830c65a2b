"""Whether some package reaches the floors, and the one among them that is worth most to a party beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.frontier.dominance import undominated
from scoring.frontier.merging import MOST_WORK, OutOfReach, Progress, listing
from scoring.tables import Tables, sums


@dataclass(frozen=True, slots=True)
class Reached:
    """A package that reaches the floors."""

    place: int
    steps: int
    """What it is worth to the last party of the tables, the most or the least there is; 0 where none was asked."""


def reach(
    tables: Tables,
    floors: Sequence[int],
    *,
    least: bool = False,
    progress: Progress | None = None,
    label: str = "acceptable packages",
    work: int = MOST_WORK,
) -> Reached | None:
    """A package whose steps reach the floors, or None where none does.

    Where the tables have one party more than there are floors, it is the package that is worth most to that party, or
    least. Partial sums are cut to what is needed, so that few are kept. Raises `OutOfReach` where that costs more than
    so much work.
    """
    parties = len(floors)
    asked = tables.parties > parties
    need = np.array(floors, dtype=np.int64)
    blocks = [
        np.concatenate((block.values[:, :parties], (-1 if least else 1) * block.values[:, parties:]), axis=1)
        for block in tables.blocks
    ]
    rest = np.array([block[:, :parties].max(axis=0, initial=0) for block in blocks], dtype=np.int64)
    left = rest.sum(axis=0)
    rows, places = np.zeros((1, tables.parties), dtype=np.int64), np.zeros(1, dtype=tables.blocks[0].places.dtype)
    spent = 0
    for step, (block, written) in enumerate(zip(blocks, tables.blocks, strict=True)):
        if progress is not None:
            progress(label, step / len(blocks))
        spent += listing(len(rows) * len(block), tables.parties)
        if spent > work:
            raise OutOfReach(len(rows), tables.packages)
        left = left - rest[step]
        rows = sums(rows, block)
        places = (places[:, None] + written.places[None, :]).reshape(-1)
        alive = (rows[:, :parties] + left >= need).all(axis=1)
        rows, places = rows[alive], places[alive]
        rows[:, :parties] = np.minimum(rows[:, :parties], need)
        if len(rows) > 1:
            kept = undominated(rows, once=True)
            rows, places = rows[kept], places[kept]
    if not len(rows):
        return None
    best = int(rows[:, -1].argmax()) if asked else 0
    return Reached(int(places[best]), abs(int(rows[best, -1])) if asked else 0)
