"""Looks at the files of a case and reads it again on every save, however an editor saves."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from scenarios.saved import GONE, SETTLED, Stamp, names, stamp
from simulator.tui.studio.known import Known, looks

EVERY = 0.2
"""Seconds between two looks."""


def watched(place: Path, told: Callable[[Known], object], over: Callable[[], bool]) -> None:
    """Tell what is known of a case now and after every change, until it is over."""
    known = Known(place)
    before: Stamp | None = None
    while not over():
        now = _look(known)
        if now == before:
            time.sleep(EVERY)
            continue
        now = _settled(known, now, over)
        if str(place) in now:
            for seen in looks(known, _since(known, now, over)):
                if over():
                    return
                known = seen
                told(known)
            now |= stamp(known.files() - set(now))  # pieces that lie elsewhere are known only now
        elif not known.gone:
            known = replace(known, gone=True)
            told(known)
        before = now


def _since(known: Known, before: Stamp, over: Callable[[], bool]) -> Callable[[], bool]:
    """What tells whether a file of the case has changed since a look, looking no more often than the watch does."""
    last = time.monotonic()

    def changed() -> bool:
        nonlocal last
        if time.monotonic() - last < EVERY:
            return over()
        last = time.monotonic()
        return over() or _look(known) != before

    return changed


def _look(known: Known) -> Stamp:
    return stamp(names([known.place]) | known.files())


def _settled(known: Known, now: Stamp, over: Callable[[], bool]) -> Stamp:
    """Wait until nothing changes any more, and a little longer for a file that may be renamed into place."""
    since = time.monotonic()
    while not over():
        time.sleep(SETTLED)
        later = _look(known)
        if later == now and (str(known.place) in later or time.monotonic() - since > GONE):
            break
        now = later
    return now
