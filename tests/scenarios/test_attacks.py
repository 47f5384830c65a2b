"""Hostile and broken texts: every one is refused with a place, and none of them gets through as an exception."""

import json
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from scenarios.reading import LARGEST, read, read_text

FILES = sorted((Path(__file__).parent.parent / "badinput" / "yaml").glob("*.yaml"))
WELL = (Path(__file__).parent.parent / "cases" / "well" / "scenario.yaml").read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_bad_file_is_refused_with_a_place(path: Path) -> None:
    reading = read(path)
    assert reading.scenario is None
    assert reading.errors
    for problem in reading.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert str(problem).startswith(f"{path}:{problem.line}:{problem.column}: {problem.code} ")
        assert printable(problem.render())


SAID = {
    "alias_self_recursive": "YAML-ANCHOR",
    "bell_del": "YAML-CHARACTER",
    "bom_utf16be": "FILE-ENCODING",
    "c1_escape": "YAML-CHARACTER",
    "colon_value": "YAML-COLON",
    "date_bad": "YAML-WORD",
    "deep_block_seq_1000": "YAML-DEPTH",
    "deep_flow_list_5000": "YAML-DEPTH",
    "deep_flow_open_3000": "YAML-DEPTH",
    "dup_keys": "YAML-DUPLICATE",
    "dup_keys_merge": "YAML-MERGE",
    "equals_value": "YAML-WORD",
    "float_special": "YAML-NUMBER",
    "int_huge_5000_digits": "YAML-NUMBER",
    "int_huge_hex_20000": "YAML-WORD",
    "key_homoglyph": "FORM-UNKNOWN-KEY",
    "key_nonstr": "YAML-KEY",
    "key_unhashable": "YAML-KEY",
    "key_unicode_equiv": "YAML-DUPLICATE",
    "latin1": "FILE-ENCODING",
    "multi_doc": "YAML-DOCUMENTS",
    "nel_ls_ps": "YAML-CHARACTER",
    "norway": "YAML-WORD",
    "nul_escape": "YAML-CHARACTER",
    "octal": "YAML-WORD",
    "only_comment": "YAML-EMPTY",
    "percent": "YAML-START",
    "sexagesimal_int_bomb": "YAML-WORD",
    "surrogate_utf8": "FILE-ENCODING",
    "tab_value": "YAML-TAB",
    "tabs": "YAML-TAB",
    "tag_python_apply": "YAML-TAG",
    "tag_set_omap": "YAML-TAG",
    "top_list": "YAML-TOP",
    "top_scalar": "YAML-TOP",
    "unclosed_quote": "YAML-QUOTE",
    "utf32": "FILE-ENCODING",
    "zero_width": "YAML-CHARACTER",
}


@pytest.mark.parametrize(("stem", "code"), SAID.items())
def test_the_reason_is_the_right_one(stem: str, code: str) -> None:
    (path,) = [path for path in FILES if path.stem == stem]
    assert code in [problem.code for problem in read(path).problems]


LAUGHS = "a: &a [x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 27))
WIDE = "a: &a {" + ", ".join(f"k{n}: 1" for n in range(3000)) + "}\nb:\n  <<: [" + ", ".join(["*a"] * 3000) + "]\n"

TEXTS = {
    "billion laughs": (LAUGHS, "YAML-ANCHOR"),
    "merge bomb": (MERGES, "YAML-ANCHOR"),
    "wide merge": (WIDE, "YAML-ANCHOR"),
    "undefined alias": ("a: *nowhere\n", "YAML-ANCHOR"),
    "unknown tag": ("a: !secret x\n", "YAML-TAG"),
    "binary": ("a: !!binary aGVsbG8=\n", "YAML-TAG"),
    "depth 500": ("a: " + "[" * 500 + "]" * 500, "YAML-DEPTH"),
    "depth 100,000": ("a: " + "[" * 100_000 + "]" * 100_000, "YAML-DEPTH"),
    "20,000 open brackets": ("[" * 20_000, "YAML-DEPTH"),
    "open braces": ("{a: " * 10_000, "YAML-DEPTH"),
    "deep block": ("\n".join(" " * n + "a:" for n in range(600)), "YAML-DEPTH"),
    "dashes": ("- " * 5_000, "YAML-DEPTH"),
    "questions": ("? " * 5_000, "YAML-DEPTH"),
    "many values": ("a: [" + "1, " * 30_000 + "1]", "YAML-SIZE"),
    "long value": ("a: '" + "x" * 100_000 + "'", "YAML-SIZE"),
    "large": ("a: 1\n" * 200_000, "FILE-SIZE"),
    "many digits": ("a: " + "9" * 5_000, "YAML-NUMBER"),
    "negative digits": ("a: -" + "9" * 19, "YAML-NUMBER"),
    "hex": ("a: 0x" + "f" * 20_000, "YAML-WORD"),
    "sexagesimal": ("a: 1" + ":59" * 10_000, "YAML-WORD"),
    "float": ("a: 1e400", "YAML-NUMBER"),
    "beyond unicode": ('a: "\\U00110000"', "YAML-ESCAPE"),
    "half a pair": ('a: "\\ud800"', "YAML-ESCAPE"),
    "raw half of a pair": ("a: \ud800", "YAML-CHARACTER"),
    "no character": ("a: \ufffe", "YAML-CHARACTER"),
    "escaped override": ('a: "\\u202e"', "YAML-CHARACTER"),
    "tag characters": ("a: x\U000e0041", "YAML-CHARACTER"),
    "raw escape": ("a: \x1b]0;x\x07", "YAML-CHARACTER"),
    "escaped tab": ('a: "x\\ty"', "YAML-CHARACTER"),
    "carriage return": ('a: "Judge\\rParty"', "YAML-CHARACTER"),
    "control character in a key": ('"a\\e": 1', "YAML-KEY"),
    "line in a key": ('"a\\nb": 1', "YAML-KEY"),
    "long key": ("a" * 500 + ": 1", "YAML-KEY"),
    "empty key": ("'': 1", "YAML-KEY"),
    "twin keys": ("'école': 1\n'e\u0301cole': 2\n", "YAML-DUPLICATE"),
    "directive": ("%TAG ! tag:example.org,2000:\n---\na: 1\n", "YAML-DIRECTIVE"),
    "future directive": ("%YAML 3.0\n---\na: 1\n", "YAML-DIRECTIVE"),
    "empty": ("", "YAML-EMPTY"),
    "only a mark": ("---\n", "YAML-EMPTY"),
    "null": ("null", "YAML-TOP"),
    "bare surrogate key": ("\udfff: 1", "YAML-CHARACTER"),
}


@pytest.mark.parametrize(("text", "code"), TEXTS.values(), ids=list(TEXTS))
def test_each_hostile_text_is_refused(text: str, code: str) -> None:
    reading = read_text(text)
    assert reading.scenario is None
    assert code in [problem.code for problem in reading.problems]
    assert all(printable(problem.render()) for problem in reading.problems)


def test_a_name_with_a_letter_that_only_looks_right_is_told_by_its_code_point() -> None:
    (problem,) = read_text(
        WELL.replace("    brief: |\n      You water", "    bri\u0435f: |\n      You water", 1)
    ).problems[:1]
    assert problem.code in ("FORM-MISSING", "FORM-UNKNOWN-KEY")
    told = "".join(map(str, read_text(WELL.replace("keeper: The key", "k\u0435eper: The key", 1)).problems))
    assert "U+0435 CYRILLIC SMALL LETTER IE" in told


def test_too_many_seats_and_too_long_texts_are_refused() -> None:
    seat = "{{name: N{0}, title: T, party: upper, archetype: delegate, brief: B}}"
    seats = "".join(f"  s{n}: {seat.format(n)}\n" for n in range(500))
    codes = {problem.code for problem in read_text(WELL.replace("seats:\n", f"seats:\n{seats}", 1)).problems}
    assert "FORM-LENGTH" in codes
    long = WELL.replace("brief: It is your first case in Ardel.", "brief: " + "word " * 4_000, 1)
    assert [problem.code for problem in read_text(long).problems] == ["FORM-LENGTH"]


def test_a_path_that_is_no_plain_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        for name in ("pipe.yaml", "loop", "folder", "missing", "s", "a\0b", "x" * 5_000):
            (problem,) = read(tmp_path / name).problems
            assert problem.code == "FILE-UNREADABLE"
    for name in ("/dev/zero", "/dev/null"):
        (problem,) = read(name).problems
        assert problem.code == "FILE-UNREADABLE"


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(1_000 * LARGEST)
    (problem,) = read(path).problems
    assert problem.code == "FILE-SIZE"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"a: caf\xe9\n", 1, 7), (b"a: 1\r\nb: \xc3\xa9\xff\n", 2, 5), (b"a: \xed\xa0\x80", 1, 4), (b"\xc0\xaf", 1, 1)],
)
def test_bytes_that_are_not_utf_8_are_shown_where_they_are(tmp_path: Path, data: bytes, line: int, column: int) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(data)
    (problem,) = read(path).problems
    assert (problem.code, problem.line, problem.column) == ("FILE-ENCODING", line, column)


def test_at_most_two_hundred_problems_are_told() -> None:
    text = "".join(f"key-{n}: 1\n" for n in range(500))
    problems = read_text(text).problems
    assert len(problems) == 201
    assert problems[-1].code == "FILE-PROBLEMS"


def printable(text: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in text)


HARD = """
import json, resource, sys, time
from pathlib import Path
from scenarios.reading import read, read_text
from tests.scenarios.test_attacks import FILES, TEXTS, WELL

payloads = json.loads((FILES[0].parents[1] / "text_payloads.json").read_text("utf-8"))
jobs = {path.name: (lambda path=path: read(path)) for path in FILES}
jobs |= {name: (lambda text=text: read_text(text)) for name, (text, _) in TEXTS.items()}
for name, payload in payloads.items():
    quoted = json.dumps(payload if isinstance(payload, str) else str(payload))
    for line in ("title: The Well", "short: Upper"):
        text = WELL.replace(line, f"{line.partition(':')[0]}: {quoted}", 1)
        jobs[f"{name} in {line}"] = lambda text=text: read_text(text)
read_text(WELL)
slowest = (0.0, "")
for name, job in jobs.items():
    begun = time.process_time()
    for problem in job().problems:
        rendered = problem.render()
        assert all(char.isprintable() or char == "\\n" for char in rendered), name
    slowest = max(slowest, (time.process_time() - begun, name))
try:  # this process alone: the other figure begins with what its parent had
    status = Path("/proc/self/status").read_text()
    kilobytes = int(status.partition("VmHWM:")[2].split()[0])
except OSError:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([kilobytes // 1024, *slowest, len(jobs)]))
"""


def test_nothing_hostile_costs_much_memory_or_keeps_the_reader_busy() -> None:
    """All bad files, hostile texts and payloads in one process: the most memory is measured, the time only shown."""
    done = subprocess.run(
        [sys.executable, "-c", HARD],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)),
    )
    assert done.returncode == 0, done.stderr[-2000:]
    megabytes, seconds, name, jobs = json.loads(done.stdout)
    print(f"{jobs} hostile inputs: at most {megabytes} MB, the slowest ({name}) {seconds:.3f} s")
    assert jobs > 150
    assert megabytes < 200
