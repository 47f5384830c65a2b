"""The base of the screens, at the place where screens are."""

from simulator.tui.screen import HELP, LANGUAGE, MENU, DeedScreen, SessionScreen

__all__ = ["HELP", "LANGUAGE", "MENU", "DeedScreen", "SessionScreen"]
