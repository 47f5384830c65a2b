"""What was possible, and the way that the packages took."""

from simulator.debrief.contents import Known
from simulator.printing import Figure


def frontier(known: Known) -> tuple[Figure, ...]:
    """What was possible, and the way that the packages took."""
    del known
    return ()
