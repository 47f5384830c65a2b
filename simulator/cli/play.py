"""goodoffices play: a scenario at this terminal."""

import click

from scenarios.texts import mark
from simulator.cli.screens import open_screens
from simulator.cli.sources import scenario_of


@click.command("play", epilog="Example: goodoffices play sources-of-kalindra")
@click.argument("scenario")
@click.option("--plain", is_flag=True, help=mark("Line by line, for screen readers and dumb terminals."))
@click.pass_context
def command(context: click.Context, scenario: str, plain: bool) -> None:
    """Open the screens on SCENARIO (an id, a folder or a YAML file), to set up a session of it or go on with one."""
    scenario_of(scenario)
    open_screens(context.find_root().obj, start="home", scenario=scenario, plain=plain)
