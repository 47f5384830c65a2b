"""What a wish has to know before it can be asked: a form as plain values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from textual.content import Content

from scenarios.texts import tr, trn
from simulator.engine.view.shapes import View

Values = Mapping[str, Any]
"""What a form has in its fields now, by name."""


class NotNow(Exception):
    """Why a wish makes no sense at this moment."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Words to read before one answers."""

    text: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several; `value` is what it starts with, None for nothing picked."""

    name: str
    label: str
    options: tuple[tuple[Any, str], ...]
    value: Any = None
    none: str = ""
    """The words for picking nothing; where it is empty, something must be picked."""


@dataclass(frozen=True, slots=True)
class Several:
    """Some of several, in the order in which they are marked."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: tuple[str, ...] = ()
    least: int = 1


@dataclass(frozen=True, slots=True)
class Writing:
    """Words of one's own."""

    name: str
    label: str
    rows: int = 4
    value: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Tick:
    """Yes or no; where `must` is set, it has to be ticked before anything is sent."""

    name: str
    label: str
    value: bool = False
    must: str = ""
    """What to say while it is not ticked."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, or nothing."""

    name: str
    label: str
    low: int
    high: int
    value: int | None = None


Field = Telling | Pick | Several | Writing | Tick | Number


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked before a command goes out."""

    title: str
    fields: tuple[Field, ...] = ()
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Fields of the command that nobody has to be asked for."""
    finish: Callable[[Values], Mapping[str, Any] | str] | None = None
    """Makes the command's fields of the answers, or says what is missing."""
    live: Callable[[Values], Content] | None = None
    """What the answers so far come to."""
    send: str = ""
    """The word on the button; where it is empty, that it is sent."""
    at_once: bool = False
    """Whether it begins on the button, so that Enter sends it as it is."""

    @property
    def asks(self) -> bool:
        """Whether there is anything to read or answer."""
        return bool(self.fields)

    def command_fields(self, values: Values) -> Mapping[str, Any] | str:
        """The fields of the command, or the words for what is missing."""
        for one in self.fields:
            missing = _missing(one, values)
            if missing:
                return missing
        if self.finish is not None:
            made = self.finish(values)
            return made if isinstance(made, str) else {**self.fixed, **made}
        return {**self.fixed, **{k: v for k, v in values.items() if v is not None}}


def _missing(one: Field, values: Values) -> str:
    match one:
        case Pick(name=name, label=label, none="") if values.get(name) is None:
            return tr("Pick one: {label}.", label=label)
        case Several(name=name, label=label, least=least) if len(values.get(name, ())) < least:
            return trn(
                "Mark at least {n} with Space: {label}.", "Mark at least {n} with Space: {label}.", least, label=label
            )
        case Writing(name=name, label=label, needed=True) if not str(values.get(name, "")).strip():
            return tr("Write something: {label}.", label=label)
        case Tick(name=name, must=must) if must and not values.get(name):
            return must
        case Number(name=name, low=low, high=high):
            given = values.get(name)
            if given is not None and not low <= given <= high:
                return tr("A whole number from {low} to {high}, please.", low=low, high=high)
    return ""


Maker = Callable[[View, str | None], Form]
"""Makes the form of a wish from the view and the row that is picked; raises NotNow."""
