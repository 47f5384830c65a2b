"""A list that is brought up to date without losing its place."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scenarios.texts import mark


class Listing(OptionList):
    """Rows with ids. Arrows and j/k move, Enter or a click picks."""

    BINDINGS = [
        Binding("j", "cursor_down", mark("Down"), show=False, id="list.down"),
        Binding("k", "cursor_up", mark("Up"), show=False, id="list.up"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self.rows: list[tuple[str, Content]] = []

    @property
    def picked(self) -> str | None:
        """The row under the cursor."""
        at = self.highlighted
        return None if at is None or at >= len(self.rows) else self.rows[at][0]

    def go_to(self, name: str | None) -> None:
        """Put the cursor on a row, where it is there."""
        found = next((at for at, (row, _) in enumerate(self.rows) if row == name), None)
        if found is not None:
            self.highlighted = found

    def show(self, rows: Sequence[tuple[str, Content]]) -> None:
        """Show these rows; the cursor stays on its row."""
        rows = list(rows)
        old, self.rows, picked = self.rows, rows, self.picked
        if [name for name, _ in old] == [name for name, _ in rows]:
            for at, (before, now) in enumerate(zip(old, rows, strict=True)):
                if str(before[1]) != str(now[1]) or before[1].spans != now[1].spans:
                    self.replace_option_prompt_at_index(at, now[1])
            return
        top = self.scroll_offset
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options([Option(content, id=f"row-{at}") for at, (_, content) in enumerate(rows)])
            found = next((at for at, (name, _) in enumerate(rows) if name == picked), None)
            if found is not None:
                self.highlighted = found
                self.scroll_to(*top, animate=False)
            elif rows:
                self.highlighted = 0
