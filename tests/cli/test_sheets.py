"""CSV that any program reads, and in which no cell is a formula."""

import csv
import io
from typing import Any

import pytest

from simulator.cli.sheets import put_csv


def written(capfdbinary: Any, *rows: tuple[Any, ...]) -> list[list[str]]:
    put_csv(("one", "two"), rows)
    data = capfdbinary.readouterr().out
    assert data.endswith(b"\r\n")
    assert b"\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n") == len(rows) + 1
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "'\ufffd=1"),
        ("\n=1", "' =1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("+5.25", "+5.25"),
        ("-5e", "'-5e"),
        (-5, "-5"),
        (-0.25, "-0.25"),
        (None, ""),
        (True, "yes"),
        (False, "no"),
        ('say "no", twice', 'say "no", twice'),
        ("two\nlines", "two lines"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("Côte d’Ivoire · السلام", "Côte d’Ivoire · السلام"),
        ("'=1", "'=1"),
    ],
)
def test_a_cell(capfdbinary: Any, cell: Any, told: str) -> None:
    assert written(capfdbinary, (cell, "x")) == [["one", "two"], [told, "x"]]


def test_no_rows(capfdbinary: Any) -> None:
    assert written(capfdbinary) == [["one", "two"]]
