"""What a delegation or the mediation team keeps for itself: preparation, the map of the conflict, its own conduct."""

from collections.abc import Mapping

from msgspec import Struct, field


class Sheet(Struct, frozen=True):
    """The preparation sheet of a party."""

    parts: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    """The seat that wrote last."""
    filed: float | None = None
    """The play second at which it was filed last."""
    plan: Mapping[str, str] = field(default_factory=dict)
    """The parts as they were filed last."""

    @property
    def changed(self) -> bool:
        """Whether it says something else than what was filed."""
        return self.parts != self.plan


class Belief(Struct, frozen=True):
    """What the mediators believe a party needs."""

    number: int
    by: str
    team: str
    """The party of the mediators who believe it."""
    party: str
    """Whom it is about."""
    text: str
    sure: int
    seconds: float
    issue: str | None = None
    learned_from: str | None = None
    interest: str | None = None
    struck: bool = False
    reason: str = ""
    before: tuple[str, ...] = ()
    """What it said earlier, oldest first."""


class Tick(Struct, frozen=True):
    """An item of the code of conduct that was ticked."""

    by: str
    seconds: float
    text: str = ""
