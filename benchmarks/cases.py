"""Value tables to measure on: whole points, the same for the same case on every machine."""

from dataclasses import dataclass
from math import log, prod
from random import Random
from typing import Literal

Tables = list[list[list[int]]]
"""Points by issue, option and party."""


@dataclass(frozen=True, slots=True)
class Case:
    """So many issues with so many options for so many parties."""

    issues: int
    options: int
    parties: int
    points: int
    """What the best package is worth to each party."""
    data: Literal["ind", "opp"] = "opp"
    """`ind`: each party values an option by itself. `opp`: an option is a split of the same pie between the parties."""
    seed: int = 1

    @property
    def packages(self) -> int:
        """How many packages there are."""
        return int(self.options**self.issues)

    def __str__(self) -> str:
        return f"{self.packages:.2g} packages x {self.parties} parties, {self.data}, {self.points} points"

    def tables(self) -> Tables:
        """The value tables: each party has its own weights of issues, and its best package is worth `points`."""
        chance = Random(f"{self.issues} {self.options} {self.parties} {self.points} {self.data} {self.seed}")
        shares = [[self._option(chance) for _ in range(self.options)] for _ in range(self.issues)]
        tables = [[[0] * self.parties for _ in range(self.options)] for _ in range(self.issues)]
        for party in range(self.parties):
            weights = apportioned(self.points, [chance.uniform(0.2, 1.0) for _ in range(self.issues)])
            for issue, weight in enumerate(weights):
                best = max(option[party] for option in shares[issue])
                for option in range(self.options):
                    tables[issue][option][party] = int(shares[issue][option][party] / best * weight + 0.5)
        return tables

    def _option(self, chance: Random) -> list[float]:
        if self.data == "ind":
            return [chance.random() for _ in range(self.parties)]
        # Exponential parts over their sum are Dirichlet(1, ..., 1).
        parts = [-log(1.0 - chance.random()) for _ in range(self.parties)]
        return [part / sum(parts) for part in parts]


def apportioned(points: int, sizes: list[float]) -> list[int]:
    """Whole points in proportion to sizes, by largest remainders (Hamilton); they sum to `points`."""
    exact = [points * size / sum(sizes) for size in sizes]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(sizes)), key=lambda at: (whole[at] - exact[at], at))
    for at in by_remainder[: points - sum(whole)]:
        whole[at] += 1
    return whole


def least(tables: Tables) -> list[int]:
    """What the worst package is worth to each party: as a reservation it lets every package be signed."""
    return [sum(min(column) for column in columns) for columns in _columns(tables)]


def most(tables: Tables) -> list[int]:
    """What the best package is worth to each party."""
    return [sum(max(column) for column in columns) for columns in _columns(tables)]


def packages(tables: Tables) -> int:
    """How many packages the tables allow."""
    return prod(map(len, tables))


def _columns(tables: Tables) -> list[list[list[int]]]:
    return [[[option[party] for option in issue] for issue in tables] for party in range(len(tables[0][0]))]
