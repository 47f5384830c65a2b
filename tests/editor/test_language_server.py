"""An editor marks the same places as `goodoffices check`, completes keys and words, and explains them.

It needs node and yaml-language-server, which `make editor` installs into build/editor; without them it is skipped.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.reading import read
from scenarios.starting import begin, renamed, template
from tests.editor.speaking import Server

ROOT = Path(__file__).parents[2]
PLACE = Path(os.environ.get("GOODOFFICES_EDITOR", ROOT / "build" / "editor"))
PROGRAM = PLACE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not PROGRAM.exists(), reason="there is no language server: make editor"
)

SLIPS = {
    "unknown key": ("    summary: Forty", "    sumary: Forty"),
    "missing key": ("    kind: side\n    decides: true\n    summary: Four", "    decides: true\n    summary: Four"),
    "wrong type": ("minutes: 90", "minutes: soon"),
    "wrong word": ("level: introductory", "level: beginner"),
    "out of range": ("minutes: 90", "minutes: 9000"),
    "bad id": ("  guild-speaker:", "  Guild-Speaker:"),
    "too many": ("objectives:\n", "objectives:\n  a: One\n  b: Two\n"),
    "text for true": ("    decides: true\n    summary: Four", "    decides: 'yes'\n    summary: Four"),
    "text for a number": ("    reservation: ", "    reservation: about "),
    "a level too many": ("    short: Quarter", "    short:\n      name: Quarter"),
    "number for a text": ("    short: Quarter", "    short: 12"),
    "too long": ("    short: Quarter", "    short: Quarter of the Tanners"),
    "too few": ("  pen_holder: [mediator]", "  pen_holder: []"),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    one = Server(PROGRAM)
    yield one
    one.close()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    begin(tmp_path / "case", renamed(template("classic"), "case"))
    return tmp_path / "case" / "scenario.yaml"


def test_a_new_case_is_clean(server: Server, case: Path) -> None:
    assert server.problems(case) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_marked_where_check_tells_it(server: Server, case: Path, slip: str) -> None:
    good, bad = SLIPS[slip]
    text = case.read_text("utf-8")
    assert good in text
    case.write_text(text.replace(good, bad, 1), encoding="utf-8")
    told = {(problem.line, problem.column) for problem in read(case).problems if problem.code.startswith("FORM")}
    starts = [each["range"]["start"] for each in server.problems(case)]
    assert {(start["line"] + 1, start["character"] + 1) for start in starts} == told


def test_keys_are_completed(server: Server, case: Path) -> None:
    lines = case.read_text("utf-8").splitlines()
    line = lines.index("    kind: side")
    lines[line] = "    ki"
    case.write_text("\n".join(lines), encoding="utf-8")
    server.problems(case)
    offered = server.at("completion", case, line + 1, len(lines[line]) + 1)
    assert {"kind", "capital", "linkages"} <= {item["label"] for item in offered["items"]}


def test_words_are_completed(server: Server, case: Path) -> None:
    lines = case.read_text("utf-8").splitlines()
    line = lines.index("level: introductory")
    lines[line] = "level: "
    case.write_text("\n".join(lines), encoding="utf-8")
    server.problems(case)
    offered = server.at("completion", case, line + 1, 8)
    assert {"introductory", "intermediate", "advanced"} <= {item["label"] for item in offered["items"]}


def test_a_key_is_explained(server: Server, case: Path) -> None:
    lines = case.read_text("utf-8").splitlines()
    server.problems(case)
    told = server.at("hover", case, lines.index("level: introductory") + 1, 2)
    assert "For whom" in str(told["contents"])
