"""Whether some package reaches the floors, and the one among them that is worth most to a party beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scenarios.texts import tr
from scoring.frontier.dominance import undominated
from scoring.frontier.merging import MOST_WORK, OutOfReach, Progress, listing, surely
from scoring.tables import Integers, Places, Tables, slices, sums


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
    label: str = "",
    work: int = MOST_WORK,
) -> Reached | None:
    """A package whose steps reach the floors, or None where none does.

    Where the tables have one party more than there are floors, it is the package that is worth most to that party, or
    least. Partial sums are cut to what is needed, so that few are kept. Raises `OutOfReach` where that costs more than
    so much work and there are more packages than `LIMIT`.
    """
    # Translators: what is being looked for, beside a bar of progress.
    label = label or tr("acceptable packages")
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
    spent, sure = 0, surely(tables)
    for step, (block, written) in enumerate(zip(blocks, tables.blocks, strict=True)):
        if progress is not None:
            progress(label, step / len(blocks))
        spent += listing(len(rows) * len(block), tables.parties)
        if spent > work and not sure:
            raise OutOfReach(len(rows), tables.packages)
        left = left - rest[step]
        parts = []
        for part in slices(len(block), len(rows)):
            if progress is not None and part.start:
                progress(label, (step + part.start / (2 * len(block))) / len(blocks))
            made = sums(rows, block[part])
            where = (places[:, None] + written.places[None, part]).reshape(-1)
            alive = (made[:, :parties] + left >= need).all(axis=1)
            made, where = made[alive], where[alive]
            made[:, :parties] = np.minimum(made[:, :parties], need)
            parts.append(_best(made, where))
        rows, places = parts[0]
        if len(parts) > 1:
            rows, places = np.concatenate([kept for kept, _ in parts]), np.concatenate([own for _, own in parts])
            parts.clear()
            rows, places = _best(rows, places)
    if not len(rows):
        return None
    best = int(rows[:, -1].argmax()) if asked else 0
    return Reached(int(places[best]), abs(int(rows[best, -1])) if asked else 0)


def _best(rows: Integers, places: Places) -> tuple[Integers, Places]:
    """The rows that no other one dominates, one of those that are equal."""
    if len(rows) < 2:
        return rows, places
    kept = undominated(rows, once=True)
    return rows[kept], places[kept]
