"""Scrubbing through the session: a minute back, a minute on, or played again up to sixteen times as fast."""

from typing import ClassVar

from textual.timer import Timer

from scenarios.texts import mark
from simulator.engine.session import Slide
from simulator.engine.words import DebriefPage
from simulator.tui.deeds import Deed
from simulator.tui.present.pane import PresentScreen
from simulator.tui.present.timeline import MINUTE, SPEEDS

AREA = mark("Board")


class ReplayingDeeds(PresentScreen):
    """The board as it was."""

    DEEDS: ClassVar[tuple[Deed, ...]] = (
        Deed("minute_back", "left", mark("Minute back"), AREA, mark("Show the board a minute earlier."), footer=False),
        Deed("minute_on", "right", mark("Minute on"), AREA, mark("Show the board a minute later."), footer=False),
        Deed("play", "p", mark("Play again"), AREA,
             mark("Let the session run again from this minute, or stop that; a minute on the wall runs with it.")),
        Deed("faster", "f", mark("Faster"), AREA, mark("Run at once, twice, 4, 8 or 16 times the speed.")),
    )  # fmt: skip

    HOMES: ClassVar[dict[str, str]] = dict.fromkeys(("minute_back", "minute_on", "play", "faster"), "timeline")
    """Deeds of one pane alone."""

    _player: Timer | None = None

    def do_minute_back(self) -> None:
        """A minute earlier."""
        self._step(-1)

    def do_minute_on(self) -> None:
        """A minute later."""
        self._step(1)

    def _step(self, by: int) -> bool:
        """Go so many minutes on; whether there was a minute to go to."""
        there = int(self.picked or 0) + by
        last = -int(-self.stage().end // MINUTE)
        if not 0 <= there <= last:
            return False
        self.go_to(str(there))
        if self.stage().shown.page is DebriefPage.MINUTE:
            self.put(Slide(DebriefPage.MINUTE, number=there * MINUTE))
        return True

    def do_play(self) -> None:
        """Run, or stand."""
        self._run(0 if self.speed else SPEEDS[-1])

    def do_faster(self) -> None:
        """The next speed; after the fastest one the slowest."""
        at = SPEEDS.index(self.speed) if self.speed in SPEEDS else -1
        self._run(SPEEDS[(at + 1) % len(SPEEDS)])

    def _run(self, speed: int) -> None:
        if self._player is not None:
            self._player.stop()
            self._player = None
        self.speed = speed
        if speed:
            self._player = self.set_interval(MINUTE / speed, self._goes_on)
        self.show_pane()

    def _goes_on(self) -> None:
        """One minute more, until the end or until another pane is open."""
        if self.open_pane.id != "timeline" or not self._step(1):
            self._run(0)
