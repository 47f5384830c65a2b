"""Beginning a case, its schema for editors, and diagrams, as a designer asks for them."""

import json
from pathlib import Path

import pytest

from scenarios.schema import text as schema_text
from scenarios.starting import SCHEMA, TEMPLATES
from scenarios.texts import spoken_in
from tests.cli.running import Run, Tell

ROOT = Path(__file__).parents[2]
WELL = ROOT / "tests/cases/well"


def test_a_new_case_is_sound_and_can_be_rehearsed(run: Run, tmp_path: Path) -> None:
    told = run("new", "my-case", "--title", "It's mine: now")
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == ["my-case/scenario.yaml", f"my-case/{SCHEMA}"]
    assert "goodoffices check my-case" in told.stderr
    assert json.loads((tmp_path / "my-case" / SCHEMA).read_text("utf-8"))["type"] == "object"
    told = run("check", "my-case")
    assert (told.returncode, told.stdout) == (0, "")
    told = run("demo", "--scenario", "my-case", "--out", "out")
    assert told.returncode == 0, told.stderr
    assert "It's mine: now" in told.stderr
    assert "the talks ended with" in told.stderr


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_can_be_begun(tell: Tell, tmp_path: Path, name: str) -> None:
    told = tell("new", "my-case", "--template", name.replace("_", "-"), "--dir", tmp_path / "cases")
    assert told.status == 0, told.err
    assert ("Not played yet" in told.err) == bool(TEMPLATES[name].lacks)
    text = (tmp_path / "cases" / "my-case" / "scenario.yaml").read_text("utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA}\n# $schema: {SCHEMA}\n")
    assert "\nid: my-case\n" in text


def test_the_templates_are_told(tell: Tell) -> None:
    told = tell("new", "any", "--template", "list")
    assert [line.split()[0] for line in told.out.splitlines()] == list(TEMPLATES)


def test_a_copy_of_a_case(tell: Tell) -> None:
    told = tell("new", "my-well", "--from", WELL, "--title", "My Well")
    assert told.status == 0, told.err
    told = tell("check", "my-well", "--json")
    assert told.status == 0
    assert not [problem for problem in json.loads(told.out) if problem["severity"] == "error"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("My Case",), "The nearest one: my-case"),
        (("My", "Case"), "The nearest one: my-case"),
        (("there",), "is there already"),
        (("x", "--template", "clasic"), "Templates: classic"),
        (("x", "--from", "nowhere"), "nowhere"),
        (("x", "--from", WELL, "--template", "classic"), "do not go with it"),
        (("x", "--title", " "), "--title"),
        (("x", "--dir", "file"), "file"),
    ],
)
def test_what_cannot_be_begun(tell: Tell, tmp_path: Path, words: tuple[object, ...], said: str) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "file").write_text("")
    told = tell("new", *words)
    assert told.status in (1, 2)
    assert said in told.err
    assert told.out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "there"]


def test_the_schema(tell: Tell, tmp_path: Path) -> None:
    assert tell("schema").out == schema_text()
    told = tell("schema", "--out", "mine.json")
    assert (told.status, told.out) == (0, "")
    assert (tmp_path / "mine.json").read_text("utf-8") == schema_text()
    told = tell("schema", "--out", tmp_path / "nowhere" / "mine.json")
    assert told.status == 2
    assert "cannot be written" in told.err


def test_the_schema_speaks_and_has_the_same_shape(tell: Tell) -> None:
    with spoken_in("fr"):
        told = json.loads(schema_text())
    assert told.keys() == json.loads(tell("schema").out).keys()
    assert told["properties"].keys() == json.loads(schema_text())["properties"].keys()


def test_the_course_of_a_case(tell: Tell) -> None:
    assert tell("graph", WELL).out.startswith("flowchart TD\n    phase_briefing")
    assert tell("graph", WELL, "--format", "text").out.startswith("Briefing: 5 min (3 to 8)\n")


def test_a_machine(tell: Tell) -> None:
    assert tell("graph", "--machine", "consent").out.startswith("stateDiagram-v2\n    [*] --> unasked\n")
    assert "walk_out -> suspended" in tell("graph", "--machine", "consent", "--format", "text").out
    told = tell("graph", "--machine", "consnet")
    assert told.status == 2
    assert "consent, issue" in told.err
    assert tell("graph").status == 2
