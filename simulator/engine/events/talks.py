"""The talks: bodies and their floor, agenda, consent, private meetings."""

from collections.abc import Mapping

from simulator.engine.events.fact import Fact
from simulator.engine.words import Consent, Move

# -- the floor --------------------------------------------------------------------------------------------------------


class FloorRequested(Fact, frozen=True):
    """A seat asked to speak."""

    body: str


class RequestWithdrawn(Fact, frozen=True):
    """A seat took its request back."""

    body: str


class FloorGiven(Fact, frozen=True):
    """A seat has the floor."""

    body: str
    seat: str
    limit: int | None = None


class FloorYielded(Fact, frozen=True):
    """A turn ended."""

    body: str
    seat: str
    seconds: float
    """Play seconds of the turn."""


class PointOfOrderRaised(Fact, frozen=True):
    """Somebody interrupted on procedure."""

    body: str
    text: str


class SittingSuspended(Fact, frozen=True):
    """A body was suspended."""

    body: str
    reason: str = ""


class SittingResumed(Fact, frozen=True):
    """A body sits again."""

    body: str


class SittingOpened(Fact, frozen=True):
    """A body sits."""

    body: str


class SittingClosed(Fact, frozen=True):
    """A body no longer sits."""

    body: str


class ChairChanged(Fact, frozen=True):
    """A body has another chair."""

    body: str
    seats: tuple[str, ...]
    reason: str = ""


class MoveTagged(Fact, frozen=True):
    """What a seat did was tagged."""

    seat: str
    move: Move
    issue: str | None = None


class TagWithdrawn(Fact, frozen=True):
    """A tag was a slip, and counts no more."""

    tag: int
    """The number of the event that tagged the move."""


# -- agenda and consent -----------------------------------------------------------------------------------------------


class AgendaProposed(Fact, frozen=True):
    """An agenda was proposed."""

    issues: tuple[str, ...]
    """Issues, or items that the scenario has for agendas, in order."""
    wordings: Mapping[str, str] = {}
    body: str = ""
    """None for the first plenary."""


class AgendaEndorsed(Fact, frozen=True):
    """A party agreed to the proposed agenda."""

    party: str
    body: str = ""
    """None for the first plenary."""


class AgendaAdopted(Fact, frozen=True):
    """The agenda stands."""

    issues: tuple[str, ...]
    imposed: bool = False
    reason: str = ""
    wordings: Mapping[str, str] = {}
    body: str = ""
    """None for the first plenary."""


class ItemObjected(Fact, frozen=True):
    """A party objected to an item of the proposed agenda, or to its wording."""

    item: str
    party: str
    reason: str
    wording: str = ""
    """The words that it could live with."""
    body: str = ""
    """None for the first plenary."""
    called: str = ""
    """The words for the item on the agenda, where they are not the scenario's."""


class ItemTakenUp(Fact, frozen=True):
    """A body took up an item of its agenda."""

    item: str
    body: str = ""
    """None for the first plenary."""
    called: str = ""
    """The words for the item on the agenda, where they are not the scenario's."""


class ConsentChanged(Fact, frozen=True):
    """A party's consent changed."""

    party: str
    consent: Consent
    conditions: str = ""


class PartyWalkedOut(Fact, frozen=True):
    """A party left the talks, or a body."""

    party: str
    reason: str = ""
    body: str = ""
    """None for the talks as a whole."""
    item: str = ""
    """The item of the agenda for which it left; none for all of them."""
    called: str = ""
    """The words for the item on the agenda, where they are not the scenario's."""


class PartyReturned(Fact, frozen=True):
    """A party came back."""

    party: str
    step: str = ""
    body: str = ""
    """None for the talks as a whole."""


class StepOffered(Fact, frozen=True):
    """Somebody took a step towards a party that had walked out."""

    party: str
    text: str
    body: str = ""
    """The body that it left; none for the talks as a whole."""


# -- caucuses ---------------------------------------------------------------------------------------------------------


class CaucusCalled(Fact, frozen=True):
    """Somebody asked seats into a private meeting; `seats` includes the caller."""

    caucus: int
    seats: tuple[str, ...]
    place: str = ""


class CaucusAccepted(Fact, frozen=True):
    """A party accepted."""

    caucus: int
    party: str


class CaucusOpened(Fact, frozen=True):
    """The meeting began."""

    caucus: int


class CaucusDeclined(Fact, frozen=True):
    """The meeting will not take place."""

    caucus: int
    reason: str = ""


class CaucusClosed(Fact, frozen=True):
    """The meeting ended after so many play seconds."""

    caucus: int
    seconds: float


SittingEvent = SittingOpened | SittingClosed | ChairChanged | ItemObjected | ItemTakenUp | StepOffered
"""What happens in the sittings of bodies, besides the floor."""
