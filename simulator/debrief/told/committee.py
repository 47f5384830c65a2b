"""What happens in committees."""

from simulator.debrief.naming import Names
from simulator.engine import events as e


def sentence(event: e.CommitteeEvent, names: Names) -> str:
    """What happened, in a sentence."""
    raise NotImplementedError
