"""goodoffices wall: the projector of a session."""

import click

from simulator.cli.join import session_of
from simulator.cli.screens import open_screens


@click.command(
    "wall",
    epilog="Examples: goodoffices wall kalindra-2026-01-05-1  |  goodoffices --lang fr wall SESSION",
)
@click.argument("session")
@click.pass_context
def command(context: click.Context, session: str) -> None:
    """Show SESSION on the projector: clock, phase, agenda, speakers, text and news, and no seat's papers.

    SESSION is a join code or the id of a session.
    """
    from simulator.journal import Journal

    db = context.find_root().obj
    with Journal.open(db) as journal:
        session = session_of(journal, session)
    open_screens(db, start="wall", session=session)
