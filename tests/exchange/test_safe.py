"""Cells that no spreadsheet computes, and rows that stay one row."""

import csv
import io

import pytest

from simulator.exchange.safe import Bare, cell, guarded, table
from tests.exchange.conftest import PAYLOADS


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-2+3", "@SUM(1)", "\t=1", "\rx", "\nx", "  =1", "\u00a0@x", "＝1", "＋1", "－1", "＠a"),
        *("\u200b=1", "﹢1"),
    ],
)  # fmt: skip
def test_what_would_be_computed_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text).startswith("'")


@pytest.mark.parametrize("text", ["", "a=1", "1+1", "'=1", "Tea, please", "a - b", "شكرا"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


def test_a_semicolon_begins_no_cell_that_is_computed() -> None:
    assert guarded("a;=1+1") == "a;'=1+1"
    assert guarded("a; ＠b") == "a;' ＠b"
    assert guarded("a; b") == "a; b"


def test_numbers_stay_numbers() -> None:
    assert [cell(value) for value in (-3, -0.5, True, False, None, (1, 2), ("a", "b"))] == [
        "-3", "-0.5", "true", "false", "", "1; 2", "a; b",
    ]  # fmt: skip
    assert cell(Bare("-")) == "-"
    assert cell(("=a", "b")) == "'=a; b"


def test_a_table_is_read_by_spreadsheets() -> None:
    content = table(("a", "=b"), [("é", 1), ('x, "y"\nz', None)])
    assert content == b'\xef\xbb\xbfa,\'=b\r\n\xc3\xa9,1\r\n"x, ""y"" z",\r\n'


def test_whatever_is_typed_one_row_stays_one_row() -> None:
    content = table(("n", "text"), enumerate(PAYLOADS.values())).decode("utf-8-sig")
    assert content.count("\r\n") == len(PAYLOADS) + 1
    assert not set(content.replace("\r\n", "")) & {chr(n) for n in (*range(32), *range(0x7F, 0xA0), 0x202E, 0x2028)}
    read = list(csv.reader(io.StringIO(content, newline=""), strict=True))
    assert [row[0] for row in read[1:]] == [str(n) for n in range(len(PAYLOADS))]
    assert not [row[1] for row in read if row[1].lstrip().startswith(tuple("=+-@＝＋－＠"))]
