"""Choosing a theme: the screen behind shows each while the cursor is on it."""

from textual import on
from textual.widgets import OptionList

from scenarios.texts import tr
from simulator.tui.dialogs.choices import Choice, ChooseOne
from simulator.tui.settings.shape import THEMES


class ThemeQuestion(ChooseOne):
    """The themes; gives the name of one. Whoever asks puts the old one back where none is picked."""

    def __init__(self, now: str) -> None:
        choices = [Choice(name, tr(called), tr("(now)") if name == now else "") for name, called in THEMES.items()]
        super().__init__(tr("Colours"), choices, tr("The screen shows them while you choose."), at=now)

    @on(OptionList.OptionHighlighted)
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """Show the theme under the cursor."""
        self.app.theme = self.choices[event.option_index].id
