"""A scenario put together from its own file and the pieces that it extends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, get_args

from pydantic import BaseModel

from scenarios.folder import CASE_FILE, MOST_FILES, NotRead, Source
from scenarios.model import Scenario
from scenarios.problems import Place, Problem
from scenarios.texts import tr
from scenarios.yaml12 import Parsed, parse

DEEPEST = 4
"""How many pieces may extend each other in a row."""
EXTENDS = "extends"


@dataclass(slots=True)
class Whole:
    """A scenario with its pieces in place; every value keeps the place where it is written."""

    parsed: Parsed
    texts: dict[str, str]
    """The texts by their names in the folder."""
    pieces: dict[str, str] = field(default_factory=dict)
    """The texts of the pieces by what they are called in problems."""


def whole(text: str, name: str, source: Source) -> Whole:
    """The data of a scenario with all that it extends; `name` is its file's name in problems."""
    made = Whole(parse(text, name), {CASE_FILE: text})
    if made.parsed.data is not None and EXTENDS in made.parsed.data:
        made.parsed = _extended(made, made.parsed, name, source, ())
    return made


def _extended(made: Whole, own: Parsed, called: str, source: Source, above: tuple[str, ...]) -> Parsed:
    """What a file says, laid over what its pieces say."""
    assert own.data is not None
    beneath = Parsed(data={})
    sound = True
    for path, name in islice(_names(own.data), MOST_FILES + 1):
        if path in own.doubtful:
            sound = False
            continue
        piece = _piece(made, own, called, source, above, path, name)
        beneath.problems += piece.problems
        if piece.data is None:
            sound = False
            continue
        _join(made, beneath, piece)
    own.problems += beneath.problems
    if not sound:
        own.data = None
    elif beneath.data:
        _lay_over(beneath, own)
    return own


def _names(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The pieces that are named, each with the path of its name."""
    named = data.get(EXTENDS)
    if isinstance(named, str):
        yield EXTENDS, named
    elif isinstance(named, list):
        yield from ((f"{EXTENDS}.{at}", name) for at, name in enumerate(named) if isinstance(name, str))


def _piece(
    made: Whole, own: Parsed, called: str, source: Source, above: tuple[str, ...], path: str, name: str
) -> Parsed:
    """A piece with what it extends; without data where it cannot be read."""
    try:
        if name in above or name == CASE_FILE or source.shown(name) == called:
            raise NotRead(
                "FILE-CIRCLE",
                tr("`{name}` extends itself, by way of the files between", name=name[:60]),
                tr("Remove the name here."),
            )
        if len(above) == DEEPEST:
            raise NotRead(
                "FILE-CIRCLE",
                tr("more than {n} pieces extend each other in a row", n=DEEPEST),
                tr("Name the pieces in the scenario's own file."),
            )
        if name in made.texts:
            raise NotRead(
                "FILE-TWICE",
                tr("the piece `{name}` is named twice", name=name[:60]),
                tr("Keep one of the two names."),
            )
        text = made.texts[name] = source.fetch(name)
    except NotRead as refusal:
        return Parsed(problems=[_refused(refusal, own.positions[path], path, called, made, source.shown(name))])
    shown = source.shown(name)
    made.pieces[shown] = text
    piece = parse(text, shown)
    piece.positions = {at: place._replace(file=shown) for at, place in piece.positions.items()}
    if piece.data is not None and EXTENDS in piece.data:
        piece = _extended(made, piece, shown, source, (*above, name))
    if piece.data is not None:
        piece.data.pop(EXTENDS, None)
    return piece


def _refused(refusal: NotRead, place: Place, path: str, called: str, made: Whole, shown: str) -> Problem:
    """What is wrong with a name at its place, or with a file's bytes in that file."""
    if refusal.code == "FILE-ENCODING":
        lines = refusal.text.split("\n")
        file, line, column = shown, refusal.line, refusal.column
    else:
        lines = made.pieces.get(called, made.texts[CASE_FILE]).split("\n")
        file, line, column = called, place.line, place.column
    excerpt = lines[line - 1] if line <= len(lines) else ""
    return Problem(refusal.code, "error", refusal.message, refusal.remedy, file, line, column, excerpt, path)


def _join(made: Whole, beneath: Parsed, piece: Parsed) -> None:
    """Put a piece beside the pieces before it; the same id in two of them is wrong."""
    assert beneath.data is not None
    assert piece.data is not None
    for path in _shared(beneath.data, piece.data, Scenario, ""):
        first, again = beneath.positions[path], piece.positions[path]
        message = tr(
            "`{name}` is written in two pieces; the first is in {file}, line {line}",
            name=path.rpartition(".")[2],
            file=first.file,
            line=first.key_line,
        )
        remedy = tr("Keep one of the two, or let the scenario's own file say what differs.")
        excerpt = made.pieces[again.file].split("\n")[again.key_line - 1]
        beneath.problems.append(
            Problem("FILE-TWICE", "error", message, remedy, again.file, again.key_line, again.key_column, excerpt, path)
        )
    _lay_over(beneath, piece, into=beneath)


def _shared(first: Mapping[str, Any], second: Mapping[str, Any], model: Any, above: str) -> Iterator[str]:
    """The paths of what two pieces both say: ids, and keys that are not mappings."""
    for key in second:
        if key not in first:
            continue
        path = f"{above}.{key}" if above else key
        both = isinstance(first[key], dict) and isinstance(second[key], dict)
        kind = _kind(model, key) if both else None
        if kind is dict:
            yield from (f"{path}.{id_}" for id_ in second[key] if id_ in first[key])
        elif kind is not None:
            yield from _shared(first[key], second[key], kind, path)
        else:
            yield path


def _kind(model: Any, key: str) -> Any:
    """The model of a key's value, `dict` for a mapping by ids, or nothing."""
    fields = model.model_fields
    known = fields.get(key) or next((f for f in fields.values() if f.alias == key), None)
    if known is None:
        return None
    for part in (known.annotation, *get_args(known.annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
        if getattr(part, "__origin__", None) is dict:
            return dict
    return None


def _lay_over(under: Parsed, over: Parsed, into: Parsed | None = None) -> None:
    """Merge two files key by key: of what both say, the one above counts; `into` (the one above) receives it."""
    assert under.data is not None
    assert over.data is not None
    hidden: list[str] = []
    data = _merged(under.data, over.data, "", hidden)
    places = {at: place for at, place in under.positions.items() if not _below(at, hidden)}
    doubtful = {at for at in under.doubtful if not _below(at, hidden)} | over.doubtful
    target = over if into is None else into
    target.data, target.positions, target.doubtful = data, {**places, **over.positions}, doubtful


def _merged(under: Mapping[str, Any], over: Mapping[str, Any], above: str, hidden: list[str]) -> dict[str, Any]:
    data = dict(under)
    for key, value in over.items():
        path = f"{above}.{key}" if above else key
        before = data.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            data[key] = _merged(before, value, path, hidden)
        else:
            if key in data:
                hidden.append(path)
            data[key] = value
    return data


def _below(path: str, hidden: list[str]) -> bool:
    return any(path == above or path.startswith(f"{above}.") for above in hidden)
