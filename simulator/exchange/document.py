"""A session as one JSON document, and the schema of it."""

from typing import Annotated, Any, Literal

from msgspec import Struct, field, json

from scenarios.texts import mark, tr
from simulator.exchange.rows import Tables
from simulator.exchange.rows.row import column

FORMAT: Literal[1] = 1
"""The number of the form of the document; it rises when something in it means something else."""
NAME = "session.json"
SCHEMA = "session.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Document(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A session, with all that its tables hold: nothing in it is guarded, cut or rounded for spreadsheets."""

    schema: Annotated[str, column(mark("The file that describes this one."))] = field(name="$schema", default=SCHEMA)
    format: Annotated[Literal[1], column(mark("The number of the form of this document."))] = FORMAT
    tables: Annotated[Tables, column(mark("The tables, by name; rows are joined by the number of the event."))]


def document(tables: Tables) -> bytes:
    """The document of a session; the same session makes the same bytes."""
    return json.format(json.encode(Document(tables=tables)), indent=1) + b"\n"


def schema() -> str:
    """The JSON Schema of the document, its descriptions in the language that is spoken."""
    made = json.schema(Document)
    for name, kind in made["$defs"].items():
        if name != Document.__name__:
            kind.pop("description", None)  # the table that holds the rows says it
    head = {"$schema": DIALECT, "title": tr("The data of a Good Offices session")}
    return json.format(json.encode(_told({**head, **made})), indent=2).decode() + "\n"


def _told(node: Any) -> Any:
    """The node with its descriptions in the language that is spoken."""
    if isinstance(node, list):
        return [_told(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        name: tr(part) if name == "description" and isinstance(part, str) else _told(part)
        for name, part in node.items()
    }
