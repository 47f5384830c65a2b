"""What a delegation or the mediation team keeps for itself: preparation, the map of the conflict, its own conduct."""

from collections.abc import Mapping

from simulator.engine.commands.intent import Intent

# -- preparation ------------------------------------------------------------------------------------------------------


class WriteSheet(Intent, frozen=True):
    """Write parts of the preparation sheet of one's party; an empty part is taken out."""

    parts: Mapping[str, str]


class FileSheet(Intent, frozen=True):
    """File the preparation sheet: it is the plan that the party begins with."""


# -- the mediators' own -----------------------------------------------------------------------------------------------


class NoteBelief(Intent, frozen=True):
    """Note what the team believes a party needs, or change what it noted."""

    party: str
    text: str
    sure: int
    """1 a guess, 2 likely, 3 sure."""
    issue: str | None = None
    learned_from: str | None = None
    """The party that it was learned from; none where it is a guess."""
    interest: str | None = None
    """The interest behind it, where a seat of the team was told one."""
    belief: int | None = None
    """The belief that it changes; none for a new one."""


class StrikeBelief(Intent, frozen=True):
    """Take a belief off the map, because it proved wrong."""

    belief: int
    reason: str = ""


class MarkConduct(Intent, frozen=True):
    """Tick an item of the team's code of conduct, or take the tick away."""

    item: str
    done: bool = True
    text: str = ""


SheetCommand = WriteSheet | FileSheet | NoteBelief | StrikeBelief | MarkConduct
"""What is asked about sheets that others do not see."""
