"""The verbs, as people and programs use them."""

import json
from pathlib import Path

import pytest

from simulator.cli import VERBS
from tests.cli.running import Run

ROOT = Path(__file__).parents[2]
WELL = ROOT / "tests/cases/well"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(run: Run, verb: str) -> None:
    told = run(verb, "--help")
    assert told.returncode == 0
    assert "Example" in told.stdout


def test_without_a_terminal_the_screens_say_what_to_do(run: Run) -> None:
    for words in ((), ("play", "sources-of-kalindra")):
        told = run(*words)
        assert (told.returncode, told.stdout) == (2, "")
        assert "goodoffices demo" in told.stderr


def test_a_slip_gets_the_nearest_verb(run: Run) -> None:
    told = run("analyze")
    assert told.returncode == 2
    assert "analyse" in told.stderr


def test_list_for_programs(run: Run) -> None:
    told = json.loads(run("list", "--json").stdout)
    flagship = next(entry for entry in told if entry["id"] == "sources-of-kalindra")
    assert set(flagship) == {"id", "title", "languages", "minutes", "seats", "path"}
    assert flagship["minutes"] == 180
    assert flagship["seats"] == {"min": 9, "max": 24}
    assert (Path(flagship["path"]) / "scenario.yaml").exists()


def test_check_gives_every_problem_with_its_place_and_a_remedy(run: Run, tmp_path: Path) -> None:
    text = (WELL / "scenario.yaml").read_text(encoding="utf-8")
    slips = {
        "minutes: 30": "minutes: soon",
        "  mediation:\n    name: Mediation team": "  mediation:\n    nmae: Mediation team",
        "party: lower\n": "party: lowre\n",
        "level: introductory": "level: introductory\nlevel: advanced",
    }
    for good, bad in slips.items():
        assert good in text
        text = text.replace(good, bad, 1)
    case = tmp_path / "scenario.yaml"
    case.write_text(text, encoding="utf-8")
    told = run("check", case)
    assert told.returncode == 1
    for code in ("FORM-TYPE", "FORM-UNKNOWN-KEY", "FORM-MISSING", "REF-UNKNOWN", "YAML-DUPLICATE"):
        assert code in told.stdout
    assert "did you mean `name`?" in told.stdout
    problems = json.loads(run("check", case, "--json").stdout)
    for problem in problems:
        assert problem["line"] >= 1
        assert problem["column"] >= 1
        assert problem["remedy"]


def test_the_flagship_is_sound(run: Run) -> None:
    told = run("check", "sources-of-kalindra")
    assert told.returncode == 0
    assert "no errors" in told.stderr


def test_analyse_for_programs(run: Run) -> None:
    told = json.loads(run("analyse", "sources-of-kalindra", "--json").stdout)
    assert (told["packages"], told["acceptable"], told["efficient_acceptable"]) == (1296, 29, 14)
    assert told["parties"]["government"] == {"reservation": 43, "best": 100, "best_acceptable": 60.5}
    assert told["points"]["nash"]["values"] == {"government": 51.5, "front": 71.5, "tarqand": 80.5}


def test_nothing_of_that_name(run: Run) -> None:
    for words in (("check", "nowhere"), ("analyse", "nowhere"), ("replay", "nowhere.jsonl"), ("replay", "nowhere")):
        told = run(*words)
        assert told.returncode in (1, 2)
        assert told.stdout == ""
        assert "Traceback" not in told.stderr


def test_enact_replay_score_debrief(run: Run, script: Path, tmp_path: Path) -> None:
    told = run("enact", WELL, script, "--out", "record.jsonl")
    assert told.returncode == 0, told.stderr
    events = json.loads(run("replay", "record.jsonl", "--json").stdout)
    names = [entry["event"]["event"] for entry in events]
    assert "package_agreed" in names
    assert [entry["n"] for entry in events] == list(range(1, len(events) + 1))
    agreed = names.index("package_agreed") + 1
    short = run("replay", "record.jsonl", "--until", agreed).stdout.splitlines()
    assert len(short) == agreed
    card = json.loads(run("score", "record.jsonl", "--json").stdout)
    assert card["outcome"] == "agreement"
    told = run("debrief", "record.jsonl", "--out", "papers")
    assert told.returncode == 0, told.stderr
    assert "--roles-left" in told.stderr
    assert [path.stem for path in (tmp_path / "papers").iterdir()] == ["trainer"] * 2
    told = run("debrief", "record.jsonl", "--out", "papers", "--roles-left", "--format", "html,md")
    assert told.returncode == 0, told.stderr
    page = (tmp_path / "papers" / "debrief.html").read_text(encoding="utf-8")
    assert "The Well" in page
    two = run("debrief", "record.jsonl", "--out", "two", "--roles-left", "--format", "md", "--lang", "en,ar")
    assert two.returncode == 0, two.stderr
    assert (tmp_path / "two" / "en" / "debrief.md").exists()
    assert "The Well" in (tmp_path / "two" / "ar" / "debrief.md").read_text(encoding="utf-8")


def test_debrief_refuses_what_it_does_not_know(run: Run, script: Path) -> None:
    run("enact", WELL, script, "--out", "record.jsonl")
    for options, said in (
        (("--lang", "xx"), "There is no language “xx”. Languages: en, fr, ar."),
        (("--format", "rtf"), "There is no format “rtf”. Formats: html, pdf, docx, md."),
        (("--format", ","), "Name at least one thing"),
        (("--template", "record.jsonl"), "record.jsonl is no template"),
    ):
        told = run("debrief", "record.jsonl", "--out", "papers", *options)
        assert told.returncode == 2
        assert said in told.stderr


def test_enact_tells_refusals_with_their_line_and_goes_on(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "commands.jsonl"
    script.write_text(
        '{"do": "cast_seat", "seat": "upper-head", "source": "human"}\n'
        "\n"
        '{"do": "start_clock"}\n'
        '{"do": "give_consnet", "by": "upper-head"}\n'
        '{"do": "cast_seat", "seat": "lower-head", "source": "stand_in"}\n',
        encoding="utf-8",
    )
    told = run("enact", WELL, script, "--out", "record.jsonl", "--json")
    assert told.returncode == 1
    refused = json.loads(told.stdout)["refused"]
    assert [(r["line"], r["code"]) for r in refused] == [(3, "SEATS-EMPTY"), (4, "NOT-A-COMMAND")]
    assert "give_consent" in refused[1]["why"]
    assert "commands.jsonl:3:" in told.stderr
    assert json.loads(told.stdout)["events"] == 3


def test_a_script_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "commands.yaml"
    script.write_text("- do: start_clock\n-\tdo: x\n", encoding="utf-8")
    told = run("enact", WELL, script, "--out", "record.jsonl")
    assert told.returncode == 1
    assert "commands.yaml:2:" in told.stderr
    assert not (tmp_path / "record.jsonl").exists()


def test_sessions_travel_by_file(run: Run, script: Path, tmp_path: Path) -> None:
    run("enact", WELL, script, "--out", "record.jsonl")
    told = run("import", "record.jsonl")
    assert told.returncode == 0, told.stderr
    session = told.stdout.strip()
    listed = json.loads(run("sessions", "--json").stdout)
    assert [entry["id"] for entry in listed] == [session]
    assert run("export", session, "--out", "again.jsonl").returncode == 0
    assert run("import", "again.jsonl").stdout.strip() != session
    assert run("replay", session).stdout == run("replay", "record.jsonl").stdout
    whole = (tmp_path / "again.jsonl").read_bytes()
    (tmp_path / "cut.jsonl").write_bytes(whole[: len(whole) // 2])
    told = run("import", "cut.jsonl")
    assert told.returncode == 1
    assert "cut.jsonl" in told.stderr
    assert len(json.loads(run("sessions", "--json").stdout)) == 2


def test_a_foreign_file_is_no_journal(run: Run, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    before = foreign.read_bytes()
    told = run("--db", foreign, "sessions")
    assert told.returncode == 1
    assert "foreign.db" in told.stderr
    assert foreign.read_bytes() == before
