"""What the talks are about: interests, positions, options, packages, calls for advice."""

from collections.abc import Mapping

from simulator.engine.events.fact import Fact
from simulator.engine.words import Answer, Permission

# -- interests and positions ------------------------------------------------------------------------------------------


class InterestDisclosed(Fact, frozen=True):
    """An interest was told by its owner. `to` has `all` when it was said in public."""

    interest: str
    to: tuple[str, ...]
    permission: Permission
    caucus: int | None = None
    carry_to: tuple[str, ...] = ()
    """Parties to whom it may be carried, where it may be; none for anybody."""


class ReleasePermitted(Fact, frozen=True):
    """The owner allowed an interest to be carried."""

    interest: str
    carry_to: tuple[str, ...] = ()
    """Parties to whom it may be carried; none for anybody."""


class ReleaseWithdrawn(Fact, frozen=True):
    """The owner took back that an interest may be carried."""

    interest: str


class InterestRelayed(Fact, frozen=True):
    """An interest was carried by somebody else."""

    interest: str
    to: tuple[str, ...]
    breach: bool = False


class InterestAcknowledged(Fact, frozen=True):
    """A party said that it understands another's interest."""

    interest: str
    party: str


class LearnedRecorded(Fact, frozen=True):
    """The mediators noted what they learned."""

    party: str
    text: str
    releasable: bool
    interest: str | None = None


class PositionStated(Fact, frozen=True):
    """A party stated its position."""

    party: str
    issue: str
    text: str
    option: str | None = None


# -- options and packages ---------------------------------------------------------------------------------------------


class IssueFramed(Fact, frozen=True):
    """An issue was put as a neutral question."""

    issue: str
    wording: str = ""


class FramingContested(Fact, frozen=True):
    """A party objected to the framing."""

    issue: str
    reason: str


class OptionUnlocked(Fact, frozen=True):
    """An interest that was disclosed made an option known to parties."""

    issue: str
    option: str
    interest: str
    parties: tuple[str, ...]


class OptionProposed(Fact, frozen=True):
    """An option is on the board; `own-…` ids are options in somebody's own words."""

    issue: str
    option: str
    text: str = ""


class PackageTabled(Fact, frozen=True):
    """An offer is on the table."""

    package: int
    party: str
    terms: Mapping[str, str]
    text: str = ""
    counter_to: int | None = None
    floated: bool = False


class PackageAnswered(Fact, frozen=True):
    """A party answered a package."""

    package: int
    party: str
    answer: Answer
    text: str = ""


class PackageSuperseded(Fact, frozen=True):
    """A newer package of the same party replaced it."""

    package: int
    newer: int


class PackageWithdrawn(Fact, frozen=True):
    """Its author took it off the table."""

    package: int


class PackageAgreed(Fact, frozen=True):
    """The decision rule is met: the package is agreed."""

    package: int


class PackageRejected(Fact, frozen=True):
    """The decision rule can no longer be met."""

    package: int


# -- calls ------------------------------------------------------------------------------------------------------------


class ExpertAsked(Fact, frozen=True):
    """The mediators asked the expert."""

    call: int
    text: str


class ExpertAnswered(Fact, frozen=True):
    """The expert answered."""

    call: int
    text: str
    card: str | None = None


class CapitalAsked(Fact, frozen=True):
    """A party asked its capital."""

    call: int
    party: str
    text: str


class AppealMade(Fact, frozen=True):
    """An elder appealed to everybody."""

    text: str
