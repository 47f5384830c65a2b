"""Fields that say by a sign, not by a colour, what is ticked, and in which order."""

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, OptionList

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
    """A list in which some entries are marked, numbered in the order of marking. Space, Enter or a click marks."""

    BINDINGS = [Binding("space", "select", "Mark", show=False, id="marks.mark")]

    class Changed(Message):
        """Other entries are marked."""

    def __init__(self, options: tuple[tuple[str, str], ...], marked: tuple[str, ...], *, id: str) -> None:
        super().__init__(id=id)
        self.options_known = options
        self.marked = tuple(m for m in marked if m in dict(options))
        """The marked entries in the order of marking."""

    def on_mount(self) -> None:
        """Show the entries."""
        self.draw()

    def draw(self) -> None:
        """Show the marks."""
        order = {name: n for n, name in enumerate(self.marked, 1)}
        rows: list[tuple[str, Content]] = []
        for name, label in self.options_known:
            words = Content.styled(one_line(label), "bold") if name in order else Content(one_line(label))
            rows.append((name, Content(f"[{order.get(name, ' ')}] ") + words))
        self.show(rows)

    @on(OptionList.OptionSelected)
    def toggle(self, event: OptionList.OptionSelected) -> None:
        """Mark or unmark the entry."""
        event.stop()
        name = self.options_known[event.option_index][0]
        self.marked = tuple(m for m in self.marked if m != name) if name in self.marked else (*self.marked, name)
        self.draw()
        self.post_message(self.Changed())
