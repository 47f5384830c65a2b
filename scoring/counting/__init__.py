"""How many packages reach given values, and how the values are distributed, without going through the packages."""

from scoring.counting.distribution import Histogram, Shares, histogram
from scoring.counting.tallies import Count, Tally, count_at_least, tally
from scoring.counting.ways import Progress

__all__ = ["Count", "Histogram", "Progress", "Shares", "Tally", "count_at_least", "histogram", "tally"]
