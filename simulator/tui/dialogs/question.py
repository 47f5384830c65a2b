"""What all questions share, and the plainest one."""

from typing import Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from scenarios.texts import tr
from simulator.tui.safe import lines, one_line, safe

T = TypeVar("T")


class Question(ModalScreen[T | None], Generic[T]):
    """A box with a title, a prompt, the means to answer, and two buttons. Esc gives None."""

    CSS_PATH = "question.tcss"
    BINDINGS = [Binding("escape", "cancel", "Cancel", id="question.cancel")]

    def __init__(self, title: str, prompt: str = "", *, yes: str = "", no: str = "") -> None:
        super().__init__()
        self.question_title = one_line(title)
        self.prompt = prompt
        self.yes = yes or tr("OK")
        self.no = no or tr("Cancel")

    def compose(self) -> ComposeResult:
        """The box, from top to bottom."""
        with Vertical(id="question"):
            yield Static(safe(self.question_title), id="question-title")
            if self.prompt:
                yield Static(lines(self.prompt), id="question-prompt")
            yield from self.compose_answer()
            with Horizontal(id="question-buttons"):
                yield Button(safe(self.yes), variant="primary", id="yes", compact=True)
                yield Button(safe(self.no), id="no", compact=True)

    def compose_answer(self) -> ComposeResult:
        """The means to answer; nothing for a question of yes or no."""
        yield from ()

    def answer(self) -> T | None:
        """The answer as it stands, or None while it is not one."""
        raise NotImplementedError

    @on(Button.Pressed, "#yes")
    def action_accept(self) -> None:
        """Give the answer, if there is one."""
        given = self.answer()
        if given is not None:
            self.dismiss(given)

    @on(Button.Pressed, "#no")
    def turned_down(self) -> None:
        """The second button does what Esc does."""
        self.action_cancel()

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)


class YesNo(Question[bool]):
    """Yes or no. `y` and `n` answer; Esc means no."""

    BINDINGS = [
        Binding("y", "accept", "Yes", id="question.yes"),
        Binding("n", "refuse", "No", id="question.no"),
        Binding("left,right,h,l", "app.focus_next", show=False, id="question.other"),
    ]

    def __init__(self, title: str, prompt: str = "", *, yes: str = "", no: str = "", safest: bool = False) -> None:
        super().__init__(title, prompt, yes=yes or tr("Yes"), no=no or tr("No"))
        self.safest = safest
        """Whether the focus starts on no, for what cannot be taken back."""

    def on_mount(self) -> None:
        """Put the focus on the button that Enter should press."""
        self.query_one("#no" if self.safest else "#yes").focus()

    def answer(self) -> bool:
        """Yes: the other button gives None or False."""
        return True

    def action_refuse(self) -> None:
        """Say no."""
        self.dismiss(False)

    def action_cancel(self) -> None:
        """Esc is no."""
        self.dismiss(False)
