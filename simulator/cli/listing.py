"""goodoffices list: the scenarios on the shelf."""

import click

from scenarios.texts import mark, tr, trc
from simulator.cli.talk import put_json, say

HEADINGS = (
    (mark("Scenario"), False),
    (mark("Title"), False),
    (mark("Minutes"), True),
    (mark("People"), False),
    (mark("Lang."), False),
    (mark("Problems"), True),
)
"""The heads of the columns, and whether numbers stand under them."""


@click.command("list", epilog="Examples: goodoffices list  |  goodoffices list --json")
@click.option("--json", "as_json", is_flag=True, help=mark("An array of objects for programs."))
def command(as_json: bool) -> None:
    """List the scenarios that can be played."""
    from scenarios.shelf import entries, folders

    found = entries()
    if as_json:
        put_json(
            [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "languages": list(entry.languages),
                    "minutes": entry.minutes,
                    "seats": {"min": entry.seats_min, "max": entry.seats_max},
                    "path": str(entry.path),
                }
                for entry in found
            ]
        )
        return
    if not found:
        say(tr("No scenarios. Put a folder with a scenario.yaml into {folder}.", folder=folders()[-2]))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for heading, right in HEADINGS:
        table.add_column(tr(heading), justify="right" if right else "left")
    for entry in found:
        people = f"{entry.seats_min}-{entry.seats_max}" if entry.seats_min is not None else "?"
        cells = (
            entry.id,
            entry.title,
            str(entry.minutes or "?"),
            people,
            ", ".join(entry.languages),
            str(entry.problem_count or trc("problems", "none")),
        )
        table.add_row(*(Text(cell) for cell in cells))
    Console(width=None).print(table)
    say("\n" + tr("Play one: goodoffices play SCENARIO"))
