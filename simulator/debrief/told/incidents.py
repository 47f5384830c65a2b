"""What happens with incidents and on the follow-up list."""

from simulator.debrief.naming import Names
from simulator.engine import events as e


def sentence(event: e.IncidentEvent, names: Names) -> str:
    """What happened, in a sentence."""
    raise NotImplementedError
