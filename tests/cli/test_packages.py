"""A package as people type it, or keep it in a file; every slip gets a sentence that helps."""

from pathlib import Path
from typing import Any

import pytest

from scenarios.model import Scenario
from scenarios.reading import read
from simulator.cli.packages import left_out, package_of
from simulator.cli.talk import Trouble

WELL = Path(__file__).parents[1] / "cases" / "well"
SHARED = {"hours": "shared-board", "keeper": "elder-keeps"}


@pytest.fixture(scope="module")
def well() -> Scenario:
    reading = read(WELL)
    assert reading.scenario is not None
    return reading.scenario


@pytest.mark.parametrize(
    "words",
    [
        "hours=shared-board,keeper=elder-keeps",
        "keeper=elder-keeps,hours=shared-board",
        " hours = shared-board , keeper = elder-keeps, ",
    ],
)
def test_typed(well: Scenario, words: str) -> None:
    assert list(package_of(words, well).items()) == list(SHARED.items())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.json", '{"hours": "shared-board", "keeper": "elder-keeps"}'),
        ("p.yaml", "hours: shared-board\nkeeper: elder-keeps\n"),
        ("p.YML", "\ufeff{hours: shared-board, keeper: elder-keeps}"),
        ("package", '{"keeper": "elder-keeps", "hours": "shared-board"}'),
    ],
)
def test_from_a_file(well: Scenario, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert package_of(str(path), well) == SHARED


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("hours=shared-bord", "Did you mean “shared-board”?"),
        ("houres=shared-board", "Did you mean “hours”?"),
        ("xyz=shared-board", "The issues are `hours`, `keeper`."),
        ("hours=zzz", "Its options are `mornings-upper`, `mornings-lower`, `shared-board`."),
        ("hours=shared-board,hours=mornings-upper", "named twice"),
        ("hours=shared-board,hours=shared-board", "named twice"),
        ("hours", "is not issue=option"),
        ("hours=", "is not issue=option"),
        ("=shared-board", "is not issue=option"),
        ("", "names no issue"),
        (" , ", "names no issue"),
        ("nowhere.json", "No such file"),
        ("a\0b.json", "cannot be read"),
        ("hours=" + "x" * 5000, "There is no option"),
    ],
)
def test_slips(well: Scenario, words: str, told: str) -> None:
    with pytest.raises(Trouble) as trouble:
        package_of(words, well)
    assert told in trouble.value.message
    assert len(trouble.value.message) < 500


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"{}", "names no issue"),
        (b"[1, 2]", "names no issue"),
        (b"hours: [shared-board]", "has no option as its value"),
        (b"hours: 3", "has no option as its value"),
        (b'{"hours": "shared-board", "hours": "mornings-upper"}', ":1:"),
        (b'{"hours": ', ":1:"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"a: &x [*x]", ":1:"),
        (b" " * 70_000, "is larger than 64 KB"),
        (b"hours: shared-bord", "Did you mean “shared-board”?"),
    ],
)
def test_files_that_hold_no_package(well: Scenario, tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(data)
    with pytest.raises(Trouble) as trouble:
        package_of(str(path), well)
    assert told in trouble.value.message
    assert "p.yaml" in trouble.value.message or told.startswith("Did")


def test_a_folder_is_no_package(well: Scenario, tmp_path: Path) -> None:
    (tmp_path / "p.json").mkdir()
    with pytest.raises(Trouble, match="is not a file"):
        package_of(str(tmp_path / "p.json"), well)


def test_what_is_left_out_is_told(well: Scenario) -> None:
    assert left_out(SHARED, well) == ""
    default = well.issues["keeper"].default
    assert left_out({"hours": "shared-board"}, well).endswith(f"keeper={default}.")


def test_many_options_are_not_all_told(table_scenario: Any) -> None:
    case = table_scenario(
        {f"issue-{n}": 12 for n in range(64)}, {"north": {"w": [1] * 64, "v": [list(range(12))] * 64}}
    )
    with pytest.raises(Trouble) as trouble:
        package_of("qqq=o1", case)
    assert "and 52 more" in trouble.value.message
