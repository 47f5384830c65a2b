"""Opening the screens from the command line."""

import sys
from pathlib import Path
from typing import Literal

from scenarios.texts import tr
from simulator.cli.talk import Trouble


def open_screens(
    db: Path | None,
    start: Literal["home", "console", "curtain", "setup", "studio"],
    session: str | None = None,
    seat: str | None = None,
    scenario: str | None = None,
) -> None:
    """Run the terminal screens until they are left. Raises Trouble without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Trouble(tr("The screens need a terminal. Without one: goodoffices demo --out demo-out"))
    from simulator.tui.app import run

    status = run(db, session, seat, start, scenario)
    if status:
        sys.exit(status)
