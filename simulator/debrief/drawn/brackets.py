"""How many brackets stood open, over the time of play."""

from simulator.debrief.contents import Known
from simulator.printing import Figure


def brackets(known: Known) -> Figure | None:
    """How many brackets stood open, over the time of play."""
    del known
    return None
