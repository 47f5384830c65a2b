"""What makes a case sound: one small function a rule, in a tuple."""

from scenarios.checks.references import references
from scenarios.checks.rules import RULES, faults

__all__ = ["RULES", "faults", "references"]
