"""Value tables as integers: groups of issues that depend on each other, each with what its combinations are worth.

A package takes one row of each group, and its value to a party is the sum of the rows. A linkage of a party whose
values are in the table ties its issues into one group; so does a red line that names several issues, where red lines
count.
"""

from scoring.tables.blocks import AT_ONCE, LIMIT, Block, Integers, Places, TooEntangled, TooManyPackages, slices, sums
from scoring.tables.values import EXACT, Tables

__all__ = [
    "AT_ONCE",
    "EXACT",
    "LIMIT",
    "Block",
    "Integers",
    "Places",
    "Tables",
    "TooEntangled",
    "TooManyPackages",
    "slices",
    "sums",
]
