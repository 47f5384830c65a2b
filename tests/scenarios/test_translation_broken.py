"""One folder a rule in `tests/broken/folders`: its `expect.txt` says which problems it has, in which file and where."""

from pathlib import Path

import pytest

from scenarios.codes import CODES
from scenarios.reading import read

FOLDERS = sorted(path for path in (Path(__file__).parent.parent / "broken" / "folders").iterdir() if path.is_dir())


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.name)
def test_each_broken_folder_has_exactly_its_problems_where_it_says(path: Path) -> None:
    well = path / "well"
    problems = read(well).problems
    told = [f"{Path(p.file).relative_to(well)}:{p.line}:{p.column} {p.code}" for p in problems]
    assert told == (path / "expect.txt").read_text("utf-8").splitlines()
    for problem in problems:
        assert path.name == problem.code or path.name.startswith(f"{problem.code}-")
        assert problem.severity == ("warning" if problem.code in ("W23", "PO-UNKNOWN", "PO-LANGUAGE") else "error")
        text = Path(problem.file).read_text("utf-8")
        assert problem.excerpt == text.split("\n")[problem.line - 1]
        assert problem.remedy.endswith((".", ".)"))
        assert not problem.message.endswith(".")


def test_every_code_of_translations_has_a_folder() -> None:
    covered = {code for code in CODES for path in FOLDERS if path.name == code or path.name.startswith(f"{code}-")}
    wanted = {code for code in CODES if code.startswith("PO-")} | {"E6", "W23"}
    # The size is tried with files made for it in test_translation.
    assert wanted - covered == {"PO-SIZE"}
