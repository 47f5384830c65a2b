"""What of a case is said in words, and so can be said in another language."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from scenarios.model import AgendaItem, FollowUp, Incident, Issue, Model, Scenario
from scenarios.model.cast import Capital, Casting, Interest
from scenarios.model.course import Expectation, Inject, Phase, Shock
from scenarios.model.matter import Option
from scenarios.model.scenario import Debrief, DebriefQuestion
from scenarios.model.terms import FOR_PEOPLE
from scenarios.problems import Place

FOR_THE_TRAINER: frozenset[tuple[type[Model], str]] = frozenset(
    {
        *((Scenario, name) for name in ("summary", "sensitivities", "sources")),
        *((Capital, name) for name in ("mood", "instructions")),
        *((model, name) for model in (Debrief, DebriefQuestion) for name in model.model_fields),
        (Casting, "advice"),
        (Expectation, "note"),
        (Inject, "tests"),
        (Inject, "trainer"),
        (Interest, "discovery"),
        (Interest, "hint"),
        (Option, "harm"),
        (Option, "norm_flags"),
        (Phase, "trainer"),
        (Shock, "trainer"),
        (AgendaItem, "trainer"),
        (FollowUp, "truth"),
        (Incident, "truth"),
    }
)
"""The texts that only the trainer reads, by model and field; all others are printed for participants."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text for people at its place in the case."""

    path: str
    """Keys and numbers joined by dots, as in problems: `parties.north.name`, `debrief.questions.3.ask`."""
    text: str
    limit: int
    """The longest that it may be, in characters."""
    least: int
    """The shortest that it may be."""
    one_line: bool
    where: str
    """For translators, in English: where it stands, what it is, and who reads it."""
    printed: bool
    """Whether it is printed for participants."""


class Leaf(NamedTuple):
    """A text of a model's field."""

    limit: int
    least: int
    one_line: bool


class Inner(NamedTuple):
    """Values with texts in them: a list, or a mapping by ids."""

    kind: Literal["list", "map"]
    of: "Kind"


Kind: TypeAlias = Leaf | Inner | type[Model]
"""What stands behind a key, as far as texts are in it."""


class Key(NamedTuple):
    """A key behind which texts stand."""

    field: str
    name: str
    """As it is written."""
    kind: Kind
    about: str
    trainer: bool


class _Found(NamedTuple):
    path: str
    text: str
    leaf: Leaf
    keys: tuple[str, ...]
    about: str
    trainer: bool


def texts(case: Scenario, positions: Mapping[str, Place] | None = None) -> tuple[Text, ...]:
    """All texts for people, in the order of the model, or of the file where the places are given."""
    found = [
        Text(
            path=one.path,
            text=one.text,
            limit=one.leaf.limit,
            least=one.leaf.least,
            one_line=one.leaf.one_line,
            where=f"{' › '.join(one.keys)}: {one.about} {_reader(one)}",
            printed=not one.trainer,
        )
        for one in _walk(case, Scenario, "", (), "", False)
    ]
    if positions:
        files = {file: at for at, file in enumerate(dict.fromkeys(place.file for place in positions.values()))}
        first = Place(0, 0, 0, 0, True)

        def written(text: Text) -> tuple[int, int, int]:
            place = positions.get(text.path, first)
            return files.get(place.file, 0), place.line, place.column

        found.sort(key=written)
    return tuple(found)


def with_texts(case: Scenario, said: Mapping[str, str]) -> Scenario:
    """The case with other words at some paths; everything else, and every id, stays as it is."""
    made = _said(case, Scenario, "", said.get)
    assert isinstance(made, Scenario)
    return made


@cache
def keys(model: type[Model]) -> tuple[Key, ...]:
    """The keys of a model behind which texts stand."""
    found = []
    for name, field in model.model_fields.items():
        kind = _kind(field.annotation, tuple(field.metadata))
        if kind is not None:
            trainer = (model, name) in FOR_THE_TRAINER
            found.append(Key(name, field.alias or name, kind, field.description or "", trainer))
    return tuple(found)


def _kind(annotation: Any, metadata: tuple[Any, ...]) -> Kind | None:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(arguments[0], (*arguments[1:], *metadata))
    if annotation is str:
        return _leaf(metadata) if FOR_PEOPLE in metadata else None
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    if origin in (Union, UnionType):
        found = [kind for part in arguments if part is not NoneType and (kind := _kind(part, metadata)) is not None]
        return found[0] if found else None
    if origin is tuple or origin is dict:
        inner = _kind(arguments[0] if origin is tuple else arguments[1], ())
        return None if inner is None else Inner("list" if origin is tuple else "map", inner)
    return None


def _leaf(metadata: tuple[Any, ...]) -> Leaf:
    limits = [part for found in metadata for part in (found.metadata if isinstance(found, FieldInfo) else (found,))]
    return Leaf(
        limit=next(part.max_length for part in limits if hasattr(part, "max_length")),
        least=next((part.min_length for part in limits if hasattr(part, "min_length")), 1),
        one_line=any(getattr(part, "pattern", None) for part in limits) or _short(limits),
    )


def _short(limits: list[Any]) -> bool:
    return any(getattr(part, "max_length", 300) < 300 for part in limits)


def _written(value: Model, key: Key) -> bool:
    """Whether a key was written; the options of a range are made from it."""
    return not (isinstance(value, Issue) and key.field == "options" and value.range is not None)


def _walk(value: Any, kind: Kind, path: str, above: tuple[str, ...], about: str, trainer: bool) -> Iterator[_Found]:
    if value is None:
        return
    if isinstance(kind, Leaf):
        yield _Found(path, value, kind, above, about, trainer)
    elif isinstance(kind, Inner):
        for key, inner in value.items() if kind.kind == "map" else enumerate(value):
            yield from _walk(inner, kind.of, f"{path}.{key}", above, about, trainer)
    else:
        for known in keys(kind):
            if _written(value, known):
                inner = getattr(value, known.field)
                at = f"{path}.{known.name}" if path else known.name
                yield from _walk(inner, known.kind, at, (*above, known.name), known.about, trainer or known.trainer)


def _said(value: Any, kind: Kind, path: str, said: Callable[[str], str | None]) -> Any:
    """The value with its texts as they are said; the value itself where nothing is said otherwise."""
    if value is None:
        return None
    if isinstance(kind, Leaf):
        found = said(path)
        return value if found is None else found
    if isinstance(kind, Inner):
        if kind.kind == "map":
            return {key: _said(inner, kind.of, f"{path}.{key}", said) for key, inner in value.items()}
        return tuple(_said(inner, kind.of, f"{path}.{at}", said) for at, inner in enumerate(value))
    update = {}
    for known in keys(kind):
        if _written(value, known):
            before = getattr(value, known.field)
            after = _said(before, known.kind, f"{path}.{known.name}" if path else known.name, said)
            if after != before:
                update[known.field] = after
    if not update:
        return value
    if isinstance(value, Issue) and "range" in update:
        update["options"] = update["range"].options()
    return value.model_copy(update=update)


def _reader(found: _Found) -> str:
    return "Only the trainer reads it." if found.trainer else "Participants read it."
