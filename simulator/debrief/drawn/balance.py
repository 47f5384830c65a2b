"""Who spoke how long on the floor, and whom the mediators met alone."""

from simulator.debrief.contents import Known
from simulator.printing import Figure


def balance(known: Known) -> Figure | None:
    """Who spoke how long on the floor, and whom the mediators met alone."""
    del known
    return None
