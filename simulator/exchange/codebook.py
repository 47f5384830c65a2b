"""What every table and column means, as a page beside the tables."""

from types import NoneType
from typing import Any, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import fields

from scenarios.texts import mark, tr
from simulator.exchange.rows import TABLES, Row, Tables

NAME = "codebook.md"

CONVENTIONS = (
    mark("Each file is one table, and each row one thing. Column names are the same in every language."),
    mark(
        "The first columns of every table but the first say which session, event, minute, phase, seat, party and "
        "people a row is about."
    ),
    mark(
        "UTF-8 with a byte order mark, because Excel reads no accents without one; in Python: `encoding='utf-8-sig'`. "
        "Fields are separated by commas, lines end with CRLF (RFC 4180)."
    ),
    mark(
        "A text that a spreadsheet would compute begins with an apostrophe: where its first sign that is not blank is "
        "`=`, `+`, `-`, `@` or a wide or small twin of one. So does such a sign after a semicolon, which ends a cell "
        "in some countries. Numbers stay numbers."
    ),
    mark(
        "Line breaks within a text are spaces here, and control characters and direction marks are left out. "
        "`session.json` has every text as it was typed."
    ),
    mark("An empty cell means that there is nothing, or that it was not observed. It never means zero."),
    mark("Several values in a cell are separated by a semicolon and a space. Yes and no are `true` and `false`."),
    mark(
        "Without names, people are `person-1`, `person-2` and so on, in the order in which they were cast, and the "
        "same ones throughout this session. Their names are replaced in what people typed, too; nicknames and slips of "
        "the pen are not found, so read the texts before you pass them on."
    ),
    mark(
        "Self-reports stand here for groups of four or more only (`measure_cells`), private notes without what they "
        "say, and the stop word without who said it."
    ),
)
"""What holds for all tables, in English."""

KINDS: dict[Any, str] = {
    # Translators: kinds of columns of a table.
    str: mark("text"),
    int: mark("whole number"),
    float: mark("decimal number"),
    bool: mark("yes or no"),
    tuple: mark("several"),
    dict: mark("JSON"),
}
"""What kinds of columns are called, in English."""


def codebook() -> str:
    """The page that lies beside the tables, in the language that is spoken."""
    title = tr("Codebook")
    return "\n\n".join([f"# {title}", *_body(2)]) + "\n"


def tables_told(level: int) -> str:
    """The same for any session, with headings of a level."""
    return "\n\n".join(_body(level))


def _body(level: int) -> list[str]:
    parts = ["\n".join(f"- {tr(each)}" for each in CONVENTIONS)]
    shared: tuple[str, ...] = Row.__struct_fields__
    signs = "#" * level
    everywhere = tr("Columns of every table but the first")
    parts += [f"{signs} {everywhere}", _columns(Row, ())]
    meanings = {each.name: _meta(each.type).description or "" for each in fields(Tables)}
    for name, kind in TABLES:
        skipped = shared if issubclass(kind, Row) else ()
        parts += [" ".join((signs, f"`{name}.csv`")), tr(meanings[name]), _columns(kind, skipped)]
    return parts


def _columns(kind: type[Struct], skipped: tuple[str, ...]) -> str:
    heads = (tr("column"), tr("kind"), tr("unit"), tr("meaning"))
    lines = [f"| {' | '.join(heads)} |", "|---|---|---|---|"]
    for each in fields(kind):
        if each.name not in skipped:
            meta = _meta(each.type)
            unit = (meta.extra_json_schema or {}).get("unit", "")
            lines.append(f"| `{each.name}` | {_kind(each.type)} | {tr(unit)} | {tr(meta.description or '')} |")
    return "\n".join(lines)


def _meta(annotation: Any) -> Meta:
    meta: Meta = get_args(annotation)[1]
    return meta


def _kind(annotation: Any) -> str:
    """What kind of column it is, by its annotation."""
    plain = get_args(annotation)[0]
    kinds = [part for part in get_args(plain) if part is not NoneType] if NoneType in get_args(plain) else [plain]
    return ", ".join(tr(KINDS[get_origin(kind) or kind]) for kind in kinds)
