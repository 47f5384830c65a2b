"""What a delegation or the mediation team keeps for itself: preparation, the map of the conflict, its own conduct."""

from collections.abc import Mapping

from simulator.engine.events.fact import Fact

# -- preparation ------------------------------------------------------------------------------------------------------


class SheetWritten(Fact, frozen=True):
    """Parts of a party's preparation sheet were written; an empty part was taken out."""

    party: str
    parts: Mapping[str, str]


class SheetFiled(Fact, frozen=True):
    """A party filed its preparation sheet as it stands."""

    party: str


# -- the mediators' own -----------------------------------------------------------------------------------------------


class BeliefNoted(Fact, frozen=True):
    """The mediators noted what they believe a party needs, or changed it."""

    belief: int
    party: str
    text: str
    sure: int
    issue: str | None = None
    learned_from: str | None = None
    interest: str | None = None


class BeliefStruck(Fact, frozen=True):
    """The mediators took a belief off their map."""

    belief: int
    reason: str = ""


class ConductMarked(Fact, frozen=True):
    """The mediators ticked an item of their code of conduct, or took the tick away."""

    item: str
    done: bool = True
    text: str = ""


SheetEvent = SheetWritten | SheetFiled | BeliefNoted | BeliefStruck | ConductMarked
"""What happens with sheets that others do not see."""
