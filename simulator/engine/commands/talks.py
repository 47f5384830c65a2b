"""The talks: bodies and their floor, agenda, consent, private meetings."""

from collections.abc import Mapping

from simulator.engine.commands.intent import Intent
from simulator.engine.words import Consent, Move

# -- the floor --------------------------------------------------------------------------------------------------------


class RequestFloor(Intent, frozen=True):
    """Ask to speak."""

    body: str


class WithdrawRequest(Intent, frozen=True):
    """Take the request back."""

    body: str


class GiveFloor(Intent, frozen=True):
    """Give a seat the floor, with a limit in seconds."""

    body: str
    seat: str
    limit: int | None = None


class YieldFloor(Intent, frozen=True):
    """End one's turn; the chair may end another's."""

    body: str


class RaisePointOfOrder(Intent, frozen=True):
    """Interrupt on a matter of procedure."""

    body: str
    text: str


class SuspendSitting(Intent, frozen=True):
    """Suspend a body."""

    body: str
    reason: str = ""


class ResumeSitting(Intent, frozen=True):
    """Let a suspended body sit again."""

    body: str


class OpenSitting(Intent, frozen=True):
    """Open a body that its chair opens."""

    body: str


class CloseSitting(Intent, frozen=True):
    """Close a body for this phase."""

    body: str


class ChangeChair(Intent, frozen=True):
    """Give the chair of a body to other seats, the first one first."""

    body: str
    seats: tuple[str, ...]
    reason: str = ""


class TagMove(Intent, frozen=True):
    """Tag what a seat just did."""

    seat: str
    move: Move
    issue: str | None = None


class WithdrawTag(Intent, frozen=True):
    """Take back a tag of one's own that was a slip."""

    tag: int
    """The number of the event that tagged the move."""


# -- agenda and consent -----------------------------------------------------------------------------------------------


class ProposeAgenda(Intent, frozen=True):
    """Propose what to talk about, in order: issues, or items that the scenario has for agendas."""

    issues: tuple[str, ...]
    wordings: Mapping[str, str] = {}
    """Other words for items, by item."""
    body: str = ""
    """None for the first plenary."""


class AdoptAgenda(Intent, frozen=True):
    """Agree to the proposed agenda."""

    body: str = ""
    """None for the first plenary."""


class ObjectToItem(Intent, frozen=True):
    """Object to an item of the proposed agenda, or to its wording."""

    item: str
    reason: str
    wording: str = ""
    """The words that one could live with."""
    body: str = ""
    """None for the first plenary."""


class ImposeAgenda(Intent, frozen=True):
    """Go on with the proposed agenda without everybody's agreement."""

    reason: str = ""
    body: str = ""
    """None for the first plenary."""


class TakeUpItem(Intent, frozen=True):
    """Take up an item of the adopted agenda; the one before it is done."""

    item: str
    body: str = ""
    """None for the first plenary."""


class GiveConsent(Intent, frozen=True):
    """Say whether one's party takes part."""

    consent: Consent
    conditions: str = ""


class WalkOut(Intent, frozen=True):
    """Leave on behalf of one's party: the talks, one body, or a body for one item of its agenda."""

    reason: str = ""
    body: str = ""
    """None for the talks as a whole."""
    item: str = ""
    """The item for which the party leaves the body; none for all of it."""


class ReturnToTalks(Intent, frozen=True):
    """Come back after a walk-out."""

    step: str = ""
    body: str = ""
    """None for the talks as a whole."""


class OfferStep(Intent, frozen=True):
    """Take a step towards a party that has walked out, so that it can return."""

    party: str
    text: str
    body: str = ""
    """The body that it left; none for the talks as a whole."""


# -- caucuses ---------------------------------------------------------------------------------------------------------


class CallCaucus(Intent, frozen=True):
    """Ask seats into a private meeting."""

    seats: tuple[str, ...]
    place: str = ""


class AcceptCaucus(Intent, frozen=True):
    """Accept for one's party; the meeting opens when every invited party has accepted."""

    caucus: int


class DeclineCaucus(Intent, frozen=True):
    """Decline, or take back, a private meeting that is not open yet."""

    caucus: int
    reason: str = ""


class CloseCaucus(Intent, frozen=True):
    """End a private meeting."""

    caucus: int
