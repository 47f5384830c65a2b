"""Every template is sound and can be played; a new case is the old one under another name."""

import re
from pathlib import Path
from typing import Any

import pytest

from scenarios.folder import CASE_FILE, Folder
from scenarios.reading import Reading, read, read_folder
from scenarios.schema import text as schema_text
from scenarios.starting import SCHEMA, TEMPLATES, CannotBegin, begin, fit_id, is_id, renamed, template
from scenarios.translation.texts import texts
from scoring.checked import checked
from simulator.engine import view
from simulator.engine.words import OutcomeKind
from simulator.rehearsal.course import rehearsal

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "library" / "sources-of-kalindra"


def _is_written(name: str, language: str) -> bool:
    try:
        template(name, language)
    except CannotBegin:
        return False
    return True


def _reading(name: str, language: str = "en") -> Reading:
    return read_folder(template(name, language))


LANGUAGES = ("en", "fr")
WRITTEN = [(name, language) for name in TEMPLATES for language in LANGUAGES if _is_written(name, language)]


@pytest.mark.parametrize(("name", "language"), WRITTEN)
def test_a_template_has_no_errors_and_no_warnings(name: str, language: str) -> None:
    reading = _reading(name, language)
    assert reading.scenario is not None
    assert [str(problem) for problem in checked(reading).problems] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_written_in_every_language(name: str) -> None:
    assert [language for language in LANGUAGES if _is_written(name, language)] == list(LANGUAGES)


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 7))])
@pytest.mark.parametrize(
    ("name", "language"),
    [pytest.param(*pair, marks=[] if pair == ("committee", "en") else pytest.mark.soak) for pair in WRITTEN],
)
def test_stand_ins_play_a_template_to_its_end(name: str, language: str, seed: int) -> None:
    case = _reading(name, language).scenario
    assert case is not None
    played = rehearsal(case, seed)
    assert played.session.ended
    assert view(played.session, "trainer").outcome is not None


@pytest.mark.soak
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_can_end_in_agreement_and_need_not(name: str) -> None:
    case = _reading(name).scenario
    assert case is not None
    ends = {outcome.kind for seed in range(1, 7) if (outcome := view(rehearsal(case, seed).session, "trainer").outcome)}
    assert OutcomeKind.AGREEMENT in ends
    assert OutcomeKind.NO_AGREEMENT in ends


@pytest.mark.parametrize(("name", "language"), [pair for pair in WRITTEN if pair[1] != "en"])
def test_a_template_is_the_same_case_in_another_language(name: str, language: str) -> None:
    case, source = _reading(name, language).scenario, _reading(name).scenario
    assert case is not None
    assert source is not None
    assert case.language == language
    assert _bones(case.model_dump(mode="json", by_alias=True)) == _bones(source.model_dump(mode="json", by_alias=True))
    said = {text.path for text in texts(case)}
    assert said == {text.path for text in texts(source)}


def _bones(node: Any) -> Any:
    """The ids, numbers and short words of a case, without what people read."""
    if isinstance(node, dict):
        return {key: _bones(value) for key, value in node.items() if key != "language"}
    if isinstance(node, list):
        return [_bones(value) for value in node]
    return node if not isinstance(node, str) or is_id(node.replace("_", "-").replace(".", "-")) else ""


def test_templates_differ_in_their_phases_and_names() -> None:
    courses: set[tuple[str, ...]] = set()
    titles: set[str] = set()
    for name in TEMPLATES:
        case = _reading(name).scenario
        assert case is not None
        courses.add(tuple(phase for phase, written in case.phases.items() if written.kind == "play"))
        titles.add(case.title)
    assert len(courses) == len(titles) == len(TEMPLATES)


def test_every_template_that_is_written_is_listed() -> None:
    there = (Path(__file__).parents[2] / "scenarios" / "templates").glob("*.yaml")
    assert {file.name.partition(".")[0] for file in there} == set(TEMPLATES)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("My Case", "my-case"),
        ("Élysée 2", "elysee-2"),
        ("3 rivers", "rivers-3"),
        ("a--b_", "a-b"),
        ("…", "my-case"),
        ("2026", "my-case"),
        ("x" * 80, "x" * 48),
        ("../etc", "etc"),
    ],
)
def test_a_name_that_cannot_be_an_id_has_a_near_one_that_can(name: str, near: str) -> None:
    assert not is_id(name)
    assert fit_id(name) == near
    assert is_id(near)


def test_a_new_case_keeps_its_notes_and_has_its_own_name() -> None:
    text = (
        "# yaml-language-server: $schema=../../scenario.schema.json\nformat: 1\nid: old # the folder\n"
        "title: 'It''s old' # a note\n"
    )
    piece = "# yaml-language-server: $schema=../../../scenario.schema.json\nid: kept\n"
    made = renamed(Folder({CASE_FILE: text, "pieces/people.yaml": piece, "fr.po": "id: x"}), "new", "It's new: yes")
    assert made.text == (
        f"# yaml-language-server: $schema={SCHEMA}\nformat: 1\nid: new # the folder\ntitle: 'It''s new: yes' # a note\n"
    )
    assert made.files["pieces/people.yaml"].startswith(f"# yaml-language-server: $schema=../{SCHEMA}\n")
    assert made.files["fr.po"] == "id: x"


def test_a_case_without_a_schema_line_gets_one() -> None:
    made = renamed(Folder({CASE_FILE: "format: 1\nid: old\ntitle: >-\n  Two\n  lines\nlanguage: en\n"}), "new", "One")
    lines = made.text.splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={SCHEMA}"
    assert lines[2:] == ["format: 1", "id: new", "title: 'One'", "language: en"]


def test_the_flagship_under_another_name_is_the_same_case(tmp_path: Path) -> None:
    old = read(FLAGSHIP)
    begin(tmp_path / "mine", renamed(old.folder, "mine"))
    new = read(tmp_path / "mine")
    assert new.scenario is not None
    assert old.scenario is not None
    assert new.scenario.model_copy(update={"id": old.scenario.id}) == old.scenario
    assert (tmp_path / "mine" / SCHEMA).read_text("utf-8") == schema_text()
    assert set(new.folder.files) == set(old.folder.files)


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(CannotBegin, match="there already"):
        begin(tmp_path / "mine", template("classic"))
    assert list((tmp_path / "mine").iterdir()) == []


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotBegin, match="cannot be written"):
        begin(tmp_path / "file" / "mine", template("classic"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_template_in_a_language_that_it_is_not_written_in_is_refused() -> None:
    with pytest.raises(CannotBegin, match="not written in the language ar"):
        template("classic", "ar")


def test_french_has_its_own_spaces_and_apostrophes() -> None:
    for name in TEMPLATES:
        case = _reading(name, "fr").scenario
        assert case is not None
        for text in texts(case):
            assert not re.search(r"[ \w][;?!»]|«[ \w]| :|\w:\s|\w'|\"", text.text), (name, text.path)


def test_no_line_of_a_template_is_wider_than_a_page() -> None:
    for name, language in WRITTEN:
        for number, line in enumerate(template(name, language).text.splitlines(), 1):
            assert len(line) <= 120, (name, number)
            assert not re.search(r"\s$", line), (name, number)
