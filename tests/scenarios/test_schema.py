from pathlib import Path

from scenarios.schema import node_at, schema, shipped, text


def test_the_shipped_schema_is_current() -> None:
    """After a change of the model: `python -m scenarios.schema > scenarios/scenario.schema.json`."""
    assert Path(shipped()).read_text("utf-8") == text()


def test_values_are_described_as_they_are_written() -> None:
    values = node_at(("parties", "upper", "values", "hours"), schema())
    assert values["required"] == ["weight"]
    assert set(values["properties"]) == {"weight"}
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
