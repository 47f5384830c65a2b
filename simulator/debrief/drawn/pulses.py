"""What the self-reports said on average, over the time of play."""

from simulator.debrief.contents import Known
from simulator.printing import Figure


def pulses(known: Known) -> Figure | None:
    """What the self-reports said on average, over the time of play."""
    del known
    return None
