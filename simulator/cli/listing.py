"""goodoffices list: the scenarios on the shelf."""

import click

from simulator.cli.talk import put_json, say


@click.command("list", epilog="Examples: goodoffices list  |  goodoffices list --json")
@click.option("--json", "as_json", is_flag=True, help="An array of objects for programs.")
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
        say(f"No scenarios. Put a folder with a scenario.yaml into {folders()[-2]}.")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for heading in ("Scenario", "Title", "Minutes", "People", "Lang.", "Problems"):
        table.add_column(heading, justify="right" if heading in ("Minutes", "Problems") else "left")
    for entry in found:
        people = f"{entry.seats_min}-{entry.seats_max}" if entry.seats_min is not None else "?"
        cells = (
            entry.id,
            entry.title,
            str(entry.minutes or "?"),
            people,
            ", ".join(entry.languages),
            str(entry.problem_count or "none"),
        )
        table.add_row(*(Text(cell) for cell in cells))
    Console(width=None).print(table)
    say("\nPlay one: goodoffices play SCENARIO")
