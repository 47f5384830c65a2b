"""goodoffices data, as people and programs use it."""

import csv
import json
from pathlib import Path

import pytest

from simulator.exchange.document import DIALECT
from tests.cli.running import Tell

WELL = Path(__file__).parents[1] / "cases" / "well"


@pytest.fixture
def session(tell: Tell, script: Path, tmp_path: Path) -> Path:
    """A short session as a portable file."""
    assert tell("enact", WELL, script, "--out", "one.jsonl").status == 0
    return tmp_path / "one.jsonl"


def heads(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return next(csv.reader(file))


def test_tables_and_a_document_are_written_where_nobody_chose(tell: Tell, session: Path, tmp_path: Path) -> None:
    told = tell("data", session, "--out", "data")
    assert told.status == 0, told.err
    written = sorted(path.name for path in (tmp_path / "data").iterdir())
    assert sorted(Path(line).name for line in told.out.splitlines()) == written
    assert {"events.csv", "codebook.md", "session.json", "session.schema.json"} <= set(written)
    assert not {"moodle.csv", "statements.jsonl"} & set(written)
    assert heads(tmp_path / "data" / "events.csv")[:4] == ["session", "event", "play_seconds", "play_minute"]
    assert "without the names" in told.err
    assert "secrets" in told.err
    assert "Ada" not in "".join(path.read_text("utf-8") for path in (tmp_path / "data").iterdir())


def test_a_session_of_the_journal_and_its_file_make_the_same_but_for_the_id(
    tell: Tell, session: Path, tmp_path: Path
) -> None:
    id_ = json.loads(tell("sessions", "--json").out or "[]")
    assert id_ == []
    assert tell("import", session).status == 0
    (info,) = json.loads(tell("sessions", "--json").out)
    assert tell("data", info["id"], "--out", "journal").status == 0
    assert tell("data", session, "--out", "file").status == 0
    for path in (tmp_path / "journal").iterdir():
        other = (tmp_path / "file" / path.name).read_text("utf-8")
        assert path.read_text("utf-8").replace(info["id"], "one") == other, path.name


def test_formats_names_and_language(tell: Tell, session: Path, tmp_path: Path) -> None:
    told = tell("data", session, "--out", "data", "--format", "xapi, MOODLE", "--names", "--score", "--lang", "fr")
    assert told.status == 0, told.err
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["moodle.csv", "statements.jsonl"]
    assert "with the names" in told.err
    assert "1 person has no address" in told.err
    assert "Ada" in (tmp_path / "data" / "moodle.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "moodle"), "add --names"),
        (("--format", "csv,excel"), "There is no format “excel”. Formats: csv, json, xapi, moodle."),
        (("--format", ","), "at least one format"),
        (("--score",), "--score is for xapi and moodle"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    tell: Tell, session: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    told = tell("data", session, "--out", "data", *words)
    assert told.status == 2
    assert said in " ".join(told.err.split())
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_written(tell: Tell, session: Path, tmp_path: Path) -> None:
    told = tell("data", session, "--out", f"{session}/data")
    assert told.status == 2
    assert "Nothing was changed" in told.err
    assert tell("data", "no-such-session", "--out", "data").status == 1


def test_the_schema_is_given_without_a_session(tell: Tell) -> None:
    told = tell("schema", "--data")
    assert told.status == 0, told.err
    described = json.loads(told.out)
    assert described["$schema"] == DIALECT
    assert "EventRow" in described["$defs"]
