"""A self-report: one statement after the other, each answered with a key from 1 to 7."""

from collections.abc import Mapping
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Button, OptionList, Static

from scenarios.texts import mark, tr, trn
from simulator.engine.view.shapes import PulseView
from simulator.tui.boards.line import row
from simulator.tui.dialogs import question
from simulator.tui.dialogs.question import Question
from simulator.tui.safe import one_line, safe
from simulator.tui.seat.scale import SCALE
from simulator.tui.widgets.listing import Listing


class PulsePage(Question[Mapping[str, int]]):
    """The statements; a figure answers the one under the cursor and goes on to the next."""

    CSS_PATH = str(Path(question.__file__).with_suffix(".tcss"))
    BINDINGS = [
        *(Binding(str(n), f"rate({n})", str(n), show=False, id=f"pulse.{n}") for n in range(1, 8)),
        Binding("ctrl+s", "accept", mark("Send"), id="pulse.send"),
    ]

    def __init__(self, pulse: PulseView, values: Mapping[str, int] | None = None) -> None:
        super().__init__(pulse.name, tr(SCALE), yes=tr("{send} (Ctrl+S)", send=tr("Send")))
        self.pulse = pulse
        self.values = dict(values or {})
        """The answers so far."""

    def compose_answer(self) -> ComposeResult:
        """The statements with their answers, and a row of figures for the mouse."""
        yield Listing(id="statements")
        yield Static(self._figures(), id="figures")
        yield Static(id="count")

    @staticmethod
    def _figures() -> Content:
        figures = [Content.styled(f" {n} ", "bold reverse").stylize(f"@click=screen.rate({n})") for n in range(1, 8)]
        # Translators: before and after the figures from 1 to 7.
        least, most = tr("Not at all"), tr("fully")
        return Content(f"{least} ") + Content(" ").join(figures) + Content(f" {most}")

    def on_mount(self) -> None:
        """Start at the first statement."""
        self.show()
        self.query_one(Listing).focus()

    def show(self) -> None:
        """Show the answers."""
        self.query_one(Listing).show(
            [
                (item, row(Content.styled(f"[{self.values.get(item, ' ')}]", "bold"), safe(one_line(text))))
                for item, text in self.pulse.items.items()
            ]
        )
        left = len(self.pulse.items) - len(self.values)
        said = trn("{n} left to answer", "{n} left to answer", left) if left else tr("All answered: Ctrl+S sends.")
        self.query_one("#count", Static).update(said)
        self.query_one("#yes", Button).disabled = left > 0

    def action_rate(self, number: int) -> None:
        """Answer the statement under the cursor and go on."""
        field = self.query_one(Listing)
        picked = field.picked
        if picked is None:
            return
        self.values[picked] = number
        at = field.highlighted or 0
        self.show()
        field.highlighted = min(at + 1, len(self.pulse.items) - 1)

    @on(OptionList.OptionSelected)
    def entered(self, event: OptionList.OptionSelected) -> None:
        """Enter sends when all is answered."""
        event.stop()
        if not self.query_one("#yes", Button).disabled:
            self.action_accept()

    def answer(self) -> Mapping[str, int] | None:
        """The answers, when there is one for every statement."""
        return dict(self.values) if len(self.values) == len(self.pulse.items) else None
