"""The doors: who passes them needs a PIN, or a code."""

from collections.abc import Callable

from textual.app import App

from scenarios.texts import tr
from simulator.engine import TRAINER
from simulator.journal import codes
from simulator.journal.errors import JournalError
from simulator.tui.desk import Desk
from simulator.tui.dialogs import PinQuestion, Question, YesNo
from simulator.tui.dialogs.join_code import JoinCode
from simulator.tui.dialogs.passing import Passing


async def passes(app: App[None], desk: Desk, seat: str) -> bool:
    """Say large who is to sit down, and ask for the PIN; a seat without one is opened by whoever says to be there."""
    chair = desk.scenario.seats[seat]
    title = tr("{title}, {party}", title=chair.title, party=desk.scenario.parties[chair.party].short)
    if seat in desk.pinned():
        return await opens(app, desk, seat, chair.name, lambda said: Passing(chair.name, title, said))
    return await app.push_screen_wait(Passing(chair.name, title, pinned=False)) is not None


async def opens(
    app: App[None], desk: Desk, seat: str, title: str, question: Callable[[str], Question[str]] | None = None
) -> bool:
    """Ask for the PIN of a seat until it fits or nobody wants to go on."""
    if seat == TRAINER and seat not in desk.pinned():
        session = desk.live.id if desk.live else "SESSION"
        command = f"goodoffices join {session} --console"
        said = tr("No trainer's PIN was ever set. Quit with Ctrl+Q, then:\n{command}", command=command)
        title = tr("The console is not open from here")
        app.notify(said, title=title, severity="warning", timeout=20, markup=False)
        return False
    if seat not in desk.pinned():
        app.notify(tr("There is no PIN for this. Ask the trainer."), severity="warning", markup=False)
        return False
    said = ""
    while True:
        asked = question(said) if question is not None else PinQuestion(title, said)
        pin = await app.push_screen_wait(asked)
        if pin is None:
            return False
        wrong: str | None
        try:
            wrong = desk.try_pin(seat, pin)
        except JournalError as error:
            wrong = str(error)
        if wrong is None:
            return True
        said = wrong


async def may_come_back(app: App[None], desk: Desk) -> bool:
    """Before the curtain falls the trainer needs a PIN: otherwise the console is one key away from everybody."""
    said = tr("Whoever sits here next must not reach the console. Choose 4 to 8 digits; you need them to come back.")
    while TRAINER not in desk.pinned():
        pin = await app.push_screen_wait(PinQuestion(tr("Choose your own PIN"), said, yes=tr("Keep")))
        if pin is None:
            return False
        try:
            desk.set_pin(TRAINER, pin)
        except JournalError as error:
            said = str(error)
    return True


async def show_code(app: App[None], desk: Desk, db: str, url: str) -> None:
    """Show the join code of the session that is open, and change it or close the door as the trainer likes."""
    assert desk.live is not None
    journal, session = desk.journal, desk.live.id
    name = desk.session.name or desk.scenario.title
    try:
        code = codes.code_of(journal, session)
        while True:
            change = await app.push_screen_wait(JoinCode(code, name, db, url))
            if change is None:
                return
            if change == "close":
                codes.close(journal, session)
                code = None
            elif code is None or await _another_code(app):
                code = codes.new_code(journal, session)
    except JournalError as error:
        app.notify(str(error), severity="error", markup=False)


async def _another_code(app: App[None]) -> bool:
    prompt = tr("The code that people have opens nothing any more. Who has joined already stays.")
    sure = await app.push_screen_wait(YesNo(tr("Make another join code?"), prompt))
    return sure is True
