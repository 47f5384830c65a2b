"""The program says nothing to people that its languages cannot say, and every language says all of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scenarios.messages import KEYWORDS, ROOMS, catalogue_file, messages, missing, read_catalogue
from scenarios.texts import LANGUAGES, NARROW, SOURCE
from tests.architecture.sentences import Finding, findings, for_people

ROOT = Path(__file__).resolve().parents[2]

NOT_YET: tuple[str, ...] = ()
"""Where texts for people are still said in English alone."""

CELL = "a cell of a table, which cards put into words"

NOT_FOR_US: dict[str, dict[str, str]] = {
    "simulator/rehearsal/phrases.py": {"*": "what stand-ins write is in the language of the session, not the terminal"},
    "scenarios/checks/realnames.py": {"*": "names of states and organisations, in each language"},
    "scenarios/checks/values.py": dict.fromkeys(
        ("issue: {weight: 20, option: 0}", "served_by: {issue: [option]}"), "a piece of YAML"
    ),
    "scenarios/examples.py": {"*": "a case in English, as editors show it"},
    "scenarios/explained/__init__.py": {"Example: {}.": "what a scenario in English says, and in English alone"},
    "scenarios/messages.py": {"*": "what translators read is in English"},
    "scenarios/model/values.py": {
        "From 0 (worst) to 100 (best) for this option.": "translators get it from the schema"
    },
    "scenarios/schema.py": dict.fromkeys(("A Good Offices scenario", "Scenario"), "titles in the schema"),
    "scenarios/starting.py": {"# yaml-language-server: $schema={}\n# $schema: {}\n{}": "lines for editors"},
    "scenarios/texts.py": dict.fromkeys(("English", "Français"), "a language by its own name"),
    "scenarios/yamlsyntax.py": dict.fromkeys(
        (
            *("mapping values are not allowed", "cannot start any token", "quoted scalar"),
            *("could not find expected ':'", "expected ',' or", "sequence entries"),
        ),
        "what the parser says, to find it by",
    ),
    "scenarios/translation/catalogue.py": {"*": "what translators read is in English"},
    "scenarios/translation/checks.py": {"Language": "a line at the head of a catalogue"},
    "scenarios/translation/texts.py": dict.fromkeys(
        ("Only the trainer reads it.", "Participants read it."), "what translators read is in English"
    ),
    "scoring/agreement/stress.py": {"no answer": CELL},
    "scoring/agreement/wording.py": {"*": "what is looked for in the texts that people write, in each language"},
    "scoring/analysis/weighing.py": dict.fromkeys(("forced {}", "affected {}"), "a code of what is not known"),
    "scoring/moments/found.py": dict.fromkeys(
        ("a package over all issues is agreed", "a package over all issues is rejected"), "a key of the weights"
    ),
    "scoring/process/agendas.py": {"not adopted": CELL},
    "scoring/process/options.py": dict.fromkeys(("private meeting", " or "), CELL),
    "scoring/process/trades.py": {"{}/{} (package {})": CELL},
    "simulator/debrief/drawn/lettering.py": {"*": "letters by their width, and the names of fonts"},
    "simulator/cli/analyse.py": dict.fromkeys(("Nash", "Kalai-\nSmoro."), "the name of a person"),
    "simulator/cli/__init__.py": {"file or URL": "the name of a kind of value, in the documentation alone"},
    "simulator/exchange/moodle.py": dict.fromkeys(
        (*("First name", "Surname", "ID number", "Institution", "Department", "Email address", "Feedback: {}"),),
        "the name of a column, as Moodle's own export has it",
    ),
    "simulator/exchange/statements.py": dict.fromkeys(
        ("Activity", "Agent", "Group"), "a type of object, as the Experience API calls it"
    ),
    "simulator/journal/codes.py": {"*": "the names of letters in radio traffic, alike in all languages"},
    "simulator/tui/joining.py": dict.fromkeys(
        (
            *("goodoffices --db {} join {}", "goodoffices{} join {}", "{} goodoffices{} join {}"),
            *("goodoffices --db {} wall {}", "goodoffices{} wall {}"),
        ),
        "what one types",
    ),
    "simulator/tui/web/serving.py": {"*": "headers and refusals that browsers read"},
    "simulator/engine/diagrams.py": {"flowchart TD": "what Mermaid calls a flow chart from top to bottom"},
    "simulator/journal/opening.py": {'pip install "good-offices[postgres]"': "a command"},
    "simulator/journal/postgres/server.py": dict.fromkeys(
        ("{}, pg_catalog, pg_temp", "read committed", "reaching the journal"),
        "a setting of the server; a thread's name",
    ),
    "simulator/journal/postgres/tables.py": {"double precision": "SQL"},
    "simulator/journal/postgres/trouble.py": dict.fromkeys(
        (
            *("password authentication failed", "no password supplied", "authentication failed"),
            *("no pg_hba.conf entry", 'role ".*" does not exist', 'database ".*" does not exist'),
            *("too many clients", "too many connections", "remaining connection slots", "starting up", "shutting down"),
            *("in recovery mode", "not (currently )?accepting connections", "permission denied for database"),
        ),
        "what the server says, to find it by",
    ),
    "simulator/printing/html.py": dict.fromkeys(
        (' xmlns="http://www.w3.org/2000/svg"', '<svg role="img" aria-label="{}" '), "the beginning of a drawing"
    ),
    "simulator/printing/letterhead.py": {"*": "names of styles and fonts"},
    "simulator/printing/word.py": dict.fromkeys(
        ("Title", "Subtitle", "Heading {}", "List Number", "List Bullet", "Calibri"), "names of styles and fonts"
    ),
    "simulator/tui/control/events.py": {
        "own words": "the id of a choice",
        "capital {}": "the name of a draft",
    },
    "simulator/tui/seat/wishes/agenda.py": dict.fromkeys(("words {}", "own words"), "the id of a field"),
    "simulator/tui/guarding.py": {"{} Python {}": "a line of the report for those who mend the program"},
}
"""Texts that are not translated, by module, each with its reason; `*` stands for all of a module."""


def modules() -> Iterator[Path]:
    """All modules of the program."""
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


def untranslated(*without: str) -> list[Finding]:
    """The texts for people that no language can say; not in the modules whose paths begin so."""
    found = []
    for module in modules():
        name = module.relative_to(ROOT).as_posix()
        allowed = NOT_FOR_US.get(name, {})
        if not name.startswith(without) and "*" not in allowed:
            found += [f for f in findings(module.read_text("utf-8"), name) if f.text not in allowed]
    return found


# -- in the source ----------------------------------------------------------------------------------------------------


def test_every_text_for_people_is_said_in_the_language_of_the_terminal() -> None:
    found = untranslated(*NOT_YET)
    assert not found, "say these with tr(...), or list them in NOT_FOR_US with a reason:\n" + "\n".join(map(str, found))


def test_no_text_is_excepted_that_is_not_there() -> None:
    for name, texts in NOT_FOR_US.items():
        found = {finding.text for finding in findings((ROOT / name).read_text("utf-8"), name)}
        assert found, name
        assert set(texts) - {"*"} <= found, name


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Two words.",
            "two words",
            "Word",
            "Lift it before you put another.",
            "None.",
            " and ",
            "with {}",
            "{} offers",
        ),
        *("[b]Nobody[/b]", "No. {}: {}", "a reservation", "Où ?", "It can: {}.", "MY NOTE: {}"),
    ],
)
def test_words_are_for_people(text: str) -> None:
    assert for_people(text)


@pytest.mark.parametrize(
    "text",
    [
        *("in_adoption", "NO-RIGHT", "head-of-side", "package", "{}.{}", "own-{}", "utf-8", ", ", " · ", "", "#main"),
        *("bold red", "on $surface", "[dim]", "SELECT id FROM sessions", "{} WHERE s.id = ?", "note:", "x", "D12"),
        *("%Y-%m-%d", "<w:drawing a='b'>", "goodoffices join {} --console", "scenario.yaml"),
    ],
)
def test_names_codes_and_formats_are_not(text: str) -> None:
    assert not for_people(text)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('raise Refused("NO-RIGHT", "Only the trainer can do this.", "")', ["Only the trainer can do this."]),
        ('raise Refused("NO-RIGHT", tr("Only the trainer can do this."), "")', []),
        ('said = f"{n} offers"', ["{} offers"]),
        ('said = tr(f"{n} offers")', ["f'{n} offers'"]),
        ('said = tr("All " + name)', ["'All ' + name", "All "]),
        ('said = trn("{n} offer", "{n} offers", 2, by="the other side")', ["the other side"]),
        ('LABEL = mark("Package")', []),
        ('LABEL = "Package"', ["Package"]),
        ('LABEL = mark("Package")\nPANES = {"Package": one, "Text": two}', ["Text"]),
        ('class A:\n    "What it is."\n    b: str = "Words here"\n    """What b is."""', ["Words here"]),
        ('def f(x: "A type", y: str = "Some words") -> "A type":\n    """What it does."""', ["Some words"]),
        ('raise ValueError("This is wrong.")', []),
        ('raise CannotRead("This is wrong.")', ["This is wrong."]),
        ('a: int = Field(1, description="What the key means.")', []),
        ('button = Button("Go back", id="go back", description="What it does")', ["Go back", "What it does"]),
        ('re.compile("two words")', []),
        ('if a == "two words" or b in ("Two words", "More"): pass', []),
        ('WEIGHT = {"a side walks out": 1.0}[where]; w = WEIGHT["a side walks out" if x else "a side comes back"]', []),
        ('match a:\n    case "Two words": pass', []),
        ('a["Two words"].removeprefix("The next ")', []),
        ('A: Literal["Two words"] = x', []),
        ('DEFAULT_CSS = "Screen { width: 3 }"', []),
        ('words = {True: "It holds.", False: tr("It does not.")}', ["It holds."]),
    ],
)
def test_the_finder_bites(source: str, found: list[str]) -> None:
    assert [finding.text for finding in findings(source, "module.py")] == found


# -- in the catalogues ------------------------------------------------------------------------------------------------

OTHERS = [
    pytest.param(
        code, marks=pytest.mark.skipif(not catalogue_file(code).exists(), reason="this language is not written yet")
    )
    for code in LANGUAGES
    if code != SOURCE
]

HARD = f"{NARROW}\u00a0"
"""Spaces that no line ends with."""

_CODE = re.compile(r"`[^`]*`|\w+://\S+|\{[^{}]*\}|\b\d+:\d+")


def translated(code: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What the program says, one form or two, and all forms of it in a language."""
    for message in read_catalogue(code):
        if message.id and message.string:
            yield _forms(message.id), _forms(message.string)


def _forms(said: object) -> tuple[str, ...]:
    return tuple(str(part) for part in said) if isinstance(said, tuple | list) else (str(said),)


def places(text: str) -> set[str]:
    """The names of what is filled in."""
    return set(re.findall(r"\{(\w*)[^{}]*\}", text))


class Anything:
    """Fits every placeholder."""

    def __format__(self, spec: str) -> str:
        return "…"


def fills_in(text: str) -> bool:
    """Whether values can be put into a text."""
    try:
        text.format(**dict.fromkeys(places(text), Anything()))
    except (ValueError, KeyError, IndexError):
        return False
    return True


def wrong_in_french(text: str) -> list[str]:
    """The signs that are not set as French is printed; code, what is filled in and keys before a line are left out."""
    bare = re.sub(r"(?m)^[!?] |(?:^|(?<= ))\.[!?] ", "", _CODE.sub("x", text))
    wrong = [f"no narrow space before “{s}”" for s in re.findall(rf"(?:^|[^{NARROW}?!…(])([;?!])", bare)]
    wrong += [f"no narrow space before “{s}”" for s in re.findall(rf"(?:^|[^{HARD}])([:»%])(?!\w)", bare)]
    wrong += ["no narrow space after “«”"] * len(re.findall(rf"«(?![{HARD}])", bare))
    return wrong + [f"a quote of another language: {s}" for s in re.findall('["“”„]', bare)]


@pytest.mark.parametrize("code", OTHERS)
def test_every_language_says_everything(code: str) -> None:
    lacking = missing(code)
    assert not lacking, f"translate these in {catalogue_file(code).name}:\n" + "\n".join(lacking)


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_fills_in_what_the_sentence_does(code: str) -> None:
    for source, forms in translated(code):
        asked = [places(text) for text in source]
        for form in forms:
            named = places(form)
            assert named <= set().union(*asked), (source, form)
            assert named | {"n"} >= set.intersection(*asked) | ({"n"} if len(source) == 2 else set()), (source, form)
            assert fills_in(form) or not all(map(fills_in, source)), (source, form)


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_begins_and_ends_as_the_sentence_does(code: str) -> None:
    for source, forms in translated(code):
        for form in forms:
            assert form[: len(form) - len(form.lstrip(" \n"))] == source[0][: len(source[0]) - len(source[0].lstrip())]
            assert form[len(form.rstrip(" \n")) :] == source[0][len(source[0].rstrip()) :], (source, form)


def test_french_is_set_as_it_is_printed() -> None:
    wrong = [(form, signs) for _, forms in translated("fr") for form in forms if (signs := wrong_in_french(form))]
    assert not wrong, "\n".join(f"{form}: {', '.join(signs)}" for form, signs in wrong)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"Vraiment{NARROW}? Oui{NARROW}!", True),
        ("Vraiment ?", False),
        ("Vraiment?", False),
        (f"Il manque{NARROW}: {{names}}.", True),
        (f"Il manque\u00a0: `name: value`, à 10:30, {{hour:02d}}, https://example.org/{NARROW}?", True),
        ("Il manque: tout.", False),
        (f"«{NARROW}{{name}}{NARROW}» est ouvert.", True),
        ("« {name} » est ouvert.", False),
        ('"Ouvert"', False),
        ("“{name}” est ouvert.", False),
        (f"{{n}}{NARROW}%", True),
        ("{n} %", False),
    ],
)
def test_what_is_wrong_in_french(text: str, right: bool) -> None:
    assert (not wrong_in_french(text)) is right


def test_every_sentence_of_the_program_can_be_filled_in() -> None:
    for file, _line, said, _comments, _context in messages():
        if file.endswith(".py"):
            for text in (said,) if isinstance(said, str) else said:
                assert fills_in(text) or "`" in text, (file, text)  # what is quoted may hold braces of its own


def test_no_sentence_is_said_inside_an_f_string() -> None:
    """Where Babel looks for sentences it does not look into f-strings."""
    inside = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for room in ROOMS
        for file in sorted((ROOT / room).rglob("*.py"))
        for joined in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in KEYWORDS
        and call.args
        and isinstance(call.args[0], ast.Constant)
    ]
    assert not inside
