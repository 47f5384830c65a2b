import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from scenarios.examples import EXAMPLES
from scenarios.reading import read_text
from scenarios.schema import needed_keys, node_at, schema, shipped, text
from scenarios.yaml12 import parse

ROOT = Path(__file__).parents[2]
CASES = [*(ROOT / "tests" / "cases").glob("*/*.yaml"), *(ROOT / "scenarios" / "library").glob("*/*.yaml")]
LEVY = ROOT / "tests" / "cases" / "levy" / "scenario.yaml"


def test_the_shipped_schema_is_current() -> None:
    """After a change of the model: `python -m scenarios.schema > scenarios/scenario.schema.json`."""
    assert Path(shipped()).read_text("utf-8") == text()


def test_values_are_described_as_they_are_written() -> None:
    values = node_at(("parties", "upper", "values", "hours"), schema())
    assert values["required"] == ["weight"]
    assert set(values["properties"]) == {"weight", "linear", "peak", "steps"}
    assert node_at(("parties", "upper", "values", "hours", "shared-board"), schema())["maximum"] == 100


def test_every_key_is_described() -> None:
    silent = [
        f"{name}.{key}"
        for name, part in [("Scenario", schema()), *schema()["$defs"].items()]
        for key in part.get("properties", {})
        if not node_at((key,), {**part, "$defs": schema()["$defs"]}).get("description")
    ]
    assert silent == []


def test_names_of_python_are_no_keys_of_the_format() -> None:
    text_keys = {key for part in schema()["$defs"].values() for key in part.get("properties", {})}
    assert {"in", "not"} <= text_keys
    assert not {"in_", "not_"} & text_keys


# -- what an editor would say -----------------------------------------------------------------------------------------

KINDS: Mapping[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)
}  # fmt: skip


def faults(value: Any, node: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """What a validator of JSON Schema finds, for the words of the language that the schema uses."""
    if "$ref" in node:
        yield from faults(value, schema()["$defs"][node["$ref"].rpartition("/")[2]], where)
    for word, most in (("anyOf", None), ("oneOf", 1)):
        fitting = sum(1 for part in node.get(word, ()) if not list(faults(value, part)))
        if word in node and not 1 <= fitting <= (most or fitting):
            yield f"{where}: {word}"
    kind = KINDS.get(node.get("type", ""), object)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        yield f"{where}: type"
        return
    if "enum" in node and value not in node["enum"]:
        yield f"{where}: enum"
    if isinstance(value, int) and not node.get("minimum", value) <= value <= node.get("maximum", value):
        yield f"{where}: range"
    if isinstance(value, str) and not re.search(node.get("pattern", ""), value):
        yield f"{where}: pattern"
    if isinstance(value, list):
        if not node.get("minItems", 0) <= len(value) <= node.get("maxItems", len(value)):
            yield f"{where}: items"
        for number, item in enumerate(value):
            prefix = node.get("prefixItems", ())
            yield from faults(
                item, prefix[number] if number < len(prefix) else node.get("items", {}), f"{where}.{number}"
            )
    if isinstance(value, dict):
        if not node.get("minProperties", 0) <= len(value) <= node.get("maxProperties", len(value)):
            yield f"{where}: properties"
        yield from (f"{where}: {key} is missing" for key in node.get("required", ()) if key not in value)
        for key, inner in value.items():
            parts = [node["properties"][key]] if key in node.get("properties", {}) else []
            parts += [part for pattern, part in node.get("patternProperties", {}).items() if re.search(pattern, key)]
            if not parts and node.get("additionalProperties") is False:
                yield f"{where}: {key} is unknown"
            for part in parts:
                yield from faults(inner, part, f"{where}.{key}")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_an_editor_finds_no_fault_in_a_sound_case(path: Path) -> None:
    assert list(faults(parse(path.read_text("utf-8"), path.name).data, schema())) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("linear: {worst: 0, best: 40}", "linear: {worst: 0}", ".parties.harbour.values.levy: anyOf"),
        ("linear: {worst: 0, best: 40}", "linear: 7", ".parties.harbour.values.levy.linear: anyOf"),
        ("linear: {worst: 0, best: 40}", "at-0: 101", ".parties.harbour.values.levy.at-0: range"),
        ("peak: {best: 10, worst: [-10, 40]}", "peak: {best: 10, worst: [-10]}", None),
        ("{from: 12, points: 100}]", "{from: 12, points: 101}]", ".parties.fishers.values.start.steps.1.points: range"),
        ("points: 8", "points: 101", ".parties.fishers.linkages.0.points: range"),
        ("range: {from: 0, to: 40, step: 5,", "range: {from: 0, step: 5,", ".issues.levy.range: anyOf"),
        ("    default: at-0\n", "    default: at-0\n    options: {a: {label: A, text: A.}, b: {label: B, text: B.}}\n",
         ".issues.levy: oneOf"),
    ],
)  # fmt: skip
def test_an_editor_marks_what_the_reader_refuses(old: str, new: str, expected: str | None) -> None:
    written = LEVY.read_text("utf-8")
    assert written.count(old) == 1
    changed = written.replace(old, new)
    assert read_text(changed).errors
    found = list(faults(parse(changed, "levy").data, schema()))
    assert len(found) == 1
    if expected is not None:
        assert found[0].startswith(expected.rpartition(": ")[0])


# -- what an editor shows ---------------------------------------------------------------------------------------------


def chosen(node: Mapping[str, Any]) -> bool:
    """Whether what stands there is a choice of words, or has keys of its own that say more."""
    if "$ref" in node:
        part = schema()["$defs"][node["$ref"].rpartition("/")[2]]
        return "enum" in part or "properties" in part
    if "anyOf" in node:
        return all(chosen(part) for part in node["anyOf"] if part.get("type") != "null")
    if node.get("type") == "array":
        return "items" in node and chosen(node["items"])
    if node.get("type") == "object":
        return all(chosen(part) for part in node.get("patternProperties", {}).values())
    return node.get("type") == "boolean" or "enum" in node or "const" in node


def keys() -> Iterator[tuple[str, str, Mapping[str, Any], bool]]:
    """Every key of the format: its part, its name, its schema, and whether it must be there."""
    for name, part in [("Scenario", schema()), *schema()["$defs"].items()]:
        for key, node in part.get("properties", {}).items():
            yield name, key, node, key in needed_keys(part)


def test_every_key_shows_an_example_or_its_words_and_its_default() -> None:
    assert [f"{name}.{key}" for name, key, node, _ in keys() if "examples" not in node and not chosen(node)] == []
    assert [f"{name}.{key}" for name, key, node, must in keys() if not must and "default" not in node] == []


def test_every_example_and_default_is_what_the_key_may_hold() -> None:
    for name, key, node, _ in keys():
        for example in node.get("examples", ()):
            assert list(faults(example, node)) == [], (name, key, example)
        if node.get("default") not in (None, {}, []):
            assert list(faults(node["default"], node)) == [], (name, key)


def test_no_example_is_left_of_a_key_that_is_gone() -> None:
    known = {(name, key) for name, key, _, _ in keys()}
    assert {(name, key) for name, examples in EXAMPLES.items() for key in examples} <= known
