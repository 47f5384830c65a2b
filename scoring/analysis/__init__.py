"""The analysis of a scenario's value tables: how much room there is for agreement, and where theory would settle."""

from scoring.analysis.facts import ROWS, Affected, Analysis, Between, Harm, Middle, Range, Rows
from scoring.analysis.weighing import analyse

__all__ = ["ROWS", "Affected", "Analysis", "Between", "Harm", "Middle", "Range", "Rows", "analyse"]
