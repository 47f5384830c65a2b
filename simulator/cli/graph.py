"""goodoffices graph: the course of a scenario, or a machine of the rules, as a diagram."""

import click

from scenarios.texts import mark, tr
from simulator.cli.sources import weighable_of
from simulator.cli.talk import Trouble, put


@click.command(
    "graph",
    epilog="Examples: goodoffices graph my-case > course.mmd  |  goodoffices graph my-case --format text  |  "
    "goodoffices graph --machine consent",
)
@click.argument("scenario", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(("mermaid", "text")),
    default="mermaid",
    show_default=True,
    help=mark("Mermaid, which many editors and forges draw, or lines to read."),
)
@click.option("--machine", help=mark("A machine of the rules instead: consent, issue, package, text, clause, …"))
def command(scenario: str | None, form: str, machine: str | None) -> None:
    """Draw the course of SCENARIO: its phases with their minutes, the ways on and when they are open, the ways back.

    The diagram comes from the tables that the rules themselves ask.
    """
    from simulator.engine import diagrams
    from simulator.engine.machines import TABLES

    if machine is not None:
        tables = {table.name: table for table in TABLES}
        if machine not in tables:
            raise Trouble(
                tr("There is no machine “{name}”. Machines: {there}.", name=machine[:100], there=", ".join(tables))
            )
        table = tables[machine]
        put(diagrams.machine(table) if form == "mermaid" else diagrams.machine_lines(table))
        return
    if scenario is None:
        raise Trouble(tr("Name a scenario, or a machine (--machine)."))
    case = weighable_of(scenario)
    put(diagrams.course(case) if form == "mermaid" else diagrams.course_lines(case))
