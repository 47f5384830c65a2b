"""Small helpers to change frozen state."""

from collections.abc import Mapping
from typing import TypeVar

from simulator.engine.machines import Table

K = TypeVar("K")
V = TypeVar("V")


def put(mapping: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    """The mapping with one entry set."""
    return {**mapping, key: value}


def step(table: Table, state: str, trigger: str) -> str:
    """Where a trigger leads; what is no way on changes nothing, because what happened is never refused."""
    return table.destination(state, trigger) or state
