"""goodoffices import: a session from one portable file."""

from pathlib import Path

import click

from scenarios.texts import tr
from simulator.cli.talk import put, say


@click.command("import", epilog="Example: goodoffices import session.jsonl")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def command(context: click.Context, file: Path) -> None:
    """Take the session of FILE into the journal, under a new id. All of it, or nothing with the reason."""
    from simulator.journal import Journal, import_session

    with Journal.open(context.find_root().obj) as journal:
        session = import_session(journal, file)
    put(session)
    say(tr("Imported. Seats need new PINs. Go on with: goodoffices join {session} --console", session=session))
