"""Check again on every save: looks at the files a few times in a second, which every file system allows."""

import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import click

from scenarios.saved import GONE, SETTLED, Stamp, names, stamp
from scenarios.texts import number, tr
from simulator.cli.talk import say

EVERY = 0.2
"""Seconds between two looks."""


def watched(files: Sequence[Path], check: Callable[[], set[str]]) -> None:
    """Check now and after every change, until Ctrl-C; `check` gives the names of the texts that it has read."""
    pieces: set[str] = set()
    try:
        while True:
            before = stamp(names(files) | pieces)
            if sys.stdout.isatty():
                click.clear()
            begun = time.perf_counter()
            known = check()
            spent = time.perf_counter() - begun
            before |= stamp(known - pieces - set(before))
            pieces |= known
            say(
                tr(
                    "Checked at {time} in {seconds} s. Waiting for the next save; Ctrl-C ends.",
                    time=datetime.now().strftime("%H:%M:%S"),
                    seconds=number(spent, 2),
                )
            )
            sys.stdout.flush()
            _changed(files, pieces, before)
    except KeyboardInterrupt:
        say("")


def _changed(files: Sequence[Path], pieces: set[str], before: Stamp) -> None:
    """Wait until something differs from before, and then until it does not change any more."""
    while (now := stamp(names(files) | pieces)) == before:
        time.sleep(EVERY)
    since = time.monotonic()
    while True:
        time.sleep(SETTLED)
        later = stamp(names(files) | pieces)
        lost = any(str(file) not in later for file in files)
        if later == now and (not lost or time.monotonic() - since > GONE):
            return
        now = later
