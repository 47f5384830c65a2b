"""goodoffices debrief: the documents of the debriefing."""

from pathlib import Path

import click

from scenarios.texts import mark, tr
from simulator.cli.sources import record_of
from simulator.cli.talk import Trouble, put, say
from simulator.cli.waiting import waiting


@click.command("debrief", epilog="Example: goodoffices debrief record.jsonl --out debrief")
@click.argument("session")
@click.option(
    "--out", required=True, type=click.Path(file_okay=False, path_type=Path), help=mark("The folder to write to.")
)
@click.pass_context
def command(context: click.Context, session: str, out: Path) -> None:
    """Write the debriefing of SESSION (an id in the journal, or a portable file): HTML and Markdown."""
    source = record_of(context, session)
    from simulator.debrief.documents import how_many, writing

    paths: list[Path] = []
    most = how_many(source.record)
    try:
        with waiting() as told:
            for path in writing(source.record, out):
                paths.append(path)
                if told is not None:
                    told(tr("Writing"), len(paths) / most)
    except OSError as error:
        why = error.strerror or error
        raise Trouble(tr("{place}: the documents could not be written: {why}.", place=out, why=why)) from error
    for path in paths:
        put(str(path))
    say(tr("Open {page} in a browser.", page=out / "debrief.html"))
