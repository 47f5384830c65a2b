"""Opening the screens, or the lines, from the command line."""

import os
import sys
from pathlib import Path
from typing import Literal

from scenarios.texts import tr
from simulator.cli.talk import Trouble

Start = Literal["home", "console", "curtain", "setup", "studio", "wall", "door"]


def open_screens(
    db: Path | str | None,
    start: Start,
    session: str | None = None,
    seat: str | None = None,
    scenario: str | None = None,
    plain: bool = False,
    url: str = "",
) -> None:
    """Run the terminal screens until they are left, or talk in lines. Raises Trouble where neither is possible."""
    if in_lines(plain):
        from simulator.tui.plain.start import run as talk

        assert start != "door"
        status = talk(db, session, seat, "curtain" if start == "wall" else start, scenario)
    elif _is_terminal():
        from simulator.tui.app import run

        status = run(db, session, seat, start, scenario, url=url)
    else:
        raise Trouble(
            tr("The screens need a terminal. Without one, in lines: --plain. Or: goodoffices demo --out demo-out")
        )
    if status:
        sys.exit(status)


def in_lines(plain: bool) -> bool:
    """Whether to talk in lines: asked for, or because the terminal can do nothing else."""
    return plain or (_is_terminal() and _only_prints())


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _only_prints() -> bool:
    """Whether the terminal says of itself that it cannot move its cursor."""
    if os.environ.get("TERM", "dumb") in ("", "dumb", "unknown"):
        return True
    from simulator.tui.plain.lines import moves_no_cursor

    return moves_no_cursor()
