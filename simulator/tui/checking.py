"""Looking over everything before the start, with the trainer."""

from collections.abc import Collection

from textual.app import App

from simulator.journal.errors import JournalError
from simulator.tui.desk import Desk
from simulator.tui.dialogs.preflight import Preflight
from simulator.tui.preflight.facts import gather
from simulator.tui.preflight.rows import blocks, rows


async def look_over(app: App[None], desk: Desk, tongues: Collection[str], *, start: bool) -> bool:
    """Show the check; before a start only where something blocks. Whether the clock is to be started."""
    assert desk.live is not None
    others = sum(not terminal.here for terminal in desk.terminals)
    try:
        facts = gather(desk.journal, desk.live.id, desk.session, others, tongues)
    except JournalError as error:
        app.notify(str(error), severity="error", markup=False)
        return start  # a journal that cannot be asked says so itself when the clock is started
    found = rows(facts)
    if start and not blocks(found):
        return True
    return await app.push_screen_wait(Preflight(found, start=start)) is True
