"""From plain data to a checked model, with every fault of form in plain words."""

import json
from collections.abc import Callable, Collection, Mapping
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scenarios.problems import Finding, listed, nearest
from scenarios.schema import node_at
from scenarios.texts import mark, number, tr, trn
from scenarios.yamlwords import foreign, short

M = TypeVar("M", bound=BaseModel)

MOST_FINDINGS = 400
"""More than anybody reads in one round; wording each of them takes time."""
Path = tuple[str | int, ...]


class Formed(NamedTuple):
    """The model, or None and the reasons."""

    value: Any
    findings: tuple[Finding, ...]


def formed(
    model: type[M], data: Mapping[str, Any], schema: Callable[[], Mapping[str, Any]], doubtful: Collection[str] = ()
) -> Formed:
    """Check `data` against `model` and explain by its JSON Schema; what is wrong at a path in `doubtful` was told."""
    try:
        return Formed(model.model_validate_json(json.dumps(data), by_alias=True, by_name=False), ())
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
    findings = {}
    for path, group in islice(_grouped(details, data).items(), MOST_FINDINGS):
        dotted = ".".join(map(str, path))
        if dotted not in doubtful:
            finding = _worded(path, group, schema())
            findings[finding.path, finding.code] = finding
    return Formed(None, tuple(findings.values()))


def _grouped(details: list[ErrorDetails], data: Mapping[str, Any]) -> dict[Path, list[ErrorDetails]]:
    """The errors by the path that an author can see; the branches of one choice come together."""
    groups: dict[Path, list[ErrorDetails]] = {}
    for detail in details:
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue  # counted without the entries that are wrong, and those are told
        groups.setdefault(_visible(detail, data), []).append(detail)
    # A branch of a choice that got further says more than one that failed at the door.
    outer = {path[:length] for path in groups for length in range(len(path))}
    return {
        path: group
        for path, group in groups.items()
        if not (len(group) == 1 and group[0]["loc"] != path and path in outer)
    }


def _visible(detail: ErrorDetails, data: Any) -> Path:
    """The location without the names of branches and wrappers, which are nowhere in the file."""
    path: list[str | int] = []
    *steps, last = detail["loc"] or ("",)
    for step in (*steps, last):
        if isinstance(data, Mapping) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        elif step is not last or detail["type"] != "missing":
            continue
        path.append(step)
    return tuple(path)


def _worded(path: Path, group: list[ErrorDetails], schema: Mapping[str, Any]) -> Finding:
    detail = group[0]
    kind = detail["type"]
    node = node_at(path, schema)
    dotted = ".".join(map(str, path))
    name = next((step for step in reversed(path) if isinstance(step, str)), tr("the scenario"))
    about = tr(str(node.get("description", ""))).rstrip(".")
    if kind == "extra_forbidden":
        return _unknown_key(path, dotted, node_at(path[:-1], schema))
    if kind == "missing":
        if isinstance(path[-1], int):
            message = tr("a value is missing in this list")
            return Finding("FORM-LENGTH", "error", dotted, message, _do(about, tr("Add it.")))
        remedy = tr("Add `{name}:` — {about}.", name=name, about=about) if about else tr("Add `{name}:`.", name=name)
        return Finding("FORM-MISSING", "error", dotted, tr("`{name}` is missing", name=name), remedy)
    if detail["loc"] and detail["loc"][-1] == "[key]":
        if path[0] == "accepts":
            message = tr("`{name}` is not the code of a warning", name=short(name))
            remedy = tr("Write the code of a warning, as `W4`; an error cannot be accepted.")
            return Finding("FORM-PATTERN", "error", dotted, message, remedy, at_key=True)
        return _bad_id(dotted, name, at_key=True)
    value = detail["input"]
    if value is None:
        message = tr("nothing is written for `{name}`", name=name)
        return Finding("FORM-EMPTY", "error", dotted, message, _do(about, tr("Write its value, or remove the key.")))
    if isinstance(value, str) and any(other["type"] in ("literal_error", "enum") for other in group) and "enum" in node:
        return _choice(dotted, name, value, node["enum"])
    if kind == "string_pattern_mismatch" and str(detail["ctx"]["pattern"]).startswith("^[a-z][a-z0-9]*("):
        return _bad_id(dotted, str(value), at_key=False)
    message, remedy = _plain_words(detail, name, node)
    code = (
        "FORM-TYPE"
        if "anyOf" in node
        else _CODES.get(kind, "FORM-TYPE" if kind.endswith(("_type", "_parsing")) else "FORM-VALUE")
    )
    return Finding(code, "error", dotted, message, _do(about, remedy))


def _unknown_key(path: Path, dotted: str, parent: Mapping[str, Any]) -> Finding:
    name = str(path[-1])
    known = list(parent.get("properties", {}))
    odd = foreign(name)
    if len(path) > 1:
        message = (
            tr(
                "`{name}` is not a key of `{where}`; it is written with {odd}",
                name=short(name),
                where=path[-2],
                odd=odd,
            )
            if odd
            else tr("`{name}` is not a key of `{where}`", name=short(name), where=path[-2])
        )
    else:
        message = (
            tr("`{name}` is not a key of a scenario; it is written with {odd}", name=short(name), odd=odd)
            if odd
            else tr("`{name}` is not a key of a scenario", name=short(name))
        )
    # Letters that only look alike are no letters to `difflib`.
    plain = name if not odd else "".join(char if char.isascii() else "o" for char in name)
    if " " in name and not odd:
        remedy = tr("If this is the rest of a text: inside braces, a text with a comma needs quotes.")
    else:
        remedy = tr("Known here: {names}.", names=listed(known, 40)) if known else tr("Remove it.")
    return Finding("FORM-UNKNOWN-KEY", "error", dotted, message, remedy, nearest(plain, known), at_key=True)


def _bad_id(dotted: str, name: str, *, at_key: bool) -> Finding:
    odd = foreign(name)
    message = (
        tr("`{name}` is not an id; it is written with {odd}", name=short(name), odd=odd)
        if odd
        else tr("`{name}` is not an id", name=short(name))
    )
    remedy = tr(
        "An id is made of lower-case letters a-z and digits, with single hyphens between words, up to 48 of them."
    )
    idlike = "-".join("".join(char if char.isascii() and char.isalnum() else " " for char in name.lower()).split())
    suggestion = idlike if idlike and idlike[0].isalpha() and idlike != name and len(idlike) <= 48 else None
    return Finding("FORM-ID", "error", dotted, message, remedy, suggestion, at_key)


def _choice(dotted: str, name: str, value: str, known: list[Any]) -> Finding:
    names = [str(choice) for choice in known]
    message = tr("`{word}` is not one of the words for `{name}`", word=short(value), name=name)
    remedy = tr("Write one of {words}.", words=listed(names, 40))
    return Finding("FORM-CHOICE", "error", dotted, message, remedy, nearest(value, names))


_CODES = {
    "literal_error": "FORM-CHOICE",
    "enum": "FORM-CHOICE",
    "greater_than_equal": "FORM-RANGE",
    "less_than_equal": "FORM-RANGE",
    "greater_than": "FORM-RANGE",
    "less_than": "FORM-RANGE",
    "too_long": "FORM-LENGTH",
    "too_short": "FORM-LENGTH",
    "string_too_long": "FORM-LENGTH",
    "string_too_short": "FORM-LENGTH",
    "string_pattern_mismatch": "FORM-PATTERN",
    "model_type": "FORM-TYPE",
    "model_attributes_type": "FORM-TYPE",
}


def _plain_words(detail: ErrorDetails, name: str, node: Mapping[str, Any]) -> tuple[str, str]:
    """Message and remedy for the commoner faults; `detail` is pydantic's account of one."""
    ctx: Mapping[str, Any] = detail.get("ctx", {})
    value = detail["input"]
    match detail["type"]:
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            low, high = node.get("minimum"), node.get("maximum")
            if None not in (low, high):
                remedy = tr("Write a whole number from {low} to {high}.", low=low, high=high)
            elif high is None:
                remedy = tr("Write a whole number at least {low}.", low=low)
            else:
                remedy = tr("Write a whole number at most {high}.", high=high)
            return tr("`{name}` is {value}, outside what is possible", name=name, value=value), remedy
        case "too_long" | "too_short":
            n = ctx.get("actual_length") or 0
            if (most := ctx.get("max_length")) is not None:
                message = trn(
                    "`{name}` has {n} entry, more than {most}",
                    "`{name}` has {n} entries, more than {most}",
                    n, name=name, most=most
                )  # fmt: skip
            else:
                message = trn(
                    "`{name}` has {n} entry, fewer than {least}",
                    "`{name}` has {n} entries, fewer than {least}",
                    n, name=name, least=ctx.get("min_length")
                )  # fmt: skip
            return message, tr("Add or remove entries.")
        case "string_too_long":
            message = tr(
                "`{name}` has {n} characters, more than {most}",
                name=name, n=number(len(str(value))), most=number(ctx["max_length"])
            )  # fmt: skip
            return message, tr("Shorten it.")
        case "string_too_short":
            return tr("`{name}` has too few characters", name=name), tr("Write at least {n}.", n=ctx["min_length"])
        case "string_pattern_mismatch":
            message = tr("`{value}` is not written as `{name}` should be", value=short(str(value)), name=name)
            return message, _pattern_remedy(str(ctx["pattern"]))
        case "value_error":
            return str(ctx["error"]), tr("Change it until that holds.")
    wanted = list(dict.fromkeys(_wanted(part) for part in node.get("anyOf", [node])))
    either = tr(" or ").join(wanted)
    message = tr("`{name}` is {value}, and should be {wanted}", name=name, value=_described(value), wanted=either)
    return message, tr("Write {wanted}.", wanted=either)


def _pattern_remedy(pattern: str) -> str:
    if "\\n" in pattern:
        return tr("Write it on one line.")
    if "a-z]{2}" in pattern:
        return tr("Write the two letters of the language: `en`, `fr`, `ar`.")
    if "D(" in pattern:
        return tr("Write a dimension of the rubric, `D1` to `D12`.")
    return tr("Write numbers with points between them, in quotes: '1.0'.")


def _described(value: Any) -> str:
    match value:
        case bool():
            return f"`{str(value).lower()}`"
        case int():
            return tr("the number {n}", n=value)
        case str():
            return tr("the text `{text}`", text=short(value))
        case list():
            return tr("a list")
        case dict():
            return tr("a mapping of keys")
    return tr("nothing")


def _wanted(node: Mapping[str, Any]) -> str:
    if "const" in node:
        return f"`{node['const']}`"
    if "enum" in node:
        return tr("one of {words}", words=listed(map(str, node["enum"]), 40))
    return tr(_KINDS.get(str(node.get("type")), mark("a mapping of keys")))


_KINDS = {
    "string": mark("a text"),
    "integer": mark("a whole number"),
    "boolean": mark("`true` or `false`"),
    "array": mark("a list"),
}


def _do(about: str, remedy: str) -> str:
    return tr("{remedy} ({about}.)", remedy=remedy, about=about) if about else remedy
