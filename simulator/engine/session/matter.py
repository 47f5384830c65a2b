"""What the talks are about: interests, issues and packages."""

from collections.abc import Mapping

from msgspec import Struct, field

from simulator.engine.words import Answer, Permission


class Token(Struct, frozen=True):
    """Where an interest is: told to whom, with what permission."""

    state: str = "kept"
    """A state of `machines.INTEREST`."""
    told: Mapping[str, Permission] = field(default_factory=dict)
    """Seats that heard it in private, with the permission that came with it."""
    carried: frozenset[str] = frozenset()
    """Seats that heard it from somebody else than its owner."""
    public: bool = False
    acknowledged: frozenset[str] = frozenset()
    """Parties."""
    first_told: float | None = None
    breached: bool = False
    carry_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Parties to whom a seat that heard it may carry it, where the owner named them."""
    relayed: tuple[tuple[str, str, bool], ...] = ()
    """Who carried it, to which seat, and whether in breach of a confidence."""


class Learned(Struct, frozen=True):
    """A line of the mediators' two-column note."""

    number: int
    by: str
    party: str
    text: str
    releasable: bool
    interest: str | None


class Position(Struct, frozen=True):
    """What a party says it wants on an issue."""

    text: str
    option: str | None
    number: int
    changed: int = 0
    """How often the party said something else before."""


class BoardOption(Struct, frozen=True):
    """An option on the board; `text` is set for options in somebody's own words."""

    by: str | None
    text: str = ""
    since: float = 0.0
    """The play second at which it came there."""


class IssueState(Struct, frozen=True):
    """How far an issue is."""

    state: str = "unraised"
    """A state of `machines.ISSUE`."""
    wording: str = ""
    contested: str = ""
    board: Mapping[str, BoardOption] = field(default_factory=dict)
    """Options that everybody sees, by id, in order."""
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Options that are not on the board yet: the parties that know them."""
    unlocked: Mapping[str, float] = field(default_factory=dict)
    """When an option was first unlocked for a party, in play seconds."""
    positions: Mapping[str, Position] = field(default_factory=dict)


class Package(Struct, frozen=True):
    """An offer."""

    number: int
    by: str
    party: str
    terms: Mapping[str, str]
    text: str
    counter_to: int | None
    floated: bool
    tabled: float
    state: str = "tabled"
    """A state of `machines.PACKAGE`."""
    answers: Mapping[str, tuple[Answer, str]] = field(default_factory=dict)
    agreed: int = 0
    """The number of the event by which it was agreed; 0 where it was not."""
