"""goodoffices analyse: what the value tables do to the exercise."""

from typing import Any

import click

from simulator.cli.sources import scenario_of
from simulator.cli.talk import FOUND, Trouble, put_json

POINTS = {
    "nash": "Nash (largest product of gains)",
    "kalai_smorodinsky": "Kalai-Smorodinsky (largest smallest share of the possible gain)",
    "egalitarian": "Egalitarian (largest smallest gain)",
    "utilitarian": "Utilitarian (largest sum)",
}


@click.command(
    "analyse", epilog="Examples: goodoffices analyse sources-of-kalindra  |  goodoffices analyse my-case --json"
)
@click.argument("scenario")
@click.option("--json", "as_json", is_flag=True, help="One object for programs.")
def command(scenario: str, as_json: bool) -> None:
    """Count the packages of SCENARIO, those acceptable to all and the efficient ones, and find the solution points."""
    case, _ = scenario_of(scenario)
    from scoring.feasibility import analyse
    from scoring.frontier import TooManyPackages

    try:
        analysis = analyse(case)
    except TooManyPackages as many:
        raise Trouble(str(many), FOUND) from many
    data: dict[str, Any] = analysis.as_json()
    if as_json:
        put_json(data)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    share = 100 * data["acceptable"] / data["packages"] if data["packages"] else 0
    console.print(Text(f"{case.title}: {data['packages']:,} packages"))
    console.print(Text(f"  acceptable to all   {data['acceptable']:,} ({share:.1f} %)"))
    console.print(Text(f"  efficient           {data['efficient']:,} among all"))
    console.print(Text(f"                      {data['efficient_acceptable']:,} among the acceptable\n"))
    parties = list(data["parties"])
    sheet = Table(box=None, pad_edge=False)
    sheet.add_column("Points")
    for party in parties:
        sheet.add_column(Text(case.parties[party].short), justify="right")
    for row in ("reservation", "best"):
        sheet.add_row(row, *(f"{data['parties'][p][row]:g}" for p in parties))
    for name, label in POINTS.items():
        point = data["points"][name]
        values = [f"{point['values'][p]:g}" for p in parties] if point else ["none"] * len(parties)
        sheet.add_row(label, *values)
    console.print(sheet)
    for name, label in POINTS.items():
        point = data["points"][name]
        if point is None:
            continue
        console.print(Text(f"\n{label}"))
        for issue, option in point["package"].items():
            matter = case.issues[issue]
            console.print(Text(f"  {matter.title}: {matter.options[option].label}"))
