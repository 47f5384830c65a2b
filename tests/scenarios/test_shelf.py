import os
from pathlib import Path

import pytest

from scenarios.shelf import VARIABLE, NotOnShelf, entries, find, folders, shipped

CASE = Path(__file__).parent.parent / "cases" / "well"


@pytest.fixture(autouse=True)
def only_the_test_cases(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(CASE.parent))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def test_a_case_is_found_by_id_by_folder_and_by_file() -> None:
    assert find("well") == find(CASE) == find(CASE / "scenario.yaml") == CASE / "scenario.yaml"


def test_an_unknown_name_is_told_with_the_nearest_one_and_all_there_are() -> None:
    with pytest.raises(NotOnShelf, match=r"no scenario `wel`; did you mean `well`\? .*`well`"):
        find("wel")
    with pytest.raises(NotOnShelf, match=r"holds no scenario\.yaml"):
        find(CASE.parent)
    with pytest.raises(NotOnShelf, match="neither"):
        find("a\0b")
    with pytest.raises(NotOnShelf, match="there is no scenario"):
        find("x" * 2_000)


def test_an_entry_says_what_a_trainer_chooses_by() -> None:
    (well,) = [entry for entry in entries() if entry.id == "well"]
    assert (well.title, well.languages, well.minutes) == ("The Well", ("en",), 30)
    assert (well.seats_min, well.seats_max, well.problem_count) == (3, 4, 0)
    assert well.path == CASE


def test_a_broken_case_stands_on_the_shelf_with_its_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "shelf" / "torn"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text("format: 1\n")
    monkeypatch.setenv(VARIABLE, os.pathsep.join([str(folder.parent), str(tmp_path / "nothing")]))
    (torn,) = [entry for entry in entries() if entry.id == "torn"]
    assert torn.title == "torn"
    assert torn.minutes is None
    assert torn.problem_count > 5


def test_the_users_folder_comes_before_the_shipped_one(tmp_path: Path) -> None:
    assert folders() == (CASE.parent, tmp_path / "good-offices" / "scenarios", shipped())
