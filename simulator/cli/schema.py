"""goodoffices schema: the JSON Schema of the format, for editors, and that of the data of sessions."""

from pathlib import Path

import click

from scenarios.texts import mark, tr
from simulator.cli.talk import Trouble, say


@click.command(
    "schema",
    epilog="Examples: goodoffices schema > scenario.schema.json  |  "
    "goodoffices schema --out my-case/.scenario.schema.json  |  goodoffices schema --data",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help=mark("The file to write; else it is printed.")
)
@click.option("--data", is_flag=True, help=mark("The schema of what `goodoffices data` writes as JSON instead."))
def command(out: Path | None, data: bool) -> None:
    """Give the JSON Schema of the scenario format, its descriptions in the language of the program.

    An editor that is pointed at it completes keys and words, and marks slips while somebody writes.
    """
    if data:
        from simulator.exchange.document import schema

        made = schema()
    else:
        from scenarios.schema import text

        made = text()
    if out is None:
        click.echo(made, nl=False)
        return
    try:
        out.write_text(made, encoding="utf-8")
    except OSError as error:
        raise Trouble(tr("{path} cannot be written: {why}.", path=out, why=error.strerror or error)) from error
    say(tr("Written: {path}", path=out))
