"""Which rows of values no other row dominates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import moocore
import numpy as np
from numpy.typing import NDArray

FEW = 24
"""So many rows are compared pair by pair, which is faster for them."""


def undominated(values: NDArray[Any], *, once: bool = False) -> NDArray[np.bool_]:
    """Which rows no other row dominates: at least as much for everybody, more for somebody (Pareto 1906).

    Rows equal to an undominated row are undominated too; with `once` only one of them is. Values are far below 2^53,
    so that floats hold them exactly.
    """
    if len(values) <= FEW and not once:
        at_least = np.asarray((values[None, :, :] >= values[:, None, :]).all(axis=2))
        return ~np.asarray((at_least & ~at_least.T).any(axis=1))
    if values.shape[1] == 0:
        every = np.ones(len(values), dtype=np.bool_)
        every[1:] = not once
        return every
    result: NDArray[np.bool_] = moocore.is_nondominated(values, maximise=True, keep_weakly=not once)
    return result


def undominated_each(tables: Sequence[NDArray[Any]]) -> list[NDArray[np.bool_]]:
    """`undominated` of each of these tables; small ones of the same length are done at once."""
    found: list[NDArray[np.bool_]] = [np.zeros(0, dtype=np.bool_)] * len(tables)
    alike: dict[int, list[int]] = {}
    for n, values in enumerate(tables):
        if len(values) > FEW:
            found[n] = undominated(values)
        else:
            alike.setdefault(len(values), []).append(n)
    for places in alike.values():
        stacked = np.array([tables[n] for n in places])
        at_least = np.asarray((stacked[:, None, :, :] >= stacked[:, :, None, :]).all(axis=3))
        free = np.asarray(~(at_least & ~at_least.transpose(0, 2, 1)).any(axis=2))
        for n, row in zip(places, free, strict=True):
            found[n] = row
    return found
