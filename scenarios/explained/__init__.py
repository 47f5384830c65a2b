"""What a code of a problem means, why it matters, an example, and what to do: one short page each."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scenarios.codes import CODES
from scenarios.explained.rules import RULES
from scenarios.explained.texts import TEXTS
from scenarios.texts import SOURCE, language, tr

EXAMPLES = "examples.json"

REASONS: Mapping[str, tuple[str, str]] = {**TEXTS, **RULES}
"""By code: why it matters, and what to do."""


class Example(NamedTuple):
    """What a problem looks like."""

    line: str
    """A line with it; empty where it is about more than a line."""
    column: int
    message: str
    """What is said about it, in English."""


@cache
def examples() -> Mapping[str, Example]:
    """How the codes look that a scenario alone can have."""
    found = json.loads(Path(__file__).with_name(EXAMPLES).read_text("utf-8"))
    return {code: Example(*example) for code, example in found.items()}


def explained(code: str) -> str:
    """The page of a code in the language that is spoken. Raises KeyError for an unknown one."""
    why, remedy = REASONS[code]
    kind = tr("warning") if code.startswith(("W", "PO-UNKNOWN", "PO-LANGUAGE")) else tr("error")
    parts = [f"{code} ({kind})", tr(CODES[code]), tr("Why: {why}", why=tr(why))]
    example = examples().get(code)
    if example is not None and example.line:
        parts.append("\n".join([tr("Example:"), f"    {example.line}", f"    {' ' * (example.column - 1)}^"]))
    elif example is not None and language() == SOURCE:
        parts.append(f"Example: {example.message}.")
    return "\n\n".join([*parts, tr("What to do: {remedy}", remedy=tr(remedy))])
