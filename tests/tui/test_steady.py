"""Texts and rows that cost little: they show what a plain text would, and lay the screen out only where it moves."""

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region

from simulator.tui.widgets.listing import Row
from simulator.tui.widgets.steady import Steady


class Page(App[None]):
    """A text over another."""

    def compose(self) -> ComposeResult:
        """The two."""
        yield Steady(Content("one line"), id="over")
        yield Steady(Content("below"), id="below")


async def test_a_text_grows_shrinks_and_stays(read: Callable[[App[None]], str]) -> None:
    app = Page()
    async with app.run_test(size=(20, 8)) as pilot:
        over, below = app.query_one("#over", Steady), app.query_one("#below")
        for said, lines in (("a line", 1), ("two\nlines", 2), ("other\nwords", 2), ("x" * 50, 3), ("short", 1)):
            over.update(Content(said))
            await pilot.pause()
            assert below.region.y == lines
            assert all(word[:20] in read(app) for word in said.split())


async def test_the_screen_is_laid_out_anew_only_where_something_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Page()
    async with app.run_test(size=(20, 8)) as pilot:
        over, asked = app.query_one("#over", Steady), list[bool]()
        refresh = over.refresh

        def counted(*regions: Region, layout: bool = False, **more: bool) -> Steady:
            asked.append(layout)
            return refresh(*regions, layout=layout, **more)

        monkeypatch.setattr(over, "refresh", counted)
        over.update(Content("one line"))
        assert asked == []
        over.update(Content.styled("one line", "bold"))
        assert asked == [False]
        over.update(Content("one\nmore"))
        assert asked == [False, False, True]
        await pilot.pause()


@pytest.mark.parametrize("said", ["", "a row", "two\nlines", "ends\n", "\n\n", "السلام عليكم", "word " * 60])
def test_a_row_is_as_high_as_it_is_painted(said: str) -> None:
    rules: RulesMap = {"text_wrap": "nowrap", "text_overflow": "ellipsis"}
    assert Row.of(Content(said)).get_height(rules, 30) == Content(said).get_height(rules, 30)
    assert Row.of(Content(said)).get_height({}, 30) == Content(said).get_height({}, 30)
