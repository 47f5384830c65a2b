"""goodoffices studio: where a case is written."""

import click

from scenarios.shelf import NotOnShelf, find
from simulator.cli.screens import open_screens
from simulator.cli.talk import Trouble


@click.command("studio", epilog="Examples: goodoffices studio  |  goodoffices studio my-case")
@click.argument("scenario", required=False)
@click.pass_context
def command(context: click.Context, scenario: str | None) -> None:
    """Open the Studio, with SCENARIO (an id, a folder or a YAML file) if one is named.

    It shows what is wrong with the case whenever you save it, its parties, issues, values, interests, course and
    languages; it opens your editor (VISUAL or EDITOR) at the line of a problem, prints, and rehearses.
    """
    if scenario is not None:
        try:
            find(scenario)
        except NotOnShelf as missing:
            raise Trouble(f"{missing}") from missing
    open_screens(context.find_root().obj, start="studio", scenario=scenario)
