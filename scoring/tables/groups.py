"""Which issues depend on each other through linkages and red lines, and what their combinations are worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import prod

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scoring.preferences import HUNDREDTHS, Instructions, RedLine, option_raw
from scoring.tables.blocks import LIMIT, Block, Integers, TooEntangled, places_of, strides_of

Names = tuple[tuple[str, tuple[str, ...]], ...]
"""Each issue with its options."""


def named_issues(scenario: Scenario) -> Names:
    """The issues of a scenario with their options, in declared order."""
    return tuple((issue, tuple(written.options)) for issue, written in scenario.issues.items())


def blocks_of(scenario: Scenario, parties: Sequence[str], instructions: Instructions | None) -> list[Block]:
    """The raw values of these parties, a block for each group of issues; what crosses a red line has no row.

    Raises `NoValue` and `TooEntangled`.
    """
    names = named_issues(scenario)
    known = {(issue, option) for issue, options in names for option in options}
    links = [
        (column, link)
        for column, party in enumerate(parties)
        for link in scenario.parties[party].linkages
        if link.points and known.issuperset(link.options.items())
    ]
    lines = [
        line
        for party in parties
        for line in (instructions.red_lines.get(party, ()) if instructions else ())
        if line.barred and known.issuperset(line.barred) and len(dict(line.barred)) == len(set(line.barred))
    ]
    single = [
        np.array(
            [[option_raw(scenario, party, issue, option) for party in parties] for option in options],
            dtype=np.int64,
        ).reshape(len(options), len(parties))
        for issue, options in names
    ]
    position = {issue: n for n, (issue, _) in enumerate(names)}
    ties = [[position[issue] for issue in link.options] for _, link in links]
    ties += [[position[issue] for issue in dict((*line.barred, *_possible(line, known)))] for line in lines]
    sizes = tuple(len(options) for _, options in names)
    strides = strides_of(sizes)
    blocks = []
    for group in _groups(len(names), ties):
        count = prod(sizes[n] for n in group)
        if count > LIMIT:
            raise TooEntangled([names[n][0] for n in group], count, LIMIT)
        inside = {names[n][0] for n in group}
        values = _combined([single[n] for n in group])
        free = np.ones(values.shape[:-1], dtype=np.bool_)
        where = _Where(tuple(names[n] for n in group))
        for column, link in links:
            if next(iter(link.options)) in inside:
                values[(*where(link.options.items()), column)] += HUNDREDTHS * link.points
        for line in lines:
            if line.barred[0][0] in inside:
                _bar(free, line, where, known)
        rows = np.flatnonzero(free)
        indices = np.unravel_index(rows, free.shape)
        places = places_of(indices, [strides[n] for n in group], sizes)
        blocks.append(Block(group, values.reshape(free.size, len(parties))[rows], places))
    return blocks


class _Where:
    """Where options stand in an array with one axis an issue."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def __call__(self, options: Iterable[tuple[str, str]]) -> tuple[int | slice, ...]:
        named = dict(options)
        return tuple(every.index(named[issue]) if issue in named else slice(None) for issue, every in self.names)


def _bar(free: NDArray[np.bool_], line: RedLine, where: _Where, known: set[tuple[str, str]]) -> None:
    """Take out what crosses a red line."""
    unless = _possible(line, known)
    kept = free[where(unless)].copy() if unless else None
    free[where(line.barred)] = False
    if kept is not None:
        free[where(unless)] = kept


def _possible(line: RedLine, known: set[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The exception of a red line, where a package can have it; else none."""
    able = known.issuperset(line.unless) and len(dict(line.unless)) == len(set(line.unless))
    return line.unless if able else ()


def _groups(issues: int, ties: Iterable[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Issues tied together, directly or through others, in declared order."""
    head = list(range(issues))

    def top(n: int) -> int:
        while head[n] != n:
            n = head[n]
        return n

    for tie in ties:
        for one, other in pairwise(tie):
            low, high = sorted((top(one), top(other)))
            head[high] = low
    found: dict[int, list[int]] = {}
    for n in range(issues):
        found.setdefault(top(n), []).append(n)
    return tuple(tuple(group) for group in found.values())


def _combined(tables: Sequence[Integers]) -> Integers:
    """The sum of tables over all combinations, one axis an issue and one for the parties."""
    total = np.zeros((1,) * len(tables) + (tables[0].shape[1],), dtype=np.int64)
    for axis, table in enumerate(tables):
        shape = [1] * len(tables) + [table.shape[1]]
        shape[axis] = len(table)
        total = total + table.reshape(shape)
    return np.ascontiguousarray(total)
