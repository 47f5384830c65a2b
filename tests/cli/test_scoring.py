"""goodoffices score, compare and what-if, over several sessions."""

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scoring.findings import Finding, Panel
from scoring.scorecard import Scorecard
from simulator.cli import score
from tests.cli.running import Tell

WELL = Path(__file__).parents[1] / "cases" / "well"


@pytest.fixture
def sessions(tell: Tell, script: Path, tmp_path: Path) -> Path:
    """`one.jsonl`, `two.jsonl` (the same until minute 13, without agreement), and a file that is none."""
    assert tell("enact", WELL, script, "--out", "one.jsonl").status == 0
    lines = [line for line in script.read_text(encoding="utf-8").splitlines() if "answer_package" not in line]
    other = tmp_path / "other.yaml"
    other.write_text("\n".join(lines), encoding="utf-8")
    assert tell("enact", WELL, other, "--out", "two.jsonl").status == 0
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    return tmp_path


def test_several_scorecards(tell: Tell, sessions: Path) -> None:
    told = tell("score", "one.jsonl", "two.jsonl", "--json")
    assert told.status == 0, told.err
    both = json.loads(told.out)
    assert [card["session"] for card in both["sessions"]] == ["one.jsonl", "two.jsonl"]
    assert both["unread"] == []
    alone = json.loads(tell("score", "one.jsonl", "--json").out)
    assert {"session": "one.jsonl", **alone} == both["sessions"][0]


def test_what_cannot_be_read_is_named_and_the_others_are_scored(tell: Tell, sessions: Path) -> None:
    names = ("one.jsonl", "broken.jsonl", "empty.jsonl", "nowhere.jsonl", "no-such-session")
    told = tell("score", *names, "--json")
    assert told.status == 1
    data = json.loads(told.out)
    assert [card["session"] for card in data["sessions"]] == ["one.jsonl"]
    assert [each["session"] for each in data["unread"]] == list(names[1:])
    assert told.err.count("left out:") == 4
    for name in names[1:]:
        assert name in told.err
    told = tell("score", "broken.jsonl", "empty.jsonl", "--csv")
    assert told.status == 1
    assert told.out.count("\n") == 1  # the heads


def test_rows_for_spreadsheets(tell: Tell, sessions: Path) -> None:
    told = tell("score", "one.jsonl", "two.jsonl", "--csv")
    rows = list(csv.DictReader(io.StringIO(told.out)))
    cards = json.loads(tell("score", "one.jsonl", "two.jsonl", "--json").out)["sessions"]
    findings = [(card["session"], found) for card in cards for panel in card["panels"].values() for found in panel]
    assert {(row["session"], row["finding"]) for row in rows} == {(name, found["id"]) for name, found in findings}
    assert len(rows) == len(findings)
    by_id = {(row["session"], row["finding"]): row for row in rows}
    for name, found in findings:
        row = by_id[name, found["id"]]
        assert (row["observed"] == "yes") is found["observed"]
        assert row["value"] == ("" if found["value"] is None else str(found["value"]))
        assert row["evidence"] == " ".join(map(str, found["evidence"]))
        assert (row["minute"] == "") is (not found["evidence"])
    cells = list(csv.DictReader(io.StringIO(tell("score", "one.jsonl", "--csv", "--tables").out)))
    tables = {found["id"]: found["table"] for name, found in findings if name == "one.jsonl" and found["table"]}
    wanted = sum(len(table["rows"]) * len(table["columns"]) for table in tables.values())
    assert len(cells) == wanted
    value = next(c for c in cells if (c["finding"], c["row"], c["column"]) == ("outcome.value", "1", "value"))
    assert float(value["cell"]) == tables["outcome.value"]["rows"][0]["cells"][1]


@pytest.mark.parametrize(("words", "why"), [(("--json", "--csv"), "exclude"), (("--tables",), "goes with --csv")])
def test_options_that_do_not_go_together(tell: Tell, words: tuple[str, ...], why: str) -> None:
    told = tell("score", "one.jsonl", *words)
    assert (told.status, told.out) == (2, "")
    assert why in told.err


def test_a_comparison_names_no_session_and_nobody(tell: Tell, sessions: Path) -> None:
    told = tell("compare", "one.jsonl", "two.jsonl")
    assert told.status == 0, told.err
    assert "The Well: 2 sessions" in told.out
    assert "1 of 2  agreement" in told.out
    assert "Two sessions make no spread" in told.out
    for word in ("one.jsonl", "two.jsonl", "Ada", "upper-head"):
        assert word not in told.out
    assert max(map(len, told.out.splitlines())) <= 80
    data = json.loads(tell("compare", "two.jsonl", "one.jsonl", "--json").out)
    assert data == json.loads(tell("compare", "one.jsonl", "two.jsonl", "--json").out)
    assert data["sessions"] == 2
    assert "Ada" not in json.dumps(data)


def test_what_cannot_be_compared(tell: Tell, sessions: Path) -> None:
    assert "two sessions at least" in tell("compare", "one.jsonl").err
    shutil.copy(sessions / "one.jsonl", sessions / "copy.jsonl")
    told = tell("compare", "one.jsonl", "copy.jsonl")
    assert (told.status, told.out) == (2, "")
    assert "are the same session" in told.err
    told = tell("compare", "one.jsonl", "broken.jsonl")
    assert (told.status, told.out) == (1, "")
    assert "broken.jsonl" in told.err
    told = tell("compare", "one.jsonl", "two.jsonl", "broken.jsonl", "--json")
    assert told.status == 1
    assert json.loads(told.out)["sessions"] == 2


def test_another_scenario_and_another_version(tell: Tell, sessions: Path, script: Path) -> None:
    text = (WELL / "scenario.yaml").read_text(encoding="utf-8")
    for name, changes in {"later": ("version: '1.0'", "version: '1.1'"), "river": ("id: well", "id: river")}.items():
        folder = sessions / name / changes[1].removeprefix("id: ").replace("version: '1.1'", "well")
        folder.mkdir(parents=True)
        assert changes[0] in text
        (folder / "scenario.yaml").write_text(text.replace(*changes, 1), encoding="utf-8")
        assert tell("enact", folder, script, "--out", f"{name}.jsonl").status == 0
    told = tell("compare", "one.jsonl", "later.jsonl")
    assert (told.status, told.out) == (2, "")
    assert "versions 1.0 and 1.1" in told.err
    assert "--across-versions" in told.err
    data = json.loads(tell("compare", "one.jsonl", "later.jsonl", "--across-versions", "--json").out)
    assert data["versions"] == {"1.0": 1, "1.1": 1}
    told = tell("compare", "one.jsonl", "river.jsonl", "--across-versions")
    assert (told.status, told.out) == (2, "")
    assert "two scenarios" in told.err


def test_what_if(tell: Tell, sessions: Path) -> None:
    words = ("what-if", "one.jsonl", "--package", "hours=mornings-upper,keeper=elder-keeps")
    told = tell(*words)
    assert told.status == 0, told.err
    upper = next(line.split() for line in told.out.splitlines() if line.startswith("Upper"))
    assert upper[1] == "84"
    assert upper[-2:] == ["72", "+12"]  # agreed: an elder and a board, worth 72
    early = json.loads(tell(*words, "--minute", "9", "--json").out)
    late = json.loads(tell(*words, "--json").out)
    assert early["parties"]["upper"]["reservation"] == 40.0
    assert late["parties"]["upper"]["reservation"] == 36.0
    assert late["ending"]["left_with"] == {"upper": 72.0, "lower": 70.0}
    first = json.loads(tell(*words, "--at", "0", "--json").out)
    assert (first["event"], first["parties"]["lower"]["reservation"]) == (0, 35.0)


def test_what_if_of_a_branch(tell: Tell, sessions: Path) -> None:
    data = json.loads(tell("what-if", "one.jsonl", "--branch", "two.jsonl", "--json").out)
    assert data["common"] > 5
    assert data["one"]["outcome"] == "agreement"
    assert data["other"]["outcome"] == "no_agreement"
    assert data["difference"]["upper"] == data["other"]["left_with"]["upper"] - 72.0
    told = tell("what-if", "one.jsonl", "--branch", "two.jsonl")
    assert told.status == 0
    assert "events in common" in told.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "Name either a package"),
        (("--package", "hours=shared-board", "--branch", "two.jsonl"), "Name either a package"),
        (("--package", "hours=shared-bord"), "Did you mean “shared-board”?"),
        (("--package", "hours=shared-board", "--at", "9999"), "has events 1 to"),
        (("--package", "hours=shared-board", "--at", "-1"), "has events 1 to"),
        (("--package", "hours=shared-board", "--minute", "999"), "lasts from minute 0 to"),
        (("--package", "hours=shared-board", "--minute", "nan"), "lasts from minute 0 to"),
        (("--package", "hours=shared-board", "--minute", "3", "--at", "3"), "exclude each other"),
        (("--branch", "two.jsonl", "--at", "3"), "go with --package"),
        (("--branch", "nowhere.jsonl"), "nowhere.jsonl"),
    ],
)
def test_slips_of_what_if(tell: Tell, sessions: Path, words: tuple[str, ...], why: str) -> None:
    told = tell("what-if", "one.jsonl", *words)
    assert (told.status, told.out) == (2, "")
    assert why in told.err


def test_a_full_disk_is_told_in_a_sentence(sessions: Path) -> None:
    code = "import sys; from simulator.cli import main; sys.argv = ['goodoffices', 'score', 'one.jsonl']; main()"
    with open("/dev/full", "w") as full:
        told = subprocess.run(
            [sys.executable, "-c", code], cwd=sessions, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert told.returncode == 1
    assert told.stderr == "goodoffices: the output cannot be written: No space left on device.\n"


def test_ratings_are_told_apart_from_the_panels(capsys: pytest.CaptureFixture[str]) -> None:
    rated = Finding("rubric.levels", "Levels", Panel.PROCESS, observed=True, reading="Two of three.", evidence=(4, 5))
    card = Scorecard("well", "1.0", 1, 9, None, 4.0, (), (), (rated,))
    score._put(card)
    text = capsys.readouterr().out
    assert text.index("RELATIONSHIP") < text.index("RATINGS, for the trainer") < text.index("Two of three.")
    score._put(Scorecard("well", "1.0", 1, 9, None, 4.0, (), ()))
    assert "RATINGS" not in capsys.readouterr().out
