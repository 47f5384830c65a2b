"""What happens with brackets, footnotes and capitals."""

from simulator.debrief.naming import Names
from simulator.engine import events as e


def sentence(event: e.BracketEvent, names: Names) -> str:
    """What happened, in a sentence."""
    raise NotImplementedError
