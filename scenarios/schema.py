"""The JSON Schema of the format: what an editor completes and checks while somebody writes."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from scenarios.examples import EXAMPLES
from scenarios.model import Scenario
from scenarios.texts import tr

SHIPPED = "scenario.schema.json"


@cache
def schema() -> dict[str, Any]:
    """The schema, generated from the model; treat it as read-only."""
    made = Scenario.model_json_schema(by_alias=True)
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "A Good Offices scenario"
    _close(made)
    for name, part in {"Scenario": made, **made["$defs"]}.items():
        _show(part, EXAMPLES.get(name, {}))
    needed = made.pop("required")
    made["anyOf"] = [{"required": ["extends"]}, {"required": needed}]
    return made


def needed_keys(node: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys that must be there; those of a whole case may stand in the files that it extends."""
    if "anyOf" in node and "properties" in node:
        node = node["anyOf"][-1]
    return tuple(node.get("required", ()))


def text() -> str:
    """The schema as a text, its descriptions in the language that is spoken; the English one is shipped."""
    return json.dumps(_told(schema()), indent=2, ensure_ascii=False) + "\n"


def shipped() -> str:
    """The schema file that lies in the package, for an editor to be pointed at."""
    return str(Path(__file__).parent / SHIPPED)


def node_at(path: Sequence[str | int], root: Mapping[str, Any]) -> dict[str, Any]:
    """The part of the schema that describes what stands at `path`; empty if nothing does."""
    node = _plain(dict(root), root)
    for step in path:
        node = _plain(_inner(node, step), root)
    return node


def _told(node: Any) -> Any:
    """The node with its descriptions in the language that is spoken."""
    if isinstance(node, list):
        return [_told(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    return {
        key: tr(inner) if key == "description" and isinstance(inner, str) else _told(inner)
        for key, inner in node.items()
    }


def _show(part: dict[str, Any], examples: Mapping[str, Any]) -> None:
    """Put examples and defaults beside the descriptions, where editors show them."""
    for key, node in part.get("properties", {}).items():
        if key in examples:
            node.setdefault("examples", [examples[key]])
        if node.get("type") == "object" and key not in part.get("required", ()):
            node.setdefault("default", {})


def _close(node: Any) -> None:
    """Let editors mark a key that is no id, wherever keys are ids."""
    if isinstance(node, dict):
        if "patternProperties" in node:
            node["additionalProperties"] = False
        for inner in node.values():
            _close(inner)
    elif isinstance(node, list):
        for inner in node:
            _close(inner)


def _inner(node: Mapping[str, Any], step: str | int) -> dict[str, Any]:
    if isinstance(step, int):
        prefixed = node.get("prefixItems", [])
        found = prefixed[step] if step < len(prefixed) else node.get("items")
    else:
        found = node.get("properties", {}).get(step) or next(iter(node.get("patternProperties", {}).values()), None)
    return found if isinstance(found, dict) else {}


def _plain(node: dict[str, Any], root: Mapping[str, Any]) -> dict[str, Any]:
    """The node with references followed and `or nothing` left out; its own description wins."""
    description = node.get("description")
    while True:
        if "$ref" in node:
            node = root["$defs"][node["$ref"].rpartition("/")[2]]
        elif len(some := [part for part in node.get("anyOf", ()) if part.get("type") != "null"]) == 1:
            node = some[0]
        else:
            break
    return {**node, "description": description} if description is not None else node


if __name__ == "__main__":
    print(text(), end="")
