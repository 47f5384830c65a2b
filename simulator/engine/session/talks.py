"""Who takes part in the talks, who has the floor, and what is on the agenda."""

from collections.abc import Mapping

from msgspec import Struct, field

from simulator.engine.events import AgendaAdopted
from simulator.engine.words import Consent


class ConsentState(Struct, frozen=True):
    """A party's consent, and since when."""

    consent: Consent = Consent.UNASKED
    conditions: str = ""
    since: float = 0.0


class Floor(Struct, frozen=True):
    """A body's sitting: who chairs, who speaks, who is next, who has left it."""

    speaker: str | None = None
    since: float = 0.0
    limit: int | None = None
    queue: tuple[str, ...] = ()
    state: str = "planned"
    """A state of `machines.SITTING`."""
    chair: tuple[str, ...] = ()
    """The seats that chair it now, the first one first."""
    away: Mapping[str, str] = field(default_factory=dict)
    """Parties that have left it, with the item for which they did; empty for all items."""
    sittings: int = 0
    """How often it was opened."""

    @property
    def open(self) -> bool:
        """Whether it sits now."""
        return self.state == "open"

    @property
    def suspended(self) -> bool:
        """Whether its sitting is suspended."""
        return self.state == "suspended"


class Objection(Struct, frozen=True):
    """What a party has against an item of an agenda."""

    party: str
    reason: str
    wording: str = ""


class Agenda(Struct, frozen=True):
    """How far the agenda of a body is."""

    proposed: tuple[str, ...] = ()
    proposer: str | None = None
    endorsed: frozenset[str] = frozenset()
    adopted: AgendaAdopted | None = None
    wordings: Mapping[str, str] = field(default_factory=dict)
    """Words that are not the scenario's, by item."""
    objections: Mapping[str, tuple[Objection, ...]] = field(default_factory=dict)
    """By item, to the agenda that is proposed."""
    item: str = ""
    """The item that is taken up."""
    done: tuple[str, ...] = ()
    """Items that were taken up before it."""


class Caucus(Struct, frozen=True):
    """A private meeting."""

    number: int
    caller: str
    seats: tuple[str, ...]
    place: str
    called: float
    state: str = "requested"
    """A state of `machines.CAUCUS`."""
    accepted: frozenset[str] = frozenset()
    opened: float = 0.0
    closed: float = 0.0
