"""goodoffices join: a session from another terminal."""

from typing import Literal

import click

from scenarios.texts import mark, tr
from simulator.cli.screens import open_screens
from simulator.cli.talk import Trouble


@click.command(
    "join",
    epilog="Examples: goodoffices join kalindra-2026-01-05-1  |  goodoffices join SESSION --seat front-head  |  "
    "goodoffices join SESSION --console",
)
@click.argument("session")
@click.option("--seat", help=mark("Go to this seat; it still asks for the PIN."))
@click.option("--console", is_flag=True, help=mark("Open the trainer's console."))
@click.option("--plain", is_flag=True, help=mark("Line by line, for screen readers and dumb terminals."))
@click.pass_context
def command(context: click.Context, session: str, seat: str | None, console: bool, plain: bool) -> None:
    """Open SESSION at this terminal: the curtain, where people unlock their seats."""
    if seat and console:
        raise Trouble(tr("A terminal shows a seat or the console, not both."))
    from simulator.journal import Journal

    db = context.find_root().obj
    with Journal.open(db) as journal:
        record = journal.record(session, until=0)
    if seat is not None and seat not in record.scenario.seats:
        there = ", ".join(record.scenario.seats)
        raise Trouble(tr("There is no seat {seat}. Seats: {there}.", seat=seat, there=there))
    start: Literal["console", "curtain"] = "console" if console else "curtain"
    open_screens(db, start=start, session=session, seat=seat, plain=plain)
