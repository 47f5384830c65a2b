"""Texts under negotiation, and commitment records under their articles."""

from collections.abc import Mapping

from msgspec import Struct

from simulator.engine.commands.intent import Intent
from simulator.engine.words import Resolution, Verdict

# -- the text ---------------------------------------------------------------------------------------------------------


class ClauseDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a version says in a clause: an option of its issue, or own words, or both."""

    option: str | None = None
    wording: str = ""


class IssueVersion(Intent, frozen=True):
    """Issue a version of the single negotiating text, clause by clause or from a package."""

    clauses: Mapping[str, ClauseDraft] = {}
    package: int | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""


class CommentClause(Intent, frozen=True):
    """Say what is wrong with a clause."""

    clause: str
    text: str
    document: str = ""
    """The id under `texts`; none for the main text."""


class BracketClause(Intent, frozen=True):
    """Put a clause in brackets with an alternative."""

    clause: str
    wording: str = ""
    option: str | None = None
    inside: int | None = None
    """The bracket whose alternative this one contests; brackets are nested to two levels."""
    document: str = ""
    """The id under `texts`; none for the main text."""


class LiftBracket(Intent, frozen=True):
    """Close one's bracket, and say how."""

    clause: str
    bracket: int
    resolution: Resolution
    wording: str = ""
    document: str = ""
    """The id under `texts`; none for the main text."""


class NarrowBracket(Intent, frozen=True):
    """Put the alternative of one's bracket in other words, or ask for less."""

    clause: str
    bracket: int
    wording: str = ""
    option: str | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""


class SupportBracket(Intent, frozen=True):
    """Put one's party's name to another's bracket, or take it away; a bracket is closed when nobody supports it."""

    clause: str
    bracket: int
    supports: bool = True
    document: str = ""
    """The id under `texts`; none for the main text."""


class AddFootnote(Intent, frozen=True):
    """Put a footnote of one's party under a clause."""

    clause: str
    text: str
    document: str = ""
    """The id under `texts`; none for the main text."""


class ReferClause(Intent, frozen=True):
    """Agree to a clause ad referendum: it stays grey until the capital answers."""

    clause: str
    document: str = ""
    """The id under `texts`; none for the main text."""


class ParkClause(Intent, frozen=True):
    """Set a clause aside: what it is about stays open."""

    clause: str
    parked: bool = True
    document: str = ""
    """The id under `texts`; none for the main text."""


class CloseReading(Intent, frozen=True):
    """End the reading of the version: what nobody bracketed is clean."""

    document: str = ""
    """The id under `texts`; none for the main text."""


class PutToAdoption(Intent, frozen=True):
    """Ask the parties to adopt the version as it stands."""

    document: str = ""
    """The id under `texts`; none for the main text."""


class AnswerAdoption(Intent, frozen=True):
    """Adopt or refuse for one's party."""

    verdict: Verdict
    text: str = ""
    document: str = ""
    """The id under `texts`; none for the main text."""


class ExplainPosition(Intent, frozen=True):
    """Explain one's party's position after a text was adopted or refused."""

    text: str
    document: str = ""
    """The id under `texts`; none for the main text."""


# -- commitments, and the test of the text ----------------------------------------------------------------------------


class CommitmentDraft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who does what by when, and how one will know; an empty field is left open."""

    actor: str = ""
    """One named body or party."""
    action: str
    """What it does, beginning with a verb."""
    deadline: str = ""
    """By when, in words."""
    days: int | None = None
    """Days after the signature, where the deadline can be counted."""
    place: str = ""
    verifier: str = ""
    method: str = ""
    """How it is verified, and with what access."""
    after: tuple[int, ...] = ()
    """Numbers of the commitments that have to be kept before this one."""
    resources: str = ""
    """Who pays, from which budget."""
    if_not: str = ""
    """What happens when it is not done."""


class RecordCommitment(Intent, frozen=True):
    """Write a commitment record under an article, or write one anew under its number."""

    clause: str
    record: CommitmentDraft
    commitment: int | None = None
    """The number of the record that is replaced; none for a new one."""


class StrikeCommitment(Intent, frozen=True):
    """Take a commitment record out."""

    commitment: int


class ThrowShock(Intent, frozen=True):
    """Throw the next shock at the text, drawn by lot, or a named one."""

    shock: str | None = None


class AnswerShock(Intent, frozen=True):
    """Say where the text answers a shock: who acts, by when, and how it is verified."""

    shock: str
    clause: str | None = None
    """The article that answers; none where no article does."""
    who: str = ""
    when: str = ""
    how: str = ""


class JudgeShock(Intent, frozen=True):
    """Judge how well the text answered, from 0 (not at all) to 3 (complete and checkable)."""

    shock: str
    level: int
    note: str = ""


class JudgeAgreement(Intent, frozen=True):
    """Judge the adopted text on a criterion of agreement quality, Q1 to Q12, from 0 to 3."""

    criterion: str
    level: int
    note: str = ""
