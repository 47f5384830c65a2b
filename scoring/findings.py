"""A finding: one number or table about a session, with its evidence and its caution."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from scenarios.texts import tr


class Panel(StrEnum):
    """The three panels; they are never added up."""

    PROCESS = "process"
    OUTCOME = "outcome"
    RELATIONSHIP = "relationship"


class Fundamental(StrEnum):
    """The eight fundamentals of the UN Guidance for Effective Mediation (A/66/811, annex I, 2012)."""

    PREPAREDNESS = "preparedness"
    CONSENT = "consent"
    IMPARTIALITY = "impartiality"
    INCLUSIVITY = "inclusivity"
    NATIONAL_OWNERSHIP = "national_ownership"
    LAW_AND_NORMS = "law_and_norms"
    COHERENCE = "coherence"
    QUALITY_AGREEMENT = "quality_agreement"


class Band(StrEnum):
    """How to look at a number; it colours a card and never grades."""

    AS_PLANNED = "as_planned"
    WORTH_A_LOOK = "worth_a_look"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a finding's table."""

    cells: tuple[str | int | float | None, ...]
    evidence: tuple[int, ...] = ()
    """Event numbers."""


@dataclass(frozen=True, slots=True)
class Table:
    """A small table: what the number is made of."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a session shows, and how to read it. Not observed is not zero."""

    id: str
    """Stable: `M6`, `outcome.value`, ..."""
    title: str
    panel: Panel
    observed: bool
    value: float | None = None
    unit: str = ""
    """`share`, `minutes`, `points`, `count`, ..."""
    reading: str = ""
    """One sentence: what it says, with the number in it."""
    caution: str = ""
    """One sentence: how it misleads."""
    band: Band | None = None
    fundamentals: tuple[Fundamental, ...] = ()
    evidence: tuple[int, ...] = ()
    """Event numbers."""
    table: Table | None = None

    @property
    def said(self) -> Finding:
        """The same with its title and caution, which are written in English, in the language that is spoken."""
        return replace(self, title=tr(self.title), caution=tr(self.caution))
