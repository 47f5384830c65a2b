"""What several groups of one exercise need to know: what a session needs, how many they are, and their seeds."""

from textual.app import ComposeResult
from textual.widgets import Input, Select, Static

from scenarios.texts import tr
from simulator.tui.dialogs.new_session import NewSessionQuestion
from simulator.tui.going import MOST_GROUPS, NewSession
from simulator.tui.safe import safe


class NewGroupsQuestion(NewSessionQuestion):
    """The form of a session with two fields more; the name is that of the exercise."""

    many = 0
    """How many groups, once the form was sent."""
    same_seed = False
    """Whether all groups draw the same chances."""

    def compose_answer(self) -> ComposeResult:
        """How many first, then what each session needs."""
        yield Static(tr("Groups, from 2 to {most}", most=MOST_GROUPS))
        yield Input("2", type="integer", max_length=2, id="many", compact=True)
        yield Select(
            [(safe(tr("Each group draws its own chances")), "own"), (safe(tr("All groups draw the same")), "same")],
            value="own",
            allow_blank=False,
            id="seeds",
            compact=True,
        )
        yield from super().compose_answer()

    def on_mount(self) -> None:
        """Start with how many they are."""
        self.query_one("#many", Input).focus()

    def answer(self) -> NewSession | None:
        """The form, where the number of groups is one that can be set up."""
        typed = self.query_one("#many", Input).value
        self.many = int(typed) if typed.isdigit() else 0
        self.same_seed = self.query_one("#seeds", Select).value == "same"
        if not 2 <= self.many <= MOST_GROUPS:
            label = self.query_one("#count", Static)
            label.add_class("-over")
            label.update(tr("The number of groups is a whole number from 2 to {most}.", most=MOST_GROUPS))
            return None
        return super().answer()
