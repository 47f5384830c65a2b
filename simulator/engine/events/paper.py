"""Texts under negotiation, and commitment records under their articles."""

from collections.abc import Mapping

from simulator.engine.commands.paper import ClauseDraft, CommitmentDraft
from simulator.engine.events.fact import Fact
from simulator.engine.words import Cause, Resolution, Verdict

# -- the text ---------------------------------------------------------------------------------------------------------


class VersionIssued(Fact, frozen=True):
    """A version of the text reached everybody; clauses that it does not name stand as before."""

    version: int
    clauses: Mapping[str, ClauseDraft]
    package: int | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""


class ClauseCommented(Fact, frozen=True):
    """Somebody said what is wrong with a clause."""

    clause: str
    text: str
    document: str = ""
    """The id under `texts`; none for the main text."""


class ClauseBracketed(Fact, frozen=True):
    """A clause is contested."""

    clause: str
    bracket: int
    party: str
    wording: str = ""
    option: str | None = None
    inside: int | None = None
    """The bracket whose alternative it contests."""
    document: str = ""
    """The id under `texts`; none for the main text."""


class BracketLifted(Fact, frozen=True):
    """A bracket was closed."""

    clause: str
    bracket: int
    resolution: Resolution
    wording: str = ""
    option: str | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""


class BracketNarrowed(Fact, frozen=True):
    """The alternative of a bracket reads otherwise now."""

    clause: str
    bracket: int
    wording: str = ""
    option: str | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""


class BracketSupported(Fact, frozen=True):
    """A party put its name to another's bracket, or took it away."""

    clause: str
    bracket: int
    party: str
    supports: bool
    document: str = ""
    """The id under `texts`; none for the main text."""


class FootnoteAdded(Fact, frozen=True):
    """A party put a footnote under a clause."""

    clause: str
    party: str
    text: str
    document: str = ""
    """The id under `texts`; none for the main text."""


class ClauseReferred(Fact, frozen=True):
    """A party agreed to a clause ad referendum."""

    clause: str
    party: str
    document: str = ""
    """The id under `texts`; none for the main text."""


class ReferralAnswered(Fact, frozen=True):
    """A capital answered what its party agreed to ad referendum: a clause, or the text as a whole."""

    party: str
    agrees: bool
    clause: str | None = None
    text: str = ""
    in_time: bool = True
    """False where the capital never answered, and its silence counts as this."""
    document: str = ""
    """The id under `texts`; none for the main text."""


class ClauseParked(Fact, frozen=True):
    """A clause was set aside, or taken up again."""

    clause: str
    parked: bool
    document: str = ""
    """The id under `texts`; none for the main text."""


class ReadingClosed(Fact, frozen=True):
    """A reading ended with these clauses clean."""

    version: int
    clean: tuple[str, ...]
    document: str = ""
    """The id under `texts`; none for the main text."""


class AdoptionOpened(Fact, frozen=True):
    """The version was put to adoption; `until` is the play second at which silence means consent."""

    version: int
    until: float | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""


class AdoptionAnswered(Fact, frozen=True):
    """A party adopted or refused."""

    party: str
    verdict: Verdict
    text: str = ""
    document: str = ""
    """The id under `texts`; none for the main text."""


class TextReferred(Fact, frozen=True):
    """The decision rule is met subject to capitals, which have until a play second to answer."""

    version: int
    parties: tuple[str, ...]
    until: float
    document: str = ""
    """The id under `texts`; none for the main text."""


class TextAdopted(Fact, frozen=True):
    """The version is adopted."""

    version: int
    document: str = ""
    """The id under `texts`; none for the main text."""


class AdoptionFailed(Fact, frozen=True):
    """The version was refused; it is under reading again."""

    version: int
    document: str = ""
    """The id under `texts`; none for the main text."""


class PositionExplained(Fact, frozen=True):
    """A party explained its position on a text."""

    party: str
    text: str
    document: str = ""
    """The id under `texts`; none for the main text."""


# -- commitments, and the test of the text ----------------------------------------------------------------------------


class CommitmentRecorded(Fact, frozen=True):
    """A commitment record stands under an article; the same number again replaces it."""

    commitment: int
    clause: str
    record: CommitmentDraft


class CommitmentStruck(Fact, frozen=True):
    """A commitment record was taken out."""

    commitment: int


class ShockThrown(Fact, frozen=True):
    """A shock reached everybody."""

    shock: str
    cause: Cause


class ShockAnswered(Fact, frozen=True):
    """A seat said where the text answers a shock."""

    shock: str
    clause: str | None = None
    who: str = ""
    when: str = ""
    how: str = ""


class ShockJudged(Fact, frozen=True):
    """The answer of the text to a shock was judged, 0 to 3."""

    shock: str
    level: int
    note: str = ""


class AgreementJudged(Fact, frozen=True):
    """The adopted text was judged on a criterion, 0 to 3."""

    criterion: str
    level: int
    note: str = ""


BracketEvent = (
    BracketNarrowed
    | BracketSupported
    | FootnoteAdded
    | ClauseReferred
    | ReferralAnswered
    | TextReferred
    | PositionExplained
)
"""What happens with brackets, footnotes and capitals."""

TextEvent = (
    VersionIssued
    | ClauseCommented
    | ClauseBracketed
    | BracketLifted
    | ClauseParked
    | ReadingClosed
    | AdoptionOpened
    | AdoptionAnswered
    | TextAdopted
    | AdoptionFailed
    | BracketEvent
)
"""What happens with a text under negotiation: `document` says with which."""
