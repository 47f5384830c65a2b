"""A bar on stderr for what takes longer than half a second, where somebody sits at the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5
"""Seconds without a bar."""

Told = Callable[[str, float], None]
"""What is being done, and the share of it that is done, from 0 to 1."""


@contextmanager
def waiting() -> Iterator[Told | None]:
    """What to call while working; None where nobody would see the bar. The bar is gone afterwards."""
    if not sys.stderr.isatty():
        yield None
        return
    begun = monotonic()
    bar: Progress | None = None

    def told(label: str, share: float) -> None:
        nonlocal bar
        if bar is None and monotonic() - begun >= PATIENCE:
            bar = _bar()
            bar.start()
        if bar is not None:
            bar.update(bar.task_ids[0], description=label, completed=min(1.0, max(0.0, share)))

    try:
        yield told
    finally:
        if bar is not None:
            bar.stop()


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=1.0)
    return bar
