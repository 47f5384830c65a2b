"""`goodoffices check`: for people, programs and pull requests, once or on every save."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scenarios.codes import CODES
from scenarios.explained import REASONS, examples, explained
from scenarios.problems import Problem
from simulator.cli.check import annotation
from tests.cli.running import Tell

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "broken"
CASES = ROOT / "tests" / "cases"


def test_the_shipped_scenario_has_no_problem_and_says_what_it_accepts(tell: Tell) -> None:
    told = tell("check", "sources-of-kalindra")
    assert (told.status, told.out) == (0, "")
    assert re.findall(r"^accepted: (W\d+) \(.{40,}\)$", told.err, re.M) == ["W1", "W4"]
    assert told.err.endswith("no errors, no warnings.\n")


def test_several_files_are_told_one_after_the_other_with_a_line_for_each(tell: Tell) -> None:
    told = tell("check", BROKEN / "E10.yaml", BROKEN / "W25.yaml")
    assert told.status == 1
    assert told.err.splitlines() == [
        f"{BROKEN / 'E10.yaml'}: 1 error, no warnings.",
        "accepted: W2 (Only the other rule is looked at here)",
        "accepted: W3 (Only the other rule is looked at here)",
        "accepted: W5 (Only the other rule is looked at here)",
        "accepted: W4 (Only the other rule is looked at here)",
        f"{BROKEN / 'W25.yaml'}: no errors, 1 warning.",
    ]
    assert told.out.count("\n    goodoffices check --explain ") == 2
    assert "\x1b" not in told.out


def test_a_folder_of_scenarios_stands_for_all_of_them(tell: Tell) -> None:
    told = tell("check", CASES)
    assert told.status == 0
    assert [line for line in told.err.splitlines() if line.startswith(str(CASES))] == [
        f"{CASES / name / 'scenario.yaml'}: no errors, {count or 'no'} warnings."
        for name, count in (
            *(("committee", 2), ("ford", 6), ("hotline", 5), ("levy", 3)),
            *(("tervo-sound", 0), ("well", 4), ("well-heard", 4), ("well-tested", 4)),
        )
    ]


def test_the_folder_in_which_one_stands(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES / "well")
    told = tell("check", ".")
    assert told.err == "scenario.yaml: no errors, 4 warnings.\n"


def test_programs_get_one_array_over_all_files(tell: Tell) -> None:
    files = [BROKEN / "E10.yaml", BROKEN / "YAML-TAB.yaml"]
    told = tell("check", *files, "--format", "json")
    found = json.loads(told.out)
    assert told.status == 1
    assert told.err == ""
    assert [(one["code"], one["file"]) for one in found] == [("E10", str(files[0])), ("YAML-TAB", str(files[1]))]
    keys = "code column excerpt file line message page path remedy severity suggestion"
    assert " ".join(sorted(found[0])) == keys
    assert found[0]["page"] == "docs/problems.md#e10"
    assert json.loads(tell("check", *files, "--json").out) == found


def test_pull_requests_get_annotations(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    told = tell("check", "E10.yaml", "W25.yaml", "--format", "github")
    assert told.status == 1
    assert told.out.splitlines() == [
        "::error file=E10.yaml,line=24,col=7,title=E10::nothing leads to the hidden interest `orchard`. "
        "Add a `hint`, a way of `discovery`, or an option that it `unlocks`.",
        "::warning file=W25.yaml,line=131,col=3,title=W25::`W12` is accepted and does not occur. "
        "Remove the line, so that you are told when it occurs one day.",
    ]


def test_an_annotation_cannot_be_ended_by_what_stands_in_it() -> None:
    problem = Problem("E1", "error", "50 %\n::warning::x", "a,b", "a:b,c%.yaml", 1, 2, "", "")
    assert annotation(problem) == "::error file=a%3Ab%2Cc%25.yaml,line=1,col=2,title=E1::50 %25%0A::warning::x. a,b"


def test_misuse_is_told_and_ends_with_two(tell: Tell) -> None:
    for words, said in (
        (("check",), "Name a SCENARIO"),
        (("check", "nowhere"), "there is no scenario `nowhere`"),
        (("check", "."), "holds no scenario.yaml"),
        (("check", "well", "--format", "xml"), "xml"),
        (("check", "--explain", "E99"), "There is no code “E99”. Did you mean “E9”?"),
        (("check", "--explain", "nothing like it"), "There is no code “nothing like it”."),
    ):
        told = tell(*words)
        assert told.status == 2, words
        assert said in told.err


def test_a_code_is_explained(tell: Tell) -> None:
    told = tell("check", "--explain", "w12")
    assert told.status == 0
    assert told.out.splitlines() == [
        "W12 (warning)",
        "",
        "Every deciding party prefers another option.",
        "",
        "Why: An option that all like less than another one is never chosen; it only takes room.",
        "",
        "Example:",
        "    late: {label: South first, text: South draws first.}",
        "    ^",
        "",
        "What to do: Give one party a reason to want it, or remove it.",
    ]


def test_every_code_has_its_reasons_and_every_rule_its_example() -> None:
    assert set(REASONS) == set(CODES)
    alone = {code for code in CODES if not code.startswith(("FILE-", "PO-"))}
    assert set(examples()) == alone - {"REF-FILE", "E6", "E18", "W23", "YAML-SIZE"}
    for code in CODES:
        assert explained(code).startswith(code)


class Watching:
    """`goodoffices check --watch` in a process of its own."""

    def __init__(self, *words: object) -> None:
        code = "import sys; from simulator.cli import main; sys.argv[0] = 'goodoffices'; main()"
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", code, "check", *map(str, words), "--watch"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
            # Where the tests run behind something else, Ctrl-C is ignored, and what they start inherits that.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def round(self) -> str:
        """What is told until it waits again."""
        assert self.process.stdout is not None
        told = ""
        while not (line := self.process.stdout.readline()).startswith("Checked at "):
            assert line or self.process.poll() is None, told
            told += line
        return told

    def end(self) -> int:
        """Ctrl-C, and the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


def test_every_save_is_checked_whatever_way_the_editor_saves(tmp_path: Path) -> None:
    case = tmp_path / "well"
    shutil.copytree(CASES / "well", case)
    file = case / "scenario.yaml"
    sound = file.read_text("utf-8")
    watching = Watching(case)
    try:
        assert "no errors, 4 warnings." in watching.round()
        file.write_text(sound.replace("title: The Well", "titel: The Well"), "utf-8")
        assert "did you mean `title`?" in watching.round()
        renamed = case / ".scenario.yaml.swp"
        renamed.write_text(sound.replace("minutes: 30\n", "minutes: thirty\n", 1), "utf-8")
        os.replace(renamed, file)
        assert "FORM-TYPE" in watching.round()
        file.unlink()
        assert "FILE-UNREADABLE" in watching.round()
        file.write_text(sound, "utf-8")
        assert "no errors, 4 warnings." in watching.round()
        (case / "fr.po").write_text("nothing\n", "utf-8")
        assert "PO-SYNTAX" in watching.round()
        time.sleep(0.1)  # it waits by now
        assert watching.end() == 0
    finally:
        watching.process.kill()
        watching.process.communicate()


def test_a_structural_check_loads_neither_arrays_nor_the_engine() -> None:
    program = (
        "import sys\n"
        "sys.argv = ['goodoffices', 'check', 'sources-of-kalindra']\n"
        "from simulator.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code\n"
        "heavy = ('numpy', 'moocore', 'babel', 'transitions', 'msgspec', 'jinja2', 'textual', 'rich', 'jsonschema')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
