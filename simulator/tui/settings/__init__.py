"""What somebody chose once for all sessions: one TOML file in the configuration folder of the account."""

from simulator.tui.settings.keeping import keep
from simulator.tui.settings.reading import Found, Wrong, place, read
from simulator.tui.settings.shape import KEYS, THEMES, Key, Settings

__all__ = ["KEYS", "THEMES", "Found", "Key", "Settings", "Wrong", "keep", "place", "read"]
