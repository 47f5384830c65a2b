"""The base of the screens, at the place where screens are."""

from simulator.tui.screen import HELP, MENU, DeedScreen, SessionScreen

__all__ = ["HELP", "MENU", "DeedScreen", "SessionScreen"]
