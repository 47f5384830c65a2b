"""The command line in another language: every help, click's own words, errors, tables and numbers."""

import re
from inspect import cleandoc
from pathlib import Path

import pytest

from scenarios.messages import messages
from scenarios.texts import language, speak
from simulator.cli import VERBS, goodoffices
from simulator.cli.numbers import many, percent, short, signed
from tests.cli.running import Run, Tell
from tests.pseudo import pseudo as pseudo
from tests.pseudo import said

WELL = Path(__file__).parents[1] / "cases" / "well"
TYPED = re.compile(
    r"goodoffices.*|--?[a-z][a-z/-]*|[A-Z][A-Z_=…]+\b(?: [A-Z]+)*|\b[a-z_|]+(?=[|\]])|\[[a-z0-9|]+\]|`[^`]*`"
)
"""What a person types: commands, options, words in capitals, choices, keys."""


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    speak("en")


def _left(text: str) -> list[str]:
    """Latin words of a help, its examples left out, that are no words to be typed."""
    _usage, _, told = text.partition("\n")
    shown = told.partition("\n\n  " + said("Examples: {commands}")[:6])[0]
    return [word for word in re.findall(r"[A-Za-z]{3,}", TYPED.sub("", shown)) if word not in NAMES]


NAMES = {
    *VERBS,
    "what",
    "sources",
    "kalindra",
    "YAML",
    "JSON",
    "HTML",
    "Markdown",
    "PIN",
    "PINs",
    "Mermaid",
    "CSV",
    "Schema",
    "Word",
}


def test_the_help_of_the_program_is_wholly_in_the_language(pseudo: str, tell: Tell) -> None:
    told = tell("--lang", pseudo, "--help")
    assert told.status == 0
    assert said("Usage:") in told.out
    assert said("Show this message and exit.") in " ".join(told.out.split())
    assert _left(told.out) == []


@pytest.mark.parametrize("verb", VERBS)
def test_the_help_of_a_verb_is_wholly_in_the_language(pseudo: str, tell: Tell, verb: str) -> None:
    told = tell("--lang", pseudo, verb, "--help")
    assert told.status == 0
    assert _left(told.out) == []


def test_every_help_can_be_translated() -> None:
    known = {message for _file, _line, message, _comments, _context in messages()}
    context = goodoffices.make_context("goodoffices", ["list"])
    for verb in VERBS:
        command = goodoffices.get_command(context, verb)
        assert command is not None
        assert cleandoc(command.help or "") in known, verb
        for param in command.params:
            assert getattr(param, "help", None) in {None, *known}, (verb, param.name)


def test_what_click_says_itself(pseudo: str, tell: Tell) -> None:
    for words, message in (
        (("debrief",), "Missing argument"),
        (("check", "--bogus"), "No such option {name!r}."),
        (("demo", "--seed", "x", "--out", "o"), "{value!r} is not a valid {number_type}."),
        (("import", "nowhere.jsonl"), "{name} {filename!r} does not exist."),
        (("graph", "--format", "x"), "{value!r} is not one of {choices}."),
        (("list", "x"), "Got unexpected extra argument ({args})"),
    ):
        told = tell("--lang", pseudo, *words)
        assert told.status == 2
        for part in re.split(r"\{[^}]*\}", said(message)):
            assert part in told.err, words
        assert said("Error: {message}").partition("{")[0] in told.err


def test_the_language_holds_before_anything_is_said(pseudo: str, tell: Tell) -> None:
    assert said("No such option {name!r}.").partition("{")[0] in tell("--lang", pseudo, "--bogus").err
    assert said("Usage:") in tell("--help", "--lang=fr").out
    assert said("Usage:") not in tell("--help").out
    assert "Usage:" in tell("check", "--help").out


def test_english_stands_where_nothing_is_asked(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("", "de_DE.UTF-8"):
        monkeypatch.setenv("GOODOFFICES_LANG", value)
        tell("list")
        assert language() == "en"
    monkeypatch.setenv("GOODOFFICES_LANG", "fr")
    tell("list")
    assert language() == "fr"
    tell("--lang", "en", "list")
    assert language() == "en"


def test_a_language_that_is_not_spoken(run: Run) -> None:
    told = run("--lang", "de", "list")
    assert told.returncode == 2
    assert "'de' is not one of 'en', 'fr'." in told.stderr


def test_tables_in_the_language(pseudo: str, tell: Tell) -> None:
    out = tell("--lang", pseudo, "analyse", WELL, "--package", "hours=mornings-lower,keeper=upper-keeps").out
    assert said("acceptable to all") in out
    assert f"  {said('efficient set')}  " in out
    assert said("Better for every party that decides: {packages}.", packages="").strip(".") in out
    assert said("across: {across}, up: {up}", across="Upper", up="Lower") in out
    assert "72; 70" in out or "72, 70" in out


def test_numbers_of_french(pseudo: str) -> None:
    assert signed(850) == "+8,5"
    assert short(60.5) == "60,5"
    assert percent(6, 9) == "66,7 %"
    assert percent(99_999, 100_000) == f"{said('more than {share}', share='')}99,9 %"
    assert many(1296) == "1\u202f296"
    assert many(12**64) == said("about {size}·10^{power}", size="1,1", power=69)
