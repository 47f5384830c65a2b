"""The type of the fixture that runs the command line."""

import subprocess
from collections.abc import Callable
from typing import NamedTuple

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class Told(NamedTuple):
    """What a verb said, and its exit status."""

    status: int
    out: str
    err: str


Tell = Callable[..., Told]
"""The verbs inside this process: quick, where many slips are tried."""
