"""One file a rule in `tests/broken`: its first line says which problems it has, and where."""

import re
from pathlib import Path

import pytest

from scenarios.accepted import VALUE_RULES
from scenarios.codes import CODES
from scenarios.problems import Problem
from scenarios.reading import LARGEST, read
from scoring import feasibility
from scoring.checked import checked

BROKEN = Path(__file__).parent.parent / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))


VALUES = {code for code in CODES if code in (*VALUE_RULES, "E3", "E4")}


def problems_of(path: Path) -> tuple[Problem, ...]:
    """What is wrong with a broken file; its values are looked at where they are what is broken."""
    reading = read(path)
    code, _, kind = path.stem.partition("-")
    return checked(reading).problems if code in VALUES or kind == "values" else reading.problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_broken_file_has_exactly_its_problems_where_it_says(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    expected = first.removeprefix("# expect: ").split(", ")
    problems = problems_of(path)
    assert [f"{problem.line}:{problem.column} {problem.code}" for problem in problems] == expected
    for problem in problems:
        assert path.stem == problem.code or path.stem.startswith(f"{problem.code}-")
        assert problem.severity == ("warning" if problem.code.startswith("W") else "error")
        assert problem.remedy.endswith((".", ".)"))
        assert problem.message
        assert not problem.message.endswith(".")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_a_case_without_errors_of_form_and_names_becomes_a_scenario(path: Path) -> None:
    reading = read(path)
    readable = re.match(r"[EW]\d", path.stem) is not None
    assert (reading.scenario is not None) is readable


ELSEWHERE = {
    "FILE-UNREADABLE": "made in this module",
    "FILE-SIZE": "made in this module, as it is large",
    "FILE-ENCODING": "made in this module, as no editor should mend it",
    "FILE-PROBLEMS": "made in this module, as it is long",
    "YAML-SIZE": "made in this module, as it is long",
    "REF-FILE": "a fault of a shipped archetype: test_archetypes",
    "E18": "a fault of a folder: test_reading",
    "FILE-OUTSIDE": "a fault between files: test_folder",
    "FILE-CIRCLE": "a fault between files: test_folder",
    "FILE-TWICE": "a fault between files: test_folder",
    "FILE-FOLDER": "a fault of a record: test_folder",
    "E6": "a fault between files: test_translation",
    "W23": "a fault between files: test_translation",
    **dict.fromkeys([code for code in CODES if code.startswith("PO-")], "a fault of a catalogue: test_translation"),
}
"""Codes without a broken file, and why."""

MADE = {
    "FILE-SIZE": (b"# " + b"x" * LARGEST, "1:1 FILE-SIZE"),
    "FILE-ENCODING": (b"format: 1\ntitle: caf\xe9\n", "2:11 FILE-ENCODING"),
    "FILE-PROBLEMS": (b"".join(b"key-%d: 1\n" % n for n in range(300)), "181:1 FILE-PROBLEMS"),
    "YAML-SIZE": (b"a:\n" + b"  - 1\n" * 10_001, "10001:5 YAML-SIZE"),
    "YAML-SIZE-text": (b"a: '" + b"x" * 70_000 + b"'\n", "1:4 YAML-SIZE"),
}


@pytest.mark.parametrize(("content", "expected"), MADE.values(), ids=list(MADE))
def test_files_that_are_too_much_or_no_text(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(content)
    assert expected in [f"{problem.line}:{problem.column} {problem.code}" for problem in read(path).problems]


def test_what_is_no_file(tmp_path: Path) -> None:
    (problem,) = read(tmp_path / "nothing.yaml").problems
    assert (problem.line, problem.column, problem.code) == (1, 1, "FILE-UNREADABLE")


def test_every_code_has_a_broken_file() -> None:
    covered = {code for code in CODES for path in FILES if re.fullmatch(f"{code}(-[a-z]+)?", path.stem)}
    assert covered == set(CODES) - set(ELSEWHERE)


def test_every_code_that_is_used_is_listed() -> None:
    rooms = Path(__file__).parents[2]
    sources = [path for path in (rooms / "scenarios").rglob("*.py") if path.name != "codes.py"]
    used = {
        code
        for path in sources
        if "explained" not in path.parts
        for code in re.findall(r'"((?:YAML|FORM|REF|FILE|PO)-[A-Z-]+|[EW]\d{1,2})"', path.read_text("utf-8"))
    }
    assert used | set(feasibility.CODES) == set(CODES)
