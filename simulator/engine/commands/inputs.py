"""Inputs to a text: what was handed in, the synthesis, and the way from an input to a clause."""

from msgspec import Struct

from simulator.engine.commands.intent import Intent
from simulator.engine.words import Uptake

# -- inputs and the synthesis -----------------------------------------------------------------------------------------


class FileInput(Intent, frozen=True):
    """Hand in an input: a prepared card, or own words with the issues that they are about."""

    card: str | None = None
    text: str = ""
    issues: tuple[str, ...] = ()


class TagInput(Intent, frozen=True):
    """Say which issues an input is about."""

    input: int
    issues: tuple[str, ...]


class SynthesisPoint(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A point of the synthesis, and the inputs that it takes up."""

    text: str
    inputs: tuple[int, ...] = ()


class IssueSynthesis(Intent, frozen=True):
    """Issue the synthesis of the inputs, or issue it anew; it has to fit the page that the scenario gives it."""

    points: tuple[SynthesisPoint, ...]


class TraceInput(Intent, frozen=True):
    """Say where an input went: into a clause, into a part of one, or nowhere, with the reason."""

    input: int
    uptake: Uptake
    clause: str | None = None
    document: str = ""
    """The id under `texts`; none for the main text."""
    reason: str = ""


class IssueNonPaper(Intent, frozen=True):
    """Hand out a non-paper: words without status, to some seats or to everybody."""

    title: str
    text: str
    to: tuple[str, ...]


InputCommand = FileInput | TagInput | IssueSynthesis | TraceInput | IssueNonPaper
"""What is asked about inputs and the synthesis."""
