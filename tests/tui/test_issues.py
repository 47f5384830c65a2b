"""The options of an issue that are listed: of a long range the ends, the default and what stands out."""

from pathlib import Path

import pytest

from scenarios.reading import read
from simulator.engine import TRAINER, View, begin, view
from simulator.tui.boards import offers
from simulator.tui.boards.issues import left_out, listed_options
from simulator.tui.seat import board

LEVY = Path(__file__).parents[1] / "cases" / "levy" / "scenario.yaml"


def of(step: str, tmp_path: Path, seat: str = TRAINER) -> View:
    """What a seat sees of the levy, in other steps."""
    case = tmp_path / "scenario.yaml"
    case.write_text(LEVY.read_text(encoding="utf-8").replace("step: 5", f"step: {step}"), encoding="utf-8")
    scenario = read(case).scenario
    assert scenario is not None
    return view(begin(scenario, seed=1), seat)


def test_a_short_range_is_listed_whole(tmp_path: Path) -> None:
    issue = of("5", tmp_path).issues["levy"]
    assert listed_options(issue) == issue.options
    assert left_out(issue) == ""


@pytest.mark.parametrize("board_of", [offers.detail, board.detail])
def test_a_long_range_shows_its_ends_its_default_and_its_step(board_of: object, tmp_path: Path) -> None:
    seen = of("1", tmp_path)
    issue = seen.issues["levy"]
    assert len(issue.options) == 41
    assert {o.id for o in listed_options(issue)} == {"at-0", "at-40", issue.default}
    assert left_out(issue).endswith("more between the first and the last, in steps of 1\N{NO-BREAK SPACE}%")
    said = board_of(seen, "issue:levy").plain.replace("\N{NO-BREAK SPACE}", " ")  # type: ignore[operator]
    options = said.split("Options")[1].split("Worth")[0]
    assert "• 0 %" in options
    assert "• 40 %" in options
    assert "17 %" not in options
    assert "in steps of 1" in options


def test_written_options_are_listed_whole(tmp_path: Path) -> None:
    issue = of("1", tmp_path).issues["start"]
    assert issue.step == ""
    assert listed_options(issue) == issue.options
