"""The options board: who put an option forward, which positions are nearest, which bundles have it."""

from dataclasses import replace
from typing import Any

from simulator.engine import commands as c
from simulator.engine.session import Position
from simulator.tui.seat import board, options_board


def test_an_option_names_its_author_its_positions_and_its_bundles(converging: Any) -> None:
    converging.do(c.StatePosition, "upper-head", issue="hours", text="Ours first.", option="mornings-upper")
    shown = board.detail(converging.view("mediator"), "issue:hours").plain
    asked = shown.index("Asked for by: Upper")
    assert shown.index("Mornings for Upper Ardel") < asked
    assert "In packages: no. 1 by Lower, on the table" in shown


def test_of_amounts_the_nearest_on_the_list_is_named(converging: Any) -> None:
    issue = converging.view("mediator").issues["hours"]
    first = issue.options[0]
    amounts = tuple(replace(first, id=f"a{n}", label=f"{n} litres", on_board=True, by=None) for n in range(40))
    positions = {"upper": Position("Much.", "a37", 1), "lower": Position("Little.", "a20", 2)}
    many = replace(issue, options=amounts, step="1 litre", default="a20", positions=positions)
    assert options_board.nearest(many, "upper") == "a39"
    assert options_board.nearest(many, "lower") == "a20"
    assert options_board.nearest(replace(many, positions={"upper": Position("Words.", None, 1)}), "upper") is None
