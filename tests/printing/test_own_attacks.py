"""Templates that attack: each is refused with its line or the limit, soon, and nothing comes of it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.printing import Document, Paragraph
from simulator.printing.errors import Unprintable
from simulator.printing.own import Limits, own_page
from simulator.printing.own.filling import CHILD

DOCUMENT = Document("T", "C", "en", (Paragraph("x"),))
SHORT = Limits(seconds=1)
"""As short as the system can make it; nothing here hangs on how long it is."""


def refused(folder: Path, text: str, limits: Limits = SHORT) -> str:
    template = folder / "page.html.j2"
    template.write_text(text, "utf-8")
    with pytest.raises(Unprintable) as found:
        own_page(DOCUMENT, template, limits=limits)
    assert "Traceback" not in str(found.value)
    return str(found.value)


REACHING = {
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}': "__init__",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}": "__class__",
    "{{ '' | attr('__class__') }}": "__class__",
    "{{ ['x'] | map(attribute='__class__') | join }}": "__class__",
    "{{ '{0.__class__}'.format(1) }}": "__class__",
    "{{ drawing.__globals__ }}": "__globals__",
    "{{ self._TemplateReference__context }}": "_TemplateReference__context",
    "{{ [1] | map('string') | attr('gi_frame') }}": "gi_frame",
    "{{ document.blocks.append(1) }}": "append",
    "{{ document.update({'title': 'x'}) }}": "update",
}


@pytest.mark.parametrize("text", REACHING)
def test_nothing_leads_out_of_the_sandbox(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, f"\n{text}") == f"page.html.j2, line 2: a template may not use “{REACHING[text]}”."


@pytest.mark.parametrize("name", ["open", "environ", "lipsum"])
def test_nothing_else_is_there(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path, f"\n\n{{{{ {name} }}}}") == f"page.html.j2, line 3: there is no “{name}” here."


@pytest.mark.parametrize(
    ("tag", "name"),
    [("include", "/etc/passwd"), ("include", "../page.html.j2"), ("extends", "./page.html.j2"), ("import", "os")],
)
def test_no_file_is_read_but_those_beside_it(tmp_path: Path, tag: str, name: str) -> None:
    text = f'{{% {tag} "{name}" {"as x " if tag == "import" else ""}%}}'
    assert refused(tmp_path, text) == f"page.html.j2, line 1: no template of the name “{name}” lies beside it."


WRONG = {
    "{{ }": "unexpected '}'",
    "{{ 1 | no_filter }}": "No filter named 'no_filter'",
    "{% debug %}": "Encountered unknown tag 'debug'",
    "{{ 1 | random }}": "No filter named 'random'",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_jinja_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, f"\n{text}") == f"page.html.j2, line 2: this is not how Jinja is written: {WRONG[text]}."


def test_what_cannot_be_filled_in_is_told_with_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "\n{{ 1 / 0 }}") == "page.html.j2, line 2: this cannot be filled in: division by zero."
    assert refused(tmp_path, "{{ [] | first }}").endswith("filled in: No first item, sequence was empty.")


NESTED = {
    'a\n{% include "page.html.j2" %}': "page.html.j2, line 2",
    '{% extends "page.html.j2" %}': "page.html.j2, line 1",
    "{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}": "page.html.j2, line 2",
    "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}": "page.html.j2, line 1",
    "{{ " + "(" * 20_000 + ")" * 20_000 + " }}": "page.html.j2",
    "{% if 1 %}" * 500 + "{% endif %}" * 500: "page.html.j2",
    "{% for x in [1] %}" * 30 + "{% endfor %}" * 30: "page.html.j2",
}


@pytest.mark.parametrize("number", range(len(NESTED)))
def test_nothing_goes_round_for_ever(tmp_path: Path, number: int) -> None:
    text, where = list(NESTED.items())[number]
    # Reading thousands of brackets takes a good part of a second.
    reason = refused(tmp_path, text, Limits())
    assert reason == f"{where}: something is nested too deeply, or contains itself."


@pytest.mark.parametrize(
    "text",
    [
        "{{ '%2000000000d' | format(1) }}",
        '{{ "x" * 10 ** 9 }}',
        "{{ document.title.ljust(10 ** 9) }}",
        "{{ 'x' | center(10 ** 10) }}",
        "{{ ('a' * 1000000) | replace('a', 'a' * 1000000) }}",
        "{{ (0,) * 10 ** 9 }}",
        "{{ [1] | batch(10 ** 9, 0) | list }}",
    ],
)
def test_memory_is_limited(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, f"\n{text}") == "page.html.j2, line 2: the page takes more than 512 MB of memory."


def test_the_page_is_limited(tmp_path: Path) -> None:
    text = "{% for x in range(90000) %}\n{% for y in range(9) %}" + "a" * 999 + "{% endfor %}{% endfor %}"
    assert refused(tmp_path, text, Limits(largest=1)) == "page.html.j2, line 2: the page becomes larger than 1 MB."


LOOPS = "\n" + "{% for x in range(99999) %}" * 3 + "{% endfor %}" * 3


def test_time_is_limited(tmp_path: Path) -> None:
    assert refused(tmp_path, LOOPS) == "page.html.j2, line 2: the page takes more than 1 second of computing."


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("import os; os.kill(os.getpid(), 9)", "the page takes more than 1 second of computing."),
        ("import os; os.abort()", "the process that fills it in ended without an answer."),
        ("import sys; sys.stdin.read(); print('x' * 5_000_000)", "the page becomes larger than 1 MB."),
        ("import time; time.sleep(60)", "after 0.5 seconds the page is still not filled in."),
    ],
)
def test_a_process_that_obeys_nothing_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, reason: str
) -> None:
    """As one is whose time runs out within a single operation, or whose template found a way out."""
    (tmp_path / "child.py").write_text(does)
    monkeypatch.setattr("simulator.printing.own.filling.CHILD", tmp_path / "child.py")
    limits = Limits(seconds=1, wait=0.5 if "sleep" in does else 15, largest=1)
    assert refused(tmp_path, "x" * 900_000, limits) == f"page.html.j2: {reason}"


@pytest.mark.soak
@pytest.mark.parametrize(
    "text",
    [
        LOOPS,
        "{% set x %}{% for x in range(90000) %}{% for y in range(90000) %}a{{ y }}{% endfor %}{% endfor %}{% endset %}",
        "{% set n = namespace(x=[]) %}{% for x in range(90000) %}{% set n.x = n.x + [x] %}{% endfor %}",
        "{{ ('a ' * 20000000) | wordwrap(1) }}",
        "{{ '%200000000d' | format(1) }}",
        "{{ (range(100000) | list * 100) | sort }}",
        "{{ range(100000) | slice(10 ** 9) | list }}",
    ],
)
def test_the_usual_limits_end_everything(tmp_path: Path, text: str) -> None:
    assert "page.html.j2" in refused(tmp_path, text, Limits())


def test_within_the_limits_no_file_and_no_socket_can_be_opened(tmp_path: Path) -> None:
    """What a template could do that found a way out of the sandbox."""
    tried = f"""
import importlib.util, json, os, resource, socket, sys
spec = importlib.util.spec_from_file_location("child", {str(CHILD)!r})
child = importlib.util.module_from_spec(spec)
spec.loader.exec_module(child)
tries = [
    lambda: open({str(tmp_path / "new")!r}, "w"),
    lambda: open("/etc/passwd"),
    lambda: socket.socket(),
    lambda: os.pipe(),
    lambda: os.write(3, b"x"),
    lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)) if os.geteuid() else os.listdir("/"),
]
before = dict(os.environ), os.listdir()
child.limit(5, 512_000_000)
failed = 0
for each in tries:
    try:
        each()
    except (OSError, ValueError):
        failed += 1
print(json.dumps([len(tries), failed, resource.getrlimit(resource.RLIMIT_FSIZE), len(before[0])]))
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", tried], capture_output=True, text=True, env={}, cwd=tmp_path, check=True
    )
    tries, failed, largest, variables = json.loads(done.stdout)
    assert failed == tries
    assert largest == [0, 0]
    assert variables <= 1  # LC_CTYPE, which the interpreter sets by itself
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "mine").mkdir()
    refused(tmp_path / "mine", "{{ 1 / 0 }}")
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "page.html.j2"]


def test_without_limits_nothing_is_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.util import find_spec

    monkeypatch.setattr(
        "simulator.printing.own.filling.find_spec", lambda name: None if name == "resource" else find_spec(name)
    )
    assert refused(tmp_path, "x").startswith("page.html.j2: this system cannot limit the time and the memory")


def test_a_process_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    assert refused(tmp_path, "x").startswith("page.html.j2: the process that fills it in could not be started: ")
