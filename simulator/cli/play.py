"""goodoffices play: a scenario at this terminal."""

import click

from simulator.cli.screens import open_screens
from simulator.cli.sources import scenario_of


@click.command("play", epilog="Example: goodoffices play sources-of-kalindra")
@click.argument("scenario")
@click.pass_context
def command(context: click.Context, scenario: str) -> None:
    """Open the screens on SCENARIO (an id, a folder or a YAML file), to set up a session of it or go on with one."""
    scenario_of(scenario)
    open_screens(context.find_root().obj, start="home", scenario=scenario)
