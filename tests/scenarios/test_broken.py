"""One file a rule in `tests/broken`: its first line says which problems it has, and where."""

import re
from pathlib import Path

import pytest

from scenarios.codes import CODES
from scenarios.reading import read

BROKEN = Path(__file__).parent.parent / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_broken_file_has_exactly_its_problems_where_it_says(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    expected = first.removeprefix("# expect: ").split(", ")
    problems = read(path).problems
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


def test_every_code_has_a_broken_file() -> None:
    elsewhere = {
        "FILE-UNREADABLE",
        "FILE-SIZE",
        "FILE-ENCODING",
        "FILE-PROBLEMS",
        "FILE-OUTSIDE",
        "FILE-CIRCLE",
        "FILE-TWICE",
        "FILE-FOLDER",
        "E6",
        "W20",
        *(code for code in CODES if code.startswith("PO-")),
        "YAML-SIZE",
        "YAML-SYNTAX",
        "REF-FILE",
    }
    covered = {code for code in CODES for path in FILES if re.fullmatch(f"{code}(-[a-z]+)?", path.stem)}
    # A scenario's folder is not part of these files; test_reading, test_folder and test_translation have the rest.
    assert covered == set(CODES) - elsewhere - {"E18"}


def test_every_code_that_the_reader_uses_is_listed() -> None:
    rooms = Path(__file__).parents[2] / "scenarios"
    sources = [path for path in rooms.rglob("*.py") if path.name != "codes.py"]
    used = {
        code
        for path in sources
        for code in re.findall(r'"((?:YAML|FORM|REF|FILE|PO)-[A-Z-]+|[EW]\d{1,2})"', path.read_text("utf-8"))
    }
    assert used == set(CODES)
