"""Inputs that were handed in, and words without status."""

from msgspec import Struct

from simulator.engine.words import Uptake


class InputState(Struct, frozen=True):
    """An input that was handed in."""

    number: int
    by: str
    party: str
    text: str
    issues: tuple[str, ...]
    card: str | None = None
    uptake: Uptake | None = None
    document: str = ""
    clause: str | None = None
    reason: str = ""


class NonPaper(Struct, frozen=True):
    """Words without status."""

    number: int
    by: str
    title: str
    text: str
    to: tuple[str, ...]
    seconds: float
