"""The clock on the wall, which a rehearsal may let run faster: for all its terminals alike."""

import math
import re
from datetime import UTC, datetime, timedelta

from scenarios.texts import tr
from simulator.journal.errors import JournalError

VARIABLE = "GOODOFFICES_SPEED"

MOST = 1000.0
"""The fastest that a clock may run: faster, not even a tick a frame would meet what is due."""

_FORM = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)@([0-9]{1,11}(?:\.[0-9]{1,6})?)", re.ASCII)

_factor = 1.0
_origin = datetime.fromtimestamp(0, UTC)


def now() -> datetime:
    """The time that goes on commands: that of the machine, or that of the rehearsal."""
    at = datetime.now(UTC)
    return at if _factor == 1.0 else _origin + (at - _origin) * _factor


def speed() -> float:
    """How many seconds of the exercise pass in one second."""
    return _factor


def hasten(how: str) -> None:
    """Let the clock run faster from a moment on, as `60@1795356000` says: 60 times, since that second of Unix time.

    Every terminal of a session is told the same, so that all of them read the same time. Before the moment the clock
    runs as ever. Raises JournalError.
    """
    global _factor, _origin
    said = _FORM.fullmatch(how.strip())
    factor = float(said.group(1)) if said else math.nan
    if said is None or not 1.0 <= factor <= MOST:
        raise JournalError(
            tr(
                "{how}: this is no speed. Say how many times as fast (1 to {most}) and since which second of Unix "
                "time, the same for every terminal: {variable}=60@$(date +%s)",
                how=how[:60],
                most=int(MOST),
                variable=VARIABLE,
            )
        )
    origin = datetime.fromtimestamp(float(said.group(2)), UTC)
    if origin > datetime.now(UTC) + timedelta(minutes=1):
        raise JournalError(tr("{how}: this moment is still to come. Name one that has been.", how=how[:60]))
    _factor, _origin = factor, origin
