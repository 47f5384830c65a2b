"""The JSON document and its schema say the same, and the document loses nothing."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from simulator.engine import Record
from simulator.exchange.document import DIALECT, Document, schema
from simulator.exchange.rows import TABLES
from tests.exchange.conftest import PAYLOADS, WITHOUT_NAMES, made, poisoned, rows


def test_a_document_is_what_its_schema_says(agreed: Record, judged: Record) -> None:
    described = json.loads(schema())
    for record in (agreed, judged):
        content = made(record)["session.json"]
        msgspec.json.decode(content, type=Document, strict=True)
        assert list(wrong(json.loads(content), described, described)) == []
    broken = json.loads(content)
    broken["tables"]["floor"] = [{"event": "no number"}]
    assert list(wrong(broken, described, described))


def test_the_schema_describes_every_column() -> None:
    described = json.loads(schema())
    assert described["$schema"] == DIALECT
    for name, kind in TABLES:
        columns = described["$defs"][kind.__name__]
        assert columns["required"] == list(kind.__struct_fields__), name
        assert columns["additionalProperties"] is False
        assert all(column["description"] for column in columns["properties"].values())
    assert described["$defs"]["TurnRow"]["properties"]["play_seconds"]["unit"] == "seconds"


def test_numbers_are_numbers_and_texts_are_as_they_were_typed(agreed: Record) -> None:
    tables = json.loads(made(poisoned(agreed, PAYLOADS["csv_eq"]), WITHOUT_NAMES)["session.json"])["tables"]
    assert tables["packages"][0]["play_seconds"] == 660
    assert tables["packages"][0]["complete"] is True
    # The payload is also the name that the people were cast under here, so it is told as one.
    typed = json.loads(made(poisoned(agreed, PAYLOADS["csv_eq"]))["session.json"])["tables"]
    assert typed["packages"][0]["text"] == PAYLOADS["csv_eq"]


def test_the_same_session_makes_the_same_bytes(agreed: Record) -> None:
    assert made(agreed) == made(Record(agreed.scenario, agreed.seed, agreed.events))


def wrong(value: Any, node: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    """What of a value a schema does not allow, as far as our schemas go."""
    if "$ref" in node:
        node = root["$defs"][node["$ref"].rpartition("/")[2]]
    if "anyOf" in node:
        if all(list(wrong(value, each, root)) for each in node["anyOf"]):
            yield f"{value!r} is none of {node['anyOf']}"
        return
    if "enum" in node and value not in node["enum"]:
        yield f"{value!r} is not in {node['enum']}"
    kinds = {
        "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
        "null": type(None),
    }  # fmt: skip
    if "type" in node and not isinstance(value, kinds[node["type"]]):  # type: ignore[arg-type]
        yield f"{value!r} is no {node['type']}"
        return
    if isinstance(value, dict) and "properties" in node:
        yield from (f"{name} is missing" for name in node["required"] if name not in value)
        yield from (f"{name} is unknown" for name in value if name not in node["properties"])
        for name, part in node["properties"].items():
            if name in value:
                yield from wrong(value[name], part, root)
    if isinstance(value, list) and "items" in node:
        for part in value:
            yield from wrong(part, node["items"], root)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_whatever_was_typed_every_file_can_be_read(payload: str, agreed: Record) -> None:
    record = poisoned(agreed, payload)
    whole = made(agreed)
    for name, content in made(record).items():
        if name.endswith(".csv"):
            assert len(rows(content)) == len(rows(whole[name])) or name == "moodle.csv", name
            cells = [cell for row in rows(content) for cell in row.values()]
            assert not [c for c in cells if c.lstrip().startswith(tuple("=+@＝＋－＠"))], name
        elif name.endswith(".json"):
            json.loads(content)
        elif name.endswith(".jsonl"):
            assert [json.loads(line)["id"] for line in content.splitlines()]
