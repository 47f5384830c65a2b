"""Texts under negotiation."""

from collections.abc import Mapping

from msgspec import Struct, field

from simulator.engine.commands import CommitmentDraft
from simulator.engine.words import Resolution, Verdict


class Bracket(Struct, frozen=True):
    """An alternative that somebody wants in a clause."""

    number: int
    by: str
    party: str
    wording: str
    option: str | None
    resolution: Resolution | None = None
    inside: int | None = None
    """The bracket whose alternative it contests."""
    supporters: tuple[str, ...] = ()
    """Parties that put their name to it, besides its author's."""
    narrowed: int = 0
    """How often its author changed the alternative."""


class Footnote(Struct, frozen=True):
    """What a party put under a clause."""

    party: str
    text: str


class ClauseState(Struct, frozen=True):
    """How a clause reads now."""

    option: str | None
    wording: str
    state: str = "proposed"
    """A state of `machines.CLAUSE`."""
    brackets: tuple[Bracket, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    """(seat, what is wrong) for the version on the table."""
    footnotes: tuple[Footnote, ...] = ()
    referred: frozenset[str] = frozenset()
    """Parties that agreed to it ad referendum and wait for their capitals."""

    @property
    def open_brackets(self) -> tuple[Bracket, ...]:
        """Brackets that nobody closed yet."""
        return tuple(b for b in self.brackets if b.resolution is None)


class Commitment(Struct, frozen=True):
    """A commitment record under a clause."""

    number: int
    clause: str
    record: CommitmentDraft
    by: str


class Text(Struct, frozen=True):
    """A text under negotiation."""

    version: int = 0
    state: str = "none"
    """A state of `machines.TEXT`."""
    clauses: Mapping[str, ClauseState] = field(default_factory=dict)
    verdicts: Mapping[str, tuple[Verdict, str]] = field(default_factory=dict)
    until: float | None = None
    """Play second at which silence means consent, or at which capitals have to have answered."""
    referred: Mapping[str, bool | None] = field(default_factory=dict)
    """Parties that adopted it ad referendum, with what their capitals answered."""
    explanations: tuple[tuple[str, str], ...] = ()
    """(party, explanation of position), in the order in which they were given."""
    commitments: Mapping[int, Commitment] = field(default_factory=dict)
    """The commitment records that stand, by number."""
    recorded: int = 0
    """The highest number that a commitment record has had; a struck one is not given again."""

    def commitments_under(self, clause: str) -> tuple[Commitment, ...]:
        """The commitment records of a clause, in the order of their numbers."""
        return tuple(c for _, c in sorted(self.commitments.items()) if c.clause == clause)
