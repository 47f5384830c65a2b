"""events.md: everything that a record can hold."""

from enum import StrEnum
from typing import get_args

from docs.pages.told import chapters, fields_of, notes, page, said, table, text, wire_name
from simulator.engine import events, words


def events_page() -> str:
    """Every event with its fields."""
    parts = [
        text("""
            A session is a list of these facts and nothing else: what a screen shows, what is scored and what the
            debriefing quotes is computed from them. Each has its number in the record, from 1; `at`, the time in UTC;
            and `by`, the seat that acted, or `trainer` for what exercise control and the clock bring about. In files an
            event is a JSON object with its name under `event`. To change a name or a field is to change the format of
            sessions.
        """)
    ]
    for heading, kinds in chapters(get_args(events.Event)):
        parts.append(f"## {heading.capitalize()}")
        for kind in kinds:
            rows = [(name, shape, note) for name, shape, _, note in fields_of(kind)]
            listed = "\n\n" + table(("field", "value", ""), rows) if rows else ""
            parts.append(f"**`{wire_name(kind)}`**: {said(kind)}{listed}")
    parts.append("## Words\n\nWhat the words in the tables above stand for, where they do not say it themselves.")
    meanings = notes(words)
    for name, kind in sorted(vars(words).items()):
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
            rows3 = [(f"`{m.value}`", meanings[f"{name}.{m.name}"]) for m in kind if f"{name}.{m.name}" in meanings]
            if rows3:
                parts.append(f"{said(kind)}\n\n" + table(("word", "means"), rows3))
    return page("Events", *parts)
