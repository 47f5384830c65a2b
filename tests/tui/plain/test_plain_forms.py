"""Forms and lines: what is typed, what is asked, and what comes of it."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scenarios.texts import spoken_in
from simulator.tui.plain import writing
from simulator.tui.plain.forms import fill
from simulator.tui.plain.lines import Back, Gone, Lines, moves_no_cursor, plainly, wrapped
from simulator.tui.safe import safe
from simulator.tui.seat.fields import Field, Form, Number, Pick, Several, Telling, Tick, Writing
from tests.tui.test_safe import DANGEROUS, PAYLOADS

Typed = Callable[..., tuple[Lines, Callable[[], str]]]

OPTIONS = (("a", "Alpha"), ("b", "Beta"), ("c", "Gamma"))
PICK = Pick("it", "Which", OPTIONS)
SEVERAL = Several("it", "Which ones", OPTIONS)
TEXT = Writing("it", "Why")
LINE = Writing("it", "Title", rows=1)


@pytest.fixture
def typed(tmp_path: Path) -> Iterator[Typed]:
    """Lines with some input, and what they said."""
    opened: list[int] = []

    def begin(*lines: str, raw: bytes | None = None) -> tuple[Lines, Callable[[], str]]:
        given = tmp_path / "in"
        given.write_bytes(raw if raw is not None else "".join(line + "\n" for line in lines).encode())
        told = tmp_path / "out"
        opened.extend((os.open(given, os.O_RDONLY), os.open(told, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)))
        return Lines(opened[-2], opened[-1]), lambda: told.read_text(encoding="utf-8")

    yield begin
    for one in opened:
        os.close(one)


@pytest.mark.parametrize(
    ("field", "lines", "value"),
    [
        (PICK, ["2"], "b"),
        (PICK, ["7", "x", "3"], "c"),
        (Pick("it", "Which", OPTIONS, value="b"), [""], "b"),
        (Pick("it", "Which", OPTIONS, none="none of them"), [""], None),
        (Pick("it", "Which", OPTIONS, value="b", none="none of them"), ["0"], None),
        (SEVERAL, ["3 1"], ("c", "a")),
        (SEVERAL, ["1,2,1"], ("a", "b")),
        (SEVERAL, ["", "4", "2"], ("b",)),
        (Several("it", "Which ones", OPTIONS, ("a",)), [""], ("a",)),
        (Several("it", "Which ones", OPTIONS, ("a",), least=0), ["0"], ()),
        (TEXT, ["one", "two", "."], "one\ntwo"),
        (TEXT, ["one", "", "two", ".2 ", ".3 three", "."], "one\n\nthree"),
        (TEXT, ["one", "two", ".-1", "."], "two"),
        (TEXT, ["..dot", "."], ".dot"),
        (TEXT, ["gone", ".x", "kept", "."], "kept"),
        (Writing("it", "Why", value="before"), ["."], "before"),
        (Writing("it", "Why", value="before"), ["after", "."], "before\nafter"),
        (LINE, ["one line"], "one line"),
        (Writing("it", "Title", rows=1, value="old"), [""], "old"),
        (Writing("it", "Title", rows=1, value="old"), ["new"], "new"),
        (Tick("it", "Sure?"), ["y"], True),
        (Tick("it", "Sure?"), ["maybe", "n"], False),
        (Number("it", "Minutes", 1, 9), ["12", "five", "5"], 5),
        (Number("it", "Minutes", 1, 9, 3), [""], 3),
    ],
)
def test_a_field_takes_its_answer(typed: Typed, field: Field, lines: list[str], value: Any) -> None:
    spoken, _ = typed(*lines, "y")
    values: dict[str, Any] = {}
    made = fill(spoken, Form("A form", (field,)), values)
    assert values["it"] == value
    assert made is not None
    assert made.get("it") == value


def test_a_form_says_what_is_missing_and_keeps_the_rest(typed: Typed) -> None:
    spoken, said = typed("2", "", "y", "2", "because", ".", "y")
    made = fill(spoken, Form("A form", (PICK, Writing("why", "Why"))), {})
    assert made == {"it": "b", "why": "because"}
    assert "Write something: Why." in said()
    assert said().count("1 Alpha") == 1


def test_a_refused_form_reads_out_what_was_answered_and_why(typed: Typed) -> None:
    spoken, said = typed("b")
    values: dict[str, Any] = {"it": "b", "why": "because"}
    form = Form("A form", (Telling("Take your time."), PICK, Writing("why", "Why")))
    assert fill(spoken, form, values, refusal="The clock stands. Wait.") is None
    assert values == {"it": "b", "why": "because"}
    assert [line for line in said().split("\n") if line][:5] == [
        "A form", "Take your time.", "The clock stands. Wait.", "1 Which: Beta", "2 Why: because",
    ]  # fmt: skip


def test_back_leads_to_the_field_before_and_keeps_a_text_that_was_begun(typed: Typed) -> None:
    spoken, said = typed("1", "half a", ".b", "3", ".", "y")
    made = fill(spoken, Form("A form", (PICK, Writing("why", "Why"))), {})
    assert made == {"it": "c", "why": "half a"}
    assert "Written so far:" in said()


def test_what_a_form_comes_to_is_read_out_before_it_is_sent(typed: Typed) -> None:
    spoken, said = typed("1", "y")
    fill(spoken, Form("A form", (PICK,), live=lambda values: safe(f"worth {values['it']}")), {})
    assert "worth a" in said()


def test_french_asks_in_french(typed: Typed) -> None:
    with spoken_in("fr"):
        spoken, _ = typed("oui", "o")
        assert spoken.yes("Sûr ?")


@pytest.mark.parametrize("width", [20, 33, 80])
@pytest.mark.parametrize("text", ["word " * 60, "x" * 500, "你好 " * 50, "", "a  b"])
def test_lines_are_broken_between_words(text: str, width: int) -> None:
    from rich.cells import cell_len

    rows = list(wrapped(text, width))
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


def test_columns_are_not_read_out() -> None:
    assert plainly(safe("Hours      open   two\n  next")) == "Hours open two\nnext"


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_nothing_that_people_wrote_drives_a_terminal(typed: Typed, payload: str) -> None:
    spoken, said = typed("")
    spoken.say(payload)
    spoken.say(safe(payload))
    spoken.ask(payload)
    with pytest.raises((Gone, Back)):
        spoken.ask(payload)
    assert not [c for c in said() if c in DANGEROUS]


def test_bytes_that_are_no_text_are_told_and_the_line_counts(typed: Typed) -> None:
    spoken, said = typed(raw=b"caf\xe9\nnext\n")
    assert spoken.ask("?") == "caf\ufffd"
    assert "Some of what came in was no text" in said()
    assert spoken.ask("?") == "next"
    with pytest.raises(Gone):
        spoken.ask("?")


def test_an_editor_gets_a_private_file_that_is_removed(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nls -l "$1" > {log}\necho "$1" >> {log}\necho more >> "$1"\n', encoding="utf-8")
    editor.chmod(stat.S_IRWXU)
    monkeypatch.setenv("EDITOR", str(editor))
    spoken, _ = typed("")
    assert writing.edited(spoken, ["begun"]) == ["begun"]  # a script has no editor
    spoken.typed = True
    assert writing.edited(spoken, ["begun"]) == ["begunmore"]
    listed, file = log.read_text(encoding="utf-8").splitlines()
    assert listed.startswith("-rw-------")
    assert not Path(file).exists()
    assert not Path(file).parent.exists()


@pytest.mark.parametrize(
    ("term", "only"), [("dumb", True), ("", True), ("xterm-256color", False), ("never-heard-of", False)]
)
def test_only_a_terminal_that_says_so_of_itself_gets_lines(
    monkeypatch: pytest.MonkeyPatch, term: str, only: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    assert moves_no_cursor() is only


def test_lines_need_no_app_and_no_widget(fresh: Callable[[str], str]) -> None:
    said = fresh(
        "import simulator.tui.plain.start, sys; "
        "print([m for m in ('textual.app', 'textual.widget', 'textual.screen') if m in sys.modules])"
    )
    assert said.strip() == "[]"


@pytest.fixture
def fresh() -> Callable[[str], str]:
    """Run something in an interpreter of its own."""
    import subprocess
    import sys

    return lambda code: subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_ctrl_c_counts_while_something_else_is_done(tmp_path: Path) -> None:
    reading, typing = os.pipe()
    told = os.open(tmp_path / "out", os.O_CREAT | os.O_WRONLY, 0o600)
    lines = Lines(reading, told)
    looks = iter((lambda: lines.interrupted(2, None), lambda: os.write(typing, b"x\n")))

    def meanwhile() -> str:
        next(looks)()
        return ""

    lines.meanwhile = meanwhile
    try:
        assert lines.text("Well?") == "x"
    finally:
        for one in (reading, typing, told):
            os.close(one)
    assert (tmp_path / "out").read_text() == "Well? \nWell? "
