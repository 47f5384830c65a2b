"""What the process behind a page runs: the screens from the door on. Started by `guest.py`, which tells it the rest."""

import json
import os
import sys
from pathlib import Path

LONGEST_WORDS = 65_536


def words() -> dict[str, object]:
    """What it is told on its standard input before the packets: one line, of which nothing more is read ahead."""
    said = bytearray()
    while not said.endswith(b"\n") and len(said) < LONGEST_WORDS:
        byte = os.read(0, 1)
        if not byte:
            sys.exit(2)
        said += byte
    found = json.loads(said)
    assert isinstance(found, dict)
    return found


def main() -> int:
    """Run the screens for somebody at a browser."""
    said = words()
    variables = said["variables"]
    assert isinstance(variables, dict)
    os.environ.update(variables)
    # Before Textual is loaded, which reads them once.
    os.environ.update(
        TEXTUAL_DRIVER="simulator.tui.web.driver:BrowserDriver",
        TEXTUAL_COLOR_SYSTEM="truecolor",
        COLUMNS=str(said["width"]),
        ROWS=str(said["height"]),
    )
    from scenarios.texts import speak
    from simulator.journal.place import is_url
    from simulator.journal.wall import VARIABLE, hasten
    from simulator.tui.app import run

    speak(str(said["language"]))
    if os.environ.get(VARIABLE):
        hasten(os.environ[VARIABLE])
    db = str(said["db"] or "")
    return run(db if is_url(db) else Path(db) if db else None, start="door", outside=True)


if __name__ == "__main__":
    sys.exit(main())
