"""What happens in the sittings of bodies, besides the floor."""

from simulator.debrief.naming import Names
from simulator.engine import events as e


def sentence(event: e.SittingEvent, names: Names) -> str:
    """What happened, in a sentence."""
    raise NotImplementedError
