"""What the guide for designers shows is what the program tells."""

import re
from pathlib import Path

import pytest

from scenarios.starting import TEMPLATES, begin, renamed, template
from tests.cli.conftest import tell as tell
from tests.cli.running import Tell

GUIDE = (Path(__file__).parents[2] / "docs" / "guide-designer.md").read_text("utf-8")
SHOWN = re.findall(r"^```text\n(.*?)^```$", GUIDE, re.M | re.S)
SLIPS = {
    "FORM-CHOICE": ("level: introductory", "level: beginner"),
    "REF-UNKNOWN": ("archetype: head-of-side ", "archetype: head-of-sides "),
    "E1": ("hours: {weight: 40, ten: 0", "hours: {weight: 45, ten: 0"),
    "W2": ("reservation: 64", "reservation: 40"),
}


@pytest.mark.parametrize(("code", "shown"), [*zip(SLIPS, SHOWN, strict=True)], ids=list(SLIPS))
def test_a_slip_is_told_as_the_guide_shows_it(tell: Tell, tmp_path: Path, code: str, shown: str) -> None:
    begin(tmp_path / "my-case", renamed(template("classic"), "my-case", "The Night Market"))
    file = tmp_path / "my-case" / "scenario.yaml"
    good, bad = SLIPS[code]
    text = file.read_text("utf-8")
    assert good in text
    file.write_text(text.replace(good, bad, 1), encoding="utf-8")
    told = tell("check", "my-case").out
    assert code in shown
    assert shown.strip() in told


def test_the_templates_of_the_guide_are_those_of_the_program() -> None:
    part = GUIDE.partition("| `--template` |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", part, re.M) == list(TEMPLATES)
