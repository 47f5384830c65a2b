"""The codebook names every file and every column."""

import re

from simulator.engine import Record
from simulator.exchange.codebook import codebook
from simulator.exchange.rows import TABLES, Row
from tests.exchange.conftest import made


def test_every_file_and_column_is_in_it(agreed: Record) -> None:
    page = made(agreed)["codebook.md"].decode()
    assert page == codebook()
    shared = re.search(r"^## Columns of every table.*?(?=^## )", page, re.M | re.S)
    assert shared is not None
    for column in Row.__struct_fields__:
        assert f"| `{column}` |" in shared[0]
    for name, kind in TABLES:
        part = re.search(rf"^## `{name}\.csv`$.*?(?=^## |\Z)", page, re.M | re.S)
        assert part is not None, name
        for column in kind.__struct_fields__:
            assert column in Row.__struct_fields__ or f"| `{column}` |" in part[0], (name, column)


def test_no_row_of_it_lacks_a_meaning() -> None:
    table = [line.split(" | ") for line in codebook().splitlines() if line.startswith("| `")]
    assert len(table) > 100
    assert all(len(cells) == 4 and cells[3].strip(" |") for cells in table)


def test_the_heads_of_the_files_are_those_of_the_codebook(agreed: Record) -> None:
    files = made(agreed)
    for name, kind in TABLES:
        head = files[f"{name}.csv"].decode("utf-8-sig").partition("\r\n")[0]
        assert head == ",".join(kind.__struct_fields__)
