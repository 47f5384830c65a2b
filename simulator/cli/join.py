"""goodoffices join: a session from another terminal."""

from typing import TYPE_CHECKING

import click

from scenarios.texts import mark, tr
from simulator.cli.screens import Start, in_lines, open_screens
from simulator.cli.talk import FOUND, Trouble

if TYPE_CHECKING:
    from simulator.journal import Journal


@click.command(
    "join",
    epilog="Examples: goodoffices join KTX-BRN  |  goodoffices join kalindra-2026-01-05-1 --seat front-head  |  "
    "goodoffices join SESSION --console",
)
@click.argument("code", required=False)
@click.option("--seat", help=mark("Go to this seat; it still asks for the PIN."))
@click.option("--console", is_flag=True, help=mark("Open the trainer's console."))
@click.option("--wall", is_flag=True, help=mark("Show what everybody may know, for a projector."))
@click.option("--plain", is_flag=True, help=mark("Line by line, for screen readers and dumb terminals."))
@click.pass_context
def command(context: click.Context, code: str | None, seat: str | None, console: bool, wall: bool, plain: bool) -> None:
    """Open the session with a join CODE at this terminal: the curtain, where people unlock their seats.

    Without a CODE the terminal asks for it. Instead of a CODE, whoever has the journal may give the id of a session.
    """
    if bool(seat) + console + wall > 1:
        raise Trouble(tr("A terminal shows a seat, the console or the wall, not two of them."))
    db = context.find_root().obj
    if code is None:
        if seat or console or wall:
            raise Trouble(tr("Say which session: its join code, or its id (goodoffices sessions)."))
        if not in_lines(plain):
            open_screens(db, start="door")
            return
        code = click.prompt(tr("Join code"), err=True)
        assert isinstance(code, str)
    from simulator.journal import Journal

    with Journal.open(db) as journal:
        session = session_of(journal, code, console=console)
        if seat is not None:
            there = journal.record(session, until=0).scenario.seats
            if seat not in there:
                raise Trouble(tr("There is no seat {seat}. Seats: {there}.", seat=seat, there=", ".join(there)))
    start: Start = "console" if console else "wall" if wall else "curtain"
    open_screens(db, start=start, session=session, seat=seat, plain=plain)


def session_of(journal: "Journal", code: str, *, console: bool = False) -> str:
    """The session that a code or an id names. Raises Trouble and JournalError."""
    from simulator.engine import TRAINER
    from simulator.journal import pins
    from simulator.tui.joining import Shut, enter

    if not code[-1:].isdigit():  # as every id ends, and no code
        try:
            session = enter(journal, code)
        except Shut as shut:
            raise Trouble(f"{shut}", FOUND) from shut
        if console and not pins.has_pin(journal, session, TRAINER):
            raise Trouble(tr("A code opens the console only with the trainer's PIN, and there is none yet."))
        return session
    known = [info.id for info in journal.sessions()]
    if code not in known:
        raise Trouble(_no_session(code, known), FOUND)
    return code


def _no_session(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    if near:
        return tr("There is no session {name}. Did you mean {near}?", name=name, near=near[0])
    return tr("There is no session {name}. Sessions are listed by: goodoffices sessions", name=name)
