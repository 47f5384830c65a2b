"""The examples on the pages of mechanisms can be copied: over a small case, they make a sound one."""

import re
from pathlib import Path

import pytest

from scenarios.reading import read

ROOT = Path(__file__).parents[2]
HEARD = ROOT / "tests" / "cases" / "well-heard" / "scenario.yaml"
PAGES = ("inputs", "messengers", "non-papers", "press", "compliance", "texts", "brackets", "silence")


FORD = ROOT / "tests" / "cases" / "ford" / "scenario.yaml"
SITTINGS = ("bodies", "agenda", "walk-out", "decision-rules")
CASES = [*((page, HEARD) for page in PAGES), *((page, FORD) for page in SITTINGS)]


@pytest.mark.parametrize(("page", "case"), CASES, ids=[page for page, _ in CASES])
def test_the_example_of_a_page_is_sound(page: str, case: Path, tmp_path: Path) -> None:
    text = (ROOT / "docs" / "mechanisms" / f"{page}.md").read_text("utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S)
    assert blocks
    name = case.parent.name
    (tmp_path / name).mkdir()
    (tmp_path / name / "base.yaml").write_text(case.read_text("utf-8"), encoding="utf-8")
    for block in blocks:
        whole = tmp_path / name / "scenario.yaml"
        whole.write_text(f"format: 1\nid: {name}\nextends: base.yaml\n{block}", encoding="utf-8")
        reading = read(whole)
        assert reading.scenario is not None, reading.problems
        assert not reading.errors
