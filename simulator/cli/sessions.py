"""goodoffices sessions: what is in the journal."""

import click

from scenarios.problems import shown
from scenarios.texts import mark, tr, trc
from simulator.cli.named import named
from simulator.cli.talk import put_json, say


@click.command("sessions", epilog="Examples: goodoffices sessions  |  goodoffices --db course.db sessions --json")
@click.option("--json", "as_json", is_flag=True, help=mark("An array of objects for programs."))
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """List the sessions in the journal, the latest first."""
    from simulator.journal import Journal

    with Journal.open(context.find_root().obj) as journal:
        found = journal.sessions()
    if as_json:
        put_json(
            [
                {
                    "id": info.id,
                    "name": info.name,
                    "scenario": info.scenario_id,
                    "events": info.events,
                    "created": info.created.isoformat(),
                    "last": info.last_at.isoformat() if info.last_at else None,
                    "outcome": info.outcome,
                    "ended": info.ended,
                    "parent": info.parent,
                }
                for info in found
            ]
        )
        return
    if not found:
        say(tr("No sessions yet. Begin one: goodoffices play SCENARIO"))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column(tr("Session"), no_wrap=True, overflow="fold")
    table.add_column(trc("a narrow column", "Events"), justify="right", no_wrap=True)
    table.add_column(tr("Last event (UTC)"), no_wrap=True)
    table.add_column(tr("State"), min_width=8)
    table.add_column(tr("Name"), ratio=1)
    for info in found:
        state = trc("session", "ended") if info.ended else trc("session", "open")
        outcome = f", {named(info.outcome)}" if info.outcome else ""
        last = f"{info.last_at:%Y-%m-%d %H:%M}" if info.last_at else trc("time", "none")
        cells = (info.id, str(info.events), last, state + outcome, info.name)
        table.add_row(*(Text(shown(cell)) for cell in cells))
    Console().print(table)
