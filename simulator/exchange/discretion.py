"""What leaves the house of an event: what the trainer's documents tell, without what belongs to one person alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import to_builtins

from simulator.engine import events as e

ANONYMOUS = (e.PulseAnswered, e.StopInvoked)
"""What is told without who it was: self-reports, and the stop word."""

WITHHELD: Mapping[type[e.Fact], tuple[str, ...]] = {
    e.PulseAnswered: ("answers",),
    e.StopInvoked: ("reason",),
    e.NoteWritten: ("text", "caucus", "seat"),
}
"""Fields that stay inside: answers of single people, why somebody stopped, and what a note says and is about."""

TYPED = frozenset(
    (
        *("text", "reason", "note", "wording", "wordings", "conditions", "step", "place", "name", "title", "sender"),
        *("tests", "called", "finding", "actor", "action", "deadline", "verifier", "method", "resources", "if_not"),
        *("who", "when", "how", "due", "exercise"),
    )
)
"""Fields in which people write; every other text in an event is an id or a word of the program."""

WORDS = ("text", "reason", "note", "wording", "conditions", "step", "finding", "title", "name")
"""The fields that a row of events shows as its words, the first one that there is."""

_HEAD = ("at", "by", "event")
"""Fields that have columns of their own."""


@dataclass(frozen=True, slots=True)
class Told:
    """What leaves the house of an event."""

    by: str
    """The seat that acted, or `trainer`; empty where it is told without who it was."""
    data: dict[str, Any]
    """Its own fields, as they are kept, without names that are not wanted."""

    @property
    def words(self) -> str:
        """What somebody typed with it."""
        return next((str(self.data[name]) for name in WORDS if self.data.get(name)), "")


def told(event: e.Event, without_names: Callable[[str], str], people: Callable[[str], str]) -> Told:
    """What leaves the house of an event; typed texts go through `without_names`, and people have the names given."""
    withheld = WITHHELD.get(type(event), ())
    data: dict[str, Any] = {
        name: _masked(value, name, without_names)
        for name, value in to_builtins(event).items()
        if name not in _HEAD and name not in withheld
    }
    if isinstance(event, e.SeatCast):
        data["people"] = [people(name) for name in event.people]
    if isinstance(event, e.SheetWritten):
        data["parts"] = list(event.parts)
    if "rater" in data:
        data["rater"] = people(data["rater"])
    return Told("" if isinstance(event, ANONYMOUS) else event.by, data)


def _masked(value: Any, name: str, without_names: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return without_names(value) if name in TYPED else value
    if isinstance(value, dict):
        return {key: _masked(part, name if name in TYPED else key, without_names) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(part, name, without_names) for part in value]
    return value
