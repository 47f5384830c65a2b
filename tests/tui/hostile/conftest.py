"""Real terminals with the real app on a journal full of hostile text."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from tests.terminals import Terminal

OPENS = """
import re, sys
from pathlib import Path
from simulator.journal import writing
from simulator.tui import app
writing._UNKEPT = re.compile("(?!)")  # the journal would refuse most of it; here the screens are tried
sys.exit(app.run(Path(sys.argv[1]), sys.argv[2] or None, sys.argv[3] or None, sys.argv[4]))
"""


class Screen(Terminal):
    """A terminal with a screen that can be looked at."""

    def __init__(self, arguments: list[str], environment: dict[str, str], size: tuple[int, int]) -> None:
        super().__init__(arguments, environment, size)
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0

    def look(self) -> str:
        """What the screen shows now."""
        # pyte takes private sequences for public ones: those that draw nothing are left out.
        new = re.sub(rb"\x1b\[[<>=?][0-9;:]*[ -/]*[@-~]", b"", self.output[self._fed :])
        self._fed = len(self.output)
        self._stream.feed(new)
        return "\n".join(self._screen.display)

    def press(self, keys: str, quiet: float = 0.12) -> str:
        """Press keys and look at what comes of it."""
        self.send(keys)
        self.read(2.0)
        self.quiet(quiet)
        return self.look()

    def shows(self, words: str) -> None:
        """Wait until the screen shows some words."""
        for _ in range(200):
            if words in self.look():
                return
            self.read(0.2)
        raise AssertionError(f"{words!r} is not on the screen:\n{self.look()}")

    def click(self, column: int, row: int) -> None:
        """Click with the mouse."""
        self.send(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")


WIDE = (120, 40)

Opens = Callable[..., Screen]


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    """Open the app on a journal in a terminal of its own, with every hook of the environment set."""
    opened: list[Screen] = []

    def begin(
        journal: Path, session: str = "", seat: str = "", start: str = "home", size: tuple[int, int] = (120, 40)
    ) -> Screen:
        place = tmp_path / "place"
        place.mkdir(exist_ok=True)
        environment = {
            **os.environ, "TERM": "xterm-256color", "TMPDIR": str(place), "HOME": str(place),
            "TEXTUAL_LOG": str(place / "log.txt"), "TEXTUAL": "debug", "TEXTUAL_SCREENSHOT": "1",
            "TEXTUAL_SCREENSHOT_LOCATION": str(place),
        }  # fmt: skip
        opened.append(Screen(["-c", OPENS, str(journal), session, seat, start], environment, size))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()
