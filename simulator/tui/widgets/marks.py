"""Fields that say by a sign, not by a colour, what is ticked, and in which order."""

from collections.abc import Sequence

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, OptionList

from scenarios.texts import mark
from simulator.tui.safe import one_line
from simulator.tui.widgets.listing import Listing


class TickBox(Checkbox):
    """A tick that is a cross when it is set, and nothing when it is not."""

    BUTTON_LEFT = "["
    BUTTON_RIGHT = "]"

    def __init__(self, label: Content, value: bool, *, id: str) -> None:
        super().__init__(label, value, id=id, compact=True)
        self.BUTTON_INNER = "x" if value else " "

    def watch_value(self) -> None:
        """Draw the sign anew."""
        self.BUTTON_INNER = "x" if self.value else " "
        self.refresh(layout=True)
        super().watch_value()


class Marks(Listing):
    """A list in which some entries are marked. Space, Enter or a click marks.

    The sign is a cross, or the number in the order of marking where the order matters.
    """

    BINDINGS = [Binding("space", "select", mark("Mark"), show=False, id="marks.mark")]

    class Changed(Message):
        """Other entries are marked."""

    def __init__(
        self,
        options: Sequence[tuple[str, str | Content]],
        marked: Sequence[str],
        *,
        id: str,
        ordered: bool = True,
        barred: Sequence[str] = (),
    ) -> None:
        super().__init__(id=id)
        self.options_known = tuple(options)
        self.ordered = ordered
        self.barred = frozenset(barred)
        """Entries that cannot be marked; their words say why."""
        self.marked = tuple(m for m in marked if m in dict(options))
        """The marked entries in the order of marking."""

    def on_mount(self) -> None:
        """Show the entries."""
        self.draw()

    def draw(self) -> None:
        """Show the marks."""
        signs = {name: str(n) if self.ordered else "x" for n, name in enumerate(self.marked, 1)}
        rows: list[tuple[str, Content]] = []
        for name, label in self.options_known:
            words = label if isinstance(label, Content) else Content(one_line(label))
            sign = "-" if name in self.barred else signs.get(name, " ")
            rows.append((name, Content(f"[{sign}] ") + (words.stylize("bold") if name in signs else words)))
        self.show(rows)

    @on(OptionList.OptionSelected)
    def toggle(self, event: OptionList.OptionSelected) -> None:
        """Mark or unmark the entry."""
        event.stop()
        name = self.options_known[event.option_index][0]
        if name in self.barred:
            return
        self.marked = tuple(m for m in self.marked if m != name) if name in self.marked else (*self.marked, name)
        self.draw()
        self.post_message(self.Changed())
