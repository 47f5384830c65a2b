"""Inputs to a text: what was handed in, the synthesis, and the way from an input to a clause."""

from simulator.engine.commands.inputs import SynthesisPoint
from simulator.engine.events.fact import Fact
from simulator.engine.words import Uptake

# -- inputs and the synthesis -----------------------------------------------------------------------------------------


class InputFiled(Fact, frozen=True):
    """An input was handed in."""

    input: int
    party: str
    text: str
    issues: tuple[str, ...]
    card: str | None = None


class InputTagged(Fact, frozen=True):
    """An input is about these issues."""

    input: int
    issues: tuple[str, ...]


class SynthesisIssued(Fact, frozen=True):
    """The synthesis of the inputs reached everybody."""

    version: int
    points: tuple[SynthesisPoint, ...]


class InputTraced(Fact, frozen=True):
    """It was said where an input went."""

    input: int
    uptake: Uptake
    clause: str | None = None
    document: str = ""
    reason: str = ""


class NonPaperIssued(Fact, frozen=True):
    """A non-paper was handed out; `to` has `all` when everybody got it."""

    paper: int
    title: str
    text: str
    to: tuple[str, ...]


InputEvent = InputFiled | InputTagged | SynthesisIssued | InputTraced | NonPaperIssued
"""What happens with inputs, the synthesis and non-papers."""
