"""The record of incidents and the follow-up list."""

from collections.abc import Mapping

from msgspec import Struct, field


class IncidentState(Struct, frozen=True):
    """An incident in the record of incidents."""

    number: int
    title: str
    place: str
    text: str
    by: str
    party: str
    """The party that reported it; none where it came from outside."""
    reported: float
    prepared: str | None = None
    """Its id in the scenario."""
    state: str = "reported"
    """A state of `machines.INCIDENT`."""
    acknowledged: float | None = None
    calls_back: Mapping[str, float] = field(default_factory=dict)
    """When each party called back."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """By party."""
    visit_asked: float | None = None
    visit_agreed: frozenset[str] = frozenset()
    visited: float | None = None
    finding: str = ""
    verified: bool | None = None
    found: str = ""
    """What was recorded as found."""
    handled: str = ""
    overdue: tuple[str, ...] = ()
    """Steps that were late: `acknowledge`, `call_back`, `visit`."""


class FollowUpState(Struct, frozen=True):
    """An entry of the follow-up list."""

    number: int
    text: str
    actor: str
    due: str
    article: str | None
    incident: int | None
    since: float
    prepared: str | None = None
    """Its id in the scenario, for what was promised before play."""
    state: str = "scheduled"
    """A state of `machines.FOLLOW_UP`."""
    said: str = ""
    """What was said with its latest progress."""
    level: int | None = None
    """How far it was found to be carried out, 0 to 3."""
    carried: int = 0
    """Over how many new agendas it was carried without being done."""
