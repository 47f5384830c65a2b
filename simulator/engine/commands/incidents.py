"""Incidents on the hotline, and the list of what has to be followed up."""

from simulator.engine.commands.intent import Intent
from simulator.engine.words import Progress

# -- incidents --------------------------------------------------------------------------------------------------------


class ReportIncident(Intent, frozen=True):
    """Report an incident: one that the scenario prepared, or one in own words."""

    incident: str | None = None
    title: str = ""
    place: str = ""
    text: str = ""
    """What happened, as the one who reports it sees it."""


class AcknowledgeIncident(Intent, frozen=True):
    """Say on the hotline that the report has arrived."""

    incident: int


class CallBack(Intent, frozen=True):
    """Call back with the facts as one's own party knows them."""

    incident: int
    text: str


class AddVersion(Intent, frozen=True):
    """Put one's party's version into the record of an incident, or put it anew."""

    incident: int
    text: str


class AskVisit(Intent, frozen=True):
    """Ask for a joint visit to the place."""

    incident: int


class AgreeVisit(Intent, frozen=True):
    """Agree to the joint visit for one's party."""

    incident: int


class VerifyIncident(Intent, frozen=True):
    """Record what was found: verified, or it could not be."""

    incident: int
    verified: bool
    text: str


class HandleIncident(Intent, frozen=True):
    """Record what was agreed about an incident."""

    incident: int
    text: str


class CloseIncident(Intent, frozen=True):
    """Close the record of an incident."""

    incident: int


# -- the follow-up list -----------------------------------------------------------------------------------------------


class AddFollowUp(Intent, frozen=True):
    """Put on the follow-up list what somebody has promised."""

    text: str
    actor: str = ""
    """The party that has promised; none for all together."""
    due: str = ""
    article: str | None = None
    """The article of the reference text that it comes from."""
    incident: int | None = None


class ReportProgress(Intent, frozen=True):
    """Say how far an entry of the follow-up list is."""

    entry: int
    progress: Progress
    text: str = ""


class StrikeFollowUp(Intent, frozen=True):
    """Take an entry off the follow-up list, with the reason."""

    entry: int
    reason: str


class JudgeCompliance(Intent, frozen=True):
    """Judge how far an entry has been carried out: 0 not at all, 1 minimal, 2 intermediate, 3 full."""

    entry: int
    level: int
    text: str = ""


IncidentCommand = (
    ReportIncident
    | AcknowledgeIncident
    | CallBack
    | AddVersion
    | AskVisit
    | AgreeVisit
    | VerifyIncident
    | HandleIncident
    | CloseIncident
    | AddFollowUp
    | ReportProgress
    | StrikeFollowUp
    | JudgeCompliance
)
"""What is asked about incidents and the follow-up list."""
