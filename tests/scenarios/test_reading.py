import json
import random
import re
from pathlib import Path

import pytest

from scenarios.problems import Finding, locate
from scenarios.reading import Reading, read, read_text

CASE = Path(__file__).parent.parent / "cases" / "well"
WELL = (CASE / "scenario.yaml").read_text("utf-8")


def problems_of(*changes: tuple[str, str]) -> list[str]:
    text = WELL
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return [f"{problem.line}:{problem.column} {problem.code}" for problem in read_text(text).problems]


def test_the_well_is_sound() -> None:
    reading = read(CASE)
    assert reading.problems == ()
    assert reading.scenario is not None
    assert reading.scenario.deciding() == ("upper", "lower")
    assert reading.scenario.parties["upper"].values["hours"].options["shared-board"] == 80
    assert reading.name == str(CASE / "scenario.yaml")


def test_a_file_and_its_text_and_its_folder_are_the_same_case() -> None:
    assert read(CASE).scenario == read(CASE / "scenario.yaml").scenario == read_text(WELL).scenario


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_a_mark_of_the_byte_order_and_windows_line_ends_change_nothing(tmp_path: Path, change: object) -> None:
    path = tmp_path / "case.yaml"
    assert callable(change)
    path.write_bytes(change(WELL).encode())
    assert read(path).scenario == read(CASE).scenario
    assert read(path).positions == read(CASE).positions


def test_the_folder_has_the_name_of_the_case(tmp_path: Path) -> None:
    folder = tmp_path / "spring"
    folder.mkdir()
    (folder / "scenario.yaml").write_text(WELL, "utf-8")
    (problem,) = read(folder).problems
    assert (problem.code, problem.line, problem.column) == ("E18", 3, 5)
    assert read(folder).scenario is not None


def test_faults_of_every_kind_are_told_in_one_round() -> None:
    changes = (
        ("title: The Well\n", "title: The Well\ntitle: Another\n"),
        ("level: introductory", "level: introductry"),
        ("minutes: 30\n", "minutes: thirty\n"),
        ("summary: Gardeners in the valley, who supply the market.", "sumary: Gardeners"),
        ("      keeper: {weight: 40,", "      kepper: {weight: 40,"),
        ("chair: [mediator]", "chair: [mediater]"),
        ("expert:\n  seat: engineer\n  calls: 2\n", "expert:\n  seat: enginer\n"),
        ("consent_grace: 5", "consent_grace: 0005"),
    )
    assert problems_of(*changes) == [
        "6:1 YAML-DUPLICATE",
        "9:10 FORM-TYPE",
        "10:8 FORM-CHOICE",
        "66:7 REF-UNKNOWN",
        "75:3 FORM-MISSING",
        "80:5 FORM-UNKNOWN-KEY",
        "199:13 REF-UNKNOWN",
        "245:16 YAML-WORD",
        "249:1 FORM-MISSING",
        "250:9 REF-UNKNOWN",
    ]


def test_a_problem_shows_its_line_a_caret_the_nearest_name_and_what_to_do() -> None:
    (problem,) = read_text(WELL.replace("chair: [mediator]", "chair: [mediater]"), "well.yaml").problems
    assert problem.render().splitlines() == [
        "well.yaml:198:13: REF-UNKNOWN `mediater` is not a seat",
        "        chair: [mediater]",
        "                ^",
        "    did you mean `mediator`?",
        "    Known: `upper-head`, `lower-head`, `mediator`, `engineer`.",
    ]
    told = json.loads(json.dumps(problem.as_json()))
    assert (told["code"], told["line"], told["path"], told["suggestion"]) == (
        "REF-UNKNOWN", 198, "bodies.table.chair.0", "mediator"
    )  # fmt: skip


def test_a_finding_stands_at_its_value_or_at_the_nearest_key_above() -> None:
    reading = read(CASE)

    def at(path: str, *, at_key: bool = False) -> str:
        (problem,) = locate([Finding("X1", "warning", path, "m", "r", at_key=at_key)], reading)
        return f"{problem.line}:{problem.column} {problem.excerpt.strip()}"

    assert at("minutes") == "8:10 minutes: 30"
    assert at("minutes", at_key=True) == "8:1 minutes: 30"
    assert at("parties") == "36:1 parties:"
    assert at("parties.upper.values") == "63:5 values:"
    assert at("parties.upper.nothing.at.all") == "37:3 upper:"
    assert at("") == at("nowhere") == "1:1 # yaml-language-server: $schema=../../../scenarios/scenario.schema.json"


def test_columns_count_characters_and_not_bytes() -> None:
    text = WELL.replace("{step: reactions, ask: One word", "{step: reactions, ask: Eé𝄞 word", 1)
    text = text.replace("to: The two speakers}", "two: The two speakers}", 1)
    (problem,) = read_text(text).problems
    assert problem.excerpt[problem.column - 1 :].startswith("two: ")


def test_a_quoted_word_is_a_text_and_a_plain_one_is_told() -> None:
    assert problems_of(("short: Upper", "short: 'no'")) == []
    assert problems_of(("short: Upper", "short: no")) == ["39:12 YAML-WORD"]


def test_texts_are_folded_and_their_ends_are_trimmed() -> None:
    reading = read_text(WELL.replace("hook: When did the well", "hook: Cafe\u0301, when did the well", 1))
    assert reading.scenario is not None
    assert reading.scenario.debrief.hook.startswith("Café")
    assert not reading.scenario.brief.endswith("\n")


def test_damage_anywhere_never_raises_and_is_always_located() -> None:
    """Lines dropped, doubled, cut and swapped, and words changed: a reading is returned whatever happens."""
    chance = random.Random(4)
    lines = WELL.splitlines()
    words = sorted(set(re.findall(r"[a-z][a-z-]+", WELL)))
    for _ in range(300):
        changed = list(lines)
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(changed))
            match chance.randrange(6):
                case 0:
                    del changed[place]
                case 1:
                    changed.insert(place, changed[chance.randrange(len(changed))])
                case 2:
                    changed[place] = changed[place][: chance.randint(0, len(changed[place]))]
                case 3:
                    changed[place] = " " * chance.randrange(4) + changed[place]
                case 4:
                    new = chance.choice([*words, "null", "7", "-3", "[]", "{}", "[[a]]", "{a: b}", "true"])
                    found = re.findall(r"[\w-]+", changed[place])
                    changed[place] = changed[place].replace(chance.choice(found or ["x"]), new, 1)
                case 5:
                    start, _, _ = changed[place].partition(":")
                    changed[place] = f"{start}: {chance.choice(['', '[]', '{}', 'x', '7', '[7]', '{x: {y: 1}}'])}"
        reading = read_text("\n".join(changed))
        assert isinstance(reading, Reading)
        for problem in reading.problems:
            assert 1 <= problem.line <= len(changed) + 1
            assert problem.render()
        if reading.scenario is None:
            assert reading.errors
