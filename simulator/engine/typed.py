"""What people typed into events: the fields that hold words of theirs, and not ids, numbers and choices."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from simulator.engine.events import Event

TYPED = frozenset(
    {
        *("text", "reason", "note", "wording", "wordings", "conditions", "step", "place", "title", "sender", "tests"),
        *("called", "due", "who", "when", "how", "parts", "finding", "name", "exercise", "people"),
        *("action", "deadline", "verifier", "method", "resources", "if_not", "CommitmentDraft.actor"),
    }
)
"""The fields of events, and of what events hold; with its class where another class has ids under the same name."""

_Shape = TypeVar("_Shape", bound=Struct)


def retyped(event: _Shape, change: Callable[[str], str]) -> _Shape:
    """The event with every text that somebody typed put through `change`; ids, numbers, times stay."""
    changed: dict[str, Any] = {}
    for field in fields(event):
        now = getattr(event, field.name)
        then = _changed(now, change, is_typed(type(event).__name__, field.name))
        if then is not now:
            changed[field.name] = then
    return replace(event, **changed) if changed else event


def typed_in(event: Event) -> Iterator[str]:
    """Every text that somebody typed into an event."""
    found: list[str] = []

    def noted(text: str) -> str:
        found.append(text)
        return text

    retyped(event, noted)
    yield from found


def is_typed(struct: str, field: str) -> bool:
    """Whether a field holds words that somebody typed."""
    return field in TYPED or f"{struct}.{field}" in TYPED


def _changed(value: Any, change: Callable[[str], str], typed: bool) -> Any:
    if isinstance(value, Struct):
        return retyped(value, change)
    if isinstance(value, str):
        return change(value) if typed and type(value) is str else value
    if isinstance(value, tuple):
        parts = tuple(_changed(part, change, typed) for part in value)
        return value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    if isinstance(value, Mapping):
        pairs = {key: _changed(part, change, typed) for key, part in value.items()}
        return value if all(pairs[key] is part for key, part in value.items()) else pairs
    return value
