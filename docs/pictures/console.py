"""The picture of the trainer's console, made anew: `.venv/bin/python docs/pictures/console.py`.

Stand-ins play the flagship case up to the talks about packages; the console is opened on that session, and what it
shows is saved as SVG. The picture loads nothing: where the font is missing, the reader's own monospaced one is used.
"""

import asyncio
import re
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from scenarios.reading import read
from scenarios.shelf import find
from simulator.engine import Event, Record, moments
from simulator.engine.events import SeatCast, SessionOpened
from simulator.engine.words import Source
from simulator.journal import Journal, import_session, write_record
from simulator.rehearsal.course import rehearse
from simulator.tui import desk
from simulator.tui.app import GoodOffices

PICTURE = Path(__file__).with_suffix(".svg")
SIZE = (130, 40)
SEED = 3
MINUTE = 97
KEYS = ("7", "down", "down")
"""The text under negotiation, with the cursor on a clause: no figure on it that a trainee should not have seen."""
PEOPLE = ("Amal", "Bintou", "Chen", "Dilnoza", "Elif", "Farid", "Giulia", "Hamid", "Ines", "Jonas", "Khadija", "Luis",
          "Mariam", "Nour", "Oumar", "Priya", "Rania")  # fmt: skip


def played() -> Record:
    """The talks until a minute, as if people had sat on every seat."""
    case = read(find("sources-of-kalindra")).scenario
    assert case is not None
    names = iter(PEOPLE)
    happened: list[Event] = []
    for moment, _ in moments(rehearse(case, SEED)):
        event = moment.event
        if moment.seconds > MINUTE * 60:
            break
        if isinstance(event, SeatCast):
            event = replace(event, source=Source.HUMAN, people=(next(names),))
        elif isinstance(event, SessionOpened):
            event = replace(event, name="Spring course, group A")
        happened.append(event)
    return Record(case, SEED, tuple(happened))


async def taken(folder: Path) -> str:
    """The console as SVG."""
    record, text = played(), read(find("sources-of-kalindra")).text
    file = folder / "record.jsonl"
    write_record(record, text, file)
    with Journal.open(folder / "journal.db") as journal:
        session = import_session(journal, file)
    shown = record.events[-1].at + timedelta(seconds=1)

    def now() -> datetime:
        return shown

    desk.now = now
    app = GoodOffices(folder / "journal.db", session, start="console")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        app.desk.drives = False
        await pilot.press(*KEYS)
        await pilot.pause(0.5)
        return app.export_screenshot(title="Good Offices")


def alone(svg: str) -> str:
    """The picture without fonts from elsewhere, and with ids that do not change from run to run."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    svg = re.sub(r"terminal-\d+", "terminal-1", svg)
    return svg.replace("font-family: Fira Code, monospace", "font-family: 'Fira Code', 'DejaVu Sans Mono', monospace")


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        PICTURE.write_text(alone(asyncio.run(taken(Path(folder)))), encoding="utf-8")


if __name__ == "__main__":
    main()
