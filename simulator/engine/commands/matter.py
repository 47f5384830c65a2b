"""What the talks are about: interests, positions, options, packages, calls for advice."""

from collections.abc import Mapping

from simulator.engine.commands.intent import Intent
from simulator.engine.words import Answer, Permission

# -- interests and positions ------------------------------------------------------------------------------------------


class DiscloseInterest(Intent, frozen=True):
    """Tell an interest of one's own party (`party.interest`) to seats, or to everybody."""

    interest: str
    to: tuple[str, ...]
    permission: Permission = Permission.CLOSED
    carry_to: tuple[str, ...] = ()
    """Parties to whom it may be carried, where it may be; none for anybody."""


class PermitRelease(Intent, frozen=True):
    """Allow those who were told an interest in private to carry it."""

    interest: str
    carry_to: tuple[str, ...] = ()
    """Parties to whom it may be carried; none for anybody."""


class WithdrawRelease(Intent, frozen=True):
    """Take back that an interest may be carried; what was carried is not unheard."""

    interest: str


class RelayInterest(Intent, frozen=True):
    """Carry an interest of another party to seats, or to everybody."""

    interest: str
    to: tuple[str, ...]
    despite_confidence: bool = False
    """Must be said when it was told in confidence: the record will show the breach."""


class AcknowledgeInterest(Intent, frozen=True):
    """Say that one has understood an interest of another party."""

    interest: str


class RecordLearned(Intent, frozen=True):
    """Add to the mediators' two-column note."""

    party: str
    text: str
    releasable: bool = False
    interest: str | None = None


class StatePosition(Intent, frozen=True):
    """State one's party's position on an issue."""

    issue: str
    text: str
    option: str | None = None


# -- options and packages ---------------------------------------------------------------------------------------------


class FrameIssues(Intent, frozen=True):
    """Put issues as neutral questions; without words of one's own the scenario's question stands."""

    issues: tuple[str, ...]
    wording: str = ""


class ContestFraming(Intent, frozen=True):
    """Object to the framing of an issue."""

    issue: str
    reason: str


class ProposeOption(Intent, frozen=True):
    """Put an option on the board: one of the scenario's, or one in own words."""

    issue: str
    option: str | None = None
    text: str = ""


class TablePackage(Intent, frozen=True):
    """Table an offer: an option for each of one or more issues."""

    terms: Mapping[str, str]
    text: str = ""
    counter_to: int | None = None
    floated: bool = False
    """Not an offer of anybody's: the mediators ask what people think of it."""


class AnswerPackage(Intent, frozen=True):
    """Answer a package for one's party."""

    package: int
    answer: Answer
    text: str = ""


class WithdrawPackage(Intent, frozen=True):
    """Take one's package off the table."""

    package: int


# -- calls ------------------------------------------------------------------------------------------------------------


class AskExpert(Intent, frozen=True):
    """Ask the expert on call."""

    text: str


class AnswerExpert(Intent, frozen=True):
    """Answer as the expert, in own words or by a prepared card."""

    call: int
    text: str = ""
    card: str | None = None


class AskCapital(Intent, frozen=True):
    """Ask one's principal for instructions."""

    text: str


class MakeAppeal(Intent, frozen=True):
    """Appeal to everybody's conscience, as an elder."""

    text: str
