"""Incidents on the hotline, and the list of what has to be followed up."""

from simulator.engine.events.fact import Fact
from simulator.engine.words import Progress

# -- incidents --------------------------------------------------------------------------------------------------------


class IncidentReported(Fact, frozen=True):
    """An incident was reported; `incident` is its number in this session."""

    incident: int
    title: str
    text: str
    party: str = ""
    """The party that reported it; none where it came from outside."""
    place: str = ""
    prepared: str | None = None
    """Its id in the scenario, where it was prepared."""


class IncidentAcknowledged(Fact, frozen=True):
    """The report has arrived."""

    incident: int
    party: str = ""


class CalledBack(Fact, frozen=True):
    """Somebody called back with the facts."""

    incident: int
    party: str
    text: str


class VersionAdded(Fact, frozen=True):
    """A party's version stands in the record of an incident."""

    incident: int
    party: str
    text: str


class VisitAsked(Fact, frozen=True):
    """Somebody asked for a joint visit."""

    incident: int
    party: str = ""


class VisitAgreed(Fact, frozen=True):
    """A party agreed to the joint visit."""

    incident: int
    party: str


class VisitMade(Fact, frozen=True):
    """All whom it concerns have agreed: the joint visit takes place, and this is found."""

    incident: int
    finding: str = ""
    """What the scenario says that a visit finds; empty for an incident in own words."""


class IncidentVerified(Fact, frozen=True):
    """What was found is recorded."""

    incident: int
    verified: bool
    text: str


class IncidentHandled(Fact, frozen=True):
    """What was agreed about an incident is recorded."""

    incident: int
    text: str


class IncidentClosed(Fact, frozen=True):
    """The record of an incident is closed."""

    incident: int


class HotlineOverdue(Fact, frozen=True):
    """A step on the hotline did not come in the time that the scenario gives it."""

    incident: int
    hop: str
    """`acknowledge`, `call_back` or `visit`."""


# -- the follow-up list -----------------------------------------------------------------------------------------------


class FollowUpAdded(Fact, frozen=True):
    """Something is on the follow-up list."""

    entry: int
    text: str
    actor: str = ""
    due: str = ""
    article: str | None = None
    incident: int | None = None


class ProgressReported(Fact, frozen=True):
    """An entry of the follow-up list is so far."""

    entry: int
    progress: Progress
    text: str = ""


class FollowUpStruck(Fact, frozen=True):
    """An entry was taken off the follow-up list."""

    entry: int
    reason: str


class ComplianceJudged(Fact, frozen=True):
    """How far an entry has been carried out was judged, from 0 to 3."""

    entry: int
    level: int
    text: str = ""


IncidentEvent = (
    IncidentReported
    | IncidentAcknowledged
    | CalledBack
    | VersionAdded
    | VisitAsked
    | VisitAgreed
    | VisitMade
    | IncidentVerified
    | IncidentHandled
    | IncidentClosed
    | HotlineOverdue
    | FollowUpAdded
    | ProgressReported
    | FollowUpStruck
    | ComplianceJudged
)
"""What happens with incidents and on the follow-up list."""
