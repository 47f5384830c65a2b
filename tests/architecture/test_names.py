"""The engine, the stand-ins and the scoring know mechanisms and no case: nothing in them is called as in a scenario."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from roles.acts import Act, Family
from scenarios.schema import schema
from tests.conformance.cases import FILES, load

ROOT = Path(__file__).parents[2]
ROOMS = ("simulator/engine", "simulator/rehearsal", "scoring", "roles")


def of_cases() -> set[str]:
    """The ids that cases give: to themselves, phases, bodies, texts, items, incidents, events and seats."""
    found: set[str] = set()
    for name in FILES:
        case = load(name)
        found.add(case.id)
        for chapter in (case.phases, case.bodies, case.texts, case.agenda_items, case.incidents, case.events):
            found |= set(chapter)
        found |= {*case.seats, *case.parties, *case.issues, *case.follow_up, *case.inputs, *case.shared}
    return found


def of_the_format() -> set[str]:
    """Words of the format itself, which a case may use as an id: keys, choices, acts and families."""
    found = {act.value for act in Act} | {family.value for family in Family}
    parts = [schema(), *schema()["$defs"].values()]
    for part in parts:
        found |= set(part.get("properties", {}))
        found |= {word for words in _choices(part) for word in words}
    return found


def _choices(node: object) -> Iterator[list[str]]:
    if isinstance(node, dict):
        if isinstance(node.get("enum"), list):
            yield [str(word) for word in node["enum"]]
        if "const" in node:
            yield [str(node["const"])]
        for inner in node.values():
            yield from _choices(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _choices(inner)


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The texts in quotes of a module that could be ids, with their lines; docstrings are none."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"[a-z0-9-]+", node.value):
            yield node.lineno, node.value


@pytest.mark.parametrize("room", ROOMS)
def test_no_code_names_what_a_case_names(room: str) -> None:
    ids = ({name for name in of_cases() if "-" in name} | {load(name).id for name in FILES}) - of_the_format()
    found = [
        f"{path.relative_to(ROOT)}:{line} {word}"
        for path in sorted((ROOT / room).rglob("*.py"))
        for line, word in literals(path)
        if word in ids
    ]
    assert found == []


def test_the_engine_names_no_phase_and_no_body() -> None:
    """Ids of one word as well, unless the format itself has the word."""
    words = of_the_format()
    ids = {n for name in FILES for n in (*load(name).phases, *load(name).bodies)} - words
    found = [
        f"{path.relative_to(ROOT)}:{line} {word}"
        for path in sorted((ROOT / "simulator" / "engine").rglob("*.py"))
        for line, word in literals(path)
        if word in ids
    ]
    assert found == []
