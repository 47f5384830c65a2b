"""A list that is brought up to date without losing its place."""

import unicodedata
from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.css.styles import RulesMap
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from scenarios.texts import mark


def plain(words: str) -> str:
    """Words as they are looked for: without accents and capitals."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).replace("’", "'")


def matches(there: OptionList, words: str) -> list[int]:
    """The rows of a list that have all these words and can be picked."""
    wanted = plain(words).split()
    if not wanted:
        return []
    rows = enumerate(there.options)
    return [at for at, row in rows if not row.disabled and all(word in plain(str(row.prompt)) for word in wanted)]


def go_on(there: OptionList, words: str, by: int) -> None:
    """Put the cursor on the next row with the words, or the one before, around the end."""
    found = matches(there, words)
    if found:
        at = there.highlighted or 0
        after = [n for n in found if n > at] if by > 0 else [n for n in reversed(found) if n < at]
        there.highlighted = after[0] if after else found[0 if by > 0 else -1]


class Row(Content):
    """A row that knows its height where lines are not wrapped: a long list asks hundreds of rows at every change."""

    @classmethod
    def of(cls, content: Content) -> "Row":
        """A content as a row."""
        return cls(content.plain, list(content.spans), strip_control_codes=False)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines it takes."""
        return self.plain.count("\n") + 1 if rules.get("text_wrap") == "nowrap" else super().get_height(rules, width)


class Listing(OptionList):
    """Rows with ids. Arrows and j/k move, Enter or a click picks; after a search n and N go on to the next and back."""

    BINDINGS = [
        Binding("n", "sought(1)", mark("Next that was searched"), show=False, id="list.next"),
        Binding("N", "sought(-1)", mark("The one before"), show=False, id="list.before"),
        Binding("escape", "forget", mark("End the search"), show=False, id="list.forget"),
        Binding("j", "cursor_down", mark("Down"), show=False, id="list.down"),
        Binding("k", "cursor_up", mark("Up"), show=False, id="list.up"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self.rows: list[tuple[str, Content]] = []
        self.sought = ""
        """The words that were searched; empty while nothing is."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a search, its keys mean what they mean on the screen."""
        if action in ("sought", "forget"):
            return bool(self.sought.strip())
        return super().check_action(action, parameters)

    def action_sought(self, by: int) -> None:
        """Go on to the next row with the words that were searched, around the end."""
        go_on(self, self.sought, by)

    def action_forget(self) -> None:
        """End the search."""
        self.sought = ""

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
                if not before[1].is_same(now[1]):
                    self.replace_option_prompt_at_index(at, Row.of(now[1]))
            return
        top = self.scroll_offset
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options([Option(Row.of(content), id=f"row-{at}") for at, (_, content) in enumerate(rows)])
            found = next((at for at, (name, _) in enumerate(rows) if name == picked), None)
            if found is not None:
                self.highlighted = found
                self.scroll_to(*top, animate=False)
            elif rows:
                self.highlighted = 0
