"""goodoffices translate, and the verbs that speak a case's languages."""

import shutil
from pathlib import Path

import pytest

from scenarios.reading import read
from scenarios.translation import filled, texts
from simulator.cli.talk import Trouble
from simulator.cli.translate import write
from tests.cli.running import Run

WELL = Path(__file__).parents[1] / "cases" / "well"


@pytest.fixture
def well(tmp_path: Path) -> Path:
    """A copy of the smallest case."""
    shutil.copytree(WELL, tmp_path / "cases" / "well")
    return tmp_path / "cases" / "well"


def test_it_writes_the_file_and_says_how_complete_it_is(run: Run, well: Path) -> None:
    done = run("translate", well, "fr")
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{well / 'fr.po'}\n"
    assert "texts: 0 translated" in done.stderr
    assert "Printed for participants: 0 of " in done.stderr
    first = (well / "fr.po").read_bytes()
    assert sorted(path.name for path in well.iterdir()) == ["fr.po", "scenario.yaml"]
    assert run("check", well).returncode == 0
    assert run("translate", well, "fr").returncode == 0
    assert (well / "fr.po").read_bytes() == first


def test_check_writes_nothing_and_lists_what_is_missing(run: Run, well: Path) -> None:
    looked = run("translate", well, "fr", "--check")
    assert looked.returncode == 1
    assert "parties.upper.interests.school.text\n" in looked.stdout
    assert not (well / "fr.po").exists()
    reading = read(well)
    assert reading.scenario is not None
    text, _ = filled(reading, "fr", {one.path: one.text for one in texts(reading.scenario)})
    (well / "fr.po").write_text(text, "utf-8")
    whole = run("translate", well, "fr", "--check")
    assert (whole.returncode, whole.stdout) == (0, "")


def test_a_file_that_cannot_be_read_is_left_as_it_is(run: Run, well: Path) -> None:
    for content in (b'msgctxt "title"\nmsgid "The Well', b"\xff\xfe\x00", b"x" * 600_000):
        (well / "fr.po").write_bytes(content)
        for words in ((), ("--check",)):
            done = run("translate", well, "fr", *words)
            assert done.returncode == 1
            assert "fr.po:1:" in done.stderr
            assert "Traceback" not in done.stderr
        assert (well / "fr.po").read_bytes() == content


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("cases/well", "en"), 1, "written in this language"),
        (("cases/well", "zz"), 1, "there is no language"),
        (("cases/well", "../x"), 2, "is not a language"),
        (("cases/well", "FR"), 2, "is not a language"),
        (("nothing-here", "fr"), 2, "there is no scenario"),
        (("cases/well/other.yaml", "fr"), 2, "beside its scenario.yaml"),
        (("cases/torn", "fr"), 1, "has errors"),
    ],
)
def test_what_cannot_be_done_is_said(
    words: tuple[str, str], status: int, said: str, run: Run, well: Path, tmp_path: Path
) -> None:
    (well / "other.yaml").write_text((well / "scenario.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "cases" / "torn").mkdir()
    (tmp_path / "cases" / "torn" / "scenario.yaml").write_text("format: 1\n")
    done = run("translate", *words)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert not list(tmp_path.rglob("*.po"))


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="goodoffices new my-case --from well"):
        write(tmp_path / "not-there" / "fr.po", "text", "well")
    assert list(tmp_path.iterdir()) == []


def test_the_verbs_speak_the_language_of_the_terminal_where_the_case_has_it(
    run: Run, well: Path, tmp_path: Path
) -> None:
    text, _ = filled(read(well), "fr", {"title": "Le puits", "phases.exploration.name": "Exploration du puits"})
    (well / "fr.po").write_text(text, "utf-8")
    demo = run("demo", "--scenario", well, "--out", "out")
    assert demo.returncode == 0, demo.stderr
    assert "The Well" in demo.stderr
    english = run("replay", "out/record.jsonl")
    french = run("--lang", "fr", "replay", "out/record.jsonl")
    assert "Exploration du puits" not in english.stdout
    assert "Exploration du puits" in french.stdout
    assert len(english.stdout.splitlines()) == len(french.stdout.splitlines())
    taken = run("import", "out/record.jsonl")
    assert taken.returncode == 0, taken.stderr
    session = taken.stdout.strip()
    assert run("export", session, "--out", "again.jsonl").returncode == 0
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out" / "record.jsonl").read_bytes()
    listed = run("--lang", "fr", "replay", session)
    assert "Exploration du puits" in listed.stdout
