"""The page on the terminal: its checklist is whole, and the tests that it names exist."""

import re
from pathlib import Path

import pytest

from simulator.tui.settings import KEYS, THEMES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "terminal.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


def test_every_line_of_the_checklist_is_answered() -> None:
    lines = re.split(r"^(\d+)\. ", PAGE, flags=re.M)
    assert [int(n) for n in lines[1::2]] == list(range(1, 26))
    for number, line in zip(lines[1::2], lines[2::2], strict=True):
        assert "Held by `tests/" in line or "Not met:" in line, number


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_is_named_exists(file: str, name: str) -> None:
    assert re.search(rf"^(async )?def {name}\(", (ROOT / file).read_text("utf-8"), flags=re.M)


def test_every_setting_and_theme_is_named() -> None:
    for key in KEYS:
        assert re.search(rf"^{key.name} = ", PAGE, flags=re.M), key.name
    for theme in THEMES:
        assert theme in PAGE, theme
