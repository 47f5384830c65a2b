"""Questions that are answered by picking from a list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from scenarios.texts import tr, trn
from simulator.tui.dialogs.question import Question
from simulator.tui.safe import one_line
from simulator.tui.widgets.marks import Marks


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a list: its id, its words, a remark, and why it cannot be picked now."""

    id: str
    label: str
    note: str = ""
    why_not: str | None = None

    def content(self) -> Content:
        """The entry as it is drawn; what cannot be picked says so in words."""
        said = Content(one_line(self.label))
        if self.why_not is not None:
            return said + Content.styled("  " + tr("not now: {why}", why=one_line(self.why_not)), "italic")
        return said + Content.styled(f"  {one_line(self.note)}", "dim") if self.note else said


class ChooseOne(Question[str]):
    """One entry of a list; Enter or a click picks it."""

    BINDINGS = [
        Binding("j", "app.simulate_key('down')", show=False, id="question.down"),
        Binding("k", "app.simulate_key('up')", show=False, id="question.up"),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], prompt: str = "", *, at: str | None = None) -> None:
        super().__init__(title, prompt)
        self.choices = tuple(choices)
        self.at = at
        """The entry to start at."""

    def compose_answer(self) -> ComposeResult:
        """The list."""
        yield OptionList(
            *(Option(c.content(), id=f"c{i}", disabled=c.why_not is not None) for i, c in enumerate(self.choices)),
            id="choices",
        )

    def on_mount(self) -> None:
        """Start in the list."""
        field = self.query_one(OptionList)
        field.focus()
        start = next((i for i, c in enumerate(self.choices) if c.id == self.at), None)
        if start is not None:
            field.highlighted = start
        else:
            field.action_first()

    @on(OptionList.OptionSelected)
    def picked(self, event: OptionList.OptionSelected) -> None:
        """A pick is an answer."""
        event.stop()
        self.dismiss(self.choices[event.option_index].id)

    def answer(self) -> str | None:
        """The entry under the cursor."""
        index = self.query_one(OptionList).highlighted
        if index is None or self.choices[index].why_not is not None:
            return None
        return self.choices[index].id


class ChooseMany(Question[tuple[str, ...]]):
    """Some entries of a list; Space marks, Ctrl+S or the button sends."""

    BINDINGS = [
        Binding("ctrl+s", "accept", "Send", id="question.send"),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        prompt: str = "",
        *,
        picked: Collection[str] = (),
        least: int = 1,
    ) -> None:
        super().__init__(title, prompt, yes=tr("OK (Ctrl+S)"))
        self.choices = tuple(choices)
        self.picked = frozenset(picked)
        self.least = least

    def compose_answer(self) -> ComposeResult:
        """The list."""
        yield Marks(
            [(c.id, c.content()) for c in self.choices],
            [c.id for c in self.choices if c.id in self.picked],
            id="choices",
            ordered=False,
            barred=[c.id for c in self.choices if c.why_not is not None],
        )
        yield Static(tr("Space marks, Ctrl+S sends."), id="count")

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(Marks).focus()

    def answer(self) -> tuple[str, ...] | None:
        """The marked entries in the order of the list, where there are enough."""
        marked = set(self.query_one(Marks).marked)
        given = tuple(c.id for c in self.choices if c.id in marked)
        if len(given) >= self.least:
            return given
        label = self.query_one("#count", Static)
        label.add_class("-over")
        label.update(trn("Mark at least {n}, with Space.", "Mark at least {n}, with Space.", self.least))
        return None
