"""The base of the screens, at the place where screens are."""

from simulator.tui.everywhere import HELP, MENU
from simulator.tui.screen import LANGUAGE, DeedScreen, SessionScreen

__all__ = ["HELP", "LANGUAGE", "MENU", "DeedScreen", "SessionScreen"]
