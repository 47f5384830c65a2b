"""goodoffices export: a session as one portable file."""

from pathlib import Path

import click

from scenarios.texts import mark, tr, trn
from simulator.cli.talk import say


@click.command("export", epilog="Example: goodoffices export SESSION --out session.jsonl")
@click.argument("session")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help=mark("The file to write."))
@click.pass_context
def command(context: click.Context, session: str, out: Path) -> None:
    """Write SESSION to one file that can be carried to another machine. It holds every seat's secrets, and no PINs."""
    from simulator.journal import Journal, export_session

    with Journal.open(context.find_root().obj) as journal:
        export_session(journal, session, out)
        events = journal.session(session).events
    told = trn("{n} event written to {file}.", "{n} events written to {file}.", events, file=out)
    say(told + " " + tr("It holds every confidential brief: keep it like the journal."))
