"""How many interests each side holds, and how far they came."""

from simulator.debrief.contents import Known
from simulator.printing import Figure


def interests(known: Known) -> Figure | None:
    """How many interests each side holds, and how far they came."""
    del known
    return None
