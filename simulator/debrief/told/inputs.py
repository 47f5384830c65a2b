"""What happens with inputs, the synthesis and non-papers."""

from simulator.debrief.naming import Names
from simulator.engine import events as e


def sentence(event: e.InputEvent, names: Names) -> str:
    """What happened, in a sentence."""
    raise NotImplementedError
