"""A case in several files: pieces keep their places, no name leads out, and a folder is one text in a record."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.folder import BOUND, CASE_FILE, MOST_FILES, Folder, NotRead, bind, inward, unbind
from scenarios.reading import read, read_folder, read_text

WELL = (Path(__file__).parent.parent / "cases" / "well" / "scenario.yaml").read_text("utf-8")
CHAPTERS = ("parties", "seats", "issues")


def chapter(name: str) -> str:
    """A top-level key of the well with all that is under it."""
    lines = WELL.split("\n")
    start = lines.index(f"{name}:")
    end = next(at for at in range(start + 1, len(lines)) if lines[at] and not lines[at].startswith((" ", "#")))
    return "\n".join(lines[start:end]) + "\n"


def without(*names: str) -> str:
    """The well without some chapters."""
    text = WELL
    for name in names:
        text = text.replace(chapter(name), "")
    return text


def pieced() -> dict[str, str]:
    """The well in four files."""
    own = without(*CHAPTERS) + "extends: [pieces/people.yaml, pieces/matter.yaml]\n"
    return {
        CASE_FILE: own,
        "pieces/people.yaml": chapter("parties") + "extends: pieces/seats.yaml\n",
        "pieces/seats.yaml": "# The chairs.\n" + chapter("seats"),
        "pieces/matter.yaml": chapter("issues"),
    }


def put(files: Mapping[str, str], root: Path) -> Path:
    """Write a folder `well`."""
    for name, text in files.items():
        (root / "well" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "well" / name).write_text(text, "utf-8")
    return root / "well"


def told(files: Mapping[str, str], root: Path) -> list[str]:
    """The problems of a folder, with file and place."""
    reading = read(put(files, root))
    return [f"{Path(p.file).relative_to(root / 'well')}:{p.line}:{p.column} {p.code}" for p in reading.problems]


def test_a_case_in_pieces_is_the_same_case(tmp_path: Path) -> None:
    reading = read(put(pieced(), tmp_path))
    assert reading.problems == ()
    assert reading.scenario is not None
    whole = read_text(WELL).scenario
    assert whole is not None
    assert reading.scenario.model_copy(update={"extends": ()}) == whole
    assert dict(reading.folder.files) == pieced()


def test_a_fault_in_a_piece_is_told_in_the_piece(tmp_path: Path) -> None:
    files = pieced()
    files["pieces/seats.yaml"] = files["pieces/seats.yaml"].replace("party: lower", "party: lowre")
    reading = read(put(files, tmp_path))
    (problem,) = reading.problems
    assert problem.file == str(tmp_path / "well" / "pieces" / "seats.yaml")
    assert (problem.code, problem.line, problem.column) == ("REF-UNKNOWN", 16, 12)
    assert problem.excerpt == "    party: lowre"


def test_what_a_file_says_itself_goes_before_its_pieces(tmp_path: Path) -> None:
    files = pieced()
    files[CASE_FILE] += "seats: {mediator: {name: Somebody Else, first_moves: [Listen first]}}\n"
    files["pieces/seats.yaml"] = files["pieces/seats.yaml"].replace(
        "archetype: lead-mediator", "first_moves: [One, Two]\n    archetype: lead-mediator"
    )
    reading = read(put(files, tmp_path))
    assert reading.problems == ()
    assert reading.scenario is not None
    mediator = reading.scenario.seats["mediator"]
    assert (mediator.name, mediator.first_moves) == ("Somebody Else", ("Listen first",))
    assert mediator.title == "Mediator of the district"
    assert list(reading.scenario.seats) == ["upper-head", "lower-head", "mediator", "engineer"]


def test_a_list_of_the_file_leaves_nothing_of_the_pieces_list(tmp_path: Path) -> None:
    files = pieced()
    files["pieces/matter.yaml"] += "casting:\n  - people: 3\n    empty: [nobody-here]\n    advice: Old\n"
    assert told(files, tmp_path) == []


def test_the_same_id_in_two_pieces_is_told_with_both_places(tmp_path: Path) -> None:
    files = pieced()
    files["pieces/matter.yaml"] += "seats:\n  mediator: {brief: Another one}\nminutes: 31\n"
    files["pieces/seats.yaml"] += "minutes: 30\n"
    reading = read(put(files, tmp_path))
    assert [(p.code, Path(p.file).name, p.line, p.column) for p in reading.problems] == [
        ("FILE-TWICE", "matter.yaml", 37, 3),
        ("FILE-TWICE", "matter.yaml", 38, 1),
    ]
    assert "seats.yaml, line 20" in reading.problems[0].message
    assert reading.problems[0].excerpt == "  mediator: {brief: Another one}"


@pytest.mark.parametrize(
    "name",
    [
        "/etc/hostname", "../well2.yaml", "pieces/../../x.yaml", "~/x.yaml", "pieces\\x.yaml", "a\0b", "./x.yaml",
        "file:x", "C:x", "a//b", "x" * 300, "pieces/", " x", "a/b/c/d/e/f/g/h/i/j", "x\ny", "\u202ex",
        "out/secret.yaml", "secret-link.yaml",
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("title: the secret\n")
    well = put({CASE_FILE: WELL}, tmp_path)
    (well / "out").symlink_to(tmp_path)
    (well / "secret-link.yaml").symlink_to(tmp_path / "secret.yaml")
    (well / CASE_FILE).write_text(WELL + f"extends: {json.dumps(name)}\n", "utf-8")
    reading = read(well)
    assert reading.scenario is None
    assert all(problem.code in ("FILE-OUTSIDE", "YAML-CHARACTER", "FORM-LENGTH") for problem in reading.problems)
    assert all("the secret" not in problem.render() for problem in reading.problems)
    assert reading.problems


def test_a_link_inside_the_folder_may_be_followed(tmp_path: Path) -> None:
    well = put(pieced(), tmp_path)
    (well / "pieces" / "matter.yaml").rename(well / "real.yaml")
    (well / "pieces" / "matter.yaml").symlink_to("../real.yaml")
    assert read(well).problems == ()


def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path) -> None:
    well = put({CASE_FILE: WELL}, tmp_path)
    os.mkfifo(well / "pipe.yaml")
    os.mkfifo(well / "fr.po")
    (well / "loop.yaml").symlink_to("loop.yaml")
    (well / "folder").mkdir()
    (well / "big.yaml").write_bytes(b"")
    os.truncate(well / "big.yaml", 2**33)
    (well / CASE_FILE).write_text(
        WELL + "extends:\n- pipe.yaml\n- loop.yaml\n- folder\n- big.yaml\n- nothing.yaml\n", "utf-8"
    )
    codes = [(problem.code, Path(problem.file).name) for problem in read(well).problems]
    assert codes == [
        ("FILE-UNREADABLE", CASE_FILE),
        ("FILE-UNREADABLE", CASE_FILE),
        ("FILE-UNREADABLE", CASE_FILE),
        ("FILE-SIZE", CASE_FILE),
        ("FILE-UNREADABLE", CASE_FILE),
        ("FILE-UNREADABLE", "fr.po"),
    ]


def test_circles_and_too_long_rows_are_told_at_the_name_that_closes_them(tmp_path: Path) -> None:
    assert told({CASE_FILE: WELL + "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "extends: a.yaml\n"},
                tmp_path) == ["b.yaml:1:10 FILE-CIRCLE"]  # fmt: skip
    assert told({"b.yaml": "extends: [scenario.yaml]\n"}, tmp_path) == ["b.yaml:1:11 FILE-CIRCLE"]
    row = {f"p{n}.yaml": f"extends: p{n + 1}.yaml\n" for n in range(9)}
    assert told({CASE_FILE: WELL + "extends: p0.yaml\n", **row}, tmp_path) == ["p3.yaml:1:10 FILE-CIRCLE"]


def test_a_folder_is_bounded(tmp_path: Path) -> None:
    names = [f"p{n}.yaml" for n in range(MOST_FILES + 20)]
    many = {CASE_FILE: WELL + f"extends: [{', '.join(names)}]\n", **dict.fromkeys(names, "appeals: {}\n")}
    assert "FILE-SIZE" in " ".join(told(many, tmp_path / "many"))
    big = {f"b{n}.yaml": "# " + "x" * 500_000 + "\nappeals: {}\n" for n in range(5)}
    large = told({CASE_FILE: WELL + f"extends: [{', '.join(big)}]\n", **big}, tmp_path / "large")
    assert large == [f"{CASE_FILE}:{WELL.count(chr(10)) + 1}:{11 + 4 * 9} FILE-SIZE"]


def test_faults_of_yaml_and_of_bytes_in_a_piece_stand_in_the_piece(tmp_path: Path) -> None:
    well = put({CASE_FILE: WELL + "extends: [torn.yaml, latin.yaml]\n", "torn.yaml": "minutes: 30\nminutes: 31\n"},
               tmp_path)  # fmt: skip
    (well / "latin.yaml").write_bytes(b"appeals: {}\n# caf\xe9\n")
    assert [(p.code, Path(p.file).name, p.line, p.column) for p in read(well).problems] == [
        ("FILE-ENCODING", "latin.yaml", 2, 6),
        ("YAML-DUPLICATE", "torn.yaml", 2, 1),
    ]


def test_a_bound_folder_is_read_as_the_folder_is(tmp_path: Path) -> None:
    reading = read(put(pieced(), tmp_path))
    again = read_text(reading.bound, "the record")
    assert again.scenario == reading.scenario
    assert again.problems == ()
    assert again.bound == reading.bound
    files = {**pieced(), "pieces/seats.yaml": "seats: 5\n"}
    problems = read_folder(Folder(files)).problems
    assert ("pieces/seats.yaml", 1, "FORM-TYPE") in [(p.file, p.line, p.code) for p in problems]


def test_a_scenario_alone_is_bound_as_it_is_written() -> None:
    assert bind(Folder({CASE_FILE: WELL})) == WELL
    assert unbind(WELL) == Folder({CASE_FILE: WELL})


NAMES = st.text(min_size=1, max_size=20).filter(inward)


@given(st.dictionaries(NAMES, st.text(max_size=200), max_size=8), st.text(max_size=100))
def test_binding_loses_nothing(others: dict[str, str], own: str) -> None:
    folder = Folder({**others, CASE_FILE: own})
    text = bind(folder)
    assert unbind(text) == folder
    assert bind(unbind(text)) == text


@given(st.text(max_size=300))
def test_what_pretends_to_be_bound_is_refused_and_never_raises(rest: str) -> None:
    for text in (BOUND + rest, rest):
        reading = read_text(text)
        assert reading.scenario is None
        assert reading.problems


@pytest.mark.parametrize(
    "text",
    [
        BOUND, BOUND + "2}", BOUND + '1,"files":{}}', BOUND + '1,"files":{"scenario.yaml":1}}',
        BOUND + '1,"files":{"scenario.yaml":"","../x":""}}', BOUND + "[" * 100_000, BOUND + '1,"files":[]}',
        BOUND + '1,"files":{"scenario.yaml":"a","scenario.yaml":"b"}}', BOUND + 'true,"files":{"scenario.yaml":""}}',
        BOUND + '1,"files":{"scenario.yaml":""},"more":1}', BOUND + "1" * 7_000_000,
    ],
)  # fmt: skip
def test_an_unsound_binding_is_refused(text: str) -> None:
    with pytest.raises(NotRead) as caught:
        unbind(text)
    assert caught.value.code == "FILE-FOLDER"
    (problem,) = read_text(text).problems
    assert problem.code == "FILE-FOLDER"
