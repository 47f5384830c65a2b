"""The kinds of moments, what to ask about each, and how much each weighs."""

from dataclasses import dataclass
from enum import StrEnum

from scenarios.texts import mark
from simulator.engine.session import Moment


class Turned(StrEnum):
    """Why a moment is worth talking about; of two that weigh the same, the kind named first comes first."""

    WALK_OUT = "walk_out"
    BREACH = "breach"
    FIRST_INTEREST = "first_interest"
    ADOPTION = "adoption"
    PACKAGE_DECIDED = "package_decided"
    SWING = "swing"
    CONSENT_DROP = "consent_drop"
    CONSENT_RISE = "consent_rise"
    PULSE = "pulse"
    BRACKETS = "brackets"
    ACKNOWLEDGED = "acknowledged"
    SHOCK = "shock"
    INJECT_MISSED = "inject_missed"
    RETURN = "return"
    FIRST_VERSION = "first_version"


QUESTIONS = {
    Turned.WALK_OUT: mark("What did you see coming, and what would have kept them in the room?"),
    Turned.BREACH: mark("What was promised about this, and what did carrying it change?"),
    Turned.FIRST_INTEREST: mark("What did the listener do just before this was told?"),
    Turned.ADOPTION: mark("What made this text one to take home, or one to refuse?"),
    Turned.PACKAGE_DECIDED: mark("What decided it: the terms, the moment, or the people?"),
    Turned.SWING: mark("What moved between these offers, and who made it possible?"),
    Turned.CONSENT_DROP: mark("What was said or left unsaid in the minutes before?"),
    Turned.CONSENT_RISE: mark("What met the condition, and who saw that it would?"),
    Turned.PULSE: mark("What happened between these two self-reports that people still felt?"),
    Turned.BRACKETS: mark("What made the text open or close so fast, and what did it cost in clarity?"),
    Turned.ACKNOWLEDGED: mark("What changed in the room when this was understood, and how was it said?"),
    Turned.SHOCK: mark("Where does the text say who acts, by when, and how one will know?"),
    Turned.INJECT_MISSED: mark("What did you know then, and what else could you have done?"),
    Turned.RETURN: mark("Whose step brought them back, and what did it cost?"),
    Turned.FIRST_VERSION: mark("Whose words were in the first version, and whose were missing?"),
}
"""What to ask about a moment, in English."""

WEIGHT = {
    "a deciding party walks out": 1.0,
    "another party walks out": 0.5,
    "a breach of what was hidden": 1.0,
    "a breach of anything else": 0.75,
    "the first key interest": 0.9,
    "the first other interest": 0.5,
    "a text is adopted": 1.0,
    "a text is refused": 0.75,
    "a package over all issues is agreed": 0.9,
    "a package over all issues is rejected": 0.4,
    "a key interest is understood": 0.6,
    "another interest is understood": 0.4,
    "a shock that nobody answers": 1.0,
    "a shock that is answered": 0.5,
    "an event missed, and another one sent for it": 0.75,
    "an event missed": 0.5,
    "the first version": 0.4,
}
"""The weights of what happens or does not; packages count by the share of the issues that they name."""

LARGE_VALUE = 0.5
"""The share of what a side could gain or lose in points that is a large change."""
LARGE_CONSENT = 2
"""Steps of consent, of three."""
LARGE_PULSE = 2.0
"""Steps of a self-report, of six."""
LARGE_BRACKETS = 0.5
"""The share of the articles."""
RUN = 10 * 60
"""Seconds without a change of the open brackets after which a fall or jump is over."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A moment worth talking about."""

    number: int
    """The event that made it."""
    minute: float
    phase: str | None
    kind: Turned
    why: str
    ask: str
    weight: float = 0.0
    """How much changed, from 0 to 1: a large change of its kind is 1."""


Found = tuple[Moment, str, float]
"""A moment, why it is one, and its weight."""
