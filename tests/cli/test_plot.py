"""The plot of packages: every mark is there, in its place, without colour and at any width."""

from typing import Any

import pytest

from simulator.cli.plot import Mark, put_plot

FRONT = [(20.0, 90.0), (40.0, 70.0), (60.0, 50.0), (80.0, 10.0)]
MARKS = [Mark("N", "Nash", (60.0, 50.0)), Mark("K", "Kalai-Smorodinsky", (40.0, 70.0))]


def drawn(capsys: Any, monkeypatch: Any, marks: list[Mark], columns: int = 80, lines: int = 24) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", str(lines))
    put_plot(FRONT, marks, (30.0, 20.0), ("NOR", "SOU"))
    text: str = capsys.readouterr().out
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= columns
    return text.splitlines()


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (200, 60), (40, 10), (20, 5)])
def test_marks_lie_in_order(capsys: Any, monkeypatch: Any, columns: int, lines: int) -> None:
    if columns < 40:
        monkeypatch.setattr("simulator.cli.plot.MOST", 40)
        columns = 40
    told = drawn(capsys, monkeypatch, MARKS, columns, lines)
    body = [line for line in told if "│" in line]
    (nash,) = ((n, line.index("N")) for n, line in enumerate(body) if "N" in line)
    (fair,) = ((n, line.index("K")) for n, line in enumerate(body) if "K" in line)
    assert fair[0] < nash[0]  # worth more to the party upwards
    assert fair[1] < nash[1]  # and less to the one across
    assert sum(line.count(".") for line in body) == 2  # the front where no mark lies on it
    assert "  N  Nash: 60, 50" in told
    assert "  K  Kalai-Smorodinsky: 40, 70" in told
    assert "across: NOR, up: SOU" in told


def test_points_that_coincide_have_one_mark(capsys: Any, monkeypatch: Any) -> None:
    told = drawn(capsys, monkeypatch, [*MARKS, Mark("E", "Egalitarian", (60.0, 50.0))])
    assert "  *  Nash, Egalitarian: 60, 50" in told
    assert sum("*" in line and "│" in line for line in told) == 1


def test_a_terminal_without_boxes(capsys: Any, monkeypatch: Any) -> None:
    class Plain:
        encoding = "ascii"

        def isatty(self) -> bool:
            return True

    from simulator.cli import plot

    monkeypatch.setattr("simulator.cli.plot.sys.stdout", Plain())
    assert plot._readable("┌─┤│└┼┬") == "+-+|+++"


def test_a_single_package(capsys: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    put_plot([(0.0, 0.0)], [], (0.0, 0.0), ("NOR", "SOU"))
    assert "other efficient packages" in capsys.readouterr().out
