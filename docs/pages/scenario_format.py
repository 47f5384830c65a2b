"""scenario-format.md: the keys of a scenario."""

import json
import re
from collections.abc import Mapping
from typing import Any

from docs.pages.told import notes, page, said, table, text
from roles import acts
from roles.acts import Family
from scenarios.model import bodies
from scenarios.schema import needed_keys, schema

PLACES = {
    "Scenario": "The file",
    "Mandate": "`mandate`",
    "Party": "`parties.<id>`",
    "Interest": "`parties.<id>.interests.<id>`",
    "IssueValues": "`parties.<id>.values.<issue>`",
    "Linear": "`parties.<id>.values.<issue>.linear`",
    "Peak": "`parties.<id>.values.<issue>.peak`",
    "Step": "`parties.<id>.values.<issue>.steps`, each entry",
    "Linkage": "`parties.<id>.linkages`, each entry",
    "Faction": "`parties.<id>.factions.<id>`",
    "Capital": "`parties.<id>.capital`",
    "Seat": "`seats.<id>`",
    "Casting": "`casting`, each entry",
    "Issue": "`issues.<id>`",
    "Option": "`issues.<id>.options.<id>`",
    "Commitment": "`issues.<id>.options.<id>.commitments`, each entry",
    "Range": "`issues.<id>.range`",
    "NegotiatingText": "`text`, `texts.<id>`",
    "Clause": "`text.clauses.<id>`, `texts.<id>.clauses.<id>`",
    "ReferenceText": "`reference`",
    "Article": "`reference.articles.<id>`",
    "FollowUp": "`follow_up.<id>`",
    "InputCard": "`inputs.<id>`",
    "Synthesis": "`synthesis`",
    "Incident": "`incidents.<id>`",
    "Hotline": "`hotline`",
    "Shared": "`shared.<id>`",
    "AgendaItem": "`agenda_items.<id>`",
    "Body": "`bodies.<id>`",
    "DecisionRule": "`bodies.<id>.rule`, `text.rule`, `texts.<id>.rule`",
    "BodyRights": "`bodies.<id>.rights.<archetype>`",
    "Phase": "`phases.<id>`",
    "CostOfDelay": "`delay`",
    "Expert": "`expert`",
    "Inject": "`events.<id>`",
    "Expectation": "`events.<id>.expect`",
    "Effect": "`events.<id>.effects`, each entry",
    "Condition": "Conditions: `when` and `leave_when`",
    "Pulse": "`pulses.<id>`",
    "StressTest": "`stress_test`",
    "Shock": "`stress_test.shocks.<id>`",
    "Debrief": "`debrief`",
    "DebriefQuestion": "`debrief.questions`, each entry",
}
"""Every part of the format, and where it stands in the file, in the order of a file."""


def format_page() -> str:
    """Every key of a scenario file."""
    made = schema()
    parts = [
        text("""
            One folder a scenario, with one file `scenario.yaml`. Begin it with the line that makes an editor with a
            YAML language server complete the keys (the schema lies at `scenarios/scenario.schema.json`):

            ```yaml
            # yaml-language-server: $schema=../../scenario.schema.json
            ```

            A file means one thing in every editor: YAML 1.2 rules, one document, UTF-8, spaces and no tabs, no anchors,
            aliases, merge keys or tags, at most 512 KB, 10,000 values and 24 levels. `yes`, `no`, `12:30` and dates
            need quotes. Unknown keys are errors with the nearest known key. `goodoffices check` tells all problems at
            once ([Problems](problems.md)).
        """),
        "## Kinds of values\n\n"
        + table(
            ("kind", "means"),
            (
                ("id", "Lower-case words joined by hyphens, at most 48 characters: `joint-commission`."),
                ("line", "One line for people, at most 300 characters."),
                ("text", "Paragraphs with blank lines between, at most 16,000 characters; `- ` begins a list item, "
                 "`## ` a heading. Write it as a block: `brief: |`."),
                ("points", "A whole number from 0 to 100."),
                ("minutes", "Whole minutes, at most 720."),
                ("amount", "A whole number from -1,000,000,000 to 1,000,000,000: per cent, days, kilometres."),
                ("mapping of id to …", "Things with an id are keyed by it; their order in the file is their order."),
            ),
        ),
    ]  # fmt: skip
    for name, place in PLACES.items():
        node = made if name == "Scenario" else made["$defs"][name]
        rows = []
        for key, value in node.get("properties", {}).items():
            needed = "must be there" if key in needed_keys(node) else _default(value)
            rows.append((f"`{key}`", _shape(value), needed, value.get("description") or _about(value), _example(value)))
        for value in node.get("patternProperties", {}).values():
            rows.append(
                ("an option's id", _shape(value), "must be there, or a curve", value.get("description", ""), "`40`")
            )
        intro = said(type("_", (), {"__doc__": node.get("description", "")}))
        parts.append(f"## {place}\n\n{intro}\n\n" + table(("key", "value", "default", "what it says", "example"), rows))
    rules = notes(bodies)
    parts.append(
        "## Words\n\n### Decision rules (`kind` of a rule)\n\n"
        + table(
            ("word", "means"),
            [(f"`{rule.value}`", rules[f"RuleKind.{rule.name}"]) for rule in bodies.RuleKind],
        )
        + "\n\n### Families of acts (`allows`)\n\n"
        + table(("word", "means"), [(f"`{f.value}`", notes(acts)[f"Family.{f.name}"]) for f in Family])
        + "\n\nActs (`expect.acts`) and archetypes (`archetype`) are on the page [Rights](rights.md)."
    )
    return page("The scenario format", *parts)


def _about(node: Mapping[str, Any]) -> str:
    """The description of the part that a value is."""
    part = schema()["$defs"].get(node.get("$ref", "").rpartition("/")[2], {})
    return str(part.get("description", ""))


def _default(node: Mapping[str, Any]) -> str:
    default = node.get("default")
    return "nothing" if default in (None, [], {}) else f"`{str(default).lower()}`"


def _example(node: Mapping[str, Any]) -> str:
    """The first example of a key as it may be written on one line."""
    if not node.get("examples"):
        return ""
    example = node["examples"][0]
    written = example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)
    written = re.sub(r'"([A-Za-z][\w .-]*)"', r"\1", written) if not isinstance(example, str) else written
    return f"`'{written}'`" if re.fullmatch(r"[\d.]+", written) and isinstance(example, str) else f"`{written}`"


def _shape(node: Mapping[str, Any]) -> str:
    """The kind of a value, from its part of the JSON Schema."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        if name in PLACES:
            place = PLACES[name]
            anchor = re.sub(r"[^a-z0-9 _-]", "", place.lower()).replace(" ", "-")
            return f"[{place}](#{anchor})"
        if name in ("Act",):
            return "an [act](rights.md#acts)"
        return " · ".join(f"`{word}`" for word in schema()["$defs"][name]["enum"])
    if "anyOf" in node:
        return " or ".join(_shape(part) for part in node["anyOf"] if part.get("type") != "null")
    if "const" in node:
        return f"`{node['const']}`"
    if "enum" in node:
        return " · ".join(f"`{word}`" for word in node["enum"])
    if "prefixItems" in node:
        return f"list of {len(node['prefixItems'])} numbers"
    if node.get("type") == "array":
        inner = _shape(node["items"])
        return f"list of {inner}s" if inner in ("id", "line", "text") else f"list of {inner}"
    if node.get("type") == "object":
        ((pattern, inner),) = node["patternProperties"].items()
        return f"mapping of {'id' if pattern.startswith('^[a-z]') else 'word'} to {_shape(inner)}"
    if node.get("type") == "string":
        if node.get("pattern", "").startswith("^[a-z][a-z0-9]*"):
            return "id"
        longest = int(node.get("maxLength", 0))
        return {300: "line", 16_000: "text"}.get(longest, f"text, up to {longest}" if longest else "text")
    if node.get("type") == "integer":
        low, high = node.get("minimum"), node.get("maximum")
        if high == 1_000_000_000 and low == -high:
            return "amount"
        return "number" + (f" {low}–{high}" if high is not None else f" from {low}" if low is not None else "")
    return {"boolean": "`true` or `false`"}[node["type"]]
