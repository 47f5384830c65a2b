"""goodoffices analyse: tables and a plot for people, one object for programs, and sentences for slips."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run, Tell

WELL = Path(__file__).parents[1] / "cases" / "well"


def test_for_people(run: Run) -> None:
    told = run("analyse", WELL)
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert lines[0] == "The Well: 9 packages"
    assert "  acceptable to all     2 (22.2 %)" in lines
    assert any(line.split() == ["Upper", "40", "100", "84", "72", "72", "72", "72"] for line in lines)
    assert any(line.split() == ["Lower", "35", "100", "70", "70", "70", "70", "70"] for line in lines)
    assert "  *  Nash, Kalai-Smorodinsky, Egalitarian, Utilitarian: 72, 70" in lines
    assert lines.count("  The key: An elder of both") == 1  # four solutions with one package tell it once
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in told.stdout


def test_the_place_of_a_package(tell: Tell) -> None:
    told = tell("analyse", WELL, "--no-plot", "--package", "hours=mornings-lower,keeper=upper-keeps")
    assert told.status == 0
    assert "│" not in told.out
    assert "Better for Upper than 22.2 % of all packages." in told.out
    assert "Better for every party that decides: 1 package." in told.out
    assert "One of them (Upper +32, Lower +15):" in told.out


def test_axes_turn_the_plot(tell: Tell) -> None:
    told = tell("analyse", WELL, "--axes", "lower", "upper")
    assert "across: Lower, up: Upper" in told.out
    assert "Utilitarian: 70, 72" in told.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--axes", "lowre", "upper"), "Did you mean “lower”?"),
        (("--axes", "mediation", "upper"), "no deciding party called “mediation”"),
        (("--axes", "upper", "upper"), "two different parties"),
        (("--axes", "upper", "lower", "--no-plot"), "exclude each other"),
        (("--package", "hours=shared-bord"), "Did you mean “shared-board”?"),
    ],
)
def test_slips(tell: Tell, words: tuple[str, ...], why: str) -> None:
    told = tell("analyse", WELL, *words)
    assert (told.status, told.out) == (2, "")
    assert why in told.err


def test_for_programs(tell: Tell) -> None:
    told = json.loads(tell("analyse", WELL, "--json", "--package", "keeper=elder-keeps").out)
    assert (told["packages"], told["acceptable"], told["exact"]) == (9, 2, True)
    assert told["parties"]["upper"] == {"reservation": 40.0, "best": 100.0, "best_acceptable": 84.0}
    assert told["package"]["by_default"] == ["hours"]
    assert told["package"]["standing"]["packages"] == 9


def test_values_are_weighed_before_the_case_can_be_played(tell: Tell, tmp_path: Path) -> None:
    written = (WELL / "scenario.yaml").read_text(encoding="utf-8")
    (tmp_path / "scenario.yaml").write_text(written.replace("reservation: 40", "reservation: 99"), encoding="utf-8")
    told = tell("analyse", tmp_path)
    assert told.status == 0
    assert "to mend before it can be played" in told.err
    assert "  acceptable to all     0 (0 %)" in told.out.splitlines()
    assert "The nearest package leaves these points missing: Upper 15." in told.out


def test_what_has_no_form_is_not_weighed(tell: Tell, tmp_path: Path) -> None:
    written = (WELL / "scenario.yaml").read_text(encoding="utf-8")
    (tmp_path / "scenario.yaml").write_text(written.replace("reservation: 40", "reservation: much"), encoding="utf-8")
    told = tell("analyse", tmp_path)
    assert (told.status, told.out) == (1, "")
    assert "reservation" in told.err
